/* A job that is killed, cancelled or refused. */
#include "work/jobbed.h"

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

Suite *roster_job_refused_suite(void);

Suite *
roster_job_refused_suite(void)
{
	Suite *s = suite_create("roster_job_refused");
	TCase *t = tcase_create("roster_job_refused");
	tcase_set_timeout(t, 120);
	tcase_add_checked_fixture(t, setup, teardown);
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
