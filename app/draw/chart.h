#ifndef DRAW_CHART_H
#define DRAW_CHART_H

/*
 * Charts, drawn once for page and paper. Values are tenths of a percent; a value
 * that is absent or withheld is a struct shown with its mark (「－」 or 「※」)
 * instead of a number. Words (labels, titles, marks) come from the caller.
 */

#include <stdbool.h>
#include <stddef.h>

#include "draw/canvas.h"

struct shown {
	bool known;
	int tenths;       /* 784 is 78.4 */
	const char *mark; /* when not known */
};

struct series {
	const char *name;
	const struct shown *values;
};

struct chart_words {
	const char *title, *description, *unit; /* unit e.g. "%" */
};

/* Radar, at most nine axes, two series: the first solid with ●, the second dashed
 * with ○; the number is printed at each vertex of the first. */
struct canvas *chart_radar(struct arena *a, double width, const struct chart_words *w,
	const char *const *axes, size_t axis_count, const struct series *series, size_t series_count);

/* One horizontal bar a row, cut into parts; the count stands in or beside each
 * part; notes (n, NA) at the right end. */
struct bar {
	const char *label;
	const unsigned *parts; /* part_count of them */
	const char *note;
	const char *mark; /* not NULL: nothing is drawn but the mark */
};
struct part {
	const char *name;
	struct ink ink;
};
struct canvas *chart_bars(struct arena *a, double width, const struct chart_words *w,
	const struct part *parts, size_t part_count, const struct bar *bars, size_t bar_count);

/* Department × measure with the number in each cell; shade follows the value, and
 * a cell below `alarm` tenths has a heavy frame. cells is row-major. */
struct canvas *chart_heat(struct arena *a, double width, const struct chart_words *w, const char *const *rows,
	size_t row_count, const char *const *columns, size_t column_count, const struct shown *cells,
	int alarm);

/* Lines over years; broken where breaks[i] says that year i cannot be compared
 * with year i − 1. */
struct canvas *chart_trend(struct arena *a, double width, const struct chart_words *w,
	const char *const *years, size_t year_count, const bool *breaks, const struct series *series,
	size_t series_count);

/* Progress: one bar a row from 0 to whole, "12 / 18" and percent in words. */
struct progress {
	const char *label;
	unsigned done, whole;
	const char *text;
};
struct canvas *chart_progress(struct arena *a, double width, const struct chart_words *w,
	const struct progress *rows, size_t count);

#endif
