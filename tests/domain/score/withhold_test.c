#include <check.h>
#include <string.h>

#include "domain/score/withhold.h"

/* Two questions of one measure and uneven weights, one of another measure, one of knowledge. */
#define SCORED(code, points_, done_, partly_, slot_)                                                         \
	{                                                                                                    \
		code, code, code, CHOICE_SCORED, points_, done_, partly_, false, slot_                       \
	}
static struct choice two[] = {SCORED("yes", 100, true, false, 0), SCORED("no", 0, false, false, 1)};
static struct choice four_choices[] = {SCORED("yes", 100, true, false, 0),
	SCORED("partly", 50, false, true, 1), SCORED("no", 0, false, false, 2),
	{"na", "na", "-", CHOICE_NA, 0, false, false, true, -1},
	{"unknown", "unknown", "?", CHOICE_UNKNOWN, 0, false, false, false, -1}};
static const struct scale scale_two = {.key = "YN", .choices = two, .count = 2},
			  scale_four = {.key = "Q4", .choices = four_choices, .count = 5},
			  scale_kq = {.key = "KQ", .knowledge = true};
static struct item items[] = {
	{.id = "A", .scale = &scale_two, .choices = two, .choice_count = 2, .weight = 1},
	{.id = "B", .scale = &scale_two, .choices = two, .choice_count = 2, .weight = 3},
	{.id = "C", .scale = &scale_four, .choices = four_choices, .choice_count = 5, .weight = 1},
	{.id = "K", .scale = &scale_kq, .choices = two, .choice_count = 2, .weight = 1},
};
enum { ITEMS = 4, SUMMED = 3, ROWS_MOST = 4 };
static const struct questionnaire set = {.key = "x", .items = items, .count = ITEMS};

struct body {
	size_t rows;
	int64_t people[ROWS_MOST];
	struct tally tallies[ROWS_MOST * ITEMS];
	struct withheld w;
};

/* What can be seen of the withheld rows together. */
struct sums {
	int64_t done, either, points, unknown;
};

/* Which values a figure takes over all bodies that look the same. */
struct seen {
	int64_t first;
	bool any, several;
};

/* done per item, then per row: done and points of the measure A + B, of C, and of all. */
enum { FIGURES = SUMMED + 6 };

struct search {
	const struct body *b;
	struct tally guess[ROWS_MOST * ITEMS];
	struct sums left;
	struct seen seen[ROWS_MOST][FIGURES];
	size_t found;
};

static struct score
score_of(size_t item, const struct tally *t)
{
	struct score s;
	score_zero(&s);
	score_item(&s, &items[item], t);
	return s;
}

static struct sums
sums_of(size_t item, const struct tally *t)
{
	struct score s = score_of(item, t);
	return (struct sums){
		s.done.numerator, s.done_or_partly.numerator, s.points.numerator, s.done.unknown};
}

static void
see(struct seen *s, int64_t value)
{
	s->several |= s->any && s->first != value;
	s->first = s->any ? s->first : value;
	s->any = true;
}

static void
body_found(struct search *x)
{
	x->found++;
	for (size_t row = 0; row < x->b->rows; row++) {
		struct score s[SUMMED], pair, all;
		for (size_t i = 0; i < SUMMED; i++) {
			s[i] = score_of(i, &x->guess[row * ITEMS + i]);
			see(&x->seen[row][i], s[i].done.numerator);
		}
		pair = s[0];
		score_add(&pair, &s[1]);
		all = pair;
		score_add(&all, &s[2]);
		int64_t values[] = {pair.done.numerator, pair.points.numerator, s[2].done.numerator,
			s[2].points.numerator, all.done.numerator, all.points.numerator};
		for (size_t i = 0; i < 6; i++)
			see(&x->seen[row][SUMMED + i], values[i]);
	}
}

static void try_cell(struct search *x, size_t cell);

static void
cell_guess(struct search *x, size_t cell, struct tally t)
{
	struct sums was = x->left, take = sums_of(cell % ITEMS, &t);
	x->left = (struct sums){was.done - take.done, was.either - take.either, was.points - take.points,
		was.unknown - take.unknown};
	if (x->left.done >= 0 && x->left.either >= 0 && x->left.points >= 0 && x->left.unknown >= 0) {
		x->guess[cell] = t;
		try_cell(x, cell + 1);
	}
	x->left = was;
}

