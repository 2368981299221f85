#include <curl/curl.h>

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "base/words.h"
#include "mail/mail.h"

enum { CONNECT_SECONDS = 10, SECONDS = 60, REPLY_SIZE = 256, FIRST_REFUSAL = 400, NEVER = 500 };

struct mailer {
	struct mail_server server;
	CURL *curl;
	const char *message; /* what is left to hand over of the one that is sent */
	size_t left;
	bool handed_over;       /* all of it, so its end was told too */
	bool asked;             /* the recipient was named: before, a refusal is for the sender */
	char reply[REPLY_SIZE]; /* the server's last refusal */
};

static const struct {
	const char *name, *curl; /* as libcurl calls it */
	bool tls;
} schemes[] = {
	{"smtp://", "smtp://", false},
	{"smtp+tls://", "smtp://", true},
	{"smtps://", "smtps://", true},
};
enum { SCHEMES = sizeof schemes / sizeof *schemes };

static size_t
scheme_of(const char *url)
{
	size_t i = 0;
	while (i < SCHEMES && strncmp(url, schemes[i].name, strlen(schemes[i].name)) != 0)
		i++;
	return i;
}

bool
mail_server_check(const struct mail_server *s, struct err *e)
{
	size_t i = scheme_of(s->url);
	const char *host = i == SCHEMES ? "" : s->url + strlen(schemes[i].name);
	if (*host == '\0' || strpbrk(host, "/@?# \t\r\n") != NULL)
		return err_set(e, ERR_INPUT,
			_("a mail server is smtp://HOST:PORT, smtp+tls://HOST:PORT or smtps://HOST:PORT, not "
			  "\"%s\""),
			s->url);
	if (s->login != NULL && !schemes[i].tls)
		return err_set(
			e, ERR_INPUT, _("a password is only sent encrypted: use smtp+tls:// or smtps://"));
	return true;
}

/* ---- what libcurl asks and tells ---------------------------------------------------------- */

static size_t
message_read(char *to, size_t size, size_t count, void *with)
{
	struct mailer *m = with;
	size_t n = size * count < m->left ? size * count : m->left;
	memcpy(to, m->message, n);
	m->message += n;
	m->left -= n;
	m->handed_over = n == 0;
	return n;
}

static void
reply_keep(struct mailer *m, const char *line, size_t length)
{
	while (length > 0 && (unsigned char)line[length - 1] <= ' ')
		length--;
	if (length >= REPLY_SIZE)
		length = REPLY_SIZE - 1;
	bool plain = utf8_plain(line, length);
	memcpy(m->reply, line, length);
	m->reply[plain ? length : 0] = '\0';
}

static int
wire_watch(CURL *curl, curl_infotype what, char *data, size_t length, void *with)
{
	static const char recipient[] = "RCPT";
	struct mailer *m = with;
	(void)curl;
	if (what == CURLINFO_HEADER_IN && length > 0 && (*data == '4' || *data == '5'))
		reply_keep(m, data, length);
	if (what == CURLINFO_HEADER_OUT && length > 4 && memcmp(data, recipient, 4) == 0)
		m->asked = true;
	return 0;
}

/* ---- sending --------------------------------------------------------------------------------- */

static void
curl_begin(void)
{
	curl_global_init(CURL_GLOBAL_DEFAULT);
}

/* Without a promise of TLS it is used where the server offers it, whoever it says it is: better than none. */
static void
security_set(struct mailer *m)
{
	bool tls = schemes[scheme_of(m->server.url)].tls;
	curl_easy_setopt(m->curl, CURLOPT_USE_SSL, (long)(tls ? CURLUSESSL_ALL : CURLUSESSL_TRY));
	curl_easy_setopt(m->curl, CURLOPT_SSL_VERIFYPEER, (long)tls);
	curl_easy_setopt(m->curl, CURLOPT_SSL_VERIFYHOST, tls ? 2L : 0L);
	if (m->server.authorities != NULL)
		curl_easy_setopt(m->curl, CURLOPT_CAINFO, m->server.authorities);
	if (m->server.login != NULL) {
		curl_easy_setopt(m->curl, CURLOPT_USERNAME, m->server.login);
		curl_easy_setopt(m->curl, CURLOPT_PASSWORD, m->server.password);
	}
}

