/* Registers in the browser: who may see and change what, forms that complain, files both ways. */
#include "web/body.h"

#include "base/arena.h"
#include "store/register/registers.h"

enum { STAFF, MANAGER, AUDITOR, MANAGEMENT, ADMINISTRATOR };

static struct body *b;

/* A department each for the staff member (A) and the manager (B). */
static bool
people_work(struct db *db, struct piece *p, struct err *e)
{
	(void)p;
	return db_script(db,
		"INSERT INTO department (id, key, valid_from) VALUES (1, 'A', 0), (2, 'B', 0);"
		"INSERT INTO department_term (department_id, valid_from, name, ord) VALUES (1, 0, '総務課', "
		"1),"
		" (2, 0, '業務課', 2);"
		"INSERT INTO person (id, number, name) VALUES (1, '0001', '髙橋'), (2, '0002', '山﨑');"
		"INSERT INTO post (person_id, department_id, valid_from) VALUES (1, 1, 0), (2, 2, 0);"
		"UPDATE account SET person_id = 1 WHERE login = 'staff';"
		"UPDATE account SET person_id = 2 WHERE login = 'manager';",
		e);
}

static void
setup(void)
{
	b = body_start();
	body_write(b, people_work, NULL);
}

static void
teardown(void)
{
	body_stop(b);
}

#define FIELDS "key=N-1&name=x&department=A&owner=0001&service=X&account=a&stop=b&from=2026-01-05"

static void
add(const char *fields)
{
	ck_assert_int_eq(body_as(b, ADMINISTRATOR, "POST", "/admin/entries/sns", fields), 303);
}

START_TEST(a_form_comes_back_with_its_complaints_and_what_was_typed)
{
	ck_assert_int_eq(body_as(b, ADMINISTRATOR, "GET", "/admin/entries/sns", NULL), 200);
	ck_assert(body_says(b, "name=\"owner\""));
	ck_assert_int_eq(body_as(b, ADMINISTRATOR, "POST", "/admin/entries/sns",
				 "key=N-1&name=%3Cb%3E&department=A&owner=&service=mixi&account=a&stop=b&"
				 "from=31.2.2026"),
		422);
	ck_assert(body_says(b, "value=\"&lt;b&gt;\""));
	ck_assert(body_says(b, "id=\"f-owner-c\""));
	ck_assert(body_says(b, "id=\"f-service-c\""));
	ck_assert(body_says(b, "id=\"f-from-c\""));
	ck_assert(!body_says(b, "id=\"f-name-c\""));
	ck_assert_int_eq(body_as(b, ADMINISTRATOR, "GET", "/entries/sns/N-1", NULL), 404);
}
END_TEST

START_TEST(an_entry_is_stored_changed_and_ended_with_its_past_to_be_read)
{
	add(FIELDS);
	ck_assert_int_eq(body_as(b, ADMINISTRATOR, "POST", "/admin/entries/sns", FIELDS), 422); /* taken */
	ck_assert(body_says(b, "id=\"f-key-c\""));
	ck_assert_int_eq(
		body_as(b, ADMINISTRATOR, "POST", "/admin/entries/sns/N-1",
			"name=%E5%85%AC%E5%BC%8F&department=B&owner=0002&service=X&account=a&stop=b"),
		303);
	ck_assert_int_eq(body_as(b, ADMINISTRATOR, "GET", "/entries/sns/N-1", NULL), 200);
	ck_assert(body_says(b, "0001 → 0002"));
	ck_assert_int_eq(
		body_as(b, ADMINISTRATOR, "POST", "/admin/entries/sns/N-1/end", "last=2026-01-04"), 422);
	ck_assert_int_eq(
		body_as(b, ADMINISTRATOR, "POST", "/admin/entries/sns/N-1/end", "last=2026-02-28"), 303);
	ck_assert_int_eq(body_as(b, ADMINISTRATOR, "GET", "/admin/registers/sns", NULL), 200);
	ck_assert(!body_says(b, "/entries/sns/N-1"));
	ck_assert_int_eq(body_as(b, ADMINISTRATOR, "GET", "/admin/registers/sns?ended=1", NULL), 200);
	ck_assert(body_says(b, "/entries/sns/N-1"));
}
END_TEST

