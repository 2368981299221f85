#ifndef DOMAIN_QUESTIONNAIRE_SCALE_H
#define DOMAIN_QUESTIONNAIRE_SCALE_H

/*
 * Answer scales (questionnaires/scales.yaml). A choice has a code that is stored
 * (ASCII), a label and a mark that people see, points from 0 to 100, and whether
 * it counts as 実施. 分からない is a choice of its own, worth 0 and counted in the
 * denominator; 該当なし is outside it.
 *
 *	Q4  ○ △ × 該当なし 分からない      YN  はい いいえ 分からない
 *	FQ  いつも ほとんど ときどき しない    M5  maturity 1–5
 *	KQ  knowledge, the choices stand in the item      J6  audit judgement
 *	TXT free text, not scored
 */

#include <stdbool.h>
#include <stddef.h>

#include "yaml/yaml.h"

enum choice_role { CHOICE_SCORED, CHOICE_UNKNOWN, CHOICE_NA };

struct choice {
	const char *code; /* "yes", "partly", "no", "na", "unknown", "m1", "k1" */
	const char *label, *mark;
	enum choice_role role;
	int points;  /* 0–100 */
	bool done;   /* counts as 実施 */
	bool partly; /* counts in 一部実施を含む率 though not 実施 */
	bool reason; /* a reason must be given */
	int slot;    /* 0–4 among the scored ones: its counter in a tally; −1 otherwise */
};

enum { CHOICE_SLOTS = 5, CHOICE_MOST = 7 };

struct scale {
	const char *key, *title;
	struct choice *choices; /* KQ and TXT have none */
	size_t count;
	bool knowledge, text;
	int line;
};

/* How an auditor looks (監査の方法): one sign, joined by ・ in an item. */
struct method {
	const char *key, *title; /* 閲, 文書閲覧 */
};

struct scales {
	struct scale *items;
	size_t count;
	struct method *methods;
	size_t method_count;
};

/* Everything lives in f->arena. Returns NULL when f gained a fault. */
const struct scales *scales_load(const char *path, struct faults *f);
const struct scales *scales_parse(const char *yaml, size_t length, const char *name, struct faults *f);
const struct scale *scale_find(const struct scales *s, const char *key);

#endif
