#include "store/audit/checklists.h"

#include <string.h>

#include "base/utf8.h"
#include "base/words.h"
#include "store/audit/line_inside.h"
#include "store/organisation/departments.h"

/* ---- looking ---------------------------------------------------------------------------------- */

#define ACCOUNT_NAME(id)                                                                                     \
	"coalesce((SELECT coalesce(p.name, u.login) FROM account u LEFT JOIN person p ON p.id = u.person_id" \
	" WHERE u.id = " id "), '')"
#define OF_LINE(table)                                                                                       \
	"(SELECT count(*) FROM " table " x WHERE x.engagement_id = l.engagement_id AND x.item = l.item"
#define LINE_COLUMNS                                                                                         \
	"SELECT l.engagement_id, l.item, l.set_key, l.clause, l.text, l.help, l.methods, l.threats, l.ord,"  \
	" l.weight, l.priority, l.by_hand, l.judgement, l.recommended, l.good, l.used, l.place, l.met,"      \
	" l.done, l.facts, l.difference, l.cause, l.effect, l.proposal, l.reason, l.made_by,"                \
	" " ACCOUNT_NAME(                                                                                    \
		"l.made_by") ", l.made_at, l.confirmed, l.confirmed_by, l.confirmed_day,"                    \
			     " l.confirmed_note, l.reviewed_by, " ACCOUNT_NAME(                              \
				     "l.reviewed_by") ", l.reviewed_at, l.revision,"                         \
						      " " OF_LINE(                                           \
							      "line_evidence") " AND "                       \
									       "x.removed_at "               \
									       "IS "                         \
									       "NULL),"                      \
									       " " OF_LINE(                  \
										       "line_"               \
										       "sampl"               \
										       "e") ")"              \
											    ","              \
											    " " OF_LINE(     \
												    "findin" \
												    "g_"     \
												    "line") ") FROM engagement_line l WHERE l.engagement_id = $1"
enum { FIRST_TEXT = 15 };

static void
marks_read(struct rows *r, struct arena *a, struct line *out)
{
	int at = FIRST_TEXT + PAPER_TEXTS;
	out->made_by = row_int(r, at);
	out->made_name = row_text(r, at + 1, a);
	out->made_at = row_int(r, at + 2);
	out->confirmed = row_text(r, at + 3, a);
	out->confirmed_by = row_text(r, at + 4, a);
	out->confirmed_day = (day_t)row_int(r, at + 5);
	out->confirmed_note = row_text(r, at + 6, a);
	out->reviewed_by = row_int(r, at + 7);
	out->reviewed_name = row_text(r, at + 8, a);
	out->reviewed_at = row_int(r, at + 9);
	out->revision = (int)row_int(r, at + 10);
	out->evidence = row_int(r, at + 11);
	out->samples = row_int(r, at + 12);
	out->findings = row_int(r, at + 13);
}

static void
line_read(struct rows *r, struct arena *a, struct line *out)
{
	*out = (struct line){.engagement_id = row_int(r, 0),
		.item = row_text(r, 1, a),
		.set_key = row_text(r, 2, a),
		.clause = row_text(r, 3, a),
		.text = row_text(r, 4, a),
		.help = row_text(r, 5, a),
		.methods = row_text(r, 6, a),
		.threats = row_text(r, 7, a),
		.ord = (int)row_int(r, 8),
		.weight = (int)row_int(r, 9),
		.priority = row_int(r, 10) != 0,
		.by_hand = row_text(r, 11, a),
		.before = JUDGEMENTS,
		.paper = {.judgement = judgement_of(row_peek(r, 12, NULL)),
			.recommended = row_int(r, 13) != 0,
			.good = row_int(r, 14) != 0}};
	for (int i = 0; i < PAPER_TEXTS; i++)
		out->paper.texts[i] = row_text(r, FIRST_TEXT + i, a);
	marks_read(r, a, out);
}

SQL(list_before, LINES_BEFORE("l.item, l.judgement") " ORDER BY g.year, g.serial");

/* The latest comes last. */
static bool
before_read(struct db *db, int64_t engagement_id, struct line *list, size_t count, struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, list_before, "i", engagement_id))
		return false;
	while (rows_next(&r))
		for (size_t i = 0; i < count; i++)
			if (strcmp(list[i].item, row_peek(&r, 0, NULL)) == 0)
				list[i].before = judgement_of(row_peek(&r, 1, NULL));
	return rows_end(&r, e);
}

