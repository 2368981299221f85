#include <check.h>
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/resource.h"
#include "domain/organisation/role.h"
#include "domain/organisation/roster.h"

static struct arena *arena;
static struct faults faults;

static void
begin(void)
{
	arena = arena_create();
	faults = (struct faults){.arena = arena};
}

static void
end(void)
{
	arena_destroy(arena);
}

static char *
corpus_read(const char *directory, const char *name, size_t *length)
{
	char path[4096], file[512];
	snprintf(file, sizeof file, "tests/%s/roster/%s", directory, name);
	resource_path(file, path, sizeof path);
	char *data;
	struct err e = {0};
	ck_assert_msg(file_read(arena, path, &data, length, &e), "%s", e.text);
	return data;
}

static const struct roster *
golden(const char *name)
{
	size_t length;
	char *data = corpus_read("golden", name, &length);
	const struct roster *r = roster_parse(data, length, name, &faults);
	ck_assert_msg(r != NULL, "%s: %s", name, faults.count > 0 ? faults.items[0].text : "");
	return r;
}

START_TEST(every_refused_file_is_refused_with_all_its_faults_by_line)
{
	char path[4096], **names;
	size_t count, length;
	struct err e = {0};
	resource_path("tests/refused/roster", path, sizeof path);
	ck_assert(file_list(arena, path, ".csv", &names, &count, &e));
	ck_assert_uint_gt(count, 20);
	for (size_t i = 0; i < count; i++) {
		char *data = corpus_read("refused", names[i], &length);
		struct faults f = {.arena = arena};
		ck_assert_msg(roster_parse(data, length, names[i], &f) == NULL, "%s was taken", names[i]);
		struct buf got = BUF_INIT;
		for (size_t j = 0; j < f.count; j++)
			buf_addf(&got, "%d: %s\n", f.items[j].line, f.items[j].text);
		char *dot = strrchr(names[i], '.');
		const char *expected = corpus_read("refused",
			arena_printf(arena, "%.*s.expected", (int)(dot - names[i]), names[i]), &length);
		ck_assert_msg(strcmp(got.data, expected) == 0, "%s:\n%swhere was expected:\n%s", names[i],
			got.data, expected);
		buf_free(&got);
	}
}
END_TEST

START_TEST(viewpoint_09_a_roster_reads_alike_in_every_encoding)
{
	static const char *const files[] = {"utf8.csv", "utf8_bom.csv", "cp932.csv", "bom_before_quote.csv"};
	for (size_t i = 0; i < 4; i++) {
		const struct roster *r = golden(files[i]);
		ck_assert_str_eq(r->charset, i == 2 ? "CP932" : "UTF-8");
		ck_assert_uint_eq(r->count, 3);
		ck_assert_str_eq(r->rows[0].number, "1001");
		ck_assert_str_eq(r->rows[0].name, "髙橋 一郎");
		ck_assert_str_eq(r->rows[0].kana, "タカハシ イチロウ");
		ck_assert_str_eq(r->rows[0].kind, "正規");
		ck_assert_str_eq(r->rows[0].login, "takahashi");
		ck_assert_uint_eq(r->rows[0].roles, ROLE_STAFF | ROLE_MANAGER | ROLE_AUDITOR);
		ck_assert_str_eq(r->rows[1].name, "山﨑 花子");
		ck_assert_str_eq(r->rows[1].login, "");
		ck_assert_str_eq(roster_login(&r->rows[1]), "1002");
		ck_assert_uint_eq(r->rows[1].roles, ROLE_STAFF);
		ck_assert_str_eq(r->rows[2].name, "渡邊, 三郎");
		ck_assert_str_eq(r->rows[2].department, "020");
		ck_assert_str_eq(r->rows[2].department_name, "業務課（料金）");
		ck_assert_uint_eq(r->rows[2].roles, ROLE_STAFF | ROLE_MANAGER);
		ck_assert_int_eq(r->rows[2].line, 4);
	}
}
END_TEST

