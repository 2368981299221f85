#include "domain/organisation/roster.h"

#include <stdlib.h>
#include <string.h>

#include "base/words.h"
#include "domain/answer/table.h"
#include "domain/organisation/role.h"

/* What the header row may call a column: part of the file format, in both
 * languages at once, and so not a matter of the catalogue. */
static const struct table_column columns[ROSTER_COLUMNS] = {
	/* 職員番号 */ [ROSTER_NUMBER] = {"number", "\u8077\u54E1\u756A\u53F7", NULL, 20, true, true},
	/* 氏名 */[ROSTER_NAME] = {"name", "\u6C0F\u540D", NULL, 100, true, false},
	/* フリガナ */[ROSTER_KANA] = {"kana", "\u30D5\u30EA\u30AC\u30CA", NULL, 100, false, false},
	/* 職員種別 */[ROSTER_KIND] = {"kind", "\u8077\u54E1\u7A2E\u5225", NULL, 40, false, false},
	/* 所属コード */[ROSTER_DEPARTMENT] = {"department", "\u6240\u5C5E\u30B3\u30FC\u30C9", NULL, 40, true,
		true},
	/* 所属名 */[ROSTER_DEPARTMENT_NAME] = {"department_name", "\u6240\u5C5E\u540D", NULL, 100, true,
		false},
	/* サインイン名, ログイン名 */[ROSTER_LOGIN] = {"login", "\u30B5\u30A4\u30F3\u30A4\u30F3\u540D",
		"\u30ED\u30B0\u30A4\u30F3\u540D", 64, false, true},
	/* 権限 */[ROSTER_ROLES] = {"roles", "\u6A29\u9650", NULL, 200, false, false},
	/* メール, メールアドレス */[ROSTER_MAIL] = {"mail", "\u30E1\u30FC\u30EB",
		"\u30E1\u30FC\u30EB\u30A2\u30C9\u30EC\u30B9", 254, false, true},
	/* 職名 */[ROSTER_TITLE] = {"title", "\u8077\u540D", NULL, 100, false, false},
	/* 兼務 */[ROSTER_CONCURRENT] = {"concurrent", "\u517C\u52D9", NULL, 400, false, false},
	/* 採用日 */[ROSTER_JOINED] = {"joined", "\u63A1\u7528\u65E5", NULL, 10, false, true},
	/* 退職日 */[ROSTER_LEFT] = {"left", "\u9000\u8077\u65E5", NULL, 10, false, true},
	/* 休職開始日 */[ROSTER_ABSENT_FROM] = {"absent_from", "\u4F11\u8077\u958B\u59CB\u65E5", NULL, 10,
		false, true},
	/* 休職終了日 */[ROSTER_ABSENT_TO] = {"absent_to", "\u4F11\u8077\u7D42\u4E86\u65E5", NULL, 10, false,
		true},
	/* 休職事由 */[ROSTER_ABSENCE] = {"absence", "\u4F11\u8077\u4E8B\u7531", NULL, 100, false, false},
};

/* How it is read, and where it goes. */
static const struct place {
	enum { AS_TEXT, AS_DAY, AS_ROLES, AS_CODES } as;
	size_t member;
} places[ROSTER_COLUMNS] = {
	[ROSTER_NUMBER] = {AS_TEXT, offsetof(struct roster_row, number)},
	[ROSTER_NAME] = {AS_TEXT, offsetof(struct roster_row, name)},
	[ROSTER_KANA] = {AS_TEXT, offsetof(struct roster_row, kana)},
	[ROSTER_KIND] = {AS_TEXT, offsetof(struct roster_row, kind)},
	[ROSTER_DEPARTMENT] = {AS_TEXT, offsetof(struct roster_row, department)},
	[ROSTER_DEPARTMENT_NAME] = {AS_TEXT, offsetof(struct roster_row, department_name)},
	[ROSTER_LOGIN] = {AS_TEXT, offsetof(struct roster_row, login)},
	[ROSTER_ROLES] = {AS_ROLES, offsetof(struct roster_row, roles)},
	[ROSTER_MAIL] = {AS_TEXT, offsetof(struct roster_row, mail)},
	[ROSTER_TITLE] = {AS_TEXT, offsetof(struct roster_row, title)},
	[ROSTER_CONCURRENT] = {AS_CODES, offsetof(struct roster_row, concurrent)},
	[ROSTER_JOINED] = {AS_DAY, offsetof(struct roster_row, joined)},
	[ROSTER_LEFT] = {AS_DAY, offsetof(struct roster_row, left)},
	[ROSTER_ABSENT_FROM] = {AS_DAY, offsetof(struct roster_row, absent_from)},
	[ROSTER_ABSENT_TO] = {AS_DAY, offsetof(struct roster_row, absent_to)},
	[ROSTER_ABSENCE] = {AS_TEXT, offsetof(struct roster_row, absence)},
};

