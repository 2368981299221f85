/* A whole register from a file: judged, compared, carried out. */
#include <string.h>

#include "base/buf.h"
#include "domain/cycle/fiscal.h"
#include "store/register/registers.h"

struct register_import *
register_read(struct db *db, struct arena *a, const struct register_kind *kind, const char *data,
	size_t length, const char *name, instant_t now, struct faults *f, struct err *e)
{
	const struct entry_filter all = {0};
	const day_t today = day_of_instant(now);
	struct reference_source source = {db, today, e};
	struct references refs = references_of(&source);
	struct register_import *i = ARENA_NEW(a, struct register_import);
	size_t faults = f->count;
	i->kind = kind;
	i->after = entries_parse(kind, data, length, name, f);
	if (i->after == NULL || !entries_list(db, a, kind, &all, &i->before, e))
		return NULL;
	/* As of a new department, so that it is there on the base date of this year's cycle. */
	entries_fill(a, kind, &i->before, i->after, fiscal_year_first(fiscal_year_of(today)));
	err_clear(e);
	entries_check(kind, i->after, &refs, name, f);
	if (f->count > faults || e->kind != ERR_NONE)
		return NULL;
	i->count = entries_compare(a, kind, &i->before, i->after, today, &i->list);
	for (size_t k = 0; k < i->count; k++)
		i->counts[i->list[k].change]++;
	return i;
}

void
entries_digest(const struct register_kind *kind, const struct entries *list, char out[DIGEST_SIZE])
{
	struct buf b = BUF_INIT;
	for (size_t i = 0; i < list->count; i++)
		for (size_t k = 0; k < kind->count; k++) {
			buf_adds(&b, list->rows[i].texts[k]);
			buf_addc(&b, k + 1 < kind->count ? '\t' : '\n');
		}
	digest_of(b.data, b.length, out);
	buf_free(&b);
}

bool
register_apply(struct db *db, struct arena *a, const struct register_import *i, const char *file,
	bool end_gone, struct acting by, struct err *e)
{
	day_t yesterday = day_of_instant(by.now) - 1;
	for (size_t k = 0; k < i->count; k++) {
		const struct entry_difference *d = &i->list[k];
		bool done = d->change == REGISTER_NEW       ? entry_add(db, a, i->kind, d->after, by, e)
			    : d->change == REGISTER_CHANGED ? entry_save(db, a, i->kind, d->after, by, e)
			    : !end_gone                     ? true
					: entry_end(db, a, i->kind, d->before->texts[FIELD_KEY], yesterday,
						  by, e);
		if (!done)
			return false;
	}
	return event_add(db, by.now, by.account_id, "register_imported", file,
		arena_printf(a, "%s +%zu *%zu -%zu", i->kind->title, i->counts[REGISTER_NEW],
			i->counts[REGISTER_CHANGED], end_gone ? i->counts[REGISTER_GONE] : 0),
		e);
}
