#include <check.h>
#include <harfbuzz/hb-ot.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include "draw/font.h"
#include "draw/pdf.h"
#include "draw/subset.h"

static struct arena *arena;
static struct buf out;
static struct err fault;
static const struct pdf_info info = {"点検結果 𠮷", "企業団", NULL, NULL, 1790000000};

static void
setup(void)
{
	ck_assert(fonts_open(NULL));
	arena = arena_create();
	out = (struct buf)BUF_INIT;
	fault = (struct err){.kind = ERR_NONE};
}

static void
teardown(void)
{
	buf_free(&out);
	arena_destroy(arena);
}

static struct canvas *
page(const char *text)
{
	struct canvas *c = canvas_create(arena, 595, 842);
	canvas_text(c, FACE_GOTHIC, 12, 0, ANCHOR_LEFT, 50, 50, text);
	canvas_text(c, FACE_MINCHO, 12, 0, ANCHOR_RIGHT, 500, 80, "明朝");
	canvas_box(c, (struct pen){0, 1, 3}, (struct ink){0x0017C1, PATTERN_CROSS}, 50, 100, 80, 20);
	canvas_box(c, (struct pen){0}, (struct ink){0x0017C1, PATTERN_DOTS}, 150, 100, 80, 20);
	canvas_wedge(c, (struct pen){0, 1, 0}, (struct ink){0x0017C1, PATTERN_HATCH}, 100, 200, 30, 0, 200);
	canvas_wedge(c, (struct pen){0}, (struct ink){0x0017C1, PATTERN_SOLID}, 200, 200, 30, 0, 360);
	return c;
}

static bool
written(const char *text, enum glyph_gate gate)
{
	struct canvas *const pages[] = {page(text)};
	static const struct pdf_outline outline[] = {
		{"第一章 𠮷", 0, 0, 50}, {"一の一", 2, 0, 80}, {"二", 0, 0, 90}};
	buf_clear(&out);
	return pdf_write(pages, 1, outline, 3, &info, gate, &out, &fault);
}

/* All streams of the document, unpacked, one after the other. */
static struct buf
streams(void)
{
	struct buf all = BUF_INIT;
	const char *end = out.data + out.length, *at = out.data;
	while ((at = memmem(at, (size_t)(end - at), "stream\r\n", 8)) != NULL) {
		at += 8;
		z_stream z = {.next_in = (Bytef *)at, .avail_in = (uInt)(end - at)};
		char bytes[4096];
		inflateInit(&z);
		int status = Z_OK;
		while (status == Z_OK) {
			z.next_out = (Bytef *)bytes;
			z.avail_out = sizeof bytes;
			status = inflate(&z, Z_NO_FLUSH);
			buf_add(&all, bytes, sizeof bytes - z.avail_out);
		}
		inflateEnd(&z);
	}
	return all;
}

static bool
has(const struct buf *b, const char *text)
{
	return memmem(b->data, b->length, text, strlen(text)) != NULL;
}

START_TEST(a_document_is_whole)
{
	ck_assert_msg(written("自己点検 ABC", GLYPHS_REFUSE), "%s", fault.text);
	ck_assert_int_eq(memcmp(out.data, "%PDF-1.", 7), 0);
	ck_assert_ptr_nonnull(memmem(out.data + out.length - 10, 10, "%%EOF", 5));
	ck_assert(has(&out, "/Lang (ja-JP)"));
	ck_assert(has(&out, "D:20260921231320+09'00'")); /* 1790000000 is 14:13:20 UTC that day */
	ck_assert(has(&out, "/DisplayDocTitle true"));
	ck_assert(has(&out, "/PageMode /UseOutlines"));
	ck_assert(has(&out, "BIZUDGothic"));
	ck_assert(has(&out, "BIZUDMincho"));
	ck_assert(!has(&out, "IPAmj")); /* no rare kanji, no fallback */
	ck_assert_uint_lt(out.length, 40000);
}
END_TEST

START_TEST(titles_are_utf_16_with_surrogates)
{
	ck_assert(written("点検", GLYPHS_REFUSE));
	ck_assert(has(&out, "/Title <FEFF70B9691C7D50679C0020D842DFB7>")); /* 点検結果 𠮷 */
	ck_assert(has(&out, "/Title <FEFF7B2C4E007AE00020D842DFB7>"));     /* 第一章 𠮷 */
	ck_assert(has(&out, "/Author <FEFF4F01696D56E3>"));
}
END_TEST

