"""Workbooks as an office suite leaves them, for tests: nothing of the program's.

    make                rows as JSON on the input, a workbook on the output
    fill FILE           answers as JSON on the input: sheet's code -> question's id -> cells by
                        column, and "submit"; FILE filled in on the output
    tables FILE         name and rows of each CSV file in a ZIP, as JSON
    codes FILE          code and name of each sheet in FILE, apart by a tab, one a line
"""
import csv
import io
import json
import sys
import xml.etree.ElementTree as xml
import zipfile

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
xml.register_namespace("", MAIN)
xml.register_namespace("r", REL)
KEY = "I"  # the hidden column: a question's id, in row 1 the sheet's code


def tag(name):
    return "{%s}%s" % (MAIN, name)


def text_into(cell, text):
    for child in list(cell):
        cell.remove(child)
    cell.set("t", "inlineStr")
    xml.SubElement(xml.SubElement(cell, tag("is")), tag("t")).text = text


def column(n):
    return chr(ord("A") + n)


def worksheet(rows):
    root = xml.Element(tag("worksheet"))
    data = xml.SubElement(root, tag("sheetData"))
    for r, cells in enumerate(rows, 1):
        row = xml.SubElement(data, tag("row"), r=str(r))
        for c, text in enumerate(cells):
            text_into(xml.SubElement(row, tag("c"), r="%s%d" % (column(c), r)), text)
    return xml.tostring(root, encoding="utf-8", xml_declaration=True)


def make(rows, out):
    parts = {
        "[Content_Types].xml": '<Types xmlns="%scontent-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
        '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
        "</Types>" % PACKAGE,
        "_rels/.rels": '<Relationships xmlns="%srelationships"><Relationship Id="r1" Type="%s/officeDocument" Target="xl/workbook.xml"/></Relationships>' % (PACKAGE, REL),
        "xl/workbook.xml": '<workbook xmlns="%s" xmlns:r="%s"><sheets><sheet name="Sheet1" sheetId="1" r:id="r1"/></sheets></workbook>' % (MAIN, REL),
        "xl/_rels/workbook.xml.rels": '<Relationships xmlns="%srelationships"><Relationship Id="r1" Type="%s/worksheet" Target="worksheets/sheet1.xml"/></Relationships>' % (PACKAGE, REL),
        "xl/worksheets/sheet1.xml": worksheet(rows),
    }
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as z:
        for name, content in parts.items():
            z.writestr(name, content)


def shared(z):
    root = xml.fromstring(z.read("xl/sharedStrings.xml"))
    return ["".join(t.text or "" for t in si.iter(tag("t"))) for si in root]


def rows_of(root, texts):
    """(row, key) of each row: what stands in its hidden column."""
    for row in root.iter(tag("row")):
        for cell in row:
            value = cell.find(tag("v"))
            if cell.get("r").rstrip("0123456789") == KEY and value is not None and cell.get("t") == "s":
                yield row, texts[int(value.text)]


def sheets_of(z):
    texts = shared(z)
    for name in z.namelist():
        if name.startswith("xl/worksheets/sheet"):
            root = xml.fromstring(z.read(name))
            rows = list(rows_of(root, texts))
            if rows and rows[0][0].get("r") == "1":
                yield name, root, rows


def whose(root, texts):
    """Of "department number name (code)", the name."""
    cell = next(c for c in root.iter(tag("c")) if c.get("r") == "A2")
    return texts[int(cell.find(tag("v")).text)].rsplit(" ", 1)[0].split(" ", 2)[-1]


def fill(file, answers, out):
    with zipfile.ZipFile(file) as z:
        filled = {}
        for name, root, rows in sheets_of(z):
            sheet = answers.get(rows[0][1], {})
            for row, key in rows[1:]:
                for where, text in sheet.get(key, {}).items():
                    cells = [c for c in row if c.get("r").rstrip("0123456789") == where]
                    text_into(cells[0], text)
            filled[name] = xml.tostring(root, encoding="utf-8", xml_declaration=True)
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as to:
            for name in z.namelist():
                to.writestr(name, filled.get(name, z.read(name)))


def main():
    out = io.BytesIO()
    if sys.argv[1] == "make":
        make(json.load(sys.stdin), out)
    elif sys.argv[1] == "fill":
        fill(sys.argv[2], json.load(sys.stdin), out)
    elif sys.argv[1] == "tables":
        with zipfile.ZipFile(sys.argv[2]) as z:
            rows = [(n, list(csv.reader(io.StringIO(z.read(n).decode("utf-8-sig"), newline="")))) for n in z.namelist() if n.endswith(".csv")]
        out.write(json.dumps(rows).encode())
    else:
        with zipfile.ZipFile(sys.argv[2]) as z:
            texts = shared(z)
            for _, root, rows in sheets_of(z):
                out.write(("%s\t%s\n" % (rows[0][1], whose(root, texts))).encode())
    sys.stdout.buffer.write(out.getvalue())


main()
