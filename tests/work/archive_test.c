#include "work/archive.h"

#include "base/file.h"
#include "domain/keep/manifest.h"
#include "draw/font.h"
#include "store/ended.h"
#include "store/figure/tallies.h"
#include "store/keep/archive_rows.h"
#include "store/keep/disposal_run.h"
#include "zip/zip.h"

static struct ended x;
static struct err e;
static struct archived archive;
static struct archive_report report;
static char said[8192];

static void
setup(void)
{
	ended_setup(&x);
	e = (struct err){0};
	ck_assert_msg(fonts_open(&e), "%s", e.text);
	ended_script(&x, "UPDATE account SET password = '$argon2id$nobody-may-see-this';"
			 "INSERT INTO session (digest, account_id, form_key, created_at, expires_at)"
			 " VALUES ('session-digest-of-someone', 1, 'form-key-of-someone', 0, 9);"
			 "INSERT INTO invitation (digest, account_id, expires_at)"
			 " VALUES ('invitation-digest-of-someone', 1, 9);"
			 "INSERT INTO remark_decision (cycle_id, key, revision, state, account_id, at) VALUES"
			 " (1, 'text', 1, 'adopted', 1, 0), (1, 'text', 2, 'left_out', 1, 1);"
			 "UPDATE cycle SET automatic = 1; UPDATE cycle_move SET by_itself = 1 WHERE id = 2");
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
	struct archive_wish w = {.cycle_id = 1, .evidence = evidence};
	e = (struct err){0};
	return archive_write(x.review.store, x.review.arena, &w, &archive, &e);
}

static void
written(void)
{
	ck_assert_msg(write_with(true), "%s", e.text);
}

static void
say(void *with, const char *line)
{
	(void)with;
	strncat(said, line, sizeof said - strlen(said) - 2);
	strcat(said, "\n");
}

static int
faults_of(const struct buf *bytes, const char *seal)
{
	said[0] = '\0';
	e = (struct err){0};
	if (!archive_verify(bytes->data, bytes->length, seal, say, NULL, &report, &e)) {
		say(NULL, e.text);
		return -1;
	}
	return report.faults;
}

/* ---- taking it apart and putting it together otherwise ---- */

enum { MEMBERS_MOST = 32, DATA_MOST = 1 << 21, FILLED_TABLES = 32 };

struct member {
	const char *name;
	char *data;
	size_t length;
};

static struct member members[MEMBERS_MOST];
static size_t member_count;

static void
take_apart(void)
{
	static const struct unbundle_limits limits = {100, DATA_MOST, 4 * DATA_MOST, 1000};
	struct unbundle *u = unbundle_open(archive.bytes.data, archive.bytes.length, &limits, &e);
	ck_assert_msg(u != NULL, "%s", e.text);
	member_count = unbundle_count(u);
	for (size_t i = 0; i < member_count; i++) {
		members[i].name = arena_strdup(x.review.arena, unbundle_name(u, i));
		ck_assert(unbundle_read(
			u, x.review.arena, members[i].name, &members[i].data, &members[i].length, &e));
	}
	unbundle_close(u);
}

static int
faults_together(const char *seal)
{
	struct buf bytes = BUF_INIT;
	struct bundle *b = bundle_create(0);
	for (size_t i = 0; i < member_count; i++)
		if (members[i].name != NULL)
			ck_assert_msg(bundle_add(b, members[i].name, members[i].data, members[i].length, &e),
				"%s", e.text);
	ck_assert(bundle_finish(b, &bytes, &e));
	bundle_destroy(b);
	int faults = faults_of(&bytes, seal);
	buf_free(&bytes);
	return faults;
}

static struct member *
member_of(const char *name)
{
	for (size_t i = 0; i < member_count; i++)
		if (members[i].name != NULL && strcmp(members[i].name, name) == 0)
			return &members[i];
	ck_abort_msg("%s", name);
	return NULL;
}

/* The manifest is made to say what the files are now, as one would who wants to deceive. */
static void
manifest_mend(void)
{
	struct manifest old, new = {.arena = x.review.arena};
	struct buf text = BUF_INIT;
	struct member *m = member_of(ARCHIVE_MANIFEST);
	ck_assert_msg(manifest_parse(x.review.arena, m->data, m->length, &old, &e), "%s", e.text);
	for (size_t i = 0; i < old.count; i++) {
		char digest[DIGEST_SIZE];
		const struct manifest_entry *y = &old.entries[i];
		const char *value = y->value;
		if (y->section != NULL && strcmp(y->section, "sha256") == 0) {
			const struct member *file = member_of(y->name);
			sha256_of(file->data, file->length, digest);
			value = digest;
		}
		manifest_add(&new, y->section, y->name, value);
	}
	manifest_write(&new, &text);
	m->data = arena_strndup(x.review.arena, text.data, text.length);
	m->length = text.length;
	buf_free(&text);
}

