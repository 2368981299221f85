#ifndef DOMAIN_ORGANISATION_REGISTER_H
#define DOMAIN_ORGANISATION_REGISTER_H

/*
 * Registers (台帳): information systems, contracts, cloud services, SNS accounts,
 * facilities, information assets. Which kinds there are and what an entry of each
 * has is data (questionnaires/registers.yaml); an entry is one text a field, the
 * fields every kind has in front. Days stand as 2026-10-16, people as staff
 * numbers, departments and other entries as their keys.
 *
 * Some choices say of an entry what flags say of a department (a facility has a
 * server room): of the flags such a field can tell, the entry's own count.
 */

#include "base/day.h"
#include "domain/organisation/flag.h"
#include "domain/questionnaire/questionnaire.h"
#include "yaml/yaml.h"

enum register_type {
	REGISTER_TEXT,
	REGISTER_NUMBER,
	REGISTER_DAY,
	REGISTER_CHOICE,
	REGISTER_PERSON,
	REGISTER_DEPARTMENT,
	REGISTER_ENTRY,
};

enum register_need {
	NEED_MAY,
	NEED_WANTED, /* an entry without it is kept and counts as incomplete */
	NEED_MUST,
};

struct register_choice {
	const char *word;
	flags_t flags;
};

struct register_field {
	const char *key, *title;
	const char *help; /* or NULL */
	enum register_type type;
	enum register_need need;
	int64_t most;   /* code points of a text; largest number */
	const char *of; /* REGISTER_ENTRY: the kind */
	struct register_choice *choices;
	size_t choice_count;
};

enum { FIELD_KEY, FIELD_NAME, FIELD_DEPARTMENT, FIELD_OWNER, FIELD_FROM, FIELD_UNTIL, FIELD_OWN };

struct register_kind {
	const char *key, *title, *help;
	const char *counter; /* what one is called beside a number: システム, 契約, 施設 */
	flags_t flags;       /* what holds of an entry because it is in this register */
	bool confidential; /* 非公開: known to the secretariat, auditors, management and the own manager only
			    */
	enum unit unit;    /* sets of this unit are answered per entry; UNIT_BODY: none are */
	const char *name_title; /* what a file may call the name besides: 名称 */
	/* names beside the codes, in files and lists */
	const char *department_title, *owner_title;
	struct register_field *fields; /* from FIELD_OWN on the kind's own */
	size_t count;
};

struct registers {
	struct register_kind *kinds;
	size_t count;
};

/* Everything lives in f->arena; NULL when f gained a fault. */
const struct registers *registers_load(const char *path, struct faults *f);
const struct registers *registers_parse(const char *yaml, size_t length, const char *name, struct faults *f);

const struct register_kind *register_find(const struct registers *r, const char *key); /* NULL: none */
const struct register_kind *register_of_unit(const struct registers *r, enum unit unit);

/* ---- entries ---- */

struct entry {
	int64_t id;                      /* 0: not stored yet */
	int64_t department_id, owner_id; /* once stored; owner_id 0: nobody */
	day_t department_until;          /* its last day; 0: it is there */
	const char **texts; /* one a field, "" when empty; in a file that lacks the column NULL */
	const char *department_name, *owner_name; /* "" unless it was stored */
	int line;                                 /* of the file */
};

/* Whether a person, a department or an entry of the kind `of` is there today. */
struct references {
	bool (*has)(void *context, enum register_type type, const char *of, const char *text);
	void *context;
};

struct entry_complaint {
	size_t field;
	const char *text;
};

/* What is wrong with an entry's texts, at most one complaint a field, in their order;
 * out has room for kind->count. Days come out as they are stored. */
size_t entry_check(struct arena *a, const struct register_kind *kind, const char **texts,
	const struct references *refs, struct entry_complaint *out);

/* Fields that are wanted and empty. */
size_t entry_lacks(const struct register_kind *kind, const char *const *texts);

bool entry_there(const struct entry *e, day_t day);            /* it has not ended before that day */
bool entry_department_ended(const struct entry *e, day_t day); /* before that day */

/* The department's flags, but for those which the entry decides itself, and its kind's. */
flags_t entry_flags(const struct register_kind *kind, const char *const *texts, flags_t department);

/* The kind's own fields as one document; what it has no field for any more is passed over in reading. */
const char *entry_fields(struct arena *a, const struct register_kind *kind, const char *const *texts);
bool entry_fields_read(struct arena *a, const struct register_kind *kind, const char *document,
	const char **texts, struct err *e);

/* ---- files ---- */

struct entries {
	const char *charset;
	struct entry *rows;
	size_t count;
};

/* Reads a CSV file: its first row names fields; 管理番号 must be there. NULL when f gained a fault. */
const struct entries *entries_parse(const struct register_kind *kind, const char *data, size_t length,
	const char *name, struct faults *f);

/* The first row of such a file: every field, then the names that are for reading only. */
size_t entries_header(const struct register_kind *kind, struct arena *a, const char ***titles);

/* What the file has no column for is taken from before; a new entry that does not say
 * from when it counts gets `first`. */
void entries_fill(struct arena *a, const struct register_kind *kind, const struct entries *before,
	const struct entries *after, day_t first);

/* Every fault of the filled rows, as entry_check finds them; days come out as they are stored. */
void entries_check(const struct register_kind *kind, const struct entries *rows,
	const struct references *refs, const char *name, struct faults *f);

enum register_change { REGISTER_NEW, REGISTER_CHANGED, REGISTER_GONE };

struct entry_difference {
	enum register_change change;
	const struct entry *before, *after; /* one is NULL for new and gone */
};

/* Both sides by key: new ones, changed ones, then those the file does not have; one
 * that has ended before `day` is not there to be gone. */
size_t entries_compare(struct arena *a, const struct register_kind *kind, const struct entries *before,
	const struct entries *after, day_t day, struct entry_difference **differences);

#endif
