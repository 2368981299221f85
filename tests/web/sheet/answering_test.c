/* The answering page as a browser meets it: one demonstration body for the whole suite. */
#include "web/demo.h"

#include "store/sheet/sheet_before.h"

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
	ck_assert(body_says(b, "保存しました "));
	ck_assert(body_says(
		b, "<td>できていない<br><span class=\"small\">理由・状況：x</span></td><td>できている</td>"));
	ck_assert_int_eq(
		ask(0, "POST", mine, "revision=0&do=save&S611=no&S611-r=x"), 303); /* nothing differs */
}
END_TEST

/* What a plain save leads to: the page that says when it was. */
static const char *
led_to(void)
{
	const char *at = strstr(b->answer.data, "Location: ");
	ck_assert_ptr_nonnull(at);
	return arena_strndup(arena, at + 10, strcspn(at + 10, "\r\n"));
}

static bool
says_saved(instant_t at)
{
	struct civil t = civil_of_instant(at);
	return body_says(
		b, arena_printf(arena, ">保存しました %02d:%02d:%02d (1/", t.hour, t.minute, t.second));
}

START_TEST(a_plain_save_says_when_it_was_and_only_what_is_true)
{
	char path[96];
	ck_assert_int_eq(ask(0, "GET", mine, NULL), 200);
	ck_assert(!body_says(b, ">保存しました"));
	ck_assert_int_eq(ask(0, "POST", mine, "revision=0&do=save&S611=yes"), 303);
	const char *page = led_to();
	instant_t at = demo_sheet(mine).draft_at;
	ck_assert_int_eq(body_as(b, 0, "GET", page, NULL), 200);
	ck_assert(says_saved(at));
	const instant_t wrong[] = {at - 1, at + 3600, 1}; /* before it was, in the future, long ago */
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		snprintf(path, sizeof path, "/sheets/%lld?saved=%lld", (long long)mine, (long long)wrong[i]);
		ck_assert_int_eq(body_as(b, 0, "GET", path, NULL), 200);
		ck_assert(!body_says(b, ">保存しました"));
	}
	ck_assert_int_eq(ask(0, "POST", mine, "revision=1&do=submit&S611=yes"), 422); /* kept as a draft */
	ck_assert(body_says(b, ">保存しました "));
}
END_TEST

/* As the script asks that saves while someone types. */
static int
ask_script(int64_t sheet, const char *fields)
{
	struct buf rq = BUF_INIT;
	const char *form = arena_printf(arena, "form_key=%s&%s", b->form_key[STAFF], fields);
	buf_addf(&rq,
		"POST /sheets/%lld HTTP/1.1\r\nHost: tenken\r\nConnection: close\r\nCookie: tenken=%s\r\n"
		"Accept: application/json\r\nContent-Type: application/x-www-form-urlencoded\r\n"
		"Content-Length: %zu\r\n\r\n%s",
		(long long)sheet, b->token[STAFF], strlen(form), form);
	int status = wire_ask(http_port(b->http), rq.data, rq.length, &b->answer);
	buf_free(&rq);
	return status;
}

START_TEST(the_script_is_told_what_another_window_had_saved)
{
	ck_assert_int_eq(ask_script(mine, "revision=0&do=save&S611=yes"), 200);
	ck_assert(body_says(b, "\"revision\":1"));
	ck_assert(body_says(b, "\"given\":1"));
	ck_assert(!body_says(b, "\"answers\""));
	ck_assert_int_eq(ask_script(mine, "revision=0&do=save&S611=no&S611-r=x&S621=yes"), 200);
	ck_assert(body_says(b, "\"answers\":{\"S611\":{\"c\":\"no\",\"r\":\"x\"},\"S621\":\"yes\"}"));
	ck_assert(body_says(b, "\"others\":{\"S611\":\"yes\"}"));
	ck_assert_int_eq(ask_script(mine, "revision=1&do=save&S501=yes"), 200); /* nothing gives way */
	ck_assert(body_says(b, "\"S501\":\"yes\",\"S611\""));
	ck_assert(!body_says(b, "\"others\""));
}
END_TEST

