/* tenken policy import, as the terminal sees it. */
#include "base/file.h"
#include "cli/run.h"
#include "store/policy/policy_editions.h"
#include "store/store.h"

static char file[64], directory[64];
static struct arena *arena;

#define EDITION "--data", directory, "--edition", "令和8年3月", "--from", "2026-04-01"

static void
text_write(const char *text)
{
	struct err e = {0};
	ck_assert_msg(file_write(file, text, strlen(text), &e), "%s", e.text);
}

static void
setup(void)
{
	struct err e = {0};
	arena = arena_create();
	strcpy(file, "/tmp/tenken-policy-XXXXXX");
	close(mkstemp(file));
	text_write("1. 目的\n情報を\n\n守る。\n11. 雑則\n別に定める。\n");
	strcpy(directory, "/tmp/tenken-import-XXXXXX");
	ck_assert_ptr_nonnull(mkdtemp(directory));
	ck_assert_msg(store_create(directory, &e), "%s", e.text);
}

static void
teardown(void)
{
	char command[96];
	unlink(file);
	snprintf(command, sizeof command, "rm -r %s", directory);
	ck_assert_int_eq(system(command), 0);
	arena_destroy(arena);
}

static size_t
editions(struct policy_edition **list)
{
	struct err e = {0};
	size_t count;
	struct store *s = store_open(directory, &e);
	ck_assert_ptr_nonnull(s);
	ck_assert(policy_editions_list(store_reader(s, &e), arena, list, &count, &e));
	store_close(s);
	return count;
}

START_TEST(an_edition_is_imported_and_what_has_no_place_is_named)
{
	struct policy_edition *list;
	ck_assert_int_eq(RUN("policy", "import", file, EDITION, "--dry-run"), 0);
	ck_assert_uint_eq(editions(&list), 0);
	ck_assert_int_eq(RUN("policy", "import", file, EDITION), 0);
	ck_assert_ptr_nonnull(strstr(out, "? 11 雑則\n"));
	ck_assert_ptr_nonnull(strstr(out, "\n- 6(4) 物理的セキュリティ\n"));
	ck_assert_int_eq(figure("clauses"), 2);
	ck_assert_int_eq(figure("unknown"), 1);
	ck_assert_int_eq(figure("missing"), 43); /* of the 44 of the clause tree */
	ck_assert_int_eq(figure("oddities"), 2);
	ck_assert_uint_eq(editions(&list), 1);
	ck_assert_str_eq(list[0].title, "情報セキュリティ基本方針");
	ck_assert_int_eq(list[0].from_day, day_of(2026, 4, 1));
}
END_TEST

START_TEST(what_cannot_be_imported_is_refused_and_nothing_is_kept)
{
	struct policy_edition *list;
	ck_assert_int_eq(RUN("policy", "import", file, EDITION), 0);
	ck_assert_int_eq(RUN("policy", "import", file, EDITION, "--title", "別の名前"), 1);
	ck_assert_ptr_nonnull(
		strstr(complaints, "this file has been imported already, as the edition 令和8年3月"));
	text_write("ただの文。\n");
	ck_assert_int_eq(RUN("policy", "import", file, EDITION), 1);
	ck_assert_ptr_nonnull(strstr(complaints, "no clause was found"));
	ck_assert_int_eq(
		RUN("policy", "import", file, "--data", directory, "--edition", "x", "--from", "4月1日"), 2);
	ck_assert_uint_eq(editions(&list), 1);
}
END_TEST

Suite *policy_import_suite(void);
Suite *
policy_import_suite(void)
{
	Suite *s = suite_create("policy_import");
	TCase *t = tcase_create("policy_import");
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, an_edition_is_imported_and_what_has_no_place_is_named);
	tcase_add_test(t, what_cannot_be_imported_is_refused_and_nothing_is_kept);
	suite_add_tcase(s, t);
	return s;
}
