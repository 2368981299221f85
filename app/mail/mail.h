#ifndef MAIL_MAIL_H
#define MAIL_MAIL_H

/*
 * The door to the mail server: one message at a time over SMTP (libcurl), the
 * connection kept for the next one. A message is plain UTF-8 text to one address;
 * nothing in it can start a header or a second recipient.
 *
 * After mail_send it is known whether the server has taken the message, will not,
 * or may be asked again; and where the connection broke in the one moment in which
 * the server may or may not have taken it, exactly that is said: MAIL_UNKNOWN.
 * A mailer belongs to one thread at a time.
 */

#include <stdbool.h>

#include "base/buf.h"
#include "base/day.h"
#include "base/err.h"

struct mail_server {
	const char
		*url; /* smtp://HOST:PORT (TLS when offered), smtp+tls:// (STARTTLS or nothing), smtps:// */
	const char *login, *password; /* NULL: none; never sent without TLS */
	const char *authorities;      /* file of certificates to trust; NULL: the system's */
};

struct mail {
	const char *from, *from_name; /* an address, and a name for people ("": none) */
	const char *to, *to_name;
	const char *subject;
	const char *text; /* lines end with \n */
	const char *id;   /* Message-ID without its brackets */
	instant_t at;
};

/* One plain address, ASCII: local@domain. */
bool mail_address_fits(const char *address);

/* The message as it is sent (RFC 5322, 2047): ERR_INPUT for an address that is none or
 * a control character in a name or the subject. */
bool mail_format(const struct mail *m, struct buf *out, struct err *e);

enum mail_outcome {
	MAIL_SENT,
	MAIL_REFUSED, /* this message will never be taken: no such mailbox */
	MAIL_LATER,   /* this message was not taken now */
	MAIL_AWAY,    /* no message can be sent: no connection, login or sender refused */
	MAIL_UNKNOWN, /* the connection broke after the whole message had been handed over */
};

struct mailer;

bool mail_server_check(
	const struct mail_server *s, struct err *e);       /* the URL; a login without a TLS scheme */
struct mailer *mailer_create(const struct mail_server *s); /* checked before; connects when first used */
void mailer_destroy(struct mailer *m);                     /* NULL accepted */
enum mail_outcome mail_send(struct mailer *m, const struct mail *mail, struct err *e);

#endif
