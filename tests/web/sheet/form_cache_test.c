#include <check.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <zlib.h>

#include "base/resource.h"
#include "domain/organisation/role.h"
#include "web/files.h"
#include "web/inside.h"
#include "web/sheet/form_cache.h"

static struct web web;
static struct call call;
static const struct bank *bank;
static struct sheet sheet;
static struct answers answers;
static struct sheet_page shown;

static const char nasty[] = "<b>&\"'</b>\n\ttwo\r\n\xf0\xa0\xae\xb7 {{x}} 12x";

static void
begin(void)
{
	char path[PATH_MAX];
	struct err e = {0};
	call = (struct call){.web = &web,
		.arena = arena_create(),
		.signed_in = true,
		.form_key = "key-_9",
		.now = 1790000000,
		.account = {.id = 1, .name = nasty, .department_name = "D & \"E\"", .roles = ROLE_ALL}};
	struct faults faults = {.arena = call.arena};
	resource_path("questionnaires", path, sizeof path);
	bank = bank_load(path, &faults);
	ck_assert_ptr_nonnull(bank);
	resource_path("templates", path, sizeof path);
	web.view = view_create(path, &e);
	resource_path("static", path, sizeof path);
	web.files = files_load(path, &e);
	web.forms = form_cache_create();
	ck_assert_msg(web.view != NULL && web.files != NULL, "%s", e.text);
	sheet = (struct sheet){.id = 123,
		.revision = 7,
		.unit_name = "P",
		.person_name = "P",
		.department_name = "<D>",
		.due_day = 20720};
}

static void
end(void)
{
	form_cache_destroy(web.forms);
	files_destroy(web.files);
	view_destroy(web.view);
	arena_destroy(call.arena);
}

static void
set_show(const struct questionnaire *q, bool answered)
{
	answers = answers_none(call.arena, q);
	for (size_t i = 0; answered && i < q->count; i++) {
		const struct item *item = &q->items[i];
		struct answer *a = &answers.items[i];
		if (item->choice_count > 0)
			a->choice = &item->choices[i % item->choice_count];
		a->na = &na_reasons[i % NA_REASONS];
		a->reason = i % 3 == 0 ? nasty : "";
		a->extra = item->scale->text ? nasty : item->extra != EXTRA_NONE ? "2026-05-01" : "";
	}
	sheet.draft = answered ? "{}" : NULL;
	sheet.draft_at = answered ? 1789000000 : 0;
	shown = (struct sheet_page){.sheet = &sheet, .q = q, .answers = &answers};
}

static void
plain_page(struct buf *out)
{
	struct err e = {0};
	struct dict *page = page_begin(&call, shown.q->title);
	sheet_fill(&call, page, &shown);
	ck_assert_msg(view_fill_within(web.view, "layout.tpl", "sheet.tpl", page, out, &e), "%s", e.text);
	dict_destroy(page);
}

static void
check_same(void)
{
	struct err e = {0};
	struct buf plain = BUF_INIT, spliced = BUF_INIT;
	plain_page(&plain);
	ck_assert(form_cache_fill(&call, web.forms, &shown, false, &spliced, &e));
	ck_assert_uint_eq(plain.length, spliced.length);
	ck_assert_mem_eq(plain.data, spliced.data, plain.length);
	buf_free(&plain);
	buf_free(&spliced);
}

START_TEST(a_spliced_page_is_the_plain_page_byte_for_byte)
{
	static const flags_t flags[] = {0, ~(flags_t)0, 5};
	for (size_t s = 0; s < bank->count; s++) {
		for (size_t f = 0; f < 3; f++) {
			sheet.flags = flags[f];
			set_show(bank->sets[s], true);
			check_same();
			set_show(bank->sets[s], false);
			check_same();
		}
	}
}
END_TEST

START_TEST(every_state_of_a_sheet_has_its_own_page)
{
	set_show(bank->sets[0], true);
	sheet.submitted_at = 1788000000;
	sheet.receipt = "R08-000123-1";
	check_same();
	sheet.draft_at = 0;
	check_same();
	for (int d = -1; d <= 1; d++) { /* past, today, to come */
		sheet.due_day = day_of_instant(call.now) + d;
		check_same();
	}
	sheet.returned_at = 1789000001;
	sheet.return_comment = nasty;
	check_same();
	sheet.individual = true;
	check_same();
	sheet.returned_at = 0;
	check_same();
	shown.taught = true;
	check_same();
	shown.taught = false;
	check_same();
	shown.saved = call.now;
	check_same();
	shown.saved = 0;
	check_same();
	call.account.roles = ROLE_STAFF;
	check_same();
	call.account.name = "another";
	check_same();
}
END_TEST

