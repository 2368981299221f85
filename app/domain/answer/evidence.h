#ifndef DOMAIN_ANSWER_EVIDENCE_H
#define DOMAIN_ANSWER_EVIDENCE_H

/*
 * Files handed in with an answer (証跡): which kinds are taken. A kind is told by
 * the bytes, and the name must say the same, so nothing comes in under another name
 * and nothing leaves under one a computer would run. Office documents with macros
 * are not taken.
 */

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/err.h"

struct evidence_kind {
	const char *key;     /* "pdf" "png" "jpeg" "docx" "xlsx" "pptx": it is stored */
	const char *type;    /* for the answer that carries it */
	const char *endings; /* of a name, each with a blank after it */
};

enum { EVIDENCE_NAME_MOST = 120 }; /* code points */
/* 機密性1–3; the higher the more it is to be kept. What is SECRECY_CLOSED (非公開, clause 10) only
 * whoever answers, the secretariat and auditors open. */
enum { SECRECY_LEAST = 1, SECRECY_CLOSED = 3, SECRECY_MOST = 3 };

/* What a file is. NULL with ERR_INPUT: it is none of these, or its name says it is another. */
const struct evidence_kind *evidence_kind_of(
	const char *name, const void *data, size_t length, struct err *e);
const struct evidence_kind *evidence_kind_find(const char *key); /* NULL when unknown */

/* The name without the folders some browsers send. NULL when nothing usable is left, or
 * when it does not show as it is (utf8_tricky). */
const char *evidence_name(struct arena *a, const char *sent);

#endif
