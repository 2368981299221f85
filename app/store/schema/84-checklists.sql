-- What is looked at in an audit, and what was found: the checklist and its working papers.

CREATE TABLE IF NOT EXISTS engagement_line (      -- 監査チェックリスト: an item as it was when it was chosen, and its 監査調書
	engagement_id INTEGER NOT NULL REFERENCES engagement(id),
	item          TEXT    NOT NULL,      -- of the bank
	ord           INTEGER NOT NULL,      -- of the bank
	set_key       TEXT    NOT NULL,
	clause        TEXT    NOT NULL,
	text          TEXT    NOT NULL,
	help          TEXT    NOT NULL,
	methods       TEXT    NOT NULL,      -- proposed ones
	threats       TEXT    NOT NULL,      -- keys, a blank between two
	weight        INTEGER NOT NULL,
	priority      INTEGER NOT NULL,      -- 1: 重点
	by_hand       TEXT    NOT NULL DEFAULT '', -- why it was added by hand; "": chosen with the rest
	judgement     TEXT    NOT NULL DEFAULT '', -- domain/audit/engagement.h; "" none yet
	recommended   INTEGER NOT NULL DEFAULT 0, -- 推奨事項
	good          INTEGER NOT NULL DEFAULT 0, -- 好事例
	used          TEXT    NOT NULL DEFAULT '', -- from here on domain/audit/working_paper.h
	place         TEXT    NOT NULL DEFAULT '',
	met           TEXT    NOT NULL DEFAULT '',
	done          TEXT    NOT NULL DEFAULT '',
	facts         TEXT    NOT NULL DEFAULT '',
	difference    TEXT    NOT NULL DEFAULT '',
	cause         TEXT    NOT NULL DEFAULT '',
	effect        TEXT    NOT NULL DEFAULT '',
	proposal      TEXT    NOT NULL DEFAULT '',
	reason        TEXT    NOT NULL DEFAULT '',
	made_by       INTEGER REFERENCES account(id), -- who wrote it last; null: nobody yet
	made_at       INTEGER,
	confirmed     TEXT    NOT NULL DEFAULT '', -- 応対者の確認: agreed, objects; "" not asked yet
	confirmed_by  TEXT    NOT NULL DEFAULT '', -- who, on which day, with which words
	confirmed_day INTEGER,
	confirmed_note TEXT   NOT NULL DEFAULT '',
	reviewed_by   INTEGER REFERENCES account(id), -- never who wrote it; a change takes it back
	reviewed_at   INTEGER,
	revision      INTEGER NOT NULL DEFAULT 1, -- grows with whatever changes of it
	PRIMARY KEY (engagement_id, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS engagement_drop (      -- an item that is left out by hand, though it would be chosen
	engagement_id INTEGER NOT NULL REFERENCES engagement(id),
	item          TEXT    NOT NULL,
	reason        TEXT    NOT NULL,
	PRIMARY KEY (engagement_id, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS checklist (            -- 確定: from then on items only come with a reason
	engagement_id INTEGER NOT NULL PRIMARY KEY REFERENCES engagement(id),
	fixed_at      INTEGER NOT NULL,
	fixed_by      INTEGER NOT NULL REFERENCES account(id),
	who           TEXT    NOT NULL
) STRICT;

CREATE TABLE IF NOT EXISTS line_edition (         -- every state a working paper has been in; never changed
	engagement_id INTEGER NOT NULL REFERENCES engagement(id),
	item          TEXT    NOT NULL,
	revision      INTEGER NOT NULL,      -- of the line, with this edition
	at            INTEGER NOT NULL,
	account_id    INTEGER NOT NULL REFERENCES account(id),
	who           TEXT    NOT NULL,
	judgement     TEXT    NOT NULL,
	recommended   INTEGER NOT NULL,
	good          INTEGER NOT NULL,
	used          TEXT    NOT NULL,
	place         TEXT    NOT NULL,
	met           TEXT    NOT NULL,
	done          TEXT    NOT NULL,
	facts         TEXT    NOT NULL,
	difference    TEXT    NOT NULL,
	cause         TEXT    NOT NULL,
	effect        TEXT    NOT NULL,
	proposal      TEXT    NOT NULL,
	reason        TEXT    NOT NULL,
	PRIMARY KEY (engagement_id, item, revision)
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS line_act (             -- what was done about a line: store/audit/checklists.h; never changed
	id            INTEGER PRIMARY KEY,
	engagement_id INTEGER NOT NULL REFERENCES engagement(id),
	item          TEXT    NOT NULL,      -- "" the checklist as a whole
	revision      INTEGER NOT NULL,      -- of the line, after it; 0: there was none
	at            INTEGER NOT NULL,
	account_id    INTEGER NOT NULL REFERENCES account(id),
	who           TEXT    NOT NULL,
	name          TEXT    NOT NULL,
	note          TEXT    NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS line_act_of ON line_act(engagement_id, item);

CREATE TABLE IF NOT EXISTS line_evidence (        -- 監査証拠; what is taken back stays on record
	id            INTEGER PRIMARY KEY,
	engagement_id INTEGER NOT NULL REFERENCES engagement(id),
	item          TEXT    NOT NULL,
	prefix        TEXT    NOT NULL,      -- 証拠番号: domain/audit/working_paper.h
	serial        INTEGER NOT NULL,
	name          TEXT    NOT NULL,
	edition       TEXT    NOT NULL,      -- 版・年月日 of the document
	place         TEXT    NOT NULL,      -- where the original is
	secrecy       INTEGER NOT NULL,      -- 機密性 1 to 3
	digest        TEXT    NOT NULL DEFAULT '', -- of a file (store/files.h); "": none was taken
	kind          TEXT    NOT NULL DEFAULT '', -- domain/answer/evidence.h
	file_name     TEXT    NOT NULL DEFAULT '',
	size          INTEGER NOT NULL DEFAULT 0,
	added_at      INTEGER NOT NULL,
	added_by      INTEGER NOT NULL REFERENCES account(id),
	removed_at    INTEGER,
	removed_by    INTEGER REFERENCES account(id),
	UNIQUE (prefix, serial)
) STRICT;
CREATE INDEX IF NOT EXISTS line_evidence_of ON line_evidence(engagement_id, item);

CREATE TABLE IF NOT EXISTS line_answer (          -- self-check answers of the clause, as they could be shown when it was fixed
	engagement_id INTEGER NOT NULL REFERENCES engagement(id),
	set_key       TEXT    NOT NULL,
	question      TEXT    NOT NULL,
	ord           INTEGER NOT NULL,
	clause        TEXT    NOT NULL,
	text          TEXT    NOT NULL,
	set_title     TEXT    NOT NULL,
	cycle_id      INTEGER NOT NULL,
	cycle_title   TEXT    NOT NULL,
	cycle_edition INTEGER NOT NULL,
	live          INTEGER NOT NULL,      -- 1: sheets were still being submitted
	hidden        INTEGER NOT NULL,      -- 1: withheld, 「※」; every number is 0 then
	answered      INTEGER NOT NULL,      -- n, 該当なし and 分からない among them
	done          INTEGER NOT NULL,      -- 実施率: numerator, denominator
	done_of       INTEGER NOT NULL,
	points        INTEGER NOT NULL,      -- 得点率
	points_of     INTEGER NOT NULL,
	taken_at      INTEGER NOT NULL,
	PRIMARY KEY (engagement_id, set_key, question)
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS line_answer_choice (   -- how often each answer was given
	engagement_id INTEGER NOT NULL REFERENCES engagement(id),
	set_key       TEXT    NOT NULL,
	question      TEXT    NOT NULL,
	ord           INTEGER NOT NULL,
	label         TEXT    NOT NULL,
	times         INTEGER NOT NULL,
	PRIMARY KEY (engagement_id, set_key, question, ord)
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS line_sample (          -- 抽出: what decides it (domain/audit/sampling.h); never changed
	id            INTEGER PRIMARY KEY,
	engagement_id INTEGER NOT NULL REFERENCES engagement(id),
	item          TEXT    NOT NULL,
	at            INTEGER NOT NULL,
	account_id    INTEGER NOT NULL REFERENCES account(id),
	who           TEXT    NOT NULL,
	source        TEXT    NOT NULL,      -- the register or the file it was drawn from
	list_digest   TEXT    NOT NULL,      -- the population as a CSV file (store/files.h)
	population    INTEGER NOT NULL,      -- units
	population_sha256 TEXT NOT NULL,
	size          INTEGER NOT NULL,
	method        TEXT    NOT NULL,
	seed          TEXT    NOT NULL,
	algorithm     TEXT    NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS line_sample_of ON line_sample(engagement_id, item);

CREATE TABLE IF NOT EXISTS line_sample_unit (
	sample_id     INTEGER NOT NULL REFERENCES line_sample(id),
	ord           INTEGER NOT NULL,      -- in the order of the population
	key           TEXT    NOT NULL,
	name          TEXT    NOT NULL,
	stratum       TEXT    NOT NULL,
	rank          TEXT    NOT NULL,      -- "" where the method ranks nothing
	PRIMARY KEY (sample_id, ord)
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS finding_line (         -- the line of a checklist a finding was raised from
	finding_id    INTEGER NOT NULL PRIMARY KEY REFERENCES finding(id),
	engagement_id INTEGER NOT NULL REFERENCES engagement(id),
	item          TEXT    NOT NULL       -- "" of the audit as a whole
) STRICT;
CREATE INDEX IF NOT EXISTS finding_line_of ON finding_line(engagement_id, item);
