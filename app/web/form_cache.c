/*
 * Filling the answering page of sixty questions takes the template library a few
 * hundred microseconds, and nearly all of it is the same for everybody in
 * departments with the same flags. So the page is filled once with markers in place
 * of what is one person's, and cut at the markers into a mould: pieces of text with
 * holes between. A request copies the pieces and writes name, form key, answers into
 * the holes, escaped as the template would have.
 *
 * A marker is a random word of letters and digits, the same for the whole process,
 * and the number of the hole: no escaping changes it, nobody can type it. The mould
 * knows nothing of the template's shape, so the two cannot drift apart: whatever the
 * template does with a value, it does with the marker. The one thing known here is
 * which holes stand in a textarea, where line ends are kept; tests/web/form_cache_test.c
 * compares the pages byte by byte.
 *
 * A form that nobody has begun yet has holes only at its head. Its pieces are deflated
 * once, and for a browser that takes gzip the few personal bytes go between them as
 * stored blocks (http/gzip.h).
 *
 * Moulds differ by the question set, the flags, the roles (menu), the state of the
 * sheet and that of its due day. When something shown on every page changes (the
 * body's name), all are thrown away.
 */
#include "web/form_cache.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/secret.h"
#include "domain/fiscal.h"
#include "http/gzip.h"
#include "web/inside.h"
#include "web/show.h"

enum { MOULDS_MOST = 128, MARKER_LENGTH = 16, REASON = CHOICE_MOST, EXTRA, PARTS };

/* What sheet_fill_head and page_begin set that is one person's, by its name in the template. */
static const char *const heads[] = {"account_name", "department_name", "form_key", "sheet_id", "revision",
	"given", "sheet_department", "due", "days", "draft_at", "submitted_at", "receipt"};
enum { HEAD_COUNT = sizeof heads / sizeof *heads };

struct piece_of_mould {
	const char *text;
	size_t length;
	int hole; /* that follows; −1 after the last */
};

struct mould {
	const struct questionnaire *q;
	flags_t flags;
	unsigned roles;
	const char *state;
	int due; /* −1 past, 0 today, 1 to come */
	struct piece_of_mould *pieces;
	size_t count;
	char *html;
	struct gzip_part *parts; /* of a form without answers: deflated once, one before each of heads */
	int *part_holes;         /* that follows a part; −1 after the last */
	size_t part_count;
};

struct form_cache {
	pthread_rwlock_t lock;
	char marker[MARKER_LENGTH + 1];
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
	for (size_t i = 0; i < MARKER_LENGTH; i++)
		f->marker[i] = (char)('a' + random_below(26));
	return f;
}

