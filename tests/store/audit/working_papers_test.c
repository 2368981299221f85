/* Working papers: written on the revision they were made from, confirmed, reviewed by another, and never
 * overwritten unseen. */
#include "store/audit/audited.h"
#include "store/audit/line_evidence.h"

static struct audited t;

static void
setup(void)
{
	audited_setup(&t);
	audited_fieldwork(&t);
}

static void
teardown(void)
{
	audited_teardown(&t);
}

static enum err_kind
save(struct audited_work *w)
{
	return audited_do(&t, w, audited_save_run);
}

static enum err_kind
write_minor(int64_t account)
{
	struct audited_work w = audited_paper(&t, account, "A611", JUDGEMENT_MINOR);
	return save(&w);
}

static bool
review_run(struct db *db, struct audited_work *w, struct err *e)
{
	return line_review(db, &w->act, w->item, e);
}

static enum err_kind
review(int64_t account, const char *item)
{
	struct audited_work w = audited_act(&t, account, item);
	return audited_do(&t, &w, review_run);
}

static bool
confirm_run(struct db *db, struct audited_work *w, struct err *e)
{
	return line_confirm(db, &w->act, w->item, &w->confirmation, e);
}

static enum err_kind
confirm(bool agreed, const char *by, const char *note, day_t day)
{
	struct audited_work w = audited_act(&t, AUDITOR, "A611");
	w.confirmation = (struct line_confirmation){agreed, by, note, day};
	return audited_do(&t, &w, confirm_run);
}

START_TEST(a_judgement_needs_what_bears_it)
{
	static const struct {
		enum judgement judgement;
		const char *facts, *difference, *reason;
		enum err_kind kind;
	} rows[] = {
		{JUDGEMENT_CONFORMS, "", "", "", ERR_NONE},
		{JUDGEMENT_MINOR, "見た", "", "", ERR_INPUT},
		{JUDGEMENT_MAJOR, "", "違う", "", ERR_INPUT},
		{JUDGEMENT_MAJOR, "見た", "違う", "", ERR_NONE},
		{JUDGEMENT_OBSERVATION, " ", "", "", ERR_INPUT},
		{JUDGEMENT_OBSERVATION, "見た", "", "", ERR_NONE},
		{JUDGEMENT_NA, "", "", "", ERR_INPUT},
		{JUDGEMENT_NA, "", "", "機器がない", ERR_NONE},
		{JUDGEMENT_UNCHECKED, "見た", "違う", "\n", ERR_INPUT},
		{JUDGEMENT_UNCHECKED, "", "", "時間がなかった", ERR_NONE},
		{JUDGEMENTS, "途中まで", "", "", ERR_NONE},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct audited_work w = audited_paper(&t, AUDITOR, "A612", rows[i].judgement);
		w.paper.texts[PAPER_FACTS] = rows[i].facts;
		w.paper.texts[PAPER_DIFFERENCE] = rows[i].difference;
		w.paper.texts[PAPER_REASON] = rows[i].reason;
		ck_assert_int_eq(save(&w), rows[i].kind);
	}
}
END_TEST

START_TEST(where_it_was_done_and_whom_one_met_are_written_in_one_line)
{
	static const enum paper_text lines[] = {PAPER_METHODS, PAPER_PLACE, PAPER_MET};
	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
		struct audited_work w = audited_paper(&t, AUDITOR, "A612", JUDGEMENT_CONFORMS);
		w.paper.texts[lines[i]] = "一\n二";
		ck_assert_int_eq(save(&w), ERR_INPUT);
	}
	struct audited_work w = audited_paper(&t, AUDITOR, "A612", JUDGEMENT_CONFORMS);
	w.paper.texts[PAPER_DONE] = "一\n二";
	ck_assert_int_eq(save(&w), ERR_NONE);
}
END_TEST

START_TEST(a_second_auditor_does_not_overwrite_what_the_first_wrote)
{
	struct err e = {0};
	struct paper_edition *editions;
	size_t count;
	struct audited_work first = audited_paper(&t, AUDITOR, "A611", JUDGEMENT_MINOR);
	struct audited_work other =
		audited_paper(&t, SECOND, "A611", JUDGEMENT_MAJOR); /* the same revision */
	ck_assert_int_eq(save(&first), ERR_NONE);
	ck_assert_int_eq(save(&other), ERR_CONFLICT);
	ck_assert_int_eq(audited_line(&t, "A611").paper.judgement, JUDGEMENT_MINOR);
	ck_assert_int_eq(save(&first), ERR_NONE); /* sent again: the answer was lost */
	ck_assert_int_eq(first.revision, audited_line(&t, "A611").revision);
	other.act.revision = first.revision; /* seen, and decided */
	ck_assert_int_eq(save(&other), ERR_NONE);
	ck_assert(paper_editions(t.small.db, t.small.body.arena, t.id, "A611", &editions, &count, &e));
	ck_assert_uint_eq(count, 2);
	ck_assert_int_eq(editions[0].paper.judgement, JUDGEMENT_MAJOR);
	ck_assert_int_eq(editions[0].account_id, SECOND);
	ck_assert_int_eq(editions[1].paper.judgement, JUDGEMENT_MINOR);
	ck_assert_str_eq(editions[1].paper.texts[PAPER_FACTS], "5件のうち2件に記録がない");
}
END_TEST

