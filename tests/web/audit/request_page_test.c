/* Requests for documents and urgent reports, over HTTP. */
#include "store/audit/requests.h"
#include "web/demo.h"

static const char pdf[] = "%PDF-1.7\nlist of keys\n%%EOF\n";

static bool
script_work(struct db *db, struct piece *p, struct err *e)
{
	return db_script(db, p->with, e);
}

/* Audit 100 of 業務課, which MANAGER manages, in its fieldwork. */
static void
setup(void)
{
	demo_start();
	body_write(b, script_work,
		(void *)"INSERT INTO engagement (id, year, serial, kind, title, purpose, theme, "
			"department_id, depth,"
			" covers_from, covers_to, begins_day, ends_day, place, excluded, state, created_by,"
			" created_at) SELECT 100, 2026, 90, 'planned', '件', '目的', '', d.id, 'all', 20500, "
			"20600,"
			" 20745, 20747, '', '', 'fieldwork', 1, 0 FROM department d WHERE d.key = '020';"
			"INSERT INTO engagement_member (engagement_id, account_id, lead, who, department, "
			"named_by,"
			" named_at) SELECT 100, id, login = 'lead', login, '', id, 0 FROM account WHERE "
			"login IN"
			" ('lead', 'auditor');"
			"INSERT INTO engagement_move (engagement_id, at, account_id, who, name, from_state,"
			" to_state, edition, reason) VALUES (100, 0, 1, '', 'announce', 'approved', "
			"'announced', 1, '')");
}

static void
teardown(void)
{
	demo_stop();
}

static int
post(int role, const char *path, const char *fields)
{
	return body_as(b, role, "POST", arena_printf(arena, "/audits/100%s", path), fields);
}

static int
get(int role, const char *path)
{
	return body_as(b, role, "GET", arena_printf(arena, "/audits/100%s", path), NULL);
}

static int
asked(void)
{
	struct err e = {0};
	struct audit_request *list;
	size_t count;
	ck_assert_int_eq(post(AUDITOR, "/requests", "text=ledger&item=A645&due_day=2999-01-31"), 303);
	ck_assert(requests_list(store_reader(b->store, &e), arena, 100, &list, &count, &e));
	return (int)list[count - 1].id;
}

static int
act(int role, int id, const char *fields)
{
	struct err e = {0};
	struct audit_request r;
	ck_assert(request_find(store_reader(b->store, &e), arena, id, &r, &e));
	return post(role, arena_printf(arena, "/requests/%d", id),
		arena_printf(arena, "revision=%d&%s", r.revision, fields));
}

static void
part(struct buf *out, const char *name, const char *value)
{
	buf_addf(out, "--parts\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n", name, value);
}

static int
upload(int who, int id, const char *secrecy, const char *name)
{
	struct buf parts = BUF_INIT, rq = BUF_INIT;
	part(&parts, "form_key", b->form_key[who]);
	part(&parts, "revision", "1");
	part(&parts, "secrecy", secrecy);
	buf_addf(&parts, "--parts\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n",
		name);
	buf_add(&parts, pdf, sizeof pdf - 1);
	buf_adds(&parts, "\r\n--parts--\r\n");
	buf_addf(&rq,
		"POST /audits/100/requests/%d/files HTTP/1.1\r\nHost: tenken\r\nConnection: close\r\nCookie: "
		"tenken=%s\r\nContent-Type: multipart/form-data; boundary=parts\r\nContent-Length: "
		"%zu\r\n\r\n",
		id, b->token[who], parts.length);
	buf_add(&rq, parts.data, parts.length);
	int status = wire_ask(http_port(b->http), rq.data, rq.length, &b->answer);
	buf_free(&rq);
	buf_free(&parts);
	return status;
}

START_TEST(what_is_asked_for_is_handed_in_given_back_and_accepted)
{
	int id = asked();
	const char *page = arena_printf(arena, "/requests/%d", id);
	ck_assert_int_eq(get(MANAGER, page), 200);
	ck_assert(body_says(b, "ledger"));
	ck_assert(body_says(b, "依頼中"));
	ck_assert(!body_says(b, "本調査")); /* the audit's state is not its own */
	ck_assert_int_eq(body_as(b, MANAGER, "GET", "/", NULL), 200);
	ck_assert(body_says(b, "監査の資料依頼"));
	ck_assert_int_eq(act(AUDITOR, id, "do=accept&words="), 409); /* nothing was handed in */
	ck_assert_int_eq(act(MANAGER, id, "do=hand&words="), 422);
	ck_assert_int_eq(act(MANAGER, id, "do=hand&words=here"), 303);
	ck_assert_int_eq(act(MANAGER, id, "do=accept&words="), 403);
	ck_assert_int_eq(act(AUDITOR, id, "do=return&words="), 422);
	ck_assert_int_eq(act(AUDITOR, id, "do=return&words=lacks"), 303);
	ck_assert_int_eq(get(MANAGER, page), 200);
	ck_assert(body_says(b, "lacks"));
	ck_assert(body_says(b, "here</textarea>")); /* the former answer is there */
	ck_assert_int_eq(act(MANAGER, id, "do=hand&words=all"), 303);
	ck_assert_int_eq(act(LEAD, id, "do=accept&words="), 303);
	ck_assert_int_eq(act(LEAD, id, "do=withdraw&words=x"), 409);
}
END_TEST

