-- Findings of audits (監査の指摘) and what becomes of them.

CREATE TABLE IF NOT EXISTS finding (              -- 指摘; goes only when its time is over (reports/retention.yaml)
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
CREATE INDEX IF NOT EXISTS finding_department ON finding(department_id, state);
CREATE INDEX IF NOT EXISTS finding_parent ON finding(parent_id);

CREATE TABLE IF NOT EXISTS finding_move (         -- every move and what was said with it; never changed
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
CREATE INDEX IF NOT EXISTS finding_move_of ON finding_move(finding_id);

CREATE TABLE IF NOT EXISTS finding_plan (         -- 改善計画: each one that was handed in
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

CREATE TABLE IF NOT EXISTS finding_public (       -- 概要版の文: written for everybody; one row an edition, never changed
	id         INTEGER PRIMARY KEY,
	finding_id INTEGER NOT NULL REFERENCES finding(id),
	title      TEXT    NOT NULL,
	measure    TEXT    NOT NULL,         -- 講じた措置
	at         INTEGER NOT NULL,
	account_id INTEGER NOT NULL REFERENCES account(id),
	who        TEXT    NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS finding_public_of ON finding_public(finding_id);

CREATE TABLE IF NOT EXISTS finding_report (       -- 改善報告: each one that was handed in
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
