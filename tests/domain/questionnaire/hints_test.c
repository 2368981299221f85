#include <check.h>

#include "domain/questionnaire/hints.h"

static struct arena *arena;
static struct names *names;

static void
setup(void)
{
	arena = arena_create();
	names = names_create(arena);
	names_add(names, "髙橋 一郎");
	names_add(names, "山﨑　花子");
	names_add(names, "林 実");
	names_add(names, "佐藤次郎"); /* no blank: where the surname ends is not known */
}

static void
teardown(void)
{
	arena_destroy(arena);
}

static void
hinted(const char *text, unsigned expected)
{
	unsigned hints = hints_of(names, text);
	ck_assert_msg(hints == expected, "%s: %x, not %x", text, hints, expected);
}

START_TEST(a_full_name_is_found_however_it_is_spaced)
{
	hinted("髙橋一郎に聞いた", HINT_NAME);
	hinted("担当は 山﨑 花子 です", HINT_NAME);
	hinted("佐藤次郎", HINT_NAME);
	hinted("山﨑次郎に聞いた", 0); /* nobody of that name */
}
END_TEST

START_TEST(a_surname_is_found_before_a_form_of_address_only)
{
	hinted("林-sanから教わった", HINT_NAME);
	hinted("林の中の配水池", 0);
	hinted("髙橋-kachoの指示", HINT_NAME);
	hinted("佐藤-sanの指示", 0);
}
END_TEST

START_TEST(details_of_procedures_are_found)
{
	hinted("192.0.2.7 に接続する", HINT_ADDRESS);
	hinted("１９２．０．２．７", HINT_ADDRESS);
	hinted("0475-12-3456へ電話", HINT_PHONE);
	hinted("09012345678", HINT_PHONE);
	hinted("a@example.jp", HINT_MAIL);
	hinted("the passwordはA", HINT_SECRET);
	hinted("SV-01とFW22", HINT_DEVICE);
	hinted("ＳＶ－０１", HINT_DEVICE);
	hinted("server room", HINT_PLACE);
}
END_TEST

START_TEST(ordinary_texts_have_no_hint)
{
	static const char *const texts[] = {"特になし", "", "2026年10月16日に実施", "A4の紙を使う", "100.5％",
		"第3版の1.2.3を参照", "12-34-5678", "USBを使わない", "R8年度", "\xE3\x80\x80"};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		hinted(texts[i], 0);
}
END_TEST

START_TEST(every_hint_has_a_key)
{
	for (size_t i = 0; i < HINTS; i++)
		ck_assert_str_ne(hint_key(i), "");
	ck_assert_int_eq(1 << (HINTS - 1), HINT_PLACE);
}
END_TEST

Suite *hints_suite(void);
Suite *
hints_suite(void)
{
	Suite *s = suite_create("hints");
	TCase *t = tcase_create("hints");
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, a_full_name_is_found_however_it_is_spaced);
	tcase_add_test(t, a_surname_is_found_before_a_form_of_address_only);
	tcase_add_test(t, details_of_procedures_are_found);
	tcase_add_test(t, ordinary_texts_have_no_hint);
	tcase_add_test(t, every_hint_has_a_key);
	suite_add_tcase(s, t);
	return s;
}
