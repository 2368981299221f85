#include "web/figure/paper_file.h"

#include <string.h>

#include "report/issue.h"

/* The bytes are the call's: whoever asked may be gone before they are answered with. */
struct printing {
	struct issue_request request;
	struct issued issued;
	char *data;
	size_t length;
};

static bool
print_work(struct call *c, struct err *e)
{
	struct printing *p = c->state;
	bool ok = report_issue(c->store, c->arena, &p->request, &p->issued, e);
	if (ok) {
		p->length = p->issued.bytes.length;
		p->data = arena_strndup(c->arena, p->issued.bytes.data, p->length);
	}
	buf_free(&p->issued.bytes);
	return ok;
}

static void
after_print(struct call *c, const struct err *failed)
{
	const struct printing *p = c->state;
	struct buf out = BUF_INIT;
	if (failed != NULL) {
		page_error(c, failed);
		return;
	}
	buf_add(&out, p->data, p->length);
	page_file(c, p->issued.type, p->issued.filename, &out);
}

void
page_paper_file(struct call *c, const char *recipe, int64_t about)
{
	const char *substitute = http_query(c->http, "substitute");
	struct printing *p = ARENA_NEW(c->arena, struct printing);
	p->request = (struct issue_request){.account_id = c->account.id,
		.gate = substitute != NULL && strcmp(substitute, "1") == 0 ? GLYPHS_SUBSTITUTE
									   : GLYPHS_REFUSE,
		.report = {.name = recipe, .about_id = about, .now = c->now, .issued_by = c->account.name}};
	c->state = p;
	web_slow(c, LANE_PAPER, print_work, after_print);
}