START_TEST(owners_read_managers_change_their_own_departments_and_nobody_elses)
{
	add(FIELDS); /* of department A, owned by the staff member */
	add("key=N-2&name=y&department=B&owner=0002&service=X&account=a&stop=b");
	ck_assert_int_eq(body_as(b, STAFF, "GET", "/entries", NULL), 200);
	ck_assert(body_says(b, "/entries/sns/N-1"));
	ck_assert(!body_says(b, "/entries/sns/N-2"));
	ck_assert_int_eq(body_as(b, STAFF, "GET", "/entries/sns/N-1", NULL), 200);
	ck_assert_int_eq(body_as(b, STAFF, "GET", "/entries/sns/N-2", NULL), 403);
	ck_assert_int_eq(body_as(b, STAFF, "POST", "/admin/entries/sns/N-1", FIELDS), 403);
	ck_assert_int_eq(body_as(b, AUDITOR, "GET", "/entries/sns/N-1", NULL), 200);
	ck_assert_int_eq(body_as(b, AUDITOR, "POST", "/admin/entries/sns/N-1", FIELDS), 403);

	ck_assert_int_eq(body_as(b, MANAGER, "GET", "/entries/sns/N-1", NULL), 403);
	ck_assert_int_eq(body_as(b, MANAGER, "GET", "/admin/entries/sns/N-1", NULL), 403);
	ck_assert_int_eq(body_as(b, MANAGER, "POST", "/admin/entries/sns/N-1/end", "last=2026-02-28"), 403);
	ck_assert_int_eq(body_as(b, MANAGER, "GET", "/admin/entries/sns/N-2", NULL), 200);
	static const char moved[] = "name=y&department=A&owner=0002&service=X&account=a&stop=b";
	static const char kept[] = "name=z&department=B&owner=0002&service=X&account=a&stop=b";
	ck_assert_int_eq(body_as(b, MANAGER, "POST", "/admin/entries/sns/N-2", moved), 403);
	ck_assert_int_eq(body_as(b, MANAGER, "POST", "/admin/entries/sns/N-2", kept), 303);
	ck_assert_int_eq(body_as(b, MANAGER, "POST", "/admin/entries/sns",
				 "key=N-3&name=y&department=A&owner=0002&service=X&account=a&stop=b"),
		403);
	ck_assert_int_eq(body_as(b, MANAGER, "GET", "/admin/registers/sns", NULL), 403);
}
END_TEST

/* ---- files ---- */

static int
upload(const char *bytes, size_t length, const char *filename)
{
	struct buf part = BUF_INIT, rq = BUF_INIT;
	buf_addf(&part,
		"--parts\r\nContent-Disposition: form-data; name=\"form_key\"\r\n\r\n%s\r\n--parts\r\n"
		"Content-Disposition: form-data; name=\"register\"; filename=\"%s\"\r\n\r\n",
		b->form_key[ADMINISTRATOR], filename);
	buf_add(&part, bytes, length);
	buf_adds(&part, "\r\n--parts--\r\n");
	buf_addf(&rq,
		"POST /admin/registers/sns/import HTTP/1.1\r\nHost: tenken\r\nConnection: close\r\n"
		"Cookie: tenken=%s\r\nContent-Type: multipart/form-data; boundary=parts\r\n"
		"Content-Length: %zu\r\n\r\n",
		b->token[ADMINISTRATOR], part.length);
	buf_add(&rq, part.data, part.length);
	int status = wire_ask(http_port(b->http), rq.data, rq.length, &b->answer);
	buf_free(&rq);
	buf_free(&part);
	return status;
}

static void
value_of(const char *name, char *out, size_t size)
{
	char start[64];
	snprintf(start, sizeof start, "name=\"%s\" value=\"", name);
	const char *at = strstr(b->answer.data, start);
	ck_assert_msg(at != NULL, "no field %s", name);
	at += strlen(start);
	snprintf(out, size, "%.*s", (int)strcspn(at, "\""), at);
}

static void
yes(char fields[512])
{
	char digest[DIGEST_SIZE], before[DIGEST_SIZE];
	value_of("digest", digest, sizeof digest);
	value_of("before", before, sizeof before);
	snprintf(fields, 512, "digest=%s&before=%s", digest, before);
}

#define HEAD "管理番号,名称,所属コード,責任者,サービス,アカウント名,停止の手順\n"

static int
upload_text(const char *csv)
{
	return upload(csv, strlen(csv), "r.csv");
}

