#include "web/form.h"

#include <string.h>

#include "base/utf8.h"
#include "base/words.h"

static bool
is_known(const char *const names[], const char *name)
{
	if (strcmp(name, "form_key") == 0 || strcmp(name, "once") == 0)
		return true;
	for (; *names != NULL; names++) {
		size_t length = strlen(*names);
		bool open = length > 0 && (*names)[length - 1] == '*';
		if (open ? strncmp(*names, name, length - 1) == 0 : strcmp(*names, name) == 0)
			return true;
	}
	return false;
}

bool
form_knows(struct call *c, const char *const names[], struct err *e)
{
	for (size_t i = 0; i < http_field_count(c->http); i++) {
		const char *name = http_field_at(c->http, i)->name;
		if (!is_known(names, name))
			return err_set(e, ERR_INPUT, _("This form has no field \"%s\"."), name);
	}
	return true;
}

bool
form_check(struct call *c, const char *const names[], struct err *e)
{
	for (size_t i = 0; i < http_field_count(c->http); i++) {
		const struct http_field *f = http_field_at(c->http, i);
		if (f->filename == NULL &&
			(strlen(f->value) != f->length || !utf8_plain(f->value, f->length)))
			return err_set(e, ERR_INPUT, _("a field holds something that is not text"));
	}
	return form_knows(c, names, e);
}

bool
form_has_only(struct call *c, const char *prefix, size_t known, struct err *e)
{
	size_t sent = 0;
	for (size_t i = 0; i < http_field_count(c->http); i++)
		sent += strncmp(http_field_at(c->http, i)->name, prefix, strlen(prefix)) == 0;
	return sent == known || err_set(e, ERR_INPUT, _("the form has a field that does not belong to it"));
}

const char *
form_lines(struct arena *a, const char *text)
{
	if (strchr(text, '\r') == NULL)
		return arena_strdup(a, text);
	char *out = arena_alloc(a, strlen(text) + 1), *to = out;
	for (const char *at = text; *at != '\0'; at++) {
		if (*at == '\r' && at[1] == '\n')
			continue;
		*to++ = *at == '\r' ? '\n' : *at;
	}
	*to = '\0';
	return out;
}

const char *
form_text(struct call *c, const char *name)
{
	const char *value = http_field(c->http, name);
	return value != NULL ? value : "";
}

bool
form_has(struct call *c, const char *name)
{
	return http_field(c->http, name) != NULL;
}

const char *
form_typed(struct call *c, const char *name, const char *stored)
{
	const char *value = http_field(c->http, name), *asked = http_query(c->http, name);
	return value != NULL ? value : stored != NULL ? stored : asked != NULL ? asked : "";
}

bool
form_day(struct call *c, const char *name, day_t *out, struct err *e)
{
	const char *text = form_text(c, name);
	*out = 0;
	return *text == '\0' || day_parse(text, out) || err_set(e, ERR_INPUT, _("%s is not a day"), text);
}

const struct http_field *
form_file(struct call *c, const char *name)
{
	for (size_t i = 0; i < http_field_count(c->http); i++) {
		const struct http_field *f = http_field_at(c->http, i);
		if (strcmp(f->name, name) == 0 && f->filename != NULL &&
			(f->length > 0 || f->filename[0] != '\0'))
			return f;
	}
	return NULL;
}

static void
after_store(struct call *c, const struct err *failed)
{
	if (failed != NULL)
		page_error(c, failed);
	else
		page_redirect(c, "%s", (const char *)c->state);
}

void
form_store(
	struct call *c, bool (*work)(struct db *, struct piece *, struct err *), void *with, const char *then)
{
	c->state = arena_strdup(c->arena, then);
	web_write(c, work, with, after_store);
}

void
form_done(struct call *c, struct dict *page, const char *const names[])
{
	const char *done = http_query(c->http, "done");
	for (; done != NULL && *names != NULL; names++) {
		if (strcmp(done, *names) == 0)
			dict_show(page, arena_printf(c->arena, "done_%s", *names));
	}
}
