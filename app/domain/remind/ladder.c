#include "domain/remind/ladder.h"

#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "base/words.h"

static const char *const to_keys[] = {
	[RUNG_PERSON] = "person", [RUNG_MANAGER] = "manager", [RUNG_HEAD] = "head"};

const char *
rung_to_key(enum rung_to to)
{
	return to_keys[to];
}

bool
rung_to_parse(const char *key, enum rung_to *out)
{
	for (enum rung_to to = RUNG_PERSON; to <= RUNG_HEAD; to++) {
		if (strcmp(to_keys[to], key) == 0) {
			*out = to;
			return true;
		}
	}
	return false;
}

/* ---- texts with places --------------------------------------------------------------------- */

enum { PERSON = 1 << RUNG_PERSON, MANAGERS = 1 << RUNG_MANAGER | 1 << RUNG_HEAD, ALL = PERSON | MANAGERS };

static const struct place {
	const char *name;
	unsigned to; /* whose texts may have it */
	size_t offset;
} places[] = {
	{"name", ALL, offsetof(struct rung_words, name)},
	{"body", ALL, offsetof(struct rung_words, body)},
	{"cycle", ALL, offsetof(struct rung_words, cycle)},
	{"due", ALL, offsetof(struct rung_words, due)},
	{"department", ALL, offsetof(struct rung_words, department)},
	{"link", ALL, offsetof(struct rung_words, link)},
	{"sets", PERSON, offsetof(struct rung_words, sets)},
	{"count", MANAGERS, offsetof(struct rung_words, count)},
	{"names", MANAGERS, offsetof(struct rung_words, names)},
};

static const struct place *
place_find(const char *name, size_t length)
{
	for (size_t i = 0; i < sizeof places / sizeof *places; i++)
		if (strlen(places[i].name) == length && memcmp(places[i].name, name, length) == 0)
			return &places[i];
	return NULL;
}

static bool
places_check(const char *text, enum rung_to to, struct err *e)
{
	while ((text = strpbrk(text, "{}")) != NULL) {
		size_t length = strcspn(++text, "{}");
		const struct place *p = place_find(text, length);
		if (text[-1] != '{' || text[length] != '}' || p == NULL || (p->to & 1u << to) == 0)
			return err_set(e, ERR_INPUT,
				_("\"{%.*s\" is no place this text can have: see the list of places"),
				length < 20 ? (int)length : 20, text);
		text += length + 1;
	}
	return true;
}

const char *
rung_fill(struct arena *a, const char *text, const struct rung_words *w)
{
	struct buf out = BUF_INIT;
	while (*text != '\0') {
		size_t plain = strcspn(text, "{");
		buf_add(&out, text, plain);
		text += plain;
		if (*text == '\0')
			break;
		size_t length = strcspn(text, "}");
		const struct place *p = place_find(text + 1, length - 1);
		if (p != NULL)
			buf_adds(&out, *(const char *const *)((const char *)w + p->offset));
		text += length + (text[length] != '\0');
	}
	const char *filled = arena_strdup(a, out.data == NULL ? "" : out.data);
	buf_free(&out);
	return filled;
}

static bool
text_fits(const char *text, int most, bool lines, struct err *e)
{
	if (*text == '\0' || utf8_count(text) > (size_t)most)
		return err_set(e, ERR_INPUT,
			_("a reminder has a subject of at most %d and a text of at most %d"
			  " characters"),
			RUNG_SUBJECT_MOST, RUNG_TEXT_MOST);
	return (utf8_plain(text, strlen(text)) && (lines || strpbrk(text, "\r\n\t") == NULL)) ||
	       err_set(e, ERR_INPUT, _("the subject of a reminder is one line of plain text"));
}

bool
rung_check(const struct rung *r, struct err *e)
{
	if (r->days < -RUNG_DAYS_MOST || r->days > RUNG_DAYS_MOST)
		return err_set(e, ERR_INPUT,
			_("reminders are sent at most %d days before or after the due day"), RUNG_DAYS_MOST);
	return text_fits(r->subject, RUNG_SUBJECT_MOST, false, e) &&
	       text_fits(r->text, RUNG_TEXT_MOST, true, e) && places_check(r->subject, r->to, e) &&
	       places_check(r->text, r->to, e);
}

/* ---- days --------------------------------------------------------------------------------------- */

day_t
rung_day(const struct rung *r, const struct calendar *c, day_t due)
{
	day_t day = due + r->days;
	return r->days <= 0 ? open_day_before(c, day) : open_day_after(c, day);
}

const struct rung *
ladder_pick(const struct rung *rungs, size_t count, enum rung_to to, const struct calendar *c, day_t due_day,
	day_t opened, day_t today, const bool *taken, size_t *settled, size_t *settled_count)
{
	const struct rung *pick = NULL;
	int climbed = -RUNG_DAYS_MOST - 1; /* the highest rung that was */
	*settled_count = 0;
	for (size_t i = 0; i < count; i++)
		if (rungs[i].to == to && taken[i] && rungs[i].days > climbed)
			climbed = rungs[i].days;
	for (size_t i = 0; i < count; i++) {
		day_t day = rung_day(&rungs[i], c, due_day);
		if (rungs[i].to != to || !rungs[i].used || taken[i] || day > today)
			continue;
		settled[(*settled_count)++] = i;
		if (day > opened && rungs[i].days > climbed && (pick == NULL || rungs[i].days > pick->days))
			pick = &rungs[i];
	}
	return pick;
}
