#ifndef DOMAIN_ORGANISATION_ROSTER_H
#define DOMAIN_ORGANISATION_ROSTER_H

/*
 * The roster (職員名簿) as a CSV file: one row a person, as everyone stands on one
 * day. The header row names the columns, in Japanese or in English, in any order;
 * unknown columns are a fault:
 *
 *	職員番号 number, 氏名 name, フリガナ kana, 職員種別 kind, 所属コード department,
 *	所属名 department_name, サインイン名 (or ログイン名) login, 権限 roles,
 *	メール mail, 職名 title, 兼務 concurrent, 採用日 joined, 退職日 left,
 *	休職開始日 absent_from, 休職終了日 absent_to, 休職事由 absence
 *
 * number, name, department and department_name must be there and filled in. Any
 * other column may be missing: then what is known stays as it is. Roles are keys or
 * their Japanese names, apart by blanks or commas; everyone in the roster is staff
 * besides. 兼務 holds the codes of further departments. Days are 2026-04-01 or
 * 2026/4/1. Texts stay as they came (domain/answer/table.h).
 *
 * Reading gathers every fault with its line; a file with one fault is refused
 * whole. Comparing says what would change before anything does.
 */

#include <stdbool.h>
#include <stddef.h>

#include "base/day.h"
#include "yaml/yaml.h"

enum roster_column {
	ROSTER_NUMBER,
	ROSTER_NAME,
	ROSTER_KANA,
	ROSTER_KIND,
	ROSTER_DEPARTMENT,
	ROSTER_DEPARTMENT_NAME,
	ROSTER_LOGIN,
	ROSTER_ROLES,
	ROSTER_MAIL,
	ROSTER_TITLE,
	ROSTER_CONCURRENT,
	ROSTER_JOINED,
	ROSTER_LEFT,
	ROSTER_ABSENT_FROM,
	ROSTER_ABSENT_TO,
	ROSTER_ABSENCE,
};
enum { ROSTER_COLUMNS = ROSTER_ABSENCE + 1 };

struct roster_row {
	const char *number, *name, *kana, *kind;
	const char *department, *department_name;
	const char *login; /* "" when none is given: the staff number then */
	unsigned roles;
	int line;
	const char *mail, *title; /* NULL is "" here and below */
	const char *concurrent;   /* codes in order, apart by one blank */
	day_t joined, left;       /* 0: none */
	day_t absent_from, absent_to;
	const char *absence; /* why */
	bool later; /* of a comparison's older side: hired only after the day; not gone when the file lacks it
		     */
};

struct roster {
	const char *charset; /* "UTF-8" or "CP932" */
	struct roster_row *rows;
	size_t count;
	unsigned lacks; /* 1 << column for each the file does not have */
};

const struct roster *roster_parse(const char *data, size_t length, const char *name, struct faults *f);

/* Doubles, and departments with two names: what only shows across rows. */
void roster_check(const struct roster *r, const char *name, struct faults *f);

const char *roster_login(const struct roster_row *r); /* the name one signs in with */

/* What a column is called, and what a row has in it, in the words of the file. */
const char *roster_title(enum roster_column c);
const char *roster_text(struct arena *a, const struct roster_row *r, enum roster_column c);

/* The codes in r->concurrent. */
size_t roster_concurrent(struct arena *a, const struct roster_row *r, const char ***codes);

enum roster_change { ROSTER_SAME, ROSTER_NEW, ROSTER_CHANGED, ROSTER_GONE };

struct roster_difference {
	enum roster_change change;
	const struct roster_row *before, *after; /* one is NULL for new and gone */
};

/* Both sides by staff number. Result in the arena: new, changed, gone, in file order; same ones left out.
 * What the newer roster lacks is taken over from the older: `after` of a changed one is whole. */
size_t roster_compare(struct arena *a, const struct roster *before, const struct roster *after,
	struct roster_difference **differences);
/* Columns in which a changed one differs, by roster_text. */
size_t roster_changed(struct arena *a, const struct roster_difference *d, enum roster_column **columns);
/* Takes over from `known` what the roster lacks. */
void roster_complete(struct roster_row *row, const struct roster_row *known, unsigned lacks);

#endif
