#include "store/setting.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/number.h"
#include "base/resource.h"
#include "base/utf8.h"
#include "base/words.h"
#include "store/setting_file.h"
#include "yaml/yaml.h"

/* The file belongs to the program, so it is read once and stays. */
static const struct raw_settings *shipped;
static pthread_once_t shipped_once = PTHREAD_ONCE_INIT;

static void
shipped_load(void)
{
	static const struct raw_settings none;
	static struct faults f;
	char path[4096];
	f.arena = arena_create();
	resource_path("reports/settings.yaml", path, sizeof path);
	shipped = yaml_load(&setting_schema, path, "reports/settings.yaml", &f);
	for (size_t i = 0; i < f.count; i++)
		log_line("%s:%d: %s", f.items[i].file, f.items[i].line, f.items[i].text);
	if (shipped == NULL)
		shipped = &none;
}

static const struct raw_setting *
shipped_find(const char *key)
{
	pthread_once(&shipped_once, shipped_load);
	for (unsigned i = 0; i < shipped->settings_count; i++)
		if (strcmp(shipped->settings[i].key, key) == 0)
			return &shipped->settings[i];
	return NULL;
}

SQL(find_setting, "SELECT value FROM setting WHERE key = $1");

/* What was changed; NULL when the shipped value stands. */
static const char *
changed_value(struct db *db, struct arena *a, const char *key)
{
	struct rows r;
	if (!db_query(db, &r, NULL, find_setting, "s", key))
		return NULL;
	const char *value = rows_next(&r) ? row_text(&r, 0, a) : NULL;
	rows_end(&r, NULL);
	return value;
}

const char *
setting_text(struct db *db, struct arena *a, const char *key)
{
	const struct raw_setting *s = shipped_find(key);
	const char *changed = changed_value(db, a, key);
	if (changed != NULL)
		return changed;
	return s == NULL ? "" : s->value;
}

int
setting_number(struct db *db, const char *key)
{
	const struct raw_setting *s = shipped_find(key);
	if (s == NULL || s->kind != SETTING_NUMBER)
		return 0;
	struct arena *a = arena_create();
	int64_t n;
	if (!number_parse(setting_text(db, a, key), s->least, s->most, &n))
		n = atoi(s->value);
	arena_destroy(a);
	return (int)n;
}

bool
settings_list(struct db *db, struct arena *a, struct setting **out, size_t *count, struct err *e)
{
	pthread_once(&shipped_once, shipped_load);
	if (shipped->settings_count == 0)
		return err_set(e, ERR_SYSTEM, _("the file of settings cannot be read"));
	*count = shipped->settings_count;
	*out = ARENA_ARRAY(a, struct setting, *count);
	for (size_t i = 0; i < *count; i++) {
		const struct raw_setting *s = &shipped->settings[i];
		(*out)[i] = (struct setting){.key = s->key,
			.title = s->title,
			.help = s->help,
			.value = setting_text(db, a, s->key),
			.kind = (enum setting_kind)s->kind,
			.least = s->least,
			.most = s->most,
			.choices = s->choices,
			.choice_count = s->choices_count};
	}
	return true;
}

/* ---- changing ------------------------------------------------------------------------- */

static bool
lines_fit(struct arena *a, const char *value, size_t lines_most, const char *title, struct err *e)
{
	size_t lines = 1;
	for (const char *line = value;; line++, lines++) {
		size_t length = strcspn(line, "\n");
		if (utf8_count(arena_strndup(a, line, length)) > SETTING_TEXT_MOST)
			return err_set(e, ERR_INPUT, _("%s: a line has at most %d characters"), title,
				SETTING_TEXT_MOST);
		line += length;
		if (*line == '\0')
			break;
	}
	return lines <= lines_most || err_set(e, ERR_INPUT, _("%s: at most %zu lines"), title, lines_most);
}

static bool
value_fits(struct arena *a, const struct raw_setting *s, const char *value, struct err *e)
{
	int64_t n;
	if (!utf8_plain(value, strlen(value)))
		return err_set(e, ERR_INPUT, _("%s: the text has characters that cannot be kept"), s->title);
	switch ((enum setting_kind)s->kind) {
	case SETTING_NUMBER:
		return number_parse(value, s->least, s->most, &n) ||
		       err_set(e, ERR_INPUT, _("%s: a whole number from %d to %d"), s->title, s->least,
			       s->most);
	case SETTING_CHOICE:
		for (unsigned i = 0; i < s->choices_count; i++)
			if (strcmp(s->choices[i].key, value) == 0)
				return true;
		return err_set(e, ERR_INPUT, _("%s: choose one of the list"), s->title);
	case SETTING_LIST:
		return lines_fit(a, value, SETTING_LINES_MOST, s->title, e);
	default:
		return lines_fit(a, value, 1, s->title, e);
	}
}

/* A browser sends CR LF at the end of a line, and often one line end too many. */
static const char *
value_tidy(struct arena *a, const char *value)
{
	char *tidy = arena_strdup(a, value), *to = tidy;
	for (const char *from = value; *from != '\0'; from++)
		if (*from != '\r')
			*to++ = *from;
	while (to > tidy && to[-1] == '\n')
		to--;
	*to = '\0';
	return tidy;
}

SQL(save_setting, "INSERT INTO setting (key, value) VALUES ($1, $2)"
		  " ON CONFLICT (key) DO UPDATE SET value = excluded.value");

bool
setting_save(struct db *db, const char *key, const char *value, struct err *e)
{
	const struct raw_setting *s = shipped_find(key);
	if (s == NULL)
		return err_set(e, ERR_ABSENT, _("there is no setting %s"), key);
	struct arena *a = arena_create();
	const char *tidy = value_tidy(a, value);
	bool ok = value_fits(a, s, tidy, e) && db_exec(db, e, save_setting, "ss", key, tidy);
	arena_destroy(a);
	return ok;
}
