#include <check.h>

#include "domain/organisation/flag.h"

START_TEST(every_key_names_its_own_flag)
{
	flags_t all = 0;
	for (size_t i = 0; i < flag_count(); i++) {
		flags_t f = flag_parse(flag_key(i));
		ck_assert_uint_ne(f, 0);
		ck_assert_uint_eq(f & all, 0);
		ck_assert_str_ne(flag_name(i), flag_key(i));
		all |= f;
	}
	ck_assert_uint_eq(flag_count(), 13);
	ck_assert_uint_eq(flag_parse("SYS"), 0); /* the beginning of SYSO */
	ck_assert_uint_eq(flag_parse("net"), 0);
	ck_assert_uint_eq(flag_parse(""), 0);
}
END_TEST

START_TEST(lists_are_read_in_any_order_and_written_in_one)
{
	struct arena *a = arena_create();
	const char *unknown = NULL;
	flags_t f;
	ck_assert(flags_parse(" NET,LGW  OT ", &f, &unknown));
	ck_assert_uint_eq(f, flag_parse("NET") | flag_parse("LGW") | flag_parse("OT"));
	ck_assert_str_eq(flags_format(a, f), "LGW NET OT");
	ck_assert_str_eq(flags_format(a, 0), "");
	ck_assert(flags_parse("", &f, &unknown));
	ck_assert_uint_eq(f, 0);
	ck_assert(!flags_parse("NET LGWAN", &f, &unknown));
	ck_assert_str_eq(unknown, "LGWAN");
	arena_destroy(a);
}
END_TEST

START_TEST(conditions_hold_when_all_or_any_flags_are_there)
{
	const char *unknown;
	struct condition c;
	flags_t net = flag_parse("NET"), lgw = flag_parse("LGW");
	ck_assert(condition_parse("", &c, &unknown) && condition_holds(c, 0));
	ck_assert(condition_parse("NET", &c, &unknown));
	ck_assert(condition_holds(c, net | lgw) && !condition_holds(c, lgw));
	ck_assert(condition_parse("LGW & NET", &c, &unknown));
	ck_assert(condition_holds(c, net | lgw) && !condition_holds(c, net) && !condition_holds(c, 0));
	ck_assert(condition_parse("LGW|NET", &c, &unknown));
	ck_assert(condition_holds(c, net) && condition_holds(c, lgw) && !condition_holds(c, 0));
}
END_TEST

START_TEST(conditions_of_another_form_are_refused)
{
	static const struct {
		const char *text, *unknown;
	} rows[] = {{"LAN", "LAN"}, {"LGW&", ""}, {"&NET", "&NET"}, {"LGW&&NET", "&NET"}, {"LGW NET", "NET"},
		{"LGW&NET|OT", "|OT"}, {"!NET", "!NET"}, {"(NET)", "(NET)"}, {"LGW,NET", "LGW,NET"}};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct condition c;
		const char *unknown = NULL;
		ck_assert_msg(!condition_parse(rows[i].text, &c, &unknown), "%s", rows[i].text);
		ck_assert_str_eq(unknown, rows[i].unknown);
	}
}
END_TEST

Suite *flag_suite(void);
Suite *
flag_suite(void)
{
	Suite *s = suite_create("flag");
	TCase *t = tcase_create("flag");
	tcase_add_test(t, every_key_names_its_own_flag);
	tcase_add_test(t, lists_are_read_in_any_order_and_written_in_one);
	tcase_add_test(t, conditions_hold_when_all_or_any_flags_are_there);
	tcase_add_test(t, conditions_of_another_form_are_refused);
	suite_add_tcase(s, t);
	return s;
}
