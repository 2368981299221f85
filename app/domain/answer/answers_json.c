/* Answers as the document that is stored, and back. */
#include <string.h>

#include "base/utf8.h"
#include "base/words.h"
#include "domain/answer/answers.h"
#include "json/json.h"

enum { EXTRA_LONGEST = 32 };

struct reader {
	struct arena *arena;
	struct answers *answers;
	size_t next; /* documents stand in the order of the items, so look here first */
};

static struct answer *
answer_of(struct reader *r, const char *id, const struct item **item)
{
	const struct questionnaire *q = r->answers->questionnaire;
	for (size_t tried = 0; tried < q->count; tried++) {
		size_t i = (r->next + tried) % q->count;
		if (strcmp(q->items[i].id, id) == 0) {
			r->next = i;
			*item = &q->items[i];
			return &r->answers->items[i];
		}
	}
	return NULL;
}

static bool
choice_take(struct answer *a, const struct item *i, const char *code, struct err *e)
{
	a->choice = item_choice(i, code);
	return a->choice != NULL || err_set(e, ERR_INPUT, _("%s has no answer \"%s\""), i->id, code);
}

static bool
na_take(struct answer *a, const struct item *i, const char *key, struct err *e)
{
	a->na = na_find(key);
	return a->na != NULL || err_set(e, ERR_INPUT, _("%s: there is no reason \"%s\""), i->id, key);
}

static bool
text_take(struct reader *r, const struct item *i, const char *text, size_t most, const char **out,
	struct err *e)
{
	if (!utf8_plain(text, strlen(text)))
		return err_set(e, ERR_INPUT, _("the text of %s holds control characters"), i->id);
	if (utf8_count(text) > most)
		return err_set(e, ERR_INPUT, _("the text of %s is longer than %zu characters"), i->id, most);
	*out = arena_strdup(r->arena, text);
	return true;
}

static bool
answer_take(void *context, const char *key, const char *name, const char *text, struct err *e)
{
	struct reader *r = context;
	const struct item *i = NULL;
	struct answer *a = answer_of(r, key, &i);
	if (a == NULL)
		return err_set(e, ERR_INPUT, _("this question set has no question \"%s\""), key);
	if (i->scale->text && name != NULL && strcmp(name, "t") == 0)
		return text_take(r, i, text, TEXT_MOST, &a->extra, e);
	if (!i->scale->text && (name == NULL || strcmp(name, "c") == 0))
		return choice_take(a, i, text, e);
	if (!i->scale->text && strcmp(name, "n") == 0)
		return na_take(a, i, text, e);
	if (!i->scale->text && strcmp(name, "r") == 0)
		return text_take(r, i, text, REASON_MOST, &a->reason, e);
	if (i->extra != EXTRA_NONE && strcmp(name, "x") == 0)
		return text_take(r, i, text, EXTRA_LONGEST, &a->extra, e);
	return err_set(e, ERR_INPUT, _("%s takes no \"%s\""), key, name != NULL ? name : text);
}

bool
answers_parse(
	struct arena *a, const struct questionnaire *q, const char *json, struct answers *out, struct err *e)
{
	*out = answers_none(a, q);
	struct reader r = {.arena = a, .answers = out};
	return json[0] == '\0' || json_read(json, answer_take, &r, e);
}

static void
member_add(struct buf *out, bool *first, const char *name, const char *text)
{
	if (text[0] == '\0')
		return;
	buf_adds(out, *first ? "" : ",");
	json_add(out, name);
	buf_addc(out, ':');
	json_add(out, text);
	*first = false;
}

static void
answer_format(const struct item *i, const struct answer *a, struct buf *out)
{
	const char *code = a->choice != NULL ? a->choice->code : "";
	bool first = true;
	if (a->na == NULL && a->reason[0] == '\0' && a->extra[0] == '\0') {
		json_add(out, code);
		return;
	}
	buf_addc(out, '{');
	member_add(out, &first, "c", code);
	member_add(out, &first, "n", a->na != NULL ? a->na->key : "");
	member_add(out, &first, "r", a->reason);
	member_add(out, &first, i->scale->text ? "t" : "x", a->extra);
	buf_addc(out, '}');
}

void
answers_format(const struct answers *s, struct buf *out)
{
	bool first = true;
	buf_addc(out, '{');
	for (size_t i = 0; i < s->questionnaire->count; i++) {
		const struct answer *a = &s->items[i];
		if (a->choice == NULL && a->reason[0] == '\0' && a->extra[0] == '\0')
			continue;
		buf_adds(out, first ? "" : ",");
		json_add(out, s->questionnaire->items[i].id);
		buf_addc(out, ':');
		answer_format(&s->questionnaire->items[i], a, out);
		first = false;
	}
	buf_addc(out, '}');
}
