/* Whether a PDF is one that was issued: the very file, one that was replaced, one that was changed. */
#include <check.h>
#include <stdio.h>
#include <string.h>

#include "report/demo.h"
#include "base/file.h"
#include "report/record.h"
#include "report/verify.h"

static struct issued
issue(const char *reason)
{
	struct issued out;
	struct cycle closed;
	ck_assert(cycle_of_year(db, arena, 2025, &closed, &e));
	struct issue_request rq = {.reason = reason,
		.report = {.name = "committee", .cycle_id = closed.id, .now = noon, .issued_by = "事務局"}};
	ck_assert_msg(report_issue(store, arena, &rq, &out, &e), "%s", e.text);
	return out;
}

static struct verified
verify(const struct buf *bytes)
{
	struct verified out;
	ck_assert_msg(report_verify(store, arena, bytes->data, bytes->length, &out, &e), "%s", e.text);
	return out;
}

/* As sha256sum of coreutils counts it. */
static const char *
sum_of(const char *data, size_t length)
{
	const char *path = arena_printf(arena, "%s/sum", directory);
	char *hex = arena_strdup(arena, "0123456789012345678901234567890123456789012345678901234567890123");
	ck_assert(file_write(path, data, length, &e));
	FILE *sum = popen(arena_printf(arena, "sha256sum %s", path), "r");
	ck_assert_ptr_nonnull(sum);
	ck_assert_uint_eq(fread(hex, 1, 64, sum), 64);
	ck_assert_int_eq(pclose(sum), 0);
	return hex;
}

START_TEST(what_was_issued_is_known_by_its_bytes)
{
	struct issued paper = issue(NULL);
	struct verified v = verify(&paper.bytes);
	ck_assert_int_eq(v.verdict, VERDICT_ISSUED);
	ck_assert_int_eq(v.document.id, paper.document.id);
	ck_assert_str_eq(v.document.issued_by, "事務局");
	buf_free(&paper.bytes);
}
END_TEST

START_TEST(an_edition_that_was_replaced_is_told_apart)
{
	struct issued first = issue(NULL), second = issue("誤字を直すため");
	struct verified v = verify(&first.bytes);
	ck_assert_int_eq(v.verdict, VERDICT_SUPERSEDED);
	ck_assert_int_eq(v.standing, second.document.edition);
	v = verify(&second.bytes);
	ck_assert_int_eq(v.verdict, VERDICT_ISSUED);
	buf_free(&first.bytes);
	buf_free(&second.bytes);
}
END_TEST

/* The very file, but its figures are being worked on again. */
START_TEST(what_was_reopened_since_is_told_apart)
{
	struct issued paper = issue(NULL);
	change("UPDATE cycle SET edition = edition + 1 WHERE year = 2025");
	ck_assert_int_eq(verify(&paper.bytes).verdict, VERDICT_REOPENED);
	buf_free(&paper.bytes);
}
END_TEST

START_TEST(one_changed_byte_is_found_out_and_says_whose_it_was)
{
	struct issued paper = issue(NULL);
	paper.bytes.data[paper.bytes.length / 2] ^= 1;
	struct verified v = verify(&paper.bytes);
	ck_assert_int_eq(v.verdict, VERDICT_ALTERED);
	ck_assert_int_eq(v.document.id, paper.document.id);
	buf_free(&paper.bytes);
}
END_TEST

/* As a disposal leaves it: the rows are gone, and of the files their digests. */
START_TEST(what_was_disposed_of_is_known_to_have_been_issued)
{
	struct issued paper = issue(NULL);
	change(arena_printf(arena,
		"INSERT INTO disposal (id, year, state, reason, proposed_by, proposer, proposed_at, done_at) VALUES"
		" (1, 2025, 'done', '満了', 1, 'a', 0, %lld);"
		"INSERT INTO disposal_file SELECT 1, digest, size, 'removed' FROM document_file;"
		"DELETE FROM document_file; DELETE FROM document",
		(long long)noon));
	struct verified v = verify(&paper.bytes);
	ck_assert_int_eq(v.verdict, VERDICT_DISPOSED);
	ck_assert_int_eq(v.document.id, 0);
	ck_assert_int_eq(v.disposed_at, noon);
	paper.bytes.data[paper.bytes.length / 2] ^= 1;
	ck_assert_int_eq(verify(&paper.bytes).verdict, VERDICT_ALTERED);
	change("DELETE FROM disposal_file");
	ck_assert_int_eq(verify(&paper.bytes).verdict, VERDICT_UNKNOWN);
	buf_free(&paper.bytes);
}
END_TEST

