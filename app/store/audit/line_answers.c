#include "store/audit/line_answers.h"

#include <string.h>

SQL(insert_answer,
	"INSERT INTO line_answer (engagement_id, set_key, question, ord, clause, text, set_title, cycle_id,"
	" cycle_title, cycle_edition, live, hidden, answered, done, done_of, points, points_of, taken_at)"
	" VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)"
	" ON CONFLICT (engagement_id, set_key, question) DO NOTHING");
SQL(insert_answer_choice,
	"INSERT INTO line_answer_choice (engagement_id, set_key, question, ord, label, times)"
	" VALUES ($1, $2, $3, $4, $5, $6)");

static bool
answer_put(struct db *db, const struct engagement_act *x, const struct line_answer *n, struct err *e)
{
	if (!db_exec(db, e, insert_answer, "ississsisiiiiiiiii", x->engagement_id, n->set_key, n->question,
		    (int64_t)n->ord, n->clause, n->text, n->set_title, n->cycle_id, n->cycle_title,
		    (int64_t)n->cycle_edition, (int64_t)n->live, (int64_t)n->hidden, n->answered,
		    n->done.numerator, n->done.denominator, n->points.numerator, n->points.denominator,
		    x->now))
		return false;
	bool fresh = db_changes(db) > 0;
	for (size_t i = 0; fresh && i < n->choice_count; i++)
		if (!db_exec(db, e, insert_answer_choice, "issisi", x->engagement_id, n->set_key, n->question,
			    (int64_t)i, n->choices[i].label, n->choices[i].times))
			return false;
	return true;
}

bool
line_answers_put(struct db *db, const struct engagement_act *x, const struct line_answer *list, size_t count,
	struct err *e)
{
	for (size_t i = 0; i < count; i++)
		if (!answer_put(db, x, &list[i], e))
			return false;
	return true;
}

static struct line_answer
answer_read(struct rows *r, struct arena *a)
{
	return (struct line_answer){.set_key = row_text(r, 0, a),
		.question = row_text(r, 1, a),
		.ord = (int)row_int(r, 2),
		.clause = row_text(r, 3, a),
		.text = row_text(r, 4, a),
		.set_title = row_text(r, 5, a),
		.cycle_id = row_int(r, 6),
		.cycle_title = row_text(r, 7, a),
		.cycle_edition = (int)row_int(r, 8),
		.live = row_int(r, 9) != 0,
		.hidden = row_int(r, 10) != 0,
		.answered = row_int(r, 11),
		.done = {.numerator = row_int(r, 12), .denominator = row_int(r, 13)},
		.points = {.numerator = row_int(r, 14), .denominator = row_int(r, 15)},
		.taken_at = row_int(r, 16)};
}

SQL(list_answer_choices,
	"SELECT c.set_key, c.question, c.label, c.times FROM line_answer_choice c JOIN line_answer n"
	" ON n.engagement_id = c.engagement_id AND n.set_key = c.set_key AND n.question = c.question"
	" WHERE c.engagement_id = $1 AND ($2 IS NULL OR n.clause = $2) ORDER BY n.ord, c.set_key, c.question,"
	" c.ord");

/* Both lists stand in the same order. */
static bool
choices_read(struct db *db, struct arena *a, int64_t engagement_id, const char *clause,
	struct line_answer *list, size_t count, struct err *e)
{
	struct rows r;
	size_t at = 0;
	if (!db_query(db, &r, e, list_answer_choices, "is", engagement_id, clause))
		return false;
	while (rows_next(&r)) {
		while (at < count && (strcmp(list[at].set_key, row_peek(&r, 0, NULL)) != 0 ||
					     strcmp(list[at].question, row_peek(&r, 1, NULL)) != 0))
			at++;
		if (at == count)
			break;
		struct line_answer *n = &list[at];
		n->choices = ARENA_PUSH(a, n->choices, n->choice_count);
		n->choices[n->choice_count++] = (struct line_choice){row_text(&r, 2, a), row_int(&r, 3)};
	}
	return rows_end(&r, e);
}

SQL(list_line_answers,
	"SELECT set_key, question, ord, clause, text, set_title, cycle_id, cycle_title, cycle_edition, live,"
	" hidden, answered, done, done_of, points, points_of, taken_at FROM line_answer"
	" WHERE engagement_id = $1 AND ($2 IS NULL OR clause = $2) ORDER BY ord, set_key, question");

bool
line_answers_list(struct db *db, struct arena *a, int64_t engagement_id, const char *clause,
	struct line_answer **out, size_t *count, struct err *e)
{
	struct rows r;
	*out = NULL;
	*count = 0;
	if (!db_query(db, &r, e, list_line_answers, "is", engagement_id, clause))
		return false;
	while (rows_next(&r)) {
		*out = ARENA_PUSH(a, *out, *count);
		(*out)[(*count)++] = answer_read(&r, a);
	}
	return rows_end(&r, e) && choices_read(db, a, engagement_id, clause, *out, *count, e);
}