START_TEST(rare_kanji_and_variants_extract_as_they_were_stored)
{
	ck_assert_msg(written("𠮷葛\U000E0100か\u3099A", GLYPHS_REFUSE), "%s", fault.text);
	struct buf all = streams();
	ck_assert(has(&all, "begincmap"));
	ck_assert(has(&all, "> <D842DFB7>\n"));     /* 𠮷 U+20BB7 */
	ck_assert(has(&all, "> <845BDB40DD00>\n")); /* 葛 and U+E0100 */
	ck_assert(has(&all, "> <304B3099>\n"));     /* drawn as が, kept as the pair */
	ck_assert(has(&all, "> <0041>\n"));
	ck_assert(!has(&all, "begincidrange"));
	buf_free(&all);
}
END_TEST

START_TEST(the_same_pages_give_the_same_bytes)
{
	ck_assert(written("同じ頁", GLYPHS_REFUSE));
	size_t length;
	char *first = buf_take(&out, &length);
	ck_assert(written("同じ頁", GLYPHS_REFUSE));
	ck_assert_uint_eq(out.length, length);
	ck_assert_mem_eq(out.data, first, length);
	free(first);
}
END_TEST

static void *
write_many(void *with)
{
	struct canvas *const *pages = with;
	struct buf *result = calloc(1, sizeof *result);
	for (int i = 0; i < 5; i++) {
		buf_clear(result);
		if (!pdf_write(pages, 1, NULL, 0, &info, GLYPHS_REFUSE, result, NULL))
			buf_clear(result);
	}
	return result;
}

START_TEST(two_threads_give_the_same_bytes)
{
	struct canvas *pages[] = {page("並行して印刷 𠮷")};
	pthread_t threads[2];
	struct buf *results[2];
	for (int i = 0; i < 2; i++)
		ck_assert_int_eq(pthread_create(&threads[i], NULL, write_many, pages), 0);
	for (int i = 0; i < 2; i++)
		pthread_join(threads[i], (void **)&results[i]);
	ck_assert_uint_gt(results[0]->length, 1000);
	ck_assert_uint_eq(results[0]->length, results[1]->length);
	ck_assert_mem_eq(results[0]->data, results[1]->data, results[0]->length);
	for (int i = 0; i < 2; i++) {
		buf_free(results[i]);
		free(results[i]);
	}
}
END_TEST

START_TEST(a_document_with_a_character_no_font_shows_is_refused_with_its_place)
{
	ck_assert(!written("山田😀\t印", GLYPHS_REFUSE));
	ck_assert_int_eq(fault.kind, ERR_INPUT);
	ck_assert_ptr_nonnull(strstr(fault.text, "U+1F600 on page 1 in \"山田😀?印\""));
	ck_assert_ptr_nonnull(strstr(fault.text, "U+0009"));
	ck_assert_uint_eq(out.length, 0);
}
END_TEST

START_TEST(every_kind_of_invisible_character_is_refused)
{
	static const char *const texts[] = {"a\tb", "a\nb", "\u200B", "\uFEFF", "\u2060", "☑️",
		"\U0001F469\u200D\U0001F4BB", "\uE000", "\x7F", "\xC3\x28", "あ\U000E0101", "\u3099"};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		ck_assert_msg(!written(texts[i], GLYPHS_REFUSE), "%zu", i);
}
END_TEST

START_TEST(a_long_list_of_missing_characters_ends_with_their_number)
{
	struct buf text = BUF_INIT;
	for (uint32_t c = 0; c < 60; c++)
		buf_addf(&text, "\xF0\x9F\x98%c", (int)(0x80 + c)); /* U+1F600 … */
	ck_assert(!written(text.data, GLYPHS_REFUSE));
	ck_assert_ptr_nonnull(strstr(fault.text, " more"));
	ck_assert_uint_lt(strlen(fault.text), sizeof fault.text - 1);
	buf_free(&text);
}
END_TEST

START_TEST(when_told_so_a_visible_mark_stands_for_what_is_missing)
{
	ck_assert_msg(written("山田😀", GLYPHS_SUBSTITUTE), "%s", fault.text);
	struct buf all = streams();
	ck_assert(has(&all, "> <3013>\n")); /* 〓 */
	ck_assert(!has(&all, "> <D83DDE00>"));
	buf_free(&all);
}
END_TEST

START_TEST(viewpoint_09_missing_characters_are_named_once_with_their_first_place)
{
	struct canvas *const pages[] = {page("よい"), page("😀と😀"), page("葛\U000E01EF😀")};
	struct missing_glyph *missing;
	ck_assert_uint_eq(pdf_missing(arena, pages, 3, &missing), 2);
	ck_assert_uint_eq(missing[0].code_point, 0x1F600);
	ck_assert_uint_eq(missing[0].page, 1);
	ck_assert_str_eq(missing[0].text, "😀と😀");
	ck_assert_uint_eq(missing[1].code_point, 0x845B);
	ck_assert_uint_eq(missing[1].selector, 0xE01EF);
	ck_assert_uint_eq(missing[1].page, 2);
}
END_TEST

