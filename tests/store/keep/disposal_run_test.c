#include "store/keep/disposal_run.h"

#include <unistd.h>

#include "base/file.h"
#include "store/cycle/cycle_years.h"
#include "store/ended.h"
#include "store/event_chain.h"
#include "store/figure/tallies.h"

static struct ended x;
static struct err e;
static char said[4096];
static day_t today; /* of what is carried out */

static day_t
over(void)
{
	return day_of(2030, 4, 1);
}

static void
setup(void)
{
	ended_setup(&x);
	e = (struct err){0};
	today = over();
}

static void
teardown(void)
{
	ended_teardown(&x);
}

static void
say(void *with, const char *line)
{
	(void)with;
	strncat(said, line, sizeof said - strlen(said) - 2);
	strcat(said, "\n");
}

/* The body is sound, or has so many differences. */
static void
verified(int64_t differences)
{
	struct verify_result r;
	said[0] = '\0';
	ck_assert_msg(tallies_verify(x.review.store, say, NULL, &r, &e), "%s", e.text);
	ck_assert_msg(r.differences == differences, "%s", said);
}

/* ---- the pieces, as the job runs them ---- */

struct run {
	int64_t id;
	int most;
	bool more;
	struct disposal_file file;
};

static bool
begin_work(struct db *db, struct piece *p, struct err *err)
{
	struct run *r = p->with;
	return disposal_begin(db, x.review.arena, r->id, ADMIN_ACCOUNT, instant_of_day(today), err);
}

static bool
step_work(struct db *db, struct piece *p, struct err *err)
{
	struct run *r = p->with;
	return disposal_step(db, x.review.arena, r->id, r->most, &r->more, err);
}

static bool
settle_work(struct db *db, struct piece *p, struct err *err)
{
	struct run *r = p->with;
	return disposal_file_settle(db, r->id, &r->file, err);
}

static bool
finish_work(struct db *db, struct piece *p, struct err *err)
{
	struct run *r = p->with;
	return disposal_finish(db, x.review.arena, r->id, ADMIN_ACCOUNT, instant_of_day(today), err);
}

static bool
try(bool (*work)(struct db *, struct piece *, struct err *), struct run *r)
{
	e = (struct err){0};
	return writer_run(store_writer(x.review.store), work, r, &e);
}

static void
must(bool (*work)(struct db *, struct piece *, struct err *), struct run *r)
{
	ck_assert_msg(try(work, r), "%s", e.text);
}

/* Every file that is listed; how many were dropped. */
static int
files_go(struct run *r)
{
	int dropped = 0;
	for (bool found = true, named, gone;;) {
		ck_assert(disposal_file_next(x.review.db, x.review.arena, r->id, &r->file, &found, &e));
		if (!found)
			return dropped;
		ck_assert(file_named(x.review.db, r->file.digest, &named, &e));
		ck_assert(named || file_drop(x.review.store, r->file.digest, instant_of_day(over()),
					   &r->file.size, &gone, &e));
		r->file.state = named ? "shared" : "removed";
		dropped += !named;
		must(settle_work, r);
	}
}

static int64_t
carried_out(const char *const *kinds, size_t count, day_t day)
{
	struct run r = {.id = ended_approved(&x, kinds, count, day), .most = 7, .more = true};
	bool whole;
	today = day;
	must(begin_work, &r);
	while (r.more)
		must(step_work, &r);
	files_go(&r);
	do /* the log may be carried over at this very moment */
		ck_assert(db_settle(x.review.db, &whole, &e));
	while (!whole);
	must(finish_work, &r);
	return r.id;
}

static bool
body_holds(const char *text)
{
	static const char *const ends[] = {"", "-wal"};
	for (size_t i = 0; i < 2; i++) {
		char *data;
		size_t length;
		const char *path = arena_printf(x.review.arena, "%s%s", x.review.body.path, ends[i]);
		if (file_read(x.review.arena, path, &data, &length, NULL) &&
			memmem(data, length, text, strlen(text)) != NULL)
			return true;
	}
	return false;
}

static int64_t
number(const char *sql)
{
	return ended_number(&x, sql);
}

/* ---- tests ---- */

