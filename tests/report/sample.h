#ifndef TESTS_REPORT_SAMPLE_H
#define TESTS_REPORT_SAMPLE_H

/* Reports put together by hand, for tests of the layout. */

#include <check.h>
#include <string.h>

#include "report/lexicon.h"
#include "report/report.h"

static inline struct report
sample_report(struct arena *a, struct section *sections, size_t count)
{
	struct faults f = {.arena = a};
	const struct lexicon *w = lexicon_load(&f);
	if (w == NULL)
		ck_abort_msg("%s", f.items[0].text);
	return (struct report){.name = "sample",
		.title = "令和8年度自己点検結果報告書",
		.label = "機密性2・取扱注意",
		.subject = "総務課",
		.lexicon = w,
		.edition = 2,
		.issued_by = "事務局",
		.issued = instant_of_day(day_of(2027, 2, 1)) + 10 * 3600 + 12 * 60,
		.sections = sections,
		.section_count = count};
}

static inline struct letter *
sample_letter(struct arena *a)
{
	static const char *const body[] = {
		"このことについて、情報セキュリティ基本方針7に基づき実施した自己点検の"
		"結果を、下記のとおり報告します。"};
	static const char *const items[] = {"点検の対象　総務課ほか7課",
		"実施期間　令和8年10月1日から10月30日まで", "添付　自己点検結果（別紙）"};
	struct letter *l = ARENA_NEW(a, struct letter);
	*l = (struct letter){.number = "総第123号",
		.date = "令和9年2月1日",
		.addressee = "企業長　様",
		.sender = "情報セキュリティ事務局長",
		.title = "令和8年度自己点検の結果について（報告）",
		.body = (const char **)body,
		.body_count = 1,
		.items = (const char **)items,
		.item_count = 3,
		.contact = "情報セキュリティ事務局（総務課）\n電話　内線123"};
	return l;
}

static inline char *
sample_repeat(struct arena *a, const char *text, size_t times)
{
	size_t length = strlen(text);
	char *out = arena_alloc(a, length * times + 1);
	for (size_t i = 0; i < times; i++)
		memcpy(out + i * length, text, length);
	return out;
}

/* Two columns: a running number and `text`. */
static inline struct table *
sample_table(struct arena *a, size_t rows, const char *text)
{
	static const struct column columns[] = {{"番号", 0.2, ALIGN_RIGHT}, {"設問", 0.8, ALIGN_LEFT}};
	struct table *t = ARENA_NEW(a, struct table);
	struct table_cell *cells = ARENA_ARRAY(a, struct table_cell, rows * 2);
	for (size_t i = 0; i < rows; i++) {
		cells[i * 2].text = arena_printf(a, "N%zu", i + 1);
		cells[i * 2 + 1].text = text;
	}
	*t = (struct table){.caption = "表の題名",
		.columns = columns,
		.column_count = 2,
		.cells = cells,
		.row_count = rows,
		.row_headers = true};
	return t;
}

#endif
