/* Drawing a sample for a line: from a register or from a list that is sent; and handing out the list, for
 * whoever draws it again with `tenken sample`. */
#include <string.h>

#include "base/day.h"
#include "base/number.h"
#include "base/words.h"
#include "domain/answer/evidence.h"
#include "store/audit/line_samples.h"
#include "store/files.h"
#include "store/register/registers.h"
#include "web/audit/checklist_page.h"
#include "web/audit/finding_page.h"
#include "web/form.h"
#include "web/pages.h"
#include "web/show.h"
#include "web/upload.h"

static void
units_fill(struct dict *d, const struct line_sample *s)
{
	for (size_t i = 0; i < s->count; i++) {
		struct dict *row = dict_add(d, "unit");
		show_number(row, "unit_place", (int64_t)i + 1);
		dict_set(row, "unit_key", s->units[i].key);
		dict_set(row, "unit_name", s->units[i].name);
		dict_set(row, "stratum", s->units[i].stratum);
		dict_set(row, "rank", s->units[i].rank);
	}
}

static void
sample_fill(struct call *c, struct dict *page, const struct line_sample *s)
{
	struct dict *d = dict_add(page, "sample");
	show_number(d, "sample_id", s->id);
	dict_set(d, "who", s->who);
	show_instant(d, c->arena, "at", s->at);
	dict_set(d, "source", s->source);
	show_number(d, "population", s->population);
	dict_set(d, "population_sha256", s->population_sha256);
	show_number(d, "size", s->size);
	dict_set(d, "method", s->method);
	dict_show(d, s->method);
	dict_set(d, "seed", s->seed);
	dict_set(d, "algorithm", s->algorithm);
	units_fill(d, s);
}

static void
form_fill(struct call *c, struct dict *page)
{
	const struct registers *r = store_bank(c->store)->registers;
	struct dict *d = dict_add(page, "draw");
	const char *method = form_text(c, "method"), *seed = form_text(c, "seed");
	char token[TOKEN_SIZE];
	token_make(token);
	for (size_t i = 0; i < r->count; i++) {
		struct dict *row = dict_add(d, "register_choice");
		dict_set(row, "value", r->kinds[i].key);
		dict_set(row, "register_title", r->kinds[i].title);
		dict_set(row, "selected",
			strcmp(form_text(c, "register"), r->kinds[i].key) == 0 ? "selected" : "");
	}
	dict_set(d, arena_printf(c->arena, "%s_selected", *method != '\0' ? method : "simple"), "selected");
	dict_set(d, "seed_typed", *seed != '\0' ? seed : arena_strndup(c->arena, token, 12));
	dict_set(d, "size_typed", form_text(c, "size"));
	dict_set(d, "whole_checked", form_has(c, "whole") ? "checked" : "");
}

