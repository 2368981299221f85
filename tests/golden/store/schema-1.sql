-- What tenken remembers. One SQLite file, tenken.db, in the data directory.
-- Times are seconds since 1970-01-01 UTC; days are days since 1970-01-01; flags
-- are 0 or 1. Text is kept as it came: never normalised.

CREATE TABLE setting (              -- what the body decided; absent rows mean the shipped default
	key   TEXT NOT NULL PRIMARY KEY,
	value TEXT NOT NULL
) STRICT;

CREATE TABLE department (           -- 部署, with a past
	id         INTEGER PRIMARY KEY,
	key        TEXT    NOT NULL UNIQUE,  -- 所属コード of the roster
	name       TEXT    NOT NULL,
	kind       TEXT    NOT NULL DEFAULT 'internal', -- internal 内部部局, committee 行政委員会, assembly 議会事務局
	ord        INTEGER NOT NULL,         -- the official order; every list keeps it
	flags      INTEGER NOT NULL DEFAULT 0, -- domain/organisation/flag.h
	valid_from INTEGER NOT NULL,         -- first day
	valid_to   INTEGER                   -- last day; null while it exists
) STRICT;

CREATE TABLE lineage (              -- which department came out of which (改編)
	predecessor_id INTEGER NOT NULL REFERENCES department(id),
	successor_id   INTEGER NOT NULL REFERENCES department(id),
	day            INTEGER NOT NULL,
	PRIMARY KEY (predecessor_id, successor_id)
) STRICT;

CREATE TABLE person (               -- 職員等
	id            INTEGER PRIMARY KEY,
	number        TEXT    NOT NULL UNIQUE,  -- 職員番号
	name          TEXT    NOT NULL,
	kana          TEXT    NOT NULL DEFAULT '',
	kind          TEXT    NOT NULL DEFAULT '', -- 正規, 会計年度任用 … the body's own words
	department_id INTEGER NOT NULL REFERENCES department(id), -- today's; a cycle keeps its own
	active        INTEGER NOT NULL DEFAULT 1  -- 0 after leaving; never deleted
) STRICT;
CREATE INDEX person_department ON person(department_id);

CREATE TABLE account (              -- who may sign in
	id        INTEGER PRIMARY KEY,
	login     TEXT    NOT NULL UNIQUE,
	person_id INTEGER UNIQUE REFERENCES person(id), -- null: an administrator outside the roster
	roles     INTEGER NOT NULL DEFAULT 1,  -- domain/organisation/role.h
	password  TEXT,                        -- Argon2id string; null until one is set
	active    INTEGER NOT NULL DEFAULT 1,
	created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE invitation (           -- one-time links to set a password
	digest     TEXT    NOT NULL PRIMARY KEY, -- of the token; the token itself is nowhere
	account_id INTEGER NOT NULL REFERENCES account(id),
	expires_at INTEGER NOT NULL,
	used_at    INTEGER
) STRICT;

CREATE TABLE session (              -- signed-in browsers; kept a while after their end (see kept)
	digest     TEXT    NOT NULL PRIMARY KEY, -- of the cookie's token
	account_id INTEGER NOT NULL REFERENCES account(id),
	form_key   TEXT    NOT NULL,       -- what a form must send back (CSRF)
	created_at INTEGER NOT NULL,
	expires_at INTEGER NOT NULL,
	ended_at   INTEGER                 -- signed out
) STRICT;
CREATE INDEX session_account ON session(account_id);

CREATE TABLE question_set (         -- 設問セット the secretariat has loaded, every edition
	id        INTEGER PRIMARY KEY,
	key       TEXT    NOT NULL,
	edition   TEXT    NOT NULL,
	title     TEXT    NOT NULL,
	digest    TEXT    NOT NULL UNIQUE, -- of the text
	yaml      TEXT    NOT NULL,        -- as it was loaded
	loaded_at INTEGER NOT NULL
) STRICT;

CREATE TABLE cycle (                -- 実施回
	id         INTEGER PRIMARY KEY,
	year       INTEGER NOT NULL,         -- fiscal year
	title      TEXT    NOT NULL,
	state      TEXT    NOT NULL,         -- domain/cycle/cycle.h
	base_day   INTEGER NOT NULL,         -- 基準日
	opens_day  INTEGER NOT NULL,
	due_day    INTEGER NOT NULL,         -- last day, to 23:59:59 JST
	edition    INTEGER NOT NULL DEFAULT 1, -- 版: raised when reopened
	k          INTEGER NOT NULL,         -- suppression bound, fixed when it opens
	grade_a    INTEGER NOT NULL DEFAULT 0, -- bounds of the grades in tenths of a percent, fixed when it opens
	grade_b    INTEGER NOT NULL DEFAULT 0,
	grade_c    INTEGER NOT NULL DEFAULT 0,
	opened_at  INTEGER,
	closed_at  INTEGER
) STRICT;

CREATE TABLE cycle_set (            -- the question sets of a cycle, frozen as they were when it opened
	cycle_id INTEGER NOT NULL REFERENCES cycle(id),
	set_key  TEXT    NOT NULL,
	ord      INTEGER NOT NULL,
	question_set_id INTEGER NOT NULL REFERENCES question_set(id),
	PRIMARY KEY (cycle_id, set_key)
) STRICT;

CREATE TABLE cycle_department (     -- the departments of a cycle, as they stood on its base date
	cycle_id      INTEGER NOT NULL REFERENCES cycle(id),
	department_id INTEGER NOT NULL REFERENCES department(id),
	name          TEXT    NOT NULL,
	kind          TEXT    NOT NULL,
	ord           INTEGER NOT NULL,
	flags         INTEGER NOT NULL,
	PRIMARY KEY (cycle_id, department_id)
) STRICT;

CREATE TABLE sheet (                -- 回答票: one person's (or office's) copy of a set
	id            INTEGER PRIMARY KEY,
	cycle_id      INTEGER NOT NULL REFERENCES cycle(id),
	set_key       TEXT    NOT NULL,
	department_id INTEGER NOT NULL REFERENCES department(id), -- on the base date
	person_id     INTEGER NOT NULL REFERENCES person(id),     -- who answers
	person_name   TEXT    NOT NULL,      -- as on the base date
	person_kind   TEXT    NOT NULL,
	revision      INTEGER NOT NULL DEFAULT 0, -- grows with each save; a form says which it was made from
	draft         TEXT,                  -- answers not submitted yet (domain/answer/answers.h); null when none
	draft_at      INTEGER,
	submitted     TEXT,                  -- answers that count
	submitted_at  INTEGER,               -- last time
	first_at      INTEGER,               -- first time: decides whether it was late
	late          INTEGER NOT NULL DEFAULT 0,
	UNIQUE (cycle_id, set_key, department_id, person_id)
) STRICT;
CREATE INDEX sheet_person ON sheet(person_id, cycle_id);
CREATE INDEX sheet_department ON sheet(cycle_id, department_id, set_key);

