-- The organisation, its people and who may sign in.

CREATE TABLE IF NOT EXISTS department (           -- 部署, with a past: what it was when is in department_term
	id         INTEGER PRIMARY KEY,
	key        TEXT    NOT NULL UNIQUE,  -- 所属コード of the roster
	valid_from INTEGER NOT NULL,         -- first day
	valid_to   INTEGER                   -- last day; null while it exists
) STRICT;

CREATE TABLE IF NOT EXISTS department_term (      -- what a department is from a day on: on a day the latest term counts
	department_id INTEGER NOT NULL REFERENCES department(id),
	valid_from    INTEGER NOT NULL,      -- the first one's is the department's
	name          TEXT    NOT NULL,
	kind          TEXT    NOT NULL DEFAULT 'internal', -- internal 内部部局, committee 行政委員会, assembly 議会事務局
	parent_id     INTEGER REFERENCES department(id),
	ord           INTEGER NOT NULL,      -- the official order; every list keeps it
	flags         INTEGER NOT NULL DEFAULT 0, -- domain/organisation/flag.h
	flags_approver TEXT   NOT NULL DEFAULT '', -- who approved the flags, and why they are so
	flags_reason  TEXT    NOT NULL DEFAULT '',
	approver      TEXT    NOT NULL DEFAULT '', -- who approved what makes this term another one, and why
	reason        TEXT    NOT NULL DEFAULT '',
	set_by        INTEGER REFERENCES account(id), -- null: the command line
	set_at        INTEGER NOT NULL DEFAULT 0,
	PRIMARY KEY (department_id, valid_from)
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS lineage (              -- which department came out of which (改編)
	predecessor_id INTEGER NOT NULL REFERENCES department(id),
	successor_id   INTEGER NOT NULL REFERENCES department(id),
	day            INTEGER NOT NULL,
	PRIMARY KEY (predecessor_id, successor_id)
) STRICT;

CREATE TABLE IF NOT EXISTS person (               -- 職員等; never deleted
	id         INTEGER PRIMARY KEY,
	number     TEXT    NOT NULL UNIQUE,  -- 職員番号
	name       TEXT    NOT NULL,
	kana       TEXT    NOT NULL DEFAULT '',
	kind       TEXT    NOT NULL DEFAULT '', -- 正規, 会計年度任用 … the body's own words
	mail       TEXT    NOT NULL DEFAULT '',
	joined_day INTEGER,                  -- 採用日; null: not known
	left_day   INTEGER                   -- 退職日, the last day; null while employed
) STRICT;

CREATE TABLE IF NOT EXISTS post (                 -- 職: who belongs where from when to when
	id            INTEGER PRIMARY KEY,
	person_id     INTEGER NOT NULL REFERENCES person(id),
	department_id INTEGER NOT NULL REFERENCES department(id),
	main          INTEGER NOT NULL DEFAULT 1, -- 0: 兼務. At most one main post a day
	title         TEXT    NOT NULL DEFAULT '', -- 職名
	valid_from    INTEGER NOT NULL,
	valid_to      INTEGER                -- last day; null while it is held
) STRICT;
CREATE INDEX IF NOT EXISTS post_person ON post(person_id, main, valid_from);
CREATE INDEX IF NOT EXISTS post_department ON post(department_id);

CREATE TABLE IF NOT EXISTS absence (              -- 休職・育休・長期派遣
	person_id INTEGER NOT NULL REFERENCES person(id),
	from_day  INTEGER NOT NULL,
	to_day    INTEGER,                   -- last day; null: not known yet
	reason    TEXT    NOT NULL DEFAULT '',
	PRIMARY KEY (person_id, from_day)
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS account (              -- who may sign in
	id        INTEGER PRIMARY KEY,
	login     TEXT    NOT NULL UNIQUE,
	person_id INTEGER UNIQUE REFERENCES person(id), -- null: an administrator outside the roster
	roles     INTEGER NOT NULL DEFAULT 1,  -- domain/organisation/role.h
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
