#include "web/figure/report_scope.h"

#include <string.h>

#include "base/words.h"
#include "store/cycle/cycle_settings.h"
#include "web/pages.h"
#include "web/show.h"

const char report_body[] = "body";

bool
paper_recipe(struct call *c, const char *name, struct recipe_name *out, struct err *e)
{
	struct recipe_name *list;
	size_t count;
	if (!recipes_list(c->arena, &list, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		*out = list[i];
		if (strcmp(list[i].name, name) == 0 && list[i].paper && !list[i].sheet &&
			recipe_of_cycle(&list[i]))
			return true;
	}
	return err_set(e, ERR_ABSENT, _("there is no such report"));
}

static bool
known_report(struct call *c, const char *name, bool body, bool paper, struct err *e)
{
	struct recipe_name *recipes;
	size_t count;
	if (!recipes_list(c->arena, &recipes, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		if (strcmp(recipes[i].name, name) == 0 && (recipes[i].paper || !paper) &&
			recipe_of_cycle(&recipes[i]) &&
			(body ? recipes[i].body : recipes[i].department))
			return true;
	}
	return err_set(e, ERR_ABSENT, _("there is no such report"));
}

bool
report_subject(struct call *c, const char *key, bool paper, struct cycle *cycle,
	struct cycle_department *department, struct err *e)
{
	bool body = strcmp(key, report_body) == 0;
	if (!known_report(c, c->parts[0], body, paper, e) || !scope_cycle(c, c->parts[1], cycle, e))
		return false;
	if (body && !sees_every_department(c))
		return err_set(e, ERR_DENIED, _("the report of the whole body is not for you"));
	return body || scope_department(c, cycle, key, department, e);
}

bool
paper_subject(struct call *c, const char *key, struct paper_subject *out, struct err *e)
{
	*out = (struct paper_subject){.key = key};
	if (!report_subject(c, key, true, &out->cycle, &out->department, e) ||
		!paper_recipe(c, c->parts[0], &out->recipe, e))
		return false;
	out->name = out->department.department_id == 0
			    ? cycle_setting_text(c->db, c->arena, &out->cycle, "body_name")
			    : out->department.name;
	return true;
}

void
show_document(struct call *c, struct dict *d, const struct document *document)
{
	if (document == NULL) {
		dict_show(d, "unissued");
		return;
	}
	struct dict *issued = dict_add(d, "issued");
	struct err e = {0};
	const char *number;
	if (report_number(c->arena, document, &number, &e) && number[0] != '\0')
		dict_set(dict_add(issued, "numbered"), "number", number);
	show_number(issued, "edition", document->edition);
	show_day(issued, c->arena, "issued_day", day_of_instant(document->issued_at));
	dict_set(issued, "issued_by", document->issued_by);
	if (document->reason[0] != '\0')
		dict_set(dict_add(issued, "because"), "reason", document->reason);
}