START_TEST(whoever_wrote_any_edition_does_not_review_and_a_change_takes_the_review_back)
{
	ck_assert_int_eq(review(LEAD, "A611"), ERR_CONFLICT); /* nothing is judged */
	ck_assert_int_eq(write_minor(AUDITOR), ERR_NONE);
	struct audited_work w = audited_paper(&t, SECOND, "A611", JUDGEMENT_MAJOR);
	ck_assert_int_eq(save(&w), ERR_NONE);
	ck_assert_int_eq(review(AUDITOR, "A611"), ERR_DENIED); /* wrote it before */
	ck_assert_int_eq(review(SECOND, "A611"), ERR_DENIED);
	ck_assert_int_eq(review(STRANGER, "A611"), ERR_DENIED);
	ck_assert_int_eq(review(LEAD, "A611"), ERR_NONE);
	ck_assert_int_eq(audited_line(&t, "A611").reviewed_by, LEAD);
	ck_assert_int_eq(write_minor(AUDITOR), ERR_NONE);
	ck_assert_int_eq(audited_line(&t, "A611").reviewed_by, 0);
	struct err e = {0};
	struct line_acted *acts;
	size_t count;
	ck_assert(line_acts(t.small.db, t.small.body.arena, t.id, "A611", &acts, &count, &e));
	ck_assert_str_eq(acts[0].name, "written");
	ck_assert_str_eq(acts[1].name, "review_void");
	ck_assert_str_eq(acts[1].note, "lead"); /* whose it was */
	ck_assert_str_eq(acts[2].name, "reviewed");
}
END_TEST

START_TEST(the_department_confirms_facts_and_other_facts_take_it_back)
{
	day_t today = day_of_instant(t.now);
	ck_assert_int_eq(confirm(true, "総務課長", "", today), ERR_CONFLICT); /* no facts */
	ck_assert_int_eq(write_minor(AUDITOR), ERR_NONE);
	ck_assert_int_eq(confirm(true, " ", "", today), ERR_INPUT);
	ck_assert_int_eq(confirm(true, "総務課長\n係長", "", today), ERR_INPUT);
	ck_assert_int_eq(confirm(true, "総務課長", "", today + 1), ERR_INPUT);
	ck_assert_int_eq(confirm(false, "総務課長", "", today), ERR_INPUT); /* objects to what? */
	ck_assert_int_eq(confirm(false, "総務課長", "1件は後で見つかった", today), ERR_NONE);
	struct line l = audited_line(&t, "A611");
	ck_assert_str_eq(l.confirmed, "objects");
	ck_assert_str_eq(l.confirmed_note, "1件は後で見つかった");
	struct audited_work w =
		audited_paper(&t, AUDITOR, "A611", JUDGEMENT_MAJOR); /* the facts are the same */
	ck_assert_int_eq(save(&w), ERR_NONE);
	ck_assert_str_eq(audited_line(&t, "A611").confirmed, "objects");
	w = audited_paper(&t, AUDITOR, "A611", JUDGEMENT_MAJOR);
	w.paper.texts[PAPER_FACTS] = "5件のうち1件に記録がない";
	ck_assert_int_eq(save(&w), ERR_NONE);
	ck_assert_str_eq(audited_line(&t, "A611").confirmed, "");
}
END_TEST

/* The log is read by who reads no papers. */
START_TEST(the_log_names_a_line_and_not_what_was_written_of_it)
{
	ck_assert_int_eq(write_minor(AUDITOR), ERR_NONE);
	ck_assert_int_eq(confirm(false, "総務課長", "1件は後で見つかった", day_of_instant(t.now)), ERR_NONE);
	ck_assert_int_eq(review(LEAD, "A611"), ERR_NONE);
	ck_assert_int_eq(body_number(t.small.db, "SELECT count(*) FROM event WHERE subject = 'R08-A01 A611'"), 3);
	ck_assert_int_eq(
		body_number(t.small.db, "SELECT count(*) FROM event WHERE what LIKE 'line%' AND detail <> ''"),
		0);
}
END_TEST

