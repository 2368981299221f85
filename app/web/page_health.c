#include "base/log.h"
#include "web/entry.h"

SQL(ask_store, "SELECT count(*) FROM cycle");

/* For the machine that watches over us: does the store answer? */
void
page_health(struct call *c)
{
	struct rows r;
	struct err e = {0};
	struct buf text = BUF_INIT;
	bool well = db_query(c->db, &r, &e, ask_store, "");
	if (well) {
		(void)rows_next(&r);
		well = rows_end(&r, &e);
	}
	if (!well)
		log_line("healthz: %s", e.text);
	buf_adds(&text, well ? "ok\n" : "the store does not answer\n");
	http_answer(c->http, well ? 200 : 503, "text/plain; charset=utf-8", &text);
}
