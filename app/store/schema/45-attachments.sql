-- What is kept beside the answers of a sheet.

CREATE TABLE IF NOT EXISTS attachment (           -- 証跡: a file handed in with an answer
	id         INTEGER PRIMARY KEY,
	sheet_id   INTEGER NOT NULL REFERENCES sheet(id),
	item       TEXT    NOT NULL,
	digest     TEXT    NOT NULL,         -- of the bytes (store/files.h)
	name       TEXT    NOT NULL,         -- as it was called
	kind       TEXT    NOT NULL,         -- domain/answer/evidence.h
	size       INTEGER NOT NULL,
	secrecy    INTEGER NOT NULL,         -- 機密性 1 to 3
	added_at   INTEGER NOT NULL,
	added_by   INTEGER NOT NULL,         -- account
	removed_at INTEGER,                  -- taken back; the row and the bytes stay
	removed_by INTEGER
) STRICT;
CREATE INDEX IF NOT EXISTS attachment_sheet ON attachment(sheet_id);

CREATE TABLE IF NOT EXISTS paper (                -- 紙の回答: what was typed in for someone
	receipt  TEXT    NOT NULL PRIMARY KEY REFERENCES receipt(number),
	sheet_id INTEGER NOT NULL REFERENCES sheet(id),
	day      INTEGER NOT NULL,           -- written on the paper; or the workbook was handed in
	typed_by INTEGER NOT NULL,           -- account
	typed_at INTEGER NOT NULL
) STRICT;

CREATE TABLE IF NOT EXISTS lesson (               -- 答え合わせ: who was shown the right answers, and has read them
	sheet_id  INTEGER NOT NULL REFERENCES sheet(id),
	person_id INTEGER NOT NULL REFERENCES person(id),
	taught_at INTEGER NOT NULL,          -- shown first: since then the knowledge answers stand
	read_at   INTEGER,                   -- said to have been read: evidence of training
	PRIMARY KEY (sheet_id, person_id)
) STRICT, WITHOUT ROWID;
