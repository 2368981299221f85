#include "web/sheet/sheet_form.h"

#include <string.h>

#include "base/day.h"
#include "base/number.h"
#include "base/utf8.h"
#include "base/words.h"
#include "web/form.h"

enum { NUMBER_MOST = 999999999, REVISION_MOST = 1 << 30 };

struct reading {
	struct arena *arena;
	const struct questionnaire *q;
	flags_t department;
	struct sheet_form *form;
	size_t at;           /* item of the field before: browsers send them in order */
	unsigned char *seen; /* per item, a bit a part; one more for our own fields */
};

enum { SEEN_CHOICE = 1, SEEN_REASON = 2, SEEN_EXTRA = 4, SEEN_NA = 8 };
enum { SEEN_KEY = 1, SEEN_REVISION = 2, SEEN_DO = 4, SEEN_SHOWN = 8, SEEN_KEPT = 16 };

static void
complain(struct reading *r, const struct item *item, enum field_fault fault)
{
	struct sheet_form *f = r->form;
	f->complaints = ARENA_PUSH(r->arena, f->complaints, f->complaint_count);
	f->complaints[f->complaint_count++] = (struct complaint){.item = item, .fault = fault};
}

static bool
read_choice(struct reading *r, const struct item *item, const char *value, struct err *e)
{
	struct answer *answer = &r->form->answers.items[item - r->q->items];
	if (*value == '\0')
		return true;
	answer->choice = item_choice(item, value);
	if (answer->choice == NULL)
		return err_set(e, ERR_INPUT, _("question %s has no such answer"), item->id);
	return true;
}

static bool
read_na(struct reading *r, const struct item *item, const char *value, struct err *e)
{
	struct answer *answer = &r->form->answers.items[item - r->q->items];
	if (*value == '\0')
		return true;
	answer->na = na_find(value);
	return answer->na != NULL || err_set(e, ERR_INPUT, _("question %s has no such answer"), item->id);
}

static void
read_reason(struct reading *r, const struct item *item, const char *value)
{
	r->form->answers.items[item - r->q->items].reason = form_lines(r->arena, value);
	if (utf8_count(value) > REASON_MOST)
		complain(r, item, FAULT_REASON_LONG);
}

static void
read_extra(struct reading *r, const struct item *item, const char *value)
{
	day_t day;
	int64_t number;
	r->form->answers.items[item - r->q->items].extra = form_lines(r->arena, value);
	if (*value == '\0')
		return;
	if (item->scale->text && utf8_count(value) > TEXT_MOST)
		complain(r, item, FAULT_TEXT_LONG);
	else if (item->extra == EXTRA_DATE && !day_parse(value, &day))
		complain(r, item, FAULT_DATE);
	else if (item->extra == EXTRA_NUMBER && !number_parse(value, 0, NUMBER_MOST, &number))
		complain(r, item, FAULT_NUMBER);
}

static bool
is_named(const struct item *item, const char *name, size_t length)
{
	return strncmp(item->id, name, length) == 0 && item->id[length] == '\0';
}

static const struct item *
item_named(struct reading *r, const char *name, size_t length)
{
	for (size_t i = 0; i < r->q->count; i++) {
		size_t at = (r->at + i) % r->q->count;
		if (is_named(&r->q->items[at], name, length)) {
			r->at = at;
			return &r->q->items[at];
		}
	}
	return NULL;
}

static bool
part_fits(const struct item *item, unsigned part)
{
	if (part == SEEN_EXTRA)
		return item->extra != EXTRA_NONE || item->scale->text;
	return part == SEEN_NA ? item_takes_na(item) : !item->scale->text;
}

/* The item whose name the field begins with; *part says which of its fields it is. */
static const struct item *
field_item(struct reading *r, const char *name, unsigned *part)
{
	static const char endings[] = "rxn";
	static const unsigned parts[] = {SEEN_REASON, SEEN_EXTRA, SEEN_NA};
	size_t length = strlen(name);
	const char *ending = length > 2 && name[length - 2] == '-' ? strchr(endings, name[length - 1]) : NULL;
	*part = ending == NULL ? SEEN_CHOICE : parts[ending - endings];
	const struct item *item = item_named(r, name, ending == NULL ? length : length - 2);
	return item != NULL && item_applies(item, r->department) && part_fits(item, *part) ? item : NULL;
}

