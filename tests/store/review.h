#ifndef TESTS_STORE_REVIEW_H
#define TESTS_STORE_REVIEW_H

/* A body for reviewing: departments of 6, 5, 3 and 2 people (k is 5), a set that
 * persons answer and one that is answered for an office. The answers are given
 * person by person; people 11–16, 21–25, 31–33 and 41–42. */

#include "domain/organisation/role.h"
#include "store/body.h"
#include "store/cycle/cycles.h"
#include "store/organisation/account.h"
#include "store/sheet/sheets.h"

enum { LARGE = 1, FIVE, THREE, TWO, REVIEW_DEPARTMENTS = TWO };
enum {
	ADMIN_ACCOUNT = 1,
	MANAGER_ACCOUNT,       /* of the large department; person 11 */
	OTHER_MANAGER_ACCOUNT, /* of the one of five; person 21 */
	STAFF_ACCOUNT,         /* person 12 */
	SMALL_MANAGER_ACCOUNT, /* of the one of three; person 31 */
	AUDITOR_ACCOUNT,
	MANAGEMENT_ACCOUNT,
	REVIEW_ACCOUNTS = MANAGEMENT_ACCOUNT
};
static const int review_sizes[] = {0, 6, 5, 3, 2};

#define REVIEW_ITEM(id, scale, more)                                                                         \
	"  - id: " id "\n    clause: \"6(1)\"\n    text: 記録を毎月つけますか\n    scale: " scale            \
	"\n    weight: 1\n    priority: 0\n    threats: [\"3(1)\"]\n    cia: C\n    help: 見て答える\n" \
	"    evidence: [記録]\n    advice: 記録する\n" more
#define REVIEW_HEAD(key, unit, kind)                                                                         \
	"key: " key "\ntitle: 票" key "\nedition: 試行版\naudience: ALL\nunit: " unit "\nkind: " kind        \
	"\nextension: 0\nlabel: \"\"\nminutes: 1\nwhen: \"\"\npurpose: 試す\nitems:\n"

static const char *const review_sets[] = {
	REVIEW_HEAD("people", "person", "personal") REVIEW_ITEM("P1", "Q4", "") REVIEW_ITEM(
		"P2", "Q4", "") REVIEW_ITEM("P3", "Q4", "") REVIEW_ITEM("P4", "TXT",
		"") "pairs:\n  - {item: P1, answers: ['yes'], other: P2, against: ['no'], why: 合わない}\n",
	REVIEW_HEAD("office", "department", "duty") REVIEW_ITEM("O1", "Q4", ""),
};

struct review {
	struct body body;
	struct store *store;
	struct db *db; /* for looking */
	struct arena *arena;
	struct cycle cycle;
	instant_t now; /* of the next thing that happens */
};

static inline void
review_people(struct db *db)
{
	struct err e = {0};
	char sql[256];
	for (int d = 1; d <= REVIEW_DEPARTMENTS; d++) {
		snprintf(sql, sizeof sql,
			"INSERT INTO department (id, key, valid_from) VALUES (%d, 'D%d', 0);"
			"INSERT INTO department_term (department_id, valid_from, name, kind, ord, flags)"
			" VALUES (%d, 0, '第%d課', 'internal', %d, 0)",
			d, d, d, d, d);
		ck_assert_msg(db_script(db, sql, &e), "%s", e.text);
		for (int i = 1; i <= review_sizes[d]; i++) {
			int id = d * 10 + i;
			snprintf(sql, sizeof sql,
				"INSERT INTO person (id, number, name, kind) VALUES (%d, '%04d', '氏名 %d', "
				"'正規');"
				"INSERT INTO post (person_id, department_id, valid_from) VALUES (%d, %d, 0)",
				id, id, id, id, d);
			ck_assert_msg(db_script(db, sql, &e), "%s", e.text);
		}
	}
	body_script(db, "INSERT INTO account (id, login, person_id, roles, created_at) VALUES"
			" (1, 'admin', NULL, 16, 0), (2, '0011', 11, 3, 0), (3, '0021', 21, 3, 0),"
			" (4, '0012', 12, 1, 0), (5, '0031', 31, 3, 0), (6, 'audit', NULL, 5, 0), (7, "
			"'lead', NULL, 9, 0)");
}

