-- What tenken remembers. One SQLite file, tenken.db, in the data directory.
-- Times are seconds since 1970-01-01 UTC; days are days since 1970-01-01; flags
-- are 0 or 1. Text is kept as it came: never normalised.

CREATE TABLE setting (              -- what the body decided; absent rows mean the shipped default
	key   TEXT NOT NULL PRIMARY KEY,
	value TEXT NOT NULL
) STRICT;

CREATE TABLE event (                -- 操作記録: who did what; never changed
	id         INTEGER PRIMARY KEY,
	at         INTEGER NOT NULL,
	account_id INTEGER,                  -- null: the command line
	what       TEXT    NOT NULL,         -- signed_in, roster_imported, cycle_opened …
	subject    TEXT    NOT NULL,
	detail     TEXT    NOT NULL
) STRICT;
CREATE INDEX event_subject ON event(subject);
-- The office calendar: what the law does not say.

CREATE TABLE closing_day (          -- 閉庁日 of the body's own
	id    INTEGER PRIMARY KEY,
	first INTEGER NOT NULL,
	last  INTEGER NOT NULL,
	name  TEXT    NOT NULL               -- 夏季休業, 開庁記念日 …
) STRICT;
-- The organisation, its people and who may sign in.

CREATE TABLE department (           -- 部署, with a past: what it was when is in department_term
	id         INTEGER PRIMARY KEY,
	key        TEXT    NOT NULL UNIQUE,  -- 所属コード of the roster
	valid_from INTEGER NOT NULL,         -- first day
	valid_to   INTEGER                   -- last day; null while it exists
) STRICT;

