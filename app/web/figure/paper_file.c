#include "web/figure/paper_file.h"

#include <string.h>

#include "base/fits.h"
#include "base/utf8.h"
#include "base/words.h"
#include "web/once.h"

enum { REASON_LONGEST = 200 /* code points */ };

struct printing {
	struct issue_request request;
	struct issued issued;
};

void
paper_hold(struct call *c, struct issued *i)
{
	struct buf own = {0};
	own.length = i->bytes.length;
	own.data = arena_strndup(c->arena, i->bytes.data, own.length);
	buf_free(&i->bytes);
	i->bytes = own;
}

void
paper_answer(struct call *c, const struct issued *i)
{
	struct buf out = BUF_INIT;
	buf_add(&out, i->bytes.data, i->bytes.length);
	page_file(c, i->type, i->filename, &out);
}

static bool
print_work(struct call *c, struct err *e)
{
	struct printing *p = c->state;
	if (!report_issue(c->store, c->arena, &p->request, &p->issued, e))
		return false;
	paper_hold(c, &p->issued);
	return true;
}

static void
after_print(struct call *c, const struct err *failed)
{
	const struct printing *p = c->state;
	if (failed == NULL)
		paper_answer(c, &p->issued);
	else
		page_error(c, failed);
}

void
page_paper_file(struct call *c, const struct issue_request *request)
{
	struct printing *p = ARENA_NEW(c->arena, struct printing);
	p->request = *request;
	c->state = p;
	web_slow(c, LANE_PAPER, print_work, after_print);
}

void
page_paper_about(struct call *c, const char *recipe, int64_t about)
{
	const char *substitute = http_query(c->http, "substitute");
	const struct issue_request request = {.account_id = c->account.id,
		.gate = substitute != NULL && strcmp(substitute, "1") == 0 ? GLYPHS_SUBSTITUTE
									   : GLYPHS_REFUSE,
		.report = {.name = recipe, .about_id = about, .now = c->now, .issued_by = c->account.name}};
	page_paper_file(c, &request);
}

bool
paper_reason(const char *reason, struct err *e)
{
	if (utf8_blank(reason))
		return err_set(e, ERR_INPUT, _("issuing it again needs a reason"));
	return line_fits(reason, _("reason"), REASON_LONGEST, false, e);
}

bool
paper_replace(struct call *c, const struct issue_request *request, struct err *e)
{
	struct issued issued = {0};
	bool done;
	if (!once_done(c, &done, e))
		return false;
	if (done)
		return true;
	bool ok = report_issue(c->store, c->arena, request, &issued, e) && once_keep(c, e);
	buf_free(&issued.bytes);
	return ok;
}
