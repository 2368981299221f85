/* One person: where they belong from when to when, absences, mail, leaving. */
#include "web/pages.h"

#include "base/words.h"
#include "store/organisation/people.h"
#include "web/form.h"
#include "web/inside.h"
#include "web/organisation/person_acts.h"
#include "web/show.h"

static bool
fill_posts(struct call *c, struct dict *page, int64_t id, struct err *e)
{
	struct post *list;
	size_t count;
	if (!posts_of_person(c->db, c->arena, id, &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		struct dict *row = dict_add(page, "post");
		dict_set(row, "key", list[i].department_key);
		dict_set(row, "post_department", list[i].department_name);
		dict_set(row, "post_title", list[i].title);
		dict_show(row, list[i].main ? "main" : "further");
		show_day(row, c->arena, "valid_from", list[i].valid_from);
		if (list[i].valid_to != 0)
			show_day(row, c->arena, "valid_to", list[i].valid_to);
	}
	return true;
}

static bool
fill_absences(struct call *c, struct dict *page, int64_t id, struct err *e)
{
	struct absence *list;
	size_t count;
	if (!absences_of_person(c->db, c->arena, id, &list, &count, e))
		return false;
	if (count == 0)
		dict_show(page, "never_absent");
	for (size_t i = 0; i < count; i++) {
		struct dict *row = dict_add(page, "absence");
		show_day(row, c->arena, "from_day", list[i].from_day);
		if (list[i].to_day != 0)
			show_day(row, c->arena, "to_day", list[i].to_day);
		dict_set(row, "absence_reason", list[i].reason);
	}
	return true;
}

static bool
fill_person(struct call *c, struct dict *page, const struct person *p, struct err *e)
{
	int64_t account;
	if (!account_of_person(c->db, p->id, &account, e))
		return false;
	dict_set(page, "number", p->number);
	dict_set(page, "name", p->name);
	dict_set(page, "kana", p->kana);
	dict_set(page, "kind", p->kind);
	dict_set(page, "mail", p->mail);
	if (p->joined_day != 0)
		show_day(page, c->arena, "joined", p->joined_day);
	if (p->left_day != 0)
		show_day(page, c->arena, "left", p->left_day);
	if (account != 0)
		show_number(dict_add(page, "account"), "account_id", account);
	return fill_posts(c, page, p->id, e) && fill_absences(c, page, p->id, e);
}

static const char *
person_address(struct arena *a, const char *number)
{
	return arena_printf(a, "/admin/people/%s", query_escape(a, number));
}

static void
person_show(struct call *c, const struct act_refusal *refused)
{
	struct err e = {0};
	struct person p;
	if (!person_by_number(c->db, c->arena, c->parts[0], &p, &e)) {
		page_error(c, &e);
		return;
	}
	struct dict *page = page_begin(c, p.name);
	const struct act_usual usual[] = {{"mail", "mail", p.mail}, {0}};
	if (fill_person(c, page, &p, &e) &&
		acts_fill(c, page, person_acts, person_address(c->arena, p.number), usual, refused, &e)) {
		page_show(c, act_status(refused), "person.tpl", page);
		return;
	}
	dict_destroy(page);
	page_error(c, &e);
}

void
page_person(struct call *c)
{
	person_show(c, NULL);
}

void
page_person_act(struct call *c)
{
	struct err e = {0};
	struct person p;
	if (!person_by_number(c->db, c->arena, c->parts[0], &p, &e)) {
		page_error(c, &e);
		return;
	}
	act_post(c, person_acts, c->parts[1],
		&(struct act_run){.bank = store_bank(c->store), .subject_id = p.id, .subject = p.name},
		person_address(c->arena, p.number), person_show);
}
