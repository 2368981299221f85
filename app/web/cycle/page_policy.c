/* The policy as a tree: every clause with our summary and how many questions ask about it. */
#include "web/pages.h"

#include "web/scope.h"
#include "web/show.h"

struct clause_counts {
	int64_t checks, audits;
};

static struct clause_counts
clause_count(const struct bank *bank, const struct clause *clause)
{
	struct clause_counts n = {0};
	for (size_t s = 0; s < bank->count; s++) {
		const struct questionnaire *q = bank->sets[s];
		for (size_t i = 0; i < q->count; i++) {
			if (q->items[i].clause != clause)
				continue;
			*(q->unit == UNIT_ENGAGEMENT ? &n.audits : &n.checks) += 1;
		}
	}
	return n;
}

void
page_policy(struct call *c)
{
	static const char *const kinds[] = {[CLAUSE_PURPOSE] = "purpose",
		[CLAUSE_DEFINITION] = "definition",
		[CLAUSE_THREAT] = "threat",
		[CLAUSE_SCOPE] = "scope",
		[CLAUSE_DUTY] = "duty"};
	const struct bank *bank = store_bank(c->store);
	const struct policy *p = bank->policy;
	struct dict *page = page_begin(c, p->title);
	dict_set(page, "policy_title", p->title);
	dict_set(page, "policy_edition", p->edition);
	struct dict *top = NULL;
	for (size_t i = 0; i < p->count; i++) {
		const struct clause *clause = &p->clauses[i];
		bool first = clause->parent == NULL || top == NULL;
		struct dict *row = first ? (top = dict_add(page, "chapter")) : dict_add(top, "clause");
		struct clause_counts n = clause_count(bank, clause);
		dict_set(row, "display", clause->display);
		dict_set(row, "clause_title", clause->title);
		dict_set(row, "summary", clause->summary);
		dict_show(row, kinds[clause->kind]);
		if (n.checks > 0)
			show_number(dict_add(row, "checks"), "check_count", n.checks);
		if (n.audits > 0)
			show_number(dict_add(row, "audits"), "audit_count", n.audits);
	}
	if ((c->account.roles & (SEES_EVERY | ROLE_MANAGER)) != 0)
		dict_show(page, "may_procedures");
	if ((c->account.roles & SEES_EVERY) != 0)
		dict_show(page, "may_reviews");
	page_show(c, 200, "policy.tpl", page);
}
