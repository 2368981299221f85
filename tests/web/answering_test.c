/* The answering page as a browser meets it: one demonstration body for the whole suite. */
#include "web/body.h"

#include "store/demo.h"
#include "store/sheets.h"

static struct body *b;
static int64_t mine, others; /* sheets of the open cycle that nobody has begun or sent */

/* The two first accounts of the test body become people of the demonstration. */
static bool
people_sign_in(struct db *db, struct piece *p, struct err *e)
{
	static const char *const logins[] = {"staff", "manager"};
	struct arena *a = p->with;
	for (int i = 0; i < 2; i++) {
		struct account account;
		struct session s;
		if (!account_by_login(db, a, logins[i], &account, e) ||
			!session_create(db, account.id, clock_now(), b->token[i], e) ||
			!session_find(db, a, b->token[i], &s, e))
			return false;
		b->account[i] = account.person_id;
		snprintf(b->form_key[i], TOKEN_SIZE, "%s", s.form_key);
	}
	return true;
}

static int64_t
open_sheet(struct arena *a, int64_t person)
{
	struct err e = {0};
	struct sheet *list;
	size_t count;
	ck_assert(sheets_of_person(store_reader(b->store, &e), a, person, &list, &count, &e));
	for (size_t i = 0; i < count; i++)
		if (list[i].state == CYCLE_OPEN && strcmp(list[i].set_key, "staff") == 0)
			return list[i].id;
	ck_abort_msg("no sheet of an open cycle");
	return 0;
}

static void
start(void)
{
	struct err e = {0};
	struct arena *a = arena_create();
	b = calloc(1, sizeof *b);
	strcpy(b->directory, "/tmp/tenken-web-XXXXXX");
	ck_assert_ptr_nonnull(mkdtemp(b->directory));
	ck_assert(store_create(b->directory, &e));
	b->store = store_open(b->directory, &e);
	struct demo_wish wish = {.password = body_password,
		.staff = DEMO_STAFF,
		.departments = DEMO_DEPARTMENTS,
		.answered = 0,
		.now = clock_now()};
	ck_assert_msg(demo_fill(b->store, &wish, &e), "%s", e.text);
	body_write(b, people_sign_in, a);
	mine = open_sheet(a, b->account[0]);
	others = open_sheet(a, b->account[1]);
	b->web = web_create(b->store, &e);
	struct http_config c = {.address = "127.0.0.1", .seconds = 15, .body_allowed = web_body_allowed};
	b->http = http_start(&c, web_handle, b->web, &e);
	ck_assert_msg(b->http != NULL, "%s", e.text);
	arena_destroy(a);
}

static void
stop(void)
{
	body_stop(b);
}

static int
ask(int who, const char *method, int64_t sheet, const char *fields)
{
	char path[64];
	snprintf(path, sizeof path, "/sheets/%lld", (long long)sheet);
	return body_as(b, who, method, path, fields);
}

START_TEST(a_sheet_is_its_persons_alone)
{
	ck_assert_int_eq(ask(0, "GET", mine, NULL), 200);
	ck_assert_int_eq(ask(0, "GET", others, NULL), 403);
	ck_assert_int_eq(ask(0, "POST", others, "revision=0&do=save&S611=yes"), 403);
	ck_assert_int_eq(ask(1, "GET", mine, NULL), 403);     /* not the manager's either */
	ck_assert_int_eq(ask(0, "GET", 99999999, NULL), 403); /* nor does it tell which ones there are */
	ck_assert_int_eq(ask(-1, "GET", mine, NULL), 303);
}
END_TEST

START_TEST(an_incomplete_submission_keeps_everything_and_lists_what_is_missing)
{
	ck_assert_int_eq(ask(0, "POST", mine, "revision=0&do=submit&S611=no&S611-r=%3Cb%3E&S621=yes"), 422);
	ck_assert(body_says(b, "href=\"#S501-1\""));
	ck_assert(!body_says(b, "href=\"#S611-1\""));
	ck_assert_int_eq(ask(0, "GET", mine, NULL), 200);
	ck_assert(body_says(b, "value=\"no\" class=\"why\" checked"));
	ck_assert(body_says(b, "&lt;b&gt;</textarea>"));
}
END_TEST

START_TEST(a_second_tab_takes_nothing_back_and_says_what_it_replaced)
{
	ck_assert_int_eq(ask(0, "POST", mine, "revision=0&do=save&S611=yes&S621=yes"), 303);
	ck_assert_int_eq(ask(0, "POST", mine, "revision=0&do=save&S611=no&S611-r=x"), 200);
	ck_assert(body_says(b, "#q-S611\""));
	ck_assert(!body_says(b, "#q-S621\""));
	ck_assert_int_eq(
		ask(0, "POST", mine, "revision=0&do=save&S611=no&S611-r=x"), 303); /* nothing differs */
}
END_TEST

