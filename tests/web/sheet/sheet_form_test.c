#include <check.h>
#include <string.h>

#include "web/sheet/sheet_form.h"

/* A set of four: a scale with reasons, one with a date, free text, and one that only NET departments get. */
static struct choice choices[] = {
	{.code = "yes", .label = "yes", .mark = "o", .done = true},
	{.code = "no", .label = "no", .mark = "x", .reason = true, .slot = 1},
	{.code = "na", .label = "none", .mark = "-", .role = CHOICE_NA, .reason = true, .slot = -1},
};
static const struct scale scale = {.key = "T", .choices = choices, .count = 2};
static const struct scale text = {.key = "TXT", .text = true};
static struct item items[4];
static struct questionnaire set = {.key = "t", .items = items, .count = 4};
static struct arena *arena;

static void
set_begin(void)
{
	arena = arena_create();
	flags_t net = flag_parse("NET");
	items[0] = (struct item){.id = "S1", .scale = &scale, .choices = choices, .choice_count = 2};
	items[1] = items[0];
	items[1].id = "S10";
	items[1].extra = EXTRA_DATE;
	items[1].choice_count = 3; /* with 該当なし */
	items[2] = (struct item){.id = "S2", .scale = &text};
	items[3] = items[0];
	items[3].id = "S3";
	items[3].when = (struct condition){.flags = net};
}

static void
set_end(void)
{
	arena_destroy(arena);
}

/* Pairs of name and value, as a browser would send them. */
static bool
read_pairs(const char *const pairs[][2], size_t count, struct sheet_form *out, struct err *e)
{
	struct http_field fields[16];
	for (size_t i = 0; i < count; i++)
		fields[i] = (struct http_field){pairs[i][0], pairs[i][1], strlen(pairs[i][1]), NULL};
	return sheet_form_read(arena, &set, 0, fields, count, out, e);
}

#define READ(pairs, out, e) read_pairs(pairs, sizeof(pairs) / sizeof *(pairs), out, e)

START_TEST(a_posted_form_becomes_answers)
{
	static const char *const pairs[][2] = {{"form_key", "k"}, {"revision", "7"}, {"shown", "1790000000"},
		{"S1", "no"}, {"S1-r", "one\r\ntwo"}, {"S10", "yes"}, {"S10-r", ""}, {"S10-x", "2026-05-01"},
		{"S2-x", "<b>\xf0\xa0\xae\xb7"}, {"do", "submit"}};
	struct sheet_form f;
	struct err e = {0};
	ck_assert_msg(READ(pairs, &f, &e), "%s", e.text);
	ck_assert_int_eq(f.revision, 7);
	ck_assert_int_eq(f.what, DO_SUBMIT);
	ck_assert_int_eq(f.shown, 1790000000);
	ck_assert_uint_eq(f.complaint_count, 0);
	ck_assert_ptr_eq(f.answers.items[0].choice, &choices[1]);
	ck_assert_str_eq(f.answers.items[0].reason, "one\ntwo");
	ck_assert_ptr_eq(f.answers.items[1].choice, &choices[0]);
	ck_assert_str_eq(f.answers.items[1].extra, "2026-05-01");
	ck_assert_str_eq(f.answers.items[2].extra, "<b>\xf0\xa0\xae\xb7");
}
END_TEST

START_TEST(why_it_does_not_apply_is_read_beside_the_choice)
{
	static const char *const pairs[][2] = {
		{"revision", "7"}, {"S10-n", "other"}, {"S10", "na"}, {"S10-r", "sold"}, {"do", "save"}};
	static const char *const nothing[][2] = {{"revision", "7"}, {"S10", "yes"}, {"S10-n", ""}};
	struct sheet_form f;
	struct err e = {0};
	ck_assert_msg(READ(pairs, &f, &e), "%s", e.text);
	ck_assert_ptr_eq(f.answers.items[1].na, na_find("other"));
	ck_assert_ptr_eq(f.answers.items[1].choice, &choices[2]);
	ck_assert(READ(nothing, &f, &e));
	ck_assert_ptr_null(f.answers.items[1].na);
}
END_TEST

START_TEST(a_question_left_alone_is_not_answered)
{
	static const char *const pairs[][2] = {{"revision", "0"}, {"do", "save"}, {"S1-r", "typed first"}};
	struct sheet_form f;
	struct err e = {0};
	ck_assert(READ(pairs, &f, &e));
	ck_assert_int_eq(f.what, DO_SAVE);
	ck_assert_ptr_null(f.answers.items[0].choice);
	ck_assert_str_eq(f.answers.items[0].reason, "typed first");
	ck_assert_str_eq(f.answers.items[1].reason, "");
}
END_TEST

