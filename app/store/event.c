#include "store/event.h"

SQL(insert_event,
	"INSERT INTO event (at, account_id, what, subject, detail) VALUES ($1, nullif($2, 0), $3, $4, $5)");

bool
event_add(struct db *db, instant_t at, int64_t account_id, const char *what, const char *subject,
	const char *detail, struct err *e)
{
	return db_exec(db, e, insert_event, "iisss", at, account_id, what, subject, detail);
}

#define EVENT_COLUMNS                                                                                        \
	"SELECT v.id, v.account_id, v.at, coalesce(p.name, a.login, ''), v.what, v.subject, v.detail"        \
	" FROM event v LEFT JOIN account a ON a.id = v.account_id LEFT JOIN person p ON p.id = a.person_id "

SQL(earlier_events, EVENT_COLUMNS "WHERE $2 = 0 OR v.id < $2 ORDER BY v.id DESC LIMIT $1");
SQL(events_of_subject, EVENT_COLUMNS "WHERE v.subject = $2 ORDER BY v.id DESC LIMIT $1");

static bool
events_read(struct rows *r, struct arena *a, struct event **out, size_t *count, struct err *e)
{
	struct event *list = NULL;
	size_t n = 0;
	while (rows_next(r)) {
		list = ARENA_PUSH(a, list, n);
		list[n++] = (struct event){.id = row_int(r, 0),
			.account_id = row_int(r, 1),
			.at = row_int(r, 2),
			.who = row_text(r, 3, a),
			.what = row_text(r, 4, a),
			.subject = row_text(r, 5, a),
			.detail = row_text(r, 6, a)};
	}
	*out = list;
	*count = n;
	return rows_end(r, e);
}

bool
events_list(struct db *db, struct arena *a, int64_t before, int most, struct event **out, size_t *count,
	struct err *e)
{
	struct rows r;
	return db_query(db, &r, e, earlier_events, "ii", (int64_t)most, before) &&
	       events_read(&r, a, out, count, e);
}

bool
events_about(struct db *db, struct arena *a, const char *subject, int most, struct event **out, size_t *count,
	struct err *e)
{
	struct rows r;
	return db_query(db, &r, e, events_of_subject, "is", (int64_t)most, subject) &&
	       events_read(&r, a, out, count, e);
}