CREATE TABLE receipt (              -- 受付: one per submission that changed something; never changed
	number       TEXT    NOT NULL PRIMARY KEY, -- R08-000123-1: fiscal year, sheet, how often
	sheet_id     INTEGER NOT NULL REFERENCES sheet(id),
	submitted_at INTEGER NOT NULL,
	answered     INTEGER NOT NULL,
	digest       TEXT    NOT NULL        -- of the submitted document
) STRICT;
CREATE INDEX receipt_sheet ON receipt(sheet_id);

CREATE TABLE kept (                 -- typed after the session had ended: waits for the person to sign in again
	sheet_id INTEGER NOT NULL PRIMARY KEY REFERENCES sheet(id),
	answers  TEXT    NOT NULL,
	kept_at  INTEGER NOT NULL
) STRICT;

CREATE TABLE tally (                -- choices taken per department and item; kept in the transaction of the answers
	cycle_id      INTEGER NOT NULL,
	set_key       TEXT    NOT NULL,
	department_id INTEGER NOT NULL,
	item          TEXT    NOT NULL,
	s0            INTEGER NOT NULL DEFAULT 0, -- scored choices by slot
	s1            INTEGER NOT NULL DEFAULT 0,
	s2            INTEGER NOT NULL DEFAULT 0,
	s3            INTEGER NOT NULL DEFAULT 0,
	s4            INTEGER NOT NULL DEFAULT 0,
	na            INTEGER NOT NULL DEFAULT 0,
	unknown       INTEGER NOT NULL DEFAULT 0,
	PRIMARY KEY (cycle_id, set_key, department_id, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE progress (             -- sheets per department: what is asked, begun, submitted
	cycle_id      INTEGER NOT NULL,
	set_key       TEXT    NOT NULL,
	department_id INTEGER NOT NULL,
	asked         INTEGER NOT NULL DEFAULT 0,
	drafts        INTEGER NOT NULL DEFAULT 0, -- saved, never submitted
	submitted     INTEGER NOT NULL DEFAULT 0,
	late          INTEGER NOT NULL DEFAULT 0, -- of the submitted ones
	PRIMARY KEY (cycle_id, set_key, department_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE event (                -- 操作記録: who did what; never changed
	id         INTEGER PRIMARY KEY,
	at         INTEGER NOT NULL,
	account_id INTEGER,                  -- null: the command line
	what       TEXT    NOT NULL,         -- signed_in, roster_imported, cycle_opened …
	subject    TEXT    NOT NULL,
	detail     TEXT    NOT NULL
) STRICT;
