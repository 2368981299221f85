#include "work/roster_job.h"

#include <unistd.h>

#include "base/buf.h"
#include "domain/cycle/fiscal.h"
#include "store/body.h"
#include "store/event.h"
#include "store/files.h"
#include "work/runner.h"

/* Two bodies start with the same people; one takes a roster over directly, the other by the job. */

enum { PEOPLE = 600, NOW = 1795400000 /* in November 2026 */ };

static struct body direct, jobbed;
static struct store *direct_store, *jobbed_store;
static struct arena *arena;
static day_t today;

static instant_t
clock_of_test(void)
{
	return NOW;
}

#define HEAD_LINE "職員番号,氏名,フリガナ,職員種別,所属コード,所属名,ログイン名,権限,職名,兼務\n"

static void
add_row(struct buf *b, int number, int department, const char *name, const char *login, const char *title,
	const char *further)
{
	buf_addf(b, "%05d,%s %d,,正規,d%02d,第%d課,%s,%s,%s,%s\n", number, name, number, department,
		department, login, number == 1 ? "staff admin" : "staff", title, further);
}

static char *
first_roster(void)
{
	struct buf b = BUF_INIT;
	buf_addf(&b, HEAD_LINE);
	for (int i = 1; i <= PEOPLE; i++)
		add_row(&b, i, i * 20 / (PEOPLE + 1), "計測",
			i == 7   ? "seven"
			: i == 8 ? "eight"
				 : "",
			"主事", i % 50 == 0 ? "d00" : "");
	return b.data;
}

/* Leavers, newcomers, transfers, promotions, other names, sign-in names that go round, other further posts.
 */
static char *
second_roster(void)
{
	struct buf b = BUF_INIT;
	buf_addf(&b, HEAD_LINE);
	for (int i = 1; i <= PEOPLE + 30; i++) {
		if (i % 40 == 39 || i > PEOPLE - 20)
			i += i > PEOPLE - 20 && i <= PEOPLE ? 20 : 1;
		add_row(&b, i,
			i > PEOPLE    ? 25
			: i % 30 == 0 ? 5
				      : i * 20 / (PEOPLE + 1),
			i % 90 == 0 ? "改名" : "計測",
			i == 7   ? "eight"
			: i == 8 ? "seven"
				 : "",
			i % 2 == 0 ? "主査" : "主事", i % 100 == 0 ? "d01" : "");
	}
	return b.data;
}

static struct roster_import
import_of(struct store *s, const char *csv)
{
	struct err e = {0};
	struct faults f = {.arena = arena};
	struct roster before;
	char *people = arena_alloc(arena, DIGEST_SIZE);
	const struct roster *r = roster_parse(csv, strlen(csv), "roster.csv", &f);
	ck_assert_msg(f.count == 0, "%s", f.count > 0 ? f.items[0].text : "");
	ck_assert_msg(roster_current(store_reader(s, &e), arena, today, &before, &e), "%s", e.text);
	roster_digest(arena, &before, people);
	return (struct roster_import){arena, r, "roster.csv", people, today, 0, NOW};
}

static bool
apply_work(struct db *db, struct piece *p, struct err *e)
{
	return roster_import_apply(db, p->with, e);
}

static void
apply(struct store *s, const char *csv)
{
	struct err e = {0};
	struct roster_import w = import_of(s, csv);
	ck_assert_msg(writer_run(store_writer(s), apply_work, &w, &e), "%s", e.text);
}

static bool
script_work(struct db *db, struct piece *p, struct err *e)
{
	return db_script(db, p->with, e);
}

static void
script(struct store *s, const char *text)
{
	struct err e = {0};
	ck_assert_msg(writer_run(store_writer(s), script_work, (char *)text, &e), "%s", e.text);
}

