#ifndef DOMAIN_ROSTER_H
#define DOMAIN_ROSTER_H

/*
 * The roster (職員名簿) as a CSV file: one row a person. The header row names the
 * columns, in Japanese or in English, in any order; unknown columns are a fault:
 *
 *	職員番号 number, 氏名 name, フリガナ kana, 職員種別 kind, 所属コード department,
 *	所属名 department_name, サインイン名 (or ログイン名) login,
 *	権限 roles (blank: staff)
 *
 * number, name, department and department_name must be there and filled in; the
 * other columns may be missing. Roles are keys or their Japanese names, apart by
 * blanks or commas; everyone in the roster is staff besides. Texts stay as they
 * came, 髙 﨑 𠮷 and variants of kanji included. Blank lines and rows of nothing
 * but commas are passed over.
 *
 * Reading gathers every fault with its line; a file with one fault is refused
 * whole. Comparing says what would change before anything does.
 */

#include <stdbool.h>
#include <stddef.h>

#include "yaml/yaml.h"

struct roster_row {
	const char *number, *name, *kana, *kind;
	const char *department, *department_name;
	const char *login; /* "" when none is given: the staff number then */
	unsigned roles;
	int line;
};

struct roster {
	const char *charset; /* "UTF-8" or "CP932" */
	struct roster_row *rows;
	size_t count;
};

const struct roster *roster_parse(const char *data, size_t length, const char *name, struct faults *f);

/* Doubles, and departments with two names: what only shows across rows. */
void roster_check(const struct roster *r, const char *name, struct faults *f);

const char *roster_login(const struct roster_row *r); /* the name one signs in with */

enum roster_change { ROSTER_SAME, ROSTER_NEW, ROSTER_CHANGED, ROSTER_GONE };

struct roster_difference {
	enum roster_change change;
	const struct roster_row *before, *after; /* one is NULL for new and gone */
};

/* Both sides by staff number. Result in the arena: new, changed, gone, in file order; same ones left out. */
size_t roster_compare(struct arena *a, const struct roster *before, const struct roster *after,
	struct roster_difference **differences);

#endif
