#ifndef TESTS_STORE_ENDED_H
#define TESTS_STORE_ENDED_H

/* The reviewing body with a cycle that ended on 15 March 2027 and records of every kind:
 * years count from 1 April 2027, so three are over after 31 March 2030. */

#include "store/files.h"
#include "store/keep/disposals.h"
#include "store/keep/holds.h"
#include "store/review.h"

struct ended {
	struct review review;
	char evidence[DIGEST_SIZE], paper[DIGEST_SIZE],
		shared[DIGEST_SIZE]; /* files: handed in; issued; both */
};

static const char ended_words[] = "だれにも見せない記述";

static inline day_t
ended_day(void)
{
	return day_of(2027, 3, 15);
}

struct ended_script {
	const char *sql;
};

static inline bool
ended_script_work(struct db *db, struct piece *p, struct err *e)
{
	return db_script(db, ((struct ended_script *)p->with)->sql, e);
}

static inline void
ended_script(struct ended *x, const char *sql)
{
	review_write(&x->review, ended_script_work, &(struct ended_script){sql});
}

static inline void
ended_answers(struct ended *x)
{
	struct review *r = &x->review;
	review_submit_all(r, LARGE,
		"{\"P1\":\"yes\",\"P2\":{\"c\":\"no\",\"r\":\"できていない\"},\"P3\":\"yes\",\"P4\":{\"t\":"
		"\"だれにも見せない記述\"}}");
	review_submit_all(r, FIVE,
		"{\"P1\":{\"c\":\"na\",\"n\":\"duty\",\"r\":\"窓口がない\"},\"P2\":\"yes\",\"P3\":"
		"\"yes\"}");
	review_submit(r, "office", 11, "{\"O1\":\"yes\"}");
}

/* What other parts of the program write is put in by hand. */
static inline void
ended_records(struct ended *x)
{
	struct err e = {0};
	struct store *s = x->review.store;
	ck_assert(file_put(s, "evidence", 8, x->evidence, &e) && file_put(s, "paper", 5, x->paper, &e) &&
		  file_put(s, "shared", 6, x->shared, &e));
	const char *sql = arena_printf(x->review.arena,
		"INSERT INTO attachment (sheet_id, item, digest, name, kind, size, secrecy, added_at, "
		"added_by)"
		" SELECT id, 'P1', '%s', '写真.png', 'png', 8, 2, 0, 4 FROM sheet WHERE person_id = 12;"
		"INSERT INTO attachment (sheet_id, item, digest, name, kind, size, secrecy, added_at, "
		"added_by)"
		" SELECT id, 'P1', '%s', '同じ.png', 'png', 6, 2, 0, 4 FROM sheet WHERE person_id = 13;"
		"INSERT INTO paper SELECT number, sheet_id, 20700, 1, 0 FROM receipt ORDER BY number LIMIT 2;"
		"INSERT INTO lesson SELECT id, person_id, 0, 0 FROM sheet WHERE person_id = 14;"
		"INSERT INTO na_decision VALUES (1, 'people', 2, 'P1', 'duty', 'accepted', 5, '', 3, '氏名 "
		"21', 0);"
		"INSERT INTO wave (cycle_id, due_day, rung, recipient, day, subject, text, state, planned_at)"
		" VALUES (1, 20757, 'eve', 'person', 20756, '件名', '本文', 'done', 0);"
		"INSERT INTO reminder (wave_id, person_id, address, state) VALUES (1, 31, 'a@example.jp', "
		"'sent'),"
		" (1, 32, '', 'handed');"
		"INSERT INTO document (about, about_id, cycle_id, recipe, set_key, department_id, readers,"
		" edition, about_edition, year, number, mark, reason, issued_at, issued_by)"
		" VALUES ('cycle', 1, 1, 'self-check-body', 'people', 0, 'full', 1, 1, 2026, 12, '総', '',"
		" 1800000000, '事務局');"
		"INSERT INTO document_file VALUES (1, 'pdf', '%s', 5), (1, 'csv', '%s', 6);"
		"INSERT INTO approval VALUES (1, '課長', '氏名 11', 20760, 1, 0);"
		"INSERT INTO plan (cycle_id, department_id, set_key, item, measure, owner_id, owner_name, "
		"due_day, state)"
		" VALUES (1, 1, 'people', 'P2', '点検する', 11, '氏名 11', 20800, 'done');"
		"INSERT INTO plan_change VALUES (1, 1, 0, '氏名 11', '点検する', '氏名 11', 20800, 'done', "
		"NULL, '');"
		"INSERT INTO practice (cycle_id, department_id, text, consent, who, at) VALUES (1, 1, '例', "
		"'本人', '氏名 11', 0);"
		"INSERT INTO practice_decision VALUES (1, 1, 'adopted', 1, 0)",
		x->evidence, x->shared, x->paper, x->shared);
	ended_script(x, sql);
}

/* Its review has been set up. */
static inline void
ended_fill(struct ended *x)
{
	struct review *r = &x->review;
	ended_answers(x);
	r->now = instant_of_day(day_of(2026, 12, 1));
	review_move(r, "confirm");
	review_move(r, "finalise");
	review_move(r, "report");
	review_move(r, "improve");
	ended_records(x);
	r->now = instant_of_day(ended_day()) + 12 * 3600;
	review_move(r, "end");
}

