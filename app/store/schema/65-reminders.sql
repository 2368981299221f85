-- Reminders: the ladder as the body has it, and what was sent to whom.

CREATE TABLE IF NOT EXISTS rung (                 -- 督促の段: what differs from reports/reminders.yaml, and own ones
	key       TEXT    NOT NULL PRIMARY KEY,
	used      INTEGER NOT NULL,
	days      INTEGER NOT NULL,          -- after the due day; negative: before
	recipient TEXT    NOT NULL,          -- person, manager, head
	subject   TEXT    NOT NULL,
	text      TEXT    NOT NULL
) STRICT;

CREATE TABLE IF NOT EXISTS wave (                 -- one rung climbed, or one sending by hand of the secretariat
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

CREATE TABLE IF NOT EXISTS reminder (             -- one person's part in a wave
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
CREATE INDEX IF NOT EXISTS reminder_state ON reminder(wave_id, state, id);
