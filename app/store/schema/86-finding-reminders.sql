CREATE TABLE IF NOT EXISTS finding_reminder (     -- 指摘の督促: one rung climbed for one finding, to one person
	id         INTEGER PRIMARY KEY,
	finding_id INTEGER NOT NULL REFERENCES finding(id),
	about      TEXT    NOT NULL,         -- domain/remind/chase.h
	due_day    INTEGER NOT NULL,         -- another one is reminded of anew
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
	UNIQUE (finding_id, about, due_day, rung, person_id)
) STRICT;
CREATE INDEX IF NOT EXISTS finding_reminder_state ON finding_reminder(state, person_id, rung);
