-- Plans of audits (監査計画), and what spoke for each target.

CREATE TABLE IF NOT EXISTS audit_plan (
	id         INTEGER PRIMARY KEY,
	kind       TEXT    NOT NULL,         -- mid 中期計画, year 年度計画
	first_year INTEGER NOT NULL,         -- fiscal years
	last_year  INTEGER NOT NULL,
	title      TEXT    NOT NULL,
	aims       TEXT    NOT NULL,         -- 方針・重点
	state      TEXT    NOT NULL,         -- domain/audit/plan.h
	edition    INTEGER NOT NULL DEFAULT 0, -- 版 that was approved last; 0: none yet
	revision   INTEGER NOT NULL DEFAULT 1,
	created_by INTEGER NOT NULL REFERENCES account(id),
	created_at INTEGER NOT NULL,
	UNIQUE (kind, first_year)
) STRICT;

CREATE TABLE IF NOT EXISTS audit_plan_move (      -- never changed
	id         INTEGER PRIMARY KEY,
	plan_id    INTEGER NOT NULL REFERENCES audit_plan(id),
	at         INTEGER NOT NULL,
	account_id INTEGER NOT NULL REFERENCES account(id),
	who        TEXT    NOT NULL,
	name       TEXT    NOT NULL,
	to_state   TEXT    NOT NULL,
	edition    INTEGER NOT NULL,         -- after it
	reason     TEXT    NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS audit_plan_move_of ON audit_plan_move(plan_id);

CREATE TABLE IF NOT EXISTS audit_plan_target (    -- of one edition; the approved ones stay as they are
	id            INTEGER PRIMARY KEY,
	plan_id       INTEGER NOT NULL REFERENCES audit_plan(id),
	edition       INTEGER NOT NULL,
	department_id INTEGER NOT NULL REFERENCES department(id),
	entry_id      INTEGER NOT NULL DEFAULT 0, -- the system; 0: the department as a whole
	ord           INTEGER NOT NULL,      -- 1 the first
	proposed      INTEGER NOT NULL,      -- ord as it was proposed
	chosen        INTEGER NOT NULL,      -- 1: it is to be audited
	year          INTEGER NOT NULL,
	points        INTEGER NOT NULL,
	reason        TEXT    NOT NULL DEFAULT '', -- why a person changed it
	changed_who   TEXT    NOT NULL DEFAULT '',
	engagement_id INTEGER REFERENCES engagement(id), -- what it has become
	UNIQUE (plan_id, edition, department_id, entry_id)
) STRICT;

CREATE TABLE IF NOT EXISTS audit_plan_factor (    -- what each rule gave when it was proposed
	target_id     INTEGER NOT NULL REFERENCES audit_plan_target(id),
	factor        TEXT    NOT NULL,      -- domain/audit/audit_risk.h
	state         INTEGER NOT NULL,      -- enum factor_state
	value         INTEGER NOT NULL,      -- 0 when it is withheld
	points        INTEGER NOT NULL,
	PRIMARY KEY (target_id, factor)
) STRICT, WITHOUT ROWID;
