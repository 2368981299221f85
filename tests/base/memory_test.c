#include <check.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"

START_TEST(pieces_are_zeroed_aligned_and_apart)
{
	struct arena *a = arena_create();
	unsigned char *last = NULL;
	for (size_t size = 1; size < 40000; size += 333) {
		unsigned char *p = arena_alloc(a, size);
		ck_assert_uint_eq((uintptr_t)p % 16, 0);
		size_t set = 0;
		for (size_t i = 0; i < size; i++)
			set += p[i] != 0;
		ck_assert_uint_eq(set, 0);
		memset(p, 0xAA, size);
		ck_assert(last == NULL || last[0] == 0xAA);
		last = p;
	}
	arena_destroy(a);
}
END_TEST

START_TEST(a_reset_arena_gives_zeroed_memory_again)
{
	struct arena *a = arena_create();
	memset(arena_alloc(a, 100), 0xFF, 100);
	arena_reset(a);
	const unsigned char *p = arena_alloc(a, 100);
	for (int i = 0; i < 100; i++)
		ck_assert_uint_eq(p[i], 0);
	arena_destroy(a);
}
END_TEST

START_TEST(an_array_grows_by_pushing)
{
	struct arena *a = arena_create();
	int *items = NULL;
	size_t count = 0;
	for (int i = 0; i < 1000; i++) {
		items = ARENA_PUSH(a, items, count);
		items[count++] = i;
	}
	for (int i = 0; i < 1000; i++)
		ck_assert_int_eq(items[i], i);
	arena_destroy(a);
}
END_TEST

START_TEST(text_is_copied_and_printed)
{
	struct arena *a = arena_create();
	ck_assert_ptr_null(arena_strdup(a, NULL));
	ck_assert_str_eq(arena_strdup(a, "点検"), "点検");
	ck_assert_str_eq(arena_strndup(a, "点検表", 6), "点検");
	ck_assert_str_eq(arena_printf(a, "%d of %s", 18, "40"), "18 of 40");
	arena_destroy(a);
}
END_TEST

START_TEST(a_buffer_always_ends_in_nul)
{
	struct buf b = BUF_INIT;
	for (int i = 0; i < 300; i++) {
		buf_addf(&b, "%d,", i);
		ck_assert_uint_eq(strlen(b.data), b.length);
	}
	buf_add(&b, "\0x", 2);
	ck_assert_int_eq(b.data[b.length], '\0');
	buf_clear(&b);
	ck_assert_str_eq(b.data, "");
	buf_adds(&b, "kept");
	size_t length;
	char *taken = buf_take(&b, &length);
	ck_assert_str_eq(taken, "kept");
	ck_assert_uint_eq(length, 4);
	ck_assert_ptr_null(b.data);
	free(taken);
}
END_TEST

Suite *memory_suite(void);
Suite *
memory_suite(void)
{
	Suite *s = suite_create("memory");
	TCase *t = tcase_create("memory");
	tcase_add_test(t, pieces_are_zeroed_aligned_and_apart);
	tcase_add_test(t, a_reset_arena_gives_zeroed_memory_again);
	tcase_add_test(t, an_array_grows_by_pushing);
	tcase_add_test(t, text_is_copied_and_printed);
	tcase_add_test(t, a_buffer_always_ends_in_nul);
	suite_add_tcase(s, t);
	return s;
}
