#ifndef TESTS_DEMO_BODY_H
#define TESTS_DEMO_BODY_H

/* The demonstration body in a directory of a test's own. It is made once a run and copied for each
 * test: making it takes seconds. */

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "store/demo/demo.h"

/* What is done besides when it is made: under a name of its own. NULL: nothing. */
typedef bool demo_besides(struct store *s, struct err *e);

static inline void
demo_body_make(const char *directory, const struct demo_wish *wish, demo_besides *besides)
{
	struct err e = {0};
	struct store *s = store_create(directory, &e) ? store_open(directory, &e) : NULL;
	if (s == NULL || !demo_fill(s, wish, &e) || (besides != NULL && !besides(s, &e)))
		ck_abort_msg("%s", e.text);
	store_close(s);
}

static inline void
demo_body(const char *directory, const struct demo_wish *wish, demo_besides *besides)
{
	struct arena *a = arena_create();
	char *made = arena_printf(a, "%s/%lld-%.2f-%d", getenv("TENKEN_TEST_BODIES"),
		(long long)wish->now / 86400, wish->answered, besides != NULL);
	if (access(made, F_OK) != 0) {
		char *fresh = arena_printf(a, "%s.new", made);
		ck_assert_int_eq(system(arena_printf(a, "rm -rf %s && mkdir -p %s", fresh, fresh)), 0);
		demo_body_make(fresh, wish, besides);
		ck_assert_int_eq(rename(fresh, made), 0);
	}
	ck_assert_int_eq(system(arena_printf(a, "cp -r %s/. %s", made, directory)), 0);
	arena_destroy(a);
}

#endif
