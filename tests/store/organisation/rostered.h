#ifndef TESTS_STORE_ORGANISATION_ROSTERED_H
#define TESTS_STORE_ORGANISATION_ROSTERED_H

/* The roster of the small body as it is today. */

#include "store/organisation/people.h"
#include "store/organisation/roster_import.h"
#include "store/small.h"

static struct small small;
static struct arena *arena;
static struct err failure;
static const instant_t now = 1795400000; /* in November 2026 */

static inline void
setup(void)
{
	small_setup(&small);
	arena = small.body.arena;
}

static inline void
teardown(void)
{
	small_teardown(&small);
}

static inline const struct roster *
roster(const char *csv)
{
	struct faults f = {.arena = arena};
	const struct roster *r = roster_parse(csv, strlen(csv), "roster.csv", &f);
	ck_assert_msg(f.count == 0, "line %d: %s", f.count > 0 ? f.items[0].line : 0,
		f.count > 0 ? f.items[0].text : "");
	return r;
}

struct applying {
	const struct roster *roster;
	day_t day;
};

static inline bool
apply_work(struct db *db, struct piece *p, struct err *e)
{
	const struct applying *w = p->with;
	return roster_apply(db, arena, w->roster, w->day, now, e);
}

static inline bool
apply_on(const char *csv, day_t day)
{
	struct applying w = {roster(csv), day};
	err_clear(&failure);
	return writer_run(store_writer(small.store), apply_work, &w, &failure);
}

static inline bool
apply(const char *csv)
{
	return apply_on(csv, day_of_instant(now));
}

#define HEAD_LINE "職員番号,氏名,フリガナ,職員種別,所属コード,所属名,ログイン名,権限\n"
#define UNCHANGED                                                                                                       \
	HEAD_LINE "0011,髙橋,,正規,A,総務課,,staff manager\n0012,山﨑,,正規,A,総務課,admin,staff admin\n" \
		  "0013,林,,正規,A,総務課,,staff manager\n0021,𠮷田,,正規,B,業務課,,staff manager\n"      \
		  "0022,葛,,会任,B,業務課,,\n"
#define LAST_ONE "0031,森,,正規,C,監査委員事務局,,\n"

#endif
