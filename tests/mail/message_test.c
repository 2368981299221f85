#include "mail/mail.h"

#include <check.h>
#include <string.h>

START_TEST(plain_addresses_fit)
{
	static const char *const fit[] = {"a@b", "yamada.taro@city.example.lg.jp", "a+b_c@x-y.example",
		"o'neil@example.jp", "0011@water.example.lg.jp"};
	for (size_t i = 0; i < sizeof fit / sizeof *fit; i++)
		ck_assert_msg(mail_address_fits(fit[i]), "%s", fit[i]);
}
END_TEST

START_TEST(what_is_no_plain_address_is_refused)
{
	static const char *const wrong[] = {"", "@", "a@", "@b", "a", "a b@c", "a@b c", "a@b@c", ".a@b",
		"a.@b", "a..b@c", "a@.b", "a@b.", "a@b..c", "a@-b", "a@b-", "山田@example.jp", "a@例.jp",
		"a@b\r\nBcc: c@d", "a@b,c@d", "<a@b>", "\"a b\"@c", "a@[127.0.0.1]",
		"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa@b"};
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
		ck_assert_msg(!mail_address_fits(wrong[i]), "%s", wrong[i]);
}
END_TEST

static struct mail
sample(void)
{
	return (struct mail){.from = "desk@water.example",
		.from_name = "",
		.to = "0012@water.example",
		.to_name = "山﨑",
		.subject = "自己点検",
		.text = "締切は\n明日です\n",
		.id = "1.2@water.example",
		.at = 1792134000}; /* 2026-10-16 16:00 in Japan */
}

/* The encoded parts are the output of `printf … | base64`. */
START_TEST(a_message_is_text_any_server_takes)
{
	struct buf out = BUF_INIT;
	struct err e = {0};
	struct mail m = sample();
	ck_assert_msg(mail_format(&m, &out, &e), "%s", e.text);
	ck_assert_str_eq(out.data, "From: <desk@water.example>\r\n"
				   "To: =?UTF-8?B?5bGx76iR?=\r\n <0012@water.example>\r\n"
				   "Subject: =?UTF-8?B?6Ieq5bex54K55qSc?=\r\n"
				   "Date: Fri, 16 Oct 2026 16:00:00 +0900\r\n"
				   "Message-ID: <1.2@water.example>\r\n"
				   "Auto-Submitted: auto-generated\r\n"
				   "MIME-Version: 1.0\r\n"
				   "Content-Type: text/plain; charset=UTF-8\r\n"
				   "Content-Transfer-Encoding: base64\r\n"
				   "\r\n"
				   "57eg5YiH44GvDQrmmI7ml6XjgafjgZkNCg==\r\n");
	buf_free(&out);
}
END_TEST

START_TEST(long_subjects_are_folded_between_characters_and_lines_stay_short)
{
	struct buf out = BUF_INIT;
	struct err e = {0};
	struct mail m = sample();
	m.subject = "令和８年度情報セキュリティ自己点検の提出について（締切の七日前のお知らせ𠮷）ＡＢＣ";
	m.text = "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわを"
		 "ん";
	ck_assert_msg(mail_format(&m, &out, &e), "%s", e.text);
	for (const char *line = out.data; *line != '\0';) {
		const char *end = strstr(line, "\r\n");
		ck_assert_ptr_nonnull(end);
		ck_assert_int_le(end - line, 76);
		line = end + 2;
	}
	ck_assert_ptr_nonnull(strstr(out.data, "?=\r\n =?UTF-8?B?"));
	buf_free(&out);
}
END_TEST

START_TEST(nothing_in_a_message_starts_a_header)
{
	static const char *const nasty[] = {"a\r\nBcc: x@y", "a\nb", "a\rb", "a\tb", "a\x7f"};
	for (size_t i = 0; i < sizeof nasty / sizeof *nasty; i++) {
		struct mail in_subject = sample(), in_name = sample(), in_to = sample(), in_id = sample();
		struct mail *const all[] = {&in_subject, &in_name, &in_to, &in_id};
		in_subject.subject = in_name.from_name = in_to.to = in_id.id = nasty[i];
		for (size_t k = 0; k < 4; k++) {
			struct buf out = BUF_INIT;
			struct err e = {0};
			ck_assert(!mail_format(all[k], &out, &e));
			ck_assert_int_eq(e.kind, ERR_INPUT);
			buf_free(&out);
		}
	}
	struct buf out = BUF_INIT;
	struct mail m = sample();
	m.text = "\n.\nMAIL FROM:<x@y>\n"; /* would end the message, were it not encoded */
	ck_assert(mail_format(&m, &out, NULL));
	ck_assert_ptr_null(strstr(out.data, "\n."));
	buf_free(&out);
}
END_TEST

START_TEST(servers_are_named_by_a_plain_url_and_passwords_need_encryption)
{
	struct err e = {0};
	static const char *const wrong[] = {"", "smtp://", "http://a", "mail.example", "smtp://user:pw@host",
		"smtp://host/path", "file:///etc/passwd", "smtp:// a"};
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
		ck_assert_msg(!mail_server_check(&(struct mail_server){.url = wrong[i]}, &e), "%s", wrong[i]);
	static const char *const right[] = {"smtp://127.0.0.1:25", "smtp+tls://mail.example:587",
		"smtps://mail.example", "smtp://[::1]:2525"};
	for (size_t i = 0; i < sizeof right / sizeof *right; i++)
		ck_assert_msg(mail_server_check(&(struct mail_server){.url = right[i]}, &e), "%s", right[i]);
	struct mail_server plain = {.url = "smtp://a", .login = "u", .password = "p"};
	ck_assert(!mail_server_check(&plain, &e));
	plain.url = "smtps://a";
	ck_assert(mail_server_check(&plain, &e));
}
END_TEST

START_TEST(a_server_that_is_not_there_is_away)
{
	struct err e = {0};
	struct mailer *mailer = mailer_create(&(struct mail_server){.url = "smtp://127.0.0.1:1"});
	struct mail m = sample();
	ck_assert_int_eq(mail_send(mailer, &m, &e), MAIL_AWAY);
	ck_assert_str_ne(e.text, "");
	m.to = "nobody";
	ck_assert_int_eq(mail_send(mailer, &m, &e), MAIL_REFUSED);
	mailer_destroy(mailer);
}
END_TEST

Suite *message_suite(void);

Suite *
message_suite(void)
{
	Suite *s = suite_create("message");
	TCase *t = tcase_create("mail");
	tcase_add_test(t, plain_addresses_fit);
	tcase_add_test(t, what_is_no_plain_address_is_refused);
	tcase_add_test(t, a_message_is_text_any_server_takes);
	tcase_add_test(t, long_subjects_are_folded_between_characters_and_lines_stay_short);
	tcase_add_test(t, nothing_in_a_message_starts_a_header);
	tcase_add_test(t, servers_are_named_by_a_plain_url_and_passwords_need_encryption);
	tcase_add_test(t, a_server_that_is_not_there_is_away);
	suite_add_tcase(s, t);
	return s;
}