/* ---- tests ---- */

START_TEST(what_is_written_is_verified_without_the_body)
{
	written();
	ck_assert_msg(faults_of(&archive.bytes, NULL) == 0, "%s", said);
	ck_assert_msg(faults_of(&archive.bytes, archive.record.seal) == 0, "%s", said);
	ck_assert(report.sealed && !report.disposed);
	ck_assert_str_eq(report.seal, archive.record.seal);
	ck_assert_int_eq(report.sheets, 20);
	take_apart();
	ck_assert_str_eq(members[0].name, ARCHIVE_MANIFEST);
	ck_assert_str_eq(member_of("documents/2026-0012-1-self-check-body-body.pdf")->data, "paper");
	ck_assert_str_eq(member_of("documents/2026-0012-1-self-check-body-body.csv")->data, "shared");
	ck_assert_str_eq(
		member_of(arena_printf(x.review.arena, "evidence/%s.png", x.evidence))->data, "evidence");
	ck_assert_uint_eq(member_of("questionnaires/sets/people.yaml")->length, strlen(review_sets[0]));
}
END_TEST

START_TEST(the_same_records_give_the_same_bytes)
{
	written();
	struct buf first = archive.bytes;
	archive.bytes = (struct buf)BUF_INIT;
	ended_script(&x,
		"INSERT INTO event (at, what, subject, detail) VALUES (1900000000, 'signed_in', 'a', '')");
	written();
	ck_assert_uint_eq(first.length, archive.bytes.length);
	ck_assert_mem_eq(first.data, archive.bytes.data, first.length);
	ended_script(&x, "UPDATE plan SET measure = '別の策'");
	written();
	ck_assert(first.length != archive.bytes.length ||
		  memcmp(first.data, archive.bytes.data, first.length) != 0);
	buf_free(&first);
}
END_TEST

START_TEST(nothing_that_opens_an_account_is_in_it)
{
	static const char *const secrets[] = {"nobody-may-see-this", "session-digest-of-someone",
		"form-key-of-someone", "invitation-digest-of-someone"};
	written();
	take_apart();
	for (size_t i = 0; i < member_count; i++)
		for (size_t k = 0; k < sizeof secrets / sizeof *secrets; k++)
			ck_assert_msg(memmem(members[i].data, members[i].length, secrets[k],
					      strlen(secrets[k])) == NULL,
				"%s in %s", secrets[k], members[i].name);
	struct db *db =
		archive_rows_open(member_of(ARCHIVE_DATABASE)->data, member_of(ARCHIVE_DATABASE)->length, &e);
	ck_assert_msg(db != NULL, "%s", e.text);
	ck_assert_int_eq(
		body_number(db, "SELECT count(*) FROM account WHERE password IS NOT NULL OR active = 1"
				" OR roles <> 0"),
		0);
	ck_assert_int_gt(body_number(db, "SELECT count(*) FROM account"), 0);
	ck_assert_int_eq(body_number(db, "PRAGMA user_version"), STORE_SCHEMA_VERSION);
	ck_assert_int_eq(
		body_number(db, "SELECT count(*) FROM pragma_journal_mode WHERE journal_mode = 'wal'"), 0);
	db_close(db);
}
END_TEST

/* ---- nothing of a row is lost ---- */

/* Of people and accounts only who they are; of what a cycle was made from, nothing. */
static const char *
columns_left_out(const char *table)
{
	static const struct {
		const char *table, *columns;
	} list[] = {{"person", "kana mail joined_day left_day"}, {"account", "roles password active"},
		{"cycle", "previous_id"}};
	for (size_t i = 0; i < sizeof list / sizeof *list; i++)
		if (strcmp(list[i].table, table) == 0)
			return list[i].columns;
	return "";
}

