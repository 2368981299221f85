-- The body's own policy (基本方針の原文), edition by edition: its data, never the program's.

CREATE TABLE IF NOT EXISTS policy_edition (       -- 版; never changed but to be withdrawn
	id          INTEGER PRIMARY KEY,
	title       TEXT    NOT NULL,        -- 情報セキュリティ基本方針
	edition     TEXT    NOT NULL,        -- 令和8年3月
	from_day    INTEGER NOT NULL,        -- 施行日: the first day it is in force
	file        TEXT    NOT NULL,        -- name of the file it was read from
	digest      TEXT    NOT NULL,        -- SHA-256 of its bytes, which stand in DIR/files
	front       TEXT    NOT NULL,        -- the lines before the first clause
	imported_at INTEGER NOT NULL,
	imported_by INTEGER REFERENCES account(id), -- null: the command line
	withdrawn_at INTEGER,                -- null: it counts
	withdrawn_by INTEGER REFERENCES account(id),
	reason      TEXT    NOT NULL DEFAULT '' -- why it was withdrawn
) STRICT;
CREATE UNIQUE INDEX IF NOT EXISTS policy_edition_once ON policy_edition(digest) WHERE withdrawn_at IS NULL;

CREATE TABLE IF NOT EXISTS policy_clause (        -- 条項, in the order of the document
	edition_id INTEGER NOT NULL REFERENCES policy_edition(id),
	ord        INTEGER NOT NULL,
	key        TEXT    NOT NULL,         -- of the clause tree: 6(3)①
	title      TEXT    NOT NULL,
	level      INTEGER NOT NULL,
	line       INTEGER NOT NULL,         -- of the file
	PRIMARY KEY (edition_id, ord)
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS policy_paragraph (     -- 原文ママ
	edition_id INTEGER NOT NULL REFERENCES policy_edition(id),
	ord        INTEGER NOT NULL,         -- of the clause
	nth        INTEGER NOT NULL,
	text       TEXT    NOT NULL,
	PRIMARY KEY (edition_id, ord, nth)
) STRICT, WITHOUT ROWID;
