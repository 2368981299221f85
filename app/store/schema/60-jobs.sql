-- What takes longer than a page.

CREATE TABLE IF NOT EXISTS job (                  -- 処理: done one at a time beside the answering of people (work/job.h)
	id          INTEGER PRIMARY KEY,
	kind        TEXT    NOT NULL,         -- work/kinds.c
	subject     TEXT    NOT NULL,         -- what it is about, in words for people
	given       TEXT    NOT NULL DEFAULT '', -- what its kind reads
	input       TEXT,                     -- digest of a file it reads (store/files.h)
	state       TEXT    NOT NULL DEFAULT 'queued', -- queued, running, done, failed, cut off, cancelled
	done        INTEGER NOT NULL DEFAULT 0,
	total       INTEGER NOT NULL DEFAULT 0, -- 0: not known yet
	held        INTEGER NOT NULL DEFAULT 0, -- 1: nobody else changes the organisation meanwhile
	account_id  INTEGER REFERENCES account(id), -- who asked for it; null: the server itself
	created_at  INTEGER NOT NULL,
	started_at  INTEGER,
	finished_at INTEGER,
	message     TEXT    NOT NULL DEFAULT '', -- what came of it, or why nothing did
	digest      TEXT,                     -- of the result, when there is one
	filename    TEXT
) STRICT;
CREATE INDEX IF NOT EXISTS job_waiting ON job(state, id) WHERE state IN ('queued', 'running');