START_TEST(papers_are_written_by_who_is_named_in_their_time)
{
	static const struct {
		const char *state;
		enum err_kind kind;
	} rows[] = {{"approved", ERR_CONFLICT}, {"requesting", ERR_CONFLICT}, {"fieldwork", ERR_NONE},
		{"judging", ERR_NONE}, {"exchanging", ERR_NONE}, {"reporting", ERR_NONE},
		{"fixed", ERR_CONFLICT}, {"completed", ERR_CONFLICT}, {"cancelled", ERR_CONFLICT}};
	ck_assert_int_eq(write_minor(STRANGER), ERR_DENIED);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct audited_work w = audited_paper(&t, AUDITOR, "A611", JUDGEMENT_MINOR);
		w.paper.texts[PAPER_CAUSE] = rows[i].state;
		audited_state(&t, rows[i].state);
		ck_assert_int_eq(save(&w), rows[i].kind);
	}
	audited_state(&t, "fieldwork");
	audited_run(&t, "DELETE FROM checklist");
	ck_assert_int_eq(write_minor(AUDITOR), ERR_CONFLICT);
}
END_TEST

/* ---- evidence ------------------------------------------------------------------------------------ */

struct noting {
	struct engagement_act act;
	struct line_evidence what;
	const char *reason;
};

static bool
note_work(struct db *db, struct piece *p, struct err *e)
{
	struct noting *n = p->with;
	return n->reason == NULL ? line_evidence_add(db, &n->act, &n->what, e)
				 : line_evidence_remove(db, &n->act, n->what.id, n->reason, e);
}

static struct noting
noting(const char *item, const char *name)
{
	return (struct noting){.act = audited_act(&t, AUDITOR, item).act,
		.what = {.item = item,
			.name = name,
			.edition = "第2版",
			.place = "総務課書庫",
			.secrecy = 2,
			.digest = "",
			.kind = "",
			.file_name = ""}};
}

static enum err_kind
note(struct noting *n)
{
	struct err e = {0};
	writer_run(store_writer(t.small.store), note_work, n, &e);
	return e.kind;
}

START_TEST(evidence_is_numbered_within_the_clause_and_a_number_is_never_given_again)
{
	struct err e = {0};
	struct line_evidence *list;
	size_t count;
	struct noting first = noting("A611", "任命簿"), nameless = noting("A611", " "),
		      lined = noting("A611", "任命簿\n写し");
	ck_assert_int_eq(note(&nameless), ERR_INPUT);
	ck_assert_int_eq(note(&lined), ERR_INPUT);
	ck_assert_int_eq(note(&first), ERR_NONE);
	ck_assert_str_eq(first.what.number, "R08-総務-6(1)-01");
	struct noting second = noting("A612", "議事録"); /* another line of the same clause */
	ck_assert_int_eq(note(&second), ERR_NONE);
	ck_assert_str_eq(second.what.number, "R08-総務-6(1)-02");
	second.act = audited_act(&t, AUDITOR, "A612").act;
	second.reason = "";
	ck_assert_int_eq(note(&second), ERR_INPUT);
	second.reason = "別の会議のものだった";
	ck_assert_int_eq(note(&second), ERR_NONE);
	second.act = audited_act(&t, AUDITOR, "A612").act;
	ck_assert_int_eq(note(&second), ERR_ABSENT);
	struct noting third = noting("A612", "議事録（10月）");
	ck_assert_int_eq(note(&third), ERR_NONE);
	ck_assert_str_eq(third.what.number, "R08-総務-6(1)-03");
	ck_assert(line_evidence_list(t.small.db, t.small.body.arena, t.id, NULL, &list, &count, &e));
	ck_assert_uint_eq(count, 2);
	ck_assert_str_eq(list[0].name, "任命簿");
	ck_assert_str_eq(list[1].name, "議事録（10月）");
}
END_TEST

START_TEST(whoever_added_evidence_or_wrote_down_the_confirmation_does_not_review)
{
	struct noting evidence = noting("A611", "任命簿"); /* by AUDITOR */
	struct audited_work other = audited_paper(&t, SECOND, "A612", JUDGEMENT_MINOR);
	ck_assert_int_eq(note(&evidence), ERR_NONE);
	ck_assert_int_eq(write_minor(SECOND), ERR_NONE);
	ck_assert_int_eq(review(AUDITOR, "A611"), ERR_DENIED);
	ck_assert_int_eq(save(&other), ERR_NONE);
	ck_assert_int_eq(review(AUDITOR, "A612"), ERR_NONE);
	audited_run(&t, "DELETE FROM line_evidence");
	ck_assert_int_eq(confirm(true, "総務課長", "", day_of_instant(t.now)), ERR_NONE); /* by AUDITOR */
	ck_assert_int_eq(review(AUDITOR, "A611"), ERR_DENIED);
	ck_assert_int_eq(review(LEAD, "A611"), ERR_NONE);
}
END_TEST