static const char *
columns_of(struct db *db, const char *table)
{
	struct rows r;
	const char *list = "";
	ck_assert(db_query(db, &r, &e, "SELECT name FROM pragma_table_info($1)", "s", table));
	while (rows_next(&r))
		if (strstr(columns_left_out(table), row_peek(&r, 0, NULL)) == NULL)
			list = arena_printf(x.review.arena, "%s%s%s", list, *list != '\0' ? ", " : "",
				row_peek(&r, 0, NULL));
	ck_assert(rows_end(&r, &e));
	return list;
}

START_TEST(what_is_in_it_stands_there_whole)
{
	struct rows r;
	size_t tables = 0;
	const char *path = arena_printf(x.review.arena, "%s/copy.db", x.review.body.directory);
	written();
	take_apart();
	const struct member *m = member_of(ARCHIVE_DATABASE);
	ck_assert_msg(file_write(path, m->data, m->length, &e), "%s", e.text);
	struct db *db = db_open(x.review.body.path, DB_READ, &e);
	ck_assert(db != NULL && db_script(db, arena_printf(x.review.arena, "ATTACH '%s' AS x", path), &e));
	ck_assert(db_query(db, &r, &e, "SELECT name FROM x.sqlite_schema WHERE type = 'table'", ""));
	while (rows_next(&r)) {
		const char *table = row_text(&r, 0, x.review.arena),
			   *columns = columns_of(x.review.db, table);
		ck_assert_msg(
			body_number(db, arena_printf(x.review.arena,
						"SELECT count(*) FROM (SELECT %s FROM x.%s EXCEPT SELECT %s"
						" FROM main.%s)",
						columns, table, columns, table)) == 0,
			"%s", table);
		tables += body_number(db,
				  arena_printf(x.review.arena, "SELECT count(*) > 0 FROM x.%s", table)) != 0;
	}
	ck_assert(rows_end(&r, &e));
	db_close(db);
	ck_assert_int_eq(tables, FILLED_TABLES);
}
END_TEST

/* Whatever ships with the program that writes it. */
START_TEST(the_rules_in_it_are_those_of_the_cycle)
{
	ended_script(&x, "INSERT INTO rule_text SELECT 'older', '# of an earlier edition\n' || t.yaml"
			 " FROM rule_text t JOIN cycle_rules r ON r.scales = t.digest;"
			 "UPDATE cycle_rules SET scales = 'older'");
	written();
	ck_assert_msg(faults_of(&archive.bytes, NULL) == 0, "%s", said);
	take_apart();
	struct member *m = member_of("questionnaires/scales.yaml");
	ck_assert(strncmp(m->data, "# of an earlier", 15) == 0);
	m->data[2] = 'O';
	manifest_mend(); /* the database still knows them */
	ck_assert_int_eq(faults_together(NULL), 1);
	ck_assert(strstr(said, "scales.yaml") != NULL);
}
END_TEST

START_TEST(it_says_itself_what_it_is)
{
	written();
	take_apart();
	const struct member *m = member_of(ARCHIVE_README);
	ck_assert(strncmp(m->data, "\xEF\xBB\xBF", 3) == 0 && strstr(m->data, "\r\n") != NULL);
	ck_assert(strstr(m->data, "令和8年度（") != NULL);
	ck_assert(strstr(m->data, "個票20件") != NULL);
	ck_assert(strstr(m->data, "満了日（Reiwa 12-3-31）") != NULL);
	ck_assert_ptr_null(strchr(m->data, '{'));
}
END_TEST

/* The manifest names the others' digests; its own is what the seal is for. */
START_TEST(a_byte_changed_in_any_file_is_found)
{
	written();
	take_apart();
	for (size_t i = 0; i < member_count; i++)
		for (size_t part = 0; part <= 4; part++) {
			size_t at = part * (members[i].length - 1) / 4;
			members[i].data[at] ^= 1;
			bool own = strcmp(members[i].name, "manifest.json") == 0;
			ck_assert_msg(faults_together(own ? archive.record.seal : NULL) != 0, "%s at %zu",
				members[i].name, at);
			members[i].data[at] ^= 1;
		}
	ck_assert_msg(faults_together(NULL) == 0, "%s", said);
}
END_TEST

START_TEST(a_file_taken_out_is_found)
{
	written();
	take_apart();
	for (size_t i = 0; i < member_count; i++) {
		const char *name = members[i].name;
		members[i].name = NULL;
		ck_assert_msg(faults_together(NULL) != 0, "%s", name);
		members[i].name = name;
	}
}
END_TEST

START_TEST(a_file_put_in_is_found)
{
	written();
	take_apart();
	members[member_count++] = (struct member){"documents/more.pdf", "more", 4};
	ck_assert_int_eq(faults_together(NULL), 1);
	ck_assert(strstr(said, "not in its manifest") != NULL);
}
END_TEST

