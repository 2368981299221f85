#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/resource.h"
#include "view/view.h"

#define HEAD "{{%AUTOESCAPE context=\"HTML\"}}"

static char directory[64];

static void
directory_begin(void)
{
	strcpy(directory, "/tmp/tenken-view-XXXXXX");
	ck_assert_ptr_nonnull(mkdtemp(directory));
}

static void
template_write(const char *name, const char *text)
{
	char path[128];
	snprintf(path, sizeof path, "%s/%s", directory, name);
	struct err e = {0};
	ck_assert_msg(file_write(path, text, strlen(text), &e), "%s", e.text);
}

static void
directory_end(void)
{
	struct arena *a = arena_create();
	char **names;
	size_t count;
	struct err e = {0};
	ck_assert(file_list(a, directory, "", &names, &count, &e));
	for (size_t i = 0; i < count; i++)
		unlink(arena_printf(a, "%s/%s", directory, names[i]));
	arena_destroy(a);
	rmdir(directory);
}

static struct view *
view_of(const char *text)
{
	template_write("page.tpl", text);
	struct err e = {0};
	struct view *v = view_create(directory, &e);
	ck_assert_msg(v != NULL, "%s", e.text);
	return v;
}

static void
check_filled(const char *text, const char *value, const char *expected)
{
	struct view *v = view_of(text);
	struct dict *d = dict_create();
	dict_set(d, "v", value);
	struct buf out = BUF_INIT;
	struct err e = {0};
	ck_assert_msg(view_fill(v, "page.tpl", d, &out, &e), "%s", e.text);
	ck_assert_str_eq(out.data, expected);
	buf_free(&out);
	dict_destroy(d);
	view_destroy(v);
}

START_TEST(viewpoint_22_what_people_typed_is_escaped_where_it_stands)
{
	check_filled(HEAD "<p>{{v}}</p>\n", "<b>&\"'", "<p>&lt;b&gt;&amp;&quot;&#39;</p>\n");
	check_filled(HEAD "<p title=\"{{v}}\">x</p>\n", "\"><b>", "<p title=\"&quot;&gt;&lt;b&gt;\">x</p>\n");
	check_filled(HEAD "<a href=\"/x?n={{v:u}}\">x</a>\n", "a&b=1", "<a href=\"/x?n=a%26b%3D1\">x</a>\n");
	check_filled(HEAD "<a href=\"{{v}}\">x</a>\n", "javascript:alert(1)", "<a href=\"#\">x</a>\n");
}
END_TEST

START_TEST(a_textarea_keeps_its_lines)
{
	check_filled(HEAD "<textarea>{{v:p}}</textarea>\n", "一行目\n<二行目>",
		"<textarea>一行目\n&lt;二行目&gt;</textarea>\n");
}
END_TEST

START_TEST(sections_turn_once_per_entry_and_see_the_values_around_them)
{
	struct view *v =
		view_of(HEAD "{{#row}}{{name}}{{n}};{{/row}}{{#shown}}!{{/shown}}{{#hidden}}?{{/hidden}}");
	struct dict *d = dict_create();
	dict_set(d, "name", "n");
	for (int i = 0; i < 3; i++)
		dict_setf(dict_add(d, "row"), "n", "%d", i);
	dict_show(d, "shown");
	struct buf out = BUF_INIT;
	struct err e = {0};
	ck_assert(view_fill(v, "page.tpl", d, &out, &e));
	ck_assert_str_eq(out.data, "n0;n1;n2;!");
	buf_free(&out);
	dict_destroy(d);
	view_destroy(v);
}
END_TEST

START_TEST(a_page_stands_inside_its_layout)
{
	template_write("layout.tpl", HEAD "<main>\n<!--page-->\n</main>{{v}}");
	struct view *v = view_of(HEAD "<p>{{v}}</p>");
	struct dict *d = dict_create();
	dict_set(d, "v", "<!--page-->");
	struct buf out = BUF_INIT;
	struct err e = {0};
	ck_assert(view_fill_within(v, "layout.tpl", "page.tpl", d, &out, &e));
	ck_assert_str_eq(out.data, "<main>\n<p>&lt;!--page--&gt;</p>\n</main>&lt;!--page--&gt;");
	buf_clear(&out);
	ck_assert(!view_fill_within(v, "page.tpl", "layout.tpl", d, &out, &e));
	ck_assert(!view_fill(v, "absent.tpl", d, &out, &e));
	buf_free(&out);
	dict_destroy(d);
	view_destroy(v);
}
END_TEST

START_TEST(a_template_that_would_not_escape_is_refused)
{
	static const char *const refused[] = {"<p>{{v}}</p>", " " HEAD "x", HEAD "{{#a}}x", HEAD "{{/a}}"};
	for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
		template_write("page.tpl", refused[i]);
		struct err e = {0};
		ck_assert_ptr_null(view_create(directory, &e));
		ck_assert_int_eq(e.kind, ERR_SYSTEM);
		ck_assert_ptr_nonnull(strstr(e.text, "page.tpl"));
	}
}
END_TEST

START_TEST(every_template_of_the_program_loads_and_escapes)
{
	char path[4096];
	resource_path("templates", path, sizeof path);
	struct err e = {0};
	struct view *v = view_create(path, &e);
	ck_assert_msg(v != NULL, "%s", e.text);
	view_destroy(v);
	struct arena *a = arena_create();
	char **names, *text;
	size_t count, length;
	ck_assert(file_list(a, path, ".tpl", &names, &count, &e));
	for (size_t i = 0; i < count; i++) {
		ck_assert(file_read(a, arena_printf(a, "%s/%s", path, names[i]), &text, &length, &e));
		const char *raw = strstr(text, ":none}}");
		bool drawing = raw != NULL && strcmp(names[i], "report.tpl") == 0 && raw - text > 5 &&
			       strncmp(raw - 5, "{{svg", 5) == 0 && strstr(raw + 1, ":none}}") == NULL;
		ck_assert_msg(raw == NULL || drawing, "%s prints something unescaped", names[i]);
	}
	arena_destroy(a);
}
END_TEST

START_TEST(text_of_several_lines_keeps_them_where_its_hole_says_so)
{
	check_filled(HEAD "<p>{{v:p}}</p>", "一つ\n二つ <b>", "<p>一つ\n二つ &lt;b&gt;</p>");
	check_filled(HEAD "<p>{{v}}</p>", "一つ\n二つ <b>", "<p>一つ 二つ &lt;b&gt;</p>");
}
END_TEST

Suite *view_suite(void);

Suite *
view_suite(void)
{
	Suite *s = suite_create("view");
	TCase *t = tcase_create("view");
	tcase_add_checked_fixture(t, directory_begin, directory_end);
	tcase_add_test(t, viewpoint_22_what_people_typed_is_escaped_where_it_stands);
	tcase_add_test(t, a_textarea_keeps_its_lines);
	tcase_add_test(t, sections_turn_once_per_entry_and_see_the_values_around_them);
	tcase_add_test(t, a_page_stands_inside_its_layout);
	tcase_add_test(t, a_template_that_would_not_escape_is_refused);
	tcase_add_test(t, every_template_of_the_program_loads_and_escapes);
	tcase_add_test(t, text_of_several_lines_keeps_them_where_its_hole_says_so);
	suite_add_tcase(s, t);
	return s;
}
