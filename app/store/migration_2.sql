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
	flags_approver TEXT   NOT NULL DEFAULT '',
	flags_reason  TEXT    NOT NULL DEFAULT '',
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

-- Cycles: more states, and what belongs to them.
ALTER TABLE cycle RENAME COLUMN closed_at TO final_at;
ALTER TABLE cycle ADD COLUMN kind TEXT NOT NULL DEFAULT 'annual';
ALTER TABLE cycle ADD COLUMN grace_day INTEGER;
ALTER TABLE cycle ADD COLUMN automatic INTEGER NOT NULL DEFAULT 0;
ALTER TABLE cycle ADD COLUMN individual INTEGER NOT NULL DEFAULT 0;
ALTER TABLE cycle ADD COLUMN approver TEXT NOT NULL DEFAULT '';
ALTER TABLE cycle ADD COLUMN approved_at INTEGER;
ALTER TABLE cycle ADD COLUMN approved_by INTEGER;
ALTER TABLE cycle ADD COLUMN reported_day INTEGER;
ALTER TABLE cycle ADD COLUMN ended_at INTEGER;
ALTER TABLE cycle ADD COLUMN previous_id INTEGER REFERENCES cycle(id);
UPDATE cycle SET state = 'final' WHERE state = 'closed';
UPDATE cycle SET final_at = NULL WHERE state <> 'final'; -- reopened

-- Sheets stand for a unit; who answers may be named later.
ALTER TABLE sheet RENAME TO sheet_1;
DROP INDEX sheet_department;
CREATE TABLE sheet (
	id            INTEGER PRIMARY KEY,
	cycle_id      INTEGER NOT NULL REFERENCES cycle(id),
	set_key       TEXT    NOT NULL,
	unit_id       INTEGER NOT NULL,
	unit_name     TEXT    NOT NULL,
	department_id INTEGER NOT NULL REFERENCES department(id),
	flags         INTEGER NOT NULL DEFAULT 0,
	person_id     INTEGER REFERENCES person(id),
	person_name   TEXT    NOT NULL,
	person_kind   TEXT    NOT NULL,
	code          TEXT,
	revision      INTEGER NOT NULL DEFAULT 0,
	draft         TEXT,
	draft_at      INTEGER,
	submitted     TEXT,
	submitted_at  INTEGER,
	first_at      INTEGER,
	told_at       INTEGER,
	late          INTEGER NOT NULL DEFAULT 0,
	seconds       INTEGER NOT NULL DEFAULT 0,
	returned_at   INTEGER,
	returned_by   INTEGER,
	return_comment TEXT,
	confirmed_at  INTEGER,
	confirmed_by  INTEGER,
	proxy_at      INTEGER,
	proxy_by      INTEGER,
	excluded_at   INTEGER,
	excluded_by   INTEGER,
	excluded_reason TEXT,
	excluded_text TEXT,
	UNIQUE (cycle_id, set_key, unit_id)
) STRICT;
INSERT INTO sheet (id, cycle_id, set_key, unit_id, unit_name, department_id, flags, person_id, person_name,
	person_kind, revision, draft, draft_at, submitted, submitted_at, first_at, told_at, late)
	SELECT s.id, s.cycle_id, s.set_key,
		CASE WHEN instr(q.yaml, char(10) || 'unit: body') > 0 THEN 0
			WHEN instr(q.yaml, char(10) || 'unit: ') = 0 OR instr(q.yaml, char(10) || 'unit: person') > 0
			THEN s.person_id ELSE s.department_id END,
		CASE WHEN instr(q.yaml, char(10) || 'unit: body') > 0 THEN ''
			WHEN instr(q.yaml, char(10) || 'unit: ') = 0 OR instr(q.yaml, char(10) || 'unit: person') > 0
			THEN s.person_name ELSE d.name END,
		s.department_id, d.flags, s.person_id, s.person_name, s.person_kind, s.revision, s.draft,
		s.draft_at, s.submitted, s.submitted_at, s.first_at, s.first_at, s.late
	FROM sheet_1 s JOIN cycle_department d ON d.cycle_id = s.cycle_id AND d.department_id = s.department_id
	JOIN cycle_set o ON o.cycle_id = s.cycle_id AND o.set_key = s.set_key
	JOIN question_set q ON q.id = o.question_set_id;
DROP TABLE sheet_1;

ALTER TABLE progress ADD COLUMN returned INTEGER NOT NULL DEFAULT 0;
ALTER TABLE progress ADD COLUMN confirmed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE progress ADD COLUMN excluded INTEGER NOT NULL DEFAULT 0;
ALTER TABLE kept ADD COLUMN seconds INTEGER NOT NULL DEFAULT 0;

-- Whoever submitted was shown the right answers in the same moment.
CREATE TABLE lesson (
	sheet_id  INTEGER NOT NULL REFERENCES sheet(id),
	person_id INTEGER NOT NULL REFERENCES person(id),
	taught_at INTEGER NOT NULL,
	read_at   INTEGER,
	PRIMARY KEY (sheet_id, person_id)
) STRICT, WITHOUT ROWID;
INSERT INTO lesson (sheet_id, person_id, taught_at)
	SELECT id, person_id, submitted_at FROM sheet WHERE submitted IS NOT NULL AND person_id IS NOT NULL;

-- Of what came new with it, only what a later step changes.
CREATE TABLE document (
	id            INTEGER PRIMARY KEY,
	cycle_id      INTEGER NOT NULL REFERENCES cycle(id),
	recipe        TEXT    NOT NULL,
	set_key       TEXT    NOT NULL,
	department_id INTEGER NOT NULL,
	edition       INTEGER NOT NULL,
	cycle_edition INTEGER NOT NULL,
	year          INTEGER NOT NULL,
	number        INTEGER NOT NULL,
	mark          TEXT    NOT NULL,
	reason        TEXT    NOT NULL,
	issued_at     INTEGER NOT NULL,
	issued_by     TEXT    NOT NULL,
	UNIQUE (cycle_id, recipe, set_key, department_id, edition)
) STRICT;