struct mailer *
mailer_create(const struct mail_server *s)
{
	static pthread_once_t once = PTHREAD_ONCE_INIT;
	pthread_once(&once, curl_begin);
	struct mailer *m = calloc(1, sizeof *m);
	if (m == NULL || (m->curl = curl_easy_init()) == NULL)
		abort();
	m->server = *s;
	size_t scheme = scheme_of(s->url);
	struct buf url = BUF_INIT;
	buf_addf(&url, "%s%s", schemes[scheme].curl, s->url + strlen(schemes[scheme].name));
	curl_easy_setopt(m->curl, CURLOPT_URL, url.data);
	buf_free(&url);
	curl_easy_setopt(m->curl, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(m->curl, CURLOPT_PROXY, "");
	curl_easy_setopt(m->curl, CURLOPT_CONNECTTIMEOUT, (long)CONNECT_SECONDS);
	curl_easy_setopt(m->curl, CURLOPT_TIMEOUT, (long)SECONDS);
	curl_easy_setopt(m->curl, CURLOPT_UPLOAD, 1L);
	curl_easy_setopt(m->curl, CURLOPT_READFUNCTION, message_read);
	curl_easy_setopt(m->curl, CURLOPT_READDATA, m);
	curl_easy_setopt(m->curl, CURLOPT_VERBOSE, 1L); /* only so that wire_watch is called */
	curl_easy_setopt(m->curl, CURLOPT_DEBUGFUNCTION, wire_watch);
	curl_easy_setopt(m->curl, CURLOPT_DEBUGDATA, m);
	security_set(m);
	return m;
}

void
mailer_destroy(struct mailer *m)
{
	if (m == NULL)
		return;
	curl_easy_cleanup(m->curl);
	free(m);
}

/* What a failed transfer means for the message. Before the recipient was named it
 * is no matter of this message; once all was handed over, only the server's own
 * refusal tells that it was not taken. */
static enum mail_outcome
outcome_of(const struct mailer *m, CURLcode code, long status)
{
	bool refused = status >= FIRST_REFUSAL;
	if (code == CURLE_OK)
		return MAIL_SENT;
	if (m->handed_over && !refused)
		return MAIL_UNKNOWN;
	if (!m->asked)
		return MAIL_AWAY;
	return refused && status >= NEVER ? MAIL_REFUSED : MAIL_LATER;
}

static enum mail_outcome
message_send(struct mailer *m, const struct mail *mail, const struct buf *text, struct err *e)
{
	long status = 0;
	struct buf from = BUF_INIT, to = BUF_INIT;
	buf_addf(&from, "<%s>", mail->from);
	buf_addf(&to, "<%s>", mail->to);
	struct curl_slist *recipients = curl_slist_append(NULL, to.data);
	m->message = text->data;
	m->left = text->length;
	m->handed_over = m->asked = false;
	m->reply[0] = '\0';
	curl_easy_setopt(m->curl, CURLOPT_MAIL_FROM, from.data);
	curl_easy_setopt(m->curl, CURLOPT_MAIL_RCPT, recipients);
	CURLcode code = curl_easy_perform(m->curl);
	curl_easy_getinfo(m->curl, CURLINFO_RESPONSE_CODE, &status);
	curl_easy_setopt(m->curl, CURLOPT_MAIL_RCPT, NULL);
	curl_slist_free_all(recipients);
	buf_free(&from);
	buf_free(&to);
	enum mail_outcome outcome = outcome_of(m, code, status);
	if (outcome != MAIL_SENT)
		err_set(e, ERR_SYSTEM, "%s%s%s", curl_easy_strerror(code), m->reply[0] != '\0' ? ": " : "",
			m->reply);
	return outcome;
}

enum mail_outcome
mail_send(struct mailer *m, const struct mail *mail, struct err *e)
{
	struct buf text = BUF_INIT;
	enum mail_outcome outcome = MAIL_REFUSED;
	if (mail_format(mail, &text, e)) {
		outcome = message_send(m, mail, &text, e);
		/* The server may have closed the kept connection meanwhile: once more on a new one. */
		if (outcome == MAIL_AWAY || outcome == MAIL_LATER) {
			long status = 0;
			curl_easy_getinfo(m->curl, CURLINFO_RESPONSE_CODE, &status);
			curl_easy_setopt(m->curl, CURLOPT_FRESH_CONNECT, 1L);
			if (status < FIRST_REFUSAL)
				outcome = message_send(m, mail, &text, e);
			curl_easy_setopt(m->curl, CURLOPT_FRESH_CONNECT, 0L);
		}
	}
	buf_free(&text);
	return outcome;
}
