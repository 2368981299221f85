#include <check.h>
#include <stdbool.h>
#include <string.h>

#include "draw/svg.h"

static const struct pen no_pen = {0};

static struct canvas *
drawing(struct arena *a, const char *text)
{
	struct canvas *c = canvas_create(a, 120.5, 80);
	c->title = text;
	c->description = text;
	canvas_text(c, FACE_GOTHIC_BOLD, 9, 0x1A1A1A, ANCHOR_MIDDLE, 60, 20, text);
	canvas_box(c, no_pen, (struct ink){0x0017C1, PATTERN_HATCH}, 1.25, 2, 30, 10);
	canvas_box(c, no_pen, (struct ink){0x0017C1, PATTERN_HATCH}, 40, 2, 30, 10);
	canvas_box(c, no_pen, (struct ink){0xAC3E00, PATTERN_HATCH}, 80, 2, 30, 10);
	canvas_wedge(c, no_pen, (struct ink){0x115A36, PATTERN_SOLID}, 60, 50, 10, 0, 360);
	canvas_wedge(c, no_pen, (struct ink){0x115A36, PATTERN_SOLID}, 60, 50, 10, 0, 90);
	return c;
}

static size_t
count_of(const char *text, const char *part)
{
	size_t count = 0;
	for (const char *at = strstr(text, part); at != NULL; at = strstr(at + 1, part))
		count++;
	return count;
}

/* Every tag opened is closed, in order; attributes are quoted; no bare '&' or '<'. */
static bool
well_formed(const char *at)
{
	const char *open[32];
	size_t lengths[32], depth = 0;
	while (*at != '\0') {
		if (*at == '&') {
			static const char *const entities[] = {"&lt;", "&gt;", "&amp;", "&quot;", "&#39;"};
			size_t i = 0;
			while (i < 5 && strncmp(at, entities[i], strlen(entities[i])) != 0)
				i++;
			if (i == 5)
				return false;
		}
		if (*at++ != '<')
			continue;
		bool closing = *at == '/';
		const char *name = at += closing;
		size_t length = strspn(at, "abcdefghijklmnopqrstuvwxyz");
		bool quoted = false, empty;
		for (at += length; *at != '>' || quoted; at++) {
			if (*at == '\0' || *at == '<')
				return false;
			quoted ^= *at == '"';
		}
		empty = at[-1] == '/';
		if (closing &&
			(depth-- == 0 || lengths[depth] != length || memcmp(open[depth], name, length) != 0))
			return false;
		if (!closing && !empty) {
			open[depth] = name;
			lengths[depth++] = length;
		}
	}
	return depth == 0;
}

START_TEST(a_drawing_is_an_image_with_a_name_and_a_description)
{
	struct arena *a = arena_create();
	struct buf out = BUF_INIT;
	svg_write(drawing(a, "点検"), "heat", &out);
	ck_assert(well_formed(out.data));
	ck_assert_ptr_nonnull(strstr(out.data, "role=\"img\" viewBox=\"0 0 120.5 80\""));
	ck_assert_ptr_nonnull(strstr(out.data, "aria-labelledby=\"heat-t heat-d\""));
	ck_assert_ptr_nonnull(
		strstr(out.data, "<title id=\"heat-t\">点検</title><desc id=\"heat-d\">点検</desc>"));
	ck_assert_ptr_nonnull(strstr(out.data, "<text x=\"60\" y=\"20\" font-weight=\"700\">点検</text>"));
	buf_free(&out);
	arena_destroy(a);
}
END_TEST

START_TEST(markup_in_a_text_stays_text)
{
	struct arena *a = arena_create();
	struct buf out = BUF_INIT;
	svg_write(drawing(a, "</title><script>alert('&\"')</script>\x01\xFF"), "x", &out);
	ck_assert(well_formed(out.data));
	ck_assert_ptr_null(strstr(out.data, "<script"));
	ck_assert_uint_eq(count_of(out.data, "&lt;/title&gt;&lt;script&gt;alert(&#39;&amp;&quot;&#39;)&lt;/"
					     "script&gt;\uFFFD\uFFFD"),
		3);
	buf_free(&out);
	arena_destroy(a);
}
END_TEST

START_TEST(a_pattern_is_written_once_under_the_drawings_own_id)
{
	struct arena *a = arena_create();
	struct buf out = BUF_INIT;
	svg_write(drawing(a, "一"), "a", &out);
	svg_write(drawing(a, "二"), "b", &out); /* both in one page */
	static const char *const ids[] = {"id=\"a-t\"", "id=\"a-d\"", "id=\"a-p0\"", "id=\"a-p1\"",
		"id=\"b-p0\"", "id=\"b-p1\"", "id=\"b-t\""};
	for (size_t i = 0; i < sizeof ids / sizeof *ids; i++)
		ck_assert_uint_eq(count_of(out.data, ids[i]), 1);
	ck_assert_uint_eq(count_of(out.data, "<pattern "), 4);
	ck_assert_uint_eq(count_of(out.data, "fill=\"url(#a-p0)\""), 2);
	ck_assert_uint_eq(count_of(out.data, "fill=\"url(#a-p1)\""), 1);
	buf_free(&out);
	arena_destroy(a);
}
END_TEST

START_TEST(a_wedge_is_a_circle_or_an_arc)
{
	struct arena *a = arena_create();
	struct buf out = BUF_INIT;
	svg_write(drawing(a, "円"), "w", &out);
	ck_assert_ptr_nonnull(strstr(out.data, "<circle cx=\"60\" cy=\"50\" r=\"10\" fill=\"#115a36\"/>"));
	/* from 12 o'clock (60,40) a quarter to 3 o'clock (70,50) */
	ck_assert_ptr_nonnull(strstr(out.data, "<path d=\"M60 50L60 40A10 10 0 0 1 70 50Z\""));
	buf_free(&out);
	arena_destroy(a);
}
END_TEST

Suite *svg_suite(void);
Suite *
svg_suite(void)
{
	Suite *s = suite_create("svg");
	TCase *t = tcase_create("svg");
	tcase_add_test(t, a_drawing_is_an_image_with_a_name_and_a_description);
	tcase_add_test(t, markup_in_a_text_stays_text);
	tcase_add_test(t, a_pattern_is_written_once_under_the_drawings_own_id);
	tcase_add_test(t, a_wedge_is_a_circle_or_an_arc);
	suite_add_tcase(s, t);
	return s;
}
