/* Registers as they are stored: by hand, from a file, and what is left of the past. */
#include "store/register/registers.h"
#include "store/small.h"

static struct small s;
static const struct register_kind *sns, *asset;

static void
begin(void)
{
	static const int sets[] = {SMALL_TINY};
	struct err e = {0};
	ck_assert_msg(small_begin(&s, sets, 1, false, &e), "%s", e.text);
	sns = register_find(store_bank(s.store)->registers, "sns");
	asset = register_find(store_bank(s.store)->registers, "asset");
}

static void
end(void)
{
	small_teardown(&s);
}

#define HEAD "管理番号,名称,所属コード,責任者,サービス,アカウント名,停止の手順\n"

struct job {
	const struct register_kind *kind;
	const char *csv;
	bool end_gone;
	struct register_import *import;
	struct faults faults;
};

enum { BY = 3 };
static const day_t today = 20001; /* 2024-10-05 */

static bool
job_work(struct db *db, struct piece *p, struct err *e)
{
	struct job *j = p->with;
	struct acting by = {BY, instant_of_day(today)};
	j->faults.arena = s.body.arena;
	j->import = register_read(
		db, s.body.arena, j->kind, j->csv, strlen(j->csv), "f.csv", by.now, &j->faults, e);
	if (j->import == NULL)
		return e->kind == ERR_NONE && err_set(e, ERR_INPUT, "%s", j->faults.items[0].text);
	return register_apply(db, s.body.arena, j->import, "f.csv", j->end_gone, by, e);
}

static bool
import(struct job *j, struct err *e)
{
	*e = (struct err){0};
	return writer_run(store_writer(s.store), job_work, j, e);
}

static void
imported(const struct register_kind *kind, const char *csv, size_t new, size_t changed, size_t gone)
{
	struct err e;
	struct job j = {.kind = kind, .csv = csv};
	ck_assert_msg(import(&j, &e), "%s", e.text);
	ck_assert_uint_eq(j.import->counts[REGISTER_NEW], new);
	ck_assert_uint_eq(j.import->counts[REGISTER_CHANGED], changed);
	ck_assert_uint_eq(j.import->counts[REGISTER_GONE], gone);
}

static struct entry
entry(const struct register_kind *kind, const char *key)
{
	struct err e = {0};
	struct entry out;
	ck_assert_msg(entry_find(s.db, s.body.arena, kind, key, &out, &e), "%s", e.text);
	return out;
}

START_TEST(a_file_taken_over_twice_changes_nothing_the_second_time)
{
	static const char csv[] = HEAD "N-1,公式,A,0011,X,@a,=SUM(1)\nN-2,広報,B,0021,LINE,b,止める\n";
	imported(sns, csv, 2, 0, 0);
	imported(sns, csv, 0, 0, 0);
	struct entry n = entry(sns, "N-1");
	ck_assert_str_eq(n.department_name, "総務課");
	ck_assert_str_eq(n.owner_name, "髙橋");
	ck_assert_str_eq(n.texts[FIELD_FROM], "2024-04-01");
	ck_assert_str_eq(n.texts[FIELD_UNTIL], "");
	ck_assert_int_eq(body_number(s.db, "SELECT count(*) FROM event WHERE what = 'entry_added'"), 2);
}
END_TEST

START_TEST(one_faulty_row_keeps_the_whole_file_out)
{
	static const char *const faulty[] = {
		HEAD "N-1,公式,A,0011,X,@a,x\nN-2,広報,B,,LINE,b,c\n",     /* nobody responsible */
		HEAD "N-1,公式,A,0011,X,@a,x\nN-2,広報,B,0032,LINE,b,c\n", /* has left */
		HEAD "N-1,公式,A,0011,X,@a,x\nN-2,広報,D,0021,LINE,b,c\n", /* a department of the past */
		HEAD "N-1,公式,A,0011,X,@a,x\nN-2,広報,B,0021,mixi,b,c\n",
	};
	for (size_t i = 0; i < sizeof faulty / sizeof *faulty; i++) {
		struct err e;
		struct job j = {.kind = sns, .csv = faulty[i]};
		ck_assert(!import(&j, &e));
		ck_assert_uint_eq(j.faults.count, 1);
		ck_assert_int_eq(j.faults.items[0].line, 3);
	}
	ck_assert_int_eq(body_number(s.db, "SELECT count(*) FROM entry"), 0);
}
END_TEST