static const char **
text_at(const struct roster_row *r, enum roster_column c)
{
	return (const char **)((char *)r + places[c].member);
}

static day_t *
day_at(const struct roster_row *r, enum roster_column c)
{
	return (day_t *)((char *)r + places[c].member);
}

struct reading {
	const char *name; /* of the file, for faults */
	struct faults *f;
	struct roster *roster;
};

/* 職員 所属長 監査人 管理者層 事務局 監査責任者 */
static const struct {
	const char *japanese;
	enum role role;
} role_words[] = {
	{"\u8077\u54E1", ROLE_STAFF},
	{"\u6240\u5C5E\u9577", ROLE_MANAGER},
	{"\u76E3\u67FB\u4EBA", ROLE_AUDITOR},
	{"\u7BA1\u7406\u8005\u5C64", ROLE_MANAGEMENT},
	{"\u4E8B\u52D9\u5C40", ROLE_ADMIN},
	{"\u76E3\u67FB\u8CAC\u4EFB\u8005", ROLE_LEAD},
};
enum { ROLE_WORDS = sizeof role_words / sizeof *role_words };

static unsigned
role_read(const char *word)
{
	for (size_t i = 0; i < ROLE_WORDS; i++)
		if (strcmp(role_words[i].japanese, word) == 0)
			return role_words[i].role;
	return role_parse(word);
}

static void
role_fault(struct reading *r, const char *word, int line)
{
	const char *known[] = {role_key(ROLE_STAFF), role_key(ROLE_MANAGER), role_key(ROLE_AUDITOR),
		role_key(ROLE_MANAGEMENT), role_key(ROLE_ADMIN), role_key(ROLE_LEAD)};
	fault_unknown(r->f, r->name, line, "", _("role"), word, known, sizeof known / sizeof *known);
}

/* Words apart by blanks, commas or their Japanese kin; the next one, or NULL. */
static char *
word_next(char *words, char **rest)
{
	static const char *const wide[] = {"\u3000", "\u3001", "\u30FB", "\uFF0C"};
	for (size_t i = 0; words != NULL && i < sizeof wide / sizeof *wide; i++)
		for (char *at; (at = strstr(words, wide[i])) != NULL;)
			memset(at, ' ', strlen(wide[i]));
	return strtok_r(words, " ,/;|", rest);
}

/* Whoever is in the roster answers, so all are staff. */
static unsigned
roles_read(struct reading *r, const char *text, int line)
{
	char *words = arena_strdup(r->f->arena, text), *rest = NULL;
	unsigned roles = ROLE_STAFF;
	for (char *w = word_next(words, &rest); w != NULL; w = word_next(NULL, &rest)) {
		unsigned role = role_read(w);
		if (role == 0)
			role_fault(r, w, line);
		roles |= role;
	}
	return roles;
}

