#ifndef YAML_TREE_H
#define YAML_TREE_H

/*
 * A YAML text as a tree with line numbers, made by libyaml's events. Known to
 * this folder only.
 */

#include "base/buf.h"
#include "yaml/yaml.h"

enum node_kind { NODE_TEXT, NODE_LIST, NODE_RECORD };

struct node {
	enum node_kind kind;
	int line;
	const char *text;       /* NODE_TEXT */
	struct node **children; /* of a record: key, value, key, value … */
	size_t count;
	bool dropped; /* found faulty: left out of what is loaded */
};

/* NULL when the text is not one YAML document; f then says why. */
struct node *tree_parse(const char *text, size_t length, const char *name, struct faults *f);

/* Writes the tree, without what was dropped, as YAML. */
void tree_write(const struct node *root, struct buf *out);

#endif
