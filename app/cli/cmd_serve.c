#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "base/file.h"
#include "base/number.h"
#include "base/words.h"
#include "cli/commands.h"
#include "cli/serve_mail.h"
#include "draw/font.h"
#include "http/http.h"
#include "report/freeze.h"
#include "report/report.h"
#include "web/web.h"
#include "work/runner.h"

enum { ADDRESS_SIZE = 256, PORT_MOST = 65535 };

/* "127.0.0.1:8080", "[::1]:8080" */
static bool
listen_parse(const char *text, char address[ADDRESS_SIZE], int *port, struct err *e)
{
	int64_t number;
	const char *colon = strrchr(text, ':');
	size_t length = colon == NULL ? 0 : (size_t)(colon - text);
	bool bracketed = length > 2 && text[0] == '[' && text[length - 1] == ']';
	if (bracketed) {
		text++;
		length -= 2;
	}
	if (length == 0 || length >= ADDRESS_SIZE || !number_parse(colon + 1, 0, PORT_MOST, &number) ||
		(!bracketed && memchr(text, ':', length) != NULL))
		return err_set(e, ERR_INPUT, _("--listen takes ADDRESS:PORT, not \"%s\""), text - bracketed);
	memcpy(address, text, length);
	address[length] = '\0';
	*port = (int)number;
	return true;
}

static bool
listen_check(const char *text, struct err *e)
{
	char address[ADDRESS_SIZE];
	int port;
	return listen_parse(text, address, &port, e);
}

enum { DATA, LISTEN, SMTP, MAIL_FROM, SMTP_LOGIN, SMTP_CA };

static const struct option_row options[] = {
	[DATA] = OPTION_DATA,
	[LISTEN] = {"listen", OPTION_TEXT, "ADDRESS:PORT",
		N_("where to listen; 127.0.0.1:8080 unless given, [::1]:8080 for IPv6, port 0 for any"),
		.check = listen_check},
	[SMTP] = {"smtp", OPTION_TEXT, "URL",
		N_("the mail server for reminders: smtp://HOST:PORT, smtp+tls:// (STARTTLS), smtps://")},
	[MAIL_FROM] = {"mail-from", OPTION_TEXT, "ADDRESS", N_("the address reminders come from")},
	[SMTP_LOGIN] = {"smtp-login", OPTION_TEXT, "FILE",
		N_("a file of two lines: sign-in name and password for the mail server")},
	[SMTP_CA] = {"smtp-ca", OPTION_TEXT, "FILE", N_("certificates to trust the mail server by")},
};

/* One descriptor a connection, and the usual soft limit is 1,024. */
static void
descriptors_raise(void)
{
	struct rlimit l;
	if (getrlimit(RLIMIT_NOFILE, &l) != 0)
		return;
	l.rlim_cur = l.rlim_max;
	setrlimit(RLIMIT_NOFILE, &l);
}

/* The signals are blocked before any thread begins, so that only this one takes them. */
static void
signals_block(sigset_t *awaited)
{
	signal(SIGPIPE, SIG_IGN);
	sigemptyset(awaited);
	sigaddset(awaited, SIGINT);
	sigaddset(awaited, SIGTERM);
	pthread_sigmask(SIG_BLOCK, awaited, NULL);
}

static bool
serve_until_told(const struct http_config *config, struct web *w, const sigset_t *awaited, struct err *e)
{
	int signal_number;
	struct http *h = http_start(config, web_handle, w, e);
	if (h == NULL)
		return false;
	bool six = strchr(config->address, ':') != NULL;
	printf("listening: http://%s%s%s:%d\n", six ? "[" : "", config->address, six ? "]" : "",
		http_port(h));
	fflush(stdout);
	sigwait(awaited, &signal_number);
	http_stop(h);
	return true;
}

/* Everything that runs while the server does. */
static bool
serve_body(const struct http_config *config, struct store *s, const struct remind_config *remind,
	const sigset_t *awaited, struct err *e)
{
	bool ready = fonts_open(e) && recipes_check(e) && report_freeze_left(s, e);
	struct web *w = ready ? web_create(s, e) : NULL;
	if (w == NULL)
		return false;
	struct runner *jobs = runner_create(s, &(struct runner_config){.remind = *remind});
	bool served = serve_until_told(config, w, awaited, e);
	runner_destroy(jobs);
	web_destroy(w);
	return served;
}

/* Two of one body would each do its jobs and send its reminders. */
static bool
body_hold(struct arena *a, const char *directory, int *fd, struct err *e)
{
	bool held;
	if (!store_there(directory))
		return true; /* opening it says what is missing */
	return file_hold(arena_printf(a, "%s/serving", directory), fd, &held, e) &&
	       (held || err_set(e, ERR_CONFLICT, _("%s is being served by another tenken"), directory));
}

static bool
serve_run(const struct arguments *a, struct err *e)
{
	sigset_t awaited;
	char address[ADDRESS_SIZE];
	struct remind_config remind;
	struct arena *arena = arena_create();
	struct http_config config = {.address = address, .body_allowed = web_body_allowed};
	bool told = listen_parse(a->given[LISTEN] ? a->texts[LISTEN] : "127.0.0.1:8080", address,
			    &config.port, e) &&
		    serve_mail(arena, a->texts[SMTP], a->texts[MAIL_FROM], a->texts[SMTP_LOGIN],
			    a->texts[SMTP_CA], &remind, e);
	signals_block(&awaited);
	descriptors_raise();
	int held = -1; /* before it is opened, which may bring it up to date */
	bool ours = told && body_hold(arena, a->texts[DATA], &held, e);
	struct store *s = ours ? store_open(a->texts[DATA], e) : NULL;
	bool served = s != NULL && serve_body(&config, s, &remind, &awaited, e);
	if (served) {
		struct writer_counts stored = writer_counts(store_writer(s));
		printf("stored: %zu\ncommits: %zu\n", stored.pieces, stored.commits);
	}
	store_close(s);
	if (held >= 0)
		close(held);
	arena_destroy(arena);
	return served;
}

const struct command cmd_serve = {
	.name = "serve",
	.summary = N_("serve a body's self-inspection to browsers"),
	.operands = "",
	.options = options,
	.option_count = sizeof options / sizeof *options,
	.run = serve_run,
};
