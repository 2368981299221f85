#ifndef DOMAIN_QUESTIONNAIRE_QUESTIONNAIRE_H
#define DOMAIN_QUESTIONNAIRE_QUESTIONNAIRE_H

/*
 * A question set (設問セット, one YAML file) and its items (設問). One fact per
 * item, about an act or a record in a stated period, phrased so that ○ is good.
 * An item keeps its id for ever; a former wording stays in the same file under
 * `former`, with the last fiscal year it was used and whether the change was of
 * the wording only or of the meaning. The set of an older year is drawn from the
 * same file, and a trend line breaks exactly where the meaning changed.
 */

#include <stdbool.h>
#include <stddef.h>

#include "domain/organisation/flag.h"
#include "domain/policy/policy.h"
#include "domain/questionnaire/scale.h"
#include "yaml/yaml.h"

enum unit { /* who or what one sheet stands for: the denominator of its figures */
	UNIT_PERSON,
	UNIT_DEPARTMENT,
	UNIT_SYSTEM,
	UNIT_CONTRACT,
	UNIT_ACCOUNT,
	UNIT_FACILITY,
	UNIT_BODY,
	UNIT_ENGAGEMENT, /* audit checklists */
};

enum extra { EXTRA_NONE, EXTRA_DATE, EXTRA_NUMBER };

enum { CIA_C = 1, CIA_I = 2, CIA_A = 4 };

struct item {
	const char *id; /* "S611" */
	const struct clause *clause;
	const char *audience; /* ALL MGR SYS CON SNS FAC SEC AUD */
	const char *text, *help;
	const struct scale *scale;
	const struct choice *choices; /* of the scale, or of the knowledge question itself */
	size_t choice_count;
	const char *explanation; /* knowledge questions: shown after submission */
	const char *advice;      /* what to do after a ×; may be NULL */
	enum extra extra;
	int weight;    /* 1 basics, 2 key control, 3 leak or stoppage */
	bool priority; /* 重点 */
	struct condition when;
	const char *when_text;
	const struct clause **threats;
	size_t threat_count;
	unsigned cia;
	const char *const *evidence; /* examples of records */
	size_t evidence_count;
	int evidence_files;  /* how many files may be handed in with the answer; 0: none is asked for */
	const char *methods; /* audit: 閲・聞・観・技・突・抽 joined by ・ */
	int meaning;         /* grows with each change of meaning; equal numbers are comparable */
	bool reworded;       /* wording or meaning differs from the year before */
	int line;
};

/* Two answers of one sheet that cannot both hold (矛盾する組): whoever gives both has
 * not read one of the questions, or was not able to. */
struct pair {
	const struct item *item, *other;
	const char *const *answers, *const *against; /* codes; any one of each */
	size_t answer_count, against_count;
	const char *why;
};

struct questionnaire {
	const char *key;   /* "staff" */
	const char *title; /* 職員票 */
	const char *file;
	const char *edition; /* 令和8年度版 */
	const char *audience;
	const char *label;   /* 方針外（拡張） or "" */
	const char *purpose; /* shown above the form: what it is for and how it is used */
	enum unit unit;
	bool extension;  /* not derived from the policy */
	bool duty;       /* answered for an office, not about a person: never suppressed */
	bool concurrent; /* answered once, and counted in every department where the person has a post */
	int minutes;     /* how long it takes */
	struct condition when; /* departments that get the set at all */
	struct item *items;
	size_t count;
	const struct pair *pairs;
	size_t pair_count;
};

/* Reads and checks one file; year 0 is the newest wording (then nothing counts as
 * reworded, for there is no year before). NULL when f gained a fault; every fault
 * of the file is there, not only the first. name is what faults call the file. */
const struct questionnaire *questionnaire_load(
	const char *path, const struct policy *p, const struct scales *s, int year, struct faults *f);
const struct questionnaire *questionnaire_parse(const char *yaml, size_t length, const char *name,
	const struct policy *p, const struct scales *s, int year, struct faults *f);

/* The policy, the scales, the registers and every set that ship with the program, in the order
 * of the audiences; extensions and audit checklists last. Also checks what only
 * shows across files (an id used twice). NULL when f gained a fault. */
struct bank {
	const struct policy *policy;
	const struct scales *scales;
	const struct registers *registers; /* domain/organisation/register.h */
	const struct questionnaire **sets;
	size_t count;
	const char *policy_yaml, *scales_yaml; /* what the two were read from */
	size_t policy_length, scales_length;
};
const struct bank *bank_load(const char *directory, struct faults *f);
/* The same with other sets: everything else comes from directory. */
const struct bank *bank_load_sets(
	const char *directory, const char *const *paths, size_t count, struct faults *f);

enum { AUDIENCES = 8 };
extern const char *const audiences[AUDIENCES]; /* "ALL" … "AUD" */

bool questionnaire_is_audit(const struct questionnaire *q); /* asked by auditors, not a self-check */
bool questionnaire_teaches(const struct questionnaire *q); /* asks knowledge questions: has 答え合わせ */
const struct item *questionnaire_find(const struct questionnaire *q, const char *id);
bool item_takes_na(const struct item *i); /* 該当なし is among its choices */
bool item_applies(const struct item *i, flags_t department);
const struct choice *item_choice(const struct item *i, const char *code); /* NULL when unknown */

#endif
