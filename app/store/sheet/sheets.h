#ifndef STORE_SHEET_SHEETS_H
#define STORE_SHEET_SHEETS_H

/*
 * Sheets (回答票) and what happens to them: saving, submitting, keeping; and what
 * the managers and the secretariat do with them (sheet_acts.h). A set's unit says
 * what one sheet stands for: a person of the base date, a department that meets
 * the set's condition, or the body. Who answers for a department is its manager, for
 * the body the secretariat, for a system, contract, account or facility its owner
 * (entry_sheets.h); where nobody is found, someone is named later.
 *
 * The last acknowledged state wins. Submitting the same answers again gives the
 * same receipt. A form made from an older revision does not erase what another
 * window saved meanwhile (domain/answer/answers.h, answers_merge). Answers to knowledge
 * questions stand once their right ones were shown (store/sheet/lessons.h): then a later
 * save or submission changes the other answers only.
 */

#include "domain/answer/answers.h"
#include "domain/answer/sheet_state.h"
#include "store/cycle/cycles.h"
#include "store/writer.h"

struct sheet {
	int64_t id, cycle_id, department_id;
	int64_t person_id; /* who answers; 0: nobody has been named yet */
	int64_t unit_id;   /* what it stands for, by the set's unit; 0 the body */
	const char *set_key, *unit_name, *person_name, *person_kind;
	const char *code; /* as printed on paper, or NULL */
	int revision;
	const char *draft, *submitted, *kept; /* documents or NULL */
	instant_t draft_at, submitted_at, first_at, kept_at;
	instant_t told_at; /* all that others learn of when it was submitted */
	bool late;
	int seconds;         /* the form was in hand, as far as is known; or SHEET_SECONDS_UNKNOWN */
	const char *receipt; /* number of the latest, or NULL */
	instant_t returned_at, confirmed_at, proxy_at, excluded_at; /* 0: it is not */
	const char *proxy_name;     /* who typed in what was submitted last; NULL: whoever answers */
	day_t paper_day;            /* and of which day that was; 0: not known */
	const char *return_comment; /* while returned; else NULL */
	bool asked;                 /* to look at an answer again (store/decision/na.h) */
	instant_t taught_at, read_at; /* 答え合わせ, of whoever answers now (store/sheet/lessons.h); 0: not yet */
	const char *excluded_reason, *excluded_text; /* while excluded; else NULL */
	/* of the cycle and the department, for whoever shows it */
	enum cycle_state state;
	day_t due_day, grace_day; /* grace_day 0: none */
	bool individual;          /* the manager may read the answers */
	const char *department_name;
	flags_t flags; /* of all departments it counts in */
};

enum { SHEET_SECONDS_UNKNOWN = -1 };

struct sheet_facts sheet_facts(const struct sheet *s); /* for sheet_state_of and sheet_may */
enum sheet_state sheet_standing(const struct sheet *s);
bool sheet_answerable(const struct sheet *s); /* whoever answers it may save and submit now */
/* Whether the knowledge answers stand (domain/answer/answers.h, answers_stand). Paper was written before
 * anything was shown: what came in from paper may be typed in from it once more. */
bool sheet_taught(const struct sheet *s, bool from_paper);
/* Then puts them back in place of what is in answers, and lists where that was otherwise. */
bool sheet_keep_known(struct arena *a, const struct sheet *s, bool from_paper, struct answers *answers,
	const struct item ***refused, size_t *count, struct err *e);

bool sheet_find(struct db *db, struct arena *a, int64_t id, struct sheet *out, struct err *e);
bool sheets_of_person(struct db *db, struct arena *a, int64_t person_id, struct sheet **out, size_t *count,
	struct err *e); /* newest cycle first; without documents */
bool sheets_of_department(struct db *db, struct arena *a, int64_t cycle_id, int64_t department_id,
	const char *set_key, struct sheet **out, size_t *count,
	struct err *e); /* by staff number; without documents */

enum { SHEET_FILTERS = 10 };
extern const char *const sheet_filters[SHEET_FILTERS]; /* "fresh" "draft" "unsubmitted" "submitted" (and not
							  confirmed) "returned" "confirmed" "excluded"
							  "late" "proxied" "unnamed" */
struct sheet_wanted {
	int64_t cycle_id, department_id; /* department_id 0: every one */
	const char *set_key, *filter;    /* NULL: all */
	int skip, most;
};
bool sheets_list(struct db *db, struct arena *a, const struct sheet_wanted *w, struct sheet **out,
	size_t *count, struct err *e); /* by department, set and staff number; without documents */

struct receipt {
	const char *number;
	int64_t sheet_id;
	instant_t submitted_at;
	int answered;
};
/* R08-000123-1: the fiscal year, the sheet, how often it was submitted. */
const char *receipt_number(struct arena *a, int year, int64_t sheet_id, int64_t nth);
bool receipt_of_sheet(struct db *db, struct arena *a, int64_t sheet_id, struct receipt *out,
	struct err *e); /* the latest; ERR_ABSENT */

/* One save or submission, run inside a piece. answers was fitted and, for a
 * submission, found complete by the caller against the revision it read; the
 * work merges again if another save came between. */
struct sheet_change {
	int64_t sheet_id, person_id; /* whose sheet it must be; else ERR_DENIED */
	int64_t proxy_by;  /* the account that types in what stands on paper; 0: the person's own doing */
	day_t paper_day;   /* written on the paper: was it handed in on time? 0: now decides */
	instant_t shown;   /* the form was; 0 when unknown */
	instant_t kept;    /* when what it showed of answers kept aside (sheet_keep) was kept; 0: none */
	int base_revision; /* of the form */
	bool submit;
	struct answers answers;
	flags_t flags; /* becomes what the cycle has frozen */
	instant_t now;
	struct arena *arena; /* what comes out lives in it */
	/* out */
	int revision;
	struct receipt receipt;       /* submit only */
	const struct item **replaced; /* differing items of a newer save that this one replaced */
	size_t replaced_count;
	struct answers former;       /* merged: all that the newer save said */
	const struct item **refused; /* knowledge questions answered otherwise than stands */
	size_t refused_count;
	bool merged;             /* the form was stale */
	struct missing *missing; /* submit: after merging something lacks; saved as a draft instead */
	size_t missing_count;
};
bool sheet_change(struct db *db, struct piece *p, struct sheet_change *c, struct err *e);

/* For a session that has ended: nothing of the sheet changes. shown: as above. */
bool sheet_keep(struct db *db, int64_t sheet_id, int64_t person_id, const char *answers, instant_t shown,
	instant_t now, struct err *e);

#endif
