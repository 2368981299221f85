#include "domain/roster.h"

#include <string.h>

#include "base/words.h"
#include "domain/role.h"
#include "domain/table.h"

/* What the header row may call a column: part of the file format, in both
 * languages at once, and so not a matter of the catalogue. */
static const struct table_column columns[] = {
	/* 職員番号 */ {"number", "\u8077\u54E1\u756A\u53F7", NULL, 20, true, true},
	/* 氏名 */ {"name", "\u6C0F\u540D", NULL, 100, true, false},
	/* フリガナ */ {"kana", "\u30D5\u30EA\u30AC\u30CA", NULL, 100, false, false},
	/* 職員種別 */ {"kind", "\u8077\u54E1\u7A2E\u5225", NULL, 40, false, false},
	/* 所属コード */ {"department", "\u6240\u5C5E\u30B3\u30FC\u30C9", NULL, 40, true, true},
	/* 所属名 */ {"department_name", "\u6240\u5C5E\u540D", NULL, 100, true, false},
	/* サインイン名, ログイン名 */
	{"login", "\u30B5\u30A4\u30F3\u30A4\u30F3\u540D", "\u30ED\u30B0\u30A4\u30F3\u540D", 64, false, true},
	/* 権限 */ {"roles", "\u6A29\u9650", NULL, 200, false, false},
};
enum {
	COLUMN_COUNT = sizeof columns / sizeof *columns,
	COLUMN_DEPARTMENT = 4,
	COLUMN_ROLES = COLUMN_COUNT - 1
};

/* Where a text of the file goes; roles are read. */
static const size_t members[COLUMN_ROLES] = {offsetof(struct roster_row, number),
	offsetof(struct roster_row, name), offsetof(struct roster_row, kana),
	offsetof(struct roster_row, kind), offsetof(struct roster_row, department),
	offsetof(struct roster_row, department_name), offsetof(struct roster_row, login)};

struct reading {
	const char *name; /* of the file, for faults */
	struct faults *f;
	struct roster *roster;
};

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

/* "body" in an address means the whole body. */
static void
department_check(struct reading *r, const char *code, int line)
{
	if (table_code_breaks_address(code) || strcmp(code, "body") == 0)
		fault_add(r->f, r->name, line, _("%s \"%s\" cannot be part of an address of a page"),
			columns[COLUMN_DEPARTMENT].japanese, code);
}

static void
row_read(struct reading *r, const struct table_row *row)
{
	struct roster_row out = {.kana = "", .kind = "", .login = "", .roles = ROLE_STAFF, .line = row->line};
	for (size_t c = 0; c < COLUMN_ROLES; c++)
		if (row->texts[c] != NULL)
			memcpy((char *)&out + members[c], &row->texts[c], sizeof row->texts[c]);
	department_check(r, out.department, row->line);
	if (row->texts[COLUMN_ROLES] != NULL)
		out.roles = roles_read(r, row->texts[COLUMN_ROLES], row->line);
	struct roster *roster = r->roster;
	roster->rows = ARENA_PUSH(r->f->arena, roster->rows, roster->count);
	roster->rows[roster->count++] = out;
}

const struct roster *
roster_parse(const char *data, size_t length, const char *name, struct faults *f)
{
	struct reading r = {.name = name, .f = f, .roster = ARENA_NEW(f->arena, struct roster)};
	size_t faults = f->count;
	const struct table *t = table_parse(data, length, name, columns, COLUMN_COUNT, f);
	if (t != NULL) {
		r.roster->charset = t->charset;
		for (size_t i = 0; i < t->count; i++)
			row_read(&r, &t->rows[i]);
		roster_check(r.roster, name, f);
	}
	if (f->count == faults)
		return r.roster;
	faults_sort(f, faults);
	return NULL;
}
