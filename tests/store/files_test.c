#include <sys/stat.h>
#include <unistd.h>

#include "store/body.h"
#include "store/files.h"

static struct body body;
static struct store *store;

/* printf abc | sha256sum */
static const char abc[] = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

static void
setup(void)
{
	struct err e = {0};
	body_setup(&body);
	store = store_open(body.directory, &e);
	ck_assert_msg(store != NULL, "%s", e.text);
}

static void
teardown(void)
{
	store_close(store);
	body_teardown(&body);
}

static const char *
path_of(const char *digest)
{
	return arena_printf(body.arena, "%s/files/%.2s/%s", body.directory, digest, digest);
}

static void
overwrite(const char *text)
{
	FILE *f = fopen(path_of(abc), "wb");
	ck_assert_ptr_nonnull(f);
	fputs(text, f);
	fclose(f);
}

START_TEST(a_file_stands_under_its_hash_and_comes_back)
{
	struct err e = {0};
	char digest[DIGEST_SIZE], *data;
	size_t length;
	struct stat st;
	ck_assert_msg(file_put(store, "abc", 3, digest, &e), "%s", e.text);
	ck_assert_str_eq(digest, abc);
	ck_assert_int_eq(stat(path_of(abc), &st), 0);
	ck_assert_int_eq(st.st_mode & 0777, 0600);
	ck_assert_msg(file_get(store, body.arena, abc, &data, &length, &e), "%s", e.text);
	ck_assert_uint_eq(length, 3);
	ck_assert_str_eq(data, "abc");
	ck_assert(file_put(store, "a\0b", 3, digest, &e));
	ck_assert(file_get(store, body.arena, digest, &data, &length, &e));
	ck_assert_mem_eq(data, "a\0b", 4);
}
END_TEST

START_TEST(the_same_bytes_are_stored_once)
{
	struct err e = {0};
	char digest[DIGEST_SIZE];
	struct stat before, after;
	ck_assert(file_put(store, "abc", 3, digest, &e));
	ck_assert_int_eq(stat(path_of(abc), &before), 0);
	ck_assert(file_put(store, "abc", 3, digest, &e));
	ck_assert_int_eq(stat(path_of(abc), &after), 0);
	ck_assert_uint_eq(before.st_ino, after.st_ino);
}
END_TEST

START_TEST(half_a_file_is_written_again)
{
	struct err e = {0};
	char digest[DIGEST_SIZE], *data;
	size_t length;
	ck_assert(file_put(store, "abc", 3, digest, &e));
	overwrite("ab");
	ck_assert(file_put(store, "abc", 3, digest, &e));
	ck_assert(file_get(store, body.arena, abc, &data, &length, &e));
	ck_assert_str_eq(data, "abc");
}
END_TEST

START_TEST(bytes_that_have_changed_are_not_given_out)
{
	struct err e = {0};
	char digest[DIGEST_SIZE], *data;
	size_t length;
	ck_assert(file_put(store, "abc", 3, digest, &e));
	overwrite("abd");
	ck_assert(!file_get(store, body.arena, abc, &data, &length, &e));
	ck_assert_int_eq(e.kind, ERR_SYSTEM);
}
END_TEST

START_TEST(what_is_no_digest_names_no_file)
{
	static const char *const wrong[] = {"", "abc", "../../etc/passwd",
		"BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD",
		"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad0",
		"../7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015a",
		"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"};
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) { /* the last is one, of no file */
		struct err e = {0};
		char *data;
		size_t length;
		ck_assert(!file_get(store, body.arena, wrong[i], &data, &length, &e));
		ck_assert_int_eq(e.kind, ERR_ABSENT);
	}
}
END_TEST

Suite *files_suite(void);

Suite *
files_suite(void)
{
	Suite *s = suite_create("files");
	TCase *t = tcase_create("files");
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, a_file_stands_under_its_hash_and_comes_back);
	tcase_add_test(t, the_same_bytes_are_stored_once);
	tcase_add_test(t, half_a_file_is_written_again);
	tcase_add_test(t, bytes_that_have_changed_are_not_given_out);
	tcase_add_test(t, what_is_no_digest_names_no_file);
	suite_add_tcase(s, t);
	return s;
}