static void
setup(void)
{
	struct err e = {0};
	struct body *bodies[] = {&direct, &jobbed};
	struct store **stores[] = {&direct_store, &jobbed_store};
	arena = arena_create();
	today = day_of_instant(NOW);
	char *csv = first_roster();
	for (size_t i = 0; i < 2; i++) {
		body_setup(bodies[i]);
		*stores[i] = store_open(bodies[i]->directory, &e);
		ck_assert_msg(*stores[i] != NULL, "%s", e.text);
		apply(*stores[i], csv);
		/* everyone is signed in */
		script(*stores[i],
			"INSERT INTO session (digest, account_id, form_key, created_at, expires_at)"
			" SELECT login, id, '', 0, 2000000000 FROM account");
	}
	free(csv);
}

static void
teardown(void)
{
	store_close(direct_store);
	store_close(jobbed_store);
	body_teardown(&direct);
	body_teardown(&jobbed);
	arena_destroy(arena);
}

/* Every column of everything a roster can touch; posts have no names, only ids. */
static const char *
people_of(struct store *s)
{
	static const char *const queries[] = {"SELECT * FROM department ORDER BY id",
		"SELECT * FROM department_term ORDER BY department_id, valid_from",
		"SELECT * FROM lineage ORDER BY 1, 2", "SELECT * FROM person ORDER BY id",
		"SELECT person_id, department_id, main, title, valid_from, valid_to FROM post"
		" ORDER BY 1, 5, 2, 3",
		"SELECT * FROM absence ORDER BY person_id, from_day", "SELECT * FROM account ORDER BY id",
		"SELECT * FROM session ORDER BY digest",
		"SELECT at, account_id, what, subject, detail FROM event WHERE what <> 'job_added' ORDER BY "
		"id"};
	static const int columns[] = {4, 11, 3, 8, 6, 4, 7, 6, 5};
	struct err e = {0};
	struct buf b = BUF_INIT;
	for (size_t q = 0; q < sizeof queries / sizeof *queries; q++) {
		struct rows r;
		ck_assert_msg(db_query(store_reader(s, &e), &r, &e, queries[q], ""), "%s", e.text);
		while (rows_next(&r)) {
			for (int i = 0; i < columns[q]; i++)
				buf_addf(&b, "%s|", row_null(&r, i) ? "-" : row_peek(&r, i, NULL));
			buf_addf(&b, "\n");
		}
		ck_assert_msg(rows_end(&r, &e), "%s", e.text);
	}
	const char *text = arena_strdup(arena, b.data);
	buf_free(&b);
	return text;
}

/* Says the first line that differs. */
static void
same(const char *ours, const char *theirs)
{
	while (*ours != '\0' || *theirs != '\0') {
		size_t a = strcspn(ours, "\n"), b = strcspn(theirs, "\n");
		ck_assert_msg(a == b && strncmp(ours, theirs, a) == 0, "%.*s instead of %.*s", (int)a, ours,
			(int)b, theirs);
		ours += a + 1;
		theirs += b + 1;
	}
}

/* ---- the job ------------------------------------------------------------------------------ */

static bool
add_work(struct db *db, struct piece *p, struct err *e)
{
	struct job *j = p->with;
	return job_add(db, j, &j->id, e);
}

static int64_t
hand_in(const char *csv)
{
	struct err e = {0};
	char digest[DIGEST_SIZE];
	struct roster_import w = import_of(jobbed_store, csv);
	ck_assert_msg(file_put(jobbed_store, csv, strlen(csv), digest, &e), "%s", e.text);
	struct job j = roster_job(arena, &w, digest);
	ck_assert_msg(writer_run(store_writer(jobbed_store), add_work, &j, &e), "%s", e.text);
	return j.id;
}

