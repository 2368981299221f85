/* The ladder of reminders of audits, as it is read, changed and added to. */
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/resource.h"
#include "base/words.h"
#include "store/audit/chases.h"
#include "yaml/schema.h"
#include "yaml/yaml.h"

static const char file[] = "reports/audit-reminders.yaml";

struct raw_text {
	int line, about;
	const char *text;
};

struct raw_chase {
	int line, about, to, days;
	const char *key, *subject;
};

struct raw_chases {
	struct raw_text *texts;
	unsigned texts_count;
	struct raw_chase *rungs;
	unsigned rungs_count;
};

static const cyaml_strval_t abouts[] = {{"plan", CHASE_PLAN}, {"measure", CHASE_MEASURE},
	{"acceptance", CHASE_ACCEPTANCE}, {"request", CHASE_REQUEST}, {"urgent", CHASE_URGENT}};
static const cyaml_strval_t recipients[] = {{"owner", CHASE_OWNER}, {"manager", CHASE_MANAGER},
	{"head", CHASE_HEAD}, {"lead", CHASE_LEAD}, {"management", CHASE_MANAGEMENT}};

static const struct cyaml_schema_field text_fields[] = {YAML_LINE(struct raw_text, line),
	YAML_WORD("about", YAML_MUST, struct raw_text, about, abouts),
	YAML_TEXT("text", YAML_MUST, struct raw_text, text), YAML_END};
static const struct cyaml_schema_value text_record = YAML_RECORD(struct raw_text, text_fields);

static const struct cyaml_schema_field chase_fields[] = {YAML_LINE(struct raw_chase, line),
	YAML_TEXT("key", YAML_MUST, struct raw_chase, key),
	YAML_WORD("about", YAML_MUST, struct raw_chase, about, abouts),
	YAML_NUMBER("days", YAML_MUST, struct raw_chase, days),
	YAML_WORD("to", YAML_MUST, struct raw_chase, to, recipients),
	YAML_TEXT("subject", YAML_MUST, struct raw_chase, subject), YAML_END};
static const struct cyaml_schema_value chase_record = YAML_RECORD(struct raw_chase, chase_fields);

static const struct cyaml_schema_field file_fields[] = {
	YAML_RECORDS("texts", YAML_MUST, struct raw_chases, texts, text_record),
	YAML_RECORDS("rungs", YAML_MUST, struct raw_chases, rungs, chase_record), YAML_END};
static const struct cyaml_schema_value chases_schema = YAML_ROOT(struct raw_chases, file_fields);

static struct chase_rung *shipped;
static size_t shipped_count;
static pthread_once_t shipped_once = PTHREAD_ONCE_INIT;

static const char *
text_of(const struct raw_chases *raw, int about)
{
	for (unsigned i = 0; i < raw->texts_count; i++)
		if (raw->texts[i].about == about)
			return raw->texts[i].text;
	return "";
}

/* A fault of the file leaves nobody reminded, and is told; a test reads it. */
static void
shipped_load(void)
{
	static struct faults f;
	char path[4096];
	f.arena = arena_create();
	resource_path(file, path, sizeof path);
	const struct raw_chases *raw = yaml_load(&chases_schema, path, file, &f);
	for (size_t i = 0; i < f.count; i++)
		log_line("%s:%d: %s", f.items[i].file, f.items[i].line, f.items[i].text);
	for (unsigned i = 0; raw != NULL && i < raw->rungs_count; i++) {
		const struct raw_chase *r = &raw->rungs[i];
		shipped = ARENA_PUSH(f.arena, shipped, shipped_count);
		shipped[shipped_count++] = (struct chase_rung){r->key, (enum chase_about)r->about,
			(enum chase_to)r->to, r->days, r->subject, text_of(raw, r->about), true};
	}
}

/* ---- with what the body has changed and added ------------------------------------------------------ */

