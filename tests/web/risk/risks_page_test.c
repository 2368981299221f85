/* The risk assessment through the browser's door: who sees, who judges, who accepts, what is proposed. */
#include "web/demo.h"

#include "store/risk/risks.h"

#define JUDGED                                                                                               \
	"likelihood=3&loss=4&grounds=why&owner=&treatment=reduce&measure=more&asset=&department=&threat=3("  \
	"2)"

static void
setup(void)
{
	demo_start();
}

static void
teardown(void)
{
	demo_stop();
}

/* Of the demonstration's risks the one with this asset, or 0. */
static struct risk
risk_of(const char *asset)
{
	struct err e = {0};
	struct risk *list;
	size_t count;
	const struct risk_filter all = {0};
	ck_assert(risks_list(store_reader(b->store, &e), arena, &all, &list, &count, &e));
	for (size_t i = 0; i < count; i++)
		if (strcmp(list[i].asset, asset) == 0)
			return list[i];
	ck_abort_msg("no risk of %s", asset);
}

static int
ask(int role, int64_t id, const char *what, const char *fields)
{
	char path[64];
	snprintf(path, sizeof path, "/risks/%lld%s", (long long)id, what);
	return body_as(b, role, fields == NULL ? "GET" : "POST", path, fields);
}

START_TEST(the_matrix_counts_in_words_and_the_list_is_by_value)
{
	int year = risk_of("水道料金システム").year;
	char paper[48];
	snprintf(paper, sizeof paper, "/papers/risk-assessment/%d.pdf", year);
	ck_assert_int_eq(body_as(b, LEAD, "GET", "/risks", NULL), 200);
	ck_assert(body_says(
		b, "<td class=\"band-high\"><span class=\"small\">高</span> <strong>1件</strong></td>"));
	ck_assert(strstr(b->answer.data, "水道料金システム</a>") <
		  strstr(b->answer.data, "積算CADシステム</a>"));
	ck_assert(!body_says(b, "評価を加える"));
	ck_assert_int_eq(body_as(b, STAFF, "GET", "/risks", NULL), 403);
	ck_assert_int_eq(body_as(b, MANAGER, "GET", "/risks", NULL), 200);
	ck_assert(body_says(b, "水道料金システム</a>")); /* of the own department only */
	ck_assert(!body_says(b, "遠方監視システム</a>"));
	ck_assert_int_eq(ask(MANAGER, risk_of("遠方監視システム").id, "", NULL), 404);
	ck_assert_int_eq(body_as(b, MANAGER, "GET", paper, NULL), 404);
	ck_assert_int_eq(body_as(b, LEAD, "GET", paper, NULL), 200);
	ck_assert(body_says(b, "%PDF-"));
	ck_assert_int_eq(ask(LEAD, year, "/tables?form=csv", NULL), 200);
	ck_assert(body_says(b, "\"水道料金システム\",\"S-01\""));
	ck_assert_int_eq(body_as(b, LEAD, "GET", "/risks?year=x", NULL), 400);
}
END_TEST

START_TEST(the_secretariat_judges_an_entry_of_a_register_or_what_it_writes)
{
	ck_assert_int_eq(body_as(b, LEAD, "POST", "/risks", JUDGED "&entry=asset/A-01"), 403);
	ck_assert_int_eq(body_as(b, ADMIN, "GET", "/risks/new", NULL), 200);
	ck_assert(!body_says(b, "手順書")); /* what is confidential is not offered */
	ck_assert_int_eq(body_as(b, ADMIN, "POST", "/risks", JUDGED "&entry=system/S-07"), 303);
	ck_assert_int_eq(risk_of("公式サイト").likelihood, 3);
	ck_assert_int_eq(body_as(b, ADMIN, "POST", "/risks", JUDGED "&entry=system/S-07"), 409);
	ck_assert(body_says(b, ">why</textarea>")); /* what was typed is there */
	ck_assert_int_eq(body_as(b, ADMIN, "POST", "/risks", JUDGED "&entry=procedure/T-01"), 422);
	ck_assert_int_eq(body_as(b, ADMIN, "POST", "/risks", JUDGED "&entry="), 422);
	ck_assert(body_says(b, "there is no department with this code"));
}
END_TEST

/* In its department a minor finding of last year came again this year: two minor ones are a step, and that
 * one was repeated is another. A person decides. */
