/*
 * A body for measuring: PEOPLE in DEPARTMENTS, one open cycle with one set of ITEMS
 * questions, everyone signed in.
 *
 *	body DIR PEOPLE DEPARTMENTS ITEMS
 *
 * Prints one line a person: session token, form key, sheet.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/secret.h"
#include "base/words.h"
#include "domain/organisation/role.h"
#include "store/organisation/account.h"
#include "store/organisation/people.h"
#include "store/sheet/sheets.h"
#include "store/store.h"

struct plan {
	struct arena *arena;
	struct store *store;
	int64_t people, departments, items, cycle_id;
	instant_t now;
};

static void
stop(const struct err *e)
{
	fprintf(stderr, "body: %s\n", e->text);
	exit(1);
}

static const char *
set_yaml(const struct plan *p)
{
	struct buf b = BUF_INIT;
	buf_adds(&b,
		"key: bench\ntitle: 計測票\nedition: 第1版\naudience: ALL\nunit: person\nkind: personal\n"
		"extension: 0\nlabel: \"\"\nminutes: 15\nwhen: \"\"\npurpose: 計測用の設問です。\nitems:\n");
	static const char *const clauses[] = {
		"5", "6(1)", "6(2)", "6(3)③", "6(4)", "6(5)", "6(6)", "6(7)a", "6(8)b", "6(9)a"};
	for (int64_t i = 1; i <= p->items; i++)
		buf_addf(&b,
			"  - {id: B%02lld, clause: \"%s\", scale: Q4, weight: %lld, priority: 0, threats: "
			"[\"3(1)\"], cia: C,\n"
			"     text: "
			"\"%"
			"lld番目の取扱いについて、決められた手順のとおりに今年度の作業を行い、記録しましたか"
			"\",\n"
			"     help: "
			"\"自分の担当する業務について答えます。例：契約者名簿の受渡しを台帳に記録している。\""
			",\n"
			"     advice: \"手順書を開き、記録の書き方を確かめてください。\"}\n",
			(long long)i, clauses[(size_t)i % 10], (long long)(i % 3 + 1), (long long)i);
	char *text = arena_strdup(p->arena, b.data);
	buf_free(&b);
	return text;
}

static const struct roster *
roster_make(const struct plan *p)
{
	struct roster *r = ARENA_NEW(p->arena, struct roster);
	r->charset = "UTF-8";
	r->count = (size_t)p->people;
	r->rows = ARENA_ARRAY(p->arena, struct roster_row, r->count);
	for (int64_t i = 0; i < p->people; i++) {
		long long d = i % p->departments + 1;
		r->rows[i] = (struct roster_row){.number = arena_printf(p->arena, "%06lld", (long long)i + 1),
			.name = arena_printf(p->arena, "計測 太郎%lld", (long long)i + 1),
			.kana = "",
			.kind = "正規",
			.department = arena_printf(p->arena, "d%03lld", d),
			.department_name = arena_printf(p->arena, "第%lld課", d),
			.login = "",
			.mail = arena_printf(p->arena, "%06lld@bench.example", (long long)i + 1),
			.roles = ROLE_STAFF};
	}
	r->rows[0].login = "management";
	r->rows[0].roles = ROLE_ALL;
	return r;
}

static bool
body_make(struct db *db, struct piece *piece, struct err *e)
{
	struct plan *p = piece->with;
	const struct bank *bank = store_bank(p->store);
	struct faults faults = {.arena = p->arena};
	const char *yaml = set_yaml(p);
	const struct questionnaire *q =
		questionnaire_parse(yaml, strlen(yaml), "bench", bank->policy, bank->scales, 0, &faults);
	if (q == NULL)
		return err_set(e, ERR_INPUT, "%d: %s", faults.items[0].line, faults.items[0].text);
	int64_t set_id;
	day_t today = day_of_instant(p->now);
	struct cycle c = {
		.year = 2026, .title = "計測", .base_day = today, .opens_day = today, .due_day = today + 30};
	bool made = roster_apply(db, p->arena, roster_make(p), today, p->now, e) &&
		    question_set_load(db, q, yaml, strlen(yaml), p->now, &set_id, e) &&
		    cycle_create(db, &c, &set_id, 1, e) &&
		    cycle_move_make(db, piece, bank, c.id, "approve", "", 0, p->now, e) &&
		    cycle_move_make(db, piece, bank, c.id, "open", "", 0, p->now, e);
	p->cycle_id = c.id;
	return made;
}

SQL(bench_sheets, "SELECT s.id, a.id FROM sheet s JOIN account a ON a.person_id = s.person_id ORDER BY a.id");

static bool
sessions_make(struct db *db, struct piece *piece, struct err *e)
{
	struct plan *p = piece->with;
	int64_t *pairs = ARENA_ARRAY(p->arena, int64_t, (size_t)p->people * 2);
	size_t n = 0;
	struct rows r;
	if (!db_query(db, &r, e, bench_sheets, ""))
		return false;
	for (; rows_next(&r); n += 2) {
		pairs[n] = row_int(&r, 0);
		pairs[n + 1] = row_int(&r, 1);
	}
	if (!rows_end(&r, e))
		return false;
	for (size_t i = 0; i < n; i += 2) {
		char token[TOKEN_SIZE];
		struct session s;
		if (!session_create(db, pairs[i + 1], p->now, token, e) ||
			!session_find(db, p->arena, token, &s, e))
			return false;
		printf("%s %s %lld\n", token, s.form_key, (long long)pairs[i]);
	}
	return true;
}

int
main(int argc, char **argv)
{
	if (argc != 5)
		return 2;
	words_init();
	secret_init();
	struct err e = {0};
	struct plan p = {.arena = arena_create(),
		.people = atoll(argv[2]),
		.departments = atoll(argv[3]),
		.items = atoll(argv[4]),
		.now = clock_now()};
	if (!store_create(argv[1], &e) || (p.store = store_open(argv[1], &e)) == NULL)
		stop(&e);
	struct writer *w = store_writer(p.store);
	if (!writer_run(w, body_make, &p, &e) || !writer_run(w, sessions_make, &p, &e))
		stop(&e);
	store_close(p.store);
	arena_destroy(p.arena);
	return 0;
}
