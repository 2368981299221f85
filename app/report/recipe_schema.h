#ifndef REPORT_RECIPE_SCHEMA_H
#define REPORT_RECIPE_SCHEMA_H

extern const struct cyaml_schema_value recipe_schema;

#endif
