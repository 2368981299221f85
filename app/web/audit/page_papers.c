/* All working papers of an audit on one page, for a tablet where the network is poor: opened once, it needs
 * none to be written in. What was typed is kept and sent by static/paper.js. */
#include "base/words.h"
#include "web/audit/checklist_page.h"
#include "web/pages.h"
#include "web/show.h"

void
page_papers(struct call *c)
{
	struct err e = {0};
	struct engagement g;
	struct checklist fixed;
	struct line *list;
	unsigned actors;
	size_t count, answer_count;
	struct line_answer *answers;
	if (!checklist_of_call(c, &g, &actors, &e) || !checklist_find(c->db, c->arena, g.id, &fixed, &e) ||
		!lines_list(c->db, c->arena, g.id, &list, &count, &e) ||
		!line_answers_list(c->db, c->arena, g.id, NULL, &answers, &answer_count, &e)) {
		page_error(c, &e);
		return;
	}
	struct dict *page = page_begin(c, _("Working papers on the spot"));
	bool writable = line_writable(&g, &fixed, actors);
	engagement_fill_head(c, page, &g);
	if (!writable)
		dict_show(page, "closed");
	for (size_t i = 0; writable && i < count; i++) {
		struct dict *row = dict_add(page, "line");
		line_fill(c, row, &list[i]);
		clause_fill_answers(row, answers, answer_count, list[i].clause);
		paper_fill_form(c, row, &g, &list[i], &list[i].paper, list[i].revision);
	}
	page_show(c, 200, "papers.tpl", page);
}
