#ifndef DRAW_LEGEND_H
#define DRAW_LEGEND_H

/* The key above a chart, and the looks of the series it names: colour, dash and
 * marker differ together, so that each alone suffices. */

#include "draw/chart.h"

struct pen series_pen(size_t series);
void series_marker(struct canvas *c, size_t series, double x, double y);

/* Both return the height they took, 0 for nothing. */
double legend_series(struct canvas *c, const struct series *series, size_t count);
double legend_parts(struct canvas *c, const struct part *parts, size_t count);

#endif
