#include "store/register/registers.h"

#include <string.h>

#include "base/words.h"
#include "store/organisation/departments.h"

#define ENTRY_COLUMNS                                                                                        \
	"SELECT e.id, e.key, e.name, d.key, coalesce(p.number, ''), e.valid_from, e.valid_to, e.fields,"     \
	" t.name, coalesce(p.name, ''), d.id, coalesce(p.id, 0), d.valid_to FROM entry e JOIN department d " \
	"ON d.id = "                                                                                         \
	"e.department_id" TERM_LATEST("t", "d.id") " LEFT JOIN person p ON p.id = e.owner_id "

static const char *
day_text(struct rows *r, int column, struct arena *a)
{
	char text[16] = "";
	if (!row_null(r, column))
		day_format((day_t)row_int(r, column), text);
	return arena_strdup(a, text);
}

static bool
entry_read(
	struct rows *r, struct arena *a, const struct register_kind *kind, struct entry *out, struct err *e)
{
	const char **texts = ARENA_ARRAY(a, const char *, kind->count);
	for (size_t i = 0; i < kind->count; i++)
		texts[i] = "";
	texts[FIELD_KEY] = row_text(r, 1, a);
	texts[FIELD_NAME] = row_text(r, 2, a);
	texts[FIELD_DEPARTMENT] = row_text(r, 3, a);
	texts[FIELD_OWNER] = row_text(r, 4, a);
	texts[FIELD_FROM] = day_text(r, 5, a);
	texts[FIELD_UNTIL] = day_text(r, 6, a);
	*out = (struct entry){.id = row_int(r, 0),
		.texts = texts,
		.department_id = row_int(r, 10),
		.owner_id = row_int(r, 11),
		.department_until = (day_t)row_int(r, 12),
		.department_name = row_text(r, 8, a),
		.owner_name = row_text(r, 9, a)};
	return entry_fields_read(a, kind, row_text(r, 7, a), texts, e);
}

SQL(list_entries,
	ENTRY_COLUMNS "WHERE e.kind = $1 AND ($2 = 0 OR e.department_id = $2) AND ($3 = 0 OR e.owner_id = $3)"
		      " AND ($4 = 0 OR e.valid_to IS NULL OR e.valid_to >= $4)"
		      " AND ($8 = 0 OR e.valid_from <= $8) AND ($5 = ''"
		      " OR e.key LIKE '%' || $5 || '%' OR e.name LIKE '%' || $5 || '%')"
		      " ORDER BY t.ord, d.id, e.key LIMIT $6 OFFSET $7");

bool
entries_list(struct db *db, struct arena *a, const struct register_kind *kind,
	const struct entry_filter *filter, struct entries *out, struct err *e)
{
	struct rows r;
	bool read = true;
	*out = (struct entries){.charset = "UTF-8"};
	if (!db_query(db, &r, e, list_entries, "siiisiii", kind->key, filter->department_id, filter->owner_id,
		    (int64_t)filter->there, filter->words != NULL ? filter->words : "",
		    filter->most > 0 ? filter->most : INT64_MAX, filter->skip, (int64_t)filter->from))
		return false;
	while (read && rows_next(&r)) {
		out->rows = ARENA_PUSH(a, out->rows, out->count);
		read = entry_read(&r, a, kind, &out->rows[out->count++], e);
	}
	return rows_end(&r, read ? e : NULL) && read;
}

SQL(find_entry, ENTRY_COLUMNS "WHERE e.kind = $1 AND e.key = $2");

bool
entry_find(struct db *db, struct arena *a, const struct register_kind *kind, const char *key,
	struct entry *out, struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, find_entry, "ss", kind->key, key))
		return false;
	bool found = rows_next(&r), read = !found || entry_read(&r, a, kind, out, e);
	if (!rows_end(&r, read ? e : NULL) || !read)
		return false;
	return found || err_set(e, ERR_ABSENT, _("%s has no entry with the number %s"), kind->title, key);
}