START_TEST(a_file_is_compared_then_carried_out_as_it_was_shown)
{
	char fields[512], late[512];
	ck_assert_int_eq(upload_text(HEAD "N-1,x,A,,X,a,b\nN-2,x,Z,0001,X,a,b\n"), 422);
	ck_assert(body_says(b, "<td class=\"number\">3</td>"));
	ck_assert_int_eq(upload_text(HEAD "N-1,x,A,0001,X,a,b\nN-2,y,B,0002,LINE,a,b\n"), 200);
	yes(fields);
	ck_assert_int_eq(body_as(b, ADMINISTRATOR, "POST", "/admin/registers/sns/import/apply", fields), 303);
	ck_assert_int_eq(body_as(b, ADMINISTRATOR, "POST", "/admin/registers/sns/import/apply", fields), 303);
	ck_assert_int_eq(upload_text(HEAD "N-1,xx,A,0001,X,a,b\n"), 200);
	ck_assert(body_says(b, "x → xx"));
	yes(late);
	add("key=N-3&name=z&department=A&owner=0001&service=X&account=a&stop=b");
	ck_assert_int_eq(body_as(b, ADMINISTRATOR, "POST", "/admin/registers/sns/import/apply", late), 409);
	ck_assert_int_eq(upload_text(HEAD "N-1,xx,A,0001,X,a,b\n"), 200);
	yes(late);
	strcat(late, "&end_gone=1");
	ck_assert_int_eq(body_as(b, ADMINISTRATOR, "POST", "/admin/registers/sns/import/apply", late), 303);
	ck_assert_int_eq(body_as(b, ADMINISTRATOR, "GET", "/admin/registers/sns", NULL), 200);
	ck_assert(!body_says(b, "/entries/sns/N-2"));
	ck_assert_int_eq(upload_text(""), 422);
}
END_TEST

START_TEST(what_is_taken_out_as_a_file_comes_in_without_a_difference)
{
	static const char *const kinds[] = {"csv", "xlsx"};
	add("key=N-1&name=%3DSUM(1)&department=A&owner=0001&service=X&account=%40a&stop=-b&url=https%3A%2F%"
	    "2Fx&from=2026-04-01");
	for (size_t i = 0; i < 2; i++) {
		char path[64];
		snprintf(path, sizeof path, "/admin/registers/sns/file?as=%s", kinds[i]);
		ck_assert_int_eq(body_as(b, ADMINISTRATOR, "GET", path, NULL), 200);
		const char *at = strstr(b->answer.data, "\r\n\r\n");
		ck_assert_ptr_nonnull(at);
		size_t length = b->answer.length - (size_t)(at + 4 - b->answer.data);
		char *bytes = malloc(length);
		memcpy(bytes, at + 4, length);
		ck_assert_int_eq(upload(bytes, length, "r"), 200);
		ck_assert_msg(body_says(b, "違いはありません"), "%s", b->answer.data);
		free(bytes);
	}
}
END_TEST

START_TEST(a_register_or_entry_that_is_not_there_is_absent)
{
	static const char *const paths[] = {"/admin/registers/car", "/admin/registers/car/file",
		"/admin/registers/car/import", "/admin/entries/car", "/admin/entries/sns/N-9",
		"/entries/car/N-1", "/entries/sns/N-9"};
	for (size_t i = 0; i < sizeof paths / sizeof *paths; i++)
		ck_assert_int_eq(body_as(b, ADMINISTRATOR, "GET", paths[i], NULL), 404);
	ck_assert_int_eq(body_as(b, ADMINISTRATOR, "GET", "/admin/registers", NULL), 200);
}
END_TEST

Suite *registers_page_suite(void);
Suite *
registers_page_suite(void)
{
	Suite *s = suite_create("registers_page");
	TCase *t = tcase_create("registers_page");
	tcase_set_timeout(t, 60);
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, a_form_comes_back_with_its_complaints_and_what_was_typed);
	tcase_add_test(t, an_entry_is_stored_changed_and_ended_with_its_past_to_be_read);
	tcase_add_test(t, owners_read_managers_change_their_own_departments_and_nobody_elses);
	tcase_add_test(t, a_file_is_compared_then_carried_out_as_it_was_shown);
	tcase_add_test(t, what_is_taken_out_as_a_file_comes_in_without_a_difference);
	tcase_add_test(t, a_register_or_entry_that_is_not_there_is_absent);
	suite_add_tcase(s, t);
	return s;
}