START_TEST(personal_records_go_and_figures_and_documents_stay)
{
	int64_t tallies = number("SELECT count(*) FROM tally"),
		submitted = number("SELECT sum(submitted) FROM progress");
	verified(0);
	ck_assert(body_holds(ended_words));
	int64_t id = carried_out(ended_personal, 4, over());
	ck_assert(!body_holds(ended_words));
	ck_assert(!body_holds("窓口がない"));
	ck_assert_int_eq(number("SELECT count(*) FROM sheet"), 0);
	ck_assert_int_eq(number("SELECT count(*) FROM receipt") + number("SELECT count(*) FROM attachment") +
				 number("SELECT count(*) FROM paper") + number("SELECT count(*) FROM lesson"),
		0);
	ck_assert_int_eq(number("SELECT count(*) FROM tally"), tallies);
	ck_assert_int_eq(number("SELECT sum(submitted) FROM progress"), submitted);
	ck_assert_int_eq(number("SELECT count(*) FROM document"), 1);
	ck_assert_int_eq(number("SELECT count(*) FROM na_decision"), 1);
	ck_assert_int_eq(number("SELECT count(*) FROM cycle_move WHERE cycle_id = 1"), 7);
	verified(0);
	ck_assert_int_eq(ended_look(&x, "sheets", over()).state, RETAINED_DISPOSED);
	ck_assert_int_eq(ended_look(&x, "sheets", over()).disposal_id, id);
}
END_TEST

START_TEST(what_is_gone_is_written_down)
{
	struct disposal d;
	struct disposal_rows *rows;
	struct disposal_file *files;
	size_t count, n;
	/* by hand: 20 sheets; 11 people and one office submitted once each; two files, one shared */
	static const struct disposal_rows gone[] = {{"evidence", "attachment", 2}, {"paper", "paper", 2},
		{"sheets", "receipt", 12}, {"sheets", "sheet", 20}, {"training", "lesson", 1}};
	int64_t id = carried_out(ended_personal, 4, over());
	ck_assert(disposal_find(x.review.db, x.review.arena, id, &d, &e));
	ck_assert_int_eq(d.state, DISPOSAL_DONE);
	ck_assert_str_eq(d.executor, "admin");
	ck_assert_str_eq(d.decider, "lead");
	ck_assert_int_eq(d.begun_at, instant_of_day(over()));
	ck_assert(d.done_at > 0 && strlen(d.figures) == DIGEST_SIZE - 1);
	ck_assert(disposal_rows_list(x.review.db, x.review.arena, id, &rows, &count, &e));
	ck_assert_uint_eq(count, sizeof gone / sizeof *gone);
	for (size_t i = 0; i < count; i++) {
		ck_assert_str_eq(rows[i].kind, gone[i].kind);
		ck_assert_str_eq(rows[i].what, gone[i].what);
		ck_assert_int_eq(rows[i].rows, gone[i].rows);
	}
	ck_assert(disposal_files_list(x.review.db, x.review.arena, id, 0, 10, &files, &n, &e));
	ck_assert_uint_eq(n, 2);
	for (size_t i = 0; i < n; i++)
		ck_assert_str_eq(
			files[i].state, strcmp(files[i].digest, x.shared) == 0 ? "shared" : "removed");
	ck_assert_int_eq(d.files, 1);
	ck_assert_int_eq(d.file_bytes, 8);
	ck_assert_int_eq(number("SELECT count(*) FROM event WHERE what IN ('disposal_proposed',"
				" 'disposal_approved', 'disposal_begun', 'disposal_done')"),
		4);
}
END_TEST

static bool
file_there(const char *digest)
{
	return access(arena_printf(
			      x.review.arena, "%s/files/%.2s/%s", x.review.body.directory, digest, digest),
		       F_OK) == 0;
}

START_TEST(bytes_go_only_when_nothing_else_names_them)
{
	static const char *const documents[] = {"documents"};
	carried_out(ended_personal, 4, over());
	ck_assert(!file_there(x.evidence));
	ck_assert(file_there(x.shared)); /* a document has the same bytes */
	ck_assert(file_there(x.paper));
	carried_out(documents, 1, day_of(2032, 4, 1));
	ck_assert(!file_there(x.shared));
	ck_assert(!file_there(x.paper));
	ck_assert_int_eq(
		number("SELECT count(*) FROM document_file") + number("SELECT count(*) FROM approval"), 0);
	verified(0);
}
END_TEST

