/* Checklists and working papers through the browser's door, from being chosen to a finding raised from
 * a line. The demonstration's auditor and lead are named in an audit of department 020. */
#include "domain/organisation/register.h"
#include "store/audit/line_answers.h"
#include "store/audit/line_evidence.h"
#include "store/audit/line_samples.h"
#include "store/audit/working_papers.h"
#include "store/files.h"
#include "web/demo.h"

static int audit;

static const char rows[] =
	"INSERT INTO engagement (year, serial, kind, title, purpose, theme, department_id, depth, "
	"covers_from,"
	" covers_to, begins_day, ends_day, place, excluded, state, created_by, created_at) SELECT 2026, 91,"
	" 'planned', '試しの監査', '確かめる', '', d.id, 'all', 20544, 20726, 20745, 20747, '', '', "
	"'drafted',"
	" a.id, 0 FROM department d, account a WHERE d.key = '020' AND a.login = 'lead';"
	"INSERT INTO engagement_member (engagement_id, account_id, lead, who, department, named_by, named_at)"
	" SELECT g.id, a.id, a.login = 'lead', a.login, '', a.id, 0 FROM engagement g, account a"
	" WHERE g.serial = 91 AND a.login IN ('lead', 'auditor')";

static bool
rows_work(struct db *db, struct piece *p, struct err *e)
{
	return db_script(db, p->with, e);
}

static void
state(const char *key)
{
	body_write(b, rows_work,
		arena_printf(arena, "UPDATE engagement SET state = '%s' WHERE serial = 91", key));
}

static void
setup(void)
{
	struct err e = {0};
	struct engagement *list;
	size_t count;
	demo_start();
	body_write(b, rows_work, (void *)rows);
	ck_assert(engagements_list(store_reader(b->store, &e), arena,
		&(struct engagement_filter){.year = 2026}, &list, &count, &e));
	for (size_t i = 0; i < count; i++)
		if (list[i].serial == 91)
			audit = (int)list[i].id;
}

static void
teardown(void)
{
	demo_stop();
}

static int
ask(int who, const char *method, const char *more, const char *fields)
{
	return body_as(b, who, method, arena_printf(arena, "/audits/%d/%s", audit, more), fields);
}

static void
fieldwork(void)
{
	ck_assert_int_eq(ask(AUDITOR, "POST", "checklist", "do=choose&clause-6(1)=1&clause-6(4)=1"), 303);
	ck_assert_int_eq(ask(LEAD, "POST", "checklist", "do=fix"), 303);
	state("fieldwork");
}

static struct line
line(const char *item)
{
	struct err e = {0};
	struct line l;
	ck_assert_msg(line_find(store_reader(b->store, &e), arena, audit, item, &l, &e), "%s", e.text);
	return l;
}

static int
act(int who, const char *item, const char *what, const char *fields)
{
	return ask(who, "POST", arena_printf(arena, "checklist/%s%s", item, what),
		arena_printf(arena, "revision=%d&%s", line(item).revision, fields));
}

#define MINOR                                                                                                \
	"judgement=minor&used-0=x&used-4=x&facts=%E8%A6%8B%E3%81%9F&difference=rule&met=%E8%AA%B2%E9%95%B7"

START_TEST(items_are_chosen_fixed_and_written_about)
{
	ck_assert_int_eq(ask(AUDITOR, "GET", "checklist", NULL), 200);
	ck_assert(body_says(b, "まだ項目を選んでいません"));
	fieldwork();
	ck_assert_int_eq(ask(AUDITOR, "GET", "checklist", NULL), 200);
	ck_assert(body_says(b, "A611"));
	ck_assert(!body_says(b, "checklist/A501")); /* clause 5 */
	ck_assert(body_says(b, "現地で書く"));
	ck_assert_int_eq(act(AUDITOR, "A611", "", "judgement=minor"), 422);
	ck_assert(body_says(b, "a nonconformity needs the facts"));
	ck_assert_int_eq(act(AUDITOR, "A611", "", MINOR), 303);
	ck_assert_int_eq(ask(AUDITOR, "GET", "checklist/A611?done=saved", NULL), 200);
	ck_assert(body_says(b, "記録しました。"));
	ck_assert(body_says(b, "見た"));
	ck_assert_str_eq(line("A611").paper.texts[PAPER_METHODS], "閲・突");
	ck_assert_int_eq(ask(AUDITOR, "GET", "papers", NULL), 200);
	ck_assert(body_says(b, "見た"));
	ck_assert_int_eq(ask(AUDITOR, "GET", "checklist/A611/history", NULL), 200);
	ck_assert(body_says(b, "<ins>見た</ins>"));
}
END_TEST

