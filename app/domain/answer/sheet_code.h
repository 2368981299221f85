#ifndef DOMAIN_ANSWER_SHEET_CODE_H
#define DOMAIN_ANSWER_SHEET_CODE_H

/*
 * The code of a sheet printed on its paper, such as R08-7K3F-29: fiscal year, the
 * sheet, two check digits that catch every sign read wrongly and every two
 * neighbours exchanged within a part. No sign looks like another. It names a
 * sheet and is no secret.
 */

#include <stdint.h>

#include "base/arena.h"

const char *sheet_code(struct arena *a, int year, int64_t sheet_id);

/* What someone typed (small letters, full width, no hyphens) as it was printed; NULL when it is no code. */
const char *sheet_code_read(struct arena *a, const char *typed);

#endif