START_TEST(interrupted_anywhere_it_goes_on_and_counts_once)
{
	struct run r = {.id = ended_approved(&x, ended_personal, 4, over()), .most = 3, .more = true};
	must(begin_work, &r);
	for (int steps = 0; r.more; steps++) {
		must(step_work, &r);
		verified(0);          /* a body in the middle of it is sound, and says so */
		if (steps % 2 == 0) { /* the program ends and begins again */
			store_close(x.review.store);
			x.review.store = store_open(x.review.body.directory, &e);
			ck_assert_msg(x.review.store != NULL, "%s", e.text);
			x.review.db = store_reader(x.review.store, &e);
			must(begin_work, &r); /* what has begun goes on */
		}
	}
	ck_assert_int_eq(number("SELECT rows FROM disposal_count WHERE what = 'sheet'"), 20);
	ck_assert_int_eq(number("SELECT count(*) FROM event WHERE what = 'disposal_begun'"), 1);
	ck_assert_int_eq(number("SELECT count(*) FROM disposal WHERE state = 'running'"),
		1); /* nothing is half said */
	ck_assert_int_eq(files_go(&r), 1);
	ck_assert_int_eq(files_go(&r), 0);
	must(finish_work, &r);
	must(finish_work, &r); /* twice does no harm */
	ck_assert_int_eq(number("SELECT count(*) FROM event WHERE what = 'disposal_done'"), 1);
	verified(0);
}
END_TEST

START_TEST(only_what_is_approved_and_may_still_go_begins)
{
	struct run r = {.most = 7};
	ck_assert(ended_propose(&x, ended_personal, 4, over(), &r.id, &e));
	ck_assert(!try(begin_work, &r));
	ck_assert_int_eq(e.kind, ERR_CONFLICT);
	ck_assert(ended_decide(
		&x, r.id, DISPOSAL_APPROVE, MANAGEMENT_ACCOUNT, ROLE_MANAGEMENT, "", over(), &e));
	ck_assert(ended_hold(&x, "", "監査中のため", &e));
	ck_assert(!try(begin_work, &r));
	ck_assert(strstr(e.text, "監査中のため") != NULL);
	ck_assert(ended_lift(&x, ended_subject(), 1, "終わったため", &e));
	ck_assert(ended_class(&x, "sheets", "10", "長くするため", &e));
	ck_assert(!try(begin_work, &r));
	ck_assert_int_eq(number("SELECT count(*) FROM sheet"), 20);
	r.id = 99;
	ck_assert(!try(begin_work, &r));
	ck_assert_int_eq(e.kind, ERR_ABSENT);
}
END_TEST

START_TEST(what_is_changed_afterwards_is_found)
{
	carried_out(ended_personal, 4, over());
	verified(0);
	ended_script(&x, "UPDATE tally SET s0 = s0 + 1 WHERE item = 'P1' AND department_id = 1");
	verified(1);
	ck_assert(strstr(said, "since the sheets were disposed of") != NULL);
	ended_script(&x, "UPDATE tally SET s0 = s0 - 1 WHERE item = 'P1' AND department_id = 1");
	ended_script(&x,
		"INSERT INTO sheet (cycle_id, set_key, unit_id, unit_name, department_id, person_name,"
		" person_kind) VALUES (1, 'people', 11, 'x', 1, 'x', '')");
	verified(1);
	ck_assert(strstr(said, "and yet there are 1") != NULL);
}
END_TEST

START_TEST(sheets_that_are_gone_without_a_record_are_found)
{
	ended_script(&x, "DELETE FROM attachment; DELETE FROM paper; DELETE FROM lesson; DELETE FROM receipt;"
			 " DELETE FROM sheet");
	struct verify_result r;
	ck_assert(tallies_verify(x.review.store, say, NULL, &r, &e));
	ck_assert_int_gt(r.differences, 0);
}
END_TEST

