/* Files handed in with answers, over HTTP. */
#include "web/demo.h"

#include "store/event.h"
#include "store/setting.h"
#include "store/sheet/attachments.h"

SQL(give_to, "UPDATE sheet SET person_id = $2 WHERE id = $1");

static const char pdf[] = "%PDF-1.7\nlist of keys\n%%EOF\n";

static int
ask(int who, const char *method, int64_t sheet, const char *more, const char *fields)
{
	char path[96];
	snprintf(path, sizeof path, "/sheets/%lld/evidence%s", (long long)sheet, more);
	return body_as(b, who, method, path, fields);
}

static void
part(struct buf *out, const char *name, const char *value)
{
	buf_addf(out, "--parts\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n", name, value);
}

static int
upload(int who, int64_t sheet, const char *item, const char *secrecy, const char *name, const void *data,
	size_t length)
{
	struct buf parts = BUF_INIT, rq = BUF_INIT;
	part(&parts, "form_key", b->form_key[who]);
	part(&parts, "item", item);
	part(&parts, "secrecy", secrecy);
	buf_addf(&parts, "--parts\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n",
		name);
	buf_add(&parts, data, length);
	buf_adds(&parts, "\r\n--parts--\r\n");
	buf_addf(&rq,
		"POST /sheets/%lld/evidence HTTP/1.1\r\nHost: tenken\r\nConnection: close\r\nCookie: "
		"tenken=%s\r\n"
		"Content-Type: multipart/form-data; boundary=parts\r\nContent-Length: %zu\r\n\r\n",
		(long long)sheet, b->token[who], parts.length);
	buf_add(&rq, parts.data, parts.length);
	int status = wire_ask(http_port(b->http), rq.data, rq.length, &b->answer);
	buf_free(&rq);
	buf_free(&parts);
	return status;
}

static int
upload_pdf(int who, int64_t sheet, const char *item)
{
	return upload(who, sheet, item, "2", "鍵の一覧.pdf", pdf, sizeof pdf - 1);
}

static size_t
files(struct attachment **out)
{
	struct err e = {0};
	size_t count;
	ck_assert(attachments_list(store_reader(b->store, &e), arena, office, out, &count, &e));
	return count;
}

static int64_t
events(const char *what)
{
	struct err e = {0};
	struct event *list;
	size_t count;
	int64_t found = 0;
	ck_assert(events_list(store_reader(b->store, &e), arena, 0, 200, &list, &count, &e));
	for (size_t i = 0; i < count; i++)
		found += strcmp(list[i].what, what) == 0;
	return found;
}

static bool
answered_by_staff(struct db *db, struct piece *p, struct err *e)
{
	return db_exec(db, e, give_to, "ii", *(const int64_t *)p->with, b->account[STAFF]);
}

static const char *
one_file(void)
{
	struct attachment *list;
	ck_assert_int_eq(upload_pdf(MANAGER, office, "S648"), 303);
	ck_assert_uint_eq(files(&list), 1);
	return arena_printf(arena, "/%lld", (long long)list[0].id);
}

START_TEST(a_file_is_added_listed_and_comes_back_as_an_attachment)
{
	struct attachment *list;
	const char *file = one_file();
	ck_assert_uint_eq(files(&list), 1);
	ck_assert_str_eq(list[0].kind, "pdf");
	ck_assert_int_eq(list[0].secrecy, 2);
	ck_assert_int_eq(ask(MANAGER, "GET", office, "", NULL), 200);
	ck_assert(body_says(b, "鍵の一覧.pdf"));
	ck_assert_int_eq(ask(MANAGER, "GET", office, file, NULL), 200);
	ck_assert(body_says(b, "Content-Disposition: attachment;"));
	ck_assert(body_says(b, "X-Content-Type-Options: nosniff"));
	ck_assert(body_says(b, "Content-Type: application/pdf"));
	ck_assert(body_says(b, pdf));
	ck_assert_int_eq(events("attachment_added"), 1);
	ck_assert_int_eq(events("attachment_read"), 1);
}
END_TEST

START_TEST(viewpoint_18_only_those_it_concerns_may_read_it)
{
	const char *file = one_file();
	ck_assert_int_eq(ask(AUDITOR, "GET", office, file, NULL), 200);
	ck_assert_int_eq(ask(ADMIN, "GET", office, file, NULL), 200);
	ck_assert_int_eq(events("attachment_read"), 2);
	ck_assert_int_eq(ask(STAFF, "GET", office, file, NULL), 403);
	ck_assert_int_eq(ask(MANAGEMENT, "GET", office, "", NULL), 403);
	ck_assert_int_eq(ask(-1, "GET", office, file, NULL), 303);
	ck_assert_int_eq(ask(MANAGER, "GET", mine, "", NULL), 403); /* a person's sheet is that person's */
	ck_assert_int_eq(ask(STAFF, "GET", mine, file, NULL), 404); /* another sheet's file */
	ck_assert_int_eq(events("attachment_read"), 2);
	ck_assert_int_eq(upload_pdf(ADMIN, office, "S667"), 403);
	ck_assert_int_eq(ask(ADMIN, "POST", office, file, ""), 403);
	ck_assert_int_eq(body_as(b, AUDITOR, "GET", "/evidence", NULL), 200);
	ck_assert(body_says(b, "鍵の一覧.pdf"));
	ck_assert_int_eq(body_as(b, STAFF, "GET", "/evidence", NULL), 403);
}
END_TEST

