-- Answers.

CREATE TABLE IF NOT EXISTS sheet (                -- 回答票: one unit's copy of a set
	id            INTEGER PRIMARY KEY,
	cycle_id      INTEGER NOT NULL REFERENCES cycle(id),
	set_key       TEXT    NOT NULL,
	unit_id       INTEGER NOT NULL,      -- what it stands for, by the set's unit: person, department, register entry; 0 the body
	unit_name     TEXT    NOT NULL,      -- as on the base date
	department_id INTEGER NOT NULL REFERENCES department(id), -- on the base date
	flags         INTEGER NOT NULL DEFAULT 0, -- of all the departments it counts in: decides what is asked
	person_id     INTEGER REFERENCES person(id), -- who answers; null until someone is named
	person_name   TEXT    NOT NULL,      -- as on the base date
	person_kind   TEXT    NOT NULL,
	code          TEXT,                  -- printed on paper (domain/answer/sheet_code.h)
	revision      INTEGER NOT NULL DEFAULT 0, -- grows with each save; a form says which it was made from
	draft         TEXT,                  -- answers not submitted yet (domain/answer/answers.h); null when none
	draft_at      INTEGER,
	submitted     TEXT,                  -- answers that count
	submitted_at  INTEGER,               -- last time
	first_at      INTEGER,               -- first time: decides whether it was late
	told_at       INTEGER,               -- what others are told: the first time, or the one after a return
	late          INTEGER NOT NULL DEFAULT 0,
	seconds       INTEGER NOT NULL DEFAULT 0, -- how long the form was in hand, as far as is known; -1: typed in once, so never
	returned_at   INTEGER,               -- 差戻し; null again once it is submitted again
	returned_by   INTEGER,               -- account
	return_comment TEXT,
	confirmed_at  INTEGER,               -- 所属長確認
	confirmed_by  INTEGER,               -- account
	proxy_at      INTEGER,               -- 代理入力 of what was submitted last
	proxy_by      INTEGER,               -- account
	excluded_at   INTEGER,               -- 対象外
	excluded_by   INTEGER,               -- account
	excluded_reason TEXT,                -- a code of store/sheet/sheets.h
	excluded_text TEXT,
	UNIQUE (cycle_id, set_key, unit_id)
) STRICT;
CREATE UNIQUE INDEX IF NOT EXISTS sheet_code ON sheet(code);
CREATE INDEX IF NOT EXISTS sheet_person ON sheet(person_id, cycle_id);
CREATE INDEX IF NOT EXISTS sheet_of_department ON sheet(cycle_id, department_id, set_key);

CREATE TABLE IF NOT EXISTS sheet_department (        -- 兼務: further departments a sheet counts in, besides its own
	sheet_id      INTEGER NOT NULL REFERENCES sheet(id),
	department_id INTEGER NOT NULL REFERENCES department(id),
	PRIMARY KEY (sheet_id, department_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS sheet_department_of ON sheet_department(department_id);

CREATE TABLE IF NOT EXISTS receipt (              -- 受付: one per submission that changed something; never changed
	number       TEXT    NOT NULL PRIMARY KEY, -- R08-000123-1: fiscal year, sheet, how often
	sheet_id     INTEGER NOT NULL REFERENCES sheet(id),
	submitted_at INTEGER NOT NULL,
	answered     INTEGER NOT NULL,
	digest       TEXT    NOT NULL        -- of the submitted document
) STRICT;
CREATE INDEX IF NOT EXISTS receipt_sheet ON receipt(sheet_id);

CREATE TABLE IF NOT EXISTS kept (                 -- typed after the session had ended: waits for the person to sign in again
	sheet_id INTEGER NOT NULL PRIMARY KEY REFERENCES sheet(id),
	answers  TEXT    NOT NULL,
	kept_at  INTEGER NOT NULL,
	seconds  INTEGER NOT NULL DEFAULT 0  -- the form was in hand meanwhile
) STRICT;
