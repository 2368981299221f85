/* Question sets: what is loaded, and loading another edition. */
#include "web/pages.h"

#include <string.h>

#include "base/words.h"
#include "web/form.h"
#include "web/show.h"

static bool
fill_list(struct call *c, struct dict *page, struct err *e)
{
	struct question_set *sets;
	size_t count;
	if (!question_sets_list(c->db, c->arena, &sets, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		struct dict *row = dict_add(page, "set");
		show_number(row, "set_id", sets[i].id);
		dict_set(row, "set_key", sets[i].key);
		dict_set(row, "set_title", sets[i].title);
		dict_set(row, "edition", sets[i].edition);
		show_instant(row, c->arena, "loaded_at", sets[i].loaded_at);
		bool newest = i == 0 || strcmp(sets[i - 1].key, sets[i].key) != 0;
		if (newest)
			dict_show(row, "newest");
	}
	if (count == 0)
		dict_show(page, "no_sets");
	return true;
}

static void
show_list(struct call *c, int status, struct dict *page)
{
	struct err e = {0};
	if (fill_list(c, page, &e)) {
		page_show(c, status, "question_sets.tpl", page);
		return;
	}
	dict_destroy(page);
	page_error(c, &e);
}

void
page_question_sets(struct call *c)
{
	static const char *const done[] = {"loaded", NULL};
	struct dict *page = page_begin(c, _("Question sets"));
	form_done(c, page, done);
	show_list(c, 200, page);
}

struct loading {
	struct arena *arena;
	const struct questionnaire *q;
	const struct http_field *file;
	int64_t account_id;
	instant_t now;
};

static bool
load_work(struct db *db, struct piece *p, struct err *e)
{
	const struct loading *w = p->with;
	int64_t id;
	return question_set_load(db, w->q, w->file->value, w->file->length, w->now, &id, e) &&
	       event_add(db, w->now, w->account_id, "question_set_loaded", w->q->key, w->q->edition, e);
}

void
page_question_sets_post(struct call *c)
{
	static const char *const names[] = {"set", NULL};
	struct err e = {0};
	if (!form_check(c, names, &e)) {
		page_error(c, &e);
		return;
	}
	const struct http_field *file = form_file(c, "set");
	struct faults faults = {.arena = c->arena};
	const struct bank *bank = store_bank(c->store);
	const struct questionnaire *q =
		file == NULL ? NULL
			     : questionnaire_parse(file->value, file->length, file->filename, bank->policy,
				       bank->scales, 0, &faults);
	if (q == NULL) {
		struct dict *page = page_begin(c, _("Question sets"));
		if (file == NULL) {
			dict_show(page, "no_file");
		} else {
			dict_set(page, "filename", file->filename);
			show_faults(page, &faults);
		}
		show_list(c, 422, page);
		return;
	}
	struct loading *w = ARENA_NEW(c->arena, struct loading);
	*w = (struct loading){c->arena, q, file, c->account.id, c->now};
	form_store(c, load_work, w, "/admin/questionnaires?done=loaded");
}
