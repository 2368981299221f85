-- Issued documents, and what a final cycle keeps of the settings.

CREATE TABLE IF NOT EXISTS document (             -- 発行した文書: one row an edition; never changed
	id            INTEGER PRIMARY KEY,
	about         TEXT    NOT NULL,      -- cycle 実施回, audit 監査 … (store/keep/standing.h)
	about_id      INTEGER NOT NULL,      -- which
	cycle_id      INTEGER REFERENCES cycle(id), -- the same of a cycle; null: it is about something else
	recipe        TEXT    NOT NULL,      -- reports/RECIPE.yaml
	set_key       TEXT    NOT NULL,      -- "": it is about no questions
	department_id INTEGER NOT NULL,      -- 0: the body as a whole
	readers       TEXT    NOT NULL,      -- full, auditee 被監査部署用, public 概要版
	edition       INTEGER NOT NULL,      -- 版
	about_edition INTEGER NOT NULL,      -- of what it is about, whose figures it shows (the version of store/keep/standing.h)
	year          INTEGER NOT NULL,      -- the fiscal year its number was counted in
	number        INTEGER NOT NULL,      -- 第n号; every edition has that of the first
	mark          TEXT    NOT NULL,      -- 文書記号
	reason        TEXT    NOT NULL,      -- 差替え理由; "" for the first edition
	issued_at     INTEGER NOT NULL,
	issued_by     TEXT    NOT NULL,      -- the name, as it is printed
	UNIQUE (about, about_id, recipe, set_key, department_id, readers, edition)
) STRICT;
CREATE INDEX IF NOT EXISTS document_cycle ON document(cycle_id);

CREATE TABLE IF NOT EXISTS document_file (        -- its bytes, kept when they are first asked for
	document_id INTEGER NOT NULL REFERENCES document(id),
	format      TEXT    NOT NULL,        -- pdf …
	digest      TEXT    NOT NULL,        -- store/files.h
	size        INTEGER NOT NULL,
	PRIMARY KEY (document_id, format)
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS document_counter (     -- the last number given in a fiscal year
	year   INTEGER PRIMARY KEY,
	number INTEGER NOT NULL
) STRICT;

CREATE TABLE IF NOT EXISTS cycle_setting (        -- the settings as they were when the figures became final
	cycle_id INTEGER NOT NULL REFERENCES cycle(id),
	key      TEXT    NOT NULL,
	value    TEXT    NOT NULL,
	PRIMARY KEY (cycle_id, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS cycle_year (           -- the years a final cycle is compared with, as they stood when it became final
	cycle_id      INTEGER NOT NULL REFERENCES cycle(id),
	set_key       TEXT    NOT NULL,
	department_id INTEGER NOT NULL,      -- 0: the body
	year          INTEGER NOT NULL,
	from_cycle_id INTEGER,               -- null: nothing is known of that year
	from_department_id INTEGER NOT NULL DEFAULT 0, -- the department it was then
	from_name     TEXT    NOT NULL DEFAULT '', -- and its name, or those of several, where it was another
	changed       INTEGER NOT NULL DEFAULT 0, -- 1: other questions than the year before
	PRIMARY KEY (cycle_id, set_key, department_id, year)
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS cycle_year_figure (
	cycle_id      INTEGER NOT NULL,
	set_key       TEXT    NOT NULL,
	department_id INTEGER NOT NULL,
	year          INTEGER NOT NULL,
	figure        TEXT    NOT NULL,      -- points, done …
	numerator     INTEGER NOT NULL,
	denominator   INTEGER NOT NULL,
	hidden        INTEGER NOT NULL,      -- 1: withheld (then both are 0)
	PRIMARY KEY (cycle_id, set_key, department_id, year, figure)
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS approval (             -- 電子決裁: who decided on a cycle's papers, and when
	cycle_id   INTEGER NOT NULL REFERENCES cycle(id),
	title      TEXT    NOT NULL,         -- 職名, as in the setting
	name       TEXT    NOT NULL,
	day        INTEGER NOT NULL,
	account_id INTEGER,                  -- who recorded it
	at         INTEGER NOT NULL,
	PRIMARY KEY (cycle_id, title)
) STRICT, WITHOUT ROWID;