/* Every way the people of a cell could have answered; 該当なし is taken as known. */
static void
try_cell(struct search *x, size_t cell)
{
	size_t row = cell / ITEMS, item = cell % ITEMS;
	if (row == x->b->rows) {
		struct sums nothing = {0};
		if (memcmp(&x->left, &nothing, sizeof nothing) == 0)
			body_found(x);
		return;
	}
	const struct tally *real = &x->b->tallies[cell];
	if (!x->b->w.rows[row] || item >= SUMMED) {
		x->guess[cell] = *real;
		try_cell(x, cell + 1);
		return;
	}
	int64_t n = tally_answered(real) - real->na;
	bool four = items[item].choices == four_choices;
	for (int64_t yes = 0; yes <= n; yes++)
		for (int64_t second = four ? 0 : n - yes; second <= n - yes; second++)
			for (int64_t third = four ? 0 : n - yes - second; third <= n - yes - second; third++)
				cell_guess(x, cell,
					(struct tally){{yes, second, four ? third : 0}, real->na,
						four ? n - yes - second - third : 0, {0}});
}

enum { BODIES_MOST = 50000 }; /* that may look like one: more would take too long to try */

static double
bodies_alike_most(const struct body *b)
{
	double product = 1;
	for (size_t cell = 0; cell < b->rows * ITEMS; cell++) {
		if (!b->w.rows[cell / ITEMS] || cell % ITEMS >= SUMMED)
			continue;
		double n = (double)(tally_answered(&b->tallies[cell]) - b->tallies[cell].na);
		product *= items[cell % ITEMS].choices == two ? n + 1 : (n + 1) * (n + 2) * (n + 3) / 6;
	}
	return product;
}

/* Returns whether the body had withheld rows, its sums were shown and it was tried. */
static bool
body_tells_nothing(const struct body *b)
{
	if (b->w.count == 0 || (b->w.done && b->w.points) || bodies_alike_most(b) > BODIES_MOST)
		return false;
	static struct search x;
	memset(&x, 0, sizeof x);
	x.b = b;
	for (size_t cell = 0; cell < b->rows * ITEMS; cell++) {
		if (!b->w.rows[cell / ITEMS] || cell % ITEMS >= SUMMED)
			continue;
		struct sums s = sums_of(cell % ITEMS, &b->tallies[cell]);
		x.left.done += s.done;
		x.left.either += s.either;
		x.left.points += s.points;
		x.left.unknown += s.unknown;
	}
	try_cell(&x, 0);
	ck_assert_uint_ge(x.found, 2);
	for (size_t row = 0; row < b->rows; row++)
		for (size_t f = 0; f < FIGURES && b->w.rows[row]; f++) {
			static const size_t of[FIGURES][2] = {
				{0, 0}, {1, 1}, {2, 2}, {0, 1}, {0, 1}, {2, 2}, {2, 2}, {0, 2}, {0, 2}};
			int64_t below = 0;
			for (size_t i = of[f][0]; i <= of[f][1]; i++)
				below += score_of(i, &b->tallies[row * ITEMS + i]).done.denominator;
			if (below > 0 && !x.seen[row][f].several)
				ck_abort_msg("figure %zu of row %zu is told", f, row);
		}
	return true;
}

static uint64_t state;

static int
chance(int limit) /* the same bodies every time */
{
	state = state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	return (int)((state >> 33) % (uint64_t)limit);
}

static void
cell_fill(struct tally *t, size_t item, int64_t people, int inclined)
{
	*t = (struct tally){0};
	for (int64_t p = 0; p < people; p++) {
		if (chance(10) < inclined)
			t->slots[0]++;
		else if (items[item].choices != four_choices)
			t->slots[1]++;
		else if (chance(4) == 0)
			t->na++;
		else if (chance(3) == 0)
			t->unknown++;
		else
			t->slots[1 + chance(2)]++;
	}
}

static void
body_make(struct body *b)
{
	*b = (struct body){.rows = (size_t)(2 + chance(3))};
	int inclined[ITEMS];
	for (size_t i = 0; i < ITEMS; i++)
		inclined[i] = chance(11); /* often all or nothing */
	for (size_t row = 0; row < b->rows; row++) {
		b->people[row] = row == 3 ? 4 : chance(3);
		for (size_t i = 0; i < ITEMS; i++)
			cell_fill(&b->tallies[row * ITEMS + i], i, b->people[row], inclined[i]);
	}
}

START_TEST(viewpoint_02_no_withheld_figure_can_be_computed_from_all_sums_together)
{
	struct arena *a = arena_create();
	size_t with_sums = 0;
	for (int i = 0; i < 2500; i++) {
		struct body b;
		body_make(&b);
		b.w = withhold(a, &set, b.tallies, b.people, b.rows, 3);
		with_sums += body_tells_nothing(&b);
		arena_reset(a);
	}
	ck_assert_uint_gt(with_sums, 100); /* or nothing was tried */
	arena_destroy(a);
}
END_TEST

