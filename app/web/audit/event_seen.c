#include "web/audit/event_seen.h"

#include <string.h>

#include "store/audit/urgent.h"
#include "web/audit/audit_page.h"

struct audit_seen {
	const struct engagement *what;
	const char *number, *topic; /* "R08-A01"; " audit1/", as documents are logged */
	bool asked, inside, urgent;
};

static bool
is_about(const struct audit_seen *a, const struct event *v)
{
	size_t length = strlen(a->number);
	return (strncmp(v->subject, a->number, length) == 0 &&
		       strchr(" -", v->subject[length]) != NULL) || /* its end, too */
	       strstr(v->subject, a->topic) != NULL;
}

static bool
seen_find(struct call *c, struct audit_seen *a, struct err *e)
{
	struct audit_view v;
	struct err hidden = {0};
	if (a->asked)
		return true;
	a->asked = true;
	if (audit_look(c, a->what->id, &v, &hidden))
		a->inside = v.inside;
	else if (hidden.kind != ERR_ABSENT)
		return err_set(e, hidden.kind, "%s", hidden.text);
	return urgent_seen_by(c->db, c->arena, a->what, c->account.id, &a->urgent, e);
}

static bool
event_seen(struct call *c, struct audit_seen *audits, size_t count, const struct event *v, bool *out,
	struct err *e)
{
	const bool urgent = strncmp(v->what, "urgent_", strlen("urgent_")) == 0;
	*out = true;
	for (size_t i = 0; i < count; i++) {
		if (!is_about(&audits[i], v))
			continue;
		if (!seen_find(c, &audits[i], e))
			return false;
		*out = urgent ? audits[i].urgent : audits[i].inside;
		break;
	}
	return true;
}

bool
events_keep_seen(struct call *c, struct event *list, size_t *count, struct err *e)
{
	struct engagement *all;
	size_t audit_count, kept = 0;
	if (!engagements_list(c->db, c->arena, &(struct engagement_filter){0}, &all, &audit_count, e))
		return false;
	struct audit_seen *audits = ARENA_ARRAY(c->arena, struct audit_seen, audit_count);
	for (size_t i = 0; i < audit_count; i++)
		audits[i] = (struct audit_seen){.what = &all[i],
			.number = engagement_number(c->arena, &all[i]),
			.topic = arena_printf(c->arena, " audit%lld/", (long long)all[i].id)};
	for (size_t i = 0; i < *count; i++) {
		bool seen;
		if (!event_seen(c, audits, audit_count, &list[i], &seen, e))
			return false;
		if (seen)
			list[kept++] = list[i];
	}
	*count = kept;
	return true;
}
