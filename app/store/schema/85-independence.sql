-- 独立性の特例: somebody audits although something stands against it.

CREATE TABLE IF NOT EXISTS independence_waiver (  -- of one audit only
	id            INTEGER PRIMARY KEY,
	engagement_id INTEGER NOT NULL REFERENCES engagement(id),
	account_id    INTEGER NOT NULL REFERENCES account(id), -- the auditor
	who           TEXT    NOT NULL,
	kind          TEXT    NOT NULL,      -- what stands against it: domain/audit/independence.h
	department_id INTEGER NOT NULL REFERENCES department(id),
	reason        TEXT    NOT NULL,
	asked_by      INTEGER NOT NULL REFERENCES account(id),
	asked_who     TEXT    NOT NULL,
	asked_at      INTEGER NOT NULL,
	state         TEXT    NOT NULL,      -- asked, approved, declined
	decided_by    INTEGER REFERENCES account(id),
	decided_who   TEXT    NOT NULL DEFAULT '',
	decided_at    INTEGER,
	note          TEXT    NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX IF NOT EXISTS independence_waiver_of ON independence_waiver(engagement_id, account_id);
