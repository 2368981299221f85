#ifndef REPORT_BLOCK_H
#define REPORT_BLOCK_H

/*
 * The kinds of blocks a recipe may name. A block is a row: its name and the
 * function that makes sections out of figures. To add one: a function in a
 * block_*.c, a row in block.c, its words in reports/words.yaml.
 */

#include "report/fill.h"
#include "report/lexicon.h"
#include "report/recipe.h"
#include "report/report.h"
#include "store/audit/audit_plans.h"
#include "store/audit/checklists.h"
#include "store/audit/findings.h"
#include "store/keep/standing.h"
#include "store/risk/risk_settlements.h"
#include "store/sheet/sheets.h"

/* What a recipe may be about (about.h); a set of them for what can be used with several. */
enum about {
	ABOUT_CYCLE = 1 << 0,
	ABOUT_AUDIT = 1 << 1,
	ABOUT_YEAR = 1 << 2, /* the audits of a fiscal year */
	ABOUT_FINDING = 1 << 3,
	ABOUT_AUDITS = ABOUT_AUDIT | ABOUT_YEAR,
	ABOUT_REVISION = 1 << 4, /* an edition of the policy beside the one before */
	ABOUT_RISKS = 1 << 5,    /* the risk assessment of a fiscal year */
	ABOUT_PLAN = 1 << 6,     /* 中期・年度監査計画 */
	ABOUT_ANY = ABOUT_CYCLE | ABOUT_AUDITS | ABOUT_FINDING | ABOUT_REVISION | ABOUT_RISKS | ABOUT_PLAN,
};

/* The checklist of one audit. */
struct audit_lines {
	struct line *list;
	size_t count;
};

/* What not every reader is shown (readers.h). */
enum content {
	CONTENT_PEOPLE,
	CONTENT_SYSTEMS,
	CONTENT_PLACES,
	CONTENT_EVIDENCE,
	CONTENT_DETAILS,
	CONTENT_WORDS,
	CONTENT_WAIVERS,
	CONTENT_SELF_CHECK,
	CONTENT_FACTORS,
	CONTENT_ORDER,
	CONTENT_REVIEWS,
	CONTENTS
};

struct composer {
	struct arena *arena;
	struct store *store;
	struct db *db;
	const struct report_request *request;
	const struct recipe *recipe;
	const struct lexicon *lexicon;
	const struct figures *figures;
	const struct policy *policy; /* the cycle's */
	const char *cited_title, *cited_edition; /* policy_cited.h; NULL: policy's own */
	struct standing standing;    /* of what it is about */
	const struct engagement *audits; /* one, or those of a year in the order of their numbers */
	size_t audit_count;
	struct audit_lines *lines; /* of each */
	const struct finding *finding;
	const struct audit_plan *plan;
	const struct risk_settling *risks; /* of a year's assessment */
	int64_t left_out[CONTENTS]; /* how often, of each kind */
	const struct private_names *private_names; /* NULL: not looked up yet */
	const struct sheet *sheet;   /* of a recipe that is about one; else NULL */
	const char *person_number;   /* of who answers it; "" for nobody */
	struct answers answers;      /* what was submitted, for a filled one */
	double width; /* of charts */
	bool half;    /* of the block at work: its sections stand side by side */
	struct section *sections;
	size_t section_count;
};

struct block_kind {
	const char *name;
	bool (*make)(struct composer *c, const struct recipe_block *b, struct err *e);
	bool paper_only;
	unsigned about; /* with which it can be used */
};
const struct block_kind *block_find(const char *name); /* NULL when unknown */
bool block_has_tables(const struct block_kind *k); /* can have */
size_t block_names(struct arena *a, const char *const **names);
/* ERR_CONFLICT when what it is made from was disposed of: it would say that there had been nothing. */
bool block_possible(struct composer *c, const char *name, struct err *e);

/* ---- for the blocks ---- */

const char *say(const struct composer *c, enum word w); /* from words.yaml */
const char *say_unit(const struct composer *c, enum unit unit); /* 人, システム: what one sheet stands for */
/* The word for sets that persons answer, the other one for the rest; {unit} is filled in. */
const char *say_of(const struct composer *c, enum word people, enum word others);
/* A text of a recipe with its {places} filled in (place.h). Only what it names is looked up: what this edition
 * leaves out is counted where it would have stood. */
const char *placed(struct composer *c, const char *text);
bool subject_is_body(const struct composer *c);
day_t today_of(const struct composer *c); /* the day it is issued */

/* What the body has decided (reports/settings.yaml), as it stands for the cycle. */
const char *decided(const struct composer *c, const char *key);
int decided_number(const struct composer *c, const char *key);

