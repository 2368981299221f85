#ifndef TESTS_STORE_AUDIT_AUDITED_H
#define TESTS_STORE_AUDIT_AUDITED_H

/* A small body with one audit of department A: led by LEAD, with two auditors; a third one is not
 * named in it. */

#include "store/audit/working_papers.h"
#include "store/small.h"

enum { LEAD = 40, AUDITOR, SECOND, STRANGER };

struct audited {
	struct small small;
	int64_t id;
	instant_t now;
	struct err failed; /* of the last act */
};

static const char audited_rows[] =
	"INSERT INTO account (id, login, roles, created_at) VALUES (40, 'lead', 32, 0), (41, 'auditor', 4, "
	"0),"
	" (42, 'second', 4, 0), (43, 'stranger', 4, 0);"
	"INSERT INTO engagement (id, year, serial, kind, title, purpose, theme, department_id, depth,"
	" covers_from, covers_to, begins_day, ends_day, place, excluded, state, created_by, created_at) "
	"VALUES"
	" (1, 2026, 1, 'planned', '総務課の監査', '確かめる', '', 1, 'all', 20544, 20726, 20745, 20747, '',"
	" '', 'drafted', 40, 0);"
	"INSERT INTO engagement_member (engagement_id, account_id, lead, who, department, named_by, named_at)"
	" VALUES (1, 40, 1, 'lead', '', 40, 0), (1, 41, 0, 'auditor', '', 40, 0), (1, 42, 0, 'second', '', "
	"40,"
	" 0)";

static inline bool
audited_script(struct db *db, struct piece *p, struct err *e)
{
	return db_script(db, p->with, e);
}

static inline void
audited_run(struct audited *t, const char *script)
{
	struct err e = {0};
	ck_assert_msg(
		writer_run(store_writer(t->small.store), audited_script, (void *)script, &e), "%s", e.text);
}

static inline void
audited_setup(struct audited *t)
{
	small_setup(&t->small);
	t->now = instant_of_day(day_of(2026, 10, 19)) + NOON;
	t->id = 1;
	audited_run(t, audited_rows);
}

static inline void
audited_teardown(struct audited *t)
{
	small_teardown(&t->small);
}

static inline void
audited_state(struct audited *t, const char *state)
{
	audited_run(t,
		arena_printf(t->small.body.arena, "UPDATE engagement SET state = '%s' WHERE id = 1", state));
}

static inline struct line
audited_line(struct audited *t, const char *item)
{
	struct err e = {0};
	struct line l;
	ck_assert_msg(line_find(t->small.db, t->small.body.arena, t->id, item, &l, &e), "%s", e.text);
	return l;
}

/* One act of an account in a piece of its own. */
struct audited_work {
	struct engagement_act act;
	const struct bank *bank;
	const char *item, *reason;
	const char *const *clauses;
	struct paper paper;
	struct line_confirmation confirmation;
	int revision;
	bool (*run)(struct db *db, struct audited_work *w, struct err *e);
};

static inline bool
audited_piece(struct db *db, struct piece *p, struct err *e)
{
	struct audited_work *w = p->with;
	return w->run(db, w, e);
}

static inline struct audited_work
audited_act(struct audited *t, int64_t account, const char *item)
{
	struct audited_work w = {.act = {.arena = t->small.body.arena,
					 .account_id = account,
					 .now = t->now,
					 .engagement_id = t->id},
		.bank = store_bank(t->small.store),
		.item = item};
	struct line l;
	struct err e = {0};
	if (*item != '\0' && line_find(t->small.db, t->small.body.arena, t->id, item, &l, &e))
		w.act.revision = l.revision;
	return w;
}

static inline enum err_kind
audited_do(struct audited *t, struct audited_work *w,
	bool (*run)(struct db *, struct audited_work *, struct err *))
{
	t->failed = (struct err){0};
	w->run = run;
	writer_run(store_writer(t->small.store), audited_piece, w, &t->failed);
	return t->failed.kind;
}

static inline bool
audited_choose_run(struct db *db, struct audited_work *w, struct err *e)
{
	return checklist_choose(db, &w->act, w->bank, w->clauses, e);
}

static inline bool
audited_fix_run(struct db *db, struct audited_work *w, struct err *e)
{
	return checklist_fix(db, &w->act, e);
}

static inline enum err_kind
audited_choose(struct audited *t, int64_t account, const char *const *clauses)
{
	struct audited_work w = audited_act(t, account, "");
	w.clauses = clauses;
	return audited_do(t, &w, audited_choose_run);
}

/* The items of 6(1), fixed and in fieldwork. */
static inline void
audited_fieldwork(struct audited *t)
{
	static const char *const clauses[] = {"6(1)", NULL};
	ck_assert_int_eq(audited_choose(t, LEAD, clauses), ERR_NONE);
	struct audited_work w = audited_act(t, LEAD, "");
	ck_assert_int_eq(audited_do(t, &w, audited_fix_run), ERR_NONE);
	audited_state(t, "fieldwork");
}

static inline bool
audited_save_run(struct db *db, struct audited_work *w, struct err *e)
{
	return paper_save(db, &w->act, w->item, &w->paper, &w->revision, e);
}

static inline struct audited_work
audited_paper(struct audited *t, int64_t account, const char *item, enum judgement judgement)
{
	struct audited_work w = audited_act(t, account, item);
	w.paper = (struct paper){.judgement = judgement};
	for (size_t i = 0; i < PAPER_TEXTS; i++)
		w.paper.texts[i] = "";
	w.paper.texts[PAPER_FACTS] = "5件のうち2件に記録がない";
	w.paper.texts[PAPER_DIFFERENCE] = "記録すると定めている";
	return w;
}

#endif