START_TEST(results_propose_and_a_person_decides)
{
	struct risk r = risk_of("水道料金システム");
	char fields[256];
	ck_assert_int_eq(r.likelihood, 3);
	ck_assert_int_eq(ask(ADMIN, r.id, "", NULL), 200);
	ck_assert(body_says(b, "起こりやすさを 5 にすることの提案"));
	ck_assert(body_says(b, "軽微な不適合2件。繰り返された指摘がある。"));
	snprintf(fields, sizeof fields,
		"revision=%d&likelihood=4&loss=5&grounds=followed&owner=%s&treatment=reduce&measure=m",
		r.revision, r.owner_number);
	ck_assert_int_eq(ask(LEAD, r.id, "", fields), 403);
	ck_assert_int_eq(ask(ADMIN, r.id, "", fields), 303);
	ck_assert_int_eq(risk_of("水道料金システム").likelihood, 4);
	ck_assert_int_eq(ask(ADMIN, r.id, "", fields), 409);
	ck_assert_int_eq(ask(ADMIN, r.id, "", NULL), 200);
	ck_assert(body_says(b, "followed"));
	ck_assert(body_says(b, "起こりやすさ 5："));
}
END_TEST

START_TEST(the_management_accepts_what_is_to_be_borne)
{
	struct risk r = risk_of("積算CADシステム");
	char fields[128];
	ck_assert_int_ne(r.accepted_by, 0);
	snprintf(fields, sizeof fields, "revision=%d&until=2999-03-31&reason=longer", r.revision);
	ck_assert_int_eq(ask(ADMIN, r.id, "/accept", fields), 403);
	ck_assert_int_eq(ask(MANAGEMENT, r.id, "/accept", fields), 303);
	ck_assert_int_eq(risk_of("積算CADシステム").accepted_until, day_of(2999, 3, 31));
	snprintf(fields, sizeof fields, "revision=%d&until=2001-01-01&reason=x", r.revision + 1);
	ck_assert_int_eq(ask(MANAGEMENT, r.id, "/accept", fields), 422);
	r = risk_of("水道料金システム");
	snprintf(fields, sizeof fields, "revision=%d&until=2999-03-31&reason=x", r.revision);
	ck_assert_int_eq(ask(MANAGEMENT, r.id, "/accept", fields), 409);
}
END_TEST

START_TEST(a_new_year_begins_with_the_last_ones)
{
	char form[32], path[32];
	int next = risk_of("積算CADシステム").year + 1;
	snprintf(form, sizeof form, "year=%d", next);
	snprintf(path, sizeof path, "/risks?year=%d", next);
	ck_assert_int_eq(body_as(b, MANAGEMENT, "POST", "/risks/copy", form), 403);
	ck_assert_int_eq(body_as(b, ADMIN, "GET", path, NULL), 200);
	ck_assert(body_says(b, "前年度の評価を引き継ぐ"));
	ck_assert(body_says(b, ">前の年度</a>"));
	ck_assert(!body_says(b, ">次の年度</a>")); /* the year to come is the last */
	snprintf(path, sizeof path, "/risks?year=%d", next - 1);
	ck_assert_int_eq(body_as(b, ADMIN, "GET", path, NULL), 200);
	ck_assert(!body_says(b, ">前の年度</a>")); /* nothing was assessed before */
	ck_assert(body_says(b, ">次の年度</a>"));
	snprintf(path, sizeof path, "/risks?year=%d", next);
	ck_assert_int_eq(body_as(b, ADMIN, "POST", "/risks/copy", form), 303);
	ck_assert_int_eq(body_as(b, ADMIN, "GET", path, NULL), 200);
	ck_assert(body_says(b, "積算CADシステム"));
	ck_assert(body_says(b, "受容の承認待ち"));
}
END_TEST

/* How many decisions the page shows that it was made from. */
static int
changes_shown(void)
{
	int changes;
	const char *at = strstr(b->answer.data, "name=\"changes\" value=\"");
	ck_assert_ptr_nonnull(at);
	ck_assert_int_eq(sscanf(at, "name=\"changes\" value=\"%d\"", &changes), 1);
	return changes;
}

/* The demonstration's table is settled; a decision makes it a draft, and settled again it is a new edition
 * with a number, while the old one is given as it was. */
