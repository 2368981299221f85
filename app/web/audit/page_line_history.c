/* Every state a working paper has been in: who changed what, and from what. */
#include <string.h>

#include "base/words.h"
#include "web/audit/checklist_page.h"
#include "web/pages.h"
#include "web/show.h"

static void
judgement_show(struct dict *row, const char *name, enum judgement j)
{
	dict_show(dict_include(row, name, "judgement_word.tpl"), j < JUDGEMENTS ? judgement_key(j) : "none");
}

/* before NULL: the first edition, before which nothing was written. */
static void
changes_fill(struct dict *edition, const struct paper *now, const struct paper *before)
{
	static const struct paper nothing = {.judgement = JUDGEMENTS};
	const struct paper *was = before != NULL ? before : &nothing;
	if (now->judgement != was->judgement) {
		struct dict *row = dict_add(edition, "judged");
		judgement_show(row, "from", was->judgement);
		judgement_show(row, "to", now->judgement);
	}
	if (now->recommended != was->recommended)
		dict_show(edition, now->recommended ? "recommended_set" : "recommended_taken");
	if (now->good != was->good)
		dict_show(edition, now->good ? "good_set" : "good_taken");
	for (size_t i = 0; i < PAPER_TEXTS; i++) {
		const char *former = before != NULL ? before->texts[i] : "";
		if (strcmp(former, now->texts[i]) == 0)
			continue;
		struct dict *row = dict_add(edition, "changed");
		dict_show(dict_include(row, "field", "paper_word.tpl"), paper_fields[i].key);
		dict_set(row, "before_text", former);
		dict_set(row, "after_text", now->texts[i]);
	}
}

static void
acts_fill(struct call *c, struct dict *page, const struct line_acted *acts, size_t count,
	const struct paper_edition *editions, size_t edition_count)
{
	for (size_t i = 0; i < count; i++) {
		struct dict *row = dict_add(page, "acted");
		show_instant(row, c->arena, "at", acts[i].at);
		dict_set(row, "who", acts[i].who);
		dict_show(dict_include(row, "what", "line_word.tpl"), acts[i].name);
		if (strcmp(acts[i].name, "written") != 0) {
			dict_set(dict_add(row, "noted"), "note", acts[i].note);
			continue;
		}
		for (size_t n = 0; n < edition_count; n++)
			if (editions[n].revision == acts[i].revision)
				changes_fill(row, &editions[n].paper,
					n + 1 < edition_count ? &editions[n + 1].paper : NULL);
	}
}

void
page_line_history(struct call *c)
{
	struct err e = {0};
	struct engagement g;
	struct line l;
	unsigned actors;
	struct line_acted *acts;
	struct paper_edition *editions;
	size_t count, edition_count;
	if (!line_of_call(c, &g, &actors, &l, &e) ||
		!line_acts(c->db, c->arena, g.id, l.item, &acts, &count, &e) ||
		!paper_editions(c->db, c->arena, g.id, l.item, &editions, &edition_count, &e)) {
		page_error(c, &e);
		return;
	}
	struct dict *page = page_begin(c, _("History of a working paper"));
	engagement_fill_head(c, page, &g);
	line_fill(c, page, &l);
	acts_fill(c, page, acts, count, editions, edition_count);
	if (count == 0)
		dict_show(page, "none");
	page_show(c, 200, "line_history.tpl", page);
}
