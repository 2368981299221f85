#ifndef DOMAIN_POLICY_POLICY_TEXT_H
#define DOMAIN_POLICY_POLICY_TEXT_H

/*
 * A policy document in the body's own words (基本方針の原文), read into its clauses.
 * It is the body's data: kept and shown as it was worded (原文ママ), never mended.
 *
 * What decides is how a line begins, after heading marks (#) of any number and list
 * marks: 1. is a clause, (1) in narrow or wide brackets one below it, ① one below
 * that. So it is of no matter that headings drift in depth or that some clauses are
 * plain lines. What follows the number of a heading, or of a short plain line, is the
 * title; what follows the number of a list entry or of a sentence is text already.
 *
 * A paragraph ends at a blank line, unless its last sentence is open: pages break
 * sentences apart. Comments (<!-- … -->) are passed over.
 */

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "yaml/yaml.h"

enum {
	POLICY_LEVELS = 3,
	POLICY_TEXT_MOST = 1 << 17, /* bytes of a document */
	POLICY_CLAUSES_MOST = 1000,
};

struct clause_text {
	const char *key;   /* "6", "6(3)", "6(3)①": the keys of the clause tree (domain/policy/policy.h) */
	const char *title; /* "" where the clause has none */
	const char **paragraphs;
	size_t paragraph_count;
	int level; /* 1 to POLICY_LEVELS */
	int line;
};

struct policy_text {
	const char **front; /* the lines before the first clause: body, title, edition */
	size_t front_count;
	struct clause_text *clauses; /* in the order of the document */
	size_t count;
};

/*
 * text is UTF-8 or CP932. What keeps the document from being used goes to f: no
 * clause, a number given twice, an entry outside any clause. What a reader should
 * know goes to odd, by line: numbers left out, headings that drift, sentences broken
 * apart, letters set apart (L G W A N), a kanji doubled. Both share one arena, in
 * which everything lives. NULL when f gained a fault.
 */
const struct policy_text *policy_text_read(
	const char *text, size_t length, const char *name, struct faults *f, struct faults *odd);

/* Title and paragraphs in one line. */
const char *clause_text_whole(struct arena *a, const struct clause_text *c);

/* The same wording for the purpose of comparing: blanks dropped, full-width letters
 * and digits made narrow. Never shown, never stored. */
const char *clause_text_shadow(struct arena *a, const char *text);

#endif
