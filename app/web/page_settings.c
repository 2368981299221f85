/* What the body decides for itself, every setting in one form. */
#include "web/pages.h"

#include <string.h>

#include "base/words.h"
#include "store/setting.h"
#include "web/form.h"
#include "web/inside.h"
#include "web/sheet/form_cache.h"
#include "web/show.h"

/* A wrong value comes back with its complaint beside it; so do the others, as typed. */
static void
fill_setting(struct call *c, struct dict *page, const struct setting *s, const struct err *complaint)
{
	static const char *const fields[] = {[SETTING_TEXT] = "text",
		[SETTING_NUMBER] = "number",
		[SETTING_LIST] = "list",
		[SETTING_CHOICE] = "choice"};
	const char *typed = http_field(c->http, s->key);
	struct dict *row = dict_add(page, "setting");
	dict_set(row, "key", s->key);
	dict_set(row, "setting_title", s->title);
	dict_set(row, "help", s->help);
	struct dict *field = dict_add(row, fields[s->kind]);
	dict_set(field, "value", typed != NULL ? typed : s->value);
	show_number(field, "least", s->least);
	show_number(field, "most", s->most);
	for (size_t i = 0; i < s->choice_count; i++) {
		struct dict *choice = dict_add(field, "option");
		dict_set(choice, "option_key", s->choices[i].key);
		dict_set(choice, "option_title", s->choices[i].title);
		if (strcmp(s->choices[i].key, typed != NULL ? typed : s->value) == 0)
			dict_show(choice, "chosen");
	}
	if (complaint != NULL)
		dict_set(dict_add(row, "complaint"), "text", complaint->text);
}

static void
show_settings(struct call *c, int status, const char *wrong, const struct err *complaint)
{
	static const char *const done[] = {"saved", NULL};
	struct err e = {0};
	struct setting *list;
	size_t count;
	if (!settings_list(c->db, c->arena, &list, &count, &e)) {
		page_error(c, &e);
		return;
	}
	struct dict *page = page_begin(c, _("Settings"));
	form_done(c, page, done);
	if (wrong != NULL)
		dict_set(dict_add(page, "refused"), "key", wrong);
	for (size_t i = 0; i < count; i++) {
		bool bad = wrong != NULL && strcmp(wrong, list[i].key) == 0;
		fill_setting(c, page, &list[i], bad ? complaint : NULL);
	}
	page_show(c, status, "settings.tpl", page);
}

void
page_settings(struct call *c)
{
	show_settings(c, 200, NULL, NULL);
}

struct settling {
	struct arena *arena;
	const struct setting *list;
	const char **values; /* as posted; NULL where unchanged */
	size_t count;
	const char *wrong; /* key of the first that was refused */
	int64_t account_id;
	instant_t now;
};

static bool
settle_work(struct db *db, struct piece *p, struct err *e)
{
	struct settling *w = p->with;
	for (size_t i = 0; i < w->count; i++) {
		if (w->values[i] == NULL)
			continue;
		if (!setting_save(db, w->list[i].key, w->values[i], e)) {
			w->wrong = w->list[i].key;
			return false;
		}
		if (!event_add(db, w->now, w->account_id, "setting_saved", w->list[i].title, w->values[i], e))
			return false;
	}
	return true;
}

static void
after_settling(struct call *c, const struct err *failed)
{
	const struct settling *w = c->state;
	form_cache_clear(c->web->forms); /* they show the body's name */
	if (failed == NULL)
		page_redirect(c, "/admin/settings?done=saved");
	else if (failed->kind == ERR_INPUT && w->wrong != NULL)
		show_settings(c, 422, w->wrong, failed);
	else
		page_error(c, failed);
}

/* Only what was typed otherwise than it is stored gets saved. */
static void
settling_read(struct call *c, struct settling *w)
{
	w->values = ARENA_ARRAY(c->arena, const char *, w->count + 1);
	for (size_t i = 0; i < w->count; i++) {
		if (!form_has(c, w->list[i].key))
			continue;
		const char *value = form_lines(c->arena, form_text(c, w->list[i].key));
		w->values[i] = strcmp(value, w->list[i].value) != 0 ? value : NULL;
	}
}

void
page_settings_post(struct call *c)
{
	struct err e = {0};
	struct setting *list;
	struct settling *w = ARENA_NEW(c->arena, struct settling);
	*w = (struct settling){.arena = c->arena, .account_id = c->account.id, .now = c->now};
	if (!settings_list(c->db, c->arena, &list, &w->count, &e)) {
		page_error(c, &e);
		return;
	}
	w->list = list;
	const char **names = ARENA_ARRAY(c->arena, const char *, w->count + 1);
	for (size_t i = 0; i < w->count; i++)
		names[i] = list[i].key;
	if (!form_check(c, names, &e)) {
		page_error(c, &e);
		return;
	}
	settling_read(c, w);
	c->state = w;
	web_write(c, settle_work, w, after_settling);
}
