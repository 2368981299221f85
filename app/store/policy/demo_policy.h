#ifndef STORE_POLICY_DEMO_POLICY_H
#define STORE_POLICY_DEMO_POLICY_H

#include "store/store.h"

/* The two editions of the policy that the fictional body has (questionnaires/demo/policy-*.md), imported
 * by its secretariat. Outside any piece. */
bool demo_policy(struct store *s, struct arena *a, instant_t now, struct err *e);

#endif
