-- Question sets and the cycles they are asked in.

CREATE TABLE IF NOT EXISTS question_set (         -- 設問セット the secretariat has loaded, every edition
	id        INTEGER PRIMARY KEY,
	key       TEXT    NOT NULL,
	edition   TEXT    NOT NULL,
	title     TEXT    NOT NULL,
	digest    TEXT    NOT NULL UNIQUE, -- of the text
	yaml      TEXT    NOT NULL,        -- as it was loaded
	loaded_at INTEGER NOT NULL
) STRICT;

CREATE TABLE IF NOT EXISTS cycle (                -- 実施回
	id         INTEGER PRIMARY KEY,
	year       INTEGER NOT NULL,         -- fiscal year
	title      TEXT    NOT NULL,
	kind       TEXT    NOT NULL DEFAULT 'annual', -- annual 定期, adhoc 随時
	state      TEXT    NOT NULL,         -- domain/cycle/cycle.h
	base_day   INTEGER NOT NULL,         -- 基準日
	opens_day  INTEGER NOT NULL,
	due_day    INTEGER NOT NULL,         -- last day, to 23:59:59 JST
	grace_day  INTEGER,                  -- 猶予: until when late answers are taken; null: no such days
	automatic  INTEGER NOT NULL DEFAULT 0, -- 1: opens and closes by itself on its days
	edition    INTEGER NOT NULL DEFAULT 1, -- 版: raised when reopened
	k          INTEGER NOT NULL,         -- suppression bound, fixed when it opens
	grade_a    INTEGER NOT NULL DEFAULT 0, -- bounds of the grades in tenths of a percent, fixed when it opens
	grade_b    INTEGER NOT NULL DEFAULT 0,
	grade_c    INTEGER NOT NULL DEFAULT 0,
	individual INTEGER NOT NULL DEFAULT 0, -- 1: managers may read single answers, and the forms say so
	approver   TEXT    NOT NULL DEFAULT '', -- who approved the questions
	approved_at INTEGER,
	approved_by INTEGER,                 -- the account that recorded it
	opened_at  INTEGER,
	final_at   INTEGER,                  -- since when the figures are final; null while they may change
	reported_day INTEGER,                -- 委員会等への報告日
	ended_at   INTEGER,
	previous_id INTEGER REFERENCES cycle(id) -- the cycle it was made from
) STRICT;

CREATE TABLE IF NOT EXISTS cycle_move (           -- every move of a cycle; never changed
	id         INTEGER PRIMARY KEY,
	cycle_id   INTEGER NOT NULL REFERENCES cycle(id),
	at         INTEGER NOT NULL,
	account_id INTEGER,                  -- null: the command line, or by itself
	by_itself  INTEGER NOT NULL DEFAULT 0, -- 1: its day had come
	from_state TEXT    NOT NULL,
	to_state   TEXT    NOT NULL,         -- the same: its days were changed
	edition    INTEGER NOT NULL,         -- from this move on
	reason     TEXT    NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS cycle_move_cycle ON cycle_move(cycle_id);

CREATE TABLE IF NOT EXISTS cycle_set (            -- the question sets of a cycle, frozen as they were when it opened
	cycle_id INTEGER NOT NULL REFERENCES cycle(id),
	set_key  TEXT    NOT NULL,
	ord      INTEGER NOT NULL,
	question_set_id INTEGER NOT NULL REFERENCES question_set(id),
	PRIMARY KEY (cycle_id, set_key)
) STRICT;

CREATE TABLE IF NOT EXISTS rule_text (            -- the policy and the scales, every edition a cycle was opened with
	digest TEXT PRIMARY KEY,
	yaml   TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS cycle_rules (          -- by which of them a cycle is asked and counted, whatever ships later
	cycle_id INTEGER PRIMARY KEY REFERENCES cycle(id),
	policy   TEXT NOT NULL REFERENCES rule_text(digest),
	scales   TEXT NOT NULL REFERENCES rule_text(digest)
) STRICT;

CREATE TABLE IF NOT EXISTS cycle_department (     -- the departments of a cycle, as they stood on its base date
	cycle_id      INTEGER NOT NULL REFERENCES cycle(id),
	department_id INTEGER NOT NULL REFERENCES department(id),
	name          TEXT    NOT NULL,
	kind          TEXT    NOT NULL,
	ord           INTEGER NOT NULL,
	flags         INTEGER NOT NULL,
	approver      TEXT    NOT NULL DEFAULT '', -- of the flags, and why they are so
	reason        TEXT    NOT NULL DEFAULT '',
	PRIMARY KEY (cycle_id, department_id)
) STRICT;

CREATE TABLE IF NOT EXISTS item_change (          -- what the author said of an item that reads otherwise than last year
	question_set_id INTEGER NOT NULL REFERENCES question_set(id),
	item       TEXT    NOT NULL,
	change     TEXT    NOT NULL,         -- wording 文言のみ, meaning 意味変更
	meaning    INTEGER NOT NULL,         -- of the item from this edition on
	account_id INTEGER,
	at         INTEGER NOT NULL,
	PRIMARY KEY (question_set_id, item)
) STRICT;
