/* What the script is told that saves while someone types. */
#include "web/sheet/sheet_answer.h"

#include "json/json.h"

/* Of the newer save, what gave way to this one. */
static void
add_others(struct call *c, const struct sheet_change *change, struct buf *json)
{
	const struct questionnaire *q = change->answers.questionnaire;
	struct answers others = answers_none(c->arena, q);
	for (size_t i = 0; i < change->replaced_count; i++) {
		size_t at = (size_t)(change->replaced[i] - q->items);
		others.items[at] = change->former.items[at];
	}
	buf_adds(json, ",\"others\":");
	answers_format(&others, json);
}

void
sheet_saved_answer(struct call *c, const struct sheet *s, const struct questionnaire *q,
	const struct sheet_change *change)
{
	struct buf json = BUF_INIT;
	buf_addf(&json,
		"{\"revision\":%d,\"shown\":%lld,\"at\":\"%s\",\"given\":%zu,\"asked\":%zu,\"standing\":%zu",
		change->revision, (long long)c->now, sheet_saved_words(c->arena, c->now),
		answers_given(&change->answers, s->flags), answers_asked(q, s->flags), change->refused_count);
	if (change->merged || change->refused_count > 0) {
		buf_adds(&json, ",\"answers\":");
		answers_format(&change->answers, &json);
	}
	if (change->replaced_count > 0)
		add_others(c, change, &json);
	buf_addc(&json, '}');
	http_answer(c->http, 200, "application/json", &json);
}

void
sheet_faults_answer(
	struct call *c, const struct sheet *s, const struct questionnaire *q, const struct sheet_form *form)
{
	struct buf json = BUF_INIT;
	buf_adds(&json, "{\"faults\":[");
	for (size_t i = 0; i < form->complaint_count; i++) {
		const struct item *item = form->complaints[i].item;
		buf_addf(&json, "%s{\"number\":%zu,\"id\":", i > 0 ? "," : "",
			sheet_item_number(q, s->flags, item));
		json_add(&json, item->id);
		buf_addc(&json, '}');
	}
	buf_adds(&json, "]}");
	http_answer(c->http, 422, "application/json", &json);
}