START_TEST(the_script_is_told_which_questions_must_be_mended)
{
	struct err e = {0};
	const struct questionnaire *q = store_cycle_set(b->store, demo_sheet(mine).cycle_id, "staff", &e);
	const struct item *first = &q->items[0];
	char *fields = arena_printf(arena, "revision=0&do=save&S611=yes&%s-r=%02001d", first->id, 1);
	ck_assert_int_eq(ask_script(mine, fields), 422);
	ck_assert(
		body_says(b, arena_printf(arena, "{\"faults\":[{\"number\":1,\"id\":\"%s\"}]}", first->id)));
	ck_assert_ptr_null(demo_sheet(mine).draft);
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
	body_write(b, expire, NULL);
	ck_assert_int_eq(ask(0, "POST", mine, "revision=0&do=save&S611=no&S611-r=kept"), 303);
	ck_assert(body_says(b, "Location: /signin?kept=1"));
	ck_assert_int_eq(ask(0, "POST", mine, "revision=0&do=save&S621=no&S621-r=another"), 303);
	body_write(b, people_sign_in, arena);
	ck_assert_int_eq(ask(0, "GET", mine, NULL), 200);
	ck_assert(body_says(b, "kept</textarea>"));
	ck_assert(body_says(b, "another</textarea>"));            /* from a second window */
	ck_assert(body_says(b, "name=\"revision\" value=\"0\"")); /* the sheet itself has not changed */
	const char *kept = arena_printf(arena, "revision=1&do=save&S611=yes&kept=%lld", (long long)demo_sheet(mine).kept_at);
	ck_assert_int_eq(ask(STAFF, "POST", mine, "revision=0&do=save&S611=yes"), 303);
	ck_assert_int_eq(ask(STAFF, "GET", mine, NULL), 200);
	ck_assert(body_says(b, "another</textarea>")); /* a window that had not shown it took nothing away */
	ck_assert_int_eq(ask(STAFF, "POST", mine, kept), 303);
	ck_assert_int_eq(ask(STAFF, "GET", mine, NULL), 200);
	ck_assert(!body_says(b, "another</textarea>"));
}
END_TEST

START_TEST(the_time_a_form_was_open_is_half_an_hour_at_most_and_not_counted_twice)
{
	char form[128];
	static const int ago[] = {86400, 100, -50}; /* left open for a day; a second window; a clock ahead */
	for (int i = 0; i < 3; i++) {
		snprintf(form, sizeof form, "revision=%d&do=save&shown=%lld&S611-r=%d", i,
			(long long)clock_now() - ago[i], i);
		ck_assert_int_eq(ask(STAFF, "POST", mine, form), 303);
		ck_assert_int_ge(demo_sheet(mine).seconds, 1800);
		ck_assert_int_le(demo_sheet(mine).seconds, 1810);
	}
}
END_TEST

START_TEST(former_answers_stand_beside_the_questions_and_are_not_copied)
{
	char path[64];
	snprintf(path, sizeof path, "/sheets/%lld?previous=1", (long long)mine);
	ck_assert_int_eq(ask(STAFF, "GET", mine, NULL), 200);
	ck_assert(!body_says(b, "class=\"before\""));
	ck_assert_int_eq(body_as(b, STAFF, "GET", path, NULL), 200);
	ck_assert(body_says(b, "class=\"before\""));
	ck_assert(body_says(b, "前回の回答を隠す"));
	ck_assert(body_says(b, "Set-Cookie: tenken_before=1;")); /* the choice is remembered */
	ck_assert(!body_says(b, " checked"));
	ck_assert_int_eq(ask(STAFF, "POST", mine, "revision=0&do=previous&S611=yes"), 303);
	ck_assert(body_says(b, "?previous=1"));
	ck_assert_str_eq(demo_sheet(mine).draft, "{\"S611\":\"yes\"}"); /* nothing is lost on the way */
	ck_assert_int_eq(ask(STAFF, "POST", mine, "revision=1&do=current&S611=yes"), 303);
	ck_assert(body_says(b, "?previous=0"));
}
END_TEST

