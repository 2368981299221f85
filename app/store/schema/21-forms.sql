-- Forms that were sent, so that the same one sent again does nothing again; they go after some days.

CREATE TABLE IF NOT EXISTS form_sent (
	mark       TEXT    NOT NULL PRIMARY KEY, -- digest of the form as it was filled in (web/once.h)
	account_id INTEGER NOT NULL REFERENCES account(id),
	at         INTEGER NOT NULL,
	result     INTEGER NOT NULL          -- the id of what it made; 0: nothing that has one
) STRICT;
CREATE INDEX IF NOT EXISTS form_sent_at ON form_sent(at);
