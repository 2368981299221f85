#ifndef TESTS_DRAW_GOLDEN_H
#define TESTS_DRAW_GOLDEN_H

/* Compares the trace of a canvas with tests/golden/draw/NAME.txt, which was
 * written by hand from the layout's rules. */

#include <check.h>
#include <stdio.h>

#include "base/file.h"
#include "base/resource.h"
#include "draw/canvas.h"
#include "draw/trace.h"

static inline void
golden_check(const struct canvas *c, const char *name)
{
	char file[128], path[4096], *expected;
	snprintf(file, sizeof file, "tests/golden/draw/%s.txt", name);
	resource_path(file, path, sizeof path);
	size_t length;
	struct err e;
	ck_assert_msg(file_read(c->arena, path, &expected, &length, &e), "%s", path);
	struct buf trace = BUF_INIT;
	trace_write(c, &trace);
	ck_assert_str_eq(trace.data, expected);
	buf_free(&trace);
}

#endif
