#include "cli/commands.h"

#include <stdio.h>

#include "base/words.h"
#include "store/figure/tallies.h"
#include "store/store.h"

static void
say(void *with, const char *line)
{
	(void)with;
	printf("%s\n", line);
}

static bool
run(const struct arguments *a, struct err *e)
{
	struct verify_result r;
	struct store *s = store_open(a->texts[0], e);
	if (s == NULL)
		return false;
	bool ok = tallies_verify(s, say, NULL, &r, e);
	store_close(s);
	if (!ok)
		return false;
	printf("sheets: %lld\nsubmissions: %lld\nreceipts: %lld\nanswers: %lld\ndisposed: %lld\n",
		(long long)r.sheets, (long long)r.submissions, (long long)r.receipts, (long long)r.answers,
		(long long)r.disposed);
	printf("events: %lld\nlog: %s\ndifferences: %lld\n", (long long)r.events, r.log_head,
		(long long)r.differences);
	return r.differences == 0 || err_set(e, ERR_SYSTEM, _("the summaries and the answers differ"));
}

static const struct option_row options[] = {
	OPTION_DATA,
};

const struct command cmd_verify = {
	.name = "verify",
	.summary = N_("count everything again and report each difference"),
	.operands = "",
	.options = options,
	.option_count = sizeof options / sizeof *options,
	.run = run,
};
