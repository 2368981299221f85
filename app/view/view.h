#ifndef VIEW_VIEW_H
#define VIEW_VIEW_H

/*
 * Pages: the door to ctemplate. view.cc is the one C++ file; nothing is thrown
 * through it. All templates of a directory are loaded at start and one that does
 * not parse, or does not open with {{%AUTOESCAPE context="HTML"}}, stops the start.
 *
 * A dict is what a page is filled with. Names are those of the columns and form
 * fields, in lower case. Values are copied and escaped by the template for the
 * place they stand in. A dict belongs to one thread and is freed with its root.
 */

#include <stdbool.h>

#include "base/buf.h"
#include "base/err.h"

struct view;
struct dict;

struct view *view_create(const char *directory, struct err *e);
void view_destroy(struct view *v);

struct dict *dict_create(void);
void dict_destroy(struct dict *d); /* the root only; NULL accepted */

void dict_set(struct dict *d, const char *name, const char *text); /* NULL sets "" */
void dict_setf(struct dict *d, const char *name, const char *format, ...)
	__attribute__((format(printf, 3, 4)));
void dict_show(struct dict *d, const char *section);        /* {{#section}} once, same values */
struct dict *dict_add(struct dict *d, const char *section); /* one more turn of {{#section}} */
struct dict *dict_include(struct dict *d, const char *name, const char *file); /* {{>name}} */

/* Appends the filled template to out. */
bool view_fill(struct view *v, const char *file, struct dict *d, struct buf *out, struct err *e);

/* The same inside another template, at the place where that one says <!--page-->:
 * includes do not see the values of the page that includes them, this does. */
bool view_fill_within(
	struct view *v, const char *outer, const char *file, struct dict *d, struct buf *out, struct err *e);

#endif
