#include "store/body.h"
#include "store/organisation/account.h"

static struct body body;
static struct db *db;
static struct arena *arena;
static const instant_t now = 1790000000;

static void
setup(void)
{
	body_setup(&body);
	arena = body.arena;
	db = db_open(body.path, DB_WRITE, NULL);
	body_script(db, "INSERT INTO department (id, key, valid_from) VALUES (5, 'A', 0);"
			"INSERT INTO department_term (department_id, valid_from, name, ord) VALUES (5, 0, "
			"'総務課', 1);"
			"INSERT INTO person (id, number, name) VALUES (7, '0001', '髙橋');"
			"INSERT INTO post (person_id, department_id, valid_from) VALUES (7, 5, 0)");
}

static void
teardown(void)
{
	db_close(db);
	body_teardown(&body);
}

static int64_t
account(const char *login, int64_t person_id)
{
	int64_t id = 0;
	struct err e = {0};
	ck_assert_msg(account_create(db, login, person_id, 1, now, &id, &e), "%s", e.text);
	return id;
}

START_TEST(an_account_shows_its_person_and_department)
{
	struct account a;
	struct err e = {0};
	int64_t id = account("takahashi", 7);
	ck_assert(account_by_login(db, arena, "takahashi", &a, &e));
	ck_assert_int_eq(a.id, id);
	ck_assert_int_eq(a.person_id, 7);
	ck_assert_int_eq(a.department_id, 5);
	ck_assert_str_eq(a.name, "髙橋");
	ck_assert_str_eq(a.department_name, "総務課");
	ck_assert_ptr_null(a.password);
	ck_assert(a.active);
	ck_assert(account_find(db, arena, account("admin", 0), &a, &e));
	ck_assert_str_eq(a.name, "admin");
	ck_assert_int_eq(a.person_id, 0);
}
END_TEST

START_TEST(unknown_accounts_and_taken_names_are_said)
{
	struct account a;
	struct err e = {0};
	int64_t id;
	account("takahashi", 0);
	ck_assert(!account_create(db, "takahashi", 7, 1, now, &id, &e));
	ck_assert_int_eq(e.kind, ERR_CONFLICT);
	ck_assert(!account_by_login(db, arena, "Takahashi", &a, &e));
	ck_assert_int_eq(e.kind, ERR_ABSENT);
	ck_assert(!account_find(db, arena, 99, &a, &e));
	ck_assert(!account_set_password(db, 99, "x", &e));
	ck_assert_int_eq(e.kind, ERR_ABSENT);
}
END_TEST

START_TEST(an_invitation_works_once_and_for_seven_days)
{
	struct account a;
	struct err e = {0};
	char token[TOKEN_SIZE];
	int64_t id = account("staff", 7);
	ck_assert(invitation_create(db, id, now, token, &e));
	ck_assert(!invitation_find(db, arena, "wrong", now, &a, &e));
	ck_assert_int_eq(e.kind, ERR_ABSENT);
	ck_assert(!invitation_find(db, arena, token, now + 7 * 86400, &a, &e));
	ck_assert(!invitation_use(db, token, now + 7 * 86400, "hash", &e));
	ck_assert(invitation_find(db, arena, token, now + 7 * 86400 - 1, &a, &e));
	ck_assert_int_eq(a.id, id);
	ck_assert(invitation_use(db, token, now + 5, "hash", &e));
	ck_assert(account_find(db, arena, id, &a, &e));
	ck_assert_str_eq(a.password, "hash");
	ck_assert(!invitation_use(db, token, now + 6, "other", &e));
	ck_assert_int_eq(e.kind, ERR_ABSENT);
	ck_assert(!invitation_find(db, arena, token, now + 6, &a, &e));
}
END_TEST

START_TEST(a_new_invitation_replaces_the_unused_one)
{
	struct account a;
	struct err e = {0};
	char first[TOKEN_SIZE], second[TOKEN_SIZE];
	int64_t id = account("staff", 7);
	ck_assert(invitation_create(db, id, now, first, &e));
	ck_assert(invitation_create(db, id, now, second, &e));
	ck_assert(!invitation_find(db, arena, first, now, &a, &e));
	ck_assert(invitation_find(db, arena, second, now, &a, &e));
	body_script(db, "UPDATE account SET active = 0");
	ck_assert(!invitation_find(db, arena, second, now, &a, &e));
	ck_assert(!invitation_use(db, second, now, "hash", &e));
}
END_TEST

START_TEST(a_session_is_found_by_its_token_and_no_other)
{
	struct session s;
	struct err e = {0};
	char token[TOKEN_SIZE], other[TOKEN_SIZE];
	int64_t id = account("staff", 7);
	ck_assert(session_create(db, id, now, token, &e));
	ck_assert(session_create(db, id, now, other, &e));
	ck_assert_str_ne(token, other);
	ck_assert(session_find(db, arena, token, &s, &e));
	ck_assert_int_eq(s.account_id, id);
	ck_assert_int_eq(s.expires_at, now + 8 * 3600);
	ck_assert_int_eq(s.ended_at, 0);
	ck_assert_int_eq(strlen(s.form_key), TOKEN_SIZE - 1);
	token[0] = token[0] == 'A' ? 'B' : 'A';
	ck_assert(!session_find(db, arena, token, &s, &e));
	ck_assert_int_eq(e.kind, ERR_ABSENT);
}
END_TEST

