-- The office calendar: what the law does not say.

CREATE TABLE IF NOT EXISTS closing_day (          -- 閉庁日 of the body's own
	id    INTEGER PRIMARY KEY,
	first INTEGER NOT NULL,
	last  INTEGER NOT NULL,
	name  TEXT    NOT NULL               -- 夏季休業, 開庁記念日 …
) STRICT;
