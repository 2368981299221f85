#ifndef WEB_SHOW_H
#define WEB_SHOW_H

/* Values that many pages show alike, put into a dict under a given name. */

#include "base/day.h"
#include "domain/organisation/flag.h"
#include "store/sheet/sheets.h"
#include "view/view.h"
#include "web/web.h"
#include "yaml/yaml.h"

const char *day_words(struct arena *a, day_t day); /* 令和8年10月16日（金） */
const char *day_value(struct arena *a, day_t day); /* of a date field: 2026-10-16; 0: "" */
void show_day(struct dict *d, struct arena *a, const char *name, day_t day); /* 令和8年10月16日（金） */
void show_instant(struct dict *d, struct arena *a, const char *name,
	instant_t at); /* 令和8年10月16日 14時03分; 0: "" */

/* due, and one of days_left (with days), due_today, overdue. */
void show_due(struct dict *d, struct arena *a, day_t due, instant_t now);

/* One turn of {{#flag}} per flag, with its key and its words. */
void show_flags(struct dict *d, flags_t flags);

/* {{#faults}} with one {{#fault}} a line. */
void show_faults(struct dict *d, const struct faults *f);

/* Lists a page at a time: ?page=, from 1, which it is for whatever else was sent. A second list
 * on the page has another name. */
int64_t list_page(struct call *c);
int64_t list_page_named(struct call *c, const char *name);
void show_pages(struct dict *d, int64_t page, bool more); /* {{#earlier}} and {{#later}} with {{page}} */

/* {{>NAME}}: the word for a state of a cycle, and the chips of a sheet's. */
void show_cycle_state(struct dict *d, const char *name, enum cycle_state s);
void show_sheet_state(struct dict *d, const char *name, const struct sheet *s);

/* {{#was_typed}} with {{>typed}}: from paper, by whom, when, and of which day. Others learn of no other time
 * than the one they are told (store/sheet/sheets.h): whole is for whoever answers, and the secretariat. */
void show_typed(struct dict *d, struct arena *a, const struct sheet *s, bool whole);

/* What the sheet stands for: {{unit_name}}, in {{#of_unit}} unless it is whoever answers it, or
 * {{#whole_body}}. */
void show_unit(struct dict *d, const struct sheet *s);

/* What one sheet of a set stands for, as a counter beside a number: 人, システム. */
const char *unit_word(enum unit unit);

void show_number(struct dict *d, const char *name, int64_t number);

/* {{>hints}}: what in a text deserves a second look (domain/questionnaire/hints.h), a tag each. */
void show_hints(struct dict *d, unsigned hints);

#endif
