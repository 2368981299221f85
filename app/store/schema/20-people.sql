-- The organisation, its people and who may sign in.

CREATE TABLE IF NOT EXISTS department (           -- 部署, with a past
	id         INTEGER PRIMARY KEY,
	key        TEXT    NOT NULL UNIQUE,  -- 所属コード of the roster
	name       TEXT    NOT NULL,
	kind       TEXT    NOT NULL DEFAULT 'internal', -- internal 内部部局, committee 行政委員会, assembly 議会事務局
	ord        INTEGER NOT NULL,         -- the official order; every list keeps it
	flags      INTEGER NOT NULL DEFAULT 0, -- domain/flag.h
	valid_from INTEGER NOT NULL,         -- first day
	valid_to   INTEGER                   -- last day; null while it exists
) STRICT;

CREATE TABLE IF NOT EXISTS lineage (              -- which department came out of which (改編)
	predecessor_id INTEGER NOT NULL REFERENCES department(id),
	successor_id   INTEGER NOT NULL REFERENCES department(id),
	day            INTEGER NOT NULL,
	PRIMARY KEY (predecessor_id, successor_id)
) STRICT;

CREATE TABLE IF NOT EXISTS person (               -- 職員等
	id            INTEGER PRIMARY KEY,
	number        TEXT    NOT NULL UNIQUE,  -- 職員番号
	name          TEXT    NOT NULL,
	kana          TEXT    NOT NULL DEFAULT '',
	kind          TEXT    NOT NULL DEFAULT '', -- 正規, 会計年度任用 … the body's own words
	department_id INTEGER NOT NULL REFERENCES department(id), -- today's; a cycle keeps its own
	active        INTEGER NOT NULL DEFAULT 1  -- 0 after leaving; never deleted
) STRICT;
CREATE INDEX IF NOT EXISTS person_department ON person(department_id);

CREATE TABLE IF NOT EXISTS account (              -- who may sign in
	id        INTEGER PRIMARY KEY,
	login     TEXT    NOT NULL UNIQUE,
	person_id INTEGER UNIQUE REFERENCES person(id), -- null: an administrator outside the roster
	roles     INTEGER NOT NULL DEFAULT 1,  -- domain/role.h
	password  TEXT,                        -- Argon2id string; null until one is set
	active    INTEGER NOT NULL DEFAULT 1,
	created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE IF NOT EXISTS invitation (           -- one-time links to set a password
	digest     TEXT    NOT NULL PRIMARY KEY, -- of the token; the token itself is nowhere
	account_id INTEGER NOT NULL REFERENCES account(id),
	expires_at INTEGER NOT NULL,
	used_at    INTEGER
) STRICT;

CREATE TABLE IF NOT EXISTS session (              -- signed-in browsers; kept a while after their end (see kept)
	digest     TEXT    NOT NULL PRIMARY KEY, -- of the cookie's token
	account_id INTEGER NOT NULL REFERENCES account(id),
	form_key   TEXT    NOT NULL,       -- what a form must send back (CSRF)
	created_at INTEGER NOT NULL,
	expires_at INTEGER NOT NULL,
	ended_at   INTEGER                 -- signed out
) STRICT;
CREATE INDEX IF NOT EXISTS session_account ON session(account_id);
