#ifndef STORE_EVENT_H
#define STORE_EVENT_H

/*
 * 操作記録: who did what, never changed, and deleted only from its beginning by a
 * disposal that was approved (store/keep/disposals.h). The store's functions write an
 * event where they are told who acts; otherwise whoever calls them adds one in the
 * same piece of work:
 *
 *	signed_in signed_out		subject: the sign-in name
 *	roster_imported			subject: the file; detail: how many
 *	question_set_loaded		subject: the set's key; detail: its edition
 *	cycle_created and one for each move of a cycle (cycle_moves.c)
 *					subject: the fiscal year; detail: title or reason
 *	cycle_changed			the same; detail: which days, and why
 *	cycle_discarded			subject: its title; detail: the reason
 *	person_asked			subject: who came after the base date and is asked nevertheless
 *	sheet_given			subject: year, set and unit of each sheet made then
 *	sheet_unnamed			subject: department; detail: set (nobody to answer it yet)
 *	sheet_returned …		sheet_acts.h; subject: year, set and unit
 *	setting_saved flags_saved invited
 *	register_imported		subject: the file; detail: register and how many
 *	na_accepted na_review		subject: set and question, never whose answer; detail: the comment
 *	remarks_decided			subject: the cycle; detail: how many of each
 *	plan_made plan_changed		subject: the question; detail: the measure
 *	practice_recorded practice_decided
 *					subject: the text; or the decision
 *	line_… audit_file_… urgent_filed urgent_acknowledged
 *					subject: the number of audit or request, and the item; the detail of a file
 *					is its digest. What was written is kept beside, for who may read it
 *	entry_added entry_saved		subject: kind/number; detail: its name; what changed
 *	retention_changed		subject: the kind of records; detail: classes and why
 *	hold_set hold_lifted		subject: whose records; detail: the kind and why
 *	disposal_…			disposals.h
 *	archive_written			subject: the cycle; detail: the seal
 *	audits_archived			subject: the fiscal year; detail: the seal
 *	risk_decided risk_accepted risks_copied risks_settled
 *					subject: year, asset and threat, or the year; detail: the numbers, why, how many
 *	policy_reviewed			subject: the year; detail: the decision
 *	policy_imported policy_withdrawn standard_imported standard_withdrawn
 *					subject: the edition; detail: file and how many clauses; why
 */

#include "base/arena.h"
#include "base/day.h"
#include "db/db.h"

struct event {
	int64_t id, account_id; /* 0: the command line */
	instant_t at;
	const char *who; /* name of the account's person, or its login; "" for the command line */
	const char *what, *subject, *detail;
};

bool event_add(struct db *db, instant_t at, int64_t account_id, const char *what, const char *subject,
	const char *detail, struct err *e);

/* Newest first: those that came before the event of that id; 0: the latest. */
bool events_list(struct db *db, struct arena *a, int64_t before, int most, struct event **out, size_t *count,
	struct err *e);
/* The latest of one subject. */
bool events_about(struct db *db, struct arena *a, const char *subject, int most, struct event **out,
	size_t *count, struct err *e);

#endif
