#ifndef STORE_CYCLE_CYCLE_SETTINGS_H
#define STORE_CYCLE_CYCLE_SETTINGS_H

/*
 * The settings a cycle's papers and pages show: today's while its figures may still
 * move; as they were when the figures became final ever after.
 */

#include "store/cycle/cycles.h"
#include "store/setting.h"

/* Keeps all of them for a cycle that has just become final; inside that piece. */
bool cycle_settings_keep(struct db *db, int64_t cycle_id, struct err *e);

const char *cycle_setting_text(
	struct db *db, struct arena *a, const struct cycle *c, const char *key); /* never NULL */
int cycle_setting_number(struct db *db, const struct cycle *c, const char *key);

#endif