/* ---- what entries refer to ---------------------------------------------------------- */

SQL(person_there, "SELECT 1 FROM person WHERE number = $1 AND (left_day IS NULL OR left_day >= $2)");
SQL(department_there, "SELECT 1 FROM department WHERE key = $1 AND valid_from <= $2 AND (valid_to IS NULL OR "
		      "valid_to >= $2)");
SQL(entry_there_is, "SELECT 1 FROM entry WHERE kind = $1 AND key = $2");

static bool
key_there(struct db *db, const char *sql, const char *key, day_t day, bool *there, struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, sql, "si", key, (int64_t)day))
		return false;
	*there = rows_next(&r);
	return rows_end(&r, e);
}

static bool
entry_taken(struct db *db, const char *kind, const char *key, bool *taken, struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, entry_there_is, "ss", kind, key))
		return false;
	*taken = rows_next(&r);
	return rows_end(&r, e);
}

static bool
reference_has(void *context, enum register_type type, const char *of, const char *text)
{
	struct reference_source *s = context;
	bool there = false;
	bool asked = type == REGISTER_PERSON ? key_there(s->db, person_there, text, s->day, &there, s->failed)
		     : type == REGISTER_DEPARTMENT
			     ? key_there(s->db, department_there, text, s->day, &there, s->failed)
			     : entry_taken(s->db, of, text, &there, s->failed);
	return asked && there;
}

struct references
references_of(struct reference_source *source)
{
	return (struct references){reference_has, source};
}

bool
entry_owner_left(struct db *db, const struct entry *entry, day_t day, bool *left, struct err *e)
{
	bool there = true;
	const char *number = entry->texts[FIELD_OWNER];
	if (number[0] != '\0' && !key_there(db, person_there, number, day, &there, e))
		return false;
	*left = !there;
	return true;
}

bool
entry_is_settled(struct db *db, const struct register_kind *kind, const struct entry *entry, day_t day,
	bool *settled, struct err *e)
{
	bool left;
	if (!entry_owner_left(db, entry, day, &left, e))
		return false;
	*settled = !left && !entry_department_ended(entry, day) && entry_lacks(kind, entry->texts) == 0;
	return true;
}

SQL(count_orphaned, "SELECT count(*) FROM entry e JOIN department d ON d.id = e.department_id"
		    " LEFT JOIN person p ON p.id = e.owner_id WHERE (e.valid_to IS NULL OR e.valid_to >= $1)"
		    " AND (p.left_day < $1 OR d.valid_to < $1)");

bool
entries_orphaned(struct db *db, day_t day, int64_t *count, struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, count_orphaned, "i", (int64_t)day))
		return false;
	*count = rows_next(&r) ? row_int(&r, 0) : 0;
	return rows_end(&r, e);
}

SQL(count_owned, "SELECT kind, count(*) FROM entry WHERE owner_id = $1"
		 " AND (valid_to IS NULL OR valid_to >= $2) GROUP BY kind");

bool
entries_owned(struct db *db, const struct registers *all, bool every, int64_t person_id, day_t day,
	int64_t *count, struct err *e)
{
	struct rows r;
	*count = 0;
	if (!db_query(db, &r, e, count_owned, "ii", person_id, (int64_t)day))
		return false;
	while (rows_next(&r)) {
		const struct register_kind *kind = register_find(all, row_peek(&r, 0, NULL));
		*count += kind != NULL && (every || !kind->confidential) ? row_int(&r, 1) : 0;
	}
	return rows_end(&r, e);
}

bool
register_counts(struct db *db, struct arena *a, const struct register_kind *kind, day_t day,
	struct register_count *out, struct err *e)
{
	const struct entry_filter all = {0};
	struct entries list;
	*out = (struct register_count){0};
	if (!entries_list(db, a, kind, &all, &list, e))
		return false;
	for (size_t i = 0; i < list.count; i++) {
		const struct entry *entry = &list.rows[i];
		bool settled;
		if (!entry_there(entry, day)) {
			out->ended++;
			continue;
		}
		if (!entry_is_settled(db, kind, entry, day, &settled, e))
			return false;
		out->there++;
		out->lacking += !settled;
	}
	return true;
}

