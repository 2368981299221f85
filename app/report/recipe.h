#ifndef REPORT_RECIPE_H
#define REPORT_RECIPE_H

/*
 * A recipe (reports/NAME.yaml): what a report or a dashboard is made of.
 *
 *	title: 自己点検結果報告書（部署別）   # in lists
 *	heading: "{fiscal_year} …"          # on every page
 *	paper: 1                            # can be printed
 *	page: 0                             # can be shown in the browser
 *	department: 1                       # can be made for one department
 *	body: 0                             # … for the body as a whole
 *	sheet: 1                            # … for one sheet (自己点検票); filled: 1 with its answers
 *	foot: "{sheet_code}"                # at the left of every page in place of edition and issue
 *	numbered: 1                         # gets a number and an edition when it is issued
 *	set: staff
 *	pages: 2                            # paper: exactly so many, or it is refused
 *	blocks:
 *	  - block: overview                 # a row of block.c
 *	    heading: 1 実施概要
 *	    level: 1
 *	    paragraphs: […]                 # words with {places}, see place.c
 *	    items: […]                      # letter: the numbered ones
 *	    note: …
 *	    title: …                        # letter: its title
 *	    count: 5                        # weakest, improvement: how many
 *	    new_page: 1                     # paper: begins a page
 *	    brief: 1                        # letter: number, date and title only; items: the chart without
 *its table; weakest, overview: in brief; # not_applicable: only what is above the bound; # practices: nothing
 *where there is none half: 1                         # page: its sections stand side by side beside: 1 #
 *paper; measures, trend: the table at the right of the chart
 */

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/err.h"
#include "yaml/yaml.h"

struct recipe_block {
	const char *block, *heading, *title, *note; /* NULL when left out */
	const char **paragraphs, **items;
	size_t paragraphs_count, items_count;
	const char *setting; /* listed: whose lines; audit_words: which part */
	const char *audited; /* listed: whose lines follow where there are audits or findings */
	int level, count;
	bool new_page, brief, half, beside;
	bool to_body; /* letter: to whom the body reports, whatever department it is about */
	const char *sender, *addressee; /* letter: settings that say whose letter it is, and to whom; NULL: as usual */
	int line;
};

struct recipe {
	const char *name;                         /* of the file, without .yaml */
	const char *title, *heading, *set, *foot; /* set NULL: about no cycle; foot: NULL for the usual */
	const char *about, *settles;                    /* report/about.h; NULL: a cycle, once its figures are final */
	const char **readers;                           /* NULL: everybody reads the same */
	size_t readers_count;
	bool paper, page, department, body, numbered, sheet, filled, landscape;
	bool guarded; /* until it is settled, only for who reads the working papers */
	bool told;    /* goes to the audited department as it is, once it is settled */
	int pages; /* of paper, exactly; 0: as many as it needs */
	struct recipe_block *blocks;
	size_t blocks_count;
};

/* NULL when f gained a fault: a name that is no recipe, an unknown block, an
 * unknown place … */
const struct recipe *recipe_load(const char *name, struct faults *f);
const struct recipe *recipe_parse(const char *yaml, size_t length, const char *name, struct faults *f);

/* The names of all recipes, sorted. */
bool recipe_names(struct arena *a, char ***names, size_t *count, struct err *e);

#endif