static struct chase_rung *
rung_of_key(struct chase_rung *list, size_t count, const char *key)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(list[i].key, key) == 0)
			return &list[i];
	return NULL;
}

SQL(changed_chase_rungs,
	"SELECT key, about, used, days, recipient, subject, text FROM chase_rung ORDER BY key");

static bool
rungs_change(struct db *db, struct arena *a, struct chase_rung **list, size_t *count, struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, changed_chase_rungs, ""))
		return false;
	while (rows_next(&r)) {
		const char *key = row_text(&r, 0, a);
		struct chase_rung *rung = rung_of_key(*list, *count, key);
		if (rung == NULL) {
			*list = ARENA_PUSH(a, *list, *count);
			rung = &(*list)[(*count)++];
		}
		*rung = (struct chase_rung){.key = key,
			.about = chase_about_of(row_peek(&r, 1, NULL)),
			.used = row_int(&r, 2) != 0,
			.days = (int)row_int(&r, 3),
			.to = chase_to_of(row_peek(&r, 4, NULL)),
			.subject = row_text(&r, 5, a),
			.text = row_text(&r, 6, a)};
	}
	return rows_end(&r, e);
}

static int
rungs_order(const void *a, const void *b)
{
	const struct chase_rung *x = a, *y = b;
	if (x->about != y->about)
		return (int)x->about - (int)y->about;
	if (x->days != y->days)
		return x->days < y->days ? -1 : 1;
	return x->to != y->to ? (int)x->to - (int)y->to : strcmp(x->key, y->key);
}

bool
chase_ladder(struct db *db, struct arena *a, struct chase_rung **out, size_t *count, struct err *e)
{
	struct chase_rung *list = NULL;
	size_t n = 0;
	pthread_once(&shipped_once, shipped_load);
	for (; n < shipped_count; n++) {
		list = ARENA_PUSH(a, list, n);
		list[n] = shipped[n];
	}
	if (!rungs_change(db, a, &list, &n, e))
		return false;
	if (n > 0)
		qsort(list, n, sizeof *list, rungs_order);
	*out = list;
	*count = n;
	return true;
}

bool
chase_rung_find(struct db *db, struct arena *a, const char *key, struct chase_rung *out, struct err *e)
{
	struct chase_rung *list;
	size_t count;
	if (!chase_ladder(db, a, &list, &count, e))
		return false;
	const struct chase_rung *found = rung_of_key(list, count, key);
	if (found == NULL)
		return err_set(e, ERR_ABSENT, _("there is no such rung of the ladder"));
	*out = *found;
	return true;
}

bool
chase_rung_key(struct db *db, struct arena *a, const char **key, struct err *e)
{
	struct chase_rung *list;
	size_t count, n = 1;
	if (!chase_ladder(db, a, &list, &count, e))
		return false;
	if (count >= CHASE_RUNGS_MOST)
		return err_set(e, ERR_CONFLICT, _("the ladder has at most %d rungs"), CHASE_RUNGS_MOST);
	do
		*key = arena_printf(a, "own-%zu", n++);
	while (rung_of_key(list, count, *key) != NULL);
	return true;
}

SQL(save_chase_rung,
	"INSERT INTO chase_rung (key, about, used, days, recipient, subject, text) VALUES ($1, $2, $3, $4,"
	" $5, $6, $7) ON CONFLICT (key) DO UPDATE SET used = excluded.used, days = excluded.days,"
	" recipient = excluded.recipient, subject = excluded.subject, text = excluded.text");

bool
chase_rung_save(struct db *db, const struct chase_rung *r, int64_t account_id, instant_t now, struct err *e)
{
	return chase_check(r, e) &&
	       db_exec(db, e, save_chase_rung, "ssiisss", r->key, chase_about_key(r->about), (int64_t)r->used,
		       (int64_t)r->days, chase_to_key(r->to), r->subject, r->text) &&
	       event_add(db, now, account_id, "chase_rung_saved", r->key, r->subject, e);
}
