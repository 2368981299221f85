-- Audits (監査) as they are carried out: who is audited by whom, when, and what is looked at.

CREATE TABLE IF NOT EXISTS engagement (           -- 監査の実施, planned or by order; goes only when its time is over
	id            INTEGER PRIMARY KEY,
	year          INTEGER NOT NULL,      -- fiscal year
	serial        INTEGER NOT NULL,      -- 監査番号 R08-A02: the second of the year
	kind          TEXT    NOT NULL,      -- planned 計画監査, ordered 特命監査
	ordered_by    TEXT    NOT NULL DEFAULT '', -- ordered: by whom, and why
	order_reason  TEXT    NOT NULL DEFAULT '',
	title         TEXT    NOT NULL,
	purpose       TEXT    NOT NULL,      -- 目的
	theme         TEXT    NOT NULL,      -- 監査テーマ・重点
	department_id INTEGER NOT NULL REFERENCES department(id), -- 被監査部署
	entry_id      INTEGER REFERENCES entry(id), -- the system looked at; null: the department as a whole
	depth         TEXT    NOT NULL,      -- all 全項目, key 重点のみ
	covers_from   INTEGER NOT NULL,      -- 対象期間, first and last day
	covers_to     INTEGER NOT NULL,
	begins_day    INTEGER NOT NULL,      -- 実施, first and last day
	ends_day      INTEGER NOT NULL,
	place         TEXT    NOT NULL,
	excluded      TEXT    NOT NULL,      -- 除外範囲
	state         TEXT    NOT NULL,      -- domain/audit/engagement.h
	edition       INTEGER NOT NULL DEFAULT 1, -- 版 of its report: raised when reopened
	revision      INTEGER NOT NULL DEFAULT 1,
	created_by    INTEGER NOT NULL REFERENCES account(id),
	created_at    INTEGER NOT NULL,
	fixed_at      INTEGER,               -- since when its report is final
	UNIQUE (year, serial)
) STRICT;
CREATE INDEX IF NOT EXISTS engagement_department ON engagement(department_id, year);

CREATE TABLE IF NOT EXISTS engagement_member (    -- 監査人, and who leads
	engagement_id INTEGER NOT NULL REFERENCES engagement(id),
	account_id    INTEGER NOT NULL REFERENCES account(id),
	lead          INTEGER NOT NULL,      -- 1: 監査責任者 of this audit
	who           TEXT    NOT NULL,      -- name and department as they were when named
	department    TEXT    NOT NULL,
	named_by      INTEGER NOT NULL REFERENCES account(id),
	named_at      INTEGER NOT NULL,
	PRIMARY KEY (engagement_id, account_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS engagement_member_of ON engagement_member(account_id);

CREATE TABLE IF NOT EXISTS engagement_leaver (    -- 途中で外れた監査人: wrote papers before something stood against them
	id            INTEGER PRIMARY KEY,
	engagement_id INTEGER NOT NULL REFERENCES engagement(id),
	account_id    INTEGER NOT NULL REFERENCES account(id),
	lead          INTEGER NOT NULL,
	who           TEXT    NOT NULL,      -- as they were when named
	department    TEXT    NOT NULL,
	named_at      INTEGER NOT NULL,
	left_by       INTEGER NOT NULL REFERENCES account(id),
	left_at       INTEGER NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS engagement_leaver_of ON engagement_leaver(engagement_id);

CREATE TABLE IF NOT EXISTS engagement_move (      -- every move and what was said with it; never changed
	id            INTEGER PRIMARY KEY,
	engagement_id INTEGER NOT NULL REFERENCES engagement(id),
	at            INTEGER NOT NULL,
	account_id    INTEGER NOT NULL REFERENCES account(id),
	who           TEXT    NOT NULL,
	name          TEXT    NOT NULL,
	from_state    TEXT    NOT NULL,
	to_state      TEXT    NOT NULL,
	edition       INTEGER NOT NULL,      -- from this move on
	reason        TEXT    NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS engagement_move_of ON engagement_move(engagement_id);
