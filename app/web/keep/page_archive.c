/* Writing a closed year out, and the paper with its seal. */
#include "web/pages.h"

#include <inttypes.h>

#include "base/number.h"
#include "base/words.h"
#include "domain/cycle/fiscal.h"
#include "domain/keep/manifest.h"
#include "store/files.h"
#include "store/keep/archives.h"
#include "web/form.h"
#include "web/show.h"
#include "work/archive_job.h"

enum { KILO = 1024 };

static void
fill_archive(struct call *c, struct dict *d, const struct archive *x)
{
	char shown[SEAL_SHOWN_SIZE];
	seal_show(x->seal, shown);
	show_number(d, "archive_id", x->id);
	dict_set(d, "seal", shown);
	show_number(d, "edition", x->edition);
	dict_setf(d, "size", "%" PRId64 " KB", (x->size + KILO - 1) / KILO);
	dict_show(d, x->sheets ? "with_sheets" : "without_sheets");
	dict_show(d, x->evidence ? "with_evidence" : "without_evidence");
	if (x->digest != NULL)
		show_number(dict_add(d, "here"), "archive_id", x->id);
	else
		dict_show(d, "elsewhere");
	show_instant(d, c->arena, "written_at", x->written_at);
	dict_set(d, "who", x->who);
	if (*x->who == '\0')
		dict_show(d, "by_command");
}

bool
cycle_fill_archives(struct call *c, struct dict *page, const struct cycle *cycle, struct err *e)
{
	struct archive *list;
	size_t count;
	if (!cycle_final(cycle->state))
		return true;
	if (!archives_of_cycle(c->db, c->arena, cycle->id, &list, &count, e))
		return false;
	struct dict *d = dict_add(page, "archiving");
	dict_show(d, cycle->state == CYCLE_ENDED ? "may_archive" : "not_ended");
	for (size_t i = 0; i < count; i++)
		fill_archive(c, dict_add(i == 0 ? (d = dict_add(d, "archives")) : d, "archive"), &list[i]);
	return true;
}

static bool
archive_of_call(struct call *c, struct archive *out, struct err *e)
{
	int64_t id;
	if (!number_parse(c->parts[0], 1, INT64_MAX, &id))
		return err_set(e, ERR_ABSENT, _("there is no such archive"));
	return archive_find(c->db, c->arena, id, out, e);
}

/* The paper to be kept apart from the file. */
void
page_archive(struct call *c)
{
	struct err e = {0};
	struct archive x;
	if (archive_of_call(c, &x, &e)) {
		struct dict *page = page_begin(c, _("Seal of an archive"));
		show_number(page, "cycle_id", x.cycle_id);
		dict_set(page, "cycle_title", x.cycle_title);
		dict_set(page, "year_name", fiscal_year_name(c->arena, x.year));
		fill_archive(c, page, &x);
		if (x.log_last != 0) {
			char head[SEAL_SHOWN_SIZE];
			struct dict *log = dict_add(page, "log");
			seal_show(x.log_head, head);
			show_number(log, "log_last", x.log_last);
			dict_set(log, "log_head", head);
		}
		page_show(c, 200, "archive.tpl", page);
		return;
	}
	page_error(c, &e);
}

/* ---- the file itself, as long as it is kept here ---- */

struct fetching {
	struct archive archive;
	struct buf bytes;
};

static bool
archive_fetch(struct call *c, struct err *e)
{
	struct fetching *f = c->state;
	char *data;
	size_t length;
	if (!file_get(c->store, c->arena, f->archive.digest, &data, &length, e))
		return false;
	buf_add(&f->bytes, data, length);
	return true;
}

static void
after_fetching(struct call *c, const struct err *failed)
{
	struct fetching *f = c->state;
	if (failed != NULL) {
		page_error(c, failed);
		return;
	}
	page_file(c, "application/zip",
		arena_printf(c->arena, "tenken-%d-%d.zip", f->archive.year, f->archive.edition), &f->bytes);
}

void
page_archive_file(struct call *c)
{
	struct err e = {0};
	struct fetching *f = ARENA_NEW(c->arena, struct fetching);
	if (!archive_of_call(c, &f->archive, &e) ||
		(f->archive.digest == NULL &&
			!err_set(&e, ERR_ABSENT, _("this archive itself is not kept here any more")))) {
		page_error(c, &e);
		return;
	}
	c->state = f;
	web_slow(c, LANE_PAPER, archive_fetch, after_fetching);
}

/* ---- writing one ---- */

struct archiving {
	struct job job;
	int64_t id;
};

static bool
archiving_work(struct db *db, struct piece *p, struct err *e)
{
	struct archiving *w = p->with;
	return job_add(db, &w->job, &w->id, e);
}

static void
after_archiving(struct call *c, const struct err *failed)
{
	const struct archiving *w = c->state;
	if (failed != NULL)
		page_error(c, failed);
	else
		page_redirect(c, "/jobs/%lld", (long long)w->id);
}

void
page_archive_post(struct call *c)
{
	static const char *const names[] = {"evidence", NULL};
	struct err e = {0};
	struct cycle cycle;
	int64_t id;
	if (!form_check(c, names, &e)) {
		page_error(c, &e);
		return;
	}
	if (!number_parse(c->parts[0], 1, INT64_MAX, &id))
		err_set(&e, ERR_ABSENT, _("there is no such cycle"));
	else if (cycle_find(c->db, c->arena, id, &cycle, &e) && cycle.state != CYCLE_ENDED)
		err_set(&e, ERR_CONFLICT, _("%s has not ended: only what does not change any more is sealed"),
			cycle.title);
	if (e.kind != ERR_NONE) {
		page_error(c, &e);
		return;
	}
	struct archiving *w = ARENA_NEW(c->arena, struct archiving);
	w->job = archive_job(c->arena, &cycle, form_has(c, "evidence"), c->account.id, c->now);
	c->state = w;
	web_write(c, archiving_work, w, after_archiving);
}