/* One who changes answers has to change receipts, summaries and the manifest as well; who does all that
 * leaves nothing that contradicts itself, and only the seal tells. */
START_TEST(what_is_changed_alike_everywhere_is_found_by_the_seal_only)
{
	written();
	take_apart();
	struct member *title = member_of(ARCHIVE_DATABASE);
	struct member *paper = member_of("documents/2026-0012-1-self-check-body-body.pdf");
	paper->data[0] = 'P';
	manifest_mend(); /* the database still names the old digest */
	ck_assert_int_eq(faults_together(NULL), 1);
	ck_assert(strstr(said, "not the file that the database names") != NULL);
	paper->data[0] = 'p';
	char *name =
		memmem(title->data, title->length, "点検する", strlen("点検する")); /* a plan's measure */
	ck_assert_ptr_nonnull(name);
	while (name != NULL) {
		memcpy(name, "点検せず", strlen("点検する"));
		name = memmem(title->data, title->length, "点検する", strlen("点検する"));
	}
	manifest_mend();
	ck_assert_msg(faults_together(NULL) == 0, "%s", said);
	ck_assert_int_eq(faults_together(archive.record.seal), 1);
	ck_assert(strstr(said, "not the one that was given") != NULL);
}
END_TEST

START_TEST(answers_that_do_not_bear_the_summaries_out_are_found)
{
	written();
	take_apart();
	struct member *db = member_of(ARCHIVE_DATABASE);
	char *answer = memmem(db->data, db->length, "\"P3\":\"yes\"", 10);
	ck_assert_ptr_nonnull(answer);
	memcpy(answer, "\"P2\":\"yes\"", 10);
	manifest_mend();
	ck_assert_int_gt(faults_together(NULL), 0);
}
END_TEST

START_TEST(evidence_may_be_left_out_and_the_archive_says_so)
{
	ck_assert_msg(write_with(false), "%s", e.text);
	ck_assert(!archive.record.evidence && archive.record.sheets);
	ck_assert_msg(faults_of(&archive.bytes, NULL) == 0, "%s", said);
	take_apart();
	for (size_t i = 0; i < member_count; i++)
		ck_assert_ptr_null(strstr(members[i].name, "evidence/"));
	said[0] = '\0';
	char seal[DIGEST_SIZE];
	ck_assert(archive_list(archive.bytes.data, archive.bytes.length, say, NULL, seal, &e));
	ck_assert(strstr(said, "evidence: left out") != NULL);
	ck_assert(strstr(said, "retention sheets: 3 2027-04-01 2030-03-31 kept") != NULL);
	ck_assert_str_eq(seal, archive.record.seal);
}
END_TEST

START_TEST(only_what_has_ended_is_written)
{
	ended_script(&x, "UPDATE cycle SET state = 'improving', ended_at = NULL");
	ck_assert(!write_with(true));
	ck_assert_int_eq(e.kind, ERR_CONFLICT);
	ck_assert(strstr(e.text, "has not ended") != NULL);
	struct archive_wish unknown = {.cycle_id = 9};
	ck_assert(!archive_write(x.review.store, x.review.arena, &unknown, &archive, &e));
	ck_assert_int_eq(e.kind, ERR_ABSENT);
}
END_TEST

START_TEST(what_is_no_archive_is_refused_with_a_sentence)
{
	struct buf bytes = BUF_INIT;
	buf_adds(&bytes, "no archive at all");
	ck_assert_int_eq(faults_of(&bytes, NULL), -1);
	ck_assert_int_eq(e.kind, ERR_INPUT);
	buf_clear(&bytes);
	struct bundle *b = bundle_create(0);
	ck_assert(bundle_add(b, "a.txt", "a", 1, &e) && bundle_finish(b, &bytes, &e));
	bundle_destroy(b);
	ck_assert_int_eq(faults_of(&bytes, NULL), -1);
	ck_assert(strstr(said, "no archive of tenken") != NULL);
	buf_free(&bytes);
	written();
	for (size_t i = 1; i < 8; i++) { /* cut off anywhere */
		struct buf cut = {archive.bytes.data, archive.bytes.length * i / 8, 0};
		ck_assert_int_ne(faults_of(&cut, NULL), 0);
	}
}
END_TEST

/* ---- after a disposal ---- */

struct step {
	int64_t id;
	bool more;
};