static void
moulds_free(struct form_cache *f)
{
	for (size_t i = 0; i < f->count; i++) {
		struct mould *m = &f->moulds[i];
		for (size_t k = 0; k < m->part_count; k++)
			gzip_part_free(&m->parts[k]);
		free(m->parts);
		free(m->part_holes);
		free(m->pieces);
		free(m->html);
	}
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
	return arena_printf(m->call->arena, "%s%zux", m->cache->marker, hole);
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
mould_render(struct marking *m, const struct sheet_page *p, struct buf *out, struct err *e)
{
	struct sheet_holes holes = {mark_checked, mark_reason, mark_extra, m};
	struct dict *page = page_begin(m->call, p->q->title);
	sheet_fill_head(m->call, page, p);
	for (size_t i = 0; i < HEAD_COUNT; i++)
		dict_set(page, heads[i], marker(m, i));
	sheet_fill_questions(page, p, &holes);
	bool ok = view_fill_within(m->call->web->view, "layout.tpl", "sheet.tpl", page, out, e);
	dict_destroy(page);
	return ok;
}

static void
mould_cut(struct mould *m, const char *mark)
{
	struct piece_of_mould *pieces = NULL;
	size_t count = 0, room = 0;
	for (char *at = m->html; at != NULL;) {
		char *next = strstr(at, mark), *end = NULL;
		if (count == room) {
			room = room == 0 ? 256 : room * 2;
			pieces = realloc(pieces, room * sizeof *pieces);
			if (pieces == NULL)
				abort();
		}
		size_t length = next == NULL ? strlen(at) : (size_t)(next - at);
		int hole = next == NULL ? -1 : (int)strtol(next + MARKER_LENGTH, &end, 10);
		pieces[count++] = (struct piece_of_mould){at, length, hole};
		at = next == NULL ? NULL : end + 1; /* past the x */
	}
	m->pieces = pieces;
	m->count = count;
}

/* The parts of the unanswered form: pieces run together over the holes of answers. */
static void
mould_deflate(struct mould *m)
{
	struct buf run = BUF_INIT;
	m->parts = calloc(m->count, sizeof *m->parts);
	m->part_holes = calloc(m->count, sizeof *m->part_holes);
	if (m->parts == NULL || m->part_holes == NULL)
		abort();
	for (size_t i = 0; i < m->count; i++) {
		buf_add(&run, m->pieces[i].text, m->pieces[i].length);
		if (m->pieces[i].hole >= HEAD_COUNT)
			continue;
		gzip_part_make(&m->parts[m->part_count], run.data, run.length);
		m->part_holes[m->part_count++] = m->pieces[i].hole;
		buf_clear(&run);
	}
	buf_free(&run);
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
add_answer(struct buf *out, const struct sheet_page *p, size_t hole)
{
	const struct item *item = &p->q->items[hole / PARTS];
	const struct answer *a = &p->answers->items[hole / PARTS];
	size_t part = hole % PARTS;
	if (part == REASON)
		add_escaped(out, a->reason, true);
	else if (part == EXTRA)
		add_escaped(out, a->extra, item->scale->text);
	else if (a->choice == &item->choices[part])
		buf_adds(out, "checked");
}

static void
mould_fill(const struct mould *m, const struct sheet_page *p, const char *const values[HEAD_COUNT],
	struct buf *out)
{
	for (size_t i = 0; i < m->count; i++) {
		const struct piece_of_mould *piece = &m->pieces[i];
		buf_add(out, piece->text, piece->length);
		if (piece->hole >= HEAD_COUNT)
			add_answer(out, p, (size_t)piece->hole - HEAD_COUNT);
		else if (piece->hole >= 0)
			add_escaped(out, values[piece->hole] == NULL ? "" : values[piece->hole], false);
	}
}

static void
mould_fill_gzip(const struct mould *m, const char *const values[HEAD_COUNT], struct buf *out)
{
	struct gzip g;
	struct buf value = BUF_INIT;
	gzip_begin(&g, out);
	for (size_t i = 0; i < m->part_count; i++) {
		int hole = m->part_holes[i];
		gzip_add_part(&g, &m->parts[i]);
		if (hole < 0 || values[hole] == NULL)
			continue;
		buf_clear(&value);
		add_escaped(&value, values[hole], false);
		gzip_add_plain(&g, value.data, value.length);
	}
	gzip_end(&g);
	buf_free(&value);
}

/* ---- one request --------------------------------------------------------------------- */

static const char *
instant_words(struct arena *a, instant_t at)
{
	return at == 0 ? "" : wareki_instant(a, at);
}

static void
head_values(struct call *c, const struct sheet_page *p, const char *values[HEAD_COUNT])
{
	const struct sheet *s = p->sheet;
	struct arena *a = c->arena;
	const char *const order[HEAD_COUNT] = {c->account.name, c->account.department_name, c->form_key,
		arena_printf(a, "%lld", (long long)s->id), arena_printf(a, "%d", s->revision),
		arena_printf(a, "%zu", answers_given(p->answers, s->flags)), s->department_name,
		day_words(a, s->due_day), arena_printf(a, "%d", s->due_day - day_of_instant(c->now)),
		instant_words(a, s->draft_at), instant_words(a, s->submitted_at), s->receipt};
	memcpy(values, order, sizeof order);
}

static struct mould
mould_key(const struct call *c, const struct sheet_page *p)
{
	day_t left = p->sheet->due_day - day_of_instant(c->now);
	return (struct mould){.q = p->q,
		.flags = p->sheet->flags,
		.roles = c->account.roles,
		.state = sheet_state(p->sheet),
		.due = (left > 0) - (left < 0)};
}

static const struct mould *
mould_find(const struct form_cache *f, const struct mould *key)
{
	for (size_t i = 0; i < f->count; i++) {
		const struct mould *m = &f->moulds[i];
		if (m->q == key->q && m->flags == key->flags && m->roles == key->roles &&
			m->due == key->due && strcmp(m->state, key->state) == 0)
			return m;
	}
	return NULL;
}

static bool
mould_add(struct call *c, struct form_cache *f, const struct sheet_page *p, struct err *e)
{
	struct mould m = mould_key(c, p);
	struct marking marking = {c, f, p->q};
	struct buf html = BUF_INIT;
	if (!mould_render(&marking, p, &html, e)) {
		buf_free(&html);
		return false;
	}
	m.html = buf_take(&html, NULL);
	mould_cut(&m, f->marker);
	mould_deflate(&m);
	pthread_rwlock_wrlock(&f->lock);
	if (f->count == MOULDS_MOST)
		moulds_free(f);
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
	const char *values[HEAD_COUNT];
	struct mould key = mould_key(c, p);
	head_values(c, p, values);
	for (;;) {
		pthread_rwlock_rdlock(&f->lock);
		const struct mould *m = mould_find(f, &key);
		if (m != NULL && zip)
			mould_fill_gzip(m, values, out);
		else if (m != NULL)
			mould_fill(m, p, values, out);
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
