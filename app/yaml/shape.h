#ifndef YAML_SHAPE_H
#define YAML_SHAPE_H

/* Known to this folder only. */

#include "yaml/tree.h"

/* Compares the tree with the schema and names every difference. What cannot be
 * loaded is marked as dropped; returns false when that is everything. */
bool shape_check(
	struct node *root, const struct cyaml_schema_value *schema, const char *name, struct faults *f);

/* Fills the YAML_LINE members of what was loaded from the tree. */
void shape_lines(const struct node *root, const struct cyaml_schema_value *schema, void *data);

#endif