bool
line_fill_samples(struct call *c, struct dict *page, const struct line *l, bool writable, struct err *e)
{
	struct line_sample *list;
	size_t count;
	if (!line_samples_list(c->db, c->arena, l->engagement_id, l->item, &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++)
		sample_fill(c, page, &list[i]);
	if (writable)
		form_fill(c, page);
	return true;
}

/* ---- drawing ------------------------------------------------------------------------------------- */

struct drawing {
	struct engagement_act act;
	struct engagement engagement;
	const char *item;
	struct sampling what;
	const char *list; /* as it is kept */
	size_t length;
	char digest[DIGEST_SIZE];
	int64_t id;
};

/* The entries that are there today: of the department, or of the whole body. */
static bool
register_read_population(struct call *c, struct drawing *d, const struct register_kind *kind,
	struct population *out, struct err *e)
{
	struct entries list;
	struct entry_filter filter = {.there = day_of_instant(c->now),
		.department_id = form_has(c, "whole") ? 0 : d->engagement.department_id};
	if (!entries_list(c->db, c->arena, kind, &filter, &list, e))
		return false;
	out->units = ARENA_ARRAY(c->arena, struct sampling_unit, list.count);
	for (; out->count < list.count; out->count++) {
		const struct entry *entry = &list.rows[out->count];
		out->units[out->count] = (struct sampling_unit){
			entry->texts[FIELD_KEY], entry->texts[FIELD_NAME], entry->department_name};
	}
	d->what.source = arena_printf(
		c->arena, "%s %s", kind->title, form_has(c, "whole") ? "" : d->engagement.department_name);
	return out->count > 0 || err_set(e, ERR_INPUT, _("the register has no entries to draw from"));
}

static const struct population *
list_parse(struct call *c, const char *data, size_t length, const char *name, struct err *e)
{
	struct faults f = {.arena = c->arena};
	const struct population *p = population_read(data, length, name, &f);
	if (p == NULL)
		err_set(e, ERR_INPUT, _("line %d: %s"), f.items[0].line, f.items[0].text);
	return p;
}

static bool
source_read(struct call *c, struct drawing *d, struct population *out, struct err *e)
{
	const struct http_field *file = form_file(c, "file");
	const struct register_kind *kind =
		register_find(store_bank(c->store)->registers, form_text(c, "register"));
	const struct population *p;
	if (file == NULL && kind == NULL)
		return err_set(e, ERR_INPUT, _("choose a register, or a file with the list"));
	if (file == NULL)
		return register_read_population(c, d, kind, out, e);
	d->what.source = evidence_name(c->arena, file->filename);
	if (d->what.source == NULL)
		return err_set(e, ERR_INPUT, _("the name of the file cannot be used"));
	if ((p = list_parse(c, file->value, file->length, d->what.source, e)) == NULL)
		return false;
	*out = *p;
	return true;
}

/* What is kept is what is drawn from: the list is written, and read again. */
static bool
population_find(struct call *c, struct err *e)
{
	struct drawing *d = c->state;
	struct population p = {0};
	struct buf list = BUF_INIT;
	if (!source_read(c, d, &p, e))
		return false;
	population_write(&p, &list);
	d->list = arena_strndup(c->arena, list.data, list.length);
	d->length = list.length;
	buf_free(&list);
	d->what.population = list_parse(c, d->list, d->length, "list.csv", e);
	d->what.list_digest = d->digest;
	return d->what.population != NULL;
}

static bool
draw_work(struct db *db, struct piece *p, struct err *e)
{
	struct drawing *d = p->with;
	return line_sample_draw(db, &d->act, d->item, &d->what, &d->id, e);
}

static void
after_draw(struct call *c, const struct err *failed)
{
	struct drawing *d = c->state;
	if (failed == NULL)
		page_redirect(c, "/audits/%lld/checklist/%s?done=sampled", (long long)d->act.engagement_id,
			d->item);
	else if (finding_refusal(failed))
		line_show(c, failed, NULL);
	else
		page_error(c, failed);
}

static void
after_find(struct call *c, const struct err *failed)
{
	struct drawing *d = c->state;
	if (failed != NULL)
		after_draw(c, failed);
	else
		web_write_file(c, d->list, d->length, d->digest, draw_work, d, after_draw);
}

static bool
wish_read(struct call *c, struct drawing *d, struct err *e)
{
	static const char *const names[] = {
		"revision", "register", "whole", "file", "size", "method", "seed", NULL};
	struct line l;
	unsigned actors;
	int64_t revision, size = 0;
	d->item = c->parts[1];
	if (!form_check(c, names, e) || !line_of_call(c, &d->engagement, &actors, &l, e))
		return false;
	if (!number_parse(form_text(c, "revision"), 1, INT32_MAX, &revision))
		return err_set(e, ERR_INPUT, _("the form has a field that does not belong to it"));
	d->act = (struct engagement_act){.arena = c->arena,
		.account_id = c->account.id,
		.now = c->now,
		.engagement_id = d->engagement.id,
		.revision = (int)revision};
	d->what.method = sampling_method_of(form_text(c, "method"));
	d->what.seed = form_text(c, "seed");
	if (d->what.method >= SAMPLING_METHODS)
		return err_set(e, ERR_INPUT, _("choose how the sample is drawn"));
	if (!number_parse(form_text(c, "size"), 1, SAMPLING_SIZE_MOST, &size))
		return err_set(e, ERR_INPUT, _("write how many units to draw, as a number"));
	d->what.size = (size_t)size;
	return true;
}

void
page_line_sample(struct call *c)
{
	struct err e = {0};
	struct drawing *d = ARENA_NEW(c->arena, struct drawing);
	c->state = d;
	if (wish_read(c, d, &e))
		web_slow(c, LANE_PAPER, population_find, after_find);
	else
		after_draw(c, &e);
}

/* ---- the list ------------------------------------------------------------------------------------ */

struct handing {
	struct line_sample sample;
	char *data;
	size_t length;
};

static bool
list_get(struct call *c, struct err *e)
{
	struct handing *h = c->state;
	return file_get(c->store, c->arena, h->sample.list_digest, &h->data, &h->length, e);
}

static void
after_get(struct call *c, const struct err *failed)
{
	struct handing *h = c->state;
	struct buf bytes = BUF_INIT;
	if (failed != NULL) {
		page_error(c, failed);
		return;
	}
	const char *name = arena_printf(c->arena, "%s-%lld.csv", h->sample.item, (long long)h->sample.id);
	buf_add(&bytes, h->data, h->length);
	page_file(c, file_type(name), name, &bytes);
	buf_free(&bytes);
}

void
page_line_sample_file(struct call *c)
{
	struct err e = {0};
	struct engagement g;
	struct line l;
	unsigned actors;
	int64_t id;
	struct handing *h = ARENA_NEW(c->arena, struct handing);
	c->state = h;
	bool found = line_of_call(c, &g, &actors, &l, &e) &&
		     (number_parse(c->parts[2], 1, INT64_MAX, &id) ||
			     err_set(&e, ERR_ABSENT, _("there is no such sample"))) &&
		     line_sample_find(c->db, c->arena, id, &h->sample, &e);
	if (found && (h->sample.engagement_id != g.id || strcmp(h->sample.item, l.item) != 0))
		found = err_set(&e, ERR_ABSENT, _("there is no such sample"));
	if (found)
		web_slow(c, LANE_PAPER, list_get, after_get);
	else
		page_error(c, &e);
}
