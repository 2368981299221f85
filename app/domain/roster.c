#include "domain/roster.h"

#include <string.h>

#include "base/charset.h"
#include "base/utf8.h"
#include "base/words.h"
#include "csv/csv.h"
#include "domain/role.h"

/* What the header row may call a column: part of the file format, in both
 * languages at once, and so not a matter of the catalogue. */
#define PLACE(member) offsetof(struct roster_row, member)
static const struct column {
	const char *english, *japanese;
	size_t member;
	size_t most;      /* code points */
	bool must;        /* the column must be there and no row may leave it empty */
	bool code;        /* an identifier: no blanks within */
	const char *also; /* another name other programs write; NULL: none */
} columns[] = {
	/* 職員番号 */ {"number", "\u8077\u54E1\u756A\u53F7", PLACE(number), 20, true, true, NULL},
	/* 氏名 */ {"name", "\u6C0F\u540D", PLACE(name), 100, true, false, NULL},
	/* フリガナ */ {"kana", "\u30D5\u30EA\u30AC\u30CA", PLACE(kana), 100, false, false, NULL},
	/* 職員種別 */ {"kind", "\u8077\u54E1\u7A2E\u5225", PLACE(kind), 40, false, false, NULL},
	/* 所属コード */
	{"department", "\u6240\u5C5E\u30B3\u30FC\u30C9", PLACE(department), 40, true, true, NULL},
	/* 所属名 */
	{"department_name", "\u6240\u5C5E\u540D", PLACE(department_name), 100, true, false, NULL},
	/* サインイン名, ログイン名 */
	{"login", "\u30B5\u30A4\u30F3\u30A4\u30F3\u540D", PLACE(login), 64, false, true,
		"\u30ED\u30B0\u30A4\u30F3\u540D"},
	/* 権限 */ {"roles", "\u6A29\u9650", 0, 200, false, false, NULL},
};
enum { COLUMN_COUNT = sizeof columns / sizeof *columns, COLUMN_ROLES = COLUMN_COUNT - 1, ABSENT = -1 };

struct reading {
	const char *name; /* of the file, for faults */
	struct faults *f;
	struct csv_rows rows;
	int places[COLUMN_COUNT]; /* where a column stands in the file, or ABSENT */
	struct roster *roster;
};

static void
header_fault(struct reading *r, size_t place)
{
	const struct csv_field *said = &r->rows.items[0].fields[place];
	int line = r->rows.items[0].line;
	const char *known[2 * COLUMN_COUNT];
	for (size_t i = 0; i < COLUMN_COUNT; i++) {
		known[2 * i] = columns[i].japanese;
		known[2 * i + 1] = columns[i].english;
	}
	if (said->length == 0 || !utf8_plain(said->text, said->length))
		fault_add(r->f, r->name, line, _("column %zu of the first row has no readable name"),
			place + 1);
	else
		fault_unknown(r->f, r->name, line, "", _("column"), said->text, known, 2 * COLUMN_COUNT);
}

static bool
column_named(const struct column *c, const char *said)
{
	return strcmp(c->japanese, said) == 0 || strcasecmp(c->english, said) == 0 ||
	       (c->also != NULL && strcmp(c->also, said) == 0);
}

/* A NUL must not shorten a name to one that is known. */
static size_t
column_find(const struct csv_field *said)
{
	size_t i = strlen(said->text) == said->length ? 0 : COLUMN_COUNT;
	while (i < COLUMN_COUNT && !column_named(&columns[i], said->text))
		i++;
	return i;
}

static bool
header_any(const struct csv_row *head)
{
	for (size_t i = 0; i < head->count; i++)
		if (column_find(&head->fields[i]) < COLUMN_COUNT)
			return true;
	return false;
}

static void
header_missing(struct reading *r)
{
	for (size_t c = 0; c < COLUMN_COUNT; c++)
		if (columns[c].must && r->places[c] == ABSENT)
			fault_add(r->f, r->name, r->rows.items[0].line,
				_("the column %s (%s) is missing from the first row"), columns[c].japanese,
				columns[c].english);
}

static bool
header_read(struct reading *r)
{
	const struct csv_row *head = &r->rows.items[0];
	size_t faults = r->f->count;
	if (!header_any(head)) {
		fault_add(r->f, r->name, head->line,
			_("the first row does not name the columns (%s, %s, ...)"), columns[0].japanese,
			columns[1].japanese);
		return false;
	}
	for (size_t c = 0; c < COLUMN_COUNT; c++)
		r->places[c] = ABSENT;
	for (size_t i = 0; i < head->count; i++) {
		size_t c = column_find(&head->fields[i]);
		if (c == COLUMN_COUNT)
			header_fault(r, i);
		else if (r->places[c] != ABSENT)
			fault_add(r->f, r->name, head->line, _("the column %s stands twice in the first row"),
				head->fields[i].text);
		else
			r->places[c] = (int)i;
	}
	header_missing(r);
	return r->f->count == faults;
}

/* U+3000 is the blank of Japanese keyboards. */
static const char *
blank_find(const char *s)
{
	const char *wide = strstr(s, "\u3000");
	return wide != NULL ? wide : strpbrk(s, " \t");
}

/* Departments' codes stand in addresses between slashes, where "." and ".." mean other places and
 * "body" means the whole body. */
static bool
address_breaks(const char *code)
{
	return strchr(code, '/') != NULL || strcmp(code, ".") == 0 || strcmp(code, "..") == 0 ||
	       strcmp(code, "body") == 0;
}