START_TEST(it_is_asked_by_who_audits_and_of_the_department_alone)
{
	int id = asked();
	ck_assert_int_eq(post(AUDITOR, "/requests", "text=&item=&due_day=2999-01-31"), 422);
	ck_assert_int_eq(post(AUDITOR, "/requests", "text=x&item=&due_day=2001-01-31"), 422);
	ck_assert(body_says(b, "2001-01-31")); /* what was typed is there */
	ck_assert_int_eq(post(AUDITOR, "/requests", "text=x&item=Z999&due_day=2999-01-31"), 422);
	ck_assert_int_eq(post(MANAGER, "/requests", "text=x&item=&due_day=2999-01-31"), 403);
	ck_assert_int_eq(get(STAFF, arena_printf(arena, "/requests/%d", id)), 403);
	ck_assert_int_eq(get(AUDITOR, "/requests/9999"), 404);
	body_write(b, script_work,
		(void *)"DELETE FROM engagement_member WHERE engagement_id = 100 AND lead = 0");
	ck_assert_int_eq(post(AUDITOR, "/requests", "text=x&item=&due_day=2999-01-31"), 403); /* not named */
	body_write(b, script_work, (void *)"UPDATE engagement SET state = 'fixed' WHERE id = 100");
	ck_assert_int_eq(post(LEAD, "/requests", "text=x&item=&due_day=2999-01-31"), 409);
}
END_TEST

START_TEST(overdue_ones_say_so_on_both_sides)
{
	asked();
	body_write(b, script_work, (void *)"UPDATE audit_request SET due_day = 20000");
	static const int both[] = {MANAGER, AUDITOR};
	for (size_t i = 0; i < 2; i++) {
		ck_assert_int_eq(body_as(b, both[i], "GET", "/", NULL), 200);
		ck_assert(body_says(b, "ledger"));
		ck_assert(body_says(b, "期限超過"));
	}
}
END_TEST

static void
comes_into_the_department(const char *login)
{
	body_write(b, script_work,
		(void *)arena_printf(arena,
			"INSERT INTO post (person_id, department_id, valid_from, main) SELECT a.person_id, d.id, 20500,"
			" 0 FROM account a JOIN department d ON d.key = '020' WHERE a.login = '%s'",
			login));
}

/* What is offered is what is accepted. */
START_TEST(whoever_something_stands_against_is_offered_nothing_that_would_be_refused)
{
	int id = asked();
	const char *page = arena_printf(arena, "/requests/%d", id);
	ck_assert_int_eq(act(MANAGER, id, "do=hand&words=here"), 303);
	ck_assert_int_eq(get(AUDITOR, ""), 200);
	ck_assert(body_says(b, "action=\"/audits/100/requests\""));
	ck_assert_int_eq(get(AUDITOR, page), 200);
	ck_assert(body_says(b, "value=\"accept\""));
	ck_assert_int_eq(get(AUDITOR, "/checklist"), 200);
	ck_assert(body_says(b, "<form method=\"post\" action=\"/audits/100/checklist"));
	comes_into_the_department("auditor");
	ck_assert_int_eq(get(AUDITOR, ""), 200);
	ck_assert(!body_says(b, "action=\"/audits/100/requests\""));
	ck_assert(body_says(b, "action=\"/audits/100/urgent\"")); /* what cannot wait is told all the same */
	ck_assert_int_eq(get(AUDITOR, page), 200);
	ck_assert(!body_says(b, "value=\"accept\""));
	ck_assert_int_eq(get(AUDITOR, "/checklist"), 200); /* the own papers stay to be read */
	ck_assert(!body_says(b, "<form method=\"post\" action=\"/audits/100/checklist"));
	ck_assert_int_eq(act(AUDITOR, id, "do=accept&words="), 403);
	ck_assert_int_eq(post(AUDITOR, "/requests", "text=x&item=&due_day=2999-01-31"), 403);
	ck_assert_int_eq(act(LEAD, id, "do=accept&words="), 303);
}
END_TEST