SQL(list_lines, LINE_COLUMNS " ORDER BY l.ord, l.item");

bool
lines_list(struct db *db, struct arena *a, int64_t engagement_id, struct line **out, size_t *count,
	struct err *e)
{
	struct rows r;
	*out = NULL;
	*count = 0;
	if (!db_query(db, &r, e, list_lines, "i", engagement_id))
		return false;
	while (rows_next(&r)) {
		*out = ARENA_PUSH(a, *out, *count);
		line_read(&r, a, &(*out)[(*count)++]);
	}
	return rows_end(&r, e) && before_read(db, engagement_id, *out, *count, e);
}

SQL(find_line, LINE_COLUMNS " AND l.item = $2");

bool
line_find(struct db *db, struct arena *a, int64_t engagement_id, const char *item, struct line *out,
	struct err *e)
{
	struct rows r;
	if (!db_query(db, &r, e, find_line, "is", engagement_id, item))
		return false;
	bool found = rows_next(&r);
	if (found)
		line_read(&r, a, out);
	if (!rows_end(&r, e))
		return false;
	return found || err_set(e, ERR_ABSENT, _("the checklist has no such item"));
}

struct lines_counted
lines_count(const struct line *list, size_t count, const char *clause)
{
	struct lines_counted n = {0};
	for (size_t i = 0; i < count; i++) {
		const struct line *l = &list[i];
		if (clause != NULL && strcmp(l->clause, clause) != 0)
			continue;
		n.lines++;
		n.reviewed += l->reviewed_by != 0;
		n.confirmed += *l->confirmed != '\0';
		n.recommended += l->paper.recommended;
		n.good += l->paper.good;
		if (l->paper.judgement < JUDGEMENTS)
			n.judged.of[l->paper.judgement]++;
		else
			n.open++;
	}
	return n;
}

SQL(find_checklist, "SELECT fixed_at, who FROM checklist WHERE engagement_id = $1");

bool
checklist_find(struct db *db, struct arena *a, int64_t engagement_id, struct checklist *out, struct err *e)
{
	struct rows r;
	*out = (struct checklist){.who = ""};
	if (!db_query(db, &r, e, find_checklist, "i", engagement_id))
		return false;
	if (rows_next(&r))
		*out = (struct checklist){row_int(&r, 0), row_text(&r, 1, a)};
	return rows_end(&r, e);
}

SQL(list_drops, "SELECT item, reason FROM engagement_drop WHERE engagement_id = $1 ORDER BY item");

bool
lines_dropped(struct db *db, struct arena *a, int64_t engagement_id, struct line_drop **out, size_t *count,
	struct err *e)
{
	struct rows r;
	*out = NULL;
	*count = 0;
	if (!db_query(db, &r, e, list_drops, "i", engagement_id))
		return false;
	while (rows_next(&r)) {
		*out = ARENA_PUSH(a, *out, *count);
		(*out)[(*count)++] = (struct line_drop){row_text(&r, 0, a), row_text(&r, 1, a)};
	}
	return rows_end(&r, e);
}

SQL(list_line_acts, "SELECT at, item, who, name, note, revision FROM line_act WHERE engagement_id = $1"
		    " AND ($2 IS NULL OR item = $2) ORDER BY id DESC");

bool
line_acts(struct db *db, struct arena *a, int64_t engagement_id, const char *item, struct line_acted **out,
	size_t *count, struct err *e)
{
	struct rows r;
	*out = NULL;
	*count = 0;
	if (!db_query(db, &r, e, list_line_acts, "is", engagement_id, item))
		return false;
	while (rows_next(&r)) {
		*out = ARENA_PUSH(a, *out, *count);
		(*out)[(*count)++] = (struct line_acted){.at = row_int(&r, 0),
			.item = row_text(&r, 1, a),
			.who = row_text(&r, 2, a),
			.name = row_text(&r, 3, a),
			.note = row_text(&r, 4, a),
			.revision = (int)row_int(&r, 5)};
	}
	return rows_end(&r, e);
}