START_TEST(what_our_form_cannot_send_is_refused)
{
	static const char *const refused[][2] = {{"S9", "yes"}, {"S1", "maybe"}, {"S1", "YES"}, {"S1-q", "x"},
		{"S1-x", "2026-05-01"}, {"S2", "yes"}, {"S2-r", "x"}, {"S3", "yes"}, {"S1-r", "bell\a"},
		{"S1-r", "half \xe3\x81"}, {"S1-r", "lone \xed\xa0\x80"}, {"do", "delete"},
		{"revision", "-1"}, {"revision", "1x"}, {"", "x"}, {"-r", "x"}, {"s1", "yes"},
		{"shown", "-1"}, {"S1-n", "other"}, {"S10-n", "nothing"}, {"S2-n", "other"}};
	for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
		const char *pairs[2][2] = {{"revision", "1"}, {refused[i][0], refused[i][1]}};
		bool own = strcmp(refused[i][0], "revision") == 0;
		struct sheet_form f;
		struct err e = {0};
		ck_assert_msg(!read_pairs((const char *const(*)[2])pairs + own, 2 - own, &f, &e), "%s=%s",
			refused[i][0], refused[i][1]);
		ck_assert_int_eq(e.kind, ERR_INPUT);
	}
}
END_TEST

START_TEST(a_field_sent_twice_is_refused)
{
	static const char *const names[] = {"S1", "S1-r", "S10-x", "revision"};
	static const char *const values[] = {"yes", "r", "2026-05-01", "1"};
	for (size_t i = 0; i < 4; i++) {
		const char *pairs[3][2] = {{"revision", "1"}, {names[i], values[i]}, {names[i], values[i]}};
		struct sheet_form f;
		struct err e = {0};
		ck_assert_msg(!read_pairs((const char *const(*)[2])pairs, 3, &f, &e), "%s", names[i]);
	}
}
END_TEST

START_TEST(a_nul_inside_a_field_is_refused)
{
	struct http_field fields[] = {{"revision", "1", 1, NULL}, {"S1-r", "a\0b", 3, NULL}};
	struct sheet_form f;
	struct err e = {0};
	ck_assert(!sheet_form_read(arena, &set, 0, fields, 2, &f, &e));
}
END_TEST

START_TEST(a_form_without_its_revision_is_refused)
{
	static const char *const pairs[][2] = {{"S1", "yes"}};
	struct sheet_form f;
	struct err e = {0};
	ck_assert(!READ(pairs, &f, &e));
}
END_TEST

static char *
letters(size_t count)
{
	char *s = arena_alloc(arena, count * 3 + 1);
	for (size_t i = 0; i < count; i++)
		memcpy(s + i * 3, "\xe3\x81\x82", 3);
	return s;
}

START_TEST(what_a_person_can_get_wrong_is_complained_about_beside_the_field)
{
	const char *pairs[][2] = {
		{"revision", "1"}, {"S1-r", letters(1001)}, {"S10-x", "2026-02-29"}, {"S2-x", letters(2001)}};
	struct sheet_form f;
	struct err e = {0};
	ck_assert(read_pairs((const char *const(*)[2])pairs, 4, &f, &e));
	ck_assert_uint_eq(f.complaint_count, 3);
	ck_assert_int_eq(f.complaints[0].fault, FAULT_REASON_LONG);
	ck_assert_ptr_eq(f.complaints[0].item, &items[0]);
	ck_assert_int_eq(f.complaints[1].fault, FAULT_DATE);
	ck_assert_int_eq(f.complaints[2].fault, FAULT_TEXT_LONG);
	ck_assert_uint_eq(strlen(f.answers.items[0].reason), 3003); /* what was typed stays */
	ck_assert_str_eq(f.answers.items[1].extra, "2026-02-29");
	const char *fits[][2] = {{"revision", "1"}, {"S1-r", letters(1000)}, {"S2-x", letters(2000)}};
	ck_assert(read_pairs((const char *const(*)[2])fits, 3, &f, &e));
	ck_assert_uint_eq(f.complaint_count, 0);
}
END_TEST

START_TEST(an_item_of_a_condition_is_known_where_it_applies)
{
	struct http_field fields[] = {{"revision", "1", 1, NULL}, {"S3", "no", 2, NULL}};
	struct sheet_form f;
	struct err e = {0};
	ck_assert(sheet_form_read(arena, &set, flag_parse("NET"), fields, 2, &f, &e));
	ck_assert_ptr_eq(f.answers.items[3].choice, &choices[1]);
}
END_TEST

Suite *sheet_form_suite(void);

Suite *
sheet_form_suite(void)
{
	Suite *s = suite_create("sheet_form");
	TCase *t = tcase_create("sheet_form");
	tcase_add_checked_fixture(t, set_begin, set_end);
	tcase_add_test(t, a_posted_form_becomes_answers);
	tcase_add_test(t, why_it_does_not_apply_is_read_beside_the_choice);
	tcase_add_test(t, a_question_left_alone_is_not_answered);
	tcase_add_test(t, what_our_form_cannot_send_is_refused);
	tcase_add_test(t, a_field_sent_twice_is_refused);
	tcase_add_test(t, a_nul_inside_a_field_is_refused);
	tcase_add_test(t, a_form_without_its_revision_is_refused);
	tcase_add_test(t, what_a_person_can_get_wrong_is_complained_about_beside_the_field);
	tcase_add_test(t, an_item_of_a_condition_is_known_where_it_applies);
	suite_add_tcase(s, t);
	return s;
}