START_TEST(a_lead_of_the_department_does_not_read_its_working_papers)
{
	body_write(b, script_work, (void *)"DELETE FROM engagement_member WHERE engagement_id = 100");
	ck_assert_int_eq(get(LEAD, "/checklist"), 200);
	ck_assert_int_eq(get(LEAD, ""), 200);
	ck_assert(body_says(b, "href=\"/audits/100/checklist\""));
	comes_into_the_department("lead");
	ck_assert_int_eq(get(LEAD, "/checklist"), 404);
	get(LEAD, "");
	ck_assert(!body_says(b, "href=\"/audits/100/checklist\""));
	ck_assert_int_eq(get(MANAGEMENT, "/checklist"), 200);
}
END_TEST

/* How many files the store keeps. */
static int
files_kept(void)
{
	char command[256];
	int count = -1;
	snprintf(command, sizeof command, "find %s/files -type f | wc -l", b->directory);
	FILE *p = popen(command, "r");
	ck_assert_ptr_nonnull(p);
	ck_assert_int_eq(fscanf(p, "%d", &count), 1);
	pclose(p);
	return count;
}

START_TEST(a_file_that_is_refused_leaves_nothing_behind)
{
	int id = asked(), before = files_kept();
	ck_assert_int_eq(act(MANAGER, id, "do=hand&words=here"), 303);
	ck_assert_int_eq(upload(MANAGER, id, "3", "late.pdf"), 409); /* made from an older state */
	ck_assert_int_eq(files_kept(), before);
	id = asked();
	ck_assert_int_eq(upload(MANAGER, id, "2", "list.pdf"), 303);
	ck_assert_int_eq(files_kept(), before + 1);
}
END_TEST

START_TEST(viewpoint_18_a_secret_file_is_opened_by_who_audits_and_who_handed_it_in)
{
	int id = asked();
	const char *page = arena_printf(arena, "/requests/%d", id);
	struct request_file *list;
	size_t count;
	struct err e = {0};
	ck_assert_int_eq(upload(AUDITOR, id, "3", "keys.pdf"), 403);
	ck_assert_int_eq(upload(MANAGER, id, "3", "keys.exe"), 422);
	ck_assert_int_eq(upload(MANAGER, id, "3", "keys.pdf"), 303);
	ck_assert_int_eq(upload(MANAGER, id, "3", "keys.pdf"), 303); /* the same twice is one */
	ck_assert(request_files(store_reader(b->store, &e), arena, id, &list, &count, &e));
	ck_assert_uint_eq(count, 1);
	const char *file = arena_printf(arena, "%s/files/%d", page, (int)list[0].id);
	static const int may[] = {MANAGER, AUDITOR, LEAD}, not_theirs[] = {ADMIN, MANAGEMENT};
	for (size_t i = 0; i < 3; i++) {
		ck_assert_int_eq(get(may[i], file), 200);
		ck_assert(body_says(b, pdf));
	}
	for (size_t i = 0; i < 2; i++) {
		ck_assert_int_eq(get(not_theirs[i], file), 403);
		ck_assert_int_eq(get(not_theirs[i], page), 200);
		ck_assert(!body_says(b, "keys.pdf"));
	}
	ck_assert_int_eq(body_as(b, ADMIN, "GET", "/admin/events", NULL), 200);
	ck_assert(body_says(b, "R08-A90-01"));
	ck_assert(!body_says(b, "keys.pdf"));
	ck_assert_int_eq(act(MANAGER, id, "do=hand&words="), 303); /* a file is an answer */
	ck_assert_int_eq(post(MANAGER,
				 arena_printf(arena, "%s/files/%d", arena_printf(arena, "/requests/%d", id),
					 (int)list[0].id),
				 "revision=2"),
		409);
}
END_TEST

START_TEST(its_page_says_when_the_department_was_reminded_last)
{
	int id = asked();
	const char *page = arena_printf(arena, "/requests/%d", id);
	ck_assert_int_eq(get(MANAGER, page), 200);
	ck_assert(!body_says(b, "最近の督促"));
	body_write(b, script_work,
		(void *)arena_printf(arena,
			"INSERT INTO audit_reminder (engagement_id, about, about_id, due_day, rung, "
			"recipient,"
			" person_id, address, subject, text, planned_at, sent_at, state) SELECT 100, "
			"'request', %d,"
			" 20000, 'request-soon', 'manager', min(id), 'a@b', '', '', 1790000000, 1790000060, "
			"'sent'"
			" FROM person",
			id));
	ck_assert_int_eq(get(MANAGER, page), 200);
	ck_assert(body_says(b, "最近の督促"));
	ck_assert(!body_says(b, "送信済み")); /* whom else is told is not the department's */
	ck_assert_int_eq(get(AUDITOR, page), 200);
	ck_assert(body_says(b, "送信済み"));
}
END_TEST

