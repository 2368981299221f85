-- From schema 1 to 2: only what changes in tables that were there. New tables and
-- indexes come from schema/ afterwards. Foreign keys are off meanwhile and checked
-- before the commit.

ALTER TABLE tally ADD COLUMN n0 INTEGER NOT NULL DEFAULT 0;
ALTER TABLE tally ADD COLUMN n1 INTEGER NOT NULL DEFAULT 0;
ALTER TABLE tally ADD COLUMN n2 INTEGER NOT NULL DEFAULT 0;
ALTER TABLE tally ADD COLUMN n3 INTEGER NOT NULL DEFAULT 0;
ALTER TABLE tally ADD COLUMN n4 INTEGER NOT NULL DEFAULT 0;
