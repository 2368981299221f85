#ifndef DOMAIN_KEEP_RETENTION_H
#define DOMAIN_KEEP_RETENTION_H

/*
 * How long a record is kept (保存期間). Its class is a number of years, for ever
 * (永年), or as long as it is in use (常用). Years are counted from 起算日, the first
 * day of the fiscal year after the one in which the matter was completed, as the
 * filing rules of water authorities count them; so 満了日, the last day on which the
 * record must be there, is always a 31 March. What is not completed is not counted.
 */

#include <stdbool.h>
#include <stddef.h>

#include "base/day.h"

enum { RETENTION_EVER = -1, RETENTION_IN_USE = 0 };

enum { RETENTION_CLASSES = 6 };
extern const int retention_classes[RETENTION_CLASSES]; /* that a body may choose, the shortest first */

const char *retention_class_key(int years); /* "1" … "30", "ever", "use" */
bool retention_class_parse(const char *key, int *years);

struct retention {
	bool counting, endless; /* counting: the matter is completed */
	day_t starts, expires;  /* 起算日 while counting; 満了日 while not endless either */
};

struct retention retention_count(int years, day_t completed); /* completed 0: not yet */
struct retention retention_longest(struct retention a, struct retention b);
bool retention_expired(const struct retention *r, day_t today); /* it may be disposed of */

#endif
