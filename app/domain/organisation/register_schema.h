#ifndef DOMAIN_ORGANISATION_REGISTER_SCHEMA_H
#define DOMAIN_ORGANISATION_REGISTER_SCHEMA_H

/* registers.yaml as it is written. Known to register.c only. */

#include "domain/organisation/register.h"

struct raw_register_choice {
	const char *word, *flags;
	int line;
};

struct raw_register_field {
	const char *key, *title, *help, *of;
	enum register_type type;
	enum register_need need;
	int most, line;
	struct raw_register_choice *choices;
	size_t choices_count;
};

struct raw_register {
	const char *key, *title, *help, *counter, *name, *owner, *flags;
	int unit; /* of enum unit, plus one; 0: none */
	int confidential;
	enum register_need owner_need;
	struct raw_register_field *fields;
	size_t fields_count;
	int line;
};

struct raw_columns {
	const char *key, *name, *department, *department_name, *owner, *owner_name, *from, *until;
};

struct raw_registers {
	struct raw_columns columns;
	struct raw_register *kinds;
	size_t kinds_count;
	int line;
};

extern const struct cyaml_schema_value registers_schema; /* struct raw_registers */

#endif
