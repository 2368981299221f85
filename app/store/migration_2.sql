-- From schema 1 to 2: only what changes in tables that were there. New tables and
-- indexes come from schema/ afterwards. Foreign keys are off meanwhile and checked
-- before the commit.

ALTER TABLE tally ADD COLUMN n0 INTEGER NOT NULL DEFAULT 0;
ALTER TABLE tally ADD COLUMN n1 INTEGER NOT NULL DEFAULT 0;
ALTER TABLE tally ADD COLUMN n2 INTEGER NOT NULL DEFAULT 0;
ALTER TABLE tally ADD COLUMN n3 INTEGER NOT NULL DEFAULT 0;
ALTER TABLE tally ADD COLUMN n4 INTEGER NOT NULL DEFAULT 0;
-- Departments get their first term, and people a main post since their department's
-- first day: nothing older is known. Who had left did so by the last roster at the latest.
CREATE TABLE department_1 AS SELECT * FROM department;
CREATE TABLE person_1 AS SELECT * FROM person;
DROP TABLE department;
DROP TABLE person;

CREATE TABLE department (
	id         INTEGER PRIMARY KEY,
	key        TEXT    NOT NULL UNIQUE,
	valid_from INTEGER NOT NULL,
	valid_to   INTEGER
) STRICT;
CREATE TABLE department_term (
	department_id INTEGER NOT NULL REFERENCES department(id),
	valid_from    INTEGER NOT NULL,
	name          TEXT    NOT NULL,
	kind          TEXT    NOT NULL DEFAULT 'internal',
	parent_id     INTEGER REFERENCES department(id),
	ord           INTEGER NOT NULL,
	flags         INTEGER NOT NULL DEFAULT 0,
	approver      TEXT    NOT NULL DEFAULT '',
	reason        TEXT    NOT NULL DEFAULT '',
	set_by        INTEGER REFERENCES account(id),
	set_at        INTEGER NOT NULL DEFAULT 0,
	PRIMARY KEY (department_id, valid_from)
) STRICT, WITHOUT ROWID;
CREATE TABLE person (
	id         INTEGER PRIMARY KEY,
	number     TEXT    NOT NULL UNIQUE,
	name       TEXT    NOT NULL,
	kana       TEXT    NOT NULL DEFAULT '',
	kind       TEXT    NOT NULL DEFAULT '',
	mail       TEXT    NOT NULL DEFAULT '',
	joined_day INTEGER,
	left_day   INTEGER
) STRICT;
CREATE TABLE post (
	id            INTEGER PRIMARY KEY,
	person_id     INTEGER NOT NULL REFERENCES person(id),
	department_id INTEGER NOT NULL REFERENCES department(id),
	main          INTEGER NOT NULL DEFAULT 1,
	title         TEXT    NOT NULL DEFAULT '',
	valid_from    INTEGER NOT NULL,
	valid_to      INTEGER
) STRICT;

INSERT INTO department SELECT id, key, valid_from, valid_to FROM department_1;
INSERT INTO department_term (department_id, valid_from, name, kind, ord, flags)
	SELECT id, valid_from, name, kind, ord, flags FROM department_1;
INSERT INTO person (id, number, name, kana, kind, left_day)
	SELECT id, number, name, kana, kind, CASE active WHEN 0 THEN
		(coalesce((SELECT max(at) FROM event WHERE what = 'roster_imported'), unixepoch()) + 32400) / 86400 - 1 END
	FROM person_1;
INSERT INTO post (person_id, department_id, valid_from, valid_to)
	SELECT p.id, d.id, CASE WHEN n.left_day < d.valid_from THEN n.left_day ELSE d.valid_from END, n.left_day
	FROM person_1 p JOIN department_1 d ON d.id = p.department_id JOIN person n ON n.id = p.id;
DROP TABLE department_1;
DROP TABLE person_1;

ALTER TABLE cycle_department ADD COLUMN approver TEXT NOT NULL DEFAULT '';
ALTER TABLE cycle_department ADD COLUMN reason TEXT NOT NULL DEFAULT '';
