-- Risk assessment and review of the policy (基本方針8).

CREATE TABLE IF NOT EXISTS risk (                 -- リスク評価: an asset and a threat in a fiscal year
	id            INTEGER PRIMARY KEY,
	year          INTEGER NOT NULL,
	department_id INTEGER NOT NULL REFERENCES department(id), -- where the asset stands
	asset         TEXT    NOT NULL,      -- its name
	entry_id      INTEGER REFERENCES entry(id), -- of a register; null: written by hand
	threat        TEXT    NOT NULL,      -- key of the policy's threat: 3(1) … 3(5)
	likelihood    INTEGER NOT NULL,      -- 1 to 5
	loss          INTEGER NOT NULL,      -- 1 to 5
	grounds       TEXT    NOT NULL,      -- 判断の理由
	owner_id      INTEGER NOT NULL REFERENCES person(id),
	owner_name    TEXT    NOT NULL,
	treatment     TEXT    NOT NULL,      -- domain/audit/risk.h
	measure       TEXT    NOT NULL,      -- what is done about it
	accepted_by   INTEGER REFERENCES account(id), -- null: not accepted
	accepted_name TEXT    NOT NULL DEFAULT '',
	accepted_at   INTEGER,
	accepted_until INTEGER,              -- last day
	copied_from   INTEGER REFERENCES risk(id), -- last year's
	revision      INTEGER NOT NULL DEFAULT 1,
	UNIQUE (year, department_id, asset, threat)
) STRICT;

CREATE TABLE IF NOT EXISTS risk_change (          -- every decision and on what it rested; never changed
	risk_id    INTEGER NOT NULL REFERENCES risk(id),
	revision   INTEGER NOT NULL,         -- after it
	at         INTEGER NOT NULL,
	account_id INTEGER NOT NULL REFERENCES account(id),
	who        TEXT    NOT NULL,
	what       TEXT    NOT NULL,         -- decided, copied, accepted
	likelihood INTEGER NOT NULL,
	loss       INTEGER NOT NULL,
	treatment  TEXT    NOT NULL,
	grounds    TEXT    NOT NULL,
	proposed   INTEGER NOT NULL,         -- the likelihood that was proposed; 0: none was
	points     INTEGER NOT NULL,         -- 得点率 in tenths as it was shown; -1: none
	clause     TEXT    NOT NULL,         -- the measure of these points
	major      INTEGER NOT NULL,         -- findings
	minor      INTEGER NOT NULL,
	repeated   INTEGER NOT NULL,
	PRIMARY KEY (risk_id, revision)
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS risk_settlement (      -- 確定: one row an edition of a year's assessment; never changed
	year         INTEGER NOT NULL,
	edition      INTEGER NOT NULL,       -- 版
	changes      INTEGER NOT NULL,       -- how many decisions about its risks there were
	approved_by  TEXT    NOT NULL,       -- post or committee
	approved_day INTEGER NOT NULL,
	reason       TEXT    NOT NULL,       -- why it was settled anew; "" of the first
	account_id   INTEGER NOT NULL REFERENCES account(id),
	who          TEXT    NOT NULL,
	at           INTEGER NOT NULL,
	PRIMARY KEY (year, edition)
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS policy_review (        -- 見直しの検討; never changed
	id          INTEGER PRIMARY KEY,
	year        INTEGER NOT NULL,
	cause       TEXT    NOT NULL,        -- results (点検・監査の結果), change (状況の変化) or both
	occasion    TEXT    NOT NULL,        -- what it was
	weighed     TEXT    NOT NULL,        -- what was considered
	revise      INTEGER NOT NULL,        -- 1: 改定する
	decision    TEXT    NOT NULL,        -- what was decided, and why
	decided_by  TEXT    NOT NULL,        -- post or committee
	decided_day INTEGER NOT NULL,
	account_id  INTEGER NOT NULL REFERENCES account(id),
	who         TEXT    NOT NULL,
	at          INTEGER NOT NULL
) STRICT;

CREATE TABLE IF NOT EXISTS policy_review_link (   -- what it looked at
	review_id INTEGER NOT NULL REFERENCES policy_review(id),
	kind      TEXT    NOT NULL,          -- finding, risk or edition
	target_id INTEGER NOT NULL,
	PRIMARY KEY (review_id, kind, target_id)
) STRICT, WITHOUT ROWID;
