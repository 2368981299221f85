#include <check.h>
#include <stdio.h>
#include <string.h>

#include "domain/answer/sheet_code.h"

static struct arena *arena;

static void
setup(void)
{
	arena = arena_create();
}

static void
teardown(void)
{
	arena_destroy(arena);
}

START_TEST(no_two_sheets_have_the_same_code)
{
	/* A step that is no divisor of anything, over more sheets than four signs can name. */
	enum { STEP = 613, COUNT = 2000 };
	const char *codes[COUNT];
	int twice = 0;
	for (int i = 0; i < COUNT; i++) {
		codes[i] = sheet_code(arena, 2026, (int64_t)i * STEP + 1);
		for (int k = 0; k < i; k++)
			twice += strcmp(codes[i], codes[k]) == 0;
	}
	ck_assert_int_eq(twice, 0);
	ck_assert_int_eq(strlen(codes[0]), strlen("R08-7K3F-29"));
	ck_assert_int_eq(strlen(sheet_code(arena, 2026, 700000)), strlen("R08-7K3FA-29"));
}
END_TEST

START_TEST(a_code_is_read_however_it_is_typed)
{
	const char *code = sheet_code(arena, 2026, 12345);
	char typed[64] = "", wide[128] = "";
	for (const char *at = code; *at != '\0'; at++) {
		char one[8];
		snprintf(one, sizeof one, "%c ", *at >= 'A' ? *at + 32 : *at);
		strcat(typed, *at == '-' ? "" : one);
		/* U+FF01 to U+FF5E are the same signs, full width. */
		snprintf(one, sizeof one, "%c%c%c", 0xEF, 0xBC, 0x80 + (*at - 0x20));
		strcat(wide, *at == '-' ? "－" : one);
	}
	ck_assert_str_eq(sheet_code_read(arena, code), code);
	ck_assert_str_eq(sheet_code_read(arena, typed), code);
	ck_assert_str_eq(sheet_code_read(arena, wide), code);
}
END_TEST

START_TEST(a_sign_read_wrongly_or_two_exchanged_are_noticed)
{
	static const char signs[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
	for (int64_t id = 1; id < 40; id++) {
		const char *code = sheet_code(arena, 2026, id * 977);
		for (size_t i = 1; i < strlen(code); i++) {
			char wrong[32];
			strcpy(wrong, code);
			for (const char *s = signs; *s != '\0' && code[i] != '-'; s++) {
				wrong[i] = *s;
				ck_assert(*s == code[i] || sheet_code_read(arena, wrong) == NULL);
			}
			strcpy(wrong, code);
			wrong[i] = code[i - 1], wrong[i - 1] = code[i];
			if (code[i] != '-' && code[i - 1] != '-' && code[i] != code[i - 1])
				ck_assert_msg(sheet_code_read(arena, wrong) == NULL, "%s", wrong);
		}
	}
}
END_TEST

START_TEST(what_is_no_code_is_refused)
{
	static const char *const none[] = {"", "-", "R08", "R08-29", "123-4567-89", "令和八年",
		"R08-7K3F-29-R08-7K3F-29-R08-7K3F-29-R08-7K3F-29", "=HYPERLINK(1)"};
	for (size_t i = 0; i < sizeof none / sizeof *none; i++)
		ck_assert_ptr_null(sheet_code_read(arena, none[i]));
}
END_TEST

Suite *sheet_code_suite(void);
Suite *
sheet_code_suite(void)
{
	Suite *s = suite_create("sheet_code");
	TCase *t = tcase_create("sheet_code");
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, no_two_sheets_have_the_same_code);
	tcase_add_test(t, a_code_is_read_however_it_is_typed);
	tcase_add_test(t, a_sign_read_wrongly_or_two_exchanged_are_noticed);
	tcase_add_test(t, what_is_no_code_is_refused);
	suite_add_tcase(s, t);
	return s;
}
