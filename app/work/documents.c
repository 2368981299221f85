/* The same report for every department, or the sheets of one, bound in one file. */
#include "work/documents.h"

#include <string.h>

#include "base/number.h"
#include "base/words.h"
#include "report/bind.h"

static const char *const forms[] = {[BIND_PDF] = "pdf", [BIND_ZIP] = "zip"};

const char *
documents_given(struct arena *a, const struct documents_wanted *w)
{
	return arena_printf(a, "cycle=%lld recipe=%s department=%lld form=%s set=%s substitute=%d",
		(long long)w->cycle_id, w->recipe, (long long)w->department_id, forms[w->form],
		w->set_key == NULL ? "" : w->set_key, w->substitute);
}

/* The value of name=; NULL when it is empty or not there. */
static const char *
word_of(struct arena *a, const char *given, const char *name)
{
	size_t length = strlen(name);
	for (const char *at = given; *at != '\0'; at += strcspn(at, " "), at += *at == ' ')
		if (strncmp(at, name, length) == 0 && at[length] == '=') {
			size_t size = strcspn(at + length + 1, " ");
			return size == 0 ? NULL : arena_strndup(a, at + length + 1, size);
		}
	return NULL;
}

static bool
wanted_read(struct arena *a, const char *given, struct documents_wanted *w, struct err *e)
{
	const char *cycle = word_of(a, given, "cycle"), *department = word_of(a, given, "department"),
		   *form = word_of(a, given, "form");
	*w = (struct documents_wanted){
		.recipe = word_of(a, given, "recipe"), .set_key = word_of(a, given, "set")};
	const char *substitute = word_of(a, given, "substitute");
	w->substitute = substitute != NULL && strcmp(substitute, "1") == 0;
	if (form != NULL && strcmp(form, forms[BIND_ZIP]) == 0)
		w->form = BIND_ZIP;
	return (w->recipe != NULL && cycle != NULL && number_parse(cycle, 1, INT64_MAX, &w->cycle_id) &&
		       department != NULL && number_parse(department, 0, INT64_MAX, &w->department_id)) ||
	       err_set(e, ERR_INPUT, _("the job does not say which reports it is about"));
}

static bool
tell(void *with, size_t done, size_t total, struct err *e)
{
	return job_progress(with, (int64_t)done, (int64_t)total, e);
}

static bool
subjects_find(struct job_run *j, const struct documents_wanted *w, struct bind_request *rq, struct err *e)
{
	int64_t *list;
	bool ok = report_about_sheet(w->recipe)
			  ? bind_sheets(j->store, j->arena, w->cycle_id, w->department_id, w->set_key, &list,
				    &rq->count, e)
			  : bind_departments(j->store, j->arena, w->cycle_id, &list, &rq->count, e);
	rq->subjects = list;
	return ok;
}

static bool
documents_run(struct job_run *j, struct err *e)
{
	struct documents_wanted w;
	struct issued out;
	if (!wanted_read(j->arena, j->job.given, &w, e))
		return false;
	struct bind_request rq = {.form = w.form,
		.tell = tell,
		.with = j,
		.issue = {.report = {.name = w.recipe,
				  .set_key = w.set_key,
				  .cycle_id = w.cycle_id,
				  .now = j->job.created_at,
				  .issued_by = j->job.who},
			.account_id = j->job.account_id,
			.gate = w.substitute ? GLYPHS_SUBSTITUTE : GLYPHS_REFUSE}};
	if (!subjects_find(j, &w, &rq, e) || !report_bind(j->store, j->arena, &rq, &out, e))
		return false;
	bool ok = job_result(j, out.bytes.data, out.bytes.length, out.filename, e);
	if (ok)
		job_say(j, _("%zu reports"), rq.count);
	buf_free(&out.bytes);
	return ok;
}

const struct job_kind documents_kind = {.name = "documents", .resumes = true, .run = documents_run};
