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

-- 対策基準, edition by edition.

CREATE TABLE IF NOT EXISTS standard_edition (     -- never changed but to be withdrawn
	id          INTEGER PRIMARY KEY,
	title       TEXT    NOT NULL,
	edition     TEXT    NOT NULL,
	from_day    INTEGER NOT NULL,        -- 施行日
	approved_by TEXT    NOT NULL,        -- who approved it, as the document says
	approved_day INTEGER NOT NULL,
	change      TEXT    NOT NULL,        -- 改定の理由
	open        INTEGER NOT NULL,        -- 1: for all staff; 0: auditors, secretariat, management, managers
	file        TEXT    NOT NULL,
	digest      TEXT    NOT NULL,        -- SHA-256 of the file, which stands in DIR/files
	imported_at INTEGER NOT NULL,
	imported_by INTEGER NOT NULL REFERENCES account(id),
	withdrawn_at INTEGER,
	withdrawn_by INTEGER REFERENCES account(id),
	reason      TEXT    NOT NULL DEFAULT '' -- why it was withdrawn
) STRICT;
CREATE UNIQUE INDEX IF NOT EXISTS standard_edition_once ON standard_edition(digest) WHERE withdrawn_at IS NULL;

CREATE TABLE IF NOT EXISTS standard_article (     -- 条文
	edition_id INTEGER NOT NULL REFERENCES standard_edition(id),
	ord        INTEGER NOT NULL,
	number     TEXT    NOT NULL,
	title      TEXT    NOT NULL,
	text       TEXT    NOT NULL,
	PRIMARY KEY (edition_id, ord)
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS standard_link (        -- which clauses an article carries out, which items ask about it
	edition_id INTEGER NOT NULL REFERENCES standard_edition(id),
	ord        INTEGER NOT NULL,         -- of the article
	kind       TEXT    NOT NULL,         -- clause or item
	nth        INTEGER NOT NULL,
	target     TEXT    NOT NULL,         -- key of the clause, id of the item
	PRIMARY KEY (edition_id, ord, kind, nth)
) STRICT, WITHOUT ROWID;