static struct withheld
withheld_of(struct arena *a, const struct body *b, int k)
{
	return withhold(a, &set, b->tallies, b->people, b->rows, k);
}

START_TEST(a_puzzle_with_one_solution_takes_another_department_along)
{
	/* Two departments of two and three: all did A (weight 1), none B (weight 3), C is 該当なし.
	 * 5 of 10 done and 500 of 2000 points: only five ○ of weight 1 give that. */
	struct arena *a = arena_create();
	struct body b = {.rows = 3, .people = {2, 3, 9}};
	b.tallies[0] = (struct tally){{2}, 0, 0, {0}};
	b.tallies[1] = (struct tally){{0, 2}, 0, 0, {0}};
	b.tallies[2] = (struct tally){{0}, 2, 0, {0}};
	b.tallies[4] = (struct tally){{3}, 0, 0, {0}};
	b.tallies[5] = (struct tally){{0, 3}, 0, 0, {0}};
	b.tallies[6] = (struct tally){{0}, 3, 0, {0}};
	b.tallies[8] = (struct tally){{5, 4}, 0, 0, {0}};
	b.tallies[9] = (struct tally){{4, 5}, 0, 0, {0}};
	b.tallies[10] = (struct tally){{3, 3, 3}, 0, 0, {0}};
	struct withheld w = withheld_of(a, &b, 5);
	ck_assert_uint_eq(w.count, 3);
	ck_assert(!w.done && !w.points);
	arena_destroy(a);
}
END_TEST

START_TEST(large_departments_are_all_shown)
{
	struct arena *a = arena_create();
	struct body b = {.rows = 2, .people = {5, 6}};
	for (size_t i = 0; i < ITEMS; i++) {
		b.tallies[i] = (struct tally){{5}, 0, 0, {0}};
		b.tallies[ITEMS + i] = (struct tally){{6}, 0, 0, {0}};
	}
	struct withheld w = withheld_of(a, &b, 5);
	ck_assert_uint_eq(w.count, 0);
	ck_assert(!w.rows[0] && !w.rows[1] && !w.done && !w.points && !w.knowledge && !w.done_or_partly);
	arena_destroy(a);
}
END_TEST

START_TEST(when_everyone_did_everything_the_sums_go_and_the_large_stay)
{
	struct arena *a = arena_create();
	struct body b = {.rows = 3, .people = {1, 4, 9}};
	for (size_t row = 0; row < 3; row++)
		for (size_t i = 0; i < ITEMS; i++)
			b.tallies[row * ITEMS + i] = (struct tally){{b.people[row]}, 0, 0, {0}};
	struct withheld w = withheld_of(a, &b, 5);
	ck_assert(w.rows[0] && w.rows[1] && !w.rows[2]);
	ck_assert(w.done && w.points && w.knowledge && w.done_or_partly);
	arena_destroy(a);
}
END_TEST

START_TEST(one_column_hides_a_department_in_all)
{
	/* The two small ones know everything; only 理解度 needs the third, and it goes whole. */
	struct arena *a = arena_create();
	struct body b = {.rows = 4, .people = {2, 3, 9, 20}};
	for (size_t row = 0; row < 4; row++)
		for (size_t i = 0; i < ITEMS; i++)
			b.tallies[row * ITEMS + i] = (struct tally){{1, b.people[row] - 1}, 0, 0, {0}};
	b.tallies[3] = (struct tally){{2}, 0, 0, {0}};
	b.tallies[ITEMS + 3] = (struct tally){{3}, 0, 0, {0}};
	/* C: ○ 1 and the rest × */
	for (size_t row = 0; row < 4; row++)
		b.tallies[row * ITEMS + 2] = (struct tally){{1, 0, b.people[row] - 1}, 0, 0, {0}};
	struct withheld w = withheld_of(a, &b, 5);
	ck_assert_uint_eq(w.count, 3);
	ck_assert(w.rows[2] && !w.rows[3] && !w.knowledge);
	arena_destroy(a);
}
END_TEST

Suite *withhold_suite(void);
Suite *
withhold_suite(void)
{
	Suite *s = suite_create("withhold");
	TCase *t = tcase_create("withhold");
	tcase_set_timeout(t, 60);
	tcase_add_test(t, viewpoint_02_no_withheld_figure_can_be_computed_from_all_sums_together);
	tcase_add_test(t, a_puzzle_with_one_solution_takes_another_department_along);
	tcase_add_test(t, large_departments_are_all_shown);
	tcase_add_test(t, when_everyone_did_everything_the_sums_go_and_the_large_stay);
	tcase_add_test(t, one_column_hides_a_department_in_all);
	suite_add_tcase(s, t);
	return s;
}
