/* What everybody may read of a finding: who writes it, when, and what is refused. */
#include "store/audit/finding_public.h"

#include "store/small.h"

enum { LEAD = 40, AUDITOR, CHIEF, MANAGER_A = 2, FINDING = 1 };

static struct small s;

static bool
script_work(struct db *db, struct piece *p, struct err *e)
{
	return db_script(db, p->with, e);
}

static void
change(const char *script)
{
	struct err e = {0};
	ck_assert_msg(writer_run(store_writer(s.store), script_work, (void *)script, &e), "%s", e.text);
}

static void
setup(void)
{
	small_setup(&s);
	change("INSERT INTO account (id, login, roles, created_at) VALUES (40, 'lead', 32, 0), (41, 'auditor', 4,"
	       " 0), (42, 'chief', 8, 0);"
	       "INSERT INTO entry (kind, key, name, department_id, valid_from, fields) VALUES"
	       " ('system', 'S-1', '料金システム', 1, 0, '{}');"
	       "INSERT INTO finding (id, year, serial, department_id, title, severity, clause, facts, criterion,"
	       " cause, effect, proposal, state, raised_by, raised_at) VALUES (1, 2026, 1, 1, '件名', 'minor',"
	       " '6(4)', '事実', '基準', '', '', '', 'planning', 41, 0)");
}

static void
teardown(void)
{
	small_teardown(&s);
}

struct work {
	struct finding_act act;
	struct finding_public words;
};

static bool
work_run(struct db *db, struct piece *p, struct err *e)
{
	struct work *w = p->with;
	return finding_publish(db, &w->act, store_bank(s.store)->registers, &w->words, e);
}

static enum err_kind
publish(int64_t account, int revision, const char *title, const char *measure)
{
	struct err e = {0};
	struct work w = {.act = {.arena = s.body.arena,
				 .policy = store_bank(s.store)->policy,
				 .account_id = account,
				 .now = instant_of_day(day_of(2026, 11, 2)) + NOON,
				 .finding_id = FINDING,
				 .revision = revision},
		.words = {.title = title, .measure = measure}};
	writer_run(store_writer(s.store), work_run, &w, &e);
	return e.kind;
}

static struct finding_public
stored(void)
{
	struct finding_public out;
	struct err e = {0};
	ck_assert_msg(finding_public_find(s.db, s.body.arena, FINDING, &out, &e), "%s", e.text);
	return out;
}

START_TEST(the_latest_edition_counts_and_says_whose_it_is)
{
	ck_assert_str_eq(stored().title, "");
	ck_assert_int_eq(publish(AUDITOR, 1, "記録の漏れ", ""), ERR_NONE);
	ck_assert_int_eq(publish(LEAD, 2, "返却の記録の漏れ", "様式を改めた"), ERR_NONE);
	ck_assert_str_eq(stored().title, "返却の記録の漏れ");
	ck_assert_str_eq(stored().measure, "様式を改めた");
	ck_assert_str_eq(stored().who, "lead");
}
END_TEST

START_TEST(only_auditors_write_it_and_only_of_what_is_confirmed)
{
	ck_assert_int_eq(publish(MANAGER_A, 1, "記録の漏れ", ""), ERR_DENIED);
	ck_assert_int_eq(publish(CHIEF, 1, "記録の漏れ", ""), ERR_DENIED);
	change("UPDATE finding SET state = 'checking'");
	ck_assert_int_eq(publish(AUDITOR, 1, "記録の漏れ", ""), ERR_CONFLICT);
	ck_assert_str_eq(stored().title, "");
}
END_TEST

START_TEST(what_everybody_reads_is_refused_with_faulty_words)
{
	ck_assert_int_eq(publish(AUDITOR, 1, " ", "様式を改めた"), ERR_INPUT);
	ck_assert_int_eq(publish(AUDITOR, 1, "一行目\n二行目", ""), ERR_INPUT);
	ck_assert_int_eq(publish(AUDITOR, 1, "料金システムの設定", ""), ERR_INPUT);
	ck_assert_int_eq(publish(AUDITOR, 1, "設定の漏れ", "料金システムを直した"), ERR_INPUT);
	ck_assert_int_eq(publish(AUDITOR, 9, "設定の漏れ", ""), ERR_CONFLICT);
	ck_assert_str_eq(stored().title, "");
}
END_TEST

Suite *finding_public_suite(void);
Suite *
finding_public_suite(void)
{
	Suite *suite = suite_create("finding_public");
	TCase *t = tcase_create("finding_public");
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, the_latest_edition_counts_and_says_whose_it_is);
	tcase_add_test(t, only_auditors_write_it_and_only_of_what_is_confirmed);
	tcase_add_test(t, what_everybody_reads_is_refused_with_faulty_words);
	suite_add_tcase(suite, t);
	return suite;
}
