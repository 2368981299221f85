-- Registers: what the body has and who is responsible for it.

CREATE TABLE IF NOT EXISTS entry (                -- 台帳の1件: a system, a contract, an account …
	id            INTEGER PRIMARY KEY,
	kind          TEXT    NOT NULL,      -- of questionnaires/registers.yaml
	key           TEXT    NOT NULL,      -- 管理番号
	name          TEXT    NOT NULL,
	department_id INTEGER NOT NULL REFERENCES department(id),
	owner_id      INTEGER REFERENCES person(id),
	valid_from    INTEGER NOT NULL,      -- first day
	valid_to      INTEGER,               -- last day; null while it is there
	fields        TEXT    NOT NULL,      -- {"key": "text"}: what its kind has besides
	UNIQUE (kind, key)
) STRICT;
CREATE INDEX IF NOT EXISTS entry_owner ON entry(owner_id);
CREATE INDEX IF NOT EXISTS entry_department ON entry(department_id);
