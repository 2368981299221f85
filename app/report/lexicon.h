#ifndef REPORT_LEXICON_H
#define REPORT_LEXICON_H

/*
 * The words of layouts and blocks, from reports/words.yaml. Each has a row in the
 * list below; the file must have them all and no other.
 */

#include <stddef.h>

#include "yaml/yaml.h"

/* clang-format off */
#define LEXICON(X) \
	X(DRAFT, draft) \
	X(RECORD, record) \
	X(END, end) \
	X(FOOT_LEFT, foot_left) \
	X(FOOT_ISSUED, foot_issued) \
	X(FOOT_RIGHT, foot_right) \
	X(LETTER_NUMBER, letter_number) \
	X(LETTER_NUMBER_OPEN, letter_number_open) \
	X(REPLACED, replaced) \
	X(LETTER_DATE, letter_date) \
	X(LETTER_ADDRESSEE, letter_addressee) \
	X(SPACE, space) \
	X(PERCENT, percent) \
	X(PLUS, plus) \
	X(MINUS, minus) \
	X(PLUS_MINUS, plus_minus) \
	X(ADHOC_YEAR, adhoc_year) \
	X(TITLE_UNIT, title_unit) \
	X(DEPARTMENT, department) \
	X(WHOLE, whole) \
	X(STAFF_KIND, staff_kind) \
	X(NO_KIND, no_kind) \
	X(KINDS_TABLE, kinds_table) \
	X(ASKED, asked) \
	X(ASKED_UNITS, asked_units) \
	X(SUBMITTED, submitted) \
	X(SUBMITTED_UNITS, submitted_units) \
	X(LATE, late) \
	X(DRAFTS, drafts) \
	X(NOT_BEGUN, not_begun) \
	X(NOT_ASKED, not_asked) \
	X(NOT_ASKED_UNITS, not_asked_units) \
	X(NOT_ASKED_BRACKETS, not_asked_brackets) \
	X(RESPONSE_RATE, response_rate) \
	X(DONE_RATE, done_rate) \
	X(POINTS_RATE, points_rate) \
	X(KNOWLEDGE_RATE, knowledge_rate) \
	X(YEAR_DIFFERENCE, year_difference) \
	X(INDICATOR, indicator) \
	X(ANSWERED, answered) \
	X(ANSWERED_OF, answered_of) \
	X(ANSWERED_OF_UNITS, answered_of_units) \
	X(GRADE, grade) \
	X(SERIOUS, serious) \
	X(ASKED_TABLE, asked_table) \
	X(ASKED_TABLE_UNITS, asked_table_units) \
	X(INDICATORS, indicators) \
	X(INDICATORS_NOTE, indicators_note) \
	X(PROGRESS, progress) \
	X(PROGRESS_CHART, progress_chart) \
	X(PROGRESS_DESCRIPTION, progress_description) \
	X(PROGRESS_DESCRIPTION_UNITS, progress_description_units) \
	X(MEASURE, measure) \
	X(OWN_POINTS, own_points) \
	X(BODY_POINTS, body_points) \
	X(DIFFERENCE, difference) \
	X(SHORT_OWN_POINTS, short_own_points) \
	X(SHORT_BODY_POINTS, short_body_points) \
	X(SHORT_DIFFERENCE, short_difference) \
	X(OWN_DONE, own_done) \
	X(FRACTION, fraction) \
	X(RADAR, radar) \
	X(RADAR_DESCRIPTION, radar_description) \
	X(MEASURES_TABLE, measures_table) \
	X(HEAT, heat) \
	X(HEAT_DESCRIPTION, heat_description) \
	X(HEAT_TABLE, heat_table) \
	X(BARS, bars) \
	X(BARS_DESCRIPTION, bars_description) \
	X(BAR_NOTE, bar_note) \
	X(OUTCOME_DONE, outcome_done) \
	X(OUTCOME_PARTLY, outcome_partly) \
	X(OUTCOME_NOT, outcome_not) \
	X(OUTCOME_UNKNOWN, outcome_unknown) \
	X(NUMBER, number) \
	X(ITEM, item) \
	X(SHORT_PARTLY, short_partly) \
	X(SHORT_NOT, short_not) \
	X(SHORT_UNKNOWN, short_unknown) \
	X(SHORT_FRACTION, short_fraction) \
	X(SHORT_NA, short_na) \
	X(SHORT_UNANSWERED, short_unanswered) \
	X(ITEMS_TABLE, items_table) \
	X(RANK, rank) \
	X(ADVICE, advice) \
	X(NOTHING_TO_SHOW, nothing_to_show) \
	X(RIGHT_FRACTION, right_fraction) \
	X(SUM, sum) \
	X(WITHHELD_HERE, withheld_here) \
	X(WITHHELD_NOTE, withheld_note) \
	X(WITHHELD_NOTE_LIVE, withheld_note_live) \
	X(COUNTED_NOTE, counted_note) \
	X(CLAUSE, clause) \
	X(WEIGHT, weight) \
	X(PRIORITY, priority) \
	X(DONE_OR_PARTLY, done_or_partly) \
	X(TREND, trend) \
	X(TREND_DESCRIPTION, trend_description) \
	X(TREND_TABLE, trend_table) \
	X(YEAR, year) \
	X(REMARK, remark) \
	X(YEAR_ABSENT, year_absent) \
	X(YEAR_FROM, year_from) \
	X(YEAR_CHANGED, year_changed) \
	X(CHANGED_NOTE, changed_note) \
	X(CHANGED_MARK, changed_mark) \
	X(ITEM_CHANGED_NOTE, item_changed_note) \
	X(UNIT_PERSON, unit_person) \
	X(UNIT_DEPARTMENT, unit_department) \
	X(UNIT_SYSTEM, unit_system) \
	X(UNIT_CONTRACT, unit_contract) \
	X(UNIT_ACCOUNT, unit_account) \
	X(UNIT_FACILITY, unit_facility) \
	X(UNIT_BODY, unit_body) \
	X(UNIT_ENGAGEMENT, unit_engagement) \
	X(SET, set) \
	X(UNIT, unit) \
	X(NO_OTHER_SETS, no_other_sets) \
	X(HIDDEN_IN, hidden_in) \
	X(CONDITION, condition) \
	X(AND, and) \
	X(OR, or) \
	X(TREATMENT, treatment) \
	X(HIDDEN_TABLE, hidden_table) \
	X(NA_TABLE, na_table) \
	X(NA_FRACTION, na_fraction) \
	X(NA_RATE, na_rate) \
	X(NA_ALARM, na_alarm) \
	X(NO_NA_ALARM, no_na_alarm) \
	X(PLAN, plan) \
	X(OWNER, owner) \
	X(DUE, due) \
	X(ROOM_SMALL, room_small) \
	X(ROOM_LARGE, room_large) \
	X(MANAGER_NOTE, manager_note) \
	X(MANAGER_SIGN, manager_sign) \
	X(MANAGER_DATE, manager_date) \
	X(SCALE, scale) \
	X(CHOICE, choice) \
	X(POINTS, points) \
	X(COUNTED_DONE, counted_done) \
	X(DENOMINATOR, denominator) \
	X(COUNTS, counts) \
	X(COUNTS_NOT, counts_not) \
	X(INSIDE, inside) \
	X(OUTSIDE, outside) \
	X(NONE, none) \
	X(SHEET_PERSON, sheet_person) \
	X(SHEET_DATE_OPEN, sheet_date_open) \
	X(SHEET_PROXY, sheet_proxy) \
	X(SHEET_DUE, sheet_due) \
	X(SHEET_DEPARTMENT, sheet_department) \
	X(SHEET_NAME, sheet_name) \
	X(SHEET_ANSWERER, sheet_answerer) \
	X(SHEET_OBJECT, sheet_object) \
	X(SHEET_EDITION, sheet_edition) \
	X(SHEET_SUBMITTED, sheet_submitted) \
	X(SHEET_DATE, sheet_date) \
	X(SHEET_CODE, sheet_code) \
	X(SHEET_INDIVIDUAL, sheet_individual) \
	X(SHEET_TICK, sheet_tick) \
	X(SHEET_TICKED, sheet_ticked) \
	X(SHEET_REASON_MARK, sheet_reason_mark) \
	X(SHEET_EXTRA_DATE, sheet_extra_date) \
	X(SHEET_EXTRA_NUMBER, sheet_extra_number) \
	X(SHEET_EXTRA, sheet_extra) \
	X(SHEET_NA, sheet_na) \
	X(SHEET_HELP, sheet_help) \
	X(SHEET_ANSWER, sheet_answer) \
	X(SHEET_ONE, sheet_one) \
	X(SHEET_REASON, sheet_reason) \
	X(SHEET_TEXT, sheet_text) \
	X(SHEET_SCORED, sheet_scored) \
	X(SHEET_KNOWLEDGE, sheet_knowledge) \
	X(SHEET_TEXTS, sheet_texts) \
	X(SHEET_SIGN_DATE, sheet_sign_date) \
	X(SHEET_SIGN_NAME, sheet_sign_name) \
	X(ROOM_REASON, room_reason) \
	X(BASE_DATE, base_date) \
	X(BOUND_PAGE, bound_page) \
	X(YEAR_BEFORE, year_before) \
	X(YEAR_NOW, year_now) \
	X(COMPARABLE_POINTS, comparable_points) \
	X(TWO_CHARTS, two_charts) \
	X(POINT_ANSWERING, point_answering) \
	X(POINT_RESULTS, point_results) \
	X(POINT_WEAKNESS, point_weakness) \
	X(POINT_NO_WEAKNESS, point_no_weakness) \
	X(UNANSWERED_TABLE, unanswered_table) \
	X(LATE_TABLE, late_table) \
	X(RETURNED_TABLE, returned_table) \
	X(STATE, state) \
	X(STATE_DRAFT, state_draft) \
	X(STATE_FRESH, state_fresh) \
	X(STATE_RETURNED, state_returned) \
	X(MAIL, mail) \
	X(MAIL_NONE, mail_none) \
	X(MAIL_HAS, mail_has) \
	X(CHECKED, checked) \
	X(SHEET_NUMBER, sheet_number) \
	X(PERSON_NAME, person_name) \
	X(SUBMITTED_DAY, submitted_day) \
	X(NOBODY_UNANSWERED, nobody_unanswered) \
	X(UNNAMED, unnamed) \
	X(UNANSWERED_COUNT, unanswered_count) \
	X(COMMA, comma) \
	X(SAME, same) \
	X(FLAGS_MET, flags_met) \
	X(FLAGS_REASON, flags_reason) \
	X(FLAGS_APPROVER, flags_approver) \
	X(HIDDEN_ITEMS, hidden_items) \
	X(FLAGS_TABLE, flags_table) \
	X(NOTHING_HIDDEN, nothing_hidden) \
	X(NA_REASON, na_reason) \
	X(NA_COUNT, na_count) \
	X(NA_FRACTION_SHORT, na_fraction_short) \
	X(NA_DECISION, na_decision) \
	X(NA_NO_REASON, na_no_reason) \
	X(NA_UNDECIDED, na_undecided) \
	X(NA_ACCEPTED, na_accepted) \
	X(NA_REVIEW, na_review) \
	X(NA_GROWN, na_grown) \
	X(NA_DECISION_ACCEPTED, na_decision_accepted) \
	X(NA_DECISION_REVIEW, na_decision_review) \
	X(NA_DECISION_OPEN, na_decision_open) \
	X(NO_NA, no_na) \
	X(NA_WITHHELD, na_withheld) \
	X(PLAN_PLANNED, plan_planned) \
	X(PLAN_DOING, plan_doing) \
	X(PLAN_DONE, plan_done) \
	X(PLAN_DROPPED, plan_dropped) \
	X(PLAN_OVERDUE, plan_overdue) \
	X(PLAN_RESULT, plan_result) \
	X(PLANS_SUMMARY, plans_summary) \
	X(PLANS_NONE, plans_none) \
	X(PLANS_BEFORE_SUMMARY, plans_before_summary) \
	X(PLANS_BEFORE_NONE, plans_before_none) \
	X(PLANS_BEFORE_DISPOSED, plans_before_disposed) \
	X(IMPROVED_RATE, improved_rate) \
	X(PRACTICE, practice) \
	X(NO_PRACTICES, no_practices) \
	X(REMARK_TEXT, remark_text) \
	X(REMARK_OF, remark_of) \
	X(REMARKS_LATER, remarks_later) \
	X(NO_REMARKS, no_remarks) \
	X(REMARKS_NONE, remarks_none) \
	X(REMARKS_COUNT, remarks_count) \
	X(LESSON_SUBMITTED, lesson_submitted) \
	X(LESSON_READ, lesson_read) \
	X(LESSON_SHARE, lesson_share) \
	X(LESSON_TABLE, lesson_table) \
	X(LESSON_SENTENCE, lesson_sentence) \
	X(LESSON_NONE, lesson_none) \
	X(METHOD_TABLE, method_table) \
	X(COUNTED_BY_POST, counted_by_post) \
	X(IN_ALL, in_all) \
	X(REQUEST_EARLY, request_early) \
	X(REQUEST_LATE, request_late) \
	X(REQUEST_CLOSED, request_closed)
/* clang-format on */

#define LEXICON_ENUM(name, key) WORD_##name,
enum word { LEXICON(LEXICON_ENUM) WORD_COUNT };
#undef LEXICON_ENUM

struct lexicon;

/* NULL when f gained a fault. */
const struct lexicon *lexicon_load(struct faults *f);
const struct lexicon *lexicon_parse(const char *yaml, size_t length, const char *name, struct faults *f);
const char *lexicon_text(const struct lexicon *w, enum word word);

#endif
