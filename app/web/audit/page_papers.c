/* All working papers of an audit on one page, for a tablet where the network is poor: opened once, it needs
 * none to be written in. The form stands there once; static/paper.js makes one for each item of it, keeps
 * what is typed and sends it. */
#include <string.h>

#include "base/words.h"
#include "web/audit/checklist_page.h"
#include "web/pages.h"
#include "web/show.h"

static const char no_item[] = "ITEM"; /* what the script puts the item's number in place of */

static void
value_fill(struct dict *row, const char *name, const char *text)
{
	if (*text == '\0')
		return;
	struct dict *d = dict_add(row, "value");
	dict_set(d, "value_name", name);
	dict_set(d, "value_text", text);
}

static void
values_fill(struct dict *row, const struct line *l)
{
	const struct paper *p = &l->paper;
	show_number(row, "revision", l->revision);
	value_fill(row, "judgement", p->judgement < JUDGEMENTS ? judgement_key(p->judgement) : "");
	value_fill(row, "recommended", p->recommended ? "1" : "");
	value_fill(row, "good", p->good ? "1" : "");
	for (size_t i = 0; i < PAPER_TEXTS; i++)
		value_fill(row, paper_fields[i].key, p->texts[i]);
}

static void
blank_fill(struct call *c, struct dict *page, const struct engagement *g)
{
	const struct line l = {.item = no_item};
	struct paper p = {.judgement = JUDGEMENTS};
	for (size_t i = 0; i < PAPER_TEXTS; i++)
		p.texts[i] = "";
	paper_fill_form(c, dict_add(page, "blank"), g, &l, &p, 0);
}

static bool
papers_fill(struct call *c, struct dict *page, const struct engagement *g, struct err *e)
{
	struct line *list;
	struct line_answer *answers;
	size_t count, answer_count;
	if (!lines_list(c->db, c->arena, g->id, &list, &count, e) ||
		!line_answers_list(c->db, c->arena, g->id, NULL, &answers, &answer_count, e))
		return false;
	blank_fill(c, page, g);
	for (size_t i = 0; i < count; i++) {
		struct dict *row = dict_add(page, "line");
		line_fill(c, row, &list[i]);
		if (i == 0 || strcmp(list[i].clause, list[i - 1].clause) != 0)
			clause_fill_answers(dict_add(row, "head"), answers, answer_count, list[i].clause);
		values_fill(row, &list[i]);
	}
	return true;
}

void
page_papers(struct call *c)
{
	struct err e = {0};
	struct engagement g;
	struct checklist fixed;
	unsigned actors;
	if (!checklist_of_call(c, &g, &actors, &e) || !checklist_find(c->db, c->arena, g.id, &fixed, &e)) {
		page_error(c, &e);
		return;
	}
	struct dict *page = page_begin(c, _("Working papers on the spot"));
	engagement_fill_head(c, page, &g);
	if (!line_writable(&g, &fixed, actors))
		dict_show(page, "closed");
	else if (!papers_fill(c, page, &g, &e)) {
		dict_destroy(page);
		page_error(c, &e);
		return;
	}
	page_show(c, 200, "papers.tpl", page);
}