START_TEST(without_a_script_a_conflict_shows_both_papers)
{
	fieldwork();
	ck_assert_int_eq(act(AUDITOR, "A611", "", MINOR), 303);
	ck_assert_int_eq(ask(LEAD, "POST", "checklist/A611", "revision=1&judgement=conform&facts=mine"), 409);
	ck_assert(body_says(b, "先に記録された内容"));
	ck_assert(body_says(b, "見た"));
	ck_assert(body_says(b, ">mine</textarea>"));
	ck_assert_int_eq(line("A611").paper.judgement, JUDGEMENT_MINOR);
	ck_assert_int_eq(
		act(LEAD, "A611", "", "judgement=conform&facts=mine"), 303); /* seen, and sent again */
	ck_assert_int_eq(line("A611").paper.judgement, JUDGEMENT_CONFORMS);
}
END_TEST

START_TEST(another_department_management_and_auditors_not_named_see_what_they_may)
{
	fieldwork();
	ck_assert_int_eq(ask(MANAGEMENT, "GET", "checklist/A611", NULL), 200);
	ck_assert(!body_says(b, "記録する</button>"));
	ck_assert_int_eq(act(MANAGEMENT, "A611", "", MINOR), 403);
	ck_assert_int_eq(ask(MANAGER, "GET", "checklist/A611", NULL), 403);
	ck_assert_int_eq(ask(ADMIN, "GET", "checklist", NULL), 403);
	body_write(b, rows_work, "DELETE FROM engagement_member WHERE lead = 0");
	ck_assert_int_eq(ask(AUDITOR, "GET", "checklist", NULL), 404);
	ck_assert_int_eq(act(AUDITOR, "A611", "", MINOR), 404);
	state("completed");
	ck_assert_int_eq(ask(AUDITOR, "GET", "checklist", NULL), 200);
	ck_assert_int_eq(act(AUDITOR, "A611", "", MINOR), 403);
}
END_TEST

START_TEST(who_wrote_it_does_not_review_it)
{
	fieldwork();
	ck_assert_int_eq(act(AUDITOR, "A611", "", MINOR), 303);
	ck_assert_int_eq(act(AUDITOR, "A611", "/confirmation", "said=&by=x&day=2026-01-05&note="), 422);
	ck_assert_int_eq(act(AUDITOR, "A611", "/confirmation", "said=agreed&by=x&day=2026-01-05&note="), 303);
	ck_assert_int_eq(ask(AUDITOR, "GET", "checklist/A611", NULL), 200);
	ck_assert(!body_says(b, "レビュー済みにする"));
	ck_assert_int_eq(act(AUDITOR, "A611", "/review", ""), 403);
	ck_assert_int_eq(ask(LEAD, "GET", "checklist/A611", NULL), 200);
	ck_assert(body_says(b, "レビュー済みにする"));
	ck_assert_int_eq(act(LEAD, "A611", "/review", ""), 303);
	ck_assert_int_eq(ask(AUDITOR, "GET", "checklist/A611", NULL), 200);
	ck_assert(body_says(b, "レビュー済み"));
	ck_assert_int_eq(act(AUDITOR, "A611", "", MINOR "&cause=c"), 303);
	ck_assert_int_eq(ask(AUDITOR, "GET", "checklist/A611", NULL), 200);
	ck_assert(body_says(b, "無効です。もう一度レビューが要ります"));
}
END_TEST

