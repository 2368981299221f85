#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "domain/evidence.h"

static struct buf file = BUF_INIT;

static void
end(void)
{
	buf_free(&file);
}

static void
number(size_t n, int bytes)
{
	for (int i = 0; i < bytes; i++, n >>= 8)
		buf_addc(&file, (char)(n & 0xff));
}

/* A ZIP archive of empty members, as far as its directory goes. */
static void
archive(const char *const *names, size_t count)
{
	buf_clear(&file);
	buf_add(&file, "PK\x03\x04", 4);
	buf_adds(&file, "the members would stand here");
	size_t at = file.length;
	for (size_t i = 0; i < count; i++) {
		buf_add(&file, "PK\x01\x02", 4);
		number(0, 24);
		number(strlen(names[i]), 2);
		number(0, 16);
		buf_adds(&file, names[i]);
	}
	size_t size = file.length - at;
	buf_add(&file, "PK\x05\x06", 4);
	number(0, 4);
	number(count, 2);
	number(count, 2);
	number(size, 4);
	number(at, 4);
	number(0, 2);
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

#define PNG "\x89PNG\r\n\x1a\n\0\0\0\rIHDR1234567890123....\0\0\0\0IEND\xae\x42\x60\x82"

START_TEST(a_kind_is_told_by_the_bytes)
{
	BYTES("%PDF-1.7\n…\nstartxref\n9\n%%EOF\n");
	ck_assert_str_eq(kind("a.pdf"), "pdf");
	ck_assert_str_eq(kind("A.PDF"), "pdf");
	BYTES(PNG);
	ck_assert_str_eq(kind("a.png"), "png");
	BYTES("\xff\xd8\xff\xe0....\xff\xd9");
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
	bytes("", 0);
	ck_assert_str_eq(kind("a.pdf"), "refused");
}
END_TEST

START_TEST(office_documents_without_macros_only)
{
	archive((const char *const[]){"[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"}, 3);
	ck_assert_str_eq(kind("a.docx"), "refused");
	archive((const char *const[]){"word/document.xml"}, 1);
	ck_assert_str_eq(kind("a.docx"), "refused");
	archive((const char *const[]){"[Content_Types].xml", "run.exe"}, 2);
	ck_assert_str_eq(kind("a.docx"), "refused");
	archive((const char *const[]){"[Content_Types].xml", "word/document.xml"}, 2);
	ck_assert_str_eq(kind("a.docm"), "refused");
	ck_assert_str_eq(kind("a.xlsx"), "refused");
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
	static const char *const refused[] = {"", "/", "a/", ".pdf", "a\r\nb.pdf", "a\x01.pdf"};
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
	tcase_add_test(t, office_documents_without_macros_only);
	tcase_add_test(t, damaged_archives_are_refused);
	tcase_add_test(t, a_name_has_no_folders_and_no_tricks);
	suite_add_tcase(s, t);
	return s;
}
