#ifndef CLI_SHIPPED_H
#define CLI_SHIPPED_H

/* What the two commands that judge the questions share. */

#include "domain/questionnaire/questionnaire.h"

/* The directory of the shipped policy, scales and sets. */
const char *shipped_questionnaires(struct arena *a);

/* Says every fault as "file:line: sentence" on standard error; false, with one
 * sentence in e, when there are any. */
bool faults_say(const struct faults *f, struct err *e);

#endif