START_TEST(what_is_closed_is_not_for_the_manager_of_another_answerer)
{
	struct attachment *list;
	ck_assert_int_eq(upload(MANAGER, office, "S648", "3", "手順書.pdf", pdf, sizeof pdf - 1), 303);
	ck_assert_uint_eq(files(&list), 1);
	const char *file = arena_printf(arena, "/%lld", (long long)list[0].id);
	ck_assert_int_eq(ask(MANAGER, "GET", office, file, NULL), 200); /* who answers it */
	ck_assert_int_eq(ask(ADMIN, "GET", office, file, NULL), 200);
	ck_assert_int_eq(ask(AUDITOR, "GET", office, file, NULL), 200);
	body_write(b, answered_by_staff, &office); /* now the manager only manages */
	ck_assert_int_eq(ask(MANAGER, "GET", office, file, NULL), 403);
	ck_assert_int_eq(ask(MANAGER, "GET", office, "", NULL), 200);
	ck_assert(body_says(b, "非公開（所属長には開けません）"));
	ck_assert(!body_says(b, "手順書.pdf")); /* a name tells something too */
	ck_assert_int_eq(body_as(b, MANAGER, "GET", "/evidence", NULL), 200);
	ck_assert(body_says(b, "非公開（所属長には開けません）"));
	ck_assert(!body_says(b, "手順書.pdf"));
	ck_assert_int_eq(body_as(b, ADMIN, "GET", "/evidence", NULL), 200);
	ck_assert(body_says(b, "手順書.pdf"));
}
END_TEST

START_TEST(a_button_pressed_twice_adds_one_file)
{
	struct attachment *list;
	ck_assert_int_eq(upload_pdf(MANAGER, office, "S648"), 303);
	ck_assert_int_eq(upload_pdf(MANAGER, office, "S648"), 303); /* though there is room for one only */
	ck_assert_uint_eq(files(&list), 1);
	ck_assert_int_eq(events("attachment_added"), 1);
}
END_TEST

START_TEST(what_was_chosen_beside_a_refused_file_stays_chosen)
{
	ck_assert_int_eq(upload(MANAGER, office, "S648", "3", "空.pdf", "", 0), 422);
	ck_assert(body_says(b, "空.pdf is empty"));
	ck_assert(body_says(b, "<option value=\"3\" selected>"));
	ck_assert_int_eq(upload(MANAGER, office, "S648", "3", "", "", 0), 422);
	ck_assert(body_says(b, "no file was chosen"));
	ck_assert_int_eq(upload(MANAGER, office, "S648", "2", "\u202Efdp.exe.pdf", pdf, sizeof pdf - 1), 422);
	ck_assert(body_says(b, "none of them invisible"));
}
END_TEST

SQL(expire_sessions, "UPDATE session SET expires_at = 1");

static bool
expire(struct db *db, struct piece *p, struct err *e)
{
	(void)p;
	return db_exec(db, e, expire_sessions, "");
}

/* More than the signed-out may send at all: still it is not the size that is told. */
START_TEST(a_file_sent_after_the_session_ended_is_told_so)
{
	enum { LARGE = 3 * 1024 * 1024 };
	struct attachment *list;
	char *large = calloc(1, LARGE);
	memcpy(large, pdf, sizeof pdf - 1);
	body_write(b, expire, NULL);
	ck_assert_int_eq(upload(MANAGER, office, "S648", "2", "a.pdf", large, LARGE), 403);
	ck_assert(body_says(b, "You are not signed in any more, so nothing was stored"));
	ck_assert_uint_eq(files(&list), 0);
	free(large);
}
END_TEST