/* The glyph that a face draws for a code has the outline of the original's character. */
static void
same_glyph(hb_face_t *cut, uint32_t code, const char *file, uint32_t character)
{
	hb_blob_t *blob = hb_blob_create_from_file_or_fail(file);
	hb_face_t *face = hb_face_create(blob, 0);
	hb_font_t *original = hb_font_create(face), *subset = hb_font_create(cut);
	hb_codepoint_t a, b;
	hb_glyph_extents_t x, y;
	ck_assert(hb_font_get_nominal_glyph(original, character, &a));
	ck_assert_msg(hb_font_get_nominal_glyph(subset, code, &b), "no glyph for code %04X", code);
	ck_assert(hb_font_get_glyph_extents(original, a, &x) && hb_font_get_glyph_extents(subset, b, &y));
	ck_assert_mem_eq(&x, &y, sizeof x);
	ck_assert_int_eq(hb_font_get_glyph_h_advance(original, a), hb_font_get_glyph_h_advance(subset, b));
	hb_font_destroy(original);
	hb_font_destroy(subset);
	hb_face_destroy(face);
	hb_blob_destroy(blob);
}

START_TEST(a_cut_font_draws_each_code_as_its_character)
{
	struct canvas *c = canvas_create(arena, 100, 100);
	canvas_text(c, FACE_GOTHIC, 9, 0, ANCHOR_LEFT, 0, 0, "点A𠮷検");
	struct typecase tc;
	typecase_fill(&tc, arena, &c, 1);
	ck_assert(subset_make(&tc, FACE_GOTHIC, &out, &fault));
	ck_assert_uint_lt(out.length, 10000); /* of 4 MB */
	hb_blob_t *blob = hb_blob_create(out.data, (unsigned)out.length, HB_MEMORY_MODE_READONLY, NULL, NULL);
	hb_face_t *cut = hb_face_create(blob, 0);
	static const char *const gothic = "/usr/share/fonts/truetype/bizud-gothic/BIZUDGothic-Regular.ttf";
	same_glyph(cut, TYPE_FIRST, gothic, 0x70B9);
	same_glyph(cut, TYPE_FIRST + 1, gothic, 'A');
	same_glyph(cut, TYPE_FIRST + tc.font_counts[FACE_GOTHIC] - 1, gothic, 0x691C);
	/* libharu goes back to where its last table begins, and fails where nothing is written there */
	hb_blob_t *last = hb_face_reference_table(cut, HB_TAG('p', 'r', 'e', 'p'));
	ck_assert_uint_gt(hb_blob_get_length(last), 0);
	hb_blob_destroy(last);
	hb_face_destroy(cut);
	hb_blob_destroy(blob);
}
END_TEST

START_TEST(a_book_without_words_is_a_document_too)
{
	struct canvas *const pages[] = {canvas_create(arena, 595, 842)};
	static const struct pdf_info bare = {.issued = 0};
	ck_assert_msg(pdf_write(pages, 1, NULL, 0, &bare, GLYPHS_REFUSE, &out, &fault), "%s", fault.text);
	ck_assert(has(&out, "%%EOF"));
}
END_TEST

Suite *pdf_suite(void);
Suite *
pdf_suite(void)
{
	Suite *s = suite_create("pdf");
	TCase *t = tcase_create("pdf");
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_set_timeout(t, 30); /* the fallback font is made ready in each fork */
	tcase_add_test(t, a_document_is_whole);
	tcase_add_test(t, titles_are_utf_16_with_surrogates);
	tcase_add_test(t, rare_kanji_and_variants_extract_as_they_were_stored);
	tcase_add_test(t, the_same_pages_give_the_same_bytes);
	tcase_add_test(t, two_threads_give_the_same_bytes);
	tcase_add_test(t, a_document_with_a_character_no_font_shows_is_refused_with_its_place);
	tcase_add_test(t, every_kind_of_invisible_character_is_refused);
	tcase_add_test(t, a_long_list_of_missing_characters_ends_with_their_number);
	tcase_add_test(t, when_told_so_a_visible_mark_stands_for_what_is_missing);
	tcase_add_test(t, viewpoint_09_missing_characters_are_named_once_with_their_first_place);
	tcase_add_test(t, a_cut_font_draws_each_code_as_its_character);
	tcase_add_test(t, a_book_without_words_is_a_document_too);
	suite_add_tcase(s, t);
	return s;
}
