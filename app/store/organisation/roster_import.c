#include "store/organisation/roster_import.h"

#include <string.h>

#include "base/buf.h"
#include "base/words.h"
#include "domain/cycle/fiscal.h"
#include "store/event.h"

void
roster_digest(struct arena *a, const struct roster *present, char out[DIGEST_SIZE])
{
	struct buf b = BUF_INIT;
	for (size_t i = 0; i < present->count; i++) {
		for (int k = 0; k < ROSTER_COLUMNS; k++)
			buf_addf(&b, "%s\t", roster_text(a, &present->rows[i], k));
		buf_addf(&b, "\n");
	}
	digest_of(b.data, b.length, out);
	buf_free(&b);
}

bool
roster_import_wanted(struct db *db, const struct roster_import *w, bool *any, struct err *e)
{
	struct roster today;
	struct roster_difference *list;
	char digest[DIGEST_SIZE];
	if (!roster_current(db, w->arena, w->day, &today, e))
		return false;
	roster_digest(w->arena, &today, digest);
	*any = roster_compare(w->arena, &today, w->roster, &list) > 0; /* else it was sent twice */
	return !*any || strcmp(digest, w->people) == 0 ||
	       err_set(e, ERR_CONFLICT,
		       _("the people have changed since the roster was compared; choose the file again"));
}

bool
roster_import_record(struct db *db, const struct roster_import *w, struct err *e)
{
	return event_add(db, w->now, w->account_id, "roster_imported", w->name,
		arena_printf(
			w->arena, _("%zu people as of %s"), w->roster->count, wareki_day(w->arena, w->day)),
		e);
}

bool
roster_import_apply(struct db *db, const struct roster_import *w, struct err *e)
{
	bool any;
	return roster_import_wanted(db, w, &any, e) &&
	       (!any || (roster_apply(db, w->arena, w->roster, w->day, w->now, e) &&
				roster_import_record(db, w, e)));
}