START_TEST(who_came_into_the_department_since_writes_and_reviews_no_papers)
{
	ck_assert_int_eq(write_minor(AUDITOR), ERR_NONE);
	audited_run(&t, "INSERT INTO person (id, number, name) VALUES (942, '0942', '異動した監査人');"
			"INSERT INTO post (person_id, department_id, valid_from) VALUES (942, 1, 20740);"
			"UPDATE account SET person_id = 942 WHERE id = 42");
	ck_assert_int_eq(write_minor(SECOND), ERR_DENIED);
	ck_assert_int_eq(review(SECOND, "A611"), ERR_DENIED);
	audited_run(&t, "INSERT INTO independence_waiver (engagement_id, account_id, who, kind, department_id,"
			" reason, asked_by, asked_who, asked_at, state) VALUES (1, 42, '', 'belongs', 1,"
			" 'ほかにいない', 40, '', 0, 'approved')");
	ck_assert_int_eq(review(SECOND, "A611"), ERR_NONE);
}
END_TEST

/* ---- what came before ---------------------------------------------------------------------------- */

START_TEST(last_audits_judgement_is_shown_beside_once_its_report_was_fixed)
{
	struct err e = {0};
	struct engagement g;
	struct line_before b;
	struct arena *a = t.small.body.arena;
	ck_assert(engagement_find(t.small.db, a, t.id, &g, &e));
	audited_run(&t,
		"INSERT INTO engagement (id, year, serial, kind, title, purpose, theme, department_id, depth,"
		" covers_from, covers_to, begins_day, ends_day, place, excluded, state, created_by, "
		"created_at)"
		" VALUES (2, 2025, 3, 'planned', '前の監査', '確かめる', '', 4, 'all', 1, 2, 3, 4, '', '',"
		" 'reporting', 40, 0);"
		"INSERT INTO lineage (predecessor_id, successor_id, day) VALUES (4, 1, 20000);"
		"INSERT INTO engagement_line (engagement_id, item, ord, set_key, clause, text, help, methods,"
		" threats, weight, priority, judgement, facts) VALUES (2, 'A611', 1, 'audit', '6(1)', '', "
		"'', '',"
		" '', 3, 1, 'minor', '前の事実')");
	ck_assert(line_before(t.small.db, a, &g, "A611", &b, &e));
	ck_assert_int_eq(b.engagement_id, 0);
	audited_run(&t, "UPDATE engagement SET state = 'completed' WHERE id = 2");
	ck_assert(line_before(t.small.db, a, &g, "A611", &b, &e));
	ck_assert_str_eq(b.number, "R07-A03");
	ck_assert_int_eq(b.judgement, JUDGEMENT_MINOR);
	ck_assert_str_eq(b.facts, "前の事実");
	ck_assert(line_before(t.small.db, a, &g, "A612", &b, &e));
	ck_assert_int_eq(b.engagement_id, 0);
}
END_TEST

Suite *working_papers_suite(void);
Suite *
working_papers_suite(void)
{
	Suite *suite = suite_create("working_papers");
	TCase *c = tcase_create("working_papers");
	tcase_add_checked_fixture(c, setup, teardown);
	tcase_add_test(c, a_judgement_needs_what_bears_it);
	tcase_add_test(c, where_it_was_done_and_whom_one_met_are_written_in_one_line);
	tcase_add_test(c, a_second_auditor_does_not_overwrite_what_the_first_wrote);
	tcase_add_test(c, whoever_wrote_any_edition_does_not_review_and_a_change_takes_the_review_back);
	tcase_add_test(c, the_department_confirms_facts_and_other_facts_take_it_back);
	tcase_add_test(c, the_log_names_a_line_and_not_what_was_written_of_it);
	tcase_add_test(c, papers_are_written_by_who_is_named_in_their_time);
	tcase_add_test(c, evidence_is_numbered_within_the_clause_and_a_number_is_never_given_again);
	tcase_add_test(c, whoever_added_evidence_or_wrote_down_the_confirmation_does_not_review);
	tcase_add_test(c, who_came_into_the_department_since_writes_and_reviews_no_papers);
	tcase_add_test(c, last_audits_judgement_is_shown_beside_once_its_report_was_fixed);
	suite_add_tcase(suite, c);
	return suite;
}
