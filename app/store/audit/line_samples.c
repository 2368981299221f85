#include "store/audit/line_samples.h"

#include "base/fits.h"
#include "base/words.h"
#include "store/audit/line_inside.h"

#define SAMPLE_COLUMNS                                                                                       \
	"SELECT s.id, s.engagement_id, s.item, s.who, s.at, s.source, s.list_digest, s.population_sha256,"   \
	" s.population, s.size, s.method, s.seed, s.algorithm FROM line_sample s "

static struct line_sample
sample_read(struct rows *r, struct arena *a)
{
	return (struct line_sample){.id = row_int(r, 0),
		.engagement_id = row_int(r, 1),
		.item = row_text(r, 2, a),
		.who = row_text(r, 3, a),
		.at = row_int(r, 4),
		.source = row_text(r, 5, a),
		.list_digest = row_text(r, 6, a),
		.population_sha256 = row_text(r, 7, a),
		.population = row_int(r, 8),
		.size = row_int(r, 9),
		.method = row_text(r, 10, a),
		.seed = row_text(r, 11, a),
		.algorithm = row_text(r, 12, a)};
}

SQL(list_sample_units,
	"SELECT key, name, stratum, rank FROM line_sample_unit WHERE sample_id = $1 ORDER BY ord");

static bool
units_read(struct db *db, struct arena *a, struct line_sample *s, struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, list_sample_units, "i", s->id))
		return false;
	while (rows_next(&r)) {
		s->units = ARENA_PUSH(a, s->units, s->count);
		s->units[s->count++] = (struct sampled_unit){
			row_text(&r, 0, a), row_text(&r, 1, a), row_text(&r, 2, a), row_text(&r, 3, a)};
	}
	return rows_end(&r, e);
}

SQL(list_samples, SAMPLE_COLUMNS "WHERE s.engagement_id = $1 AND ($2 IS NULL OR s.item = $2) ORDER BY s.id");

bool
line_samples_list(struct db *db, struct arena *a, int64_t engagement_id, const char *item,
	struct line_sample **out, size_t *count, struct err *e)
{
	struct rows r;
	*out = NULL;
	*count = 0;
	if (!db_query(db, &r, e, list_samples, "is", engagement_id, item))
		return false;
	while (rows_next(&r)) {
		*out = ARENA_PUSH(a, *out, *count);
		(*out)[(*count)++] = sample_read(&r, a);
	}
	bool ok = rows_end(&r, e);
	for (size_t i = 0; ok && i < *count; i++)
		ok = units_read(db, a, &(*out)[i], e);
	return ok;
}

SQL(find_sample, SAMPLE_COLUMNS "WHERE s.id = $1");

bool
line_sample_find(struct db *db, struct arena *a, int64_t id, struct line_sample *out, struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, find_sample, "i", id))
		return false;
	bool found = rows_next(&r);
	if (found)
		*out = sample_read(&r, a);
	if (!rows_end(&r, e))
		return false;
	return found ? units_read(db, a, out, e) : err_set(e, ERR_ABSENT, _("there is no such sample"));
}

/* ---- drawing ------------------------------------------------------------------------------------- */

SQL(insert_sample,
	"INSERT INTO line_sample (engagement_id, item, at, account_id, who, source, list_digest, population,"
	" population_sha256, size, method, seed, algorithm) SELECT $1, $2, $3, $4, coalesce(p.name, u.login),"
	" $5, $6, $7, $8, $9, $10, $11, $12 FROM account u LEFT JOIN person p ON p.id = u.person_id"
	" WHERE u.id = $4 RETURNING id");
SQL(insert_sample_unit, "INSERT INTO line_sample_unit (sample_id, ord, key, name, stratum, rank)"
			" VALUES ($1, $2, $3, $4, $5, $6)");

static bool
sample_insert(struct db *db, const struct engagement_act *x, const char *item, const struct sampling *s,
	const struct sample_drawn *drawn, int64_t *id, struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, insert_sample, "isiissisisss", x->engagement_id, item, x->now, x->account_id,
		    s->source, s->list_digest, (int64_t)s->population->count, drawn->population_digest,
		    (int64_t)s->size, sampling_method_key(s->method), s->seed, SAMPLING_ALGORITHM))
		return false;
	*id = rows_next(&r) ? row_int(&r, 0) : 0;
	if (!rows_end(&r, e))
		return false;
	for (size_t i = 0; i < drawn->count; i++) {
		const struct sampling_unit *u = drawn->units[i];
		if (!db_exec(db, e, insert_sample_unit, "iissss", *id, (int64_t)i, u->key, u->name,
			    u->stratum, drawn->ranks != NULL ? drawn->ranks[i] : ""))
			return false;
	}
	return true;
}

bool
line_sample_draw(struct db *db, const struct engagement_act *x, const char *item, const struct sampling *s,
	int64_t *id, struct err *e)
{
	struct engagement g;
	struct line l;
	struct sample_drawn drawn;
	if (!line_act_begin(db, x, item, &g, &l, e) ||
		!sample_draw(x->arena, s->population, s->method, s->size, s->seed, &drawn, e))
		return false;
	const char *said =
		arena_printf(x->arena, "%s %zu / %zu", s->source, drawn.count, s->population->count);
	return line_fits(s->seed, _("seed"), SAMPLING_SEED_MOST, false, e) &&
	       line_fits(s->source, _("name"), SAMPLE_SOURCE_MOST, false, e) &&
	       line_touch(db, x, &g, &l, e) && sample_insert(db, x, item, s, &drawn, id, e) &&
	       line_act_add(db, x, &g, item, l.revision, "sample_drawn", said, e);
}