/* True when it is met for the second time. */
static bool
seen_before(struct reading *r, size_t at, unsigned part)
{
	bool before = (r->seen[at] & part) != 0;
	r->seen[at] |= (unsigned char)part;
	return before;
}

static unsigned
own_part(const char *name)
{
	if (strcmp(name, "form_key") == 0)
		return SEEN_KEY;
	if (strcmp(name, "revision") == 0)
		return SEEN_REVISION;
	if (strcmp(name, "shown") == 0)
		return SEEN_SHOWN;
	if (strcmp(name, "kept") == 0)
		return SEEN_KEPT;
	return strcmp(name, "do") == 0 ? SEEN_DO : 0;
}

static bool
read_do(struct sheet_form *f, const char *value, struct err *e)
{
	static const char *const words[] = {
		[DO_SAVE] = "save",
		[DO_SUBMIT] = "submit",
		[DO_EVIDENCE] = "evidence",
		[DO_PREVIOUS] = "previous",
		[DO_CURRENT] = "current",
	};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		if (strcmp(value, words[i]) == 0) {
			f->what = (enum sheet_do)i;
			return true;
		}
	}
	return err_set(e, ERR_INPUT, _("the form says neither save nor submit"));
}

static bool
read_own_field(struct sheet_form *f, unsigned part, const char *value, struct err *e)
{
	int64_t number;
	if (part == SEEN_REVISION) {
		if (!number_parse(value, 0, REVISION_MOST, &number))
			return err_set(e, ERR_INPUT, _("the form does not say which state it was made from"));
		f->revision = (int)number;
	}
	if ((part == SEEN_SHOWN && !number_parse(value, 0, INT64_MAX, &f->shown)) ||
		(part == SEEN_KEPT && !number_parse(value, 0, INT64_MAX, &f->kept)))
		return err_set(e, ERR_INPUT, _("the form does not say which state it was made from"));
	return part != SEEN_DO || read_do(f, value, e);
}

static bool
read_field(struct reading *r, const struct http_field *field, struct err *e)
{
	if (field->filename != NULL || strlen(field->value) != field->length ||
		!utf8_plain(field->value, field->length))
		return err_set(e, ERR_INPUT, _("a field holds something that is not text"));
	unsigned part = own_part(field->name);
	bool own = part != 0;
	const struct item *item = own ? NULL : field_item(r, field->name, &part);
	if (item == NULL && !own)
		return err_set(e, ERR_INPUT, _("the form has a field that does not belong to it"));
	if (seen_before(r, own ? r->q->count : (size_t)(item - r->q->items), part))
		return err_set(e, ERR_INPUT, _("a field of the form was sent twice"));
	if (own)
		return read_own_field(r->form, part, field->value, e);
	if (part == SEEN_CHOICE)
		return read_choice(r, item, field->value, e);
	if (part == SEEN_NA)
		return read_na(r, item, field->value, e);
	if (part == SEEN_REASON)
		read_reason(r, item, field->value);
	else
		read_extra(r, item, field->value);
	return true;
}

bool
sheet_form_read(struct arena *a, const struct questionnaire *q, flags_t department,
	const struct http_field *fields, size_t count, struct sheet_form *out, struct err *e)
{
	*out = (struct sheet_form){.answers = answers_none(a, q), .revision = -1};
	struct reading r = {.arena = a,
		.q = q,
		.department = department,
		.form = out,
		.seen = ARENA_ARRAY(a, unsigned char, q->count + 1)};
	for (size_t i = 0; i < count; i++) {
		if (!read_field(&r, &fields[i], e))
			return false;
	}
	if (out->revision < 0)
		return err_set(e, ERR_INPUT, _("the form does not say which state it was made from"));
	return true;
}

const struct http_field *
sheet_form_fields(struct arena *a, const struct http_request *rq, size_t *count)
{
	*count = http_field_count(rq);
	struct http_field *fields = ARENA_ARRAY(a, struct http_field, *count + 1);
	for (size_t i = 0; i < *count; i++)
		fields[i] = *http_field_at(rq, i);
	return fields;
}
