#include "store/audit/audit_words.h"

#include <string.h>

#include "base/utf8.h"
#include "base/words.h"
#include "store/audit/engagement_inside.h"
#include "store/organisation/account.h"
#include "store/register/private_names.h"

static const char *const part_keys[AUDIT_PARTS] = {[PART_OVERVIEW] = "overview",
	[PART_ISSUES] = "issues",
	[PART_PROPOSALS] = "proposals",
	[PART_PUBLIC] = "public"};

const char *
audit_part_key(enum audit_part p)
{
	return part_keys[p];
}

static size_t
part_of(const char *key)
{
	size_t p = 0;
	while (p < AUDIT_PARTS && strcmp(part_keys[p], key) != 0)
		p++;
	return p;
}

SQL(list_words, "SELECT part, text, at, who FROM engagement_word WHERE engagement_id = $1 ORDER BY id");

bool
audit_words_find(
	struct db *db, struct arena *a, int64_t engagement_id, struct audit_words *out, struct err *e)
{
	struct rows r;
	*out = (struct audit_words){.who = ""};
	for (size_t p = 0; p < AUDIT_PARTS; p++)
		out->texts[p] = "";
	if (!db_query(db, &r, e, list_words, "i", engagement_id))
		return false;
	while (rows_next(&r)) {
		size_t p = part_of(row_peek(&r, 0, NULL));
		if (p == AUDIT_PARTS)
			continue;
		out->texts[p] = row_text(&r, 1, a);
		out->at = row_int(&r, 2);
		out->who = row_text(&r, 3, a);
	}
	return rows_end(&r, e);
}

static bool
words_open(const struct engagement *x, unsigned actors, struct err *e)
{
	if ((actors & (ENGAGEMENT_MEMBER | ENGAGEMENT_LEAD)) == 0)
		return err_set(e, ERR_DENIED, _("this is not yours to do with this audit"));
	return engagement_papers(x->state) ||
	       err_set(e, ERR_CONFLICT,
		       _("the report is written from the fieldwork on, until it is fixed"));
}

SQL(insert_words, "INSERT INTO engagement_word (engagement_id, part, text, at, account_id, who)"
		  " VALUES ($1, $2, $3, $4, $5, $6)");

static bool
part_save(struct db *db, const struct engagement_act *x, size_t p, const char *text, const char *who,
	struct err *e)
{
	if (utf8_count(text) > AUDIT_WORDS_MOST)
		return err_set(e, ERR_INPUT, _("a part of the report has more than %d characters"),
			AUDIT_WORDS_MOST);
	return db_exec(
		db, e, insert_words, "issiis", x->engagement_id, part_keys[p], text, x->now, x->account_id, who);
}

bool
audit_words_save(struct db *db, const struct engagement_act *x, const struct registers *registers,
	const struct audit_words *before, const struct audit_words *now, struct err *e)
{
	struct engagement g;
	struct audit_words stored;
	struct account who;
	unsigned actors;
	bool saved = false;
	if (!engagement_find(db, x->arena, x->engagement_id, &g, e) ||
		!engagement_acting(db, x, &g, &actors, e) ||
		!words_open(&g, actors, e) || !audit_words_find(db, x->arena, g.id, &stored, e) ||
		!account_find(db, x->arena, x->account_id, &who, e) ||
		!names_nobody(db, x->arena, registers, now->texts[PART_PUBLIC], e))
		return false;
	for (size_t p = 0; p < AUDIT_PARTS; p++) {
		if (strcmp(now->texts[p], stored.texts[p]) == 0)
			continue;
		if (strcmp(before->texts[p], stored.texts[p]) != 0)
			return err_set(e, ERR_CONFLICT,
				_("someone else has written this part meanwhile; both texts are shown"));
		if (!part_save(db, x, p, now->texts[p], who.name, e))
			return false;
		saved = true;
	}
	return !saved ||
	       event_add(db, x->now, x->account_id, "audit_words_saved", engagement_number(x->arena, &g), "", e);
}
