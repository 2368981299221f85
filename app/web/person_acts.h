#ifndef WEB_PERSON_ACTS_H
#define WEB_PERSON_ACTS_H

/* What the secretariat enters about one person. */

#include "web/act_form.h"

extern const struct acts person_acts;

#endif
