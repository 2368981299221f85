/* A canvas written down and read again draws the same. */
#include <check.h>

#include "draw/keep.h"
#include "draw/trace.h"

static struct canvas *
every_mark(struct arena *a)
{
	static const struct pen pen = {0x123456, 0.6, 2};
	static const struct ink ink = {0xABCDEF, PATTERN_DOTS};
	static const struct point points[] = {{1, 2}, {3.5, 4.25}, {-5, 6}};
	struct canvas *c = canvas_create(a, 595.28, 841.89);
	c->title = "図\t一";
	c->description = "二行\nの説明";
	canvas_line(c, pen, points, 2);
	canvas_box(c, pen, ink, 10, 20, 30, 40);
	canvas_shape(c, pen, ink, points, 3);
	canvas_wedge(c, pen, ink, 50, 60, 12.5, 30, 120);
	canvas_text(c, FACE_MINCHO, 10.5, 0, ANCHOR_RIGHT, 7, 8, "𠮷野\\家");
	return c;
}

START_TEST(every_mark_comes_back)
{
	struct arena *a = arena_create();
	struct buf kept = BUF_INIT, before = BUF_INIT, after = BUF_INIT;
	struct canvas *c = every_mark(a);
	canvas_keep(c, &kept);
	const char *at = kept.data, *end = kept.data + kept.length;
	struct canvas *again = canvas_kept(a, &at, end);
	ck_assert_ptr_nonnull(again);
	ck_assert_ptr_eq(at, end);
	ck_assert_str_eq(again->description, "二行\nの説明");
	trace_write(c, &before);
	trace_write(again, &after);
	ck_assert_str_eq(after.data, before.data);
	canvas_text(again, FACE_GOTHIC, 8, 0, ANCHOR_LEFT, 1, 1, "more");
	ck_assert_uint_eq(again->count, c->count + 1);
	buf_free(&kept);
	buf_free(&before);
	buf_free(&after);
	arena_destroy(a);
}
END_TEST

START_TEST(what_is_cut_short_is_no_canvas)
{
	struct arena *a = arena_create();
	struct buf kept = BUF_INIT;
	canvas_keep(every_mark(a), &kept);
	const char *last = kept.data + kept.length - 1;
	while (last[-1] != '\n')
		last--;
	const char *at = kept.data;
	ck_assert_ptr_null(canvas_kept(a, &at, last));
	at = "canvas\t1\t1\t99999999999\t\t\n";
	ck_assert_ptr_null(canvas_kept(a, &at, at + 25));
	buf_free(&kept);
	arena_destroy(a);
}
END_TEST

Suite *keep_suite(void);
Suite *
keep_suite(void)
{
	Suite *s = suite_create("keep");
	TCase *t = tcase_create("keep");
	tcase_add_test(t, every_mark_comes_back);
	tcase_add_test(t, what_is_cut_short_is_no_canvas);
	suite_add_tcase(s, t);
	return s;
}
