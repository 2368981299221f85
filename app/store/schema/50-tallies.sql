-- Summaries, kept in the transaction of the answers.

CREATE TABLE IF NOT EXISTS tally (                -- choices taken per department and item; kept in the transaction of the answers
	cycle_id      INTEGER NOT NULL,
	set_key       TEXT    NOT NULL,
	department_id INTEGER NOT NULL,
	item          TEXT    NOT NULL,
	s0            INTEGER NOT NULL DEFAULT 0, -- scored choices by slot
	s1            INTEGER NOT NULL DEFAULT 0,
	s2            INTEGER NOT NULL DEFAULT 0,
	s3            INTEGER NOT NULL DEFAULT 0,
	s4            INTEGER NOT NULL DEFAULT 0,
	na            INTEGER NOT NULL DEFAULT 0,
	unknown       INTEGER NOT NULL DEFAULT 0,
	n0            INTEGER NOT NULL DEFAULT 0, -- of na, by reason (domain/answer/na.h)
	n1            INTEGER NOT NULL DEFAULT 0,
	n2            INTEGER NOT NULL DEFAULT 0,
	n3            INTEGER NOT NULL DEFAULT 0,
	n4            INTEGER NOT NULL DEFAULT 0,
	PRIMARY KEY (cycle_id, set_key, department_id, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS progress (             -- sheets per department: what is asked, begun, submitted
	cycle_id      INTEGER NOT NULL,
	set_key       TEXT    NOT NULL,
	department_id INTEGER NOT NULL,
	asked         INTEGER NOT NULL DEFAULT 0, -- without the excluded
	drafts        INTEGER NOT NULL DEFAULT 0, -- saved, never submitted
	submitted     INTEGER NOT NULL DEFAULT 0,
	late          INTEGER NOT NULL DEFAULT 0, -- of the submitted ones
	returned      INTEGER NOT NULL DEFAULT 0, -- of the submitted ones: 差戻し, not submitted again yet
	confirmed     INTEGER NOT NULL DEFAULT 0, -- of the submitted ones
	excluded      INTEGER NOT NULL DEFAULT 0, -- 対象外: in none of the others
	PRIMARY KEY (cycle_id, set_key, department_id)
) STRICT, WITHOUT ROWID;

-- 公表分: what is shown of a department while its cycle is live (store/figure/shown.h).

CREATE TABLE IF NOT EXISTS shown (
	cycle_id      INTEGER NOT NULL,
	set_key       TEXT    NOT NULL,
	department_id INTEGER NOT NULL,
	submitted     INTEGER NOT NULL,      -- sheets in what is shown
	times         INTEGER NOT NULL DEFAULT 1, -- copied: tells one state of it from the next
	PRIMARY KEY (cycle_id, set_key, department_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS shown_tally (          -- copies of rows of tally, column by column
	cycle_id      INTEGER NOT NULL,
	set_key       TEXT    NOT NULL,
	department_id INTEGER NOT NULL,
	item          TEXT    NOT NULL,
	s0            INTEGER NOT NULL,
	s1            INTEGER NOT NULL,
	s2            INTEGER NOT NULL,
	s3            INTEGER NOT NULL,
	s4            INTEGER NOT NULL,
	na            INTEGER NOT NULL,
	unknown       INTEGER NOT NULL,
	n0            INTEGER NOT NULL,
	n1            INTEGER NOT NULL,
	n2            INTEGER NOT NULL,
	n3            INTEGER NOT NULL,
	n4            INTEGER NOT NULL,
	PRIMARY KEY (cycle_id, set_key, department_id, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS unshown (              -- sheets that changed since
	cycle_id      INTEGER NOT NULL,
	set_key       TEXT    NOT NULL,
	department_id INTEGER NOT NULL,
	sheet_id      INTEGER NOT NULL,
	document      TEXT,                  -- what counts of it in what is shown; null: nothing
	PRIMARY KEY (cycle_id, set_key, department_id, sheet_id)
) STRICT, WITHOUT ROWID;
