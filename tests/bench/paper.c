/*
 * How long a report takes, against bare libharu drawing the same text with the
 * whole fonts.
 *
 *	paper DIR NAME   prints pages, bytes and milliseconds of both (medians)
 */
#include <hpdf.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "base/secret.h"
#include "base/words.h"
#include "draw/font.h"
#include "report/report.h"

enum { RUNS = 9 };

static const char *const files[FACE_COUNT] = {
	[FACE_GOTHIC] = "/usr/share/fonts/truetype/bizud-gothic/BIZUDGothic-Regular.ttf",
	[FACE_GOTHIC_BOLD] = "/usr/share/fonts/truetype/bizud-gothic/BIZUDGothic-Bold.ttf",
	[FACE_MINCHO] = "/usr/share/fonts/truetype/bizud-mincho/BIZUDMincho-Regular.ttf",
};

static double
now_ms(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static int
by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;
	return (x > y) - (x < y);
}

static double
median(double *times)
{
	qsort(times, RUNS, sizeof *times, by_size);
	return times[RUNS / 2];
}

static void
stop(const char *why)
{
	fprintf(stderr, "paper: %s\n", why);
	exit(1);
}

static size_t
bare_write(struct canvas *const *pages, size_t count)
{
	HPDF_Doc doc = HPDF_New(NULL, NULL);
	HPDF_SetCompressionMode(doc, HPDF_COMP_ALL);
	HPDF_UseUTFEncodings(doc);
	HPDF_Font fonts[FACE_COUNT] = {NULL};
	for (size_t p = 0; p < count; p++) {
		HPDF_Page page = HPDF_AddPage(doc);
		HPDF_Page_SetWidth(page, (HPDF_REAL)pages[p]->width);
		HPDF_Page_SetHeight(page, (HPDF_REAL)pages[p]->height);
		HPDF_Page_BeginText(page);
		for (size_t i = 0; i < pages[p]->count; i++) {
			const struct mark *m = &pages[p]->marks[i];
			if (m->kind != MARK_TEXT)
				continue;
			if (fonts[m->face] == NULL)
				fonts[m->face] = HPDF_GetFont(doc,
					HPDF_LoadTTFontFromFile(doc, files[m->face], HPDF_TRUE), "UTF-8");
			HPDF_Page_SetFontAndSize(page, fonts[m->face], (HPDF_REAL)m->size);
			HPDF_Page_TextOut(
				page, (HPDF_REAL)m->x, (HPDF_REAL)(pages[p]->height - m->y), m->text);
		}
		HPDF_Page_EndText(page);
	}
	HPDF_SaveToStream(doc);
	size_t size = HPDF_GetStreamSize(doc);
	HPDF_Free(doc);
	return size;
}

int
main(int argc, char **argv)
{
	if (argc != 3)
		return 2;
	words_init();
	secret_init();
	struct err e = {0};
	struct store *s = store_open(argv[1], &e);
	struct arena *a = arena_create();
	struct cycle c;
	struct db *db = s == NULL ? NULL : store_reader(s, &e);
	if (db == NULL || !fonts_open(&e) || !cycle_current(db, a, &c, &e))
		stop(e.text);
	struct report_request rq = {.name = argv[2], .cycle_id = c.id, .now = c.opened_at, .issued_by = ""};
	double ours[RUNS], bare[RUNS];
	size_t page_count = 0, size = 0, bare_size = 0, outline_count;
	for (int i = 0; i < RUNS; i++) {
		struct report r;
		struct buf out = BUF_INIT;
		double start = now_ms();
		if (!report_make(s, a, &rq, &r, &e) || !report_pdf(a, &r, GLYPHS_REFUSE, &out, &e))
			stop(e.text);
		ours[i] = now_ms() - start;
		size = out.length;
		buf_free(&out);
		struct canvas **pages;
		struct pdf_outline *outline;
		page_count = report_pages(a, &r, &pages, &outline, &outline_count);
		start = now_ms();
		bare_size = bare_write(pages, page_count);
		bare[i] = now_ms() - start;
	}
	double ours_first = ours[0];
	printf("pages: %zu\nbytes: %zu\nbytes_bare: %zu\nms_first: %.1f\nms: %.1f\nms_bare: %.1f\n",
		page_count, size, bare_size, ours_first, median(ours), median(bare));
	arena_destroy(a);
	store_close(s);
	return 0;
}