START_TEST(viewpoint_09_rare_kanji_and_variants_stay_as_they_came)
{
	const struct roster *r = golden("rare.csv");
	ck_assert_str_eq(r->rows[0].name, "\U00020BB7野 太郎");
	ck_assert_str_eq(r->rows[1].name, "葛\U000E0100城 辻\U000E0100子");
	ck_assert_str_eq(r->rows[2].name, "髙﨑 德彌");
}
END_TEST

START_TEST(columns_come_in_any_order_and_blank_rows_do_not_count)
{
	const struct roster *r = golden("english.csv");
	ck_assert_uint_eq(r->count, 2);
	ck_assert_str_eq(r->rows[0].number, "1");
	ck_assert_str_eq(r->rows[0].name, "佐藤 恵");
	ck_assert_str_eq(r->rows[0].department, "010");
	ck_assert_str_eq(r->rows[0].kana, "");
	ck_assert_int_eq(r->rows[0].line, 3);
	ck_assert_str_eq(r->rows[1].department_name, "業務課");
	ck_assert_int_eq(r->rows[1].line, 6);
	ck_assert_uint_eq(r->rows[1].roles, ROLE_STAFF);
}
END_TEST

static const struct roster *
parsed(const char *rows)
{
	const char *text =
		arena_printf(arena, "number,name,kind,department,department_name,login,roles\n%s", rows);
	const struct roster *r = roster_parse(text, strlen(text), "test", &faults);
	ck_assert_msg(r != NULL, "%s", faults.count > 0 ? faults.items[0].text : "");
	return r;
}

START_TEST(comparing_tells_who_is_new_changed_and_gone)
{
	const struct roster *before =
		parsed("1,A,x,10,P,,\n2,B,x,10,P,,\n3,C,x,10,P,,\n4,D,x,10,P,d,\n5,E,x,10,P,,\n");
	const struct roster *after = parsed("9,I,x,10,P,,\n5,E,x,10,P,5,staff\n4,D,x,10,P,dd,\n2,B,x,20,Q,,"
					    "\n1,A,x,10,P,,manager\n8,H,x,10,P,,\n");
	struct roster_difference *d;
	/* 9 and 8 are new; 4 signs in by another name, 2 moved, 1 manages; 3 left; 5 is the same, for a
	 * sign-in name left out is the number. */
	ck_assert_uint_eq(roster_compare(arena, before, after, &d), 6);
	static const struct {
		enum roster_change change;
		const char *number;
	} expected[] = {{ROSTER_NEW, "9"}, {ROSTER_NEW, "8"}, {ROSTER_CHANGED, "4"}, {ROSTER_CHANGED, "2"},
		{ROSTER_CHANGED, "1"}, {ROSTER_GONE, "3"}};
	for (size_t i = 0; i < 6; i++) {
		ck_assert_int_eq(d[i].change, expected[i].change);
		const struct roster_row *row = d[i].after != NULL ? d[i].after : d[i].before;
		ck_assert_str_eq(row->number, expected[i].number);
		ck_assert((d[i].before == NULL) == (d[i].change == ROSTER_NEW));
		ck_assert((d[i].after == NULL) == (d[i].change == ROSTER_GONE));
	}
	ck_assert_uint_eq(roster_compare(arena, before, before, &d), 0);
	const struct roster nobody = {0};
	ck_assert_uint_eq(roster_compare(arena, &nobody, after, &d), 6);
	ck_assert_uint_eq(roster_compare(arena, before, &nobody, &d), 5);
}
END_TEST

Suite *roster_suite(void);
Suite *
roster_suite(void)
{
	Suite *s = suite_create("roster");
	TCase *t = tcase_create("roster");
	tcase_add_checked_fixture(t, begin, end);
	tcase_add_test(t, every_refused_file_is_refused_with_all_its_faults_by_line);
	tcase_add_test(t, viewpoint_09_a_roster_reads_alike_in_every_encoding);
	tcase_add_test(t, viewpoint_09_rare_kanji_and_variants_stay_as_they_came);
	tcase_add_test(t, columns_come_in_any_order_and_blank_rows_do_not_count);
	tcase_add_test(t, comparing_tells_who_is_new_changed_and_gone);
	suite_add_tcase(s, t);
	return s;
}
