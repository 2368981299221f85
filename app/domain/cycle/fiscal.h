#ifndef DOMAIN_CYCLE_FISCAL_H
#define DOMAIN_CYCLE_FISCAL_H

/*
 * Fiscal years (年度, 1 April to 31 March) and dates in the Japanese era (和暦).
 * A fiscal year is kept as the western year it begins in; 2026 prints 令和8年度.
 * The state used 「令和元年度」 for the whole of fiscal 2019; 2018 is 平成30年度.
 * The names of the eras are words, so they come from the catalogue (words.h).
 */

#include "base/arena.h"
#include "base/day.h"

int fiscal_year_of(day_t d);
day_t fiscal_year_first(int year); /* 1 April */
day_t fiscal_year_last(int year);  /* 31 March of the next year */

const char *fiscal_year_name(struct arena *a, int year);  /* 令和8年度 */
const char *fiscal_year_mark(struct arena *a, int year);  /* R08, for document numbers */
const char *wareki_day(struct arena *a, day_t d);         /* 令和8年10月16日 */
const char *wareki_short(struct arena *a, day_t d);       /* R8.10.16 */
const char *wareki_instant(struct arena *a, instant_t t); /* 令和8年10月16日 14時03分 */

#endif
