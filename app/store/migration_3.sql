-- From schema 2 to 3: documents are about other things than cycles as well.
CREATE TABLE document_2 AS SELECT * FROM document;
DROP TABLE document;

CREATE TABLE document (
	id            INTEGER PRIMARY KEY,
	about         TEXT    NOT NULL,
	about_id      INTEGER NOT NULL,
	cycle_id      INTEGER REFERENCES cycle(id),
	recipe        TEXT    NOT NULL,
	set_key       TEXT    NOT NULL,
	department_id INTEGER NOT NULL,
	readers       TEXT    NOT NULL,
	edition       INTEGER NOT NULL,
	about_edition INTEGER NOT NULL,
	year          INTEGER NOT NULL,
	number        INTEGER NOT NULL,
	mark          TEXT    NOT NULL,
	reason        TEXT    NOT NULL,
	issued_at     INTEGER NOT NULL,
	issued_by     TEXT    NOT NULL,
	UNIQUE (about, about_id, recipe, set_key, department_id, readers, edition)
) STRICT;
INSERT INTO document (id, about, about_id, cycle_id, recipe, set_key, department_id, readers, edition,
	about_edition, year, number, mark, reason, issued_at, issued_by)
	SELECT id, 'cycle', cycle_id, cycle_id, recipe, set_key, department_id, 'full', edition, cycle_edition,
		year, number, mark, reason, issued_at, issued_by FROM document_2;
DROP TABLE document_2;
