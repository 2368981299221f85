#ifndef TESTS_REPORT_REVIEWED_H
#define TESTS_REPORT_REVIEWED_H

/* A body whose answers are looked through for what may be wrong with the questions. */

#include "report/quality.h"
#include "report/quality_export.h"
#include "report/quality_words.h"
#include "store/review.h"
#include "store/setting.h"

static struct review review;
static struct err failure;
static struct review_bounds bounds;

#define PLAIN   "{\"P1\":\"yes\",\"P2\":\"yes\",\"P3\":\"yes\"}"
#define AGAINST "{\"P1\":\"yes\",\"P2\":{\"c\":\"no\",\"r\":\"理由\"},\"P3\":\"yes\"}"
#define MIRRORED                                                                                             \
	"{\"P1\":{\"c\":\"no\",\"r\":\"理由\"},\"P2\":\"yes\",\"P3\":\"yes\"}" /* as much is done            \
										*/
#define REMARKED "{\"P1\":{\"c\":\"yes\",\"r\":\"一言\"},\"P2\":\"yes\",\"P3\":\"yes\"}"
#define NOTHING                                                                                                \
	"{\"P1\":{\"c\":\"no\",\"r\":\"理由\"},\"P2\":{\"c\":\"no\",\"r\":\"理由\"},\"P3\":{\"c\":\"no\"," \
	"\"r\":\"理由\"}}"
#define UNKNOWN "{\"P1\":\"unknown\",\"P2\":\"yes\",\"P3\":\"yes\"}"
#define NONE    "{\"P1\":{\"c\":\"na\",\"n\":\"duty\",\"r\":\"理由\"},\"P2\":\"yes\",\"P3\":\"yes\"}"

static inline void
setup(void)
{
	review_setup(&review);
	bounds = (struct review_bounds){.percent = {[REVIEW_NA] = 20,
						[REVIEW_UNKNOWN] = 10,
						[REVIEW_COMMENTS] = 5,
						[REVIEW_CONTRADICTED] = 5,
						[REVIEW_SAME] = 98},
		.least = 5};
}

static inline void
teardown(void)
{
	review_teardown(&review);
}

static inline bool
script_work(struct db *db, struct piece *p, struct err *e)
{
	return db_script(db, p->with, e);
}

static inline void
script(const char *sql)
{
	review_write(&review, script_work, (void *)(uintptr_t)sql);
}

static inline void
finish(void)
{
	review_move(&review, "confirm");
	review_move(&review, "finalise");
}

static inline struct quality
look(const char *set_key)
{
	struct quality q;
	ck_assert_msg(quality_read(review.store, review.arena, &review.cycle, set_key, &bounds, &q, &failure),
		"%s", failure.text);
	return q;
}

static inline void
is(const struct figure *f, int64_t numerator, int64_t denominator)
{
	ck_assert(!f->hidden);
	ck_assert_int_eq(f->rate.numerator, numerator);
	ck_assert_int_eq(f->rate.denominator, denominator);
}

static inline void
hidden(const struct figure *f)
{
	ck_assert(f->hidden);
	ck_assert_int_eq(f->rate.numerator, 0);
	ck_assert_int_eq(f->rate.denominator, 0);
}

/* Everything the page and the tables can hold, in one text. */
static inline const char *
everything(void)
{
	struct quality *sets;
	struct quality_tables t = {.cycle = &review.cycle, .bounds = &bounds, .author = "", .now = 0};
	struct export x;
	struct buf text = BUF_INIT;
	ck_assert_msg(quality_read_all(
			      review.store, review.arena, &review.cycle, &bounds, &sets, &t.count, &failure),
		"%s", failure.text);
	t.sets = sets;
	quality_export(review.arena, &t, &x);
	for (size_t i = 0; i < x.count; i++) {
		struct exported out;
		struct export one = x;
		one.tables = &x.tables[i];
		one.count = 1;
		ck_assert(export_write(review.arena, &one, EXPORT_CSV, false, &out, &failure));
		buf_add(&text, out.bytes.data, out.bytes.length);
		buf_free(&out.bytes);
	}
	const char *all = arena_strdup(review.arena, text.data);
	buf_free(&text);
	return all;
}

/* The two small departments, answering so that nothing else need be withheld for them. */
static inline void
submit_small(void)
{
	review_submit_all(&review, THREE, AGAINST);
	review_submit(&review, "people", 32, NOTHING);
	review_submit(&review, "people", 41, NOTHING);
	review_submit(&review, "people", 42, AGAINST);
}

#endif