static struct job
run(int64_t id, enum job_state state)
{
	struct err e = {0};
	struct job j = {.state = JOB_QUEUED};
	struct runner *r = runner_create(jobbed_store, &(struct runner_config){.clock = clock_of_test});
	for (int i = 0; j.state <= JOB_RUNNING && i < 12000; i++) {
		ck_assert_msg(job_find(store_reader(jobbed_store, &e), arena, id, &j, &e), "%s", e.text);
		usleep(5000);
	}
	runner_destroy(r);
	ck_assert_msg(j.state == state, "%s: %s", job_state_key(j.state), j.message);
	return j;
}

START_TEST(a_large_roster_comes_out_row_for_row_as_when_it_is_applied_directly)
{
	char *csv = second_roster();
	const char *before = people_of(direct_store);
	apply(direct_store, csv);
	run(hand_in(csv), JOB_DONE);
	free(csv);
	const char *after = people_of(direct_store);
	ck_assert(strcmp(before, after) != 0);
	same(people_of(jobbed_store), after);
}
END_TEST

/* How many people of a roster are not as they are known. */
static int64_t
people_changed(const char *csv)
{
	struct err e = {0};
	struct roster before;
	struct roster_difference *list;
	struct roster_import w = import_of(jobbed_store, csv);
	ck_assert(roster_current(store_reader(jobbed_store, &e), arena, today, &before, &e));
	return (int64_t)roster_compare(arena, &before, w.roster, &list);
}

/* Everything job_advance has said so far, in its order. */
static void
listen(void)
{
	script(jobbed_store, "CREATE TABLE told (done INTEGER, total INTEGER);"
			     "CREATE TRIGGER tell AFTER UPDATE OF done ON job BEGIN"
			     " INSERT INTO told VALUES (new.done, new.total); END");
}

static int64_t
number(const char *sql)
{
	struct err e = {0};
	return body_number(store_reader(jobbed_store, &e), sql);
}

START_TEST(its_progress_is_in_people_and_only_rises)
{
	char *csv = second_roster();
	int64_t people = people_changed(csv);
	ck_assert_int_gt(people, 100);
	listen();
	struct job j = run(hand_in(csv), JOB_DONE);
	free(csv);
	ck_assert_int_eq(j.done, people);
	ck_assert_int_eq(j.total, people);
	ck_assert_int_gt(number("SELECT count(DISTINCT done) FROM told"), 3);
	ck_assert_int_eq(number("SELECT count(DISTINCT total) FROM told WHERE done > 0"), 1);
	ck_assert_int_eq(number("SELECT count(*) FROM told a JOIN told b ON b.rowid = a.rowid + 1"
				" WHERE b.done < a.done"),
		0);
}
END_TEST

START_TEST(between_two_portions_everybody_is_as_before_or_as_after)
{
	char *csv = second_roster();
	listen();
	script(jobbed_store,
		"CREATE TABLE seen (odd INTEGER); CREATE TRIGGER look AFTER INSERT ON told BEGIN"
		" INSERT INTO seen SELECT count(*) FROM person p WHERE 1 <> (SELECT count(*) FROM post o"
		" WHERE o.person_id = p.id AND o.main = 1 AND o.valid_to IS NULL) + (p.left_day IS NOT NULL);"
		" END");
	run(hand_in(csv), JOB_DONE);
	free(csv);
	ck_assert_int_gt(number("SELECT count(*) FROM seen"), 3);
	ck_assert_int_eq(number("SELECT max(odd) FROM seen"), 0); /* one main post, or gone */
}
END_TEST

struct portion {
	int64_t id;
	const struct roster_import *import;
	const struct roster_changes *changes;
	struct roster_place at;
};

static bool
first_portion_work(struct db *db, struct piece *p, struct err *e)
{
	struct portion *w = p->with;
	return roster_changes_write(db, w->import, w->changes, &w->at, e) &&
	       job_advance(db, w->id, (int64_t)w->at.people, (int64_t)roster_changes_people(w->changes), e);
}