START_TEST(what_a_file_lacks_ends_only_when_that_is_asked_for)
{
	imported(sns, HEAD "N-1,公式,A,0011,X,@a,x\nN-2,広報,B,0021,LINE,b,c\n", 2, 0, 0);
	imported(sns, HEAD "N-1,公式（新）,A,0011,X,@a,x\n", 0, 1, 1);
	ck_assert_str_eq(entry(sns, "N-2").texts[FIELD_UNTIL], "");
	struct err e;
	struct job j = {.kind = sns, .csv = HEAD "N-1,公式（新）,A,0011,X,@a,x\n", .end_gone = true};
	ck_assert_msg(import(&j, &e), "%s", e.text);
	ck_assert_str_eq(entry(sns, "N-2").texts[FIELD_UNTIL], "2024-10-04");
	imported(sns, j.csv, 0, 0, 0);
	struct register_count n;
	ck_assert(register_counts(s.db, s.body.arena, sns, today, &n, &e));
	ck_assert_int_eq(n.there, 1);
	ck_assert_int_eq(n.ended, 1);
	ck_assert_int_eq(n.lacking, 1); /* no URL, no day of the last change */
}
END_TEST

START_TEST(every_change_of_an_entry_stays_to_be_read)
{
	struct rows r;
	imported(sns, HEAD "N-1,公式,A,0011,X,@a,x\n", 1, 0, 0);
	imported(sns, HEAD "N-1,公式,B,0021,X,@a,x\n", 0, 1, 0);
	ck_assert(db_query(s.db, &r, NULL,
		"SELECT detail, account_id FROM event WHERE what = 'entry_saved' AND subject = 'sns/N-1'",
		""));
	ck_assert(rows_next(&r));
	ck_assert_str_eq(row_text(&r, 0, s.body.arena), "所属コード: A → B; 責任者: 0011 → 0021");
	ck_assert_int_eq(row_int(&r, 1), BY);
	ck_assert(!rows_next(&r));
	rows_end(&r, NULL);
}
END_TEST

static bool
add_work(struct db *db, struct piece *p, struct err *e)
{
	return entry_add(db, s.body.arena, sns, p->with, (struct acting){BY, 0}, e);
}

START_TEST(a_number_is_given_once)
{
	struct err e = {0};
	imported(sns, HEAD "N-1,公式,A,0011,X,@a,x\n", 1, 0, 0);
	struct entry again = entry(sns, "N-1");
	ck_assert(!writer_run(store_writer(s.store), add_work, &again, &e));
	ck_assert_int_eq(e.kind, ERR_CONFLICT);
	struct entry none;
	ck_assert(!entry_find(s.db, s.body.arena, sns, "N-2", &none, &e));
	ck_assert_int_eq(e.kind, ERR_ABSENT);
}
END_TEST

START_TEST(lists_follow_department_owner_words_and_day)
{
	struct err e = {0};
	struct entries list;
	imported(asset,
		"管理番号,名称,所属コード,管理者,区分,機密性,完全性,可用性\n"
		"A-2,料金台帳,B,0022,情報（印刷物を含む）,3,3,2\nA-1,配管図,A,,"
		"文書（仕様書・ネットワーク図など）,2,3,2\n"
		"A-3,旧台帳,B,0022,機器・媒体,1,1,1\n",
		3, 0, 0);
	imported(asset, "管理番号,最後の日\nA-3,2024-05-31\n", 0, 1, 2);
	static const struct {
		struct entry_filter filter;
		const char *keys;
	} rows[] = {
		{{0}, "A-1 A-2 A-3 "},
		{{.there = 20000}, "A-1 A-2 "},
		{{.department_id = DEPARTMENT_B}, "A-2 A-3 "},
		{{.owner_id = CLERK_B, .there = 19874}, "A-2 A-3 "}, /* 2024-05-31, its last day */
		{{.owner_id = CLERK_B, .there = 19875}, "A-2 "},
		{{.words = "台帳"}, "A-2 A-3 "},
		{{.words = "A-1"}, "A-1 "},
		{{.skip = 1, .most = 1}, "A-2 "},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		ck_assert(entries_list(s.db, s.body.arena, asset, &rows[i].filter, &list, &e));
		const char *keys = "";
		for (size_t k = 0; k < list.count; k++)
			keys = arena_printf(s.body.arena, "%s%s ", keys, list.rows[k].texts[FIELD_KEY]);
		ck_assert_str_eq(keys, rows[i].keys);
	}
}
END_TEST

Suite *registers_suite(void);
Suite *
registers_suite(void)
{
	Suite *suite = suite_create("registers");
	TCase *t = tcase_create("registers");
	tcase_set_timeout(t, 60);
	tcase_add_checked_fixture(t, begin, end);
	tcase_add_test(t, a_file_taken_over_twice_changes_nothing_the_second_time);
	tcase_add_test(t, one_faulty_row_keeps_the_whole_file_out);
	tcase_add_test(t, what_a_file_lacks_ends_only_when_that_is_asked_for);
	tcase_add_test(t, every_change_of_an_entry_stays_to_be_read);
	tcase_add_test(t, a_number_is_given_once);
	tcase_add_test(t, lists_follow_department_owner_words_and_day);
	suite_add_tcase(suite, t);
	return suite;
}
