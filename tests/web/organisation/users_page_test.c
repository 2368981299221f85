/* What an account may do, as the secretariat ticks it. */
#include "domain/organisation/role.h"
#include "web/body.h"

enum { STAFF, ADMINISTRATOR = 4 };

static struct body *b;

static void
setup(void)
{
	b = body_start();
}

static void
teardown(void)
{
	body_stop(b);
}

static unsigned
roles_of(int64_t id)
{
	struct err e = {0};
	struct account account;
	struct arena *a = arena_create();
	ck_assert_msg(account_find(store_reader(b->store, &e), a, id, &account, &e), "%s", e.text);
	arena_destroy(a);
	return account.roles;
}

static int
ticks(int64_t id, const char *fields)
{
	char path[64];
	snprintf(path, sizeof path, "/admin/accounts/%lld", (long long)id);
	return body_as(b, ADMINISTRATOR, "POST", path, fields);
}

START_TEST(every_role_that_is_offered_can_be_given_and_taken)
{
	static const enum role all[] = {ROLE_MANAGER, ROLE_MANAGEMENT, ROLE_AUDITOR, ROLE_LEAD, ROLE_ADMIN};
	int64_t id = b->account[STAFF];
	for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
		char field[64];
		snprintf(field, sizeof field, "role-%s=1", role_key(all[i]));
		ck_assert_int_eq(ticks(id, field), 303);
		ck_assert_uint_eq(roles_of(id), ROLE_STAFF | all[i]);
	}
	ck_assert_int_eq(ticks(id, ""), 303);
	ck_assert_uint_eq(roles_of(id), ROLE_STAFF);
	ck_assert_int_eq(ticks(id, "role-king=1"), 400);
	ck_assert_uint_eq(roles_of(id), ROLE_STAFF);
}
END_TEST

Suite *users_page_suite(void);
Suite *
users_page_suite(void)
{
	Suite *s = suite_create("users_page");
	TCase *t = tcase_create("users_page");
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_add_test(t, every_role_that_is_offered_can_be_given_and_taken);
	suite_add_tcase(s, t);
	return s;
}
