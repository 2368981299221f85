#ifndef DOMAIN_POLICY_STANDARD_H
#define DOMAIN_POLICY_STANDARD_H

/*
 * The body's security standards (対策基準, clause 9) as a table people keep in a
 * spreadsheet: one row an article, with the clauses of the policy it carries out and the
 * questions and audit items that ask about it. Its wording is the body's own and stays as
 * it came.
 */

#include "domain/questionnaire/questionnaire.h"

enum { STANDARD_TEXT_MOST = 4000, STANDARD_TITLE_MOST = 200, STANDARD_ARTICLES_MOST = 2000 };

struct standard_article {
	const char *number, *title, *text; /* 第5条; title may be "" */
	const char **clauses, **items;     /* keys of the policy's clauses, ids of the bank's items */
	size_t clause_count, item_count;
	int line; /* of the file */
};

struct standard {
	struct standard_article *articles; /* in the order of the document */
	size_t count;
};

/* CSV or a workbook: 条番号 and 本文 must be there, 見出し, 条項 and 設問 may. Clauses and items stand
 * side by side in a cell, parted by blanks, commas or 、. NULL when f gained a fault; everything lives
 * in f->arena. */
const struct standard *standard_parse(
	const char *data, size_t length, const char *name, const struct bank *bank, struct faults *f);

/* The first row of such a file, in the order of the columns. */
enum { STANDARD_COLUMNS = 5 };
const char *const *standard_header(struct arena *a);

bool article_is_of(
	const struct standard_article *x, const struct clause *clause); /* or of the clause above it */
bool article_asks(const struct standard_article *x, const char *item);

/* Two editions by the number of the article. */
enum article_change { ARTICLE_NEW, ARTICLE_CHANGED, ARTICLE_GONE, ARTICLE_CHANGES };
struct article_difference {
	enum article_change change;
	const struct standard_article *before, *after; /* one is NULL for new and gone */
};
size_t standard_compare(struct arena *a, const struct standard *before, const struct standard *after,
	struct article_difference **out);

#endif