START_TEST(a_line_leads_to_its_finding_in_one_step)
{
	fieldwork();
	ck_assert_int_eq(act(AUDITOR, "A644", "", MINOR "&cause=why&effect=so&proposal=do"), 303);
	const char *path = arena_printf(arena, "/findings/new?audit=%d&item=A644", audit);
	ck_assert_int_eq(body_as(b, AUDITOR, "GET", path, NULL), 200);
	ck_assert(body_says(b, ">見た</textarea>"));
	ck_assert(body_says(b, ">why</textarea>"));
	ck_assert(body_says(b, "value=\"020\""));
	ck_assert(body_says(b, "value=\"A644\""));
	ck_assert(body_says(b, "value=\"6(4)\" selected"));
	ck_assert(body_says(b, "value=\"minor\" selected"));
	const char *form = "title=t&severity=minor&clause=6(4)&threat=3(2)&facts=f&criterion=r&cause=&effect="
			   "&proposal=&item=A644&predecessor=";
	ck_assert_int_eq(body_as(b, AUDITOR, "POST", "/findings",
				 arena_printf(arena, "%s&audit=%d&department=010", form, audit)),
		422);
	ck_assert(body_says(b, "a finding of this audit is about the department it audits"));
	ck_assert_int_eq(body_as(b, AUDITOR, "POST", "/findings",
				 arena_printf(arena, "%s&audit=%d&department=020", form, audit)),
		303);
	ck_assert_int_eq(line("A644").findings, 1);
	ck_assert_int_eq(ask(AUDITOR, "GET", "checklist/A644", NULL), 200);
	ck_assert(body_says(b, "起票</span>"));
	const char *at = strstr(b->answer.data, "href=\"/findings/");
	ck_assert_ptr_nonnull(at);
	path = arena_strndup(arena, at + 6, strcspn(at + 6, "\""));
	ck_assert_int_eq(body_as(b, LEAD, "GET", path, NULL), 200);
	ck_assert(body_says(b, arena_printf(arena, "/audits/%d/checklist/A644", audit))); /* and back */
}
END_TEST

START_TEST(what_the_department_said_is_kept_as_it_could_be_shown)
{
	struct err e = {0};
	struct line_answer *list;
	size_t count, shown = 0;
	fieldwork();
	ck_assert(line_answers_list(store_reader(b->store, &e), arena, audit, "6(4)", &list, &count, &e));
	ck_assert_uint_gt(count, 0);
	for (size_t i = 0; i < count; i++) {
		int64_t sum = 0;
		for (size_t k = 0; k < list[i].choice_count; k++)
			sum += list[i].choices[k].times;
		ck_assert_int_eq(sum, list[i].answered);
		shown += !list[i].hidden;
	}
	ck_assert_uint_gt(shown, 0);
	body_write(b, rows_work, "DELETE FROM tally"); /* what becomes of the figures is nothing to it */
	ck_assert_int_eq(ask(AUDITOR, "GET", "checklist/A644", NULL), 200);
	ck_assert(body_says(b, list[0].text));
	ck_assert(body_says(b, list[0].cycle_title));
	ck_assert(line_answers_list(store_reader(b->store, &e), arena, audit, "5", &list, &count, &e));
	ck_assert_uint_eq(count, 0);
}
END_TEST

START_TEST(an_item_that_comes_later_brings_the_answers_of_its_clause)
{
	struct err e = {0};
	struct line_answer *list;
	size_t count;
	fieldwork();
	ck_assert_int_eq(ask(AUDITOR, "POST", "checklist", "do=add&item=A501&reason="), 422);
	ck_assert_int_eq(ask(AUDITOR, "POST", "checklist", "do=add&item=A501&reason=asked"), 303);
	ck_assert(line_answers_list(store_reader(b->store, &e), arena, audit, "5", &list, &count, &e));
	ck_assert_uint_gt(count, 0);
	ck_assert_str_eq(line("A501").by_hand, "asked");
}
END_TEST

/* ---- files --------------------------------------------------------------------------------------- */

