#include <check.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>

#include "base/resource.h"
#include "domain/questionnaire/questionnaire.h"

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

/* Whoever answers × is told what to do next, and whoever did not know, why. */
START_TEST(every_shipped_question_that_can_be_missed_says_what_comes_next)
{
	struct faults f = {.arena = arena_create()};
	char directory[PATH_MAX];
	size_t scored = 0, knowledge = 0;
	resource_path("questionnaires", directory, sizeof directory);
	const struct bank *b = bank_load(directory, &f);
	ck_assert_ptr_nonnull(b);
	for (size_t s = 0; s < b->count; s++) {
		const struct questionnaire *q = b->sets[s];
		for (size_t i = 0; i < q->count && !questionnaire_is_audit(q); i++) {
			const struct item *item = &q->items[i];
			const char *told = item->scale->knowledge ? item->explanation : item->advice;
			ck_assert_msg(item->scale->text || (told != NULL && told[0] != '\0'), "%s", item->id);
			scored += !item->scale->text && !item->scale->knowledge;
			knowledge += item->scale->knowledge;
		}
		ck_assert_int_eq(questionnaire_teaches(q), strcmp(q->key, "staff") == 0);
	}
	ck_assert_uint_eq(scored, 117); /* 24 20 24 20 8 6 8 7, by hand */
	ck_assert_uint_eq(knowledge, 5);
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
	tcase_add_test(t, every_shipped_question_that_can_be_missed_says_what_comes_next);
	suite_add_tcase(s, t);
	return s;
}
