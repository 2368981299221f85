#include "cli/commands.h"

#include <stdio.h>

#include "base/words.h"
#include "domain/organisation/role.h"
#include "store/cycle/cycles.h"
#include "store/organisation/account.h"
#include "store/store.h"

struct first {
	const struct bank *bank;
	instant_t now;
	char token[TOKEN_SIZE];
};

static bool
first_account(struct db *db, struct piece *p, struct err *e)
{
	struct first *f = p->with;
	int64_t id = 0;
	return question_sets_ship(db, f->bank, f->now, e) &&
	       account_create(db, "admin", 0, ROLE_ADMIN, f->now, &id, e) &&
	       invitation_create(db, id, f->now, f->token, e) &&
	       event_add(db, f->now, 0, "invited", "admin", "", e);
}

static bool
run(const struct arguments *a, struct err *e)
{
	if (!store_create(a->texts[0], e))
		return false;
	struct store *s = store_open(a->texts[0], e);
	struct first f = {.bank = s != NULL ? store_bank(s) : NULL, .now = clock_now()};
	bool ok = s != NULL && writer_run(store_writer(s), first_account, &f, e);
	store_close(s);
	if (!ok)
		store_discard(a->texts[0]);
	else {
		printf("invite: /invite/%s\n", f.token);
		puts(_("Open this path once within seven days, at the address of tenken serve, to choose the"
		       " administrator's password."));
	}
	return ok;
}

static const struct option_row options[] = {
	OPTION_DATA,
};

const struct command cmd_init = {
	.name = "init",
	.summary = N_("make an empty body and print the administrator's one-time link"),
	.operands = "",
	.options = options,
	.option_count = sizeof options / sizeof *options,
	.run = run,
};