static struct report
list_of_findings(void)
{
	struct report r;
	struct report_request *rq = ARENA_NEW(arena, struct report_request);
	*rq = (struct report_request){
		.name = "findings", .about_id = 2026, .now = noon, .issued_by = "事務局"};
	ck_assert_msg(report_make(store, arena, rq, &r, &e), "%s", e.text);
	return r;
}

START_TEST(what_was_never_issued_is_unknown)
{
	struct report r = list_of_findings();
	struct buf draft = BUF_INIT, noise = BUF_INIT;
	ck_assert(report_pdf(arena, &r, GLYPHS_REFUSE, &draft, &e));
	ck_assert_int_eq(verify(&draft).verdict, VERDICT_UNKNOWN);
	ck_assert_int_eq(verify(&noise).verdict, VERDICT_UNKNOWN);
	buf_addf(&noise, "/%s (%s)", PDF_FINGERPRINT, sum_of("x", 1)); /* a fingerprint of nothing here */
	ck_assert_int_eq(verify(&noise).verdict, VERDICT_UNKNOWN);
	buf_clear(&noise);
	buf_addf(&noise, "/%s (", PDF_FINGERPRINT); /* cut off */
	ck_assert_int_eq(verify(&noise).verdict, VERDICT_UNKNOWN);
	buf_free(&draft);
	buf_free(&noise);
}
END_TEST

static bool
page_says(const struct canvas *page, const char *text)
{
	for (size_t i = 0; i < page->count; i++)
		if (page->marks[i].kind == MARK_TEXT && strstr(page->marks[i].text, text) != NULL)
			return true;
	return false;
}

/* The fingerprint is that of what the edition says, without the fingerprint itself. */
START_TEST(every_page_bears_the_sha_256_of_what_the_document_says)
{
	struct issued paper = issue(NULL);
	struct document d;
	struct document_file kept;
	struct record record;
	char *data;
	size_t length;
	bool found;
	ck_assert(document_find(db, arena, paper.document.id, &d, &e));
	ck_assert(document_file_find(db, arena, d.id, "record", &kept, &found, &e) && found);
	ck_assert(file_get(store, arena, kept.digest, &data, &length, &e));
	ck_assert_str_eq(kept.digest, sum_of(data, length));
	ck_assert(document_record(store, arena, &d, &record, &e));
	ck_assert_uint_gt(record.page_count, 1);
	for (size_t i = 0; i < record.page_count; i++)
		ck_assert(page_says(record.pages[i], kept.digest));
	ck_assert_ptr_nonnull(
		memmem(paper.bytes.data, paper.bytes.length, kept.digest, strlen(kept.digest)));
	buf_free(&paper.bytes);
}
END_TEST

Suite *report_verify_suite(void);
Suite *
report_verify_suite(void)
{
	Suite *s = suite_create("report_verify");
	TCase *t = tcase_create("verify");
	tcase_add_checked_fixture(t, demo_setup, demo_teardown);
	tcase_set_timeout(t, 60);
	tcase_add_test(t, what_was_issued_is_known_by_its_bytes);
	tcase_add_test(t, an_edition_that_was_replaced_is_told_apart);
	tcase_add_test(t, what_was_reopened_since_is_told_apart);
	tcase_add_test(t, one_changed_byte_is_found_out_and_says_whose_it_was);
	tcase_add_test(t, what_was_disposed_of_is_known_to_have_been_issued);
	tcase_add_test(t, what_was_never_issued_is_unknown);
	tcase_add_test(t, every_page_bears_the_sha_256_of_what_the_document_says);
	suite_add_tcase(s, t);
	return s;
}
