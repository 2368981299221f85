/* Links to set a password for everyone who has none, as a list handed out once. */
#include "web/pages.h"

#include "base/words.h"
#include "csv/csv_write.h"
#include "domain/cycle/fiscal.h"
#include "web/form.h"
#include "web/inside.h"
#include "web/show.h"

enum { COLUMN_COUNT = 6 };

struct inviting {
	struct arena *arena;
	struct invited *list;
	size_t count;
	int64_t by;
	instant_t now;
};

static bool
inviting_work(struct db *db, struct piece *p, struct err *e)
{
	struct inviting *w = p->with;
	return invitations_create(db, w->arena, w->now, &w->list, &w->count, e) &&
	       event_add(db, w->now, w->by, "invited_all", "", arena_printf(w->arena, "%zu", w->count), e);
}

/* Spreadsheets know UTF-8 by its mark. */
static void
list_write(struct call *c, const struct inviting *w, struct buf *out)
{
	const char *const titles[COLUMN_COUNT] = {_("Department"), _("Staff number"), _("Name"),
		_("Sign-in name"), _("Link to set the password"), _("Good until")};
	const char *until = wareki_instant(c->arena, w->now + INVITATION_SECONDS);
	buf_adds(out, "\xEF\xBB\xBF");
	csv_add(out, titles, COLUMN_COUNT);
	for (size_t i = 0; i < w->count; i++) {
		const struct invited *one = &w->list[i];
		const char *const row[COLUMN_COUNT] = {one->department, one->number, one->name, one->login,
			arena_printf(c->arena, "%s/invite/%s", own_origin(c), one->token), until};
		csv_add(out, row, COLUMN_COUNT);
	}
}

static void
after_inviting(struct call *c, const struct err *failed)
{
	const struct inviting *w = c->state;
	struct buf out = BUF_INIT;
	if (failed != NULL) {
		page_error(c, failed);
		return;
	}
	list_write(c, w, &out);
	page_file(c, "text/csv; charset=utf-8", _("invitations.csv"), &out);
}

void
page_invite_all(struct call *c)
{
	static const char *const names[] = {NULL};
	struct err e = {0};
	struct inviting *w = ARENA_NEW(c->arena, struct inviting);
	if (!form_check(c, names, &e)) {
		page_error(c, &e);
		return;
	}
	*w = (struct inviting){.arena = c->arena, .by = c->account.id, .now = c->now};
	c->state = w;
	web_write(c, inviting_work, w, after_inviting);
}
