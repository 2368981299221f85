/*
 * Filling the answering page of sixty questions takes the template library a few
 * hundred microseconds, and nearly all of it is the same for everybody in
 * departments with the same flags. So the page is filled once with markers and kept
 * as a mould (mould.h); a request writes name, form key and answers into its holes,
 * escaped as the template would have. The one thing known here of the template is
 * which holes stand in a textarea, where line ends are kept;
 * tests/web/sheet/form_cache_test.c compares the pages byte by byte.
 *
 * A form that nobody has begun yet has holes only at its head, so it goes out packed.
 *
 * Moulds differ by the question set, the flags, the roles (menu), the state of the
 * sheet and that of its due day. When something shown on every page changes (the
 * body's name), all are thrown away.
 */
#include "web/sheet/form_cache.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "domain/cycle/fiscal.h"
#include "web/inside.h"
#include "web/mould.h"
#include "web/show.h"

/* Holes of an item: its choices, the reasons beside 該当なし, then one each. */
enum { MOULDS_MOST = 128, NA = CHOICE_MOST, REASON = NA + NA_REASONS, EXTRA, PARTS };

/* What sheet_fill_head and page_begin set that is one person's, by its name in the template. */
static const char *const heads[] = {"account_name", "department_name", "form_key", "sheet_id", "revision",
	"shown", "given", "unit_name", "sheet_department", "due", "days", "draft_at", "submitted_at",
	"receipt", "return_comment", "saved_at"};
enum { HEAD_COUNT = sizeof heads / sizeof *heads };

/* Whose page looks the same but for the holes. */
struct kind {
	const struct questionnaire *q;
	flags_t flags;
	unsigned roles;
	const char *state;
	int due;                                       /* −1 past, 0 today, 1 to come */
	bool returned, individual, of_person, of_body; /* what it stands for is not named */
	bool taught, saved;
	int64_t policy_id, standard_id; /* whose wording stands beside the questions */
};

struct form_cache {
	pthread_rwlock_t lock;
	char mark[MARK_SIZE];
	struct kind kinds[MOULDS_MOST];
	struct mould moulds[MOULDS_MOST];
	size_t count;
};

struct form_cache *
form_cache_create(void)
{
	struct form_cache *f = calloc(1, sizeof *f);
	if (f == NULL)
		abort();
	pthread_rwlock_init(&f->lock, NULL);
	mark_make(f->mark);
	return f;
}

static void
moulds_free(struct form_cache *f)
{
	for (size_t i = 0; i < f->count; i++)
		mould_free(&f->moulds[i]);
	f->count = 0;
}

void
form_cache_clear(struct form_cache *f)
{
	pthread_rwlock_wrlock(&f->lock);
	moulds_free(f);
	pthread_rwlock_unlock(&f->lock);
}

void
form_cache_destroy(struct form_cache *f)
{
	if (f == NULL)
		return;
	moulds_free(f);
	pthread_rwlock_destroy(&f->lock);
	free(f);
}

/* ---- making a mould ---------------------------------------------------------------- */

struct marking {
	struct call *call;
	const struct form_cache *cache;
	const struct questionnaire *q;
};

static const char *
marker(const struct marking *m, size_t hole)
{
	return mark_hole(m->call->arena, m->cache->mark, hole);
}

static size_t
item_hole(const struct questionnaire *q, const struct item *i, size_t part)
{
	return HEAD_COUNT + (size_t)(i - q->items) * PARTS + part;
}

static const char *
mark_checked(void *with, const struct item *i, const struct choice *c)
{
	const struct marking *m = with;
	return marker(m, item_hole(m->q, i, (size_t)(c - i->choices)));
}

static const char *
mark_selected(void *with, const struct item *i, const struct na_reason *n)
{
	const struct marking *m = with;
	return marker(m, item_hole(m->q, i, NA + (size_t)n->slot));
}

static const char *
mark_reason(void *with, const struct item *i)
{
	const struct marking *m = with;
	return marker(m, item_hole(m->q, i, REASON));
}

static const char *
mark_extra(void *with, const struct item *i)
{
	const struct marking *m = with;
	return marker(m, item_hole(m->q, i, EXTRA));
}

static bool
page_mark(struct marking *m, const struct sheet_page *p, struct buf *out, struct err *e)
{
	struct sheet_holes holes = {mark_checked, mark_selected, mark_reason, mark_extra, m};
	struct dict *page = page_begin(m->call, p->q->title);
	sheet_fill_head(m->call, page, p);
	for (size_t i = 0; i < HEAD_COUNT; i++)
		dict_set(page, heads[i], marker(m, i));
	dict_show(page, "without_before");
	sheet_include_questions(page, p, &holes);
	bool ok = view_fill_within(m->call->web->view, "layout.tpl", "sheet.tpl", page, out, e);
	dict_destroy(page);
	return ok;
}

/* ---- filling the holes --------------------------------------------------------------- */

/* As the template library escapes; in a textarea line ends stay, elsewhere they become blanks. */
static void
add_escaped(struct buf *out, const char *text, bool lines)
{
	for (size_t run; *text != '\0'; text++) {
		run = strcspn(text, "&<>\"'\t\n\v\f\r");
		buf_add(out, text, run);
		text += run;
		switch (*text) {
		case '\0':
			return;
		case '&':
			buf_adds(out, "&amp;");
			break;
		case '<':
			buf_adds(out, "&lt;");
			break;
		case '>':
			buf_adds(out, "&gt;");
			break;
		case '"':
			buf_adds(out, "&quot;");
			break;
		case '\'':
			buf_adds(out, "&#39;");
			break;
		default:
			buf_addc(out, lines ? *text : ' ');
		}
	}
}