static void
field_check(struct reading *r, const struct column *c, const struct csv_field *field, int line)
{
	const char *title = c->japanese;
	if (!utf8_plain(field->text, field->length) || strpbrk(field->text, "\t\r\n") != NULL)
		fault_add(r->f, r->name, line,
			_("%s holds a character that cannot be in a roster (line end, tab or control "
			  "character)"),
			title);
	else if (utf8_count(field->text) > c->most)
		fault_add(r->f, r->name, line, _("%s has %zu characters; at most %zu are possible"), title,
			utf8_count(field->text), c->most);
	else if (c->must && utf8_blank(field->text))
		fault_add(r->f, r->name, line, _("%s is empty"), title);
	else if (c->code && blank_find(field->text) != NULL)
		fault_add(r->f, r->name, line, _("%s \"%s\" has a blank in it"), title, field->text);
	else if (c->member == offsetof(struct roster_row, department) && address_breaks(field->text))
		fault_add(r->f, r->name, line, _("%s \"%s\" cannot be part of an address of a page"), title,
			field->text);
}

/* 職員 所属長 監査人 管理者層 事務局 */
static unsigned
role_read(const char *word)
{
	static const struct {
		const char *japanese;
		enum role role;
	} words[] = {
		{"\u8077\u54E1", ROLE_STAFF},
		{"\u6240\u5C5E\u9577", ROLE_MANAGER},
		{"\u76E3\u67FB\u4EBA", ROLE_AUDITOR},
		{"\u7BA1\u7406\u8005\u5C64", ROLE_MANAGEMENT},
		{"\u4E8B\u52D9\u5C40", ROLE_ADMIN},
	};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strcmp(words[i].japanese, word) == 0)
			return words[i].role;
	return role_parse(word);
}

static void
role_fault(struct reading *r, const char *word, int line)
{
	const char *known[] = {role_key(ROLE_STAFF), role_key(ROLE_MANAGER), role_key(ROLE_AUDITOR),
		role_key(ROLE_MANAGEMENT), role_key(ROLE_ADMIN)};
	fault_unknown(r->f, r->name, line, "", _("role"), word, known, sizeof known / sizeof *known);
}

/* Words apart by blanks, commas or their Japanese kin; whoever is in the roster answers, so all are staff. */
static unsigned
roles_read(struct reading *r, const char *text, int line)
{
	static const char *const wide[] = {"\u3000", "\u3001", "\u30FB", "\uFF0C"};
	char *words = arena_strdup(r->f->arena, text), *rest = NULL;
	for (size_t i = 0; i < sizeof wide / sizeof *wide; i++)
		for (char *at; (at = strstr(words, wide[i])) != NULL;)
			memset(at, ' ', strlen(wide[i]));
	unsigned roles = ROLE_STAFF;
	for (char *w = strtok_r(words, " ,/;|", &rest); w != NULL; w = strtok_r(NULL, " ,/;|", &rest)) {
		unsigned role = role_read(w);
		if (role == 0)
			role_fault(r, w, line);
		roles |= role;
	}
	return roles;
}

static void
row_read(struct reading *r, const struct csv_row *row)
{
	size_t expected = r->rows.items[0].count;
	if (row->count != expected) {
		fault_add(r->f, r->name, row->line, _("this row has %zu fields where the first row has %zu"),
			row->count, expected);
		return;
	}
	struct roster_row out = {.kana = "", .kind = "", .login = "", .roles = ROLE_STAFF, .line = row->line};
	for (size_t c = 0; c < COLUMN_COUNT; c++) {
		if (r->places[c] == ABSENT)
			continue;
		const struct csv_field *field = &row->fields[r->places[c]];
		size_t before = r->f->count;
		field_check(r, &columns[c], field, row->line);
		if (c == COLUMN_ROLES && r->f->count == before)
			out.roles = roles_read(r, field->text, row->line);
		else if (c != COLUMN_ROLES)
			memcpy((char *)&out + columns[c].member, &field->text, sizeof field->text);
	}
	struct roster *roster = r->roster; /* also a faulty row: another may repeat its number */
	roster->rows = ARENA_PUSH(r->f->arena, roster->rows, roster->count);
	roster->rows[roster->count++] = out;
}

/* Spreadsheets write rows of nothing but commas. */
static bool
row_empty(const struct csv_row *row)
{
	for (size_t i = 0; i < row->count; i++)
		if (row->fields[i].length > 0)
			return false;
	return true;
}

static void
rows_read(struct reading *r)
{
	bool any = false;
	for (size_t i = 1; i < r->rows.count; i++) {
		if (row_empty(&r->rows.items[i]))
			continue;
		row_read(r, &r->rows.items[i]);
		any = true;
	}
	if (!any)
		fault_add(r->f, r->name, 0, _("the roster names nobody"));
}

const struct roster *
roster_parse(const char *data, size_t length, const char *name, struct faults *f)
{
	struct reading r = {.name = name, .f = f, .roster = ARENA_NEW(f->arena, struct roster)};
	size_t faults = f->count, size;
	struct err e = {0};
	char *text;
	int line = 0;
	if (!charset_to_utf8(f->arena, data, length, &text, &size, &r.roster->charset, &e)) {
		fault_add(f, name, 0, "%s", e.text);
		return NULL;
	}
	bool whole = csv_read(f->arena, text, size, &r.rows, &line, &e);
	if (r.rows.count > 0 && header_read(&r)) {
		rows_read(&r);
		roster_check(r.roster, name, f);
	} else if (whole && r.rows.count == 0)
		fault_add(f, name, 0, _("the file is empty; its first row must name the columns"));
	if (!whole)
		fault_add(f, name, line, "%s", e.text);
	if (f->count == faults)
		return r.roster;
	faults_sort(f, faults);
	return NULL;
}