START_TEST(copies_in_results_of_jobs_and_archives_go_with_the_records)
{
	char digest[DIGEST_SIZE], other[DIGEST_SIZE];
	ck_assert(file_put(x.review.store, "bound sheets", 12, digest, &e) &&
		  file_put(x.review.store, "of cycle 11", 11, other, &e));
	ended_script(&x,
		arena_printf(x.review.arena,
			"INSERT INTO job (kind, subject, given, state, created_at, digest, filename) VALUES"
			" ('documents', '回答票', 'cycle=1 recipe=sheet-filled', 'done', 0, '%s', 'a.pdf'),"
			" ('documents', '別', 'cycle=11 recipe=sheet-filled', 'done', 0, '%s', 'b.pdf');"
			"INSERT INTO archive (cycle_id, edition, seal, digest, size, sheets, evidence, "
			"log_last, log_head,"
			" written_at) VALUES (1, 1, 'seal', '%s', 12, 1, 1, 0, '', 0)",
			digest, other, digest));
	carried_out(ended_personal, 4, over());
	ck_assert(!file_there(digest));
	ck_assert(file_there(other));
	ck_assert_int_eq(number("SELECT count(*) FROM archive WHERE seal = 'seal' AND digest IS NULL"), 1);
	ck_assert_int_eq(number("SELECT count(*) FROM job WHERE digest IS NULL AND filename IS NULL"), 1);
}
END_TEST

START_TEST(everything_of_a_cycle_goes_in_its_time)
{
	static const char *const rest[] = {"tallies", "documents", "plans"},
				 *const reminders[] = {"reminders"}, *const decisions[] = {"decisions"};
	carried_out(reminders, 1, day_of(2028, 4, 1));
	ck_assert_int_eq(number("SELECT count(*) FROM wave") + number("SELECT count(*) FROM reminder"), 0);
	carried_out(decisions, 1, over());
	carried_out(ended_personal, 4, over());
	carried_out(rest, 3, day_of(2032, 4, 1));
	ck_assert_int_eq(
		number("SELECT count(*) FROM tally") + number("SELECT count(*) FROM progress") +
			number("SELECT count(*) FROM cycle_year") + number("SELECT count(*) FROM plan") +
			number("SELECT count(*) FROM plan_change") + number("SELECT count(*) FROM practice") +
			number("SELECT count(*) FROM document"),
		0);
	ck_assert_int_eq(number("SELECT count(*) FROM cycle"), 1);
	verified(0);
	/* nor are they missed when the program starts again */
	int64_t *unkept;
	size_t count;
	ck_assert(cycles_unkept(x.review.db, x.review.arena, &unkept, &count, &e));
	ck_assert_uint_eq(count, 0);
}
END_TEST

START_TEST(a_document_is_not_issued_again_once_documents_are_gone)
{
	static const char *const documents[] = {"documents"};
	carried_out(documents, 1, day_of(2032, 4, 1));
	ck_assert(!records_there(x.review.db, x.review.arena, 1, "documents", &e));
	ck_assert_int_eq(e.kind, ERR_GONE);
	ck_assert(records_there(x.review.db, x.review.arena, 1, "plans", &e));
}
END_TEST

/* ---- by fiscal year ---- */

static int64_t
year_carried_out(const char *kind, int year, day_t day)
{
	const char *const kinds[] = {kind};
	struct ended_act a = {.x = &x,
		.work = ended_propose_work,
		.wish = {{0, year}, kinds, 1, "満了のため", ADMIN_ACCOUNT, ROLE_ADMIN, instant_of_day(day)}};
	ck_assert_msg(ended_do(&a, &e), "%s", e.text);
	ck_assert_msg(
		ended_decide(&x, a.id, DISPOSAL_APPROVE, MANAGEMENT_ACCOUNT, ROLE_MANAGEMENT, "", day, &e),
		"%s", e.text);
	struct run r = {.id = a.id, .most = 5, .more = true};
	today = day;
	must(begin_work, &r);
	while (r.more)
		must(step_work, &r);
	files_go(&r);
	must(finish_work, &r);
	return a.id;
}

START_TEST(the_log_goes_from_its_beginning_and_its_chain_goes_on)
{
	struct event_mark before = {0}, after = {0};
	int64_t events;
	/* the log of this body: fiscal 2026 to its end, then the event of the day it is looked at */
	int64_t last = number("SELECT max(id) FROM event");
	ended_script(&x,
		"INSERT INTO event (at, what, subject, detail) VALUES (1900000000, 'signed_in', 'a', '')");
	int64_t id = year_carried_out("events", 2026, day_of(2032, 4, 1));
	ck_assert_int_eq(number("SELECT min(id) FROM event"), last + 1);
	ck_assert_int_eq(number("SELECT log_last FROM disposal"), last);
	ck_assert_int_eq(number("SELECT rows FROM disposal_count WHERE what = 'event'"), last);
	before.last = after.last = last + 1;
	ck_assert(event_chain_read(x.review.db, &before, 1, &events, &e) && before.known);
	ended_script(&x, "UPDATE disposal SET log_head = 'another'");
	ck_assert(event_chain_read(x.review.db, &after, 1, &events, &e));
	ck_assert_str_ne(before.digest, after.digest); /* the chain hangs on what was kept of its beginning */
	ck_assert_int_eq(id, 1);
	verified(0);
}
END_TEST

