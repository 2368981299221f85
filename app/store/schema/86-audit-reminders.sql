-- Reminders of audits: their ladder as the body has it; what was sent about requests and urgent reports.

CREATE TABLE IF NOT EXISTS chase_rung (           -- what differs from reports/audit-reminders.yaml, and own ones
	key       TEXT    NOT NULL PRIMARY KEY,
	about     TEXT    NOT NULL,          -- domain/remind/chase.h
	used      INTEGER NOT NULL,
	days      INTEGER NOT NULL,          -- after the day it is about; negative: before
	recipient TEXT    NOT NULL,
	subject   TEXT    NOT NULL,
	text      TEXT    NOT NULL
) STRICT;

CREATE TABLE IF NOT EXISTS audit_reminder (       -- one rung climbed for one request or urgent report, to one person
	id         INTEGER PRIMARY KEY,
	engagement_id INTEGER NOT NULL REFERENCES engagement(id),
	about      TEXT    NOT NULL,         -- request, urgent
	about_id   INTEGER NOT NULL,         -- of audit_request, urgent_report
	due_day    INTEGER NOT NULL,         -- of a request; urgent: 0
	rung       TEXT    NOT NULL,
	recipient  TEXT    NOT NULL,
	person_id  INTEGER NOT NULL REFERENCES person(id),
	address    TEXT    NOT NULL,         -- "": to be told by word
	subject    TEXT    NOT NULL,         -- as they were then, with their places
	text       TEXT    NOT NULL,
	planned_at INTEGER NOT NULL,
	state      TEXT    NOT NULL,         -- as reminders': store/remind/reminders.h
	tries      INTEGER NOT NULL DEFAULT 0,
	retry_at   INTEGER,                  -- not before
	sent_at    INTEGER,
	message_id TEXT,
	error      TEXT,
	UNIQUE (about, about_id, due_day, rung, person_id)
) STRICT;
CREATE INDEX IF NOT EXISTS audit_reminder_state ON audit_reminder(state, person_id, rung);
CREATE INDEX IF NOT EXISTS audit_reminder_of ON audit_reminder(engagement_id);