CREATE TABLE department_term (      -- what a department is from a day on: on a day the latest term counts
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

CREATE TABLE lineage (              -- which department came out of which (改編)
	predecessor_id INTEGER NOT NULL REFERENCES department(id),
	successor_id   INTEGER NOT NULL REFERENCES department(id),
	day            INTEGER NOT NULL,
	PRIMARY KEY (predecessor_id, successor_id)
) STRICT;

CREATE TABLE person (               -- 職員等; never deleted
	id         INTEGER PRIMARY KEY,
	number     TEXT    NOT NULL UNIQUE,  -- 職員番号
	name       TEXT    NOT NULL,
	kana       TEXT    NOT NULL DEFAULT '',
	kind       TEXT    NOT NULL DEFAULT '', -- 正規, 会計年度任用 … the body's own words
	mail       TEXT    NOT NULL DEFAULT '',
	joined_day INTEGER,                  -- 採用日; null: not known
	left_day   INTEGER                   -- 退職日, the last day; null while employed
) STRICT;

CREATE TABLE post (                 -- 職: who belongs where from when to when
	id            INTEGER PRIMARY KEY,
	person_id     INTEGER NOT NULL REFERENCES person(id),
	department_id INTEGER NOT NULL REFERENCES department(id),
	main          INTEGER NOT NULL DEFAULT 1, -- 0: 兼務. At most one main post a day
	title         TEXT    NOT NULL DEFAULT '', -- 職名
	valid_from    INTEGER NOT NULL,
	valid_to      INTEGER                -- last day; null while it is held
) STRICT;
CREATE INDEX post_person ON post(person_id, main, valid_from);
CREATE INDEX post_department ON post(department_id);

CREATE TABLE absence (              -- 休職・育休・長期派遣
	person_id INTEGER NOT NULL REFERENCES person(id),
	from_day  INTEGER NOT NULL,
	to_day    INTEGER,                   -- last day; null: not known yet
	reason    TEXT    NOT NULL DEFAULT '',
	PRIMARY KEY (person_id, from_day)
) STRICT, WITHOUT ROWID;

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
-- Registers: what the body has and who is responsible for it.

CREATE TABLE entry (                -- 台帳の1件: a system, a contract, an account …
	id            INTEGER PRIMARY KEY,
	kind          TEXT    NOT NULL,      -- of questionnaires/registers.yaml
	key           TEXT    NOT NULL,      -- 管理番号
	name          TEXT    NOT NULL,
	department_id INTEGER NOT NULL REFERENCES department(id),
	owner_id      INTEGER REFERENCES person(id),
	valid_from    INTEGER NOT NULL,      -- first day
	valid_to      INTEGER,               -- last day; null while it is there
	fields        TEXT    NOT NULL,      -- {"key": "text"}: what its kind has besides
	UNIQUE (kind, key)
) STRICT;
CREATE INDEX entry_owner ON entry(owner_id);
CREATE INDEX entry_department ON entry(department_id);
-- Question sets and the cycles they are asked in.

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

CREATE TABLE cycle_move (           -- every move of a cycle; never changed
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
CREATE INDEX cycle_move_cycle ON cycle_move(cycle_id);

CREATE TABLE cycle_set (            -- the question sets of a cycle, frozen as they were when it opened
	cycle_id INTEGER NOT NULL REFERENCES cycle(id),
	set_key  TEXT    NOT NULL,
	ord      INTEGER NOT NULL,
	question_set_id INTEGER NOT NULL REFERENCES question_set(id),
	PRIMARY KEY (cycle_id, set_key)
) STRICT;

CREATE TABLE rule_text (            -- the policy and the scales, every edition a cycle was opened with
	digest TEXT PRIMARY KEY,
	yaml   TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE cycle_rules (          -- by which of them a cycle is asked and counted, whatever ships later
	cycle_id INTEGER PRIMARY KEY REFERENCES cycle(id),
	policy   TEXT NOT NULL REFERENCES rule_text(digest),
	scales   TEXT NOT NULL REFERENCES rule_text(digest)
) STRICT;

CREATE TABLE cycle_department (     -- the departments of a cycle, as they stood on its base date
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

CREATE TABLE item_change (          -- what the author said of an item that reads otherwise than last year
	question_set_id INTEGER NOT NULL REFERENCES question_set(id),
	item       TEXT    NOT NULL,
	change     TEXT    NOT NULL,         -- wording 文言のみ, meaning 意味変更
	meaning    INTEGER NOT NULL,         -- of the item from this edition on
	account_id INTEGER,
	at         INTEGER NOT NULL,
	PRIMARY KEY (question_set_id, item)
) STRICT;
-- Answers.

CREATE TABLE sheet (                -- 回答票: one unit's copy of a set
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
CREATE UNIQUE INDEX sheet_code ON sheet(code);
CREATE INDEX sheet_person ON sheet(person_id, cycle_id);
CREATE INDEX sheet_of_department ON sheet(cycle_id, department_id, set_key);

CREATE TABLE sheet_department (        -- 兼務: further departments a sheet counts in, besides its own
	sheet_id      INTEGER NOT NULL REFERENCES sheet(id),
	department_id INTEGER NOT NULL REFERENCES department(id),
	PRIMARY KEY (sheet_id, department_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX sheet_department_of ON sheet_department(department_id);

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
	kept_at  INTEGER NOT NULL,
	seconds  INTEGER NOT NULL DEFAULT 0  -- the form was in hand meanwhile
) STRICT;
-- What is kept beside the answers of a sheet.

CREATE TABLE attachment (           -- 証跡: a file handed in with an answer
	id         INTEGER PRIMARY KEY,
	sheet_id   INTEGER NOT NULL REFERENCES sheet(id),
	item       TEXT    NOT NULL,
	digest     TEXT    NOT NULL,         -- of the bytes (store/files.h)
	name       TEXT    NOT NULL,         -- as it was called
	kind       TEXT    NOT NULL,         -- domain/answer/evidence.h
	size       INTEGER NOT NULL,
	secrecy    INTEGER NOT NULL,         -- 機密性 1 to 3
	added_at   INTEGER NOT NULL,
	added_by   INTEGER NOT NULL,         -- account
	removed_at INTEGER,                  -- taken back; the row and the bytes stay
	removed_by INTEGER
) STRICT;
CREATE INDEX attachment_sheet ON attachment(sheet_id);

CREATE TABLE paper (                -- 紙の回答: what was typed in for someone
	receipt  TEXT    NOT NULL PRIMARY KEY REFERENCES receipt(number),
	sheet_id INTEGER NOT NULL REFERENCES sheet(id),
	day      INTEGER NOT NULL,           -- written on the paper; or the workbook was handed in
	typed_by INTEGER NOT NULL,           -- account
	typed_at INTEGER NOT NULL
) STRICT;

CREATE TABLE lesson (               -- 答え合わせ: who was shown the right answers, and has read them
	sheet_id  INTEGER NOT NULL REFERENCES sheet(id),
	person_id INTEGER NOT NULL REFERENCES person(id),
	taught_at INTEGER NOT NULL,          -- shown first: since then the knowledge answers stand
	read_at   INTEGER,                   -- said to have been read: evidence of training
	PRIMARY KEY (sheet_id, person_id)
) STRICT, WITHOUT ROWID;
-- Summaries, kept in the transaction of the answers.

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
	n0            INTEGER NOT NULL DEFAULT 0, -- of na, by reason (domain/answer/na.h)
	n1            INTEGER NOT NULL DEFAULT 0,
	n2            INTEGER NOT NULL DEFAULT 0,
	n3            INTEGER NOT NULL DEFAULT 0,
	n4            INTEGER NOT NULL DEFAULT 0,
	PRIMARY KEY (cycle_id, set_key, department_id, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE progress (             -- sheets per department: what is asked, begun, submitted
	cycle_id      INTEGER NOT NULL,
	set_key       TEXT    NOT NULL,
	department_id INTEGER NOT NULL,
	asked         INTEGER NOT NULL DEFAULT 0, -- without the excluded
	drafts        INTEGER NOT NULL DEFAULT 0, -- saved, never submitted
	submitted     INTEGER NOT NULL DEFAULT 0,
	late          INTEGER NOT NULL DEFAULT 0, -- of the submitted ones
	returned      INTEGER NOT NULL DEFAULT 0, -- of the submitted ones: 差戻し, not submitted again yet
	confirmed     INTEGER NOT NULL DEFAULT 0, -- of the submitted ones
	excluded      INTEGER NOT NULL DEFAULT 0, -- 対象外: in none of the others
	PRIMARY KEY (cycle_id, set_key, department_id)
) STRICT, WITHOUT ROWID;

-- 公表分: what is shown of a department while its cycle is live (store/figure/shown.h).

CREATE TABLE shown (
	cycle_id      INTEGER NOT NULL,
	set_key       TEXT    NOT NULL,
	department_id INTEGER NOT NULL,
	submitted     INTEGER NOT NULL,      -- sheets in what is shown
	times         INTEGER NOT NULL DEFAULT 1, -- copied: tells one state of it from the next
	PRIMARY KEY (cycle_id, set_key, department_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE shown_tally (          -- copies of rows of tally, column by column
	cycle_id      INTEGER NOT NULL,
	set_key       TEXT    NOT NULL,
	department_id INTEGER NOT NULL,
	item          TEXT    NOT NULL,
	s0            INTEGER NOT NULL,
	s1            INTEGER NOT NULL,
	s2            INTEGER NOT NULL,
	s3            INTEGER NOT NULL,
	s4            INTEGER NOT NULL,
	na            INTEGER NOT NULL,
	unknown       INTEGER NOT NULL,
	n0            INTEGER NOT NULL,
	n1            INTEGER NOT NULL,
	n2            INTEGER NOT NULL,
	n3            INTEGER NOT NULL,
	n4            INTEGER NOT NULL,
	PRIMARY KEY (cycle_id, set_key, department_id, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE unshown (              -- sheets that changed since
	cycle_id      INTEGER NOT NULL,
	set_key       TEXT    NOT NULL,
	department_id INTEGER NOT NULL,
	sheet_id      INTEGER NOT NULL,
	document      TEXT,                  -- what counts of it in what is shown; null: nothing
	PRIMARY KEY (cycle_id, set_key, department_id, sheet_id)
) STRICT, WITHOUT ROWID;
-- What takes longer than a page.

CREATE TABLE job (                  -- 処理: done one at a time beside the answering of people (work/job.h)
	id          INTEGER PRIMARY KEY,
	kind        TEXT    NOT NULL,         -- work/kinds.c
	subject     TEXT    NOT NULL,         -- what it is about, in words for people
	given       TEXT    NOT NULL DEFAULT '', -- what its kind reads
	input       TEXT,                     -- digest of a file it reads (store/files.h)
	state       TEXT    NOT NULL DEFAULT 'queued', -- queued, running, done, failed, cut off, cancelled
	done        INTEGER NOT NULL DEFAULT 0,
	total       INTEGER NOT NULL DEFAULT 0, -- 0: not known yet
	held        INTEGER NOT NULL DEFAULT 0, -- 1: nobody else changes the organisation meanwhile
	account_id  INTEGER REFERENCES account(id), -- who asked for it; null: the server itself
	created_at  INTEGER NOT NULL,
	started_at  INTEGER,
	finished_at INTEGER,
	message     TEXT    NOT NULL DEFAULT '', -- what came of it, or why nothing did
	digest      TEXT,                     -- of the result, when there is one
	filename    TEXT
) STRICT;
CREATE INDEX job_waiting ON job(state, id) WHERE state IN ('queued', 'running');
-- What people decide about the answers: 該当なし, free text, improvement.

CREATE TABLE na_decision (          -- 該当なしの判断: the latest of each group of equal answers
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

CREATE TABLE na_ask (               -- 見直しのお願い: whose answers they are; gone once submitted again
	sheet_id      INTEGER NOT NULL REFERENCES sheet(id),
	department_id INTEGER NOT NULL,      -- whose manager asked
	item          TEXT    NOT NULL,
	reason        TEXT    NOT NULL,
	PRIMARY KEY (sheet_id, department_id, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE remark_decision (      -- 自由記述の確認: what becomes of a text in documents
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

CREATE TABLE plan (                 -- 改善策
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
CREATE INDEX plan_cycle ON plan(cycle_id, department_id);

CREATE TABLE plan_change (          -- every state a plan has been in; never changed
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

CREATE TABLE practice (             -- 好事例
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
CREATE INDEX practice_cycle ON practice(cycle_id, department_id);

CREATE TABLE practice_decision (    -- every decision on one; never changed
	practice_id INTEGER NOT NULL REFERENCES practice(id),
	revision    INTEGER NOT NULL,
	state       TEXT    NOT NULL,
	account_id  INTEGER NOT NULL REFERENCES account(id),
	at          INTEGER NOT NULL,
	PRIMARY KEY (practice_id, revision)
) STRICT, WITHOUT ROWID;
-- Reminders: the ladder as the body has it, and what was sent to whom.

CREATE TABLE rung (                 -- 督促の段: what differs from reports/reminders.yaml, and own ones
	key       TEXT    NOT NULL PRIMARY KEY,
	used      INTEGER NOT NULL,
	days      INTEGER NOT NULL,          -- after the due day; negative: before
	recipient TEXT    NOT NULL,          -- person, manager, head
	subject   TEXT    NOT NULL,
	text      TEXT    NOT NULL
) STRICT;

CREATE TABLE wave (                 -- one rung climbed, or one sending by hand of the secretariat
	id        INTEGER PRIMARY KEY,
	cycle_id  INTEGER NOT NULL REFERENCES cycle(id),
	due_day   INTEGER NOT NULL,          -- that it was about: another one is reminded of anew
	rung      TEXT    NOT NULL,          -- its key; a word of its own for one by hand
	recipient TEXT    NOT NULL,
	department_id INTEGER REFERENCES department(id), -- whose people only; null: all
	day       INTEGER NOT NULL,          -- of planning
	subject   TEXT    NOT NULL,          -- as they were then, with their places
	text      TEXT    NOT NULL,
	state     TEXT    NOT NULL,          -- planning, sending, done; skipped: a later rung was due as well
	tries     INTEGER NOT NULL DEFAULT 0, -- how often the mail server could not be reached
	retry_at  INTEGER,                   -- not before
	planned_at INTEGER NOT NULL,
	account_id INTEGER REFERENCES account(id), -- who sent it by hand; null: the ladder
	UNIQUE (cycle_id, due_day, rung)     -- nothing is sent twice
) STRICT;

CREATE TABLE reminder (             -- one person's part in a wave
	id        INTEGER PRIMARY KEY,
	wave_id   INTEGER NOT NULL REFERENCES wave(id),
	person_id INTEGER NOT NULL REFERENCES person(id),
	address   TEXT    NOT NULL,          -- '': no mail, on the printed list
	state     TEXT    NOT NULL,          -- store/remind/reminders.h
	tries     INTEGER NOT NULL DEFAULT 0,
	sent_at   INTEGER,
	message_id TEXT,                     -- for looking it up in the mail server's log
	error     TEXT,
	UNIQUE (wave_id, person_id)
) STRICT;
CREATE INDEX reminder_state ON reminder(wave_id, state, id);
-- Issued documents, and what a final cycle keeps of the settings.

CREATE TABLE document (             -- 発行した文書: one row an edition; never changed
	id            INTEGER PRIMARY KEY,
	cycle_id      INTEGER NOT NULL REFERENCES cycle(id),
	recipe        TEXT    NOT NULL,      -- reports/RECIPE.yaml
	set_key       TEXT    NOT NULL,
	department_id INTEGER NOT NULL,      -- 0: the body as a whole
	edition       INTEGER NOT NULL,      -- 版
	cycle_edition INTEGER NOT NULL,      -- of the cycle whose figures it shows
	year          INTEGER NOT NULL,      -- the fiscal year its number was counted in
	number        INTEGER NOT NULL,      -- 第n号; every edition has that of the first
	mark          TEXT    NOT NULL,      -- 文書記号
	reason        TEXT    NOT NULL,      -- 差替え理由; "" for the first edition
	issued_at     INTEGER NOT NULL,
	issued_by     TEXT    NOT NULL,      -- the name, as it is printed
	UNIQUE (cycle_id, recipe, set_key, department_id, edition)
) STRICT;

CREATE TABLE document_file (        -- its bytes, kept when they are first asked for
	document_id INTEGER NOT NULL REFERENCES document(id),
	format      TEXT    NOT NULL,        -- pdf …
	digest      TEXT    NOT NULL,        -- store/files.h
	size        INTEGER NOT NULL,
	PRIMARY KEY (document_id, format)
) STRICT, WITHOUT ROWID;

CREATE TABLE document_counter (     -- the last number given in a fiscal year
	year   INTEGER PRIMARY KEY,
	number INTEGER NOT NULL
) STRICT;

CREATE TABLE cycle_setting (        -- the settings as they were when the figures became final
	cycle_id INTEGER NOT NULL REFERENCES cycle(id),
	key      TEXT    NOT NULL,
	value    TEXT    NOT NULL,
	PRIMARY KEY (cycle_id, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE cycle_year (           -- the years a final cycle is compared with, as they stood when it became final
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

CREATE TABLE cycle_year_figure (
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

CREATE TABLE approval (             -- 電子決裁: who decided on a cycle's papers, and when
	cycle_id   INTEGER NOT NULL REFERENCES cycle(id),
	title      TEXT    NOT NULL,         -- 職名, as in the setting
	name       TEXT    NOT NULL,
	day        INTEGER NOT NULL,
	account_id INTEGER,                  -- who recorded it
	at         INTEGER NOT NULL,
	PRIMARY KEY (cycle_id, title)
) STRICT, WITHOUT ROWID;
-- Findings of audits (監査の指摘) and what becomes of them.

CREATE TABLE finding (              -- 指摘; never deleted
	id            INTEGER PRIMARY KEY,
	year          INTEGER NOT NULL,      -- fiscal year it was raised in
	serial        INTEGER NOT NULL,      -- 指摘番号 R08-003: the third of the year
	department_id INTEGER NOT NULL REFERENCES department(id),
	title         TEXT    NOT NULL,      -- 件名
	severity      TEXT    NOT NULL,      -- domain/audit/finding.h
	clause        TEXT    NOT NULL,      -- key of the policy's clause
	threat        TEXT    NOT NULL DEFAULT '', -- key of the threat; "" none
	item          TEXT    NOT NULL DEFAULT '', -- question or checklist item it came from; "" raised by hand
	facts         TEXT    NOT NULL,      -- 事実
	criterion     TEXT    NOT NULL,      -- 基準との差
	cause         TEXT    NOT NULL,      -- 原因
	effect        TEXT    NOT NULL,      -- 影響
	proposal      TEXT    NOT NULL,      -- 改善の提案
	state         TEXT    NOT NULL,
	due_day       INTEGER,               -- 期限 of the measures, or of an accepted risk; null: none yet
	raised_by     INTEGER NOT NULL REFERENCES account(id),
	raised_at     INTEGER NOT NULL,
	confirmed_at  INTEGER,
	closed_at     INTEGER,
	predecessor_id INTEGER REFERENCES finding(id), -- the same finding of an earlier year
	times         INTEGER NOT NULL DEFAULT 1, -- how often it has been found, this time included
	parent_id     INTEGER REFERENCES finding(id), -- 横展開: whose likely problem this department shares
	revision      INTEGER NOT NULL DEFAULT 1,
	UNIQUE (year, serial)
) STRICT;
CREATE INDEX finding_department ON finding(department_id, state);
CREATE INDEX finding_parent ON finding(parent_id);

CREATE TABLE finding_move (         -- every move and what was said with it; never changed
	id         INTEGER PRIMARY KEY,
	finding_id INTEGER NOT NULL REFERENCES finding(id),
	at         INTEGER NOT NULL,
	account_id INTEGER NOT NULL REFERENCES account(id),
	who        TEXT    NOT NULL,         -- name at the time
	name       TEXT    NOT NULL,
	from_state TEXT    NOT NULL,
	to_state   TEXT    NOT NULL,
	reason     TEXT    NOT NULL,
	revision   INTEGER NOT NULL          -- of the finding before: what came first
) STRICT;
CREATE INDEX finding_move_of ON finding_move(finding_id);

CREATE TABLE finding_plan (         -- 改善計画: each one that was handed in
	finding_id INTEGER NOT NULL REFERENCES finding(id),
	edition    INTEGER NOT NULL,
	stopgap    TEXT    NOT NULL,         -- 応急措置
	cause      TEXT    NOT NULL,         -- 原因分析
	measure    TEXT    NOT NULL,         -- 恒久対策
	spread     INTEGER NOT NULL,         -- 1: 横展開 to other departments is needed
	budget     INTEGER NOT NULL,         -- 1: 予算 is needed
	owner_id   INTEGER NOT NULL REFERENCES person(id),
	owner_name TEXT    NOT NULL,
	due_day    INTEGER NOT NULL,
	at         INTEGER NOT NULL,
	account_id INTEGER NOT NULL REFERENCES account(id),
	who        TEXT    NOT NULL,
	revision   INTEGER NOT NULL,         -- of the finding before
	PRIMARY KEY (finding_id, edition)
) STRICT, WITHOUT ROWID;

CREATE TABLE finding_report (       -- 改善報告: each one that was handed in
	finding_id INTEGER NOT NULL REFERENCES finding(id),
	edition    INTEGER NOT NULL,
	day        INTEGER NOT NULL,         -- 実施日
	done       TEXT    NOT NULL,         -- 実施した内容
	effect     TEXT    NOT NULL,         -- 効果の自己確認
	remaining  TEXT    NOT NULL,         -- 残る課題
	at         INTEGER NOT NULL,
	account_id INTEGER NOT NULL REFERENCES account(id),
	who        TEXT    NOT NULL,
	revision   INTEGER NOT NULL,         -- of the finding before
	PRIMARY KEY (finding_id, edition)
) STRICT, WITHOUT ROWID;
-- How long records are kept, what holds them longer, what was disposed of, and the
-- archives written of what had ended.

CREATE TABLE retention_change (     -- 保存期間の変更: of a kind the latest counts; never changed
	id         INTEGER PRIMARY KEY,
	kind       TEXT    NOT NULL,         -- of reports/retention.yaml
	class      TEXT    NOT NULL,         -- domain/keep/retention.h
	reason     TEXT    NOT NULL,
	account_id INTEGER NOT NULL REFERENCES account(id),
	at         INTEGER NOT NULL
) STRICT;

CREATE TABLE retention_hold (       -- 保留: not to be disposed of for now
	id         INTEGER PRIMARY KEY,
	cycle_id   INTEGER REFERENCES cycle(id), -- null: what is kept by fiscal year
	year       INTEGER NOT NULL,
	kind       TEXT    NOT NULL,         -- '': every kind
	reason     TEXT    NOT NULL,
	set_by     INTEGER NOT NULL REFERENCES account(id),
	set_at     INTEGER NOT NULL,
	lifted_by  INTEGER REFERENCES account(id),
	lifted_at  INTEGER,                  -- null: it holds
	lifted_reason TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE disposal (             -- 廃棄: of a cycle's records, or a fiscal year's; never deleted
	id          INTEGER PRIMARY KEY,
	cycle_id    INTEGER REFERENCES cycle(id), -- null: of a fiscal year
	year        INTEGER NOT NULL,
	state       TEXT    NOT NULL,        -- domain/keep/disposal.h
	reason      TEXT    NOT NULL,
	proposed_by INTEGER NOT NULL REFERENCES account(id),
	proposer    TEXT    NOT NULL,        -- name at the time
	proposed_at INTEGER NOT NULL,
	decided_by  INTEGER REFERENCES account(id),
	decider     TEXT    NOT NULL DEFAULT '',
	decided_at  INTEGER,
	comment     TEXT    NOT NULL DEFAULT '',
	executed_by INTEGER REFERENCES account(id), -- whose wish the job was
	executor    TEXT    NOT NULL DEFAULT '',
	begun_at    INTEGER,
	done_at     INTEGER,
	figures     TEXT    NOT NULL DEFAULT '', -- of sheets: digest of the summaries, which the answers had just been held against
	log_last    INTEGER NOT NULL DEFAULT 0,  -- of events: the last one that goes,
	log_head    TEXT    NOT NULL DEFAULT ''  -- and the digest of the log up to it (store/event_chain.h)
) STRICT;
CREATE INDEX disposal_of_cycle ON disposal(cycle_id, year);

CREATE TABLE disposal_part (        -- the kinds it is about, with their days when it was proposed
	disposal_id INTEGER NOT NULL REFERENCES disposal(id),
	kind        TEXT    NOT NULL,
	class       TEXT    NOT NULL,
	starts_day  INTEGER NOT NULL,
	expires_day INTEGER NOT NULL,
	PRIMARY KEY (disposal_id, kind)
) STRICT, WITHOUT ROWID;

CREATE TABLE disposal_count (       -- rows that are gone, by table
	disposal_id INTEGER NOT NULL REFERENCES disposal(id),
	kind        TEXT    NOT NULL,
	what        TEXT    NOT NULL,
	rows        INTEGER NOT NULL,
	PRIMARY KEY (disposal_id, kind, what)
) STRICT, WITHOUT ROWID;

CREATE TABLE disposal_file (        -- files nothing of it names any more
	disposal_id INTEGER NOT NULL REFERENCES disposal(id),
	digest      TEXT    NOT NULL,
	size        INTEGER NOT NULL,        -- bytes; 0 when it was not there
	state       TEXT    NOT NULL,        -- listed, removed, shared (something else names it)
	PRIMARY KEY (disposal_id, digest)
) STRICT, WITHOUT ROWID;

CREATE TABLE archive (              -- 保存ファイル: an archive that was written of an ended cycle
	id         INTEGER PRIMARY KEY,
	cycle_id   INTEGER NOT NULL REFERENCES cycle(id),
	edition    INTEGER NOT NULL,         -- of the cycle
	seal       TEXT    NOT NULL,         -- domain/keep/manifest.h
	digest     TEXT,                     -- of the file, while it is kept here
	size       INTEGER NOT NULL,
	sheets     INTEGER NOT NULL,         -- 1: the answers are in it
	evidence   INTEGER NOT NULL,         -- 1: so are the files handed in
	log_last   INTEGER NOT NULL,         -- the log when the cycle ended: its last event; 0: none
	log_head   TEXT    NOT NULL,
	written_at INTEGER NOT NULL,         -- the first time
	written_by INTEGER REFERENCES account(id), -- null: the command line
	UNIQUE (cycle_id, seal)
) STRICT;

CREATE INDEX attachment_digest ON attachment(digest);
CREATE INDEX document_file_digest ON document_file(digest);
CREATE INDEX paper_sheet ON paper(sheet_id);
