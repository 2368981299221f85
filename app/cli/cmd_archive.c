/* tenken archive write, verify, list: a closed year in one sealed file. */
#include "cli/commands.h"

#include <ctype.h>
#include <stdio.h>

#include "base/file.h"
#include "base/words.h"
#include "domain/keep/manifest.h"
#include "draw/font.h"
#include "work/archive.h"
#include "work/archive_audits.h"

/* Names in a file that came from elsewhere must not steer the terminal. */
static void
say(void *with, const char *line)
{
	(void)with;
	for (const char *at = line; *at != '\0'; at++) {
		bool steers = iscntrl((unsigned char)*at) || (at[0] == '\xC2' && (unsigned char)at[1] < 0xA0);
		putchar(steers ? '?' : *at);
		at += steers && at[0] == '\xC2';
	}
	putchar('\n');
}

/* ---- writing ---- */

enum { DATA, CYCLE, AUDITS, OUTPUT, WITHOUT_EVIDENCE };

static const struct option_row write_options[] = {
	[DATA] = OPTION_DATA,
	[CYCLE] = {.name = "cycle",
		.kind = OPTION_NUMBER,
		.value = "YEAR",
		.help = N_("the fiscal year; its cycle must have ended"),
		.least = 2000,
		.most = 2200},
	[AUDITS] = {.name = "audits",
		.kind = OPTION_NUMBER,
		.value = "YEAR",
		.help = N_("instead of a cycle the audits of the fiscal year, which must be over"),
		.least = 2000,
		.most = 2200},
	[OUTPUT] = {.name = "o",
		.kind = OPTION_TEXT,
		.value = "FILE.zip",
		.help = N_("where to write it"),
		.required = true},
	[WITHOUT_EVIDENCE] = {.name = "without-evidence",
		.kind = OPTION_SWITCH,
		.value = "",
		.help = N_("leave out the files handed in with answers")},
};

static bool
record_work(struct db *db, struct piece *p, struct err *e)
{
	struct archive *x = p->with;
	return archive_record(db, x, 0, &x->id, e);
}

static bool
write_out(struct store *s, struct arena *a, const struct arguments *args, struct err *e)
{
	struct cycle c;
	struct archived out;
	struct db *db = store_reader(s, e);
	if (db == NULL || !cycle_of_year(db, a, (int)args->numbers[CYCLE], &c, e) || !fonts_open(e))
		return false;
	struct archive_wish w = {.cycle_id = c.id, .evidence = !args->given[WITHOUT_EVIDENCE]};
	if (!archive_write(s, a, &w, &out, e))
		return false;
	out.record.written_at = clock_now();
	bool ok = file_write(args->texts[OUTPUT], out.bytes.data, out.bytes.length, e) &&
		  writer_run(store_writer(s), record_work, &out.record, e);
	if (ok) {
		char shown[SEAL_SHOWN_SIZE];
		seal_show(out.record.seal, shown);
		printf("files: %zu\nbytes: %zu\nseal: %s\n", out.files, out.bytes.length, shown);
	}
	buf_free(&out.bytes);
	return ok;
}

struct logging {
	int year;
	const char *seal;
};

static bool
log_work(struct db *db, struct piece *p, struct err *e)
{
	const struct logging *w = p->with;
	return audits_archive_log(db, w->year, w->seal, 0, clock_now(), e);
}

static bool
write_audits(struct store *s, struct arena *a, const struct arguments *args, struct err *e)
{
	struct archived_audits out;
	struct logging w = {.year = (int)args->numbers[AUDITS]};
	if (!fonts_open(e) || !audits_archive(s, a, w.year, !args->given[WITHOUT_EVIDENCE], &out, e))
		return false;
	w.seal = out.seal;
	bool ok = file_write(args->texts[OUTPUT], out.bytes.data, out.bytes.length, e) &&
		  writer_run(store_writer(s), log_work, &w, e);
	if (ok) {
		char shown[SEAL_SHOWN_SIZE];
		seal_show(out.seal, shown);
		printf("files: %zu\nbytes: %zu\nseal: %s\n", out.files, out.bytes.length, shown);
	}
	buf_free(&out.bytes);
	return ok;
}

static bool
run_write(const struct arguments *args, struct err *e)
{
	if (args->given[CYCLE] == args->given[AUDITS])
		return err_set(e, ERR_INPUT, _("name either --cycle or --audits"));
	struct store *s = store_open(args->texts[DATA], e);
	if (s == NULL)
		return false;
	struct arena *a = arena_create();
	bool ok = args->given[AUDITS] ? write_audits(s, a, args, e) : write_out(s, a, args, e);
	arena_destroy(a);
	store_close(s);
	return ok;
}

const struct command cmd_archive_write = {
	.name = "archive write",
	.summary = N_("write a closed year, or its audits, out as one sealed file, and print its seal"),
	.operands = "",
	.options = write_options,
	.option_count = sizeof write_options / sizeof *write_options,
	.run = run_write,
};

/* ---- verifying ---- */

enum { SEAL };

static const struct option_row verify_options[] = {
	[SEAL] = {.name = "seal",
		.kind = OPTION_TEXT,
		.value = "SEAL",
		.help = N_("the seal that was written down when it was made")},
};

static bool
run_verify(const struct arguments *args, struct err *e)
{
	char *data;
	size_t length;
	struct archive_report r;
	struct arena *a = arena_create();
	bool ok = file_read(a, args->positional[0], &data, &length, e) &&
		  archive_verify(data, length, args->texts[SEAL], say, NULL, &r, e);
	arena_destroy(a);
	if (!ok)
		return false;
	char shown[SEAL_SHOWN_SIZE];
	seal_show(r.seal, shown);
	printf("files: %zu\nsheets: %lld\nanswers: %lld\nseal: %s\nfaults: %d\n", r.files,
		(long long)r.sheets, (long long)r.answers, shown, r.faults);
	if (r.disposed)
		puts(_("The sheets had been disposed of: the summaries are those of the record, but cannot "
		       "be "
		       "counted again."));
	if (r.faults == 0 && !args->given[SEAL])
		puts(_("Nothing contradicts itself. That nobody has changed everything alike, only the seal "
		       "that was written down can tell: --seal."));
	return r.faults == 0 || err_set(e, ERR_INPUT, _("this is not the archive that was sealed"));
}

const struct command cmd_archive_verify = {
	.name = "archive verify",
	.summary = N_("check a sealed file, without the body's data"),
	.operands = "FILE.zip",
	.operand_least = 1,
	.operand_most = 1,
	.options = verify_options,
	.option_count = sizeof verify_options / sizeof *verify_options,
	.run = run_verify,
};

/* ---- listing ---- */

static bool
run_list(const struct arguments *args, struct err *e)
{
	char *data, seal[DIGEST_SIZE], shown[SEAL_SHOWN_SIZE];
	size_t length;
	struct arena *a = arena_create();
	bool ok = file_read(a, args->positional[0], &data, &length, e) &&
		  archive_list(data, length, say, NULL, seal, e);
	if (ok) {
		seal_show(seal, shown);
		printf("seal: %s\n", shown);
	}
	arena_destroy(a);
	return ok;
}

const struct command cmd_archive_list = {
	.name = "archive list",
	.summary = N_("say what a sealed file holds, as its manifest has it"),
	.operands = "FILE.zip",
	.operand_least = 1,
	.operand_most = 1,
	.options = NULL,
	.option_count = 0,
	.run = run_list,
};
