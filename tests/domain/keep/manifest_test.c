#include <check.h>
#include <string.h>

#include "domain/keep/manifest.h"

static struct arena *arena;
static struct manifest m;

static const char written[] = "{\n"
			      "\t\"format\": \"tenken-archive-1\",\n"
			      "\t\"cycle\": {\n"
			      "\t\t\"year\": \"2024\",\n"
			      "\t\t\"title\": \"令和6年度 \\\"点検\\\"\"\n"
			      "\t},\n"
			      "\t\"sha256\": {\n"
			      "\t\t\"archive.db\": \"ab\"\n"
			      "\t}\n"
			      "}\n";

static void
setup(void)
{
	arena = arena_create();
	m = (struct manifest){.arena = arena};
	manifest_add(&m, NULL, "format", "tenken-archive-1");
	manifest_add(&m, "cycle", "year", "2024");
	manifest_add(&m, "cycle", "title", "令和6年度 \"点検\"");
	manifest_add(&m, "sha256", "archive.db", "ab");
}

static void
teardown(void)
{
	arena_destroy(arena);
}

START_TEST(it_is_written_in_one_form_and_reads_back)
{
	struct buf out = BUF_INIT;
	struct manifest read;
	struct err e = {0};
	manifest_write(&m, &out);
	ck_assert_str_eq(out.data, written);
	ck_assert_msg(manifest_parse(arena, out.data, out.length, &read, &e), "%s", e.text);
	ck_assert_uint_eq(read.count, 4);
	ck_assert_str_eq(manifest_get(&read, "cycle", "title"), "令和6年度 \"点検\"");
	ck_assert_str_eq(manifest_get(&read, NULL, "format"), "tenken-archive-1");
	ck_assert_ptr_null(manifest_get(&read, NULL, "year"));
	ck_assert_ptr_null(manifest_get(&read, "cycle", "format"));
	buf_free(&out);
}
END_TEST

START_TEST(the_last_entry_may_stand_at_the_top)
{
	struct buf out = BUF_INIT;
	struct manifest read;
	struct err e = {0};
	manifest_add(&m, NULL, "end", "x");
	manifest_write(&m, &out);
	ck_assert_msg(manifest_parse(arena, out.data, out.length, &read, &e), "%s", e.text);
	ck_assert_str_eq(manifest_get(&read, NULL, "end"), "x");
	buf_free(&out);
}
END_TEST

START_TEST(another_form_is_refused)
{
	static const char *const others[] = {"", "{}", "[]", "{\"format\":\"tenken-archive-1\"}",
		"{\n\t\"format\": \"a\"\n}", /* no end of line */
		"{\n\t\"format\":  \"a\"\n}\n", "{\n\t\"format\": \"a\"\n}\n\n",
		"{\n\t\"f\\u006frmat\": \"a\"\n}\n", "{\n\t\"format\": 1\n}\n",
		"{\n\t\"a\": \"1\",\n\t\"a\": \"2\"\n}\n",
		"{\n\t\"a\": {\n\t\t\"b\": {\n\t\t\"c\": \"d\"\n}\n\t}\n}\n"};
	struct manifest read;
	for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
		struct err e = {0};
		ck_assert_msg(
			!manifest_parse(arena, others[i], strlen(others[i]), &read, &e), "%s", others[i]);
		ck_assert_int_eq(e.kind, ERR_INPUT);
	}
	char with_nul[sizeof written];
	memcpy(with_nul, written, sizeof written);
	ck_assert(!manifest_parse(arena, with_nul, sizeof written, &read, NULL));
}
END_TEST

START_TEST(every_byte_is_under_the_seal)
{
	char seal[DIGEST_SIZE], other[DIGEST_SIZE], text[sizeof written];
	/* printf '…' | sha256sum */
	manifest_seal("abc", 3, seal);
	ck_assert_str_eq(seal, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
	manifest_seal(written, sizeof written - 1, seal);
	for (size_t i = 0; i + 1 < sizeof written; i++) {
		memcpy(text, written, sizeof written);
		text[i] ^= 1;
		manifest_seal(text, sizeof written - 1, other);
		ck_assert_str_ne(seal, other);
	}
}
END_TEST

START_TEST(a_seal_is_written_in_groups_and_typed_in_any_way)
{
	static const char seal[] = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
	char shown[SEAL_SHOWN_SIZE], read[DIGEST_SIZE];
	seal_show(seal, shown);
	ck_assert_str_eq(shown, "ba7816bf 8f01cfea 414140de 5dae2223 b00361a3 96177a9c b410ff61 f20015ad");
	static const char *const typed[] = {
		"ba7816bf 8f01cfea 414140de 5dae2223 b00361a3 96177a9c b410ff61 f20015ad",
		"BA7816BF-8F01CFEA-414140DE-5DAE2223-B00361A3-96177A9C-B410FF61-F20015AD\n",
		"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"};
	for (size_t i = 0; i < sizeof typed / sizeof *typed; i++) {
		ck_assert_msg(seal_read(typed[i], read), "%s", typed[i]);
		ck_assert_str_eq(read, seal);
	}
	ck_assert(!seal_read("", read));
	ck_assert(!seal_read("ba7816bf", read));
	ck_assert(!seal_read("ga7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", read));
	ck_assert(!seal_read("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad0", read));
}
END_TEST

Suite *manifest_suite(void);
Suite *
manifest_suite(void)
{
	Suite *s = suite_create("manifest");
	TCase *t = tcase_create("manifest");
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, it_is_written_in_one_form_and_reads_back);
	tcase_add_test(t, the_last_entry_may_stand_at_the_top);
	tcase_add_test(t, another_form_is_refused);
	tcase_add_test(t, every_byte_is_under_the_seal);
	tcase_add_test(t, a_seal_is_written_in_groups_and_typed_in_any_way);
	suite_add_tcase(s, t);
	return s;
}