static void
part(struct buf *out, const char *name, const char *value)
{
	buf_addf(out, "--parts\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n", name, value);
}

/* fields: name and value in turn, NULL at the end. */
static int
upload(const char *item, const char *what, const char *const *fields, const char *file, const char *data)
{
	struct buf parts = BUF_INIT, rq = BUF_INIT;
	part(&parts, "form_key", b->form_key[AUDITOR]);
	part(&parts, "revision", arena_printf(arena, "%d", line(item).revision));
	for (; *fields != NULL; fields += 2)
		part(&parts, fields[0], fields[1]);
	if (file != NULL)
		buf_addf(&parts,
			"--parts\r\nContent-Disposition: form-data; name=\"file\"; "
			"filename=\"%s\"\r\n\r\n%s\r\n",
			file, data);
	buf_adds(&parts, "--parts--\r\n");
	buf_addf(&rq,
		"POST /audits/%d/checklist/%s/%s HTTP/1.1\r\nHost: tenken\r\nConnection: close\r\nCookie: "
		"tenken=%s\r\n"
		"Content-Type: multipart/form-data; boundary=parts\r\nContent-Length: %zu\r\n\r\n",
		audit, item, what, b->token[AUDITOR], parts.length);
	buf_add(&rq, parts.data, parts.length);
	int status = wire_ask(http_port(b->http), rq.data, rq.length, &b->answer);
	buf_free(&rq);
	buf_free(&parts);
	return status;
}

START_TEST(evidence_comes_with_a_file_or_without_and_its_reading_is_logged)
{
	static const char *const fields[] = {
		"name", "任命簿", "edition", "第2版", "where", "書庫", "secrecy", "3", NULL};
	struct err e = {0};
	struct line_evidence *list;
	size_t count;
	fieldwork();
	ck_assert_int_eq(upload("A611", "evidence", fields, NULL, NULL), 303);
	ck_assert_int_eq(upload("A611", "evidence", fields, "任命簿.exe", "MZ"), 422);
	ck_assert_int_eq(upload("A611", "evidence", fields, "任命簿.pdf", "%PDF-1.7\nlist\n%%EOF\n"), 303);
	ck_assert(line_evidence_list(store_reader(b->store, &e), arena, audit, "A611", &list, &count, &e));
	ck_assert_uint_eq(count, 2);
	ck_assert_str_eq(list[1].kind, "pdf");
	ck_assert_int_eq(ask(AUDITOR, "GET", "checklist/A611", NULL), 200);
	ck_assert(body_says(b, list[1].digest));
	const char *file = arena_printf(arena, "checklist/A611/evidence/%lld", (long long)list[1].id);
	ck_assert_int_eq(ask(AUDITOR, "GET", file, NULL), 200);
	ck_assert(body_says(b, "Content-Disposition: attachment;"));
	ck_assert_int_eq(
		ask(AUDITOR, "GET",
			arena_printf(arena, "checklist/A612/evidence/%lld", (long long)list[1].id), NULL),
		404);
	struct event *events;
	ck_assert(events_about(store_reader(b->store, &e), arena, list[1].number, 1, &events, &count, &e));
	ck_assert_uint_eq(count, 1);
	ck_assert_str_eq(events[0].what, "line_evidence_read");
	ck_assert_int_eq(act(AUDITOR, "A611", arena_printf(arena, "/evidence/%lld", (long long)list[0].id),
				 "reason=x"),
		303);
	ck_assert_int_eq(line("A611").evidence, 1);
}
END_TEST

static const char people[] = "管理番号,名称,層\nP1,甲,東\nP2,乙,東\nP3,丙,西\nP4,丁,西\nP5,=戊,西\n";

