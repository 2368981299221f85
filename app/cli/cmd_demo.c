#include "cli/commands.h"

#include <stdio.h>

#include "base/words.h"
#include "domain/organisation/role.h"
#include "report/demo_plans.h"
#include "report/freeze.h"
#include "report/self_check.h"
#include "store/demo/demo.h"

enum { DATA, PASSWORD, STAFF, DEPARTMENTS, ANSWERED };

static const struct option_row options[] = {
	[DATA] = OPTION_DATA,
	[PASSWORD] = {.name = "password",
		.kind = OPTION_TEXT,
		.value = "P",
		.help = N_("the password of every sign-in (default tenken-demo)")},
	[STAFF] = {.name = "staff",
		.kind = OPTION_NUMBER,
		.value = "N",
		.help = N_("how many people (default 68)"),
		.least = 20,
		.most = 300000},
	[DEPARTMENTS] = {.name = "departments",
		.kind = OPTION_NUMBER,
		.value = "N",
		.help = N_("how many departments (default 8)"),
		.least = 8,
		.most = 900},
	[ANSWERED] = {.name = "answered",
		.kind = OPTION_FRACTION,
		.value = "F",
		.help = N_("the share that has submitted in the open cycle (default 0.9)")},
};

/* The role that tells the sign-in apart: the highest it has. */
static const char *
role_shown(unsigned roles)
{
	unsigned highest = ROLE_STAFF;
	for (unsigned r = ROLE_STAFF; r <= ROLE_LEAD; r <<= 1)
		if (roles & r)
			highest = r;
	return role_key(highest);
}

static bool
sign_ins_say(const char *password, struct err *e)
{
	struct arena *a = arena_create();
	struct demo_account *accounts;
	size_t count;
	bool ok = demo_accounts(a, &accounts, &count, e);
	for (size_t i = 0; ok && i < count; i++)
		printf("%s: %s / %s\n", role_shown(accounts[i].roles), accounts[i].login, password);
	arena_destroy(a);
	return ok;
}

static bool
run(const struct arguments *a, struct err *e)
{
	struct demo_wish wish = {.password = a->given[PASSWORD] ? a->texts[PASSWORD] : "tenken-demo",
		.staff = a->given[STAFF] ? (int)a->numbers[STAFF] : DEMO_STAFF,
		.departments = a->given[DEPARTMENTS] ? (int)a->numbers[DEPARTMENTS] : DEMO_DEPARTMENTS,
		.answered = a->given[ANSWERED] ? a->fractions[ANSWERED] : 0.9,
		.now = clock_now()};
	if (wish.staff < 2 * wish.departments + 4)
		return err_set(e, ERR_INPUT, _("%d people are too few for %d departments"), wish.staff,
			wish.departments);
	if (!store_create(a->texts[DATA], e))
		return false;
	struct store *s = store_open(a->texts[DATA], e);
	bool ok = s != NULL && demo_fill(s, &wish, e) && report_freeze_left(s, e) &&
		  self_check_keep_left(s, e) && demo_plans(s, wish.now, e);
	store_close(s);
	if (!ok)
		store_discard(a->texts[DATA]);
	return ok && sign_ins_say(wish.password, e);
}

const struct command cmd_demo = {
	.name = "demo",
	.summary = N_("make a fictional body with three fiscal years"),
	.operands = "",
	.options = options,
	.option_count = sizeof options / sizeof *options,
	.run = run,
};
