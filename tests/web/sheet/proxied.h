#ifndef TESTS_WEB_SHEET_PROXIED_H
#define TESTS_WEB_SHEET_PROXIED_H

/* Papers typed in for others. */

#include "web/demo.h"

#include "report/report.h"
#include "web/inside.h"

static inline const char *
proxy_path(const char *code)
{
	return arena_printf(arena, "/proxy/%s", code);
}

static inline const char *
day_text(day_t day)
{
	char text[16];
	day_format(day, text);
	return arena_strdup(arena, text);
}

/* Every question with its first choice that asks for nothing further. */
static inline const char *
whole_paper(const struct sheet *s, day_t day)
{
	struct err e = {0};
	const struct questionnaire *q = store_cycle_set(b->store, s->cycle_id, s->set_key, &e);
	const char *form = arena_printf(arena, "revision=%d&do=submit&day=%s", s->revision, day_text(day));
	ck_assert_msg(q != NULL, "%s", e.text);
	for (size_t i = 0; i < q->count; i++) {
		const struct item *item = &q->items[i];
		if (item->scale->text || !item_applies(item, s->flags))
			continue;
		form = arena_printf(arena, "%s&%s=%s", form, item->id, item->choices[0].code);
		if (item->extra != EXTRA_NONE)
			form = arena_printf(arena, "%s&%s-x=%s", form, item->id,
				item->extra == EXTRA_DATE ? "2026-05-01" : "3");
	}
	return form;
}

/* The same as the person sends it: without the day of a paper. */
static inline const char *
own_form(const char *paper)
{
	const char *day = strstr(paper, "&day=");
	return arena_printf(arena, "%.*s%s", (int)(day - paper), paper, day + strlen("&day=2026-11-29"));
}

static inline int64_t
number_of(const char *sql, int64_t with)
{
	struct err e = {0};
	struct rows r;
	ck_assert_msg(db_query(store_reader(b->store, &e), &r, &e, sql, "i", with), "%s", e.text);
	int64_t number = rows_next(&r) ? row_int(&r, 0) : 0;
	ck_assert_msg(rows_end(&r, &e), "%s", e.text);
	return number;
}

#endif
