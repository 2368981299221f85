/* tenken report verify: whether a PDF is one that was issued. */
#include "cli/commands.h"

#include <stdio.h>

#include "base/file.h"
#include "base/words.h"
#include "report/verify.h"

static void
document_say(const struct verified *v)
{
	char day[16];
	const struct document *d = &v->document;
	day_format(day_of_instant(d->issued_at), day);
	printf("document: %s\nnumber: %s\nedition: %d\nstanding: %d\nreaders: %s\nissued: %s %s\n", v->title,
		v->number, d->edition, v->standing, d->readers, day, d->issued_by);
	if (v->fingerprint[0] != '\0')
		printf("sha256: %s\n", v->fingerprint);
}

static void
disposal_say(const struct verified *v)
{
	char day[16];
	day_format(day_of_instant(v->disposed_at), day);
	printf("disposed: %s\n", day);
}

static bool
verdict_say(const struct verified *v, struct err *e)
{
	printf("verdict: %s\n", verdict_key(v->verdict));
	if (v->document.id != 0)
		document_say(v);
	if (v->disposed_at != 0)
		disposal_say(v);
	fflush(stdout);
	switch (v->verdict) {
	case VERDICT_ALTERED:
		return err_set(e, ERR_INPUT,
			_("the file names a document that was issued, but it is not byte for byte that one"));
	case VERDICT_DISPOSED:
		puts(_("The file is one that was issued here. What is known of it was disposed of with the "
		       "records it was among; whether a later edition replaced it cannot be told any more."));
		return true;
	case VERDICT_UNKNOWN:
		return err_set(e, ERR_INPUT, _("the file is none that was issued here"));
	default:
		return true;
	}
}

static bool
run(const struct arguments *args, struct err *e)
{
	char *bytes;
	size_t length;
	struct verified v;
	struct store *s = store_open(args->texts[0], e);
	if (s == NULL)
		return false;
	struct arena *a = arena_create();
	bool ok = file_read(a, args->positional[0], &bytes, &length, e) &&
		  report_verify(s, a, bytes, length, &v, e) && verdict_say(&v, e);
	arena_destroy(a);
	store_close(s);
	return ok;
}

static const struct option_row options[] = {
	OPTION_DATA,
};

const struct command cmd_report_verify = {
	.name = "report verify",
	.summary = N_("say whether a PDF is one that was issued, and whether a later edition replaced it"),
	.operands = "FILE",
	.operand_least = 1,
	.operand_most = 1,
	.options = options,
	.option_count = sizeof options / sizeof *options,
	.run = run,
};