static inline void
ended_setup(struct ended *x)
{
	*x = (struct ended){0};
	review_setup(&x->review);
	ended_fill(x);
}

static inline void
ended_teardown(struct ended *x)
{
	review_teardown(&x->review);
}

static inline struct record_subject
ended_subject(void)
{
	return (struct record_subject){1, 2026};
}

static inline struct retained
ended_look(struct ended *x, const char *kind, day_t today)
{
	struct err e = {0};
	struct retained *list;
	size_t count;
	ck_assert_msg(
		retained_list(x->review.db, x->review.arena, ended_subject(), today, 0, &list, &count, &e),
		"%s", e.text);
	const struct retained *found = retained_find(list, count, kind);
	ck_assert_msg(found != NULL, "%s", kind);
	return *found;
}

static inline int64_t
ended_number(struct ended *x, const char *sql)
{
	return body_number(x->review.db, sql);
}

/* ---- proposing, deciding, holding, changing: false with the refusal ---- */

struct ended_act {
	struct ended *x;
	struct disposal_wish wish;
	struct disposal_decision decision;
	const char *kind, *text; /* of a hold; of a class */
	const char *class;
	int64_t id, account;
	instant_t now;
	bool (*work)(struct db *db, struct ended_act *a, struct err *e);
};

static inline bool
ended_act_work(struct db *db, struct piece *p, struct err *e)
{
	struct ended_act *a = p->with;
	return a->work(db, a, e);
}

static inline bool
ended_do(struct ended_act *a, struct err *e)
{
	*e = (struct err){0};
	return writer_run(store_writer(a->x->review.store), ended_act_work, a, e);
}

static inline bool
ended_propose_work(struct db *db, struct ended_act *a, struct err *e)
{
	return disposal_propose(db, a->x->review.arena, &a->wish, &a->id, e);
}

static const char *const ended_personal[] = {"sheets", "evidence", "paper", "training"};

/* By the secretariat (account 1), on a day. */
static inline bool
ended_propose(struct ended *x, const char *const *kinds, size_t count, day_t day, int64_t *id, struct err *e)
{
	struct ended_act a = {.x = x,
		.work = ended_propose_work,
		.wish = {ended_subject(), kinds, count, "保存期間が満了したため", ADMIN_ACCOUNT, ROLE_ADMIN,
			instant_of_day(day)}};
	bool ok = ended_do(&a, e);
	*id = a.id;
	return ok;
}

static inline bool
ended_decide_work(struct db *db, struct ended_act *a, struct err *e)
{
	return disposal_decide(db, a->x->review.arena, &a->decision, e);
}

static inline bool
ended_decide(struct ended *x, int64_t id, enum disposal_act act, int64_t account, unsigned roles,
	const char *comment, day_t day, struct err *e)
{
	struct ended_act a = {.x = x,
		.work = ended_decide_work,
		.decision = {id, account, roles, act, comment, instant_of_day(day)}};
	return ended_do(&a, e);
}

/* Proposed by the secretariat and approved by the management. */
static inline int64_t
ended_approved(struct ended *x, const char *const *kinds, size_t count, day_t day)
{
	struct err e;
	int64_t id;
	ck_assert_msg(ended_propose(x, kinds, count, day, &id, &e), "%s", e.text);
	ck_assert_msg(ended_decide(x, id, DISPOSAL_APPROVE, MANAGEMENT_ACCOUNT, ROLE_MANAGEMENT, "", day, &e),
		"%s", e.text);
	return id;
}

static inline bool
ended_hold_work(struct db *db, struct ended_act *a, struct err *e)
{
	return hold_add(db, ended_subject(), a->kind, a->text, a->account, a->now, e);
}

static inline bool
ended_hold(struct ended *x, const char *kind, const char *reason, struct err *e)
{
	struct ended_act a = {
		.x = x, .work = ended_hold_work, .kind = kind, .text = reason, .account = ADMIN_ACCOUNT};
	return ended_do(&a, e);
}

static inline bool
ended_lift_work(struct db *db, struct ended_act *a, struct err *e)
{
	return hold_lift(db, a->wish.subject, a->id, a->text, a->account, a->now, e);
}

static inline bool
ended_lift(struct ended *x, struct record_subject subject, int64_t id, const char *reason, struct err *e)
{
	struct ended_act a = {.x = x,
		.work = ended_lift_work,
		.wish = {.subject = subject},
		.id = id,
		.text = reason,
		.account = ADMIN_ACCOUNT,
		.now = 1900000000};
	return ended_do(&a, e);
}

static inline bool
ended_class_work(struct db *db, struct ended_act *a, struct err *e)
{
	return retention_change_add(db, a->kind, a->class, a->text, a->account, a->now, e);
}

static inline bool
ended_class(struct ended *x, const char *kind, const char *class, const char *reason, struct err *e)
{
	struct ended_act a = {.x = x,
		.work = ended_class_work,
		.kind = kind,
		.class = class,
		.text = reason,
		.account = ADMIN_ACCOUNT};
	return ended_do(&a, e);
}

#endif
