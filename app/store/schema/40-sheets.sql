-- Answers.

CREATE TABLE IF NOT EXISTS sheet (                -- 回答票: one person's (or office's) copy of a set
	id            INTEGER PRIMARY KEY,
	cycle_id      INTEGER NOT NULL REFERENCES cycle(id),
	set_key       TEXT    NOT NULL,
	department_id INTEGER NOT NULL REFERENCES department(id), -- on the base date
	person_id     INTEGER NOT NULL REFERENCES person(id),     -- who answers
	person_name   TEXT    NOT NULL,      -- as on the base date
	person_kind   TEXT    NOT NULL,
	revision      INTEGER NOT NULL DEFAULT 0, -- grows with each save; a form says which it was made from
	draft         TEXT,                  -- answers not submitted yet (domain/answers.h); null when none
	draft_at      INTEGER,
	submitted     TEXT,                  -- answers that count
	submitted_at  INTEGER,               -- last time
	first_at      INTEGER,               -- first time: decides whether it was late
	late          INTEGER NOT NULL DEFAULT 0,
	UNIQUE (cycle_id, set_key, department_id, person_id)
) STRICT;
CREATE INDEX IF NOT EXISTS sheet_person ON sheet(person_id, cycle_id);
CREATE INDEX IF NOT EXISTS sheet_department ON sheet(cycle_id, department_id, set_key);

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
	kept_at  INTEGER NOT NULL
) STRICT;
