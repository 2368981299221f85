#include <check.h>
#include <string.h>

#include "json/json.h"

static bool
text_collect(void *context, const char *key, const char *name, const char *text, struct err *e)
{
	if (strcmp(text, "stop") == 0)
		return err_set(e, ERR_CONFLICT, "stopped");
	buf_addf(context, "%s.%s=%s;", key, name != NULL ? name : "", text);
	return true;
}

START_TEST(texts_come_in_the_order_in_which_they_stand)
{
	struct buf out = BUF_INIT;
	struct err e = {0};
	ck_assert(json_read(
		"{\"b\":\"1\",\"a\":{\"z\":\"2\",\"y\":\"三\"},\"\":\"\"}", text_collect, &out, &e));
	ck_assert_str_eq(out.data, "b.=1;a.z=2;a.y=三;.=;");
	buf_clear(&out);
	ck_assert(!json_read("{\"b\":\"1\",\"a\":\"stop\",\"c\":\"3\"}", text_collect, &out, &e));
	ck_assert_str_eq(out.data, "b.=1;");
	ck_assert_int_eq(e.kind, ERR_CONFLICT);
	buf_free(&out);
}
END_TEST

START_TEST(what_is_written_reads_back)
{
	static const char text[] = "\x01\x1F \"\\/\b\f\n\r\t\x7F</script>髙𠮷葛󠄀";
	struct buf json = BUF_INIT, out = BUF_INIT;
	struct err e = {0};
	buf_adds(&json, "{\"k\":");
	json_add(&json, text);
	buf_addc(&json, '}');
	ck_assert_msg(json_read(json.data, text_collect, &out, &e), "%s", e.text);
	ck_assert_int_eq(strncmp(out.data, "k.=", 3), 0);
	ck_assert_int_eq(strncmp(out.data + 3, text, sizeof text - 1), 0);
	buf_free(&json);
	buf_free(&out);
}
END_TEST

Suite *json_suite(void);
Suite *
json_suite(void)
{
	Suite *s = suite_create("json");
	TCase *t = tcase_create("json");
	tcase_add_test(t, texts_come_in_the_order_in_which_they_stand);
	tcase_add_test(t, what_is_written_reads_back);
	suite_add_tcase(s, t);
	return s;
}
