#include "web/sheet/sheet_row.h"

#include <string.h>

#include "domain/organisation/role.h"
#include "web/show.h"

static instant_t
latest_of(const struct sheet *s)
{
	const instant_t times[] = {s->excluded_at, s->returned_at, s->confirmed_at, s->told_at, s->draft_at};
	for (size_t i = 0; i < sizeof times / sizeof *times; i++)
		if (times[i] != 0)
			return times[i];
	return 0;
}

void
sheet_fill_row(struct call *c, struct dict *row, const struct sheet *s)
{
	show_number(row, "sheet_id", s->id);
	show_unit(row, s);
	dict_set(row, "person_name", s->person_name);
	dict_set(row, "person_kind", s->person_kind);
	dict_set(row, "department", s->department_name);
	if (s->person_id == 0)
		dict_show(row, "unnamed");
	else if (strcmp(s->person_name, s->unit_name) != 0)
		dict_show(row, "named");
	show_sheet_state(row, "state", s);
	show_instant(row, c->arena, "at", latest_of(s));
	show_typed(row, c->arena, s, (c->account.roles & ROLE_ADMIN) != 0);
	if (s->excluded_at == 0) {
		dict_show(row, "asked_of");
		return;
	}
	struct dict *struck = dict_add(row, "struck");
	dict_show(dict_include(struck, "why", "sheet_exclusion.tpl"), s->excluded_reason);
	dict_set(struck, "excluded_text", s->excluded_text);
}

const char *
sheet_fill_filters(struct call *c, struct dict *d)
{
	const char *asked = http_query(c->http, "state"), *chosen = NULL;
	for (size_t i = 0; i < SHEET_FILTERS; i++) {
		struct dict *row = dict_add(d, "filter");
		bool here = asked != NULL && strcmp(asked, sheet_filters[i]) == 0;
		dict_set(row, "filter_key", sheet_filters[i]);
		dict_set(row, "selected", here ? "selected" : "");
		dict_show(dict_include(row, "filter_word", "sheet_filter.tpl"), sheet_filters[i]);
		if (here)
			chosen = sheet_filters[i];
	}
	return chosen;
}