START_TEST(a_person_with_several_sheets_of_a_set_sees_which_is_which)
{
	static const char *const units[] = {"P", nasty, "another system", ""};
	for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
		struct buf page = BUF_INIT;
		sheet.unit_name = units[i];
		set_show(bank->sets[0], false);
		check_same();
		plain_page(&page);
		ck_assert_int_eq(strstr(page.data, "：another system</h1>") != NULL, i == 2);
		ck_assert_int_eq(strstr(page.data, "：団体全体</h1>") != NULL, i == 3);
		ck_assert_int_eq(strstr(page.data, "：P</h1>") != NULL, false);
		buf_free(&page);
	}
}
END_TEST

START_TEST(a_packed_page_unpacks_to_the_plain_page)
{
	struct err e = {0};
	struct buf plain = BUF_INIT, packed = BUF_INIT;
	set_show(bank->sets[0], false);
	plain_page(&plain);
	ck_assert(form_cache_fill(&call, web.forms, &shown, true, &packed, &e));
	ck_assert_uint_lt(packed.length * 2, plain.length);
	char *out = arena_alloc(call.arena, plain.length + 1);
	z_stream z = {.next_in = (Bytef *)packed.data,
		.avail_in = (uInt)packed.length,
		.next_out = (Bytef *)out,
		.avail_out = (uInt)plain.length + 1};
	ck_assert_int_eq(
		inflateInit2(&z, 15 + 16), Z_OK); /* a gzip member, its checksum and length checked */
	ck_assert_int_eq(inflate(&z, Z_FINISH), Z_STREAM_END);
	ck_assert_uint_eq(z.avail_in, 0);
	ck_assert_uint_eq(z.total_out, plain.length);
	ck_assert_mem_eq(out, plain.data, plain.length);
	inflateEnd(&z);
	buf_free(&plain);
	buf_free(&packed);
}
END_TEST

START_TEST(moulds_are_made_again_after_being_thrown_away)
{
	set_show(bank->sets[0], true);
	check_same();
	form_cache_clear(web.forms);
	check_same();
}
END_TEST

/* What the page lists beside the questions. */
static bool
page_says(const char *text)
{
	struct buf page = BUF_INIT;
	plain_page(&page);
	bool found = strstr(page.data, text) != NULL;
	buf_free(&page);
	return found;
}

START_TEST(questions_of_other_departments_are_named_and_not_asked)
{
	const struct questionnaire *q = bank->sets[0];
	const struct item *conditional = NULL;
	for (size_t s = 0; s < bank->count && conditional == NULL; s++) {
		q = bank->sets[s];
		for (size_t i = 0; i < q->count; i++)
			if (!item_applies(&q->items[i], 0))
				conditional = &q->items[i];
	}
	ck_assert_ptr_nonnull(conditional);
	char field[64];
	snprintf(field, sizeof field, "name=\"%s\"", conditional->id);
	set_show(q, false);
	ck_assert(!page_says(field));
	ck_assert(page_says(conditional->text));
	sheet.flags = ~(flags_t)0;
	ck_assert(page_says(field));
}
END_TEST

START_TEST(what_is_missing_is_listed_with_links)
{
	const struct questionnaire *q = bank->sets[0];
	set_show(q, false);
	struct missing missing[] = {{&q->items[0], LACK_ANSWER}, {&q->items[0], LACK_REASON}};
	shown.missing = missing;
	shown.missing_count = 2;
	char link[64];
	snprintf(link, sizeof link, "href=\"#%s-1\"", q->items[0].id);
	ck_assert(page_says(link));
	snprintf(link, sizeof link, "href=\"#%s-r\"", q->items[0].id);
	ck_assert(page_says(link));
	ck_assert(page_says("class=\"missing\""));
}
END_TEST

Suite *form_cache_suite(void);

Suite *
form_cache_suite(void)
{
	Suite *s = suite_create("form_cache");
	TCase *t = tcase_create("form_cache");
	tcase_set_timeout(t, 120);
	tcase_add_checked_fixture(t, begin, end);
	tcase_add_test(t, a_spliced_page_is_the_plain_page_byte_for_byte);
	tcase_add_test(t, every_state_of_a_sheet_has_its_own_page);
	tcase_add_test(t, a_person_with_several_sheets_of_a_set_sees_which_is_which);
	tcase_add_test(t, a_packed_page_unpacks_to_the_plain_page);
	tcase_add_test(t, moulds_are_made_again_after_being_thrown_away);
	tcase_add_test(t, questions_of_other_departments_are_named_and_not_asked);
	tcase_add_test(t, what_is_missing_is_listed_with_links);
	suite_add_tcase(s, t);
	return s;
}
