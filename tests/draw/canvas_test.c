#include <check.h>
#include <string.h>

#include "draw/golden.h"

static const struct pen no_pen = {0};

START_TEST(five_marks_are_kept_in_order_and_move_together)
{
	struct arena *a = arena_create();
	struct canvas *part = canvas_create(a, 95, 60), *c = canvas_create(a, 200, 100);
	static const struct point corner[] = {{0, 0}, {10, 0}, {10, 10}};
	char text[] = "点検";
	canvas_segment(part, (struct pen){0x767676, 0.5, 0}, 0, 0, 10, 20);
	canvas_box(part, (struct pen){0x1A1A1A, 1, 0}, (struct ink){0x0017C1, PATTERN_HATCH}, 10, 10, 30, 20);
	canvas_shape(part, no_pen, (struct ink){0xAC3E00, PATTERN_SOLID}, corner, 3);
	canvas_wedge(part, (struct pen){0x115A36, 2, 3}, (struct ink){0, PATTERN_NONE}, 50, 50, 20, 0, 90);
	canvas_text(part, FACE_GOTHIC_BOLD, 10.5, 0x1A1A1A, ANCHOR_MIDDLE, 100, 60, text);
	memset(text, 'x', sizeof text - 1); /* the canvas has its own copy */
	c->title = "五つの印";
	canvas_place(c, part, 0, 0);
	canvas_place(c, part, 105, 40);
	golden_check(c, "marks");
	arena_destroy(a);
}
END_TEST

START_TEST(an_empty_text_is_no_mark)
{
	struct arena *a = arena_create();
	struct canvas *c = canvas_create(a, 10, 10);
	canvas_text(c, FACE_GOTHIC, 9, 0, ANCHOR_LEFT, 0, 0, "");
	canvas_text(c, FACE_GOTHIC, 9, 0, ANCHOR_LEFT, 0, 0, NULL);
	ck_assert_uint_eq(c->count, 0);
	arena_destroy(a);
}
END_TEST

Suite *canvas_suite(void);
Suite *
canvas_suite(void)
{
	Suite *s = suite_create("canvas");
	TCase *t = tcase_create("canvas");
	tcase_add_test(t, five_marks_are_kept_in_order_and_move_together);
	tcase_add_test(t, an_empty_text_is_no_mark);
	suite_add_tcase(s, t);
	return s;
}
