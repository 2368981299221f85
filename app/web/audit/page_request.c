/* Requests for documents: in a list, one by one, and what waits. */
#include <inttypes.h>

#include "base/number.h"
#include "base/words.h"
#include "store/setting.h"
#include "web/audit/chased.h"
#include "web/audit/finding_page.h"
#include "web/audit/request_page.h"
#include "web/form.h"
#include "web/pages.h"
#include "web/show.h"

enum { KILO = 1024, SHOWN = 5 };

bool
request_of_call(struct call *c, struct request_view *out, struct err *e)
{
	const struct engagement_act x = audit_asker(c);
	int64_t id;
	if (!audit_of_call(c, &out->audit, e))
		return false;
	if (!number_parse(c->parts[1], 1, INT64_MAX, &id) ||
		!request_find(c->db, c->arena, id, &out->request, e) ||
		out->request.engagement_id != out->audit.what.id)
		return err_set(e, ERR_ABSENT, _("there is no such request"));
	return request_actors(c->db, &x, &out->audit.what, &out->actors, e);
}

bool
request_file_opens(const struct request_view *v, const struct request_file *f)
{
	return f->secrecy < SECRECY_CLOSED || v->actors != 0;
}

void
request_fill(struct call *c, struct dict *row, const struct engagement *g, const struct audit_request *r)
{
	show_number(row, "audit_id", g->id);
	show_number(row, "request_id", r->id);
	dict_set(row, "request_number", request_number(c->arena, g, r));
	dict_set(row, "audited_name", g->department_name);
	dict_set(row, "text", r->text);
	if (*r->item != '\0')
		dict_set(dict_add(row, "of_item"), "item", r->item);
	show_day(row, c->arena, "due_day", r->due_day);
	dict_show(dict_include(row, "request_state", "request_word.tpl"), request_state_key(r->state));
	if (request_overdue(r->state, r->due_day, day_of_instant(c->now)))
		dict_show(row, "overdue");
}

bool
requests_fill(struct call *c, struct dict *page, const struct audit_view *v, struct err *e)
{
	const struct engagement_act x = audit_asker(c);
	struct audit_request *list;
	size_t count;
	unsigned actors;
	if (!requests_list(c->db, c->arena, v->what.id, &list, &count, e) ||
		!request_actors(c->db, &x, &v->what, &actors, e))
		return false;
	struct dict *d = count > 0 ? dict_add(page, "requests") : NULL;
	for (size_t i = 0; i < count; i++)
		request_fill(c, dict_add(d, "request"), &v->what, &list[i]);
	if ((actors & REQUEST_AUDITOR) == 0 || v->what.state < ENGAGEMENT_ANNOUNCED ||
		v->what.state >= ENGAGEMENT_FIXED)
		return true;
	static const char *const names[] = {"text", "item", "due_day", NULL};
	struct dict *form = dict_add(page, "asking");
	for (size_t i = 0; names[i] != NULL; i++)
		dict_set(form, arena_printf(c->arena, "%s_typed", names[i]), form_text(c, names[i]));
	return true;
}

bool
requests_fill_waiting(struct call *c, struct dict *page, struct err *e)
{
	const struct engagement_act x = audit_asker(c);
	struct request_waiting *list;
	size_t count;
	if (!requests_waiting(c->db, &x, &list, &count, e))
		return false;
	struct dict *d = count > 0 ? dict_add(page, "requests_waiting") : NULL;
	for (size_t i = 0; i < count && i < SHOWN; i++)
		request_fill(c, dict_add(d, "request"), &list[i].audit, &list[i].request);
	if (count > 0)
		show_number(d, "waiting", (int64_t)count);
	return true;
}

/* ---- one of them ------------------------------------------------------------------------------ */

