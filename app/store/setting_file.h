#ifndef STORE_SETTING_FILE_H
#define STORE_SETTING_FILE_H

/* reports/settings.yaml as it is read. */

#include "store/setting.h"

struct raw_setting {
	int line, kind, least, most;
	const char *key, *title, *help, *value;
	struct setting_choice *choices;
	unsigned choices_count;
};

struct raw_settings {
	struct raw_setting *settings;
	unsigned settings_count;
};

extern const struct cyaml_schema_value setting_schema;

#endif
