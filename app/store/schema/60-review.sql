-- What people decide about the answers: 該当なし, free text, improvement.

CREATE TABLE IF NOT EXISTS na_decision (          -- 該当なしの判断: the latest of each group of equal answers
	cycle_id      INTEGER NOT NULL REFERENCES cycle(id),
	set_key       TEXT    NOT NULL,
	department_id INTEGER NOT NULL,      -- 0: the departments too small to be shown, together
	item          TEXT    NOT NULL,
	reason        TEXT    NOT NULL,      -- domain/answer/na.h; "" when none was said
	state         TEXT    NOT NULL,      -- accepted, review (見直しのお願い)
	count         INTEGER NOT NULL,      -- how many it was decided on: one more, and it is open again
	comment       TEXT    NOT NULL DEFAULT '',
	account_id    INTEGER NOT NULL REFERENCES account(id),
	who           TEXT    NOT NULL,      -- name at the time
	at            INTEGER NOT NULL,
	PRIMARY KEY (cycle_id, set_key, department_id, item, reason)
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS na_ask (               -- 見直しのお願い: whose answers they are; gone once submitted again
	sheet_id      INTEGER NOT NULL REFERENCES sheet(id),
	department_id INTEGER NOT NULL,      -- whose manager asked
	item          TEXT    NOT NULL,
	reason        TEXT    NOT NULL,
	PRIMARY KEY (sheet_id, department_id, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS remark_decision (      -- 自由記述の確認: what becomes of a text in documents
	cycle_id   INTEGER NOT NULL REFERENCES cycle(id),
	key        TEXT    NOT NULL,         -- digest of set, department, item and text: another text is undecided
	revision   INTEGER NOT NULL,         -- the latest counts; in a document, the latest when it was issued
	state      TEXT    NOT NULL,         -- adopted, rewritten, left_out, undecided again
	wording    TEXT    NOT NULL DEFAULT '', -- of a rewritten one
	reason     TEXT    NOT NULL DEFAULT '', -- of one left out
	account_id INTEGER NOT NULL REFERENCES account(id),
	at         INTEGER NOT NULL,
	PRIMARY KEY (cycle_id, key, revision)
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS plan (                 -- 改善策
	id            INTEGER PRIMARY KEY,
	cycle_id      INTEGER NOT NULL REFERENCES cycle(id),
	department_id INTEGER REFERENCES department(id), -- null: of the body
	set_key       TEXT    NOT NULL,
	item          TEXT    NOT NULL,
	measure       TEXT    NOT NULL,      -- what will be done
	owner_id      INTEGER NOT NULL REFERENCES person(id),
	owner_name    TEXT    NOT NULL,      -- when it was entrusted
	due_day       INTEGER NOT NULL,
	state         TEXT    NOT NULL,      -- planned, doing, done, dropped
	done_day      INTEGER,
	result        TEXT    NOT NULL DEFAULT '',
	revision      INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX IF NOT EXISTS plan_cycle ON plan(cycle_id, department_id);

CREATE TABLE IF NOT EXISTS plan_change (          -- every state a plan has been in; never changed
	plan_id    INTEGER NOT NULL REFERENCES plan(id),
	revision   INTEGER NOT NULL,
	at         INTEGER NOT NULL,
	who        TEXT    NOT NULL,
	measure    TEXT    NOT NULL,
	owner_name TEXT    NOT NULL,
	due_day    INTEGER NOT NULL,
	state      TEXT    NOT NULL,
	done_day   INTEGER,
	result     TEXT    NOT NULL,
	PRIMARY KEY (plan_id, revision)
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS practice (             -- 好事例
	id            INTEGER PRIMARY KEY,
	cycle_id      INTEGER NOT NULL REFERENCES cycle(id),
	department_id INTEGER REFERENCES department(id), -- null: of the body
	text          TEXT    NOT NULL,
	consent       TEXT    NOT NULL,      -- who agreed that it may be told
	who           TEXT    NOT NULL,      -- recorded it
	at            INTEGER NOT NULL,
	state         TEXT    NOT NULL DEFAULT 'recorded', -- recorded, adopted, declined
	revision      INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX IF NOT EXISTS practice_cycle ON practice(cycle_id, department_id);

CREATE TABLE IF NOT EXISTS practice_decision (    -- every decision on one; never changed
	practice_id INTEGER NOT NULL REFERENCES practice(id),
	revision    INTEGER NOT NULL,
	state       TEXT    NOT NULL,
	account_id  INTEGER NOT NULL REFERENCES account(id),
	at          INTEGER NOT NULL,
	PRIMARY KEY (practice_id, revision)
) STRICT, WITHOUT ROWID;