static int
by_text(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* In order, so that the same ones compare as the same. */
static const char *
codes_read(struct reading *r, const char *text, int line)
{
	char *words = arena_strdup(r->f->arena, text), *rest = NULL;
	const char **codes = NULL, *all = "";
	size_t count = 0;
	for (char *w = word_next(words, &rest); w != NULL; w = word_next(NULL, &rest)) {
		codes = ARENA_PUSH(r->f->arena, codes, count);
		codes[count++] = w;
	}
	if (count > 0)
		qsort(codes, count, sizeof *codes, by_text);
	for (size_t i = 0; i < count; i++) {
		if (i > 0 && strcmp(codes[i - 1], codes[i]) == 0)
			fault_add(r->f, r->name, line, _("%s names %s twice"),
				columns[ROSTER_CONCURRENT].japanese, codes[i]);
		all = arena_printf(r->f->arena, "%s%s%s", all, i > 0 ? " " : "", codes[i]);
	}
	return all;
}

static day_t
day_of_text(struct reading *r, enum roster_column c, const char *text, int line)
{
	day_t day = 0;
	if (text[0] != '\0' && !day_read(text, &day))
		fault_add(r->f, r->name, line, _("%s \"%s\" is not a day; write it as 2026-04-01"),
			columns[c].japanese, text);
	return day;
}

/* "body" in an address means the whole body. */
static void
department_check(struct reading *r, const char *code, int line)
{
	if (table_code_breaks_address(code) || strcmp(code, "body") == 0)
		fault_add(r->f, r->name, line, _("%s \"%s\" cannot be part of an address of a page"),
			columns[ROSTER_DEPARTMENT].japanese, code);
}

static void
order_check(struct reading *r, const struct roster_row *row)
{
	if (row->left != 0 && row->left < row->joined)
		fault_add(r->f, r->name, row->line, _("%s lies before %s"), columns[ROSTER_LEFT].japanese,
			columns[ROSTER_JOINED].japanese);
	if (row->absent_to != 0 && row->absent_to < row->absent_from)
		fault_add(r->f, r->name, row->line, _("%s lies before %s"),
			columns[ROSTER_ABSENT_TO].japanese, columns[ROSTER_ABSENT_FROM].japanese);
	if (row->absent_from == 0 && row->absent_to != 0)
		fault_add(r->f, r->name, row->line, _("%s is given without %s"),
			columns[ROSTER_ABSENT_TO].japanese, columns[ROSTER_ABSENT_FROM].japanese);
}

static void
field_read(struct reading *r, struct roster_row *out, enum roster_column c, const char *text)
{
	switch (places[c].as) {
	case AS_TEXT:
		*text_at(out, c) = text;
		break;
	case AS_CODES:
		*text_at(out, c) = codes_read(r, text, out->line);
		break;
	case AS_DAY:
		*day_at(out, c) = day_of_text(r, c, text, out->line);
		break;
	case AS_ROLES:
		out->roles = roles_read(r, text, out->line);
	}
}

static void
row_read(struct reading *r, const struct table_row *row)
{
	struct roster_row out = {.roles = ROLE_STAFF, .line = row->line};
	for (int c = 0; c < ROSTER_COLUMNS; c++) {
		if (row->texts[c] != NULL)
			field_read(r, &out, c, row->texts[c]);
		else if (places[c].as == AS_TEXT || places[c].as == AS_CODES)
			*text_at(&out, c) = "";
	}
	department_check(r, out.department, row->line);
	order_check(r, &out);
	struct roster *roster = r->roster;
	roster->rows = ARENA_PUSH(r->f->arena, roster->rows, roster->count);
	roster->rows[roster->count++] = out;
}

static unsigned
columns_lacking(const struct table *t)
{
	unsigned lacks = 0;
	for (int c = 0; c < ROSTER_COLUMNS; c++)
		if (t->count > 0 && t->rows[0].texts[c] == NULL)
			lacks |= 1u << c;
	return lacks;
}

const struct roster *
roster_parse(const char *data, size_t length, const char *name, struct faults *f)
{
	struct reading r = {.name = name, .f = f, .roster = ARENA_NEW(f->arena, struct roster)};
	size_t faults = f->count;
	const struct table *t = table_parse(data, length, name, columns, ROSTER_COLUMNS, f);
	if (t != NULL) {
		r.roster->charset = t->charset;
		r.roster->lacks = columns_lacking(t);
		for (size_t i = 0; i < t->count; i++)
			row_read(&r, &t->rows[i]);
		roster_check(r.roster, name, f);
	}
	if (f->count == faults)
		return r.roster;
	faults_sort(f, faults);
	return NULL;
}

/* ---- a row in words ---------------------------------------------------------------- */

const char *
roster_title(enum roster_column c)
{
	return columns[c].japanese;
}

static const char *
roles_text(struct arena *a, unsigned roles)
{
	const char *text = "";
	for (size_t i = 0; i < ROLE_WORDS; i++)
		if (roles & role_words[i].role)
			text = arena_printf(
				a, "%s%s%s", text, text[0] == '\0' ? "" : "\u30FB", role_words[i].japanese);
	return text;
}

const char *
roster_text(struct arena *a, const struct roster_row *r, enum roster_column c)
{
	char day[16] = "";
	switch (places[c].as) {
	case AS_ROLES:
		return roles_text(a, r->roles);
	case AS_DAY:
		if (*day_at(r, c) != 0)
			day_format(*day_at(r, c), day);
		return arena_strdup(a, day);
	default:
		if (c == ROSTER_LOGIN)
			return roster_login(r);
		return *text_at(r, c) != NULL ? *text_at(r, c) : "";
	}
}

size_t
roster_concurrent(struct arena *a, const struct roster_row *r, const char ***codes)
{
	char *words = arena_strdup(a, r->concurrent != NULL ? r->concurrent : ""), *rest = NULL;
	size_t count = 0;
	*codes = NULL;
	for (char *w = strtok_r(words, " ", &rest); w != NULL; w = strtok_r(NULL, " ", &rest)) {
		*codes = ARENA_PUSH(a, *codes, count);
		(*codes)[count++] = w;
	}
	return count;
}

/* An absence that begins on another day is another one: nothing of the known one belongs to it. */
void
roster_complete(struct roster_row *row, const struct roster_row *known, unsigned lacks)
{
	for (int c = 0; c < ROSTER_COLUMNS; c++) {
		if ((lacks & 1u << c) == 0 ||
			(c > ROSTER_ABSENT_FROM && row->absent_from != known->absent_from))
			continue;
		if (places[c].as == AS_ROLES)
			row->roles = known->roles;
		else if (places[c].as == AS_DAY)
			*day_at(row, c) = *day_at(known, c);
		else
			*text_at(row, c) = *text_at(known, c);
	}
}
