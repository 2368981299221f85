#ifndef CLI_SERVE_MAIL_H
#define CLI_SERVE_MAIL_H

/* How `serve` is told of the mail server. */

#include "base/arena.h"
#include "work/remind.h"

/* url NULL: no mail. login is a file of two lines, sign-in name and password, so that
 * neither stands on the command line. What comes out lives in the arena. */
bool serve_mail(struct arena *a, const char *url, const char *from, const char *login,
	const char *authorities, struct remind_config *out, struct err *e);

#endif
