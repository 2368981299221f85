#include <check.h>
#include <limits.h>
#include <stdio.h>

#include "base/resource.h"
#include "domain/questionnaire.h"

START_TEST(the_shipped_files_have_no_fault)
{
	struct faults f = {.arena = arena_create()};
	char directory[PATH_MAX];
	resource_path("questionnaires", directory, sizeof directory);
	const struct bank *b = bank_load(directory, &f);
	for (size_t i = 0; i < f.count; i++)
		fprintf(stderr, "%s:%d: %s\n", f.items[i].file, f.items[i].line, f.items[i].text);
	ck_assert_ptr_nonnull(b);
	const struct clause **measures;
	ck_assert_uint_eq(policy_measures(b->policy, f.arena, &measures), 13);
	static const char *const keys[] = {
		"6(1)", "6(2)", "6(3)", "6(4)", "6(5)", "6(6)", "6(7)", "6(8)", "6(9)", "5", "8", "9", "10"};
	for (size_t i = 0; i < 13; i++)
		ck_assert_str_eq(measures[i]->key, keys[i]);
	size_t numbered = 0;
	for (size_t i = 0; i < b->policy->count; i++)
		numbered += b->policy->clauses[i].numbered;
	ck_assert_uint_eq(numbered, 44); /* counted in the document itself */
	arena_destroy(f.arena);
}
END_TEST

Suite *bank_suite(void);
Suite *
bank_suite(void)
{
	Suite *s = suite_create("bank");
	TCase *t = tcase_create("bank");
	tcase_add_test(t, the_shipped_files_have_no_fault);
	suite_add_tcase(s, t);
	return s;
}