/* The block's heading, paragraphs and note on a new section; section_go_on
 * adds one more without a heading. Both are good until the next call. */
struct section *section_begin(struct composer *c, const struct recipe_block *b);
struct section *section_go_on(struct composer *c);

/* Of a chart that the block wants beside its table; whole on a page of the browser. */
double chart_width(const struct composer *c, const struct recipe_block *b);

const struct canvas *measures_chart(struct composer *c, double width); /* radar */
const struct canvas *trend_chart(struct composer *c, double width);

/* Which departments stand here: all on paper, some at a time on a page. */
struct department_range {
	size_t first, end;
};
struct department_range departments_shown(const struct composer *c);

/* On a page of the browser charts of at most `most` rows each: the first on section s,
 * each other on one of its own. On paper one, which is parted where pages end. */
typedef const struct canvas *chart_maker(struct composer *c, const void *with, size_t from, size_t count);
void charts_make(
	struct composer *c, struct section *s, size_t rows, size_t most, chart_maker *make, const void *with);

/* Tables grow row by row; cells come empty. */
struct grid {
	struct table *table;
	struct table_cell *cells;
	size_t column_count;
	struct arena *arena;
};
struct grid grid_create(struct composer *c, const struct column *columns, size_t count);
struct table_cell *grid_row(struct grid *g);

const char *number_text(struct arena *a, int64_t n);                  /* 1,234 */
const char *percent_text(struct composer *c, const struct figure *f); /* "78.4%" or its mark */
/* Difference in points: "+1.2", "−3.4", "±0.0"; a mark when one side has none. */
const char *difference_text(struct composer *c, const struct figure *now, const struct figure *before);
const char *fraction_text(struct composer *c, const struct figure *f); /* "12 / 18" or the mark */

/* The cell of a percentage: its text and where it opens. what: "all", the key of
 * a measure or the id of an item. */
/* A figure of another year opens in that year's cycle; cycle 0: it opens nowhere. */
struct table_cell cycle_cell(
	struct composer *c, const struct figure *f, int64_t cycle, int64_t department, const char *what);
struct table_cell figure_cell(
	struct composer *c, const struct figure *f, int64_t department, const char *what);
struct table_cell progress_cell(struct composer *c, const struct department_figures *d);

/* How often each outcome was chosen, whatever the scale: done, partly, not done, unknown. */
enum { OUTCOME_DONE, OUTCOME_PARTLY, OUTCOME_NOT, OUTCOME_UNKNOWN, OUTCOME_COUNT };
void outcomes_of(const struct item *i, const struct tally *t, unsigned out[OUTCOME_COUNT]);
/* The note, and that withheld departments are left out of what is shown of the body, when they are. */
const char *note_withheld(struct composer *c, const char *note);
/* Indexes of the measures the set asks about: a table has no row for the others. */
size_t measures_asked(struct composer *c, size_t **indexes);
bool item_scored(const struct item *i);                  /* neither knowledge nor free text */
bool item_hidden(const struct composer *c, size_t item); /* its counts are withheld for the subject */

/* 改善率 of last year's plans and of those of the year before that: no value where there were none. */
bool improved_rates(struct composer *c, struct figure *now, struct figure *before, struct err *e);

/* Items with the lowest 実施率 first; items without a value are left out. */
size_t weakest_items(struct composer *c, size_t most, size_t **indexes);