START_TEST(files_of_other_kinds_are_refused_with_a_reason)
{
	static const struct {
		const char *name, *bytes;
	} refused[] = {{"a.pdf", "MZ a program"}, {"a.png", "<!DOCTYPE html><p>page</p>"},
		{"a.exe", "%PDF-1.7 %%EOF"}, {"a.pdf", ""}, {".pdf", "%PDF-1.7 %%EOF"}};
	struct attachment *list;
	for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
		ck_assert_int_eq(upload(MANAGER, office, "S648", "2", refused[i].name, refused[i].bytes,
					 strlen(refused[i].bytes)),
			422);
		ck_assert(body_says(b, "追加していません"));
	}
	ck_assert_int_eq(upload(MANAGER, office, "S648", "4", "a.pdf", pdf, sizeof pdf - 1), 400);
	ck_assert_int_eq(upload_pdf(MANAGER, office, "S505"), 400); /* asks for none */
	ck_assert_int_eq(upload_pdf(MANAGER, office, "ZZ"), 400);
	ck_assert_uint_eq(files(&list), 0);
}
END_TEST

static bool
small_limit(struct db *db, struct piece *p, struct err *e)
{
	(void)p;
	return setting_save(db, "evidence_most", "1", e) && setting_save(db, "evidence_total", "1", e);
}

START_TEST(files_that_are_too_large_or_too_many_are_refused)
{
	enum { MEGA = 1024 * 1024 };
	struct attachment *list;
	char *big = arena_alloc(arena, MEGA + 1);
	memset(big, ' ', MEGA + 1);
	memcpy(big, "%PDF-1.7", 8);
	memcpy(big + MEGA - 5, "%%EOF", 5);
	body_write(b, small_limit, NULL);
	ck_assert_int_eq(upload(MANAGER, office, "S648", "1", "a.pdf", big, MEGA + 1), 422);
	ck_assert_uint_eq(files(&list), 0);
	ck_assert_int_eq(upload(MANAGER, office, "S648", "1", "a.pdf", big, MEGA), 303);
	ck_assert_int_eq(upload_pdf(MANAGER, office, "S667"), 422); /* more than a sheet may have */
	ck_assert(body_says(b, "larger than 1 MB together"));
	ck_assert_int_eq(upload_pdf(MANAGER, office, "S648"), 422); /* one file a question */
	ck_assert_uint_eq(files(&list), 1);
}
END_TEST

START_TEST(what_is_taken_back_stays_on_record)
{
	struct err e = {0};
	struct attachment *list, gone;
	const char *file = one_file();
	int64_t id = strtoll(file + 1, NULL, 10);
	ck_assert_int_eq(ask(MANAGER, "POST", office, file, ""), 303);
	ck_assert_uint_eq(files(&list), 0);
	ck_assert(attachment_find(store_reader(b->store, &e), arena, id, &gone, &e));
	ck_assert_int_ne(gone.removed_at, 0);
	ck_assert_int_eq(ask(MANAGER, "GET", office, file, NULL), 404);
	ck_assert_int_eq(events("attachment_removed"), 1);
}
END_TEST

SQL(confirm_office, "UPDATE sheet SET submitted = '{}', submitted_at = 1, confirmed_at = 2 WHERE id = $1");

static bool
confirm(struct db *db, struct piece *p, struct err *e)
{
	return db_exec(db, e, confirm_office, "i", *(int64_t *)p->with);
}

START_TEST(nothing_is_added_or_taken_back_once_the_sheet_is_confirmed)
{
	struct attachment *list;
	const char *file = one_file();
	body_write(b, confirm, &office);
	ck_assert_int_eq(upload_pdf(MANAGER, office, "S667"), 422);
	ck_assert_int_eq(ask(MANAGER, "POST", office, file, ""), 409);
	ck_assert_uint_eq(files(&list), 1);
	ck_assert_int_eq(ask(MANAGER, "GET", office, "", NULL), 200);
	ck_assert(!body_says(b, "type=\"file\""));
}
END_TEST

Suite *evidence_page_suite(void);

Suite *
evidence_page_suite(void)
{
	Suite *s = suite_create("evidence_page");
	TCase *t = tcase_create("evidence_page");
	tcase_set_timeout(t, 120);
	tcase_add_checked_fixture(t, demo_start, demo_stop);
	tcase_add_test(t, a_file_is_added_listed_and_comes_back_as_an_attachment);
	tcase_add_test(t, viewpoint_18_only_those_it_concerns_may_read_it);
	tcase_add_test(t, what_is_closed_is_not_for_the_manager_of_another_answerer);
	tcase_add_test(t, a_button_pressed_twice_adds_one_file);
	tcase_add_test(t, what_was_chosen_beside_a_refused_file_stays_chosen);
	tcase_add_test(t, a_file_sent_after_the_session_ended_is_told_so);
	tcase_add_test(t, files_of_other_kinds_are_refused_with_a_reason);
	tcase_add_test(t, files_that_are_too_large_or_too_many_are_refused);
	tcase_add_test(t, what_is_taken_back_stays_on_record);
	tcase_add_test(t, nothing_is_added_or_taken_back_once_the_sheet_is_confirmed);
	suite_add_tcase(s, t);
	return s;
}