static bool
files_fill(struct call *c, struct dict *page, const struct request_view *v, struct err *e)
{
	struct request_file *list;
	size_t count;
	bool changes = (v->actors & REQUEST_AUDITEE) != 0 && request_waits(v->request.state);
	if (!request_files(c->db, c->arena, v->request.id, &list, &count, e))
		return false;
	struct dict *files = count > 0 ? dict_add(page, "files") : NULL;
	for (size_t i = 0; i < count; i++) {
		struct dict *row = dict_add(files, "file");
		bool opens = request_file_opens(v, &list[i]);
		show_number(row, "file_id", list[i].id);
		dict_show(row, opens ? "opens" : "closed");
		dict_set(row, "name", opens ? list[i].name : "");
		dict_setf(row, "size", "%" PRId64 " KB", (list[i].size + KILO - 1) / KILO);
		show_number(row, "secrecy", list[i].secrecy);
		show_instant(row, c->arena, "added_at", list[i].added_at);
		if (changes)
			dict_show(row, "removable");
	}
	if (changes)
		show_number(dict_add(page, "add"), "most", setting_number(c->db, "evidence_most"));
	return true;
}

static bool
history_fill(struct call *c, struct dict *page, const struct request_view *v, struct err *e)
{
	struct request_moved *list;
	size_t count;
	if (!request_moves_of(c->db, c->arena, v->request.id, &list, &count, e))
		return false;
	struct dict *history = count > 0 ? dict_add(page, "history") : NULL;
	for (size_t i = 0; i < count; i++) {
		struct dict *row = dict_add(history, "moved");
		show_instant(row, c->arena, "at", list[i].at);
		dict_set(row, "who", list[i].who);
		dict_set(row, "words", list[i].words);
		dict_show(dict_include(row, "to", "request_word.tpl"), request_state_key(list[i].to));
	}
	return true;
}

/* The department is told of the latest only, who audits of all. */
static bool
chases_fill(struct call *c, struct dict *page, const struct request_view *v, struct err *e)
{
	struct chased *list;
	size_t count;
	if (!chases_of_audit(c->db, c->arena, CHASE_REQUEST, v->request.id, &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++)
		if (list[i].sent_at != 0) {
			show_instant(dict_add(page, "reminded"), c->arena, "reminded_at", list[i].sent_at);
			break;
		}
	if (v->audit.inside)
		chases_show(c, count > 0 ? dict_add(page, "chases") : NULL, list, count);
	return true;
}

static void
moves_fill(struct call *c, struct dict *page, const struct request_view *v)
{
	for (size_t i = 0; i < request_move_count; i++) {
		const struct request_move *m = &request_moves[i];
		if (m->from != v->request.state || (m->actors & v->actors) == 0)
			continue;
		struct dict *row = dict_add(page, "move");
		dict_set(row, "move_name", m->name);
		dict_show(dict_include(row, "word", "request_move.tpl"), m->name);
		if (m->needs == 0)
			continue;
		struct dict *words = dict_add(row, "words");
		dict_show(words, (m->needs & REQUEST_NEEDS_ANSWER) != 0 ? "answer" : "reason");
		dict_set(words, "typed",
			(m->needs & REQUEST_NEEDS_ANSWER) != 0 ? form_typed(c, "words", v->request.answer)
							       : "");
	}
}

void
request_show(struct call *c, const struct err *refused)
{
	static const char *const done[] = {"saved", NULL};
	struct err e = {0};
	struct request_view v;
	if (!request_of_call(c, &v, &e)) {
		page_error(c, &e);
		return;
	}
	const char *number = request_number(c->arena, &v.audit.what, &v.request);
	struct dict *page = page_begin(c, arena_printf(c->arena, _("Request for documents %s"), number));
	audit_fill(c, page, &v.audit.what);
	request_fill(c, page, &v.audit.what, &v.request);
	dict_set(page, "asked_who", v.request.who);
	show_instant(page, c->arena, "asked_at", v.request.asked_at);
	show_number(page, "revision", v.request.revision);
	form_done(c, page, done);
	if (refused != NULL)
		dict_set(dict_add(page, "refused"), "complaint", refused->text);
	moves_fill(c, page, &v);
	if (files_fill(c, page, &v, &e) && chases_fill(c, page, &v, &e) && history_fill(c, page, &v, &e)) {
		page_show(c, finding_status(refused), "request.tpl", page);
		return;
	}
	dict_destroy(page);
	page_error(c, &e);
}

void
page_request(struct call *c)
{
	request_show(c, NULL);
}
