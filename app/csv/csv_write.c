#include "csv/csv_write.h"

#include <csv.h>
#include <string.h>

#include "base/cp932.h"
#include "base/utf8.h"
#include "base/words.h"

enum { FORMULA_TEXT_MOST = 255 }; /* characters of a text within a formula */

/* Full-width signs begin formulas too where the input method writes them; alone they
 * are the mark of what does not apply. */
static bool
formula_like(const char *field)
{
	static const char *const starts[] = {
		"=", "+", "-", "@", "\t", "\r", "\n", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"};
	for (size_t i = 0; i < sizeof starts / sizeof *starts; i++) {
		size_t n = strlen(starts[i]);
		if (strncmp(field, starts[i], n) == 0)
			return n == 1 || field[n] != '\0';
	}
	return false;
}

const char *
csv_unguarded(const char *field)
{
	return field[0] == '\'' && formula_like(field + 1) ? field + 1 : field;
}

bool
csv_number(const char *field)
{
	static const char digits[] = "0123456789";
	const char *c = field + (*field == '-');
	size_t whole = strspn(c, digits), part = 0;
	if (whole == 0 || (whole > 1 && *c == '0'))
		return false;
	c += whole;
	if (*c == '.') {
		part = strspn(c + 1, digits);
		c += 1 + part;
		if (part == 0)
			return false;
	}
	return *c == '\0' && whole + part <= 15;
}

/* Full-width digits are numbers to a Japanese Excel as well. */
static bool
has_digit(const char *field)
{
	const char *end = field + strlen(field);
	while (field < end) {
		int32_t c = utf8_next(&field, end);
		if ((c >= '0' && c <= '9') || (c >= 0xFF10 && c <= 0xFF19))
			return true;
	}
	return false;
}

/* Long texts and those of several lines are no value a spreadsheet would convert. */
static bool
guardable(const char *field)
{
	return strpbrk(field, "\r\n") == NULL && utf8_count(field) <= FORMULA_TEXT_MOST &&
	       (has_digit(field) || formula_like(field));
}

static void
field_safe(struct buf *out, const char *field, bool guarded)
{
	if (csv_number(field))
		buf_adds(out, field);
	else if (guarded && guardable(field)) {
		buf_adds(out, "=\"");
		for (const char *c = field; *c != '\0'; c++) {
			if (*c == '"')
				buf_addc(out, '"');
			buf_addc(out, *c);
		}
		buf_addc(out, '"');
	} else {
		if (formula_like(field))
			buf_addc(out, '\'');
		buf_adds(out, field);
	}
}

static void
field_quoted(struct buf *out, const struct buf *text)
{
	size_t most = 2 * text->length + 2;
	buf_reserve(out, most);
	out->length += csv_write(out->data + out->length, most, text->data, text->length);
	out->data[out->length] = '\0';
}

void
csv_add(struct buf *out, const char *const *fields, size_t count)
{
	struct buf text = BUF_INIT;
	for (size_t i = 0; i < count; i++) {
		buf_clear(&text);
		field_safe(&text, fields[i], false);
		if (i > 0)
			buf_addc(out, ',');
		field_quoted(out, &text);
	}
	buf_free(&text);
	buf_adds(out, "\r\n");
}

struct writing {
	struct arena *arena;
	struct cp932 *cp932; /* NULL: UTF-8 */
	bool guarded;
	size_t row, column;
	struct csv_change *changes;
	size_t change_count;
	struct buf safe, converted;
};

static void
on_change(void *with, const char *from, const char *to)
{
	struct writing *w = with;
	w->changes = ARENA_PUSH(w->arena, w->changes, w->change_count);
	w->changes[w->change_count++] = (struct csv_change){
		w->row, w->column, arena_strdup(w->arena, from), arena_strdup(w->arena, to)};
}

static void
field_write(struct writing *w, struct buf *out, const char *field)
{
	buf_clear(&w->safe);
	field_safe(&w->safe, field, w->guarded);
	if (w->cp932 == NULL) {
		field_quoted(out, &w->safe);
		return;
	}
	/* No second byte of CP932 is a quotation mark, so quoting may come after. */
	buf_clear(&w->converted);
	cp932_add(w->cp932, &w->converted, w->safe.data != NULL ? w->safe.data : "", on_change, w);
	field_quoted(out, &w->converted);
}

bool
csv_write_rows(struct arena *a, const char *const *fields, size_t rows, size_t columns,
	const struct csv_style *style, struct buf *out, struct csv_changes *changes, struct err *e)
{
	struct writing w = {.arena = a, .guarded = style->guarded};
	if (style->cp932 && (w.cp932 = cp932_create()) == NULL)
		return err_set(e, ERR_SYSTEM, _("this system cannot convert CP932"));
	if (!style->cp932)
		buf_adds(out, "\xEF\xBB\xBF");
	for (w.row = 1; w.row <= rows; w.row++) {
		for (w.column = 1; w.column <= columns; w.column++) {
			if (w.column > 1)
				buf_addc(out, ',');
			field_write(&w, out, *fields++);
		}
		buf_adds(out, "\r\n");
	}
	cp932_destroy(w.cp932);
	buf_free(&w.safe);
	buf_free(&w.converted);
	if (changes != NULL)
		*changes = (struct csv_changes){w.changes, w.change_count};
	return true;
}
