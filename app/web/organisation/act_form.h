#ifndef WEB_ORGANISATION_ACT_FORM_H
#define WEB_ORGANISATION_ACT_FORM_H

/*
 * Pages about one thing with several small forms, each an act that changes it from a
 * day on: POST ADDRESS/NAME. What is refused shows the page again with the complaint
 * at its form and everything as it was typed. Each act is recorded as an event.
 */

#include "store/organisation/departments.h"
#include "view/view.h"
#include "web/web.h"

enum { ACT_FIELDS = 12 };

enum act_type {
	ACT_LINE,
	ACT_PAST,       /* a day that has come */
	ACT_DAY,        /* any day */
	ACT_DEPARTMENT, /* the code of a department, offered as a list */
	ACT_KIND,       /* of a department */
};

struct act_field {
	const char *key, *title; /* the title goes through _() */
	enum act_type type;
	bool must;
	int most; /* characters; 0: as many as a name has */
};

struct act_run {
	struct arena *arena;
	const struct act *act;
	const struct bank *bank;
	int64_t subject_id;
	const char *subject;            /* what the event is about */
	const char *values[ACT_FIELDS]; /* as typed, in the order of the act's fields */
	day_t days[ACT_FIELDS];         /* of the fields that are days; 0: left empty */
	struct decision by;             /* its day is the first field's */
};

struct act {
	const char *name; /* in the address and of the form; "" posts to ADDRESS itself */
	const char *title, *help;
	const char *event;
	bool (*work)(struct db *db, struct act_run *w, struct err *e);
	struct act_field fields[ACT_FIELDS];
};

struct acts {
	const struct act *list;
	size_t count;
};

/* What a form shows before anything was typed; act NULL ends the table. */
struct act_usual {
	const char *act, *field, *value;
};

struct act_refusal {
	const struct act *act;
	const struct err *why;
};

/* The page of the thing; NULL when nothing was refused. */
typedef void act_page(struct call *c, const struct act_refusal *refused);

/* {{>acts}}: the forms; {{#done}} with {{act_title}} after one was carried out. */
bool acts_fill(struct call *c, struct dict *page, struct acts acts, const char *address,
	const struct act_usual *usual, const struct act_refusal *refused, struct err *e);

/* Carries out the act of that name, then goes to the address with ?done=NAME. */
void act_post(struct call *c, struct acts acts, const char *name, const struct act_run *subject,
	const char *address, act_page *page);

/* The status of a page on which an act was refused, or was not. */
int act_status(const struct act_refusal *refused);

const char *department_kind_word(const char *kind);

#endif
