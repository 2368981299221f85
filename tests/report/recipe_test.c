#include <check.h>
#include <string.h>

#include "report/fill.h"
#include "report/lexicon.h"
#include "report/recipe.h"
#include "report/report.h"
#include "report/shelf.h"

static struct faults faults;

static void
setup(void)
{
	faults = (struct faults){.arena = arena_create()};
}

static void
teardown(void)
{
	arena_destroy(faults.arena);
}

#define HEAD                                                                                                 \
	"title: t\nheading: \"{fiscal_year} h\"\nset: staff\npaper: 1\npage: 0\ndepartment: 1\nbody: "       \
	"0\nblocks:\n"

static const struct recipe *
parse(const char *text)
{
	faults.count = 0;
	return recipe_parse(text, strlen(text), "mine", &faults);
}

static bool
fault_says(int line, const char *part)
{
	for (size_t i = 0; i < faults.count; i++)
		if (faults.items[i].line == line && strstr(faults.items[i].text, part) != NULL)
			return true;
	return false;
}

START_TEST(a_recipe_is_read_with_the_lines_of_its_blocks)
{
	const struct recipe *r = parse(HEAD "  - block: overview\n    heading: 1\n    level: 2\n"
					    "  - block: weakest\n    count: 3\n    new_page: 1\n");
	ck_assert_ptr_nonnull(r);
	ck_assert_str_eq(r->name, "mine");
	ck_assert(r->paper && !r->page && r->department && !r->body);
	ck_assert_uint_eq(r->blocks_count, 2);
	ck_assert_int_eq(r->blocks[0].level, 2);
	ck_assert_int_eq(r->blocks[1].count, 3);
	ck_assert_int_eq(r->blocks[1].line, 12);
	ck_assert(r->blocks[1].new_page);
}
END_TEST

START_TEST(an_unknown_block_is_named_with_what_may_be_meant)
{
	ck_assert_ptr_null(parse(HEAD "  - block: overveiw\n"));
	ck_assert(fault_says(9, "overview"));
	ck_assert_str_eq(faults.items[0].file, "reports/mine.yaml");
}
END_TEST

START_TEST(an_unknown_place_is_named_with_the_line_of_its_block)
{
	ck_assert_ptr_null(
		parse(HEAD "  - block: text\n  - block: text\n    paragraphs:\n      - \"{askd} people\"\n"));
	ck_assert(fault_says(10, "asked"));
	ck_assert_ptr_null(parse(HEAD "  - block: letter\n    items: [\"{nothing_like_it_at_all}\"]\n"));
	ck_assert(fault_says(9, "nothing_like_it_at_all"));
}
END_TEST

START_TEST(every_fault_is_listed_at_once)
{
	ck_assert_ptr_null(
		parse("title: t\nheading: h\nset: staff\npaper: 0\npage: 0\ndepartment: 0\nbody: 0\nblocks:\n"
		      "  - block: letter\n    level: 4\n    count: 51\n    colour: red\n"));
	ck_assert(fault_says(0, "neither paper nor page"));
	ck_assert(fault_says(0, "neither department nor body"));
	ck_assert(fault_says(9, "paper only"));
	ck_assert(fault_says(9, "level"));
	ck_assert(fault_says(9, "count"));
	ck_assert(faults.count >= 5);
}
END_TEST

START_TEST(the_shipped_recipes_and_words_are_sound)
{
	struct err e = {0};
	struct recipe_name *names;
	size_t count;
	ck_assert_msg(recipes_check(&e), "%s", e.text);
	ck_assert_msg(recipes_list(faults.arena, &names, &count, &e), "%s", e.text);
	ck_assert_uint_ge(count, 4);
	for (size_t i = 1; i < count; i++)
		ck_assert_int_lt(strcmp(names[i - 1].name, names[i].name), 0);
}
END_TEST

static void
plain(const char *recipe, const char *text)
{
	if (text != NULL)
		ck_assert_msg(strchr(text, '\\') == NULL, "%s: %s", recipe, text);
}

/* A line break that YAML was told of twice would be printed as two characters. */
START_TEST(no_text_of_a_recipe_has_a_backslash)
{
	struct err e = {0};
	const struct shelf *shelf = shelf_get(&e);
	ck_assert_msg(shelf != NULL, "%s", e.text);
	for (size_t i = 0; i < shelf->count; i++) {
		const struct recipe *r = shelf->recipes[i];
		plain(r->name, r->title);
		plain(r->name, r->heading);
		plain(r->name, r->foot);
		for (size_t k = 0; k < r->blocks_count; k++) {
			const struct recipe_block *b = &r->blocks[k];
			plain(r->name, b->heading);
			plain(r->name, b->title);
			plain(r->name, b->note);
			for (size_t n = 0; n < b->paragraphs_count; n++)
				plain(r->name, b->paragraphs[n]);
			for (size_t n = 0; n < b->items_count; n++)
				plain(r->name, b->items[n]);
		}
	}
	for (enum word w = 0; w < WORD_COUNT; w++)
		plain("words", lexicon_text(shelf->lexicon, w));
}
END_TEST

START_TEST(a_name_with_a_path_in_it_is_no_recipe)
{
	static const char *const refused[] = {
		"../questionnaires/staff", "settings", "words", "", "self-check"};
	for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
		faults.count = 0;
		ck_assert_ptr_null(recipe_load(refused[i], &faults));
		ck_assert_uint_eq(faults.count, 1);
	}
}
END_TEST

START_TEST(words_must_be_there_once_each_and_no_others)
{
	const char *text =
		"words:\n  - {key: draft, text: a}\n  - {key: draft, text: b}\n  - {key: drafft, text: c}\n";
	ck_assert_ptr_null(lexicon_parse(text, strlen(text), "w.yaml", &faults));
	ck_assert(fault_says(3, "twice"));
	ck_assert(fault_says(4, "draft"));
	ck_assert(fault_says(0, "\"record\" is missing"));
}
END_TEST

START_TEST(places_are_filled_and_what_is_none_stays)
{
	const struct filling list[] = {{"a", "x"}, {"long_name", "{a}"}};
	struct arena *a = faults.arena;
	ck_assert_str_eq(text_fill(a, "{a}{a} and {long_name}", list, 2), "xx and {a}");
	ck_assert_str_eq(text_fill(a, "{b} { a } {A} {} {", list, 2), "{b} { a } {A} {} {");
	const char *at = "one {a} two { three {b}";
	ck_assert_str_eq(text_place(a, &at), "a");
	ck_assert_str_eq(text_place(a, &at), "b");
	ck_assert_ptr_null(text_place(a, &at));
}
END_TEST

Suite *recipe_suite(void);
Suite *
recipe_suite(void)
{
	Suite *s = suite_create("recipe");
	TCase *t = tcase_create("recipe");
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, a_recipe_is_read_with_the_lines_of_its_blocks);
	tcase_add_test(t, an_unknown_block_is_named_with_what_may_be_meant);
	tcase_add_test(t, an_unknown_place_is_named_with_the_line_of_its_block);
	tcase_add_test(t, every_fault_is_listed_at_once);
	tcase_add_test(t, the_shipped_recipes_and_words_are_sound);
	tcase_add_test(t, no_text_of_a_recipe_has_a_backslash);
	tcase_add_test(t, a_name_with_a_path_in_it_is_no_recipe);
	tcase_add_test(t, words_must_be_there_once_each_and_no_others);
	tcase_add_test(t, places_are_filled_and_what_is_none_stays);
	suite_add_tcase(s, t);
	return s;
}
