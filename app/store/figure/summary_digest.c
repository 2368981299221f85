#include "store/figure/summary_digest.h"

#include "base/buf.h"

SQL(digest_tallies, "SELECT set_key, department_id, item, s0, s1, s2, s3, s4, na, unknown, n0, n1, n2, n3, n4"
		    " FROM tally WHERE cycle_id = $1 ORDER BY set_key, department_id, item");
SQL(digest_progress,
	"SELECT set_key, department_id, asked, drafts, submitted, late, returned, confirmed, excluded"
	" FROM progress WHERE cycle_id = $1 ORDER BY set_key, department_id");

static bool
rows_add(struct db *db, const char *sql, int64_t cycle_id, int columns, struct buf *out, struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, sql, "i", cycle_id))
		return false;
	while (rows_next(&r)) {
		for (int i = 0; i < columns; i++)
			buf_addf(out, "%s%s", i > 0 ? "\t" : "", row_peek(&r, i, NULL));
		buf_addc(out, '\n');
	}
	return rows_end(&r, e);
}

bool
summary_digest(struct db *db, int64_t cycle_id, char out[DIGEST_SIZE], struct err *e)
{
	enum { TALLY_COLUMNS = 15, PROGRESS_COLUMNS = 9 };
	struct buf text = BUF_INIT;
	bool ok = rows_add(db, digest_tallies, cycle_id, TALLY_COLUMNS, &text, e) &&
		  rows_add(db, digest_progress, cycle_id, PROGRESS_COLUMNS, &text, e);
	if (ok)
		sha256_of(text.data != NULL ? text.data : "", text.length, out);
	buf_free(&text);
	return ok;
}
