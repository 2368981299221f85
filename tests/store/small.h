#ifndef TESTS_STORE_SMALL_H
#define TESTS_STORE_SMALL_H

/* A body of three departments and six people, with three short question sets. */

#include "domain/organisation/role.h"
#include "store/body.h"
#include "store/cycle/cycles.h"
#include "store/figure/tallies.h"
#include "store/organisation/account.h"
#include "store/sheet/sheets.h"

enum { NOON = 12 * 3600 };
enum { DEPARTMENT_A = 1, DEPARTMENT_B, DEPARTMENT_C }; /* A: NET; B: PII; C: no flags, no manager */
enum { HEAD_A = 11, CLERK_A, OTHER_A, HEAD_B = 21, CLERK_B, ALONE_C = 31 };

struct small {
	struct body body;
	struct store *store;
	struct db *db; /* for looking */
	struct cycle cycle;
	const struct questionnaire *tiny;
};

#define SMALL_HEAD(key, unit, audience)                                                                      \
	"key: " key "\ntitle: 票" key "\nedition: 試行版\naudience: " audience "\nunit: " unit               \
	"\nkind: personal\nextension: 0\nlabel: \"\"\nminutes: 1\nwhen: \"\"\npurpose: 試す\nitems:\n"
#define SMALL_ITEM(id, scale, more)                                                                          \
	"  - id: " id "\n    clause: \"6(1)\"\n    text: 記録しましたか\n    scale: " scale                  \
	"\n    weight: 1\n    priority: 0\n    threats: [\"3(1)\"]\n    cia: C\n    help: "                  \
	"記録を見て答える\n"                                                                         \
	"    evidence: [記録]\n    advice: 記録する\n" more

static const char *const small_sets[] = {
	SMALL_HEAD("tiny", "person", "ALL") SMALL_ITEM("T101", "Q4", "")
		SMALL_ITEM("T102", "FQ", "    when: NET\n") SMALL_ITEM("T103", "Q4", "    extra: date\n")
			SMALL_ITEM("T104", "TXT", ""),
	SMALL_HEAD("office", "department", "ALL") SMALL_ITEM("T201", "YN", ""),
	SMALL_HEAD("center", "body", "ALL") SMALL_ITEM("T301", "YN", ""),
	SMALL_HEAD("visit", "engagement", "AUD") SMALL_ITEM("T401", "J6", "    methods: 閲\n"),
	SMALL_HEAD("quiz", "person", "ALL") SMALL_ITEM("T501", "Q4", "") SMALL_ITEM(
		"T502", "KQ", "    choices: [甲, 乙]\n    answer: 2\n    explanation: 乙が正しい\n"),
};
enum { SMALL_TINY, SMALL_OFFICE, SMALL_CENTER, SMALL_VISIT, SMALL_QUIZ, SMALL_SETS };

static const char small_people[] =
	"INSERT INTO department (id, key, valid_from, valid_to) VALUES"
	" (1, 'A', 0, NULL), (2, 'B', 0, NULL), (3, 'C', 0, NULL), (4, 'D', 0, 100), (5, 'E', 40000, NULL);"
	"INSERT INTO department_term (department_id, valid_from, name, kind, ord, flags) VALUES"
	" (1, 0, '総務課', 'internal', 1, 4), (2, 0, '業務課', 'internal', 2, 512),"
	" (3, 0, '監査委員事務局', 'committee', 3, 0), (4, 0, '旧工務課', 'internal', 4, 0),"
	" (5, 40000, '新工務課', 'internal', 5, 0);"
	"INSERT INTO person (id, number, name, kind, left_day) VALUES"
	" (11, '0011', '髙橋', '正規', NULL), (12, '0012', '山﨑', '正規', NULL),"
	" (13, '0013', '林', '正規', NULL), (21, '0021', '𠮷田', '正規', NULL),"
	" (22, '0022', '葛', '会任', NULL), (31, '0031', '森', '正規', NULL), (32, '0032', '去', '正規', "
	"20000);"
	"INSERT INTO post (person_id, department_id, valid_from, valid_to) VALUES (11, 1, 0, NULL),"
	" (12, 1, 0, NULL), (13, 1, 0, NULL), (21, 2, 0, NULL), (22, 2, 0, NULL), (31, 3, 0, NULL),"
	" (32, 3, 0, 20000);"
	"INSERT INTO account (id, login, person_id, roles, created_at) VALUES"
	" (1, 'outside', NULL, 16, 0), (2, '0011', 11, 3, 0), (3, 'admin', 12, 17, 0), (4, '0013', 13, 3, 0),"
	" (5, '0021', 21, 3, 0), (6, '0022', 22, 1, 0), (7, '0031', 31, 1, 0)";

struct small_work {
	struct small *small;
	const int *sets;
	size_t count;
	instant_t now;
	bool open;
};

static inline bool
small_prepare(struct db *db, struct piece *p, struct err *e)
{
	struct small_work *w = p->with;
	struct arena *a = arena_create();
	const struct bank *bank = store_bank(w->small->store);
	int64_t ids[SMALL_SETS];
	if (!db_script(db, small_people, e))
		return false;
	for (size_t i = 0; i < w->count; i++) {
		const char *yaml = small_sets[w->sets[i]];
		struct faults f = {.arena = a};
		const struct questionnaire *q =
			questionnaire_parse(yaml, strlen(yaml), "small", bank->policy, bank->scales, 0, &f);
		ck_assert_msg(f.count == 0, "line %d: %s", f.count > 0 ? f.items[0].line : 0,
			f.count > 0 ? f.items[0].text : "");
		ck_assert(question_set_load(db, q, yaml, strlen(yaml), w->now, &ids[i], e));
	}
	arena_destroy(a);
	struct cycle *c = &w->small->cycle;
	return cycle_create(db, c, ids, w->count, e) &&
	       (!w->open || (cycle_move_make(db, p, bank, c->id, "approve", "", 0, w->now, e) &&
				    cycle_move_make(db, p, bank, c->id, "open", "", 0, w->now, e)));
}

static inline bool
small_begin(struct small *s, const int *sets, size_t count, bool open, struct err *e)
{
	day_t opens = day_of(2026, 10, 1);
	body_setup(&s->body);
	s->store = store_open(s->body.directory, e);
	ck_assert_msg(s->store != NULL, "%s", e->text);
	s->db = store_reader(s->store, e);
	s->cycle = (struct cycle){.year = 2026,
		.title = "試行",
		.base_day = day_of(2026, 6, 1),
		.opens_day = opens,
		.due_day = day_of(2026, 10, 31)};
	struct small_work w = {s, sets, count, instant_of_day(opens) + NOON, open};
	return writer_run(store_writer(s->store), small_prepare, &w, e);
}

static inline void
small_setup(struct small *s)
{
	static const int sets[] = {SMALL_TINY, SMALL_OFFICE, SMALL_CENTER};
	struct err e = {0};
	ck_assert_msg(small_begin(s, sets, 3, true, &e), "%s", e.text);
	s->tiny = store_cycle_set(s->store, s->cycle.id, "tiny", &e);
	ck_assert_msg(s->tiny != NULL, "%s", e.text);
}

static inline void
small_teardown(struct small *s)
{
	store_close(s->store);
	body_teardown(&s->body);
}

static inline int64_t
small_sheet_of(struct small *s, int64_t person)
{
	struct rows r;
	static const char sql[] = "SELECT id FROM sheet WHERE set_key = 'tiny' AND person_id = $1";
	ck_assert(db_query(s->db, &r, NULL, sql, "i", person));
	return rows_number(&r);
}

#endif
