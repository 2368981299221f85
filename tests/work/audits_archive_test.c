/* The audits of fiscal 2026 of tests/store/over.h as one sealed file, once all of them and their findings are over. */
#include "work/archive_audits.h"

#include "base/file.h"
#include "draw/font.h"
#include "store/event.h"
#include "store/keep/archive_rows.h"
#include "store/over.h"
#include "work/archive.h"
#include "zip/zip.h"

static struct ended x;
static struct err e;
static struct archived_audits archive;
static struct archive_report report;
static char said[8192], request[DIGEST_SIZE];

static void
setup(void)
{
	ended_setup(&x);
	e = (struct err){0};
	ck_assert_msg(fonts_open(&e), "%s", e.text);
	over_fill(&x, request);
	ended_script(&x,
		arena_printf(x.review.arena,
			"UPDATE account SET password = '$argon2id$nobody-may-see-this';"
			"INSERT INTO document_file SELECT id, 'pdf', '%s', 5 FROM document WHERE about <> 'cycle';"
			"UPDATE engagement SET state = 'completed' WHERE id = 2;"
			"UPDATE finding SET state = 'closed', closed_at = 1800000000 WHERE id = 2",
			x.paper));
}

static void
teardown(void)
{
	buf_free(&archive.bytes);
	ended_teardown(&x);
}

static bool
write_with(bool evidence)
{
	buf_free(&archive.bytes);
	e = (struct err){0};
	return audits_archive(x.review.store, x.review.arena, 2026, evidence, &archive, &e);
}

static void
say(void *with, const char *line)
{
	(void)with;
	strncat(said, line, sizeof said - strlen(said) - 2);
	strcat(said, "\n");
}

static int
faults_of(const void *bytes, size_t length, const char *seal)
{
	said[0] = '\0';
	e = (struct err){0};
	ck_assert_msg(archive_verify(bytes, length, seal, say, NULL, &report, &e), "%s", e.text);
	return report.faults;
}

/* A file of it; "" and length 0 when it is not there. */
static const char *
member(const char *name, size_t *length)
{
	static const struct unbundle_limits limits = {100, 1 << 21, 1 << 23, 1000};
	struct unbundle *u = unbundle_open(archive.bytes.data, archive.bytes.length, &limits, &e);
	struct err none = {0};
	char *data = "";
	*length = 0;
	ck_assert_msg(u != NULL, "%s", e.text);
	if (!unbundle_read(u, x.review.arena, name, &data, length, &none))
		data = "";
	unbundle_close(u);
	return data;
}

START_TEST(what_is_written_is_verified_without_the_body)
{
	size_t length;
	ck_assert_msg(write_with(true), "%s", e.text);
	ck_assert_msg(faults_of(archive.bytes.data, archive.bytes.length, NULL) == 0, "%s", said);
	ck_assert_msg(faults_of(archive.bytes.data, archive.bytes.length, archive.seal) == 0, "%s", said);
	ck_assert(report.sealed);
	ck_assert_int_eq(archive.counts.audits, 3);
	ck_assert_int_eq(archive.counts.findings, 5); /* 6 was raised the year after */
	ck_assert_str_eq(member("documents/2026-0021-1-audit-full-audit1-body.pdf", &length), "paper");
	ck_assert_str_eq(member("documents/2026-0024-1-audit-year-full-year2026-body.pdf", &length), "paper");
	ck_assert_str_eq(member(arena_printf(x.review.arena, "evidence/%s.pdf", request), &length), "request");
	ck_assert_str_eq(member(arena_printf(x.review.arena, "evidence/%s.list", x.paper), &length), "paper");
	ck_assert_ptr_nonnull(strstr(member("README.txt", &length), "監査3件、監査調書3項目、指摘5件"));
	ck_assert_ptr_null(strchr(member("README.txt", &length), '{'));
}
END_TEST

START_TEST(its_database_has_every_part_and_nothing_that_opens_an_account)
{
	static const char *const tables[] = {"engagement_move", "engagement_member", "engagement_line",
		"engagement_drop", "engagement_word", "checklist", "line_edition", "line_act", "line_answer",
		"line_answer_choice", "line_evidence", "line_sample", "line_sample_unit", "independence_waiver",
		"urgent_report", "audit_request", "audit_request_move", "audit_request_file", "finding",
		"finding_line", "finding_move", "finding_plan", "finding_report", "finding_reminder", "audit_plan",
		"audit_plan_move", "audit_plan_target", "audit_plan_factor", "document_file", "department_term"};
	size_t length;
	ck_assert_msg(write_with(true), "%s", e.text);
	const char *bytes = member(ARCHIVE_DATABASE, &length);
	struct db *db = archive_rows_open(bytes, length, &e);
	ck_assert_msg(db != NULL, "%s", e.text);
	for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
		ck_assert_msg(body_number(db, arena_printf(x.review.arena, "SELECT count(*) > 0 FROM %s", tables[i])),
			"%s", tables[i]);
	ck_assert_int_eq(body_number(db, "SELECT count(*) FROM account WHERE roles <> 0 OR active <> 0"), 0);
	ck_assert_int_eq(body_number(db, "SELECT count(*) FROM cycle"), 0);
	ck_assert_int_eq(body_number(db, "SELECT parent_id FROM finding WHERE id = 4"), 1);
	db_close(db);
	ck_assert_ptr_null(memmem(bytes, length, "nobody-may-see-this", 19));
}
END_TEST

