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

/* A head of 20, then rows of 30: what stands in a row comes out with it, moved up. */
START_TEST(a_part_has_the_marks_between_two_heights)
{
	struct arena *a = arena_create();
	struct canvas *c = canvas_create(a, 100, 80);
	static const struct pen pen = {0, 1, 0};
	static const struct ink ink = {0, PATTERN_NONE};
	canvas_text(c, FACE_GOTHIC, 9, 0, ANCHOR_LEFT, 0, 15, "凡例");
	canvas_cut(c, 20);
	canvas_box(c, pen, ink, 0, 22, 50, 26);
	canvas_text(c, FACE_GOTHIC, 9, 0, ANCHOR_LEFT, 0, 48, "一行目の下端");
	canvas_cut(c, 50);
	canvas_segment(c, pen, 0, 55, 10, 75);
	ck_assert_uint_eq(c->cut_count, 2);
	struct canvas *head = canvas_part(a, c, 0, 20), *first = canvas_part(a, c, 20, 50),
		      *last = canvas_part(a, c, 50, 80);
	ck_assert_uint_eq(head->count, 1);
	ck_assert_uint_eq(first->count, 2);
	ck_assert_uint_eq(last->count, 1);
	ck_assert_double_eq(first->height, 30);
	ck_assert_double_eq(first->marks[0].y, 2);
	ck_assert_double_eq(last->marks[0].points[1].y, 25);
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
	tcase_add_test(t, a_part_has_the_marks_between_two_heights);
	suite_add_tcase(s, t);
	return s;
}
