-- From schema 1 to 2: only what changes in tables that were there. New tables and
-- indexes come from schema/ afterwards. Foreign keys are off meanwhile and checked
-- before the commit.

SELECT 1;