START_TEST(the_same_records_give_the_same_bytes)
{
	ck_assert_msg(write_with(true), "%s", e.text);
	struct buf first = archive.bytes;
	archive.bytes = (struct buf)BUF_INIT;
	ended_script(&x, "UPDATE finding SET facts = '別の年度のもの' WHERE id = 6");
	ck_assert_msg(write_with(true), "%s", e.text);
	ck_assert_uint_eq(first.length, archive.bytes.length);
	ck_assert_mem_eq(first.data, archive.bytes.data, first.length);
	ended_script(&x, "UPDATE finding SET facts = '別の事実' WHERE id = 1");
	ck_assert_msg(write_with(true), "%s", e.text);
	ck_assert(first.length != archive.bytes.length ||
		  memcmp(first.data, archive.bytes.data, first.length) != 0);
	buf_free(&first);
}
END_TEST

/* Put together again by somebody who changed one file. */
START_TEST(what_was_changed_is_found)
{
	size_t length;
	struct buf bytes = BUF_INIT;
	ck_assert_msg(write_with(true), "%s", e.text);
	static const struct unbundle_limits limits = {100, 1 << 21, 1 << 23, 1000};
	struct unbundle *u = unbundle_open(archive.bytes.data, archive.bytes.length, &limits, &e);
	struct bundle *b = bundle_create(0);
	for (size_t i = 0; i < unbundle_count(u); i++) {
		char *data;
		const char *name = unbundle_name(u, i);
		ck_assert(unbundle_read(u, x.review.arena, name, &data, &length, &e));
		data[0] ^= strncmp(name, "documents/2026-0021", 19) == 0;
		ck_assert(bundle_add(b, name, data, length, &e));
	}
	ck_assert(bundle_finish(b, &bytes, &e));
	bundle_destroy(b);
	unbundle_close(u);
	ck_assert_int_eq(faults_of(bytes.data, bytes.length, NULL), 1);
	ck_assert_ptr_nonnull(strstr(said, "2026-0021"));
	buf_free(&bytes);
}
END_TEST

START_TEST(evidence_may_be_left_out_and_it_says_so)
{
	size_t length;
	char seal[DIGEST_SIZE];
	ck_assert_msg(write_with(false), "%s", e.text);
	ck_assert_msg(faults_of(archive.bytes.data, archive.bytes.length, archive.seal) == 0, "%s", said);
	member(arena_printf(x.review.arena, "evidence/%s.pdf", request), &length);
	ck_assert_uint_eq(length, 0);
	said[0] = '\0';
	ck_assert(archive_list(archive.bytes.data, archive.bytes.length, say, NULL, seal, &e));
	ck_assert_ptr_nonnull(strstr(said, "of: audits"));
	ck_assert_ptr_nonnull(strstr(said, "evidence: left out"));
	ck_assert_ptr_nonnull(strstr(said, "totals audits: 3"));
	ck_assert_str_eq(seal, archive.seal);
}
END_TEST

START_TEST(only_what_is_over_is_sealed)
{
	ended_script(&x, "UPDATE engagement SET state = 'following' WHERE id = 2");
	ck_assert(!write_with(true));
	ck_assert_int_eq(e.kind, ERR_CONFLICT);
	ended_script(&x, "UPDATE engagement SET state = 'completed' WHERE id = 2;"
			 "UPDATE finding SET state = 'doing' WHERE id = 3");
	ck_assert(!write_with(true));
	ck_assert_int_eq(e.kind, ERR_CONFLICT);
	ended_script(&x, "UPDATE finding SET state = 'accepted' WHERE id = 3"); /* it comes back */
	ck_assert(!write_with(true));
	ended_script(&x, "UPDATE finding SET state = 'closed' WHERE id = 3");
	ck_assert_msg(write_with(true), "%s", e.text);
	e = (struct err){0};
	buf_free(&archive.bytes);
	ck_assert(!audits_archive(x.review.store, x.review.arena, 2019, true, &archive, &e));
	ck_assert_int_eq(e.kind, ERR_ABSENT);
}
END_TEST

static bool
log_work(struct db *db, struct piece *p, struct err *err)
{
	(void)p;
	return audits_archive_log(db, 2026, archive.seal, ADMIN_ACCOUNT, 1900000000, err);
}

START_TEST(that_it_was_written_stands_in_the_log_with_its_seal)
{
	struct event *list;
	size_t count;
	ck_assert_msg(write_with(true), "%s", e.text);
	review_write(&x.review, log_work, NULL);
	ck_assert(events_list(x.review.db, x.review.arena, 0, 1, &list, &count, &e));
	ck_assert_str_eq(list[0].what, "audits_archived");
	ck_assert_str_eq(list[0].detail, archive.seal);
}
END_TEST

Suite *audits_archive_suite(void);
Suite *
audits_archive_suite(void)
{
	Suite *s = suite_create("audits_archive");
	TCase *t = tcase_create("audits_archive");
	tcase_set_timeout(t, 60);
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, what_is_written_is_verified_without_the_body);
	tcase_add_test(t, its_database_has_every_part_and_nothing_that_opens_an_account);
	tcase_add_test(t, the_same_records_give_the_same_bytes);
	tcase_add_test(t, what_was_changed_is_found);
	tcase_add_test(t, evidence_may_be_left_out_and_it_says_so);
	tcase_add_test(t, only_what_is_over_is_sealed);
	tcase_add_test(t, that_it_was_written_stands_in_the_log_with_its_seal);
	suite_add_tcase(s, t);
	return s;
}