/* As the runner leaves it that is killed after the first portion. */
static void
write_first_portion(int64_t id, const char *csv)
{
	struct err e = {0};
	struct roster_import import = import_of(jobbed_store, csv);
	struct portion w = {.id = id, .import = &import};
	script(jobbed_store, "UPDATE job SET state = 'running', started_at = 1, held = 1");
	ck_assert_msg(roster_changes_find(store_reader(jobbed_store, &e), &import, false, &w.changes, &e),
		"%s", e.text);
	ck_assert_msg(writer_run(store_writer(jobbed_store), first_portion_work, &w, &e), "%s", e.text);
	ck_assert(!w.at.over);
}

START_TEST(one_that_was_killed_halfway_goes_on_and_gives_the_same)
{
	char *csv = second_roster();
	int64_t people = people_changed(csv);
	apply(direct_store, csv);
	int64_t id = hand_in(csv);
	write_first_portion(id, csv);
	int64_t written = number("SELECT done FROM job");
	ck_assert(written > 0 && written < people);
	listen();
	struct job j = run(id, JOB_DONE);
	same(people_of(jobbed_store), people_of(direct_store));
	ck_assert_int_eq(number("SELECT min(done) FROM told"), written); /* it does not begin again */
	ck_assert_int_eq(j.total, people);
	script(jobbed_store, "UPDATE job SET state = 'running'"); /* killed before it could say so */
	run(id, JOB_DONE);
	free(csv);
	same(people_of(jobbed_store), people_of(direct_store));
}
END_TEST

static bool
cancel_work(struct db *db, struct piece *p, struct err *e)
{
	return job_cancel(db, *(int64_t *)p->with, 0, NOW, e);
}

START_TEST(it_can_be_cancelled_until_it_has_begun_to_write)
{
	struct err e = {0};
	char *csv = second_roster();
	const char *before = people_of(jobbed_store);
	int64_t id = hand_in(csv);
	script(jobbed_store, "UPDATE job SET state = 'running', held = 1"); /* nothing is written yet */
	ck_assert_msg(writer_run(store_writer(jobbed_store), cancel_work, &id, &e), "%s", e.text);
	run(id, JOB_CANCELLED);
	script(jobbed_store, "DELETE FROM event WHERE what = 'job_cancelled'");
	same(people_of(jobbed_store), before);
	id = hand_in(csv);
	script(jobbed_store, "DELETE FROM job WHERE state = 'cancelled'");
	write_first_portion(id, csv);
	free(csv);
	ck_assert(!writer_run(store_writer(jobbed_store), cancel_work, &id, &e));
	ck_assert_int_eq(e.kind, ERR_CONFLICT);
	run(id, JOB_DONE);
}
END_TEST

START_TEST(what_the_disk_does_not_take_halfway_is_tried_again)
{
	char *csv = second_roster();
	apply(direct_store, csv);
	int64_t id = hand_in(csv);
	write_first_portion(id, csv);
	free(csv);
	script(jobbed_store,
		arena_printf(arena, "PRAGMA max_page_count = %lld", (long long)number("PRAGMA page_count")));
	struct runner *r = runner_create(jobbed_store, &(struct runner_config){.clock = clock_of_test});
	usleep(300 * 1000); /* it may try by now */
	ck_assert_int_eq(number("SELECT count(*) FROM job WHERE state IN ('queued', 'running')"), 1);
	script(jobbed_store, "PRAGMA max_page_count = 1000000");
	runner_destroy(r); /* either it is done or it goes on: */
	script(jobbed_store, "UPDATE job SET state = 'queued' WHERE state = 'running'");
	run(id, JOB_DONE);
	same(people_of(jobbed_store), people_of(direct_store));
}
END_TEST

START_TEST(nobody_else_changes_the_organisation_meanwhile)
{
	struct err e = {0};
	char *csv = second_roster();
	struct roster_import other = import_of(jobbed_store, csv);
	int64_t id = hand_in(csv);
	write_first_portion(id, csv);
	free(csv);
	ck_assert(!writer_run(store_writer(jobbed_store), apply_work, &other, &e));
	ck_assert(e.kind == ERR_CONFLICT || e.kind == ERR_BUSY); /* the people have changed */
	run(id, JOB_DONE);
}
END_TEST

