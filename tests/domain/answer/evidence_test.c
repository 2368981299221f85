#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "domain/answer/evidence.h"
#include "zip/zip.h"

static struct buf file = BUF_INIT;

static void
end(void)
{
	buf_free(&file);
}

/* An archive of these members, name and what it holds in turn. */
static void
archive_of(const char *const *members, size_t count)
{
	struct err e = {0};
	struct bundle *b = bundle_create(0);
	buf_clear(&file);
	for (size_t i = 0; i < count; i++)
		ck_assert_msg(
			bundle_add(b, members[2 * i], members[2 * i + 1], strlen(members[2 * i + 1]), &e),
			"%s", e.text);
	ck_assert_msg(bundle_finish(b, &file, &e), "%s", e.text);
	bundle_destroy(b);
}

static void
archive(const char *const *names, size_t count)
{
	const char *members[16];
	for (size_t i = 0; i < count; i++) {
		members[2 * i] = names[i];
		members[2 * i + 1] = "<xml/>";
	}
	archive_of(members, count);
}

/* The same length instead, wherever it stands. */
static void
patch(const char *was, const char *is)
{
	size_t n = strlen(was), found = 0;
	ck_assert_uint_eq(strlen(is), n);
	for (char *at = file.data; (at = memmem(at, (size_t)(file.data + file.length - at), was, n)) != NULL;
		at += n, found++)
		memcpy(at, is, n);
	ck_assert_uint_gt(found, 0);
}

static const char *
kind(const char *name)
{
	struct err e = {0};
	const struct evidence_kind *k = evidence_kind_of(name, file.data, file.length, &e);
	ck_assert_int_eq(e.kind, k == NULL ? ERR_INPUT : ERR_NONE);
	return k == NULL ? "refused" : k->key;
}

static void
bytes(const char *data, size_t length)
{
	buf_clear(&file);
	buf_add(&file, data, length);
}

#define BYTES(text) bytes(text, sizeof(text) - 1)

/* A name of its own for every part: the chunk's length, name, content, checksum. */
#define PNG_BEGIN "\x89PNG\r\n\x1a\n\0\0\0\rIHDR1234567890123...."
#define PNG_END   "\0\0\0\0IEND\xae\x42\x60\x82"
#define PNG       PNG_BEGIN "\0\0\0\5IDAT12345...." PNG_END
/* Begin, a header, the frame, the scan with some data, end. */
#define JPEG_HEAD "\xff\xd8\xff\xe0\0\6JFIF\xff\xc0\0\4.."
#define JPEG_SCAN "\xff\xda\0\4..data\xff\0data"
#define JPEG      JPEG_HEAD JPEG_SCAN "\xff\xd9"

START_TEST(a_kind_is_told_by_the_bytes)
{
	BYTES("%PDF-1.7\n…\nstartxref\n9\n%%EOF\n");
	ck_assert_str_eq(kind("a.pdf"), "pdf");
	ck_assert_str_eq(kind("A.PDF"), "pdf");
	BYTES(PNG);
	ck_assert_str_eq(kind("a.png"), "png");
	BYTES(JPEG);
	ck_assert_str_eq(kind("a.jpg"), "jpeg");
	ck_assert_str_eq(kind("a.b.jpeg"), "jpeg");
	archive((const char *const[]){"[Content_Types].xml", "_rels/.rels", "word/document.xml"}, 3);
	ck_assert_str_eq(kind("a.docx"), "docx");
	archive((const char *const[]){"xl/workbook.xml", "[Content_Types].xml"}, 2);
	ck_assert_str_eq(kind("a.xlsx"), "xlsx");
	archive((const char *const[]){"[Content_Types].xml", "ppt/presentation.xml"}, 2);
	ck_assert_str_eq(kind("a.pptx"), "pptx");
}
END_TEST

