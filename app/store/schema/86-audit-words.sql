-- What auditors write for the report in their own words; the program writes no opinion.

CREATE TABLE IF NOT EXISTS engagement_word (      -- 総評 …: one row an edition; never changed
	id            INTEGER PRIMARY KEY,
	engagement_id INTEGER NOT NULL REFERENCES engagement(id),
	part          TEXT    NOT NULL,      -- overview, issues, proposals, public (store/audit/audit_words.h)
	text          TEXT    NOT NULL,
	at            INTEGER NOT NULL,
	account_id    INTEGER NOT NULL REFERENCES account(id),
	who           TEXT    NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS engagement_word_of ON engagement_word(engagement_id, part);