START_TEST(the_secretariat_settles_the_table_and_it_is_issued_at_once)
{
	struct risk r = risk_of("水道料金システム");
	char path[48], fields[256], paper[80];
	snprintf(path, sizeof path, "/risks?year=%d", r.year);
	ck_assert_int_eq(body_as(b, ADMIN, "GET", path, NULL), 200);
	ck_assert(body_says(b, "第1版。情報セキュリティ委員会が"));
	ck_assert(!body_says(b, "確定して発行する"));
	snprintf(paper, sizeof paper, "/papers/risk-assessment/%d.pdf?edition=1", r.year);
	ck_assert_int_eq(body_as(b, LEAD, "GET", paper, NULL), 404); /* settled, but not issued yet */
	snprintf(paper, sizeof paper, "/papers/risk-assessment/%d.pdf", r.year);
	ck_assert_int_eq(body_as(b, LEAD, "GET", paper, NULL), 200);
	snprintf(fields, sizeof fields,
		"revision=%d&likelihood=4&loss=5&grounds=followed&owner=%s&treatment=reduce&measure=m",
		r.revision, r.owner_number);
	ck_assert_int_eq(ask(ADMIN, r.id, "", fields), 303);
	ck_assert_int_eq(body_as(b, LEAD, "GET", path, NULL), 200);
	ck_assert(body_says(b, "第2版はまだ確定していません"));
	ck_assert(!body_says(b, "確定して発行する"));
	ck_assert_int_eq(body_as(b, ADMIN, "GET", path, NULL), 200);
	const int changes = changes_shown();
	const char *form = "changes=%d&approved_by=board&approved_day=2020-04-01&reason=%s";
	snprintf(fields, sizeof fields, form, changes, "why");
	ck_assert_int_eq(ask(LEAD, r.year, "/settle", fields), 403);
	snprintf(fields, sizeof fields, form, changes, "");
	ck_assert_int_eq(ask(ADMIN, r.year, "/settle", fields), 422);
	ck_assert(body_says(b, "value=\"board\"")); /* what was typed is there */
	snprintf(fields, sizeof fields, form, changes - 1, "why");
	ck_assert_int_eq(ask(ADMIN, r.year, "/settle", fields), 409);
	snprintf(fields, sizeof fields, form, changes, "why");
	ck_assert_int_eq(ask(ADMIN, r.year, "/settle", fields), 303);
	snprintf(paper, sizeof paper, "/papers/risk-assessment/%d", r.year);
	ck_assert_int_eq(body_as(b, MANAGEMENT, "GET", paper, NULL), 200);
	ck_assert(body_says(b, "第2版のPDF"));
	ck_assert(body_says(b, "第1版のPDF"));
	ck_assert(body_says(b, "<dd>why</dd>"));
}
END_TEST

START_TEST(the_head_of_a_risk_names_the_department_of_whoever_reads)
{
	char head[256];
	ck_assert_int_eq(body_as(b, LEAD, "GET", "/account", NULL), 200);
	const char *from = strstr(b->answer.data, "<a href=\"/account\">");
	ck_assert_ptr_nonnull(from);
	snprintf(head, sizeof head, "%.*s", (int)(strstr(from, "</a>") - from), from);
	ck_assert_int_eq(ask(LEAD, risk_of("水道料金システム").id, "", NULL), 200);
	ck_assert_msg(body_says(b, head), "%s", head);
}
END_TEST

Suite *risks_page_suite(void);
Suite *
risks_page_suite(void)
{
	Suite *s = suite_create("risks_page");
	TCase *t = tcase_create("risks_page");
	tcase_set_timeout(t, 60);
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, the_matrix_counts_in_words_and_the_list_is_by_value);
	tcase_add_test(t, the_secretariat_judges_an_entry_of_a_register_or_what_it_writes);
	tcase_add_test(t, results_propose_and_a_person_decides);
	tcase_add_test(t, the_management_accepts_what_is_to_be_borne);
	tcase_add_test(t, a_new_year_begins_with_the_last_ones);
	tcase_add_test(t, the_secretariat_settles_the_table_and_it_is_issued_at_once);
	tcase_add_test(t, the_head_of_a_risk_names_the_department_of_whoever_reads);
	suite_add_tcase(s, t);
	return s;
}