START_TEST(one_that_is_refused_changes_nothing)
{
	char *csv = first_roster(), *admin = strstr(csv, "staff admin");
	const char *before = people_of(jobbed_store);
	memcpy(admin, "staff      ", strlen("staff admin"));
	struct job j = run(hand_in(csv), JOB_FAILED);
	free(csv);
	ck_assert_ptr_nonnull(strstr(j.message, "administrator"));
	same(people_of(jobbed_store), before);
}
END_TEST

START_TEST(what_cannot_be_begun_changes_nothing)
{
	char *csv = second_roster();
	script(jobbed_store, "CREATE TRIGGER full BEFORE INSERT ON post BEGIN"
			     " SELECT RAISE(ABORT, 'it is full'); END");
	const char *before = people_of(jobbed_store);
	struct job j = run(hand_in(csv), JOB_FAILED);
	free(csv);
	ck_assert_ptr_nonnull(strstr(j.message, "it is full"));
	same(people_of(jobbed_store), before);
	ck_assert_int_eq(number("SELECT count(*) FROM job WHERE held = 1 AND state <> 'failed'"), 0);
}
END_TEST

START_TEST(a_second_server_of_the_same_body_finds_only_what_is_left)
{
	struct err e = {0};
	char *csv = second_roster();
	const struct roster_changes *changes;
	struct roster_import import = import_of(jobbed_store, csv);
	int64_t id = hand_in(csv), people = people_changed(csv);
	write_first_portion(id, csv);
	ck_assert(!roster_changes_find(store_reader(jobbed_store, &e), &import, false, &changes, &e));
	ck_assert_int_eq(e.kind, ERR_CONFLICT); /* they are no more those it was compared with */
	ck_assert_msg(roster_changes_find(store_reader(jobbed_store, &e), &import, true, &changes, &e), "%s",
		e.text);
	ck_assert_int_eq((int64_t)roster_changes_people(changes), people - number("SELECT done FROM job"));
	free(csv);
}
END_TEST

START_TEST(people_who_changed_since_the_comparison_are_refused)
{
	struct err e = {0};
	const struct roster_changes *changes;
	char *csv = second_roster();
	struct roster_import import = import_of(jobbed_store, csv);
	script(jobbed_store, "UPDATE person SET name = '別人' WHERE id = 40");
	ck_assert(!roster_changes_find(store_reader(jobbed_store, &e), &import, false, &changes, &e));
	free(csv);
	ck_assert_int_eq(e.kind, ERR_CONFLICT);
}
END_TEST

Suite *roster_job_suite(void);

Suite *
roster_job_suite(void)
{
	Suite *s = suite_create("roster_job");
	TCase *t = tcase_create("roster_job");
	tcase_set_timeout(t, 120);
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, a_large_roster_comes_out_row_for_row_as_when_it_is_applied_directly);
	tcase_add_test(t, its_progress_is_in_people_and_only_rises);
	tcase_add_test(t, between_two_portions_everybody_is_as_before_or_as_after);
	tcase_add_test(t, one_that_was_killed_halfway_goes_on_and_gives_the_same);
	tcase_add_test(t, it_can_be_cancelled_until_it_has_begun_to_write);
	tcase_add_test(t, what_the_disk_does_not_take_halfway_is_tried_again);
	tcase_add_test(t, nobody_else_changes_the_organisation_meanwhile);
	tcase_add_test(t, one_that_is_refused_changes_nothing);
	tcase_add_test(t, what_cannot_be_begun_changes_nothing);
	tcase_add_test(t, a_second_server_of_the_same_body_finds_only_what_is_left);
	tcase_add_test(t, people_who_changed_since_the_comparison_are_refused);
	suite_add_tcase(s, t);
	return s;
}
