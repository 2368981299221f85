#include "base/log.h"
#include "web/entry.h"

/* For the machine that watches over us: does the store answer? */
void
page_health(struct call *c)
{
	struct err e = {0};
	struct buf text = BUF_INIT;
	bool well = store_answers(c->db, &e);
	if (!well)
		log_line("healthz: %s", e.text);
	buf_adds(&text, well ? "ok\n" : "the store does not answer\n");
	http_answer(c->http, well ? 200 : 503, "text/plain; charset=utf-8", &text);
}
