#ifndef TESTS_WEB_DEMO_H
#define TESTS_WEB_DEMO_H

/* A demonstration body served in this process, signed in as one person a role. */

#include "web/body.h"

#include "demo_body.h"
#include "store/sheet/sheets.h"

enum { STAFF, MANAGER, AUDITOR, MANAGEMENT, ADMIN, LEAD };

static struct body *b;
static struct arena *arena;
static int64_t mine, others; /* staff sheets of the open cycle that nobody has begun: staff's, manager's */
static int64_t office;       /* the manager's sheet */

/* The accounts of the test body become people of the demonstration: account[] holds their person. */
static bool
people_sign_in(struct db *db, struct piece *p, struct err *e)
{
	static const char *const logins[] = {"staff", "manager", "auditor", "management", "admin", "lead"};
	struct arena *a = p->with;
	for (int i = 0; i < BODY_ROLES; i++) {
		struct account account;
		struct session s;
		if (!account_by_login(db, a, logins[i], &account, e) ||
			!session_create(db, account.id, clock_now(), b->token[i], e) ||
			!session_find(db, a, b->token[i], &s, e))
			return false;
		b->account[i] = account.person_id;
		snprintf(b->form_key[i], TOKEN_SIZE, "%s", s.form_key);
	}
	return true;
}

static int64_t
open_sheet(int64_t person, const char *set)
{
	struct err e = {0};
	struct sheet *list;
	size_t count;
	ck_assert(sheets_of_person(store_reader(b->store, &e), arena, person, &list, &count, &e));
	for (size_t i = 0; i < count; i++)
		if (list[i].state == CYCLE_OPEN && strcmp(list[i].set_key, set) == 0)
			return list[i].id;
	ck_abort_msg("no sheet of an open cycle");
	return 0;
}

static void
demo_start(void)
{
	struct err e = {0};
	arena = arena_create();
	b = calloc(1, sizeof *b);
	strcpy(b->directory, "/tmp/tenken-web-XXXXXX");
	ck_assert_ptr_nonnull(mkdtemp(b->directory));
	struct demo_wish wish = {.password = body_password,
		.staff = DEMO_STAFF,
		.departments = DEMO_DEPARTMENTS,
		.answered = 0,
		.now = clock_now()};
	demo_body(b->directory, &wish, NULL);
	b->store = store_open(b->directory, &e);
	ck_assert_msg(b->store != NULL, "%s", e.text);
	body_write(b, people_sign_in, arena);
	mine = open_sheet(b->account[STAFF], "staff");
	others = open_sheet(b->account[MANAGER], "staff");
	office = open_sheet(b->account[MANAGER], "manager");
	b->web = web_create(b->store, &e);
	struct http_config c = {.address = "127.0.0.1", .seconds = 15, .body_allowed = web_body_allowed};
	b->http = http_start(&c, web_handle, b->web, &e);
	ck_assert_msg(b->http != NULL, "%s", e.text);
}

static void
demo_stop(void)
{
	body_stop(b);
	arena_destroy(arena);
}

static inline struct sheet
demo_sheet(int64_t id)
{
	struct err e = {0};
	struct sheet s;
	ck_assert_msg(sheet_find(store_reader(b->store, &e), arena, id, &s, &e), "%s", e.text);
	return s;
}

#endif
