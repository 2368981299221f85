/* Samples anyone can draw again. The ranks expected were made with other tools:
 *	printf 'R8-1\nK1' | sha256sum */
#include <check.h>
#include <string.h>

#include "domain/audit/sampling.h"

static struct arena *arena;
static struct faults faults;
static const char list[] = "管理番号,名称,層\nK1,料金,甲\nK2,検針,甲\nK3,工事,乙\nK4,清掃,乙\nK5,警備,乙\n";

static void
setup(void)
{
	secret_init();
	arena = arena_create();
	faults = (struct faults){.arena = arena};
}

static void
teardown(void)
{
	arena_destroy(arena);
}

static const struct population *
population_of(const char *csv)
{
	const struct population *p = population_read(csv, strlen(csv), "list.csv", &faults);
	ck_assert_msg(p != NULL, "%s", faults.count > 0 ? faults.items[0].text : "");
	return p;
}

static struct sample_drawn
draw(enum sampling_method method, size_t size)
{
	struct err e = {0};
	struct sample_drawn d;
	ck_assert_msg(sample_draw(arena, population_of(list), method, size, "R8-1", &d, &e), "%s", e.text);
	return d;
}

static const char *
keys(const struct sample_drawn *d)
{
	const char *out = "";
	for (size_t i = 0; i < d->count; i++)
		out = arena_printf(arena, "%s%s%s", out, i > 0 ? " " : "", d->units[i]->key);
	return out;
}

/* Of K1 2a20, K2 ca87, K3 b3fa, K4 d3f2, K5 5284 the two smallest. */
START_TEST(the_smallest_ranks_are_the_sample)
{
	struct sample_drawn d = draw(SAMPLING_SIMPLE, 2);
	ck_assert_str_eq(keys(&d), "K1 K5");
	ck_assert_int_eq(strncmp(d.ranks[0], "2a205ef4105d519e", 16), 0);
	ck_assert_int_eq(strncmp(d.ranks[1], "5284c1413c00b264", 16), 0);
}
END_TEST

/* "start" gives 96a8891c98742a15, which is 4 more than a multiple of 5: K5 first, then
 * 5 ÷ 2 = 2 further on, past the end: K2. */
START_TEST(a_systematic_sample_goes_round_from_its_start)
{
	struct sample_drawn d = draw(SAMPLING_SYSTEMATIC, 2);
	ck_assert_str_eq(keys(&d), "K2 K5");
	ck_assert_ptr_null(d.ranks);
}
END_TEST

/* 3 of 5: 甲 has 1.2, 乙 has 1.8 of them; the unit that is left goes to the larger remainder. */
START_TEST(strata_get_their_shares)
{
	struct sample_drawn d = draw(SAMPLING_STRATIFIED, 3);
	ck_assert_str_eq(keys(&d), "K1 K3 K5");
	ck_assert_uint_eq(d.stratum_count, 2);
	ck_assert_str_eq(d.strata[0].name, "甲");
	ck_assert_uint_eq(d.strata[0].drawn, 1);
	ck_assert_uint_eq(d.strata[1].drawn, 2);
	d = draw(SAMPLING_STRATIFIED, 4); /* 1.6 and 2.4 */
	ck_assert_uint_eq(d.strata[0].drawn, 2);
	ck_assert_uint_eq(d.strata[1].drawn, 2);
}
END_TEST

START_TEST(equal_remainders_go_to_who_comes_first)
{
	struct err e = {0};
	struct sample_drawn d;
	const struct population *p = population_of("key,stratum\n1,a\n2,b\n3,c\n");
	ck_assert(sample_draw(arena, p, SAMPLING_STRATIFIED, 2, "s", &d, &e));
	ck_assert_str_eq(keys(&d), "1 2");
}
END_TEST

START_TEST(all_of_them_is_a_sample_too)
{
	for (int m = 0; m < SAMPLING_METHODS; m++) {
		struct sample_drawn d = draw((enum sampling_method)m, 5);
		ck_assert_str_eq(keys(&d), "K1 K2 K3 K4 K5");
	}
}
END_TEST

/* printf 'K1\n甲\nK2\n甲\nK3\n乙\nK4\n乙\nK5\n乙\n' | sha256sum */
START_TEST(the_population_is_known_by_its_digest)
{
	struct sample_drawn d = draw(SAMPLING_SIMPLE, 1);
	ck_assert_str_eq(
		d.population_digest, "a82aff81c5fc1f5dcfbe770a2bbefdda6a6acc1b1a77c1e15c0e6c05ad0d5782");
}
END_TEST

START_TEST(what_cannot_be_drawn_is_refused)
{
	struct err e = {0};
	struct sample_drawn d;
	char seed[SAMPLING_SEED_MOST + 2] = "";
	const struct population *p = population_of("key\n1\n2\n");
	memset(seed, 'a', SAMPLING_SEED_MOST + 1);
	ck_assert(!sample_draw(arena, p, SAMPLING_SIMPLE, 0, "s", &d, &e));
	ck_assert(!sample_draw(arena, p, SAMPLING_SIMPLE, 3, "s", &d, &e));
	ck_assert(!sample_draw(arena, p, SAMPLING_SIMPLE, 1, " \xE3\x80\x80", &d, &e));
	ck_assert(!sample_draw(arena, p, SAMPLING_SIMPLE, 1, seed, &d, &e));
	ck_assert(!sample_draw(arena, p, SAMPLING_STRATIFIED, 1, "s", &d, &e));
	ck_assert_int_eq(e.kind, ERR_INPUT);
	seed[SAMPLING_SEED_MOST] = '\0';
	ck_assert(sample_draw(arena, p, SAMPLING_SIMPLE, 1, seed, &d, &e));
}
END_TEST

START_TEST(faults_of_a_list_are_named_by_line)
{
	static const char csv[] = "管理番号,名称\nK1,甲\nK1,乙\n,丙\n";
	ck_assert_ptr_null(population_read(csv, strlen(csv), "list.csv", &faults));
	ck_assert_uint_eq(faults.count, 2);
	ck_assert_int_eq(faults.items[0].line, 3);
	ck_assert_int_eq(faults.items[1].line, 4);
	faults.count = 0;
	ck_assert_ptr_null(population_read("管理番号\n", 13, "list.csv", &faults));
	ck_assert_uint_eq(faults.count, 1);
}
END_TEST

Suite *sampling_suite(void);
Suite *
sampling_suite(void)
{
	Suite *s = suite_create("sampling");
	TCase *t = tcase_create("sampling");
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, the_smallest_ranks_are_the_sample);
	tcase_add_test(t, a_systematic_sample_goes_round_from_its_start);
	tcase_add_test(t, strata_get_their_shares);
	tcase_add_test(t, equal_remainders_go_to_who_comes_first);
	tcase_add_test(t, all_of_them_is_a_sample_too);
	tcase_add_test(t, the_population_is_known_by_its_digest);
	tcase_add_test(t, what_cannot_be_drawn_is_refused);
	tcase_add_test(t, faults_of_a_list_are_named_by_line);
	suite_add_tcase(s, t);
	return s;
}