START_TEST(an_older_year_on_hold_keeps_the_log)
{
	const char *const kinds[] = {"events"};
	ended_script(&x, "INSERT INTO retention_hold (year, kind, reason, set_by, set_at) VALUES (2024, "
			 "'events', '係争', 1, 0)");
	struct ended_act a = {.x = &x,
		.work = ended_propose_work,
		.wish = {{0, 2026}, kinds, 1, "満了のため", ADMIN_ACCOUNT, ROLE_ADMIN,
			instant_of_day(day_of(2032, 4, 1))}};
	ck_assert(!ended_do(&a, &e));
	ck_assert(strstr(e.text, "2024") != NULL);
}
END_TEST

START_TEST(jobs_of_a_year_go_with_their_files)
{
	char result[DIGEST_SIZE], input[DIGEST_SIZE];
	ck_assert(file_put(x.review.store, "result", 6, result, &e) &&
		  file_put(x.review.store, "roster", 6, input, &e));
	ended_script(&x,
		arena_printf(x.review.arena,
			"INSERT INTO job (kind, subject, state, created_at, digest, filename, input) VALUES"
			" ('roster', '名簿', 'done', 1790000000, '%s', 'a.csv', '%s'),"
			" ('roster', '名簿', 'done', 1900000000, NULL, NULL, NULL)",
			result, input));
	year_carried_out("jobs", 2026, day_of(2028, 4, 1));
	ck_assert(!file_there(result) && !file_there(input));
	ck_assert_int_eq(number("SELECT count(*) FROM job"), 1);
}
END_TEST

/* ---- files ---- */

START_TEST(a_file_put_just_now_is_left_to_whoever_names_it)
{
	char digest[DIGEST_SIZE];
	int64_t size;
	bool dropped;
	ck_assert(file_put(x.review.store, "fresh", 5, digest, &e));
	ck_assert(file_drop(x.review.store, digest, clock_now(), &size, &dropped, &e));
	ck_assert(!dropped && file_there(digest));
	ck_assert(file_drop(x.review.store, digest, clock_now() + FILE_SETTLING + 1, &size, &dropped, &e));
	ck_assert(dropped && !file_there(digest));
	ck_assert_int_eq(size, 5);
	ck_assert(file_drop(x.review.store, digest, clock_now(), &size, &dropped, &e)); /* gone already */
	ck_assert(dropped);
	ck_assert_int_eq(size, 0);
	ck_assert(!file_drop(x.review.store, "../../tenken.db", clock_now(), &size, &dropped, &e));
	ck_assert_int_eq(e.kind, ERR_ABSENT);
}
END_TEST

Suite *disposal_run_suite(void);
Suite *
disposal_run_suite(void)
{
	Suite *s = suite_create("disposal_run");
	TCase *t = tcase_create("disposal_run");
	tcase_set_timeout(t, 60);
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, personal_records_go_and_figures_and_documents_stay);
	tcase_add_test(t, what_is_gone_is_written_down);
	tcase_add_test(t, bytes_go_only_when_nothing_else_names_them);
	tcase_add_test(t, interrupted_anywhere_it_goes_on_and_counts_once);
	tcase_add_test(t, only_what_is_approved_and_may_still_go_begins);
	tcase_add_test(t, what_is_changed_afterwards_is_found);
	tcase_add_test(t, sheets_that_are_gone_without_a_record_are_found);
	tcase_add_test(t, copies_in_results_of_jobs_and_archives_go_with_the_records);
	tcase_add_test(t, everything_of_a_cycle_goes_in_its_time);
	tcase_add_test(t, a_document_is_not_issued_again_once_documents_are_gone);
	tcase_add_test(t, the_log_goes_from_its_beginning_and_its_chain_goes_on);
	tcase_add_test(t, an_older_year_on_hold_keeps_the_log);
	tcase_add_test(t, jobs_of_a_year_go_with_their_files);
	tcase_add_test(t, a_file_put_just_now_is_left_to_whoever_names_it);
	suite_add_tcase(s, t);
	return s;
}
