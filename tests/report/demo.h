#ifndef TESTS_REPORT_DEMO_H
#define TESTS_REPORT_DEMO_H

/* The demonstration body as it is on 23 November 2026, for tests of what its documents say. */

#include "demo_body.h"
#include "draw/font.h"
#include "report/report.h"
#include "store/organisation/departments.h"

static char directory[64];
static struct arena *arena;
static struct store *store;
static struct db *db;
static struct err e;

static const instant_t noon = INT64_C(1795402800); /* 2026-11-23 12:00 in Japan */

static void
demo_setup(void)
{
	struct demo_wish wish = {
		.password = "geheim-2026", .staff = DEMO_STAFF, .departments = DEMO_DEPARTMENTS, .now = noon};
	strcpy(directory, "/tmp/tenken-report-XXXXXX");
	arena = arena_create();
	ck_assert_ptr_nonnull(mkdtemp(directory));
	demo_body(directory, &wish, NULL);
	if ((store = store_open(directory, &e)) == NULL || !fonts_open(&e) ||
		(db = store_reader(store, &e)) == NULL)
		ck_abort_msg("%s", e.text);
}

static void
demo_teardown(void)
{
	store_close(store);
	ck_assert_int_eq(system(arena_printf(arena, "rm -r %s", directory)), 0);
	arena_destroy(arena);
}

static bool
run_script(struct db *d, struct piece *p, struct err *why)
{
	return db_script(d, p->with, why);
}

static inline void
change(const char *script)
{
	ck_assert_msg(
		writer_run(store_writer(store), run_script, (void *)(uintptr_t)script, &e), "%s", e.text);
}

/* Department 0: the body. */
static inline struct report
report_of(int64_t cycle, const char *name, int64_t department)
{
	struct report r;
	struct report_request *rq = ARENA_NEW(arena, struct report_request);
	*rq = (struct report_request){.name = name,
		.cycle_id = cycle,
		.department_id = department,
		.now = noon,
		.issued_by = "事務局"};
	ck_assert_msg(report_make(store, arena, rq, &r, &e), "%s", e.text);
	return r;
}

#endif
