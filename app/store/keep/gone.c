#include "store/keep/gone.h"

#include <string.h>

#include "base/words.h"
#include "domain/cycle/fiscal.h"
#include "store/audit/engagements.h"
#include "store/audit/findings.h"

SQL(find_gone, "SELECT x.year, x.serial, coalesce(d.done_at, 0) FROM disposal_record x"
	       " JOIN disposal d ON d.id = x.disposal_id WHERE x.kind = $1 AND x.record_id = $2"
	       " ORDER BY d.id DESC LIMIT 1");

bool
gone_find(struct db *db, struct arena *a, const char *kind, int64_t id, struct gone *out, bool *found,
	struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, find_gone, "si", kind, id))
		return false;
	*found = rows_next(&r);
	if (*found) {
		int year = (int)row_int(&r, 0), serial = (int)row_int(&r, 1);
		*out = (struct gone){
			.number =
				strcmp(kind, "findings") == 0
					? finding_number(a, &(struct finding){.year = year, .serial = serial})
					: engagement_number(
						  a, &(struct engagement){.year = year, .serial = serial}),
			.done_at = row_int(&r, 2)};
	}
	return rows_end(&r, e);
}

bool
gone_refuse(struct db *db, struct arena *a, const char *kind, int64_t id, struct err *e)
{
	struct gone gone;
	bool found;
	if (e->kind != ERR_ABSENT || !gone_find(db, a, kind, id, &gone, &found, e) || !found)
		return false;
	if (gone.done_at == 0)
		return err_set(
			e, ERR_GONE, _("the time of %s is over: it is being disposed of"), gone.number);
	return err_set(e, ERR_GONE, _("the time of %s was over: it was disposed of on %s"), gone.number,
		wareki_day(a, day_of_instant(gone.done_at)));
}

SQL(count_gone, "SELECT EXISTS (SELECT 1 FROM disposal_record WHERE kind = $1 AND year = $2)");

bool
gone_of_year(struct db *db, const char *kind, int year, bool *out, struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, count_gone, "si", kind, (int64_t)year))
		return false;
	*out = rows_next(&r) && row_int(&r, 0) != 0;
	return rows_end(&r, e);
}
