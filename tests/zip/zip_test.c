#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "zip/zip.h"

/* 2026-10-16 14:03:20 JST */
static const instant_t stamp = (instant_t)20742 * 86400 + 5 * 3600 + 3 * 60 + 20;
static const struct unbundle_limits limits = {
	.entries = 10, .entry_size = 4 << 20, .total_size = 6 << 20, .ratio = 100};

static void
bound(struct buf *out)
{
	struct err e = {0};
	struct bundle *b = bundle_create(stamp);
	ck_assert_msg(bundle_add(b, "令和8年度/総務課.txt", "abc", 3, &e), "%s", e.text);
	ck_assert_msg(bundle_add(b, "plain.txt", "", 0, &e), "%s", e.text);
	ck_assert_msg(bundle_finish(b, out, &e), "%s", e.text);
	bundle_destroy(b);
}

START_TEST(what_is_bound_is_read_again)
{
	struct buf bytes = BUF_INIT;
	struct err e = {0};
	bound(&bytes);
	struct unbundle *u = unbundle_open(bytes.data, bytes.length, &limits, &e);
	ck_assert_msg(u != NULL, "%s", e.text);
	ck_assert_uint_eq(unbundle_count(u), 2);
	ck_assert_str_eq(unbundle_name(u, 0), "令和8年度/総務課.txt");
	struct arena *a = arena_create();
	char *data;
	size_t length;
	ck_assert_msg(unbundle_read(u, a, "令和8年度/総務課.txt", &data, &length, &e), "%s", e.text);
	ck_assert_str_eq(data, "abc");
	ck_assert(unbundle_read(u, a, "plain.txt", &data, &length, &e));
	ck_assert_uint_eq(length, 0);
	ck_assert(!unbundle_read(u, a, "none.txt", &data, &length, &e));
	ck_assert_int_eq(e.kind, ERR_ABSENT);
	unbundle_close(u);
	arena_destroy(a);
	buf_free(&bytes);
}
END_TEST

START_TEST(the_same_files_give_the_same_bytes)
{
	struct buf one = BUF_INIT, other = BUF_INIT;
	bound(&one);
	bound(&other);
	ck_assert_uint_eq(one.length, other.length);
	ck_assert_mem_eq(one.data, other.data, one.length);
	buf_free(&one);
	buf_free(&other);
}
END_TEST

/* The local header of the first file: signature, version, flags at 6, method, time at
 * 10, date at 12. */
START_TEST(names_are_flagged_as_utf8_and_times_are_the_stamp)
{
	struct buf bytes = BUF_INIT;
	bound(&bytes);
	const unsigned char *h = (const unsigned char *)bytes.data;
	ck_assert_mem_eq(h, "PK\3\4", 4);
	ck_assert_int_eq(h[7] & 8, 8);
	ck_assert_int_eq(h[10] | h[11] << 8, 14 << 11 | 3 << 5 | 10);
	ck_assert_int_eq(h[12] | h[13] << 8, 46 << 9 | 10 << 5 | 16);
	buf_free(&bytes);
}
END_TEST

START_TEST(names_that_lead_elsewhere_are_refused)
{
	static const char *const names[] = {
		"", "/etc/passwd", "../up", "a/../b", "a//b", "a/", "a\\b", "a\nb", "./a", "\xff"};
	struct bundle *b = bundle_create(stamp);
	struct err e;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		e = (struct err){0};
		ck_assert_msg(!bundle_add(b, names[i], "x", 1, &e), "%s", names[i]);
		ck_assert_int_eq(e.kind, ERR_INPUT);
	}
	ck_assert(bundle_add(b, "twice", "x", 1, &e));
	ck_assert(!bundle_add(b, "twice", "x", 1, &e));
	bundle_destroy(b);
}
END_TEST

START_TEST(an_empty_archive_is_refused)
{
	struct buf out = BUF_INIT;
	struct err e = {0};
	struct bundle *b = bundle_create(stamp);
	ck_assert(!bundle_finish(b, &out, &e));
	ck_assert_int_eq(e.kind, ERR_INPUT);
	bundle_destroy(b);
}
END_TEST

static void
refuses(const void *data, size_t length, const struct unbundle_limits *l, const char *part)
{
	struct err e = {0};
	struct arena *a = arena_create();
	struct unbundle *u = unbundle_open(data, length, l, &e);
	char *text;
	size_t size;
	if (u != NULL)
		ck_assert(!unbundle_read(u, a, "zeros", &text, &size, &e));
	ck_assert_int_eq(e.kind, ERR_INPUT);
	ck_assert_msg(strstr(e.text, part) != NULL, "%s", e.text);
	unbundle_close(u);
	arena_destroy(a);
}

static void
zeros(struct buf *out, size_t length)
{
	char *data = calloc(1, length);
	struct err e;
	struct bundle *b = bundle_create(stamp);
	ck_assert(bundle_add(b, "zeros", data, length, &e) && bundle_finish(b, out, &e));
	bundle_destroy(b);
	free(data);
}

START_TEST(bombs_are_refused_with_a_sentence)
{
	struct buf out = BUF_INIT;
	zeros(&out, 3 << 20);
	refuses(out.data, out.length, &limits, "packed more than 100 times");
	struct unbundle_limits l = limits;
	l.ratio = 5000;
	l.entry_size = 2 << 20;
	refuses(out.data, out.length, &l, "too large");
	l.entry_size = 4 << 20;
	l.total_size = 2 << 20;
	refuses(out.data, out.length, &l, "too large");
	l.entries = 0;
	refuses(out.data, out.length, &l, "more than 0 files");
	buf_free(&out);
}
END_TEST

/* The directory's size of the entry is at 24 of its record, which begins with PK\1\2. */
START_TEST(a_directory_that_understates_a_size_is_not_believed)
{
	struct buf out = BUF_INIT;
	zeros(&out, 3 << 20);
	char *record = memmem(out.data, out.length, "PK\1\2", 4);
	ck_assert_ptr_nonnull(record);
	memcpy(record + 24, "\1\0\0\0", 4);
	refuses(out.data, out.length, &limits, "");
	buf_free(&out);
}
END_TEST

START_TEST(damaged_archives_are_refused)
{
	struct buf out = BUF_INIT;
	zeros(&out, 10000);
	refuses("", 0, &limits, "not a ZIP archive");
	refuses("a,b\n1,2\n", 8, &limits, "not a ZIP archive");
	refuses(out.data, out.length / 2, &limits, "not a ZIP archive");
	out.data[40] ^= 0x55;
	refuses(out.data, out.length, &limits, "damaged");
	buf_free(&out);
}
END_TEST

Suite *zip_suite(void);

Suite *
zip_suite(void)
{
	Suite *s = suite_create("zip");
	TCase *t = tcase_create("zip");
	tcase_add_test(t, what_is_bound_is_read_again);
	tcase_add_test(t, the_same_files_give_the_same_bytes);
	tcase_add_test(t, names_are_flagged_as_utf8_and_times_are_the_stamp);
	tcase_add_test(t, names_that_lead_elsewhere_are_refused);
	tcase_add_test(t, an_empty_archive_is_refused);
	tcase_add_test(t, bombs_are_refused_with_a_sentence);
	tcase_add_test(t, a_directory_that_understates_a_size_is_not_believed);
	tcase_add_test(t, damaged_archives_are_refused);
	suite_add_tcase(s, t);
	return s;
}
