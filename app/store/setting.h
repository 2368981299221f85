#ifndef STORE_SETTING_H
#define STORE_SETTING_H

/*
 * What the body decides: its name, addressee, approval boxes, labels, k. The
 * shipped values are words, so they stand in reports/settings.yaml; the table
 * `setting` holds what was changed.
 */

#include "base/arena.h"
#include "db/db.h"

enum setting_kind {
	SETTING_TEXT,
	SETTING_NUMBER,
	SETTING_LIST,  /* one entry a line */
	SETTING_CHOICE /* one of a few, by its key */
};

struct setting_choice {
	const char *key, *title;
};

struct setting {
	const char *key, *title, *help, *value;
	enum setting_kind kind;
	int least, most; /* numbers */
	const struct setting_choice *choices;
	size_t choice_count;
};

/* All settings in the order of the file, with their present values. */
bool settings_list(struct db *db, struct arena *a, struct setting **out, size_t *count, struct err *e);
const char *setting_text(struct db *db, struct arena *a, const char *key); /* never NULL; "" for unknown */
int setting_number(struct db *db, const char *key);
bool setting_save(struct db *db, const char *key, const char *value,
	struct err *e); /* checks kind and bounds; line ends become \n */

enum { SETTING_TEXT_MOST = 200, SETTING_LINES_MOST = 20 }; /* code points of a line; lines of a list */

#endif