static inline bool
review_prepare(struct db *db, struct piece *p, struct err *e)
{
	struct review *r = p->with;
	const struct bank *bank = store_bank(r->store);
	int64_t ids[2];
	review_people(db);
	for (size_t i = 0; i < 2; i++) {
		struct faults f = {.arena = r->arena};
		const char *yaml = review_sets[i];
		const struct questionnaire *q =
			questionnaire_parse(yaml, strlen(yaml), "review", bank->policy, bank->scales, 0, &f);
		ck_assert_msg(f.count == 0, "line %d: %s", f.count > 0 ? f.items[0].line : 0,
			f.count > 0 ? f.items[0].text : "");
		ck_assert(question_set_load(db, q, yaml, strlen(yaml), r->now, &ids[i], e));
	}
	return cycle_create(db, &r->cycle, ids, 2, e) &&
	       cycle_move_make(db, p, bank, r->cycle.id, "approve", "", 0, r->now, e) &&
	       cycle_move_make(db, p, bank, r->cycle.id, "open", "", 0, r->now, e);
}

static inline void
review_write(struct review *r, bool (*work)(struct db *, struct piece *, struct err *), void *with)
{
	struct err e = {0};
	ck_assert_msg(writer_run(store_writer(r->store), work, with, &e), "%s", e.text);
}

static inline void
review_look(struct review *r)
{
	struct err e = {0};
	ck_assert_msg(cycle_find(r->db, r->arena, r->cycle.id, &r->cycle, &e), "%s", e.text);
}

static inline void
review_setup(struct review *r)
{
	struct err e = {0};
	body_setup(&r->body);
	r->arena = r->body.arena;
	r->store = store_open(r->body.directory, &e);
	ck_assert_msg(r->store != NULL, "%s", e.text);
	r->db = store_reader(r->store, &e);
	r->now = instant_of_day(day_of(2026, 10, 1));
	r->cycle = (struct cycle){.year = 2026,
		.title = "令和8年度",
		.base_day = day_of(2026, 6, 1),
		.opens_day = day_of(2026, 10, 1),
		.due_day = day_of(2026, 10, 31)};
	review_write(r, review_prepare, r);
	review_look(r);
}

static inline void
review_teardown(struct review *r)
{
	store_close(r->store);
	body_teardown(&r->body);
}

static inline const struct questionnaire *
review_set(struct review *r, const char *key)
{
	struct err e = {0};
	const struct questionnaire *q = store_cycle_set(r->store, r->cycle.id, key, &e);
	ck_assert_msg(q != NULL, "%s", e.text);
	return q;
}

struct review_move {
	struct review *review;
	const char *name;
};

static inline bool
review_move_work(struct db *db, struct piece *p, struct err *e)
{
	struct review_move *m = p->with;
	return cycle_move_make(db, p, store_bank(m->review->store), m->review->cycle.id, m->name,
		"試験のため", ADMIN_ACCOUNT, m->review->now, e);
}

static inline void
review_move(struct review *r, const char *name)
{
	review_write(r, review_move_work, &(struct review_move){r, name});
	review_look(r);
}

static inline bool
review_submit_work(struct db *db, struct piece *p, struct err *e)
{
	return sheet_change(db, p, p->with, e);
}

static inline int64_t
review_sheet(struct review *r, const char *set_key, int64_t person)
{
	struct rows rows;
	static const char sql[] = "SELECT id FROM sheet WHERE set_key = $1 AND person_id = $2";
	ck_assert(db_query(r->db, &rows, NULL, sql, "si", set_key, person));
	return rows_number(&rows);
}

/* False with the refusal when it was refused. */
static inline bool
review_try(struct review *r, const char *set_key, int64_t person, const char *document, struct err *e)
{
	struct sheet_change c = {.sheet_id = review_sheet(r, set_key, person),
		.person_id = person,
		.submit = true,
		.now = r->now,
		.arena = r->arena};
	struct sheet s;
	ck_assert_msg(sheet_find(r->db, r->arena, c.sheet_id, &s, e), "%s", e->text);
	c.base_revision = s.revision;
	ck_assert_msg(
		answers_parse(r->arena, review_set(r, set_key), document, &c.answers, e), "%s", e->text);
	bool ok = writer_run(store_writer(r->store), review_submit_work, &c, e);
	ck_assert_msg(!ok || c.missing_count == 0, "%s", document);
	return ok;
}

static inline void
review_submit(struct review *r, const char *set_key, int64_t person, const char *document)
{
	struct err e = {0};
	ck_assert_msg(review_try(r, set_key, person, document, &e), "%s", e.text);
}

/* Everyone of a department submits the same. */
static inline void
review_submit_all(struct review *r, int department, const char *document)
{
	for (int i = 1; i <= review_sizes[department]; i++)
		review_submit(r, "people", department * 10 + i, document);
}

#endif
