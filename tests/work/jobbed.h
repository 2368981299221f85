#ifndef TESTS_WORK_JOBBED_H
#define TESTS_WORK_JOBBED_H

/* One body whose roster is applied at once, and one where a job does it. */

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

static inline instant_t
clock_of_test(void)
{
	return NOW;
}

#define HEAD_LINE "職員番号,氏名,フリガナ,職員種別,所属コード,所属名,ログイン名,権限,職名,兼務\n"

static inline void
add_row(struct buf *b, int number, int department, const char *name, const char *login, const char *title,
	const char *further)
{
	buf_addf(b, "%05d,%s %d,,正規,d%02d,第%d課,%s,%s,%s,%s\n", number, name, number, department,
		department, login, number == 1 ? "staff admin" : "staff", title, further);
}

static inline char *
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
static inline char *
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

static inline struct roster_import
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

static inline bool
apply_work(struct db *db, struct piece *p, struct err *e)
{
	return roster_import_apply(db, p->with, e);
}

static inline void
apply(struct store *s, const char *csv)
{
	struct err e = {0};
	struct roster_import w = import_of(s, csv);
	ck_assert_msg(writer_run(store_writer(s), apply_work, &w, &e), "%s", e.text);
}

static inline bool
script_work(struct db *db, struct piece *p, struct err *e)
{
	return db_script(db, p->with, e);
}

static inline void
script(struct store *s, const char *text)
{
	struct err e = {0};
	ck_assert_msg(writer_run(store_writer(s), script_work, (char *)text, &e), "%s", e.text);
}

static inline void
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

static inline void
teardown(void)
{
	store_close(direct_store);
	store_close(jobbed_store);
	body_teardown(&direct);
	body_teardown(&jobbed);
	arena_destroy(arena);
}

/* Every column of everything a roster can touch; posts have no names, only ids. */
static inline const char *
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
static inline void
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

static inline bool
add_work(struct db *db, struct piece *p, struct err *e)
{
	struct job *j = p->with;
	return job_add(db, j, &j->id, e);
}

static inline int64_t
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

static inline struct job
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

/* How many people of a roster are not as they are known. */
static inline int64_t
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
static inline void
listen(void)
{
	script(jobbed_store, "CREATE TABLE told (done INTEGER, total INTEGER);"
			     "CREATE TRIGGER tell AFTER UPDATE OF done ON job BEGIN"
			     " INSERT INTO told VALUES (new.done, new.total); END");
}

static inline int64_t
number(const char *sql)
{
	struct err e = {0};
	return body_number(store_reader(jobbed_store, &e), sql);
}

#endif
