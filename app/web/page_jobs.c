/* What takes longer than a page: how far it is, and what came of it. */
#include "web/pages.h"

#include <string.h>

#include "base/number.h"
#include "base/words.h"
#include "domain/organisation/role.h"
#include "store/files.h"
#include "store/jobs.h"
#include "web/form.h"
#include "web/show.h"

enum { PAGE_ROWS = 50 };

static bool
is_going(const struct job *j)
{
	return j->state == JOB_QUEUED || j->state == JOB_RUNNING;
}

static void
fill_job(struct call *c, struct dict *d, const struct job *j)
{
	show_number(d, "job_id", j->id);
	dict_show(dict_include(d, "job_word", "job_word.tpl"), j->kind);
	dict_set(d, "subject", j->subject);
	dict_show(dict_include(d, "job_state", "job_state.tpl"), job_state_key(j->state));
	dict_show(d, job_state_key(j->state));
	dict_set(d, "who", j->who);
	show_instant(d, c->arena, "created_at", j->created_at);
	show_instant(d, c->arena, "finished_at", j->finished_at);
	if (j->total > 0) {
		struct dict *measure = dict_add(d, "measure");
		show_number(measure, "done_count", j->done);
		show_number(measure, "total", j->total);
	}
	if (*j->message != '\0')
		dict_set(dict_add(d, "said"), "message", j->message);
	if (j->digest != NULL)
		dict_set(dict_add(d, "result"), "filename", j->filename);
}

static bool
list_fill(struct call *c, struct dict *page, struct err *e)
{
	struct job *list;
	size_t count;
	int64_t at = list_page(c);
	bool all = (c->account.roles & ROLE_ADMIN) != 0;
	if (!jobs_list(c->db, c->arena, all ? 0 : c->account.id, (int)(at - 1) * PAGE_ROWS, PAGE_ROWS + 1,
		    &list, &count, e))
		return false;
	for (size_t i = 0; i < count && i < PAGE_ROWS; i++)
		fill_job(c, dict_add(page, "job"), &list[i]);
	dict_show(page, all ? "everybody" : "own");
	if (count == 0)
		dict_show(page, "none");
	show_pages(page, at, count > PAGE_ROWS);
	return true;
}

void
page_jobs(struct call *c)
{
	struct err e = {0};
	struct dict *page = page_begin(c, _("Jobs"));
	if (list_fill(c, page, &e)) {
		page_show(c, 200, "jobs.tpl", page);
		return;
	}
	dict_destroy(page);
	page_error(c, &e);
}

/* Somebody else's is as if it were not there, but for the secretariat. */
static bool
job_of_call(struct call *c, struct job *out, struct err *e)
{
	int64_t id;
	if (!number_parse(c->parts[0], 1, INT64_MAX, &id))
		return err_set(e, ERR_ABSENT, _("there is no such job"));
	if (!job_find(c->db, c->arena, id, out, e))
		return false;
	return (c->account.roles & ROLE_ADMIN) != 0 || out->account_id == c->account.id ||
	       err_set(e, ERR_ABSENT, _("there is no such job"));
}

void
page_job(struct call *c)
{
	struct err e = {0};
	struct job j;
	if (!job_of_call(c, &j, &e)) {
		page_error(c, &e);
		return;
	}
	struct dict *page = page_begin(c, _("Job"));
	fill_job(c, page, &j);
	struct dict *standing = dict_add(page, is_going(&j) ? "going" : "over");
	if (is_going(&j))
		dict_show(standing, job_carried(&j) ? "carried" : "cancel");
	if (!is_going(&j) && j.state != JOB_DONE)
		dict_show(page, "again");
	page_show(c, 200, "job.tpl", page);
}

/* ---- stopping, and beginning again ---- */

struct wish {
	struct job job;
	int64_t account_id, id; /* id: of the job to show then */
	instant_t now;
	bool again;
};

static bool
wish_work(struct db *db, struct piece *p, struct err *e)
{
	struct wish *w = p->with;
	w->id = w->job.id;
	if (!w->again)
		return job_cancel(db, w->job.id, w->account_id, w->now, e);
	w->job.account_id = w->account_id;
	w->job.created_at = w->now;
	return job_add(db, &w->job, &w->id, e);
}

static void
after_wish(struct call *c, const struct err *failed)
{
	const struct wish *w = c->state;
	if (failed != NULL)
		page_error(c, failed);
	else
		page_redirect(c, "/jobs/%lld", (long long)w->id);
}

void
page_job_post(struct call *c)
{
	static const char *const names[] = {"do", NULL};
	struct err e = {0};
	struct wish *w = ARENA_NEW(c->arena, struct wish);
	if (!form_check(c, names, &e) || !job_of_call(c, &w->job, &e)) {
		page_error(c, &e);
		return;
	}
	const char *what = form_text(c, "do");
	w->again = strcmp(what, "again") == 0;
	w->account_id = c->account.id;
	w->now = c->now;
	c->state = w;
	if (!w->again && strcmp(what, "cancel") != 0)
		err_set(&e, ERR_INPUT, _("a job can be stopped or begun again"));
	else if (w->again && (is_going(&w->job) || w->job.state == JOB_DONE))
		err_set(&e, ERR_CONFLICT, _("only what came to nothing is begun again"));
	else {
		web_write(c, wish_work, w, after_wish);
		return;
	}
	page_error(c, &e);
}

/* ---- the result ---- */

struct result {
	struct job job;
	struct buf bytes;
};

static bool
result_read(struct call *c, struct err *e)
{
	struct result *r = c->state;
	char *data;
	size_t length;
	if (!file_get(c->store, c->arena, r->job.digest, &data, &length, e))
		return false;
	buf_add(&r->bytes, data, length);
	return true;
}

static void
after_read(struct call *c, const struct err *failed)
{
	struct result *r = c->state;
	if (failed == NULL)
		page_file(c, file_type(r->job.filename), r->job.filename, &r->bytes);
	else
		page_error(c, failed);
}

void
page_job_result(struct call *c)
{
	struct err e = {0};
	struct result *r = ARENA_NEW(c->arena, struct result);
	if (!job_of_call(c, &r->job, &e) ||
		(r->job.digest == NULL && !err_set(&e, ERR_ABSENT, _("this job has made no file")))) {
		page_error(c, &e);
		return;
	}
	c->state = r;
	web_slow(c, LANE_PAPER, result_read, after_read);
}