START_TEST(a_question_of_another_meaning_shows_no_former_answer)
{
	struct err e = {0};
	struct sheet s = demo_sheet(mine);
	struct sheet_before before;
	ck_assert(sheet_before_find(b->store, arena, &s, &before, &e));
	ck_assert_int_ne(before.cycle_id, 0);
	const struct questionnaire *now = store_cycle_set(b->store, s.cycle_id, s.set_key, &e);
	char path[64];
	snprintf(path, sizeof path, "/sheets/%lld?previous=1", (long long)mine);
	ck_assert_int_eq(body_as(b, STAFF, "GET", path, NULL), 200);
	size_t comparable = 0, reworded = 0;
	for (size_t i = 0; i < now->count; i++) {
		const struct item *item = &now->items[i],
				  *then = questionnaire_find(before.questionnaire, item->id);
		if (then == NULL || item->scale->text || then->meaning != item->meaning ||
			before.answers.items[then - before.questionnaire->items].choice == NULL)
			continue;
		comparable++;
		reworded += strcmp(then->text, item->text) != 0;
	}
	size_t shown = 0, marked = 0;
	for (const char *at = b->answer.data; (at = strstr(at, "class=\"before\"")) != NULL; at++)
		shown++;
	for (const char *at = b->answer.data; (at = strstr(at, "文言変更")) != NULL; at++)
		marked++;
	ck_assert_uint_gt(comparable, 0);
	ck_assert_uint_eq(shown, comparable);
	ck_assert_uint_eq(marked, reworded);
}
END_TEST

START_TEST(the_form_says_who_will_see_the_answers)
{
	ck_assert_int_eq(ask(STAFF, "GET", mine, NULL), 200);
	ck_assert(body_says(b, "あなたの回答は、所属長には見えません"));
	ck_assert(body_says(b, "情報セキュリティ事務局（総務課）")); /* whom to ask */
	ck_assert_int_eq(ask(MANAGER, "GET", office, NULL), 200);
	ck_assert(body_says(b, "所属長・事務局・監査人が見ます"));
	ck_assert(!body_says(b, "所属長には見えません"));
}
END_TEST

Suite *answering_suite(void);

Suite *
answering_suite(void)
{
	Suite *s = suite_create("answering");
	TCase *t = tcase_create("answering");
	tcase_set_timeout(t, 120);
	tcase_add_checked_fixture(t, demo_start, demo_stop);
	tcase_add_test(t, a_sheet_is_its_persons_alone);
	tcase_add_test(t, an_incomplete_submission_keeps_everything_and_lists_what_is_missing);
	tcase_add_test(t, a_second_tab_takes_nothing_back_and_says_what_it_replaced);
	tcase_add_test(t, a_plain_save_says_when_it_was_and_only_what_is_true);
	tcase_add_test(t, the_script_is_told_what_another_window_had_saved);
	tcase_add_test(t, the_script_is_told_which_questions_must_be_mended);
	tcase_add_test(t, what_our_form_cannot_send_changes_nothing);
	tcase_add_test(t, what_was_typed_in_an_earlier_session_is_shown_again_but_not_stored);
	tcase_add_test(t, what_cannot_be_stored_is_shown_again);
	tcase_add_test(t, what_was_typed_after_the_session_ended_is_there_after_signing_in);
	tcase_add_test(t, the_time_a_form_was_open_is_half_an_hour_at_most_and_not_counted_twice);
	tcase_add_test(t, former_answers_stand_beside_the_questions_and_are_not_copied);
	tcase_add_test(t, a_question_of_another_meaning_shows_no_former_answer);
	tcase_add_test(t, the_form_says_who_will_see_the_answers);
	suite_add_tcase(s, t);
	return s;
}
