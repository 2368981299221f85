-- What is asked of the department that is audited, and what cannot wait.

CREATE TABLE IF NOT EXISTS audit_request (        -- 資料依頼
	id            INTEGER PRIMARY KEY,
	engagement_id INTEGER NOT NULL REFERENCES engagement(id),
	serial        INTEGER NOT NULL,      -- within the audit
	text          TEXT    NOT NULL,      -- what is asked for
	item          TEXT    NOT NULL,      -- of the bank; "" none in particular
	due_day       INTEGER NOT NULL,
	state         TEXT    NOT NULL,      -- domain/audit/request.h
	answer        TEXT    NOT NULL DEFAULT '', -- as it was handed in last
	answered_who  TEXT    NOT NULL DEFAULT '',
	answered_at   INTEGER,
	revision      INTEGER NOT NULL DEFAULT 1,
	asked_by      INTEGER NOT NULL REFERENCES account(id),
	who           TEXT    NOT NULL,
	asked_at      INTEGER NOT NULL,
	UNIQUE (engagement_id, serial)
) STRICT;

CREATE TABLE IF NOT EXISTS audit_request_move (   -- never changed
	id            INTEGER PRIMARY KEY,
	request_id    INTEGER NOT NULL REFERENCES audit_request(id),
	at            INTEGER NOT NULL,
	account_id    INTEGER NOT NULL REFERENCES account(id),
	who           TEXT    NOT NULL,
	from_state    TEXT    NOT NULL,
	to_state      TEXT    NOT NULL,
	words         TEXT    NOT NULL       -- the answer, or the reason
) STRICT;
CREATE INDEX IF NOT EXISTS audit_request_move_of ON audit_request_move(request_id);

CREATE TABLE IF NOT EXISTS audit_request_file (   -- what is taken back stays on record
	id            INTEGER PRIMARY KEY,
	request_id    INTEGER NOT NULL REFERENCES audit_request(id),
	digest        TEXT    NOT NULL,      -- of the bytes (store/files.h)
	name          TEXT    NOT NULL,
	kind          TEXT    NOT NULL,      -- domain/answer/evidence.h
	size          INTEGER NOT NULL,
	secrecy       INTEGER NOT NULL,      -- 機密性 1 to 3
	added_at      INTEGER NOT NULL,
	added_by      INTEGER NOT NULL REFERENCES account(id),
	removed_at    INTEGER,
	removed_by    INTEGER REFERENCES account(id)
) STRICT;
CREATE INDEX IF NOT EXISTS audit_request_file_of ON audit_request_file(request_id);

CREATE TABLE IF NOT EXISTS urgent_report (        -- 緊急報告; only the acknowledgement is added later
	id            INTEGER PRIMARY KEY,
	engagement_id INTEGER NOT NULL REFERENCES engagement(id),
	kind          TEXT    NOT NULL,      -- illegal, urgent, outside
	text          TEXT    NOT NULL,
	at            INTEGER NOT NULL,
	account_id    INTEGER NOT NULL REFERENCES account(id),
	who           TEXT    NOT NULL,
	acknowledged_at INTEGER,             -- by the management
	acknowledged_by INTEGER REFERENCES account(id),
	acknowledged_who TEXT  NOT NULL DEFAULT '',
	note          TEXT    NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX IF NOT EXISTS urgent_report_of ON urgent_report(engagement_id);
