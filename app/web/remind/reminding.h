#ifndef WEB_REMIND_REMINDING_H
#define WEB_REMIND_REMINDING_H

/* What the pages about reminders share. */

#include <string.h>

#include "store/remind/reminders.h"
#include "web/pages.h"

/* {{#before}}, {{#after}} with {{days}}, or {{#same}}. */
void show_rung_days(struct dict *d, int days);

void show_recipient(struct dict *d, enum rung_to to);   /* {{>rung_to}} */
void show_state(struct dict *d, enum reminder_state s); /* {{>reminder_state}} */

/* One {{#part}} a state that has people, with {{people}}. */
void show_counts(struct dict *d, const int64_t counts[REMINDER_STATES]);

/* The form for a rung (rung.tpl): all but whom to and the days, then each of these. Places are filled in by
 * the page. */
void rung_form_fill(struct dict *page, const struct rung *r, const struct err *complaint);
void rung_form_days(struct dict *page, int days);
void rung_form_recipient(struct dict *page, const char *key, bool selected);
void rung_form_read(struct call *c, struct rung *r); /* used, subject, text */
bool rung_form_read_days(struct call *c, int *out, struct err *e);

/* How many a wave would reach now, and how it would read for the first of them. Finding it goes
 * through everybody's sheets, so it is done in LANE_SHEETS. */
struct sample {
	struct wave wave;
	struct wave_reach reach;
	const char *subject, *text; /* subject NULL: nobody is reached */
};
bool sample_find(struct call *c, struct sample *s, struct err *e);
void show_sample(struct dict *page, const struct sample *s); /* {{>rung_sample}} */

#endif