START_TEST(what_is_not_what_its_name_says_is_refused)
{
	BYTES("%PDF-1.7\n%%EOF\n");
	ck_assert_str_eq(kind("a.png"), "refused");
	ck_assert_str_eq(kind("a.pdf.exe"), "refused");
	ck_assert_str_eq(kind("pdf"), "refused");
	ck_assert_str_eq(kind(""), "refused");
	BYTES("MZ\x90\0\x03\0\0\0 a program");
	ck_assert_str_eq(kind("a.pdf"), "refused");
	BYTES("<!DOCTYPE html><script>alert(1)</script>");
	ck_assert_str_eq(kind("a.png"), "refused");
	BYTES("MZ%PDF-1.7 %%EOF");
	ck_assert_str_eq(kind("a.pdf"), "refused");
	BYTES("%PDF-1.7 cut in the middle");
	ck_assert_str_eq(kind("a.pdf"), "refused");
	BYTES("\xff\xd8\xff\xe0 cut");
	ck_assert_str_eq(kind("a.jpg"), "refused");
	BYTES("\xff\xd8\xff\xe0<script>\xff\xd9"); /* begins and ends like a picture */
	ck_assert_str_eq(kind("a.jpg"), "refused");
	BYTES(JPEG_SCAN "\xff\xd9");
	ck_assert_str_eq(kind("a.jpg"), "refused");
	BYTES(JPEG_HEAD JPEG_SCAN); /* without its end */
	ck_assert_str_eq(kind("a.jpg"), "refused");
	BYTES(PNG "PK\3\4 and an archive behind it");
	ck_assert_str_eq(kind("a.png"), "refused");
	BYTES(PNG_BEGIN "\0\0\xff\xffIDAT12345...." PNG_END); /* a chunk longer than the file */
	ck_assert_str_eq(kind("a.png"), "refused");
	bytes("", 0);
	ck_assert_str_eq(kind("a.pdf"), "refused");
}
END_TEST

START_TEST(a_photograph_with_more_behind_it_is_one)
{
	BYTES(JPEG "SEFT a telephone writes this");
	ck_assert_str_eq(kind("a.jpg"), "jpeg");
	BYTES("\xff\xd8\xff\xff\xe1\0\6Exif\xff\xc2\0\4.." JPEG_SCAN "\xff\xd9"); /* progressive */
	ck_assert_str_eq(kind("a.jpg"), "jpeg");
}
END_TEST

static const char *
why(const char *name)
{
	static struct err e;
	err_clear(&e);
	ck_assert_ptr_null(evidence_kind_of(name, file.data, file.length, &e));
	return e.text;
}

START_TEST(office_documents_without_macros_only)
{
	archive((const char *const[]){"[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"}, 3);
	ck_assert_str_eq(why("a.docx"), "a.docx holds macros; save it without them");
	archive((const char *const[]){"[Content_Types].xml", "word/document.xml", "word/VBAPROJECT.bin"}, 3);
	ck_assert_str_eq(why("a.docx"), "a.docx holds macros; save it without them");
	static const char *const lists[] = {
		"<Types><Default Extension=\"bin\" ContentType=\"application/vnd.ms-office.vbaProject\"/>",
		"<Types><Override ContentType=\"application/vnd.ms-word.document.MACROENABLED.main+xml\"/>",
		"<Types><Override ContentType=\"application/vnd.ms-office.vba&#80;roject\"/>"};
	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
		archive_of((const char *const[]){"[Content_Types].xml", lists[i], "word/document.xml", "<x/>",
				   "word/a.bin", "x"},
			3);
		ck_assert_str_eq(why("a.docx"), "a.docx holds macros; save it without them");
	}
	archive((const char *const[]){"word/document.xml"}, 1);
	ck_assert_str_eq(kind("a.docx"), "refused");
	archive((const char *const[]){"[Content_Types].xml", "run.exe"}, 2);
	ck_assert_str_eq(kind("a.docx"), "refused");
	archive((const char *const[]){"[Content_Types].xml", "word/document.xml"}, 2);
	ck_assert_str_eq(kind("a.docm"), "refused");
	ck_assert_str_eq(kind("a.xlsx"), "refused");
}
END_TEST

