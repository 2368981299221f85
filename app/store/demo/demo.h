#ifndef STORE_DEMO_DEMO_H
#define STORE_DEMO_DEMO_H

/*
 * A fictional body with three fiscal years behind it, for trying the program out
 * and for measuring it. It is made with the same functions that a real one uses,
 * every answer through sheet_change, and always comes out the same but for the
 * dates of the cycle that is open, which lie around the day it is made.
 */

#include "store/store.h"

struct demo_wish {
	const char *password; /* of everyone; in a large body of the named accounts only */
	int staff, departments;
	double answered; /* share of the open cycle's sheets that are submitted */
	instant_t now;
};

enum { DEMO_STAFF = 68, DEMO_DEPARTMENTS = 8 };

/* The store must be new. */
bool demo_fill(struct store *s, const struct demo_wish *wish, struct err *e);

/* A sign-in name of the demonstration and the role it stands for. */
struct demo_account {
	const char *login;
	unsigned roles;
};
bool demo_accounts(struct arena *a, struct demo_account **out, size_t *count, struct err *e);

#endif