bool block_letter(struct composer *c, const struct recipe_block *b, struct err *e);
bool block_approval(struct composer *c, const struct recipe_block *b, struct err *e);
bool block_text(struct composer *c, const struct recipe_block *b, struct err *e);
bool block_overview(struct composer *c, const struct recipe_block *b, struct err *e);
bool block_progress(struct composer *c, const struct recipe_block *b, struct err *e);
bool block_kinds(struct composer *c, const struct recipe_block *b, struct err *e);
bool block_measures(struct composer *c, const struct recipe_block *b, struct err *e);
bool block_heat(struct composer *c, const struct recipe_block *b, struct err *e);
bool block_items(struct composer *c, const struct recipe_block *b, struct err *e);
bool block_weakest(struct composer *c, const struct recipe_block *b, struct err *e);
bool block_trend(struct composer *c, const struct recipe_block *b, struct err *e);
bool block_knowledge(struct composer *c, const struct recipe_block *b, struct err *e);
bool block_lessons(struct composer *c, const struct recipe_block *b, struct err *e);
bool block_not_applicable(struct composer *c, const struct recipe_block *b, struct err *e);
bool block_other_sets(struct composer *c, const struct recipe_block *b, struct err *e);
bool block_improvement(struct composer *c, const struct recipe_block *b, struct err *e);
bool block_blank(struct composer *c, const struct recipe_block *b, struct err *e);
bool block_manager_note(struct composer *c, const struct recipe_block *b, struct err *e);
bool block_method(struct composer *c, const struct recipe_block *b, struct err *e);
bool block_agenda(struct composer *c, const struct recipe_block *b, struct err *e);
bool block_points(struct composer *c, const struct recipe_block *b, struct err *e);
bool block_key_figures(struct composer *c, const struct recipe_block *b, struct err *e);
bool block_audit_figures(struct composer *c, const struct recipe_block *b, struct err *e);
bool block_two_charts(struct composer *c, const struct recipe_block *b, struct err *e);
bool block_listed(struct composer *c, const struct recipe_block *b, struct err *e);
bool block_unanswered(struct composer *c, const struct recipe_block *b, struct err *e);
bool block_sheet_head(struct composer *c, const struct recipe_block *b, struct err *e);
bool block_sheet_items(struct composer *c, const struct recipe_block *b, struct err *e);
bool block_sheet_sign(struct composer *c, const struct recipe_block *b, struct err *e);
bool block_na_hidden(struct composer *c, const struct recipe_block *b, struct err *e);
bool block_na_decisions(struct composer *c, const struct recipe_block *b, struct err *e);
bool block_plans(struct composer *c, const struct recipe_block *b, struct err *e);
bool block_plans_before(struct composer *c, const struct recipe_block *b, struct err *e);
bool block_risk_scale(struct composer *c, const struct recipe_block *b, struct err *e);
bool block_risk_matrix(struct composer *c, const struct recipe_block *b, struct err *e);
bool block_risks(struct composer *c, const struct recipe_block *b, struct err *e);
bool block_policy_comparison(struct composer *c, const struct recipe_block *b, struct err *e);
bool block_findings(struct composer *c, const struct recipe_block *b, struct err *e);
bool block_practices(struct composer *c, const struct recipe_block *b, struct err *e);
bool block_remarks(struct composer *c, const struct recipe_block *b, struct err *e);
bool block_findings_by(struct composer *c, const struct recipe_block *b, struct err *e);
bool block_findings_age(struct composer *c, const struct recipe_block *b, struct err *e);
bool block_findings_years(struct composer *c, const struct recipe_block *b, struct err *e);
bool block_audit_waivers(struct composer *c, const struct recipe_block *b, struct err *e);
bool block_plan_outline(struct composer *c, const struct recipe_block *b, struct err *e);
bool block_plan_targets(struct composer *c, const struct recipe_block *b, struct err *e);
bool block_plan_rules(struct composer *c, const struct recipe_block *b, struct err *e);
bool block_plan_coverage(struct composer *c, const struct recipe_block *b, struct err *e);
bool block_audit_outline(struct composer *c, const struct recipe_block *b, struct err *e);
bool block_audit_team(struct composer *c, const struct recipe_block *b, struct err *e);
bool block_audit_items(struct composer *c, const struct recipe_block *b, struct err *e);
bool block_audit_words(struct composer *c, const struct recipe_block *b, struct err *e);
bool block_audit_judged(struct composer *c, const struct recipe_block *b, struct err *e);
bool block_audit_good(struct composer *c, const struct recipe_block *b, struct err *e);
bool block_audit_unchecked(struct composer *c, const struct recipe_block *b, struct err *e);
bool block_audit_findings(struct composer *c, const struct recipe_block *b, struct err *e);
bool block_audit_before(struct composer *c, const struct recipe_block *b, struct err *e);
bool block_audit_evidence(struct composer *c, const struct recipe_block *b, struct err *e);
bool block_audit_samples(struct composer *c, const struct recipe_block *b, struct err *e);
bool block_audit_checklist(struct composer *c, const struct recipe_block *b, struct err *e);
bool block_audit_papers(struct composer *c, const struct recipe_block *b, struct err *e);
bool block_say_do(struct composer *c, const struct recipe_block *b, struct err *e);
bool block_finding_facts(struct composer *c, const struct recipe_block *b, struct err *e);
bool block_finding_plan(struct composer *c, const struct recipe_block *b, struct err *e);
bool block_finding_report(struct composer *c, const struct recipe_block *b, struct err *e);
bool block_finding_moves(struct composer *c, const struct recipe_block *b, struct err *e);
bool block_left_out(struct composer *c, const struct recipe_block *b, struct err *e);
bool block_appendix(struct composer *c, const struct recipe_block *b, struct err *e);

#endif
