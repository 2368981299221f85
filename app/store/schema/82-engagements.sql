-- Audits (監査) as they are carried out: who is audited by whom, when, and what is looked at.

CREATE TABLE IF NOT EXISTS engagement (           -- 監査の実施, planned or by order; never deleted
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

CREATE TABLE IF NOT EXISTS engagement_line (      -- 監査チェックリスト: an item as it was when it was chosen, and its 監査調書
	engagement_id INTEGER NOT NULL REFERENCES engagement(id),
	item          TEXT    NOT NULL,      -- of the bank
	ord           INTEGER NOT NULL,
	clause        TEXT    NOT NULL,
	text          TEXT    NOT NULL,
	help          TEXT    NOT NULL,
	methods       TEXT    NOT NULL,      -- proposed ones
	weight        INTEGER NOT NULL,
	priority      INTEGER NOT NULL,      -- 1: 重点
	judgement     TEXT    NOT NULL DEFAULT '', -- domain/audit/engagement.h; "" none yet
	recommended   INTEGER NOT NULL DEFAULT 0, -- 推奨事項
	good          INTEGER NOT NULL DEFAULT 0, -- 好事例
	used          TEXT    NOT NULL DEFAULT '', -- methods that were used, of 閲聞観技突抽
	place         TEXT    NOT NULL DEFAULT '',
	met           TEXT    NOT NULL DEFAULT '', -- 応対者
	done          TEXT    NOT NULL DEFAULT '', -- 実施した手続
	facts         TEXT    NOT NULL DEFAULT '', -- 事実
	difference    TEXT    NOT NULL DEFAULT '', -- 基準との差
	cause         TEXT    NOT NULL DEFAULT '',
	effect        TEXT    NOT NULL DEFAULT '',
	proposal      TEXT    NOT NULL DEFAULT '',
	made_by       INTEGER REFERENCES account(id), -- who wrote it last
	made_at       INTEGER,
	confirmed_by  TEXT    NOT NULL DEFAULT '', -- 応対者の確認: who, on which day, with which words
	confirmed_day INTEGER,
	confirmed_note TEXT   NOT NULL DEFAULT '',
	reviewed_by   INTEGER REFERENCES account(id), -- 監査責任者のレビュー; never who wrote it
	reviewed_at   INTEGER,
	revision      INTEGER NOT NULL DEFAULT 1,
	PRIMARY KEY (engagement_id, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS finding_line (         -- the line of a checklist a finding was raised from
	finding_id    INTEGER NOT NULL PRIMARY KEY REFERENCES finding(id),
	engagement_id INTEGER NOT NULL REFERENCES engagement(id),
	item          TEXT    NOT NULL       -- "" of the audit as a whole
) STRICT;
CREATE INDEX IF NOT EXISTS finding_line_of ON finding_line(engagement_id, item);