/* The list that is handed out and the parameters that are shown draw the same units. */
START_TEST(a_sample_is_drawn_again_from_the_list_that_is_handed_out)
{
	static const char *const methods[] = {"simple", "systematic", "stratified"};
	struct err e = {0};
	struct line_sample *list;
	size_t count, length;
	char *data;
	fieldwork();
	for (size_t m = 0; m < 3; m++) {
		const char *const fields[] = {
			"register", "", "size", "3", "method", methods[m], "seed", "令和8年の種", NULL};
		ck_assert_int_eq(upload("A611", "samples", fields, "持出簿.csv", people), 303);
	}
	ck_assert(line_samples_list(store_reader(b->store, &e), arena, audit, "A611", &list, &count, &e));
	ck_assert_uint_eq(count, 3);
	for (size_t m = 0; m < 3; m++) {
		struct faults f = {.arena = arena};
		struct sample_drawn drawn;
		ck_assert(file_get(b->store, arena, list[m].list_digest, &data, &length, &e));
		const struct population *p = population_read(data, length, "list.csv", &f);
		ck_assert_ptr_nonnull(p);
		ck_assert(sample_draw(arena, p, sampling_method_of(list[m].method), (size_t)list[m].size,
			list[m].seed, &drawn, &e));
		ck_assert_str_eq(drawn.population_digest, list[m].population_sha256);
		ck_assert_uint_eq(drawn.count, list[m].count);
		for (size_t i = 0; i < drawn.count; i++)
			ck_assert_str_eq(drawn.units[i]->key, list[m].units[i].key);
	}
	ck_assert_int_eq(ask(AUDITOR, "GET", "checklist/A611", NULL), 200);
	ck_assert(body_says(b, list[0].population_sha256));
	ck_assert_int_eq(
		ask(AUDITOR, "GET", arena_printf(arena, "checklist/A611/samples/%lld", (long long)list[0].id),
			NULL),
		200);
	ck_assert(body_says(b, "\"P3\",\"丙\",\"西\""));
}
END_TEST

START_TEST(a_sample_is_drawn_from_a_register_or_refused_in_words)
{
	static const char *const refused[][9] = {
		{"register", "", "size", "3", "method", "simple", "seed", "s", NULL},
		{"register", "systems", "size", "x", "method", "simple", "seed", "s", NULL},
		{"register", "systems", "size", "1", "method", "best", "seed", "s", NULL},
		{"register", "systems", "size", "100000", "method", "simple", "seed", "s", NULL},
		{"register", "systems", "size", "1", "method", "simple", "seed", " ", NULL}};
	const char *kind = store_bank(b->store)->registers->kinds[0].key;
	fieldwork();
	for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
		const char *fields[9];
		memcpy(fields, refused[i], sizeof fields);
		fields[1] = *fields[1] != '\0' ? kind : "";
		ck_assert_int_eq(upload("A611", "samples", fields, NULL, NULL), 422);
	}
	const char *const whole[] = {
		"register", kind, "whole", "1", "size", "2", "method", "simple", "seed", "s", NULL};
	ck_assert_int_eq(upload("A611", "samples", whole, NULL, NULL), 303);
	ck_assert_int_eq(line("A611").samples, 1);
}
END_TEST

Suite *checklist_page_suite(void);
Suite *
checklist_page_suite(void)
{
	Suite *suite = suite_create("checklist_page");
	TCase *c = tcase_create("checklist_page");
	tcase_add_checked_fixture(c, setup, teardown);
	tcase_set_timeout(c, 60);
	tcase_add_test(c, items_are_chosen_fixed_and_written_about);
	tcase_add_test(c, without_a_script_a_conflict_shows_both_papers);
	tcase_add_test(c, another_department_management_and_auditors_not_named_see_what_they_may);
	tcase_add_test(c, who_wrote_it_does_not_review_it);
	tcase_add_test(c, a_line_leads_to_its_finding_in_one_step);
	tcase_add_test(c, what_the_department_said_is_kept_as_it_could_be_shown);
	tcase_add_test(c, an_item_that_comes_later_brings_the_answers_of_its_clause);
	tcase_add_test(c, evidence_comes_with_a_file_or_without_and_its_reading_is_logged);
	tcase_add_test(c, a_sample_is_drawn_again_from_the_list_that_is_handed_out);
	tcase_add_test(c, a_sample_is_drawn_from_a_register_or_refused_in_words);
	suite_add_tcase(suite, c);
	return suite;
}