/* ---- changes -------------------------------------------------------------------------- */

const char *
entry_subject(struct arena *a, const struct register_kind *kind, const char *key)
{
	return arena_printf(a, "%s/%s", kind->key, key);
}

/* What changes, field by field; of a new entry its name. */
static const char *
change_words(
	struct arena *a, const struct register_kind *kind, const struct entry *was, const struct entry *is)
{
	const char *words = was == NULL ? is->texts[FIELD_NAME] : "";
	for (size_t i = 0; was != NULL && i < kind->count; i++)
		if (strcmp(was->texts[i], is->texts[i]) != 0)
			words = arena_printf(a, "%s%s%s: %s \u2192 %s", words, words[0] != '\0' ? "; " : "",
				kind->fields[i].title, was->texts[i], is->texts[i]);
	return words;
}

SQL(save_entry,
	"INSERT INTO entry (kind, key, name, department_id, owner_id, valid_from, valid_to, fields)"
	" SELECT $1, $2, $3, d.id, (SELECT p.id FROM person p WHERE p.number = $5), $6, nullif($7, 0), $8"
	" FROM department d WHERE d.key = $4 ON CONFLICT (kind, key) DO UPDATE SET name = excluded.name,"
	" department_id = excluded.department_id, owner_id = excluded.owner_id,"
	" valid_from = excluded.valid_from, valid_to = excluded.valid_to, fields = excluded.fields");

static bool
entry_store(struct db *db, struct arena *a, const struct register_kind *kind, const struct entry *was,
	const struct entry *is, struct acting by, struct err *e)
{
	const char *const *t = is->texts;
	day_t from = 0, until = 0;
	day_parse(t[FIELD_FROM], &from);
	day_parse(t[FIELD_UNTIL], &until);
	return db_exec(db, e, save_entry, "sssssiis", kind->key, t[FIELD_KEY], t[FIELD_NAME],
		       t[FIELD_DEPARTMENT], t[FIELD_OWNER], (int64_t)from, (int64_t)until,
		       entry_fields(a, kind, t)) &&
	       event_add(db, by.now, by.account_id, was == NULL ? "entry_added" : "entry_saved",
		       entry_subject(a, kind, t[FIELD_KEY]), change_words(a, kind, was, is), e);
}

bool
entry_save(struct db *db, struct arena *a, const struct register_kind *kind, const struct entry *entry,
	struct acting by, struct err *e)
{
	struct entry was;
	return entry_find(db, a, kind, entry->texts[FIELD_KEY], &was, e) &&
	       entry_store(db, a, kind, &was, entry, by, e);
}

bool
entry_add(struct db *db, struct arena *a, const struct register_kind *kind, const struct entry *entry,
	struct acting by, struct err *e)
{
	bool taken;
	const char *key = entry->texts[FIELD_KEY];
	if (!entry_taken(db, kind->key, key, &taken, e))
		return false;
	if (taken)
		return err_set(
			e, ERR_CONFLICT, _("%s has an entry with the number %s already"), kind->title, key);
	return entry_store(db, a, kind, NULL, entry, by, e);
}

bool
entry_end(struct db *db, struct arena *a, const struct register_kind *kind, const char *key, day_t last,
	struct acting by, struct err *e)
{
	struct entry was;
	char day[16];
	if (!entry_find(db, a, kind, key, &was, e))
		return false;
	const char **texts = ARENA_ARRAY(a, const char *, kind->count);
	memcpy(texts, was.texts, kind->count * sizeof *texts);
	day_format(last, day);
	texts[FIELD_UNTIL] = strcmp(day, texts[FIELD_FROM]) < 0 ? texts[FIELD_FROM] : day;
	const struct entry is = {.texts = texts};
	return entry_store(db, a, kind, &was, &is, by, e);
}
