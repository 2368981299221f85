/* Who was reminded, as pages of findings, requests and urgent reports show it. */
#include "web/audit/chased.h"
#include "web/show.h"

void
chases_show(struct call *c, struct dict *d, const struct chased *list, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct dict *row = dict_add(d, "chased");
		show_number(row, "reminder_id", list[i].id);
		show_instant(row, c->arena, "planned_at", list[i].planned_at);
		show_instant(row, c->arena, "sent_at", list[i].sent_at);
		dict_set(row, "chased_name", list[i].name);
		dict_show(dict_include(row, "rung_to", "rung_to.tpl"), list[i].recipient);
		dict_show(dict_include(row, "reminder_state", "reminder_state.tpl"), list[i].state);
	}
}
