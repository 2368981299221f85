#ifndef WEB_ORGANISATION_PERSON_ACTS_H
#define WEB_ORGANISATION_PERSON_ACTS_H

/* What the secretariat enters about one person. */

#include "web/organisation/act_form.h"

extern const struct acts person_acts;

#endif