START_TEST(no_token_stands_in_the_database)
{
	struct err e = {0};
	struct rows r;
	char session[TOKEN_SIZE], invitation[TOKEN_SIZE];
	int64_t id = account("staff", 7);
	ck_assert(session_create(db, id, now, session, &e));
	ck_assert(invitation_create(db, id, now, invitation, &e));
	static const char sessions[] = "SELECT count(*) FROM session WHERE digest = $1 OR form_key = $1";
	ck_assert(db_query(db, &r, &e, sessions, "s", session));
	ck_assert_int_eq(rows_number(&r), 0);
	static const char invitations[] = "SELECT count(*) FROM invitation WHERE digest = $1";
	ck_assert(db_query(db, &r, &e, invitations, "s", invitation));
	ck_assert_int_eq(rows_number(&r), 0);
}
END_TEST

START_TEST(an_ended_session_is_remembered_and_then_forgotten)
{
	struct session s;
	struct err e = {0};
	char token[TOKEN_SIZE];
	ck_assert(session_create(db, account("staff", 7), now, token, &e));
	ck_assert(session_end(db, token, now + 10, &e));
	ck_assert(session_end(db, token, now + 20, &e)); /* the first end stands */
	ck_assert(session_find(db, arena, token, &s, &e));
	ck_assert_int_eq(s.ended_at, now + 10);
	instant_t remembered = now + SESSION_SECONDS + SESSION_REMEMBERED;
	ck_assert(sessions_forget(db, remembered, &e));
	ck_assert(session_find(db, arena, token, &s, &e));
	ck_assert(sessions_forget(db, remembered + 1, &e));
	ck_assert(!session_find(db, arena, token, &s, &e));
}
END_TEST

START_TEST(a_new_password_ends_the_sessions)
{
	struct session s;
	struct err e = {0};
	char token[TOKEN_SIZE];
	int64_t id = account("staff", 7);
	ck_assert(session_create(db, id, now, token, &e));
	ck_assert(account_set_password(db, id, "hash", &e));
	ck_assert(!session_find(db, arena, token, &s, &e));
}
END_TEST

START_TEST(events_come_back_newest_first)
{
	struct err e = {0};
	struct event *events;
	size_t count;
	int64_t id = account("takahashi", 7);
	ck_assert(event_add(db, now, 0, "roster_imported", "roster.csv", "3", &e));
	ck_assert(event_add(db, now + 1, id, "signed_in", "takahashi", "", &e));
	ck_assert(events_list(db, arena, 0, 10, &events, &count, &e));
	ck_assert_int_eq(count, 2);
	ck_assert_str_eq(events[0].what, "signed_in");
	ck_assert_str_eq(events[0].who, "髙橋");
	ck_assert_str_eq(events[1].who, "");
	ck_assert_int_eq(events[1].account_id, 0);
	ck_assert(events_list(db, arena, 0, 1, &events, &count, &e));
	ck_assert_int_eq(count, 1);
	ck_assert(events_list(db, arena, events[0].id, 10, &events, &count, &e)); /* where that page ends */
	ck_assert_int_eq(count, 1);
	ck_assert_str_eq(events[0].what, "roster_imported");
	ck_assert(events_list(db, arena, events[0].id, 10, &events, &count, &e));
	ck_assert_int_eq(count, 0);
}
END_TEST

START_TEST(everyone_without_a_password_is_invited_at_once)
{
	struct err e = {0};
	struct account found;
	struct invited *list;
	size_t count;
	int64_t with = account("with", 0), without = account("takahashi", 7), gone = account("gone", 0);
	ck_assert(account_set_password(db, with, "hash", &e));
	body_script(db, "UPDATE account SET active = 0 WHERE login = 'gone'");
	ck_assert(accounts_uninvited(db, &count, &e));
	ck_assert_uint_eq(count, 1);
	ck_assert_msg(invitations_create(db, arena, now, &list, &count, &e), "%s", e.text);
	ck_assert_uint_eq(count, 1);
	ck_assert_int_eq(list[0].account_id, without);
	ck_assert_int_ne(list[0].account_id, gone);
	ck_assert_str_eq(list[0].department, "総務課");
	ck_assert_str_eq(list[0].number, "0001");
	ck_assert_str_eq(list[0].login, "takahashi");
	ck_assert(invitation_find(db, arena, list[0].token, now + INVITATION_SECONDS - 1, &found, &e));
	ck_assert_int_eq(found.id, without);
	ck_assert(!invitation_find(db, arena, list[0].token, now + INVITATION_SECONDS, &found, &e));
}
END_TEST

Suite *account_suite(void);
Suite *
account_suite(void)
{
	Suite *s = suite_create("account");
	TCase *t = tcase_create("account");
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, an_account_shows_its_person_and_department);
	tcase_add_test(t, unknown_accounts_and_taken_names_are_said);
	tcase_add_test(t, an_invitation_works_once_and_for_seven_days);
	tcase_add_test(t, a_new_invitation_replaces_the_unused_one);
	tcase_add_test(t, a_session_is_found_by_its_token_and_no_other);
	tcase_add_test(t, no_token_stands_in_the_database);
	tcase_add_test(t, an_ended_session_is_remembered_and_then_forgotten);
	tcase_add_test(t, a_new_password_ends_the_sessions);
	tcase_add_test(t, events_come_back_newest_first);
	tcase_add_test(t, everyone_without_a_password_is_invited_at_once);
	suite_add_tcase(s, t);
	return s;
}
