-- What tenken remembers. One SQLite file, tenken.db, in the data directory; the
-- files of this folder are its schema, in the order of their names.
-- Times are seconds since 1970-01-01 UTC; days are days since 1970-01-01; flags
-- are 0 or 1. Text is kept as it came: never normalised.

CREATE TABLE IF NOT EXISTS setting (              -- what the body decided; absent rows mean the shipped default
	key   TEXT NOT NULL PRIMARY KEY,
	value TEXT NOT NULL
) STRICT;

CREATE TABLE IF NOT EXISTS event (                -- 操作記録: who did what; never changed
	id         INTEGER PRIMARY KEY,
	at         INTEGER NOT NULL,
	account_id INTEGER,                  -- null: the command line
	what       TEXT    NOT NULL,         -- signed_in, roster_imported, cycle_opened …
	subject    TEXT    NOT NULL,
	detail     TEXT    NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS event_subject ON event(subject);