START_TEST(documents_made_to_do_harm_are_refused)
{
	enum { LARGE = 8 * 1024 * 1024 };
	static char zeros[LARGE + 1];
	memset(zeros, '0', LARGE);
	archive_of((const char *const[]){"[Content_Types].xml", "<Types/>", "word/document.xml", "<x/>",
			   "word/media/a.bin", zeros},
		3);
	ck_assert_uint_lt(file.length, LARGE / 500);
	ck_assert_str_eq(
		why("a.docx"), "a.docx would unpack to far more than a document holds, so it is not taken");
	archive((const char *const[]){"[Content_Types].xml", "word/document.xml", "word/aa/b.xml"}, 3);
	ck_assert_str_eq(kind("a.docx"), "docx");
	patch("word/aa/b.xml", "word/../b.xml");
	ck_assert_str_eq(kind("a.docx"), "refused");
	patch("word/../b.xml", "/ord/aa/b.xml");
	ck_assert_str_eq(kind("a.docx"), "refused");
	patch("/ord/aa/b.xml", "word\\aa/b.xml");
	ck_assert_str_eq(kind("a.docx"), "refused");
}
END_TEST

START_TEST(what_is_wrong_with_a_file_is_said)
{
	bytes("", 0);
	ck_assert_str_eq(why("a.pdf"), "a.pdf is empty");
	BYTES("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 an old one, or one with a password");
	ck_assert_str_eq(why("a.doc"), "a.doc is of an older Office or locked with a password; save it anew "
				       "as docx, xlsx, pptx or PDF");
}
END_TEST

/* Wherever it is cut, and whatever a byte of its directory says, nothing is read beyond the end. */
START_TEST(damaged_archives_are_refused)
{
	static const char *const names[] = {"[Content_Types].xml", "word/document.xml"};
	archive(names, 2);
	size_t whole = file.length;
	for (size_t length = 0; length < whole; length++) {
		char *copy = malloc(length + 1); /* so that a byte too far is noticed */
		memcpy(copy, file.data, length);
		ck_assert_ptr_null(evidence_kind_of("a.docx", copy, length, NULL));
		free(copy);
	}
	for (size_t i = 4; i < whole; i++) {
		char *copy = malloc(whole);
		memcpy(copy, file.data, whole);
		copy[i] = (char)0xff;
		(void)evidence_kind_of("a.docx", copy, whole, NULL);
		free(copy);
	}
}
END_TEST

START_TEST(a_name_has_no_folders_and_no_tricks)
{
	struct arena *a = arena_create();
	ck_assert_str_eq(evidence_name(a, "C:\\課\\台帳 髙.pdf"), "台帳 髙.pdf");
	ck_assert_str_eq(evidence_name(a, "../../etc/a.pdf"), "a.pdf");
	ck_assert_str_eq(evidence_name(a, "葛\U000E0100飾区 𠮷.pdf"), "葛\U000E0100飾区 𠮷.pdf");
	static const char *const refused[] = {"", "/", "a/", ".pdf", "a\r\nb.pdf", "a\x01.pdf", "   .pdf",
		"\u3000.pdf", "\u202Efdp.exe", "報告\u202Etxt.pdf", "a\u200Bb.pdf", "\uFEFFa.pdf",
		"a\u2066b.pdf"};
	for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
		ck_assert_ptr_null(evidence_name(a, refused[i]));
	char most[EVIDENCE_NAME_MOST + 2];
	memset(most, 'a', sizeof most);
	most[EVIDENCE_NAME_MOST] = '\0';
	ck_assert_ptr_nonnull(evidence_name(a, most));
	most[EVIDENCE_NAME_MOST] = 'a';
	most[EVIDENCE_NAME_MOST + 1] = '\0';
	ck_assert_ptr_null(evidence_name(a, most));
	arena_destroy(a);
}
END_TEST

Suite *evidence_suite(void);

Suite *
evidence_suite(void)
{
	Suite *s = suite_create("evidence");
	TCase *t = tcase_create("evidence");
	tcase_add_checked_fixture(t, NULL, end);
	tcase_add_test(t, a_kind_is_told_by_the_bytes);
	tcase_add_test(t, what_is_not_what_its_name_says_is_refused);
	tcase_add_test(t, a_photograph_with_more_behind_it_is_one);
	tcase_add_test(t, office_documents_without_macros_only);
	tcase_add_test(t, documents_made_to_do_harm_are_refused);
	tcase_add_test(t, what_is_wrong_with_a_file_is_said);
	tcase_add_test(t, damaged_archives_are_refused);
	tcase_add_test(t, a_name_has_no_folders_and_no_tricks);
	suite_add_tcase(s, t);
	return s;
}