static bool
dispose_work(struct db *db, struct piece *p, struct err *err)
{
	struct step *s = p->with;
	instant_t now = instant_of_day(day_of(2030, 4, 1));
	if (!disposal_begin(db, x.review.arena, s->id, ADMIN_ACCOUNT, now, err))
		return false;
	for (s->more = true; s->more;)
		if (!disposal_step(db, x.review.arena, s->id, 100, &s->more, err))
			return false;
	return disposal_finish(db, x.review.arena, s->id, ADMIN_ACCOUNT, now, err);
}

START_TEST(an_archive_after_a_disposal_says_what_is_gone)
{
	struct step s = {.id = ended_approved(&x, ended_personal, 4, day_of(2030, 4, 1))};
	review_write(&x.review, dispose_work, &s);
	written();
	ck_assert(!archive.record.sheets);
	ck_assert_msg(faults_of(&archive.bytes, NULL) == 0, "%s", said);
	ck_assert(report.disposed);
	ck_assert_int_eq(report.sheets, 0);
	take_apart();
	ck_assert_ptr_null(memmem(member_of(ARCHIVE_DATABASE)->data, member_of(ARCHIVE_DATABASE)->length,
		ended_words, strlen(ended_words)));
	said[0] = '\0';
	char seal[DIGEST_SIZE];
	ck_assert(archive_list(archive.bytes.data, archive.bytes.length, say, NULL, seal, &e));
	ck_assert(strstr(said, "retention sheets: 3 2027-04-01 2030-03-31 disposed 2030-04-01") != NULL);
}
END_TEST

static bool
record_work(struct db *db, struct piece *p, struct err *err)
{
	struct archive *a = p->with;
	return archive_record(db, a, ADMIN_ACCOUNT, &a->id, err);
}

START_TEST(that_it_was_written_is_on_record_once)
{
	struct archive *list;
	size_t count;
	written();
	archive.record.written_at = 1900000000;
	review_write(&x.review, record_work, &archive.record);
	review_write(&x.review, record_work, &archive.record);
	ck_assert(archives_of_cycle(x.review.db, x.review.arena, 1, &list, &count, &e));
	ck_assert_uint_eq(count, 1);
	ck_assert_str_eq(list[0].seal, archive.record.seal);
	ck_assert_str_eq(list[0].who, "admin");
	ck_assert_int_gt(list[0].log_last, 0);
	ck_assert_int_eq(ended_number(&x, "SELECT count(*) FROM event WHERE what = 'archive_written'"), 2);
	/* and the log up to then can be told to be the same */
	struct verify_result r;
	ck_assert(tallies_verify(x.review.store, say, NULL, &r, &e));
	ck_assert_int_eq(r.differences, 0);
	ended_script(&x, "UPDATE event SET detail = 'never mind' WHERE what = 'cycle_final'");
	ck_assert(tallies_verify(x.review.store, say, NULL, &r, &e));
	ck_assert_int_eq(r.differences, 1);
}
END_TEST

Suite *archive_suite(void);
Suite *
archive_suite(void)
{
	Suite *s = suite_create("archive");
	TCase *t = tcase_create("archive");
	tcase_set_timeout(t, 120);
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, what_is_written_is_verified_without_the_body);
	tcase_add_test(t, the_same_records_give_the_same_bytes);
	tcase_add_test(t, nothing_that_opens_an_account_is_in_it);
	tcase_add_test(t, what_is_in_it_stands_there_whole);
	tcase_add_test(t, the_rules_in_it_are_those_of_the_cycle);
	tcase_add_test(t, it_says_itself_what_it_is);
	tcase_add_test(t, a_byte_changed_in_any_file_is_found);
	tcase_add_test(t, a_file_taken_out_is_found);
	tcase_add_test(t, a_file_put_in_is_found);
	tcase_add_test(t, what_is_changed_alike_everywhere_is_found_by_the_seal_only);
	tcase_add_test(t, answers_that_do_not_bear_the_summaries_out_are_found);
	tcase_add_test(t, evidence_may_be_left_out_and_the_archive_says_so);
	tcase_add_test(t, only_what_has_ended_is_written);
	tcase_add_test(t, what_is_no_archive_is_refused_with_a_sentence);
	tcase_add_test(t, an_archive_after_a_disposal_says_what_is_gone);
	tcase_add_test(t, that_it_was_written_is_on_record_once);
	suite_add_tcase(s, t);
	return s;
}
