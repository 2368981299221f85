#ifndef REPORT_REPORT_H
#define REPORT_REPORT_H

/*
 * Reports and dashboards, composed by recipes (reports/NAME.yaml). A recipe is a
 * list of blocks; a block is a row in a table (block.c) with one function that
 * makes sections out of figures: heading, paragraphs, a chart, a table, a note.
 * The same sections become a page (report_html) or a paper (report_pdf), so the
 * two can never disagree.
 */

#include "base/buf.h"
#include "draw/canvas.h"
#include "draw/pdf.h"
#include "report/figures.h"
#include "store/keep/documents.h"

enum align { ALIGN_LEFT, ALIGN_CENTRE, ALIGN_RIGHT };

struct column {
	const char *title;
	double share; /* of the width; all shares together are 1 */
	enum align align;
};

struct table_cell {
	const char *text;
	const char *link; /* page only: where the figure opens to its numerator …; NULL: none */
	bool strong;
	bool heads; /* paper: a heading, as the first column is with row_headers */
	const char *whole; /* paper: what a text like 同上 stands for, where the row opens a page; NULL: the text */
};

struct table {
	const char *caption;
	const struct column *columns;
	size_t column_count;
	const struct table_cell *cells; /* row-major */
	size_t row_count;
	bool row_headers; /* first column heads its row */
	bool bare;        /* paper: no row of titles */
};

struct section {
	const char *heading; /* NULL: goes on under the one before */
	int level;           /* 1, 2, 3 */
	const char **paragraphs;
	size_t paragraph_count;
	const struct canvas *chart;
	const struct table *table;
	const char *note;
	bool new_page; /* paper only */
	bool numbered; /* paper only: the paragraphs are items "(1) …", their further lines moved in */
	bool beside;   /* paper only: the table stands at the right of the chart */
	bool half;     /* page only: beside the next one where there is room */
	bool paged;    /* page only: further departments are a link away */
	const struct letter *letter;           /* paper only: cover in the form of an official letter */
	const struct approval *approval;       /* paper only: 決裁欄 */
	const struct agenda *agenda;           /* paper only: top of a committee paper */
	const struct sheet_title *sheet_title; /* paper only: top of a 自己点検票 */
};

/* 公文書の体裁: number and date top right, addressee left, sender right, title
 * centred, body, 記, items, 以上, contact. Without a sender only number, date, title and body. */
struct letter {
	const char *number, *date, *addressee, *sender, *title;
	const char **body;
	size_t body_count;
	const char **items;
	size_t item_count;
	const char *contact;
};

struct approval {
	const char *const *titles; /* boxes from the left */
	size_t count;
	const char *const *signs; /* date above name in each box; NULL: room for seals */
};

/* The title of a sheet and, big in a box, the code that tells whose it is. */
struct sheet_title {
	const char *title, *label, *code;
};

/* The top of what a committee is handed: who meets, what it is about, whether it is collected again. */
struct agenda {
	const char *committee, *mark, *date, *sender, *title;
};

struct report {
	const char *name, *title, *label; /* label: 機密性 */
	const char *subject;              /* whom it is about: the body's or the department's name */
	const struct lexicon *lexicon;    /* of reports/words.yaml */
	int edition;                      /* 版 */
	const char *number;               /* 文書番号; "" until it is issued */
	const char *reason;               /* 差替え理由; "" when it replaces nothing */
	const char *foot; /* at the left of every page in place of edition and issue; NULL: those */
	bool draft;       /* 「案」 on every page: the figures are not final */
	const char *issued_by;
	instant_t issued;
	const struct section *sections;
	size_t section_count;
	/* A page shows some departments at a time: these of so many; and what their
	 * number is written behind to open others. */
	size_t first_department, last_department, department_count; /* first from 0, last not included */
	const char *page_url;
	size_t pages; /* of paper it must have, exactly; 0: as many as it needs */
	bool landscape;
	const char *left_out; /* what its readers are not shown, for the log: "people 2, places 1"; "" nothing */
};

enum { REPORT_DEPARTMENTS = 25 }; /* at a time on a page */

/* For whom an edition is made: everything, what the audited department may know, what anybody may (概要版). */
enum readers { READERS_FULL, READERS_AUDITEE, READERS_PUBLIC, READERS_COUNT };
const char *readers_key(enum readers r);  /* "full" "auditee" "public" */
enum readers readers_of(const char *key); /* READERS_COUNT when unknown */
extern const char *const reader_keys[READERS_COUNT];

struct report_request {
	const char *name;                /* of the recipe */
	const char *set_key;             /* NULL: the recipe's own */
	int64_t cycle_id, department_id; /* department 0: the body */
	int64_t sheet_id;                /* for a recipe that is about one sheet */
	int64_t about_id;                /* for one that is about something else than a cycle: which */
	int64_t reader_id;               /* an account: what it may not know of yet is in no list; 0: all is */
	enum readers readers;
	instant_t now;                   /* issue time */
	const char *issued_by;
	const struct document *document; /* what it is issued as; NULL: not */
	const char *base_url; /* for a page: links to figures are base_url/CYCLE/SET/DEPARTMENT/WHAT; NULL:
				 for paper */
	const char *page_url; /* for a page: of links to further departments, "?page=" */
	size_t page;          /* for a page: which departments, from 1; 0 is the first too */
	bool tables;          /* for its tables only, of a page or a paper */
	bool unissued;        /* a draft as long as no edition was issued, though it is settled */
};

struct recipe_name {
	const char *name, *title;
	bool department, body; /* for which it can be made */
	bool paper, page;
	bool sheet;    /* about one sheet */
	bool numbered; /* issued with a number once what it shows is settled; a draft before */
	const char *about, *settles;     /* "cycle" … (report/about.h), and from which state on it is settled */
	bool readers[READERS_COUNT];     /* for whom, besides everything */
	bool tables; /* has more than letters */
	bool guarded;                    /* until it is settled, only for who reads the working papers */
	bool told;                       /* goes to the audited department as it is, once it is settled */
};
bool recipe_of_cycle(const struct recipe_name *r); /* about a cycle, or a sheet of it */
bool recipes_list(struct arena *a, struct recipe_name **out, size_t *count, struct err *e);
/* Which one of what the recipe is about a person means: R08-A02 …; ERR_INPUT for one that is about a cycle. */
bool report_about(struct store *s, struct arena *a, const char *recipe, const char *name, int64_t *id,
	struct err *e);
/* Every recipe and the words can be used; else e names every fault with file and line. */
bool recipes_check(struct err *e);

/* 総第12号 */
const char *document_number_text(struct arena *a, const struct lexicon *w, const struct document *d);
/* The set a recipe is about in a cycle: its own, or the cycle's first where it has not that one. */
bool report_set(struct store *s, struct arena *a, const char *recipe, int64_t cycle_id, const char **set,
	struct err *e);

/* …（案） while it is a draft. */
const char *report_full_title(struct arena *a, const struct report *r);

bool report_make(
	struct store *s, struct arena *a, const struct report_request *rq, struct report *out, struct err *e);

/* Lays the report out on A4 and prints it. */
bool report_pdf(
	struct arena *a, const struct report *r, enum glyph_gate gate, struct buf *out, struct err *e);
/* The pages before printing, for tests. */
size_t report_pages(struct arena *a, const struct report *r, struct canvas ***pages,
	struct pdf_outline **outline, size_t *outline_count);

#endif
