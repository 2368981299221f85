"""An archive opened by other hands, for tests: nothing of the program's.

    read FILE           as JSON: each file's name and SHA-256, and what the database in it holds
    flip FILE NAME      one bit in the middle of a file in it changed, on the output
    leave FILE NAME     without that file
    change FILE SQL     after a statement was run on its database
    add FILE NAME       with one file more
    empty FILE NAME N   with a file of so many zeros
"""
import hashlib
import io
import json
import os
import sqlite3
import sys
import tempfile
import zipfile


def bound(members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as z:
        for name, data in members.items():
            z.writestr(name, data)
    return out.getvalue()


def with_database(data, work):
    """What work(path) gives of the database, and its bytes afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "archive.db")
        with open(path, "wb") as f:
            f.write(data)
        given = work(path)
        with open(path, "rb") as f:
            return given, f.read()


def held(path):
    db = sqlite3.connect("file:%s?mode=ro&immutable=1" % path, uri=True)

    def rows(sql):
        return db.execute(sql).fetchall()

    answers = [
        [kind, unit, number, {q: a if isinstance(a, str) else a.get("c") for q, a in json.loads(submitted).items()}]
        for kind, unit, number, submitted in rows(
            "SELECT s.set_key, s.unit_name, p.number, s.submitted FROM sheet s LEFT JOIN person p ON p.id = s.person_id"
            " WHERE s.submitted IS NOT NULL AND s.excluded_at IS NULL"
        )
    ]
    return {
        "sound": rows("PRAGMA integrity_check")[0][0],
        "answers": answers,
        "tallies": rows("SELECT t.set_key, d.key, t.item, s0, s1, s2, s3, s4, na, unknown FROM tally t JOIN department d ON d.id = t.department_id"),
        "progress": rows("SELECT p.set_key, d.key, asked, submitted, late FROM progress p JOIN department d ON d.id = p.department_id"),
        "read": [n for n, in rows("SELECT p.number FROM lesson l JOIN sheet s ON s.id = l.sheet_id JOIN person p ON p.id = l.person_id WHERE s.set_key = 'staff' AND read_at IS NOT NULL")],
        "typed": rows("SELECT count(*) FROM paper")[0][0],
        "secrets": rows("SELECT (SELECT count(*) FROM account WHERE password IS NOT NULL) + (SELECT count(*) FROM session) + (SELECT count(*) FROM invitation)")[0][0],
        "documents": rows("SELECT d.recipe, coalesce(p.key, 'body'), d.edition, f.format, f.digest FROM document d"
                          " JOIN document_file f ON f.document_id = d.id LEFT JOIN department p ON p.id = d.department_id"),
        "moves": [to for to, in rows("SELECT to_state FROM cycle_move ORDER BY id")],
        "events": [what for what, in rows("SELECT what FROM event ORDER BY id")],
    }


def changed(sql):
    def work(path):
        db = sqlite3.connect(path)
        rows = db.execute(sql).rowcount
        db.commit()
        db.close()
        assert rows > 0, "nothing was changed"
    return work


def main():
    what, file, rest = sys.argv[1], sys.argv[2], sys.argv[3:]
    with zipfile.ZipFile(file) as z:
        members = {name: z.read(name) for name in z.namelist()}
    if what == "read":
        given, _ = with_database(members["archive.db"], held)
        given["files"] = {name: hashlib.sha256(data).hexdigest() for name, data in members.items()}
        given["manifest"] = json.loads(members["manifest.json"])
        sys.stdout.write(json.dumps(given))
        return
    if what == "flip":
        data = bytearray(members[rest[0]])
        data[len(data) // 2] ^= 1
        members[rest[0]] = bytes(data)
    elif what == "leave":
        del members[rest[0]]
    elif what == "add":
        members[rest[0]] = b"one more"
    elif what == "empty":
        members[rest[0]] = bytes(int(rest[1]))
    else:
        _, members["archive.db"] = with_database(members["archive.db"], changed(rest[0]))
    sys.stdout.buffer.write(bound(members))


main()
