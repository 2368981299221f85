#include "xlsx/style.h"

#include <xlsxwriter.h>

enum {
	INK_MUTED = 0x5F6B76,
	FILL_HEADER = 0xE3EAF2,
	FILL_INPUT = 0xFFF8DC,
	RULE = 0xA7B1BB,
	DECIMALS_MOST = 3,
	FLAGS = XLSX_STRONG | XLSX_INPUT | XLSX_MUTED,
};

struct style_set {
	lxw_workbook *book;
	lxw_format *header;
	lxw_format *lines[FLAGS + 1][2];
	lxw_format *cells[XLSX_RIGHT + 1][FLAGS + 1][DECIMALS_MOST + 2];
};

struct style_set *
styles_create(struct arena *a, struct lxw_workbook *book)
{
	struct style_set *s = ARENA_NEW(a, struct style_set);
	s->book = book;
	return s;
}

/* On every Windows of the last years, and made to be read easily. */
static lxw_format *
format_begin(struct style_set *s, unsigned flags)
{
	lxw_format *f = workbook_add_format(s->book);
	format_set_font_name(f, "BIZ UDPGothic");
	format_set_font_size(f, 11);
	if (flags & XLSX_STRONG)
		format_set_bold(f);
	if (flags & XLSX_MUTED)
		format_set_font_color(f, INK_MUTED);
	return f;
}

static void
format_box(lxw_format *f)
{
	format_set_border(f, LXW_BORDER_THIN);
	format_set_border_color(f, RULE);
	format_set_text_wrap(f);
}

struct lxw_format *
style_line(struct style_set *s, unsigned flags, bool wrapped)
{
	lxw_format **f = &s->lines[flags & FLAGS][wrapped];
	if (*f == NULL) {
		*f = format_begin(s, flags);
		format_set_align(*f, LXW_ALIGN_VERTICAL_TOP);
		if (wrapped)
			format_set_text_wrap(*f);
	}
	return *f;
}

struct lxw_format *
style_header(struct style_set *s)
{
	if (s->header == NULL) {
		s->header = format_begin(s, XLSX_STRONG);
		format_box(s->header);
		format_set_bg_color(s->header, FILL_HEADER);
		format_set_align(s->header, LXW_ALIGN_CENTER);
		format_set_align(s->header, LXW_ALIGN_VERTICAL_CENTER);
	}
	return s->header;
}

static lxw_format *
cell_make(struct style_set *s, enum xlsx_align align, unsigned flags, int decimals)
{
	static const char *const numbers[DECIMALS_MOST + 1] = {"#,##0", "#,##0.0", "#,##0.00", "#,##0.000"};
	static const uint8_t sides[] = {LXW_ALIGN_LEFT, LXW_ALIGN_CENTER, LXW_ALIGN_RIGHT};
	lxw_format *f = format_begin(s, flags);
	format_box(f);
	format_set_align(f, sides[align]);
	format_set_align(f, LXW_ALIGN_VERTICAL_TOP);
	/* Texts are marked as such, so that what a person types over them stays text too. */
	format_set_num_format(f, decimals == STYLE_TEXT ? "@" : numbers[decimals]);
	if (flags & XLSX_INPUT) {
		format_set_unlocked(f);
		format_set_bg_color(f, FILL_INPUT);
	}
	return f;
}

struct lxw_format *
style_cell(struct style_set *s, enum xlsx_align align, unsigned flags, int decimals)
{
	if (decimals > DECIMALS_MOST)
		decimals = DECIMALS_MOST;
	lxw_format **f = &s->cells[align][flags & FLAGS][decimals + 1];
	if (*f == NULL)
		*f = cell_make(s, align, flags, decimals);
	return *f;
}
