/* What comes from outside at the lowest floor: numbers, character sets, files. */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/charset.h"
#include "base/file.h"
#include "base/number.h"

START_TEST(a_number_is_the_whole_string)
{
	int64_t n = 0;
	ck_assert(number_parse("68", 1, 100000, &n));
	ck_assert_int_eq(n, 68);
	ck_assert(number_parse("-5", -9, 0, &n));
	ck_assert_int_eq(n, -5);
	static const char *const refused[] = {
		"", "-", "+1", " 1", "1 ", "1.0", "0x10", "１", "101", "0", "99999999999999999999"};
	for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
		ck_assert_msg(!number_parse(refused[i], 1, 100, &n), "%s", refused[i]);
	ck_assert_int_eq(n, -5);
}
END_TEST

static void
reads_as(const char *bytes, size_t length, const char *text, const char *charset)
{
	struct arena *a = arena_create();
	struct err e = {0};
	char *got;
	size_t got_length;
	const char *name;
	ck_assert_msg(charset_to_utf8(a, bytes, length, &got, &got_length, &name, &e), "%s", e.text);
	ck_assert_str_eq(got, text);
	ck_assert_uint_eq(got_length, strlen(text));
	ck_assert_str_eq(name, charset);
	arena_destroy(a);
}

START_TEST(text_is_recognised_by_what_it_is)
{
	reads_as("\xEF\xBB\xBF髙橋", 9, "髙橋", "UTF-8");
	reads_as("𠮷田", strlen("𠮷田"), "𠮷田", "UTF-8");
	reads_as("\xFB\xFC\x8B\xB4", 4, "髙橋", "CP932"); /* 髙 is an NEC/IBM extension: SHIFT_JIS lacks it */
	reads_as("\x87\x40\x87\x8A", 4, "①㈱", "CP932");
	reads_as("", 0, "", "UTF-8");
}
END_TEST

START_TEST(what_is_neither_names_its_line)
{
	struct arena *a = arena_create();
	struct err e = {0};
	char *text;
	size_t length;
	const char *name;
	const char bytes[] = "a\nb\n\x81\xFF\n";
	ck_assert(!charset_to_utf8(a, bytes, sizeof bytes - 1, &text, &length, &name, &e));
	ck_assert_int_eq(e.kind, ERR_INPUT);
	ck_assert_str_eq(e.text, "line 3 is neither UTF-8 nor CP932");
	arena_destroy(a);
}
END_TEST

START_TEST(a_file_is_written_whole_or_not_at_all)
{
	char directory[] = "/tmp/tenken-file-XXXXXX", path[256], missing[300];
	ck_assert_ptr_nonnull(mkdtemp(directory));
	snprintf(path, sizeof path, "%s/report.pdf", directory);
	struct arena *a = arena_create();
	struct err e = {0};
	ck_assert(file_write(path, "first", 5, &e));
	ck_assert(file_write(path, "second\0!", 8, &e));
	char *data;
	size_t length;
	ck_assert(file_read(a, path, &data, &length, &e));
	ck_assert_uint_eq(length, 8);
	ck_assert_int_eq(memcmp(data, "second\0!", 9), 0);

	snprintf(missing, sizeof missing, "%s/no/such/file", directory);
	ck_assert(!file_write(missing, "x", 1, &e));
	ck_assert_int_eq(e.kind, ERR_SYSTEM);
	ck_assert(!file_read(a, missing, &data, &length, &e));
	ck_assert_int_eq(e.kind, ERR_ABSENT);
	ck_assert(!file_read(a, directory, &data, &length, &e));

	char pipe[256];
	struct stat st;
	snprintf(pipe, sizeof pipe, "%s/pipe", directory);
	ck_assert_int_eq(mkfifo(pipe, 0600), 0);
	ck_assert(!file_write(pipe, "x", 1, &e)); /* /dev/null would become a file otherwise */
	ck_assert_int_eq(e.kind, ERR_INPUT);
	ck_assert_int_eq(stat(pipe, &st), 0);
	ck_assert(S_ISFIFO(st.st_mode));
	unlink(pipe);

	char **names;
	size_t count;
	ck_assert(file_list(a, directory, ".pdf", &names, &count, &e));
	ck_assert_uint_eq(count, 1); /* and nothing half-written beside it */
	ck_assert_str_eq(names[0], "report.pdf");
	unlink(path);
	rmdir(directory);
	arena_destroy(a);
}
END_TEST

START_TEST(directories_are_made_private_with_their_parents)
{
	char directory[] = "/tmp/tenken-dir-XXXXXX", path[256];
	ck_assert_ptr_nonnull(mkdtemp(directory));
	snprintf(path, sizeof path, "%s/a/b", directory);
	struct err e = {0};
	ck_assert(directory_make(path, &e));
	ck_assert(directory_make(path, &e));
	struct stat st;
	ck_assert_int_eq(stat(path, &st), 0);
	ck_assert_uint_eq(st.st_mode & 077, 0);
	ck_assert(!directory_make("/proc/tenken", &e));
	rmdir(path);
	snprintf(path, sizeof path, "%s/a", directory);
	rmdir(path);
	rmdir(directory);
}
END_TEST

Suite *input_suite(void);
Suite *
input_suite(void)
{
	Suite *s = suite_create("input");
	TCase *t = tcase_create("input");
	tcase_add_test(t, a_number_is_the_whole_string);
	tcase_add_test(t, text_is_recognised_by_what_it_is);
	tcase_add_test(t, what_is_neither_names_its_line);
	tcase_add_test(t, a_file_is_written_whole_or_not_at_all);
	tcase_add_test(t, directories_are_made_private_with_their_parents);
	suite_add_tcase(s, t);
	return s;
}
