#ifndef STORE_DEMO_DEMO_WORDS_H
#define STORE_DEMO_DEMO_WORDS_H

/* questionnaires/demo/body.yaml as it is read, and what the demo_*.c files share. */

#include "domain/answer/answers.h"
#include "store/demo/demo.h"

struct demo_name {
	const char *name, *kana;
};

struct demo_department {
	const char *key, *name, *kind, *flags, *after;
	int regular, temporary;
	int from, until; /* fiscal years; 0: always */
};

struct demo_named {
	const char *login, *department;
	int place;
	const char **roles;
	unsigned roles_count;
};

struct demo_further {
	const char *prefix, *suffix, *flags;
};

struct demo_na {
	const char *key, *text; /* key: domain/answer/na.h */
};

struct demo_reasons {
	const char **no, **partly;
	struct demo_na *na;
	unsigned no_count, partly_count, na_count;
};

struct demo_habit { /* how many percent of those who answer a question … */
	const char *id;
	int na, unknown, best, comment;
	int until; /* the last fiscal year; 0: every one */
};

struct demo_habits {
	int alike, hurried; /* percent of the people */
	int seconds;        /* it takes the others, half as long to twice as long */
	const char **unasked;
	struct demo_habit *items;
	unsigned unasked_count, items_count;
};

struct demo_words {
	const char *title, *edition, *approver,
		*left_open; /* left_open: why a year went on without everyone */
	const char **sets, **kinds, **remarks;
	unsigned sets_count, kinds_count, remarks_count;
	struct demo_department *departments;
	unsigned departments_count;
	struct demo_further further;
	struct demo_named *accounts;
	unsigned accounts_count;
	struct demo_reasons reasons;
	struct demo_habits habits;
	struct demo_name *surnames, *given;
	unsigned surnames_count, given_count;
};

extern const struct cyaml_schema_value demo_schema;

const struct demo_words *demo_words_load(struct arena *a, struct err *e);
unsigned demo_roles(const struct demo_named *n);

uint64_t demo_mix(uint64_t x); /* the same large number for the same x */

/* Departments, people and accounts as they stood in the first year. */
bool demo_people(struct db *db, struct arena *a, const struct demo_words *w, const struct demo_wish *wish,
	struct err *e);
/* What changes on the first day of a fiscal year. */
bool demo_reorganise(struct db *db, struct arena *a, const struct demo_words *w, int year, struct err *e);

/* One respondent's answers to the first `count` items of a set. */
struct demo_respondent {
	uint64_t seed;
	double level; /* how much is done, 0 to 1 */
	flags_t flags;
	int year;
	bool alike;   /* answers the best everywhere */
	int seconds; /* takes so long */
};
struct answers demo_answers(struct arena *a, const struct demo_words *w, const struct questionnaire *q,
	const struct demo_respondent *r, size_t count);

#endif