START_TEST(who_has_no_mail_is_told_of_an_urgent_report_by_word)
{
	body_write(b, script_work, (void *)"UPDATE person SET mail = ''");
	ck_assert_int_eq(post(AUDITOR, "/urgent", "urgent_kind=illegal&urgent_text=sold+on"), 303);
	ck_assert_int_eq(get(AUDITOR, ""), 200);
	ck_assert(body_says(b, "口頭等で伝えたと記録する"));
	ck_assert_int_eq(get(MANAGEMENT, ""), 200);
	ck_assert(!body_says(b, "口頭等で伝えたと記録する"));
	ck_assert_int_eq(post(MANAGEMENT, "/urgent/1/told/1", ""), 403);
	ck_assert_int_eq(post(AUDITOR, "/urgent/2/told/1", ""), 404);
	ck_assert_int_eq(post(AUDITOR, "/urgent/1/told/1", ""), 303);
	ck_assert_int_eq(post(AUDITOR, "/urgent/1/told/1", ""), 409);
	ck_assert_int_eq(body_as(b, ADMIN, "GET", "/admin/chases", NULL), 200);
	ck_assert(!body_says(b, "口頭等で伝える人")); /* the secretariat learns nothing of it */
}
END_TEST

START_TEST(an_urgent_report_is_shown_to_who_must_know_and_never_to_the_department)
{
	ck_assert_int_eq(post(AUDITOR, "/urgent", "urgent_kind=&urgent_text=x"), 422);
	ck_assert_int_eq(post(AUDITOR, "/urgent", "urgent_kind=illegal&urgent_text="), 422);
	ck_assert_int_eq(post(AUDITOR, "/urgent", "urgent_kind=illegal&urgent_text=sold+on"), 303);
	ck_assert_int_eq(post(MANAGER, "/urgent", "urgent_kind=illegal&urgent_text=x"), 403);
	static const int know[] = {LEAD, MANAGEMENT}, not_told[] = {MANAGER, ADMIN, STAFF};
	for (size_t i = 0; i < 2; i++) {
		ck_assert_int_eq(body_as(b, know[i], "GET", "/", NULL), 200);
		ck_assert(body_says(b, "法令違反の疑い"));
		ck_assert_int_eq(get(know[i], ""), 200);
		ck_assert(body_says(b, "sold on"));
	}
	for (size_t i = 0; i < 3; i++) {
		get(not_told[i], "");
		ck_assert(!body_says(b, "sold on"));
		ck_assert_int_eq(body_as(b, not_told[i], "GET", "/", NULL), 200);
		ck_assert(!body_says(b, "法令違反の疑い"));
	}
	ck_assert_int_eq(post(LEAD, "/urgent/1", "note="), 403);
	ck_assert_int_eq(post(MANAGEMENT, "/urgent/1", "note=stop+it"), 303);
	ck_assert_int_eq(post(MANAGEMENT, "/urgent/1", "note=again"), 409);
	ck_assert_int_eq(body_as(b, LEAD, "GET", "/", NULL), 200);
	ck_assert(!body_says(b, "法令違反の疑い"));
	ck_assert_int_eq(get(AUDITOR, ""), 200);
	ck_assert(body_says(b, "stop it"));
	ck_assert_int_eq(body_as(b, ADMIN, "GET", "/admin/events", NULL), 200);
	ck_assert(!body_says(b, "緊急報告"));
	body_write(b, script_work, (void *)"UPDATE engagement SET state = 'approved' WHERE id = 100");
	ck_assert_int_eq(post(AUDITOR, "/urgent", "urgent_kind=urgent&urgent_text=x"), 409);
}
END_TEST

Suite *request_page_suite(void);
Suite *
request_page_suite(void)
{
	Suite *s = suite_create("request_page");
	TCase *t = tcase_create("request_page");
	tcase_set_timeout(t, 120);
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, what_is_asked_for_is_handed_in_given_back_and_accepted);
	tcase_add_test(t, it_is_asked_by_who_audits_and_of_the_department_alone);
	tcase_add_test(t, overdue_ones_say_so_on_both_sides);
	tcase_add_test(t, whoever_something_stands_against_is_offered_nothing_that_would_be_refused);
	tcase_add_test(t, a_lead_of_the_department_does_not_read_its_working_papers);
	tcase_add_test(t, a_file_that_is_refused_leaves_nothing_behind);
	tcase_add_test(t, viewpoint_18_a_secret_file_is_opened_by_who_audits_and_who_handed_it_in);
	tcase_add_test(t, its_page_says_when_the_department_was_reminded_last);
	tcase_add_test(t, who_has_no_mail_is_told_of_an_urgent_report_by_word);
	tcase_add_test(t, an_urgent_report_is_shown_to_who_must_know_and_never_to_the_department);
	suite_add_tcase(s, t);
	return s;
}
