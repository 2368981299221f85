#ifndef DOMAIN_QUESTIONNAIRE_QUESTIONNAIRE_SCHEMA_H
#define DOMAIN_QUESTIONNAIRE_QUESTIONNAIRE_SCHEMA_H

/*
 * A question set as it is written. What is missing is NULL or 0 and is complained
 * about with the item's id (item.c), not by the door. Known to questionnaire.c,
 * item.c and former.c only.
 */

#include "domain/questionnaire/questionnaire.h"
#include "domain/questionnaire/wording.h"

enum change { CHANGE_WORDING = 1, CHANGE_MEANING };
enum set_kind { SET_PERSONAL = 1, SET_DUTY };
enum set_concurrent { CONCURRENT_MAIN = 1, CONCURRENT_EACH };

struct raw_former {
	int until;
	enum change change;
	const char *text, *scale;
	int line;
};

struct raw_item {
	const char *id, *clause, *audience, *text, *scale, *when, *cia, *help, *advice, *methods,
		*explanation;
	enum extra extra;
	int weight, answer, evidence_files;
	bool priority;
	const char **threats, **evidence, **choices;
	size_t threats_count, evidence_count, choices_count;
	struct raw_former *former;
	size_t former_count;
	int line;
};

struct raw_pair {
	const char *item, *other, *why;
	const char **answers, **against;
	size_t answers_count, against_count;
	int line;
};

struct raw_set {
	const char *key, *title, *edition, *audience, *label, *when, *purpose;
	int unit; /* enum unit + 1 */
	enum set_kind kind;
	enum set_concurrent concurrent;
	bool extension;
	int minutes;
	struct raw_item *items;
	size_t items_count;
	struct raw_pair *pairs;
	size_t pairs_count;
	int line;
};

extern const struct cyaml_schema_value questionnaire_schema; /* struct raw_set */

/* What an item is read with. */
struct reading {
	struct questionnaire *q;
	const struct policy *policy;
	const struct scales *scales;
	int year;
	struct place at;
};

void item_take(struct reading *r, const struct raw_item *raw);
/* Looks up a scale; NULL and a fault when there is none. */
const struct scale *scale_named(const struct reading *r, const struct place *at, const char *key);
void condition_take(const struct place *at, const char *text, struct condition *c);
/* Gives the item the wording, scale and meaning of the year that is read. */
void former_take(const struct reading *r, const struct raw_item *raw, struct item *i);
/* The pairs of contradicting answers, once every item is there. */
void pairs_take(struct reading *r, const struct raw_set *raw);

#endif
