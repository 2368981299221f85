-- How long records are kept, what holds them longer, what was disposed of, and the
-- archives written of what had ended.

CREATE TABLE IF NOT EXISTS retention_change (     -- 保存期間の変更: of a kind the latest counts; never changed
	id         INTEGER PRIMARY KEY,
	kind       TEXT    NOT NULL,         -- of reports/retention.yaml
	class      TEXT    NOT NULL,         -- domain/keep/retention.h
	reason     TEXT    NOT NULL,
	account_id INTEGER NOT NULL REFERENCES account(id),
	at         INTEGER NOT NULL
) STRICT;

CREATE TABLE IF NOT EXISTS retention_hold (       -- 保留: not to be disposed of for now
	id         INTEGER PRIMARY KEY,
	cycle_id   INTEGER REFERENCES cycle(id), -- null: what is kept by fiscal year
	year       INTEGER NOT NULL,
	kind       TEXT    NOT NULL,         -- '': every kind
	reason     TEXT    NOT NULL,
	set_by     INTEGER NOT NULL REFERENCES account(id),
	set_at     INTEGER NOT NULL,
	lifted_by  INTEGER REFERENCES account(id),
	lifted_at  INTEGER,                  -- null: it holds
	lifted_reason TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE IF NOT EXISTS disposal (             -- 廃棄: of a cycle's records, or a fiscal year's; never deleted
	id          INTEGER PRIMARY KEY,
	cycle_id    INTEGER REFERENCES cycle(id), -- null: of a fiscal year
	year        INTEGER NOT NULL,
	state       TEXT    NOT NULL,        -- domain/keep/disposal.h
	reason      TEXT    NOT NULL,
	proposed_by INTEGER NOT NULL REFERENCES account(id),
	proposer    TEXT    NOT NULL,        -- name at the time
	proposed_at INTEGER NOT NULL,
	decided_by  INTEGER REFERENCES account(id),
	decider     TEXT    NOT NULL DEFAULT '',
	decided_at  INTEGER,
	comment     TEXT    NOT NULL DEFAULT '',
	executed_by INTEGER REFERENCES account(id), -- whose wish the job was
	executor    TEXT    NOT NULL DEFAULT '',
	begun_at    INTEGER,
	done_at     INTEGER,
	figures     TEXT    NOT NULL DEFAULT '', -- of sheets: digest of the summaries, which the answers had just been held against
	log_last    INTEGER NOT NULL DEFAULT 0,  -- of events: the last one that goes,
	log_head    TEXT    NOT NULL DEFAULT ''  -- and the digest of the log up to it (store/event_chain.h)
) STRICT;
CREATE INDEX IF NOT EXISTS disposal_of_cycle ON disposal(cycle_id, year);

CREATE TABLE IF NOT EXISTS disposal_part (        -- the kinds it is about, with their days when it was proposed
	disposal_id INTEGER NOT NULL REFERENCES disposal(id),
	kind        TEXT    NOT NULL,
	class       TEXT    NOT NULL,
	starts_day  INTEGER NOT NULL,
	expires_day INTEGER NOT NULL,
	PRIMARY KEY (disposal_id, kind)
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS disposal_count (       -- rows that are gone, by table
	disposal_id INTEGER NOT NULL REFERENCES disposal(id),
	kind        TEXT    NOT NULL,
	what        TEXT    NOT NULL,
	rows        INTEGER NOT NULL,
	PRIMARY KEY (disposal_id, kind, what)
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS disposal_file (        -- files nothing of it names any more
	disposal_id INTEGER NOT NULL REFERENCES disposal(id),
	digest      TEXT    NOT NULL,
	size        INTEGER NOT NULL,        -- bytes; 0 when it was not there
	state       TEXT    NOT NULL,        -- listed, removed, shared (something else names it)
	PRIMARY KEY (disposal_id, digest)
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS disposal_record (      -- findings, audits and risks that go, for whoever asks for them later
	disposal_id INTEGER NOT NULL REFERENCES disposal(id),
	kind        TEXT    NOT NULL,
	record_id   INTEGER NOT NULL,
	year        INTEGER NOT NULL,        -- of its number: 指摘番号, 監査番号
	serial      INTEGER NOT NULL,
	PRIMARY KEY (disposal_id, kind, record_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS archive (              -- 保存ファイル: an archive that was written of an ended cycle
	id         INTEGER PRIMARY KEY,
	cycle_id   INTEGER NOT NULL REFERENCES cycle(id),
	edition    INTEGER NOT NULL,         -- of the cycle
	seal       TEXT    NOT NULL,         -- domain/keep/manifest.h
	digest     TEXT,                     -- of the file, while it is kept here
	size       INTEGER NOT NULL,
	sheets     INTEGER NOT NULL,         -- 1: the answers are in it
	evidence   INTEGER NOT NULL,         -- 1: so are the files handed in
	log_last   INTEGER NOT NULL,         -- the log when the cycle ended: its last event; 0: none
	log_head   TEXT    NOT NULL,
	written_at INTEGER NOT NULL,         -- the first time
	written_by INTEGER REFERENCES account(id), -- null: the command line
	UNIQUE (cycle_id, seal)
) STRICT;

CREATE INDEX IF NOT EXISTS attachment_digest ON attachment(digest);
CREATE INDEX IF NOT EXISTS document_file_digest ON document_file(digest);
CREATE INDEX IF NOT EXISTS paper_sheet ON paper(sheet_id);