static void
add_answer(const struct sheet_page *p, size_t hole, struct buf *out)
{
	const struct item *item = &p->q->items[hole / PARTS];
	const struct answer *a = &p->answers->items[hole / PARTS];
	size_t part = hole % PARTS;
	if (part == REASON)
		add_escaped(out, a->reason, true);
	else if (part == EXTRA)
		add_escaped(out, a->extra, item->scale->text);
	else if (part >= NA && a->na == &na_reasons[part - NA])
		buf_adds(out, "selected");
	else if (part < NA && a->choice == &item->choices[part])
		buf_adds(out, "checked");
}

/* What goes into the holes of one person's page. */
struct values {
	const struct sheet_page *page;
	const char *heads[HEAD_COUNT];
};

static void
add_value(const void *with, int hole, struct buf *out)
{
	const struct values *v = with;
	if (hole >= HEAD_COUNT)
		add_answer(v->page, (size_t)hole - HEAD_COUNT, out);
	else if (v->heads[hole] != NULL)
		add_escaped(out, v->heads[hole], false);
}

/* ---- one request --------------------------------------------------------------------- */

static const char *
instant_words(struct arena *a, instant_t at)
{
	return at == 0 ? "" : wareki_instant(a, at);
}

static struct values
values_of(struct call *c, const struct sheet_page *p)
{
	const struct sheet *s = p->sheet;
	struct arena *a = c->arena;
	return (struct values){
		p, {c->account.name, c->account.department_name, c->form_key,
			   arena_printf(a, "%lld", (long long)s->id), arena_printf(a, "%d", s->revision),
			   arena_printf(a, "%lld", (long long)(p->shown != 0 ? p->shown : c->now)),
			   arena_printf(a, "%zu", answers_given(p->answers, s->flags)), s->unit_name,
			   s->department_name, day_words(a, s->due_day),
			   arena_printf(a, "%d", s->due_day - day_of_instant(c->now)),
			   instant_words(a, s->draft_at), instant_words(a, s->submitted_at), s->receipt,
			   s->return_comment, sheet_saved_words(a, p->saved)}};
}

static struct kind
kind_of(const struct call *c, const struct sheet_page *p)
{
	day_t left = p->sheet->due_day - day_of_instant(c->now);
	return (struct kind){.q = p->q,
		.flags = p->sheet->flags,
		.roles = c->account.roles,
		.state = sheet_state(p->sheet),
		.due = (left > 0) - (left < 0),
		.returned = p->sheet->returned_at != 0,
		.individual = p->sheet->individual,
		.taught = p->taught,
		.saved = p->saved != 0,
		.policy_id = p->wording.policy_id,
		.standard_id = p->wording.standard_id,
		.of_person = strcmp(p->sheet->unit_name, p->sheet->person_name) == 0,
		.of_body = p->sheet->unit_name[0] == '\0'};
}

static const struct mould *
mould_find(const struct form_cache *f, const struct kind *kind)
{
	for (size_t i = 0; i < f->count; i++) {
		const struct kind *k = &f->kinds[i];
		if (k->q == kind->q && k->flags == kind->flags && k->roles == kind->roles &&
			k->due == kind->due && k->returned == kind->returned &&
			k->individual == kind->individual && k->of_person == kind->of_person &&
			k->of_body == kind->of_body && k->taught == kind->taught && k->saved == kind->saved &&
			k->policy_id == kind->policy_id && k->standard_id == kind->standard_id &&
			strcmp(k->state, kind->state) == 0)
			return &f->moulds[i];
	}
	return NULL;
}

static bool
mould_add(struct call *c, struct form_cache *f, const struct sheet_page *p, struct err *e)
{
	struct marking marking = {c, f, p->q};
	struct buf html = BUF_INIT;
	struct mould m;
	struct sheet_page worded = *p;
	if (!sheet_wording_load(c, &worded.wording, e) || !page_mark(&marking, &worded, &html, e)) {
		buf_free(&html);
		return false;
	}
	mould_make(&m, &html, f->mark, HEAD_COUNT);
	pthread_rwlock_wrlock(&f->lock);
	if (f->count == MOULDS_MOST)
		moulds_free(f);
	f->kinds[f->count] = kind_of(c, p);
	f->moulds[f->count++] = m; /* perhaps another thread added the same: the first is found */
	pthread_rwlock_unlock(&f->lock);
	return true;
}

static bool
nothing_answered(const struct sheet_page *p)
{
	return p->sheet->draft == NULL && p->sheet->submitted == NULL;
}

/* A mould that is lacking is made and then there, unless
 * all were thrown away in between: then it is made once more. */
bool
form_cache_fill(struct call *c, struct form_cache *f, const struct sheet_page *p, bool zip, struct buf *out,
	struct err *e)
{
	struct kind kind = kind_of(c, p);
	struct values values = values_of(c, p);
	for (;;) {
		pthread_rwlock_rdlock(&f->lock);
		const struct mould *m = mould_find(f, &kind);
		if (m != NULL && zip)
			mould_fill_gzip(m, add_value, &values, out);
		else if (m != NULL)
			mould_fill(m, add_value, &values, out);
		pthread_rwlock_unlock(&f->lock);
		if (m != NULL)
			return true;
		if (!mould_add(c, f, p, e))
			return false;
	}
}

void
form_cache_show(struct call *c, struct form_cache *f, const struct sheet_page *p)
{
	struct err e = {0};
	struct buf out = BUF_INIT;
	bool zip = nothing_answered(p) && http_takes_gzip(c->http);
	if (!form_cache_fill(c, f, p, zip, &out, &e)) {
		buf_free(&out);
		page_error(c, &e);
		return;
	}
	if (zip)
		http_set_header(c->http, "Content-Encoding", "gzip");
	http_answer(c->http, 200, "text/html; charset=utf-8", &out);
}