START_TEST(what_our_form_cannot_send_changes_nothing)
{
	static const char *const refused[] = {"revision=0&do=save&S611=yes&S611=no",
		"revision=0&do=save&S611=maybe", "revision=0&do=save&ZZ=1", "revision=0&do=save&S611-r=%00",
		"revision=0&do=save&S611-r=%ED%A0%80", "revision=0&do=save&S611-r=%07", "do=save&S611=yes"};
	for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
		ck_assert_msg(ask(0, "POST", mine, refused[i]) == 400, "%s", refused[i]);
	ck_assert_int_eq(ask(0, "GET", mine, NULL), 200);
	ck_assert(body_says(b, "name=\"revision\" value=\"0\""));
}
END_TEST

START_TEST(what_was_typed_in_an_earlier_session_is_shown_again_but_not_stored)
{
	strcpy(b->form_key[0], "the key of the session before");
	ck_assert_int_eq(ask(0, "POST", mine, "revision=0&do=submit&S611=no&S611-r=earlier"), 303);
	ck_assert(!body_says(b, "receipt"));
	ck_assert_int_eq(ask(0, "GET", mine, NULL), 200);
	ck_assert(body_says(b, "earlier</textarea>"));
	ck_assert(body_says(b, "name=\"revision\" value=\"0\""));
	ck_assert_int_eq(ask(0, "POST", others, "revision=0&do=save&S611=yes"), 403);
}
END_TEST

static bool
disk_full(struct db *db, struct piece *p, struct err *e)
{
	(void)p;
	return db_script(db,
		"CREATE TRIGGER full BEFORE UPDATE ON sheet BEGIN SELECT RAISE(ABORT, 'disk full'); END", e);
}

START_TEST(what_cannot_be_stored_is_shown_again)
{
	body_write(b, disk_full, NULL);
	int status = ask(0, "POST", mine, "revision=0&do=save&S611=no&S611-r=typed+with+care");
	ck_assert_int_ne(status, 303);
	ck_assert_int_ge(status, 400);
	ck_assert(body_says(b, "typed with care"));
	ck_assert(!body_says(b, "disk full")); /* for the log, not for the page */
}
END_TEST

SQL(expire_sessions, "UPDATE session SET expires_at = 1");

static bool
expire(struct db *db, struct piece *p, struct err *e)
{
	(void)p;
	return db_exec(db, e, expire_sessions, "");
}

START_TEST(what_was_typed_after_the_session_ended_is_there_after_signing_in)
{
	struct arena *a = arena_create();
	body_write(b, expire, NULL);
	ck_assert_int_eq(ask(0, "POST", mine, "revision=0&do=save&S611=no&S611-r=kept"), 303);
	ck_assert(body_says(b, "Location: /signin?kept=1"));
	ck_assert_int_eq(ask(0, "POST", mine, "revision=0&do=save&S621=no&S621-r=another"), 303);
	body_write(b, people_sign_in, a);
	ck_assert_int_eq(ask(0, "GET", mine, NULL), 200);
	ck_assert(body_says(b, "kept</textarea>"));
	ck_assert(body_says(b, "another</textarea>"));            /* from a second window */
	ck_assert(body_says(b, "name=\"revision\" value=\"0\"")); /* the sheet itself has not changed */
	arena_destroy(a);
}
END_TEST

Suite *answering_suite(void);

Suite *
answering_suite(void)
{
	Suite *s = suite_create("answering");
	TCase *t = tcase_create("answering");
	tcase_set_timeout(t, 120);
	tcase_add_checked_fixture(t, start, stop);
	tcase_add_test(t, a_sheet_is_its_persons_alone);
	tcase_add_test(t, an_incomplete_submission_keeps_everything_and_lists_what_is_missing);
	tcase_add_test(t, a_second_tab_takes_nothing_back_and_says_what_it_replaced);
	tcase_add_test(t, what_our_form_cannot_send_changes_nothing);
	tcase_add_test(t, what_was_typed_in_an_earlier_session_is_shown_again_but_not_stored);
	tcase_add_test(t, what_cannot_be_stored_is_shown_again);
	tcase_add_test(t, what_was_typed_after_the_session_ended_is_there_after_signing_in);
	suite_add_tcase(s, t);
	return s;
}
