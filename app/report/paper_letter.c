/* The cover in the form of an official letter (公文書), and the boxes for approval (決裁欄). */
#include "report/paper.h"

#include <string.h>

#include "base/utf8.h"
#include "draw/font.h"
#include "draw/lines.h"
#include "draw/palette.h"

static const struct text_style plain = {.face = FACE_MINCHO, .size = BODY_SIZE, .pitch = BODY_PITCH};

static bool
is_selector(int32_t code_point)
{
	return (code_point >= 0xFE00 && code_point <= 0xFE0F) ||
	       (code_point >= 0xE0100 && code_point <= 0xE01EF);
}

/* The characters of a text, a variation selector staying with its character. */
static size_t
characters_of(struct arena *a, const char *text, const char ***characters)
{
	const char *at = text, *end = text + strlen(text);
	size_t count = 0;
	*characters = NULL;
	while (at < end) {
		const char *start = at, *next;
		utf8_next(&at, end);
		while (next = at, at < end && is_selector(utf8_next(&next, end)))
			at = next;
		*characters = ARENA_PUSH(a, *characters, count);
		(*characters)[count++] = arena_strndup(a, start, (size_t)(at - start));
	}
	return count;
}

struct spread {
	struct arena *arena;
	const char *text;
	double width; /* first character at its left end, last at its right */
};

static void
spread_draw(const struct strip *p, struct canvas *c, double y)
{
	const struct spread *s = p->with;
	const char **characters;
	size_t count = characters_of(s->arena, s->text, &characters);
	double x = c->width - PAPER_RIGHT - s->width;
	double baseline = y + (p->height - BODY_SIZE) / 2 + BODY_SIZE * 0.88;
	double spare = s->width - text_width(FACE_MINCHO, BODY_SIZE, s->text);
	if (count < 2 || spare < 0.05) {
		canvas_text(c, FACE_MINCHO, BODY_SIZE, PALETTE_BLACK, ANCHOR_LEFT, x, baseline, s->text);
		return;
	}
	for (size_t i = 0; i < count; i++) {
		canvas_text(
			c, FACE_MINCHO, BODY_SIZE, PALETTE_BLACK, ANCHOR_LEFT, x, baseline, characters[i]);
		x += text_width(FACE_MINCHO, BODY_SIZE, characters[i]) + spare / (double)(count - 1);
	}
}

/* Number above date, both reaching from the first to the last character of the longer one. */
static void
letter_number(struct a4 *p, const struct letter *l)
{
	const char *texts[] = {l->number, l->date};
	double width = 0;
	for (size_t i = 0; i < 2; i++)
		if (texts[i] != NULL && text_width(FACE_MINCHO, BODY_SIZE, texts[i]) > width)
			width = text_width(FACE_MINCHO, BODY_SIZE, texts[i]);
	for (size_t i = 0; i < 2; i++) {
		if (texts[i] == NULL || texts[i][0] == '\0')
			continue;
		struct spread *s = ARENA_NEW(p->arena, struct spread);
		*s = (struct spread){p->arena, texts[i], width};
		struct strip *strip = paper_add(p, 0, BODY_PITCH);
		strip->draw = spread_draw;
		strip->with = s;
		strip->keep = true;
	}
}

/* The sender's lines begin one under the other, the longest ending one character inside the margin. */
static void
letter_block(struct a4 *p, const char *text, double gap)
{
	struct text_style s = plain;
	struct line_run *lines;
	double width = 0;
	size_t count = lines_break(p->arena, s.face, s.size, p->width * 0.6, 0, text, &lines);
	for (size_t i = 0; i < count; i++)
		if (lines[i].width > width)
			width = lines[i].width;
	s.left = p->width - width - BODY_SIZE;
	s.gap = gap;
	for (size_t i = 0; i < count; i++, s.gap = 0)
		paper_text(p, &s, lines[i].text);
}

/* Full-width digits, as a letter has them. */
static const char *
item_number(struct arena *a, size_t n)
{
	enum { DIGIT_ZERO = 0xFF10 };
	const char *digits = arena_printf(a, "%zu", n);
	char *out = arena_strdup(a, "");
	for (; *digits != '\0'; digits++) {
		char one[5] = "";
		utf8_put(one, DIGIT_ZERO + (uint32_t)(*digits - '0'));
		out = arena_printf(a, "%s%s", out, one);
	}
	return out;
}

/* The number hangs before the first line of its item. */
static void
item_draw(const struct strip *p, struct canvas *c, double y)
{
	struct strip number = *p;
	number.run.x = BODY_SIZE;
	number.run.text = p->with;
	paper_run_draw(&number, c, y);
	paper_run_draw(p, c, y);
}

static void
letter_item(struct a4 *p, size_t n, const char *text)
{
	struct text_style s = plain;
	size_t first = p->count;
	s.left = 3 * BODY_SIZE;
	paper_text(p, &s, text);
	if (p->count == first)
		return;
	p->strips[first]->draw = item_draw;
	p->strips[first]->with = item_number(p->arena, n);
}

static void
letter_items(struct a4 *p, const struct letter *l)
{
	struct text_style middle = plain, right = plain;
	middle.anchor = ANCHOR_MIDDLE;
	middle.gap = BODY_PITCH;
	right.anchor = ANCHOR_RIGHT;
	right.right = BODY_SIZE;
	right.gap = BODY_PITCH / 2;
	if (l->item_count == 0)
		return;
	paper_text(p, &middle, lexicon_text(p->report->lexicon, WORD_RECORD));
	paper_keep_last(p);
	paper_add(p, 0, BODY_PITCH / 2)->keep = true;
	for (size_t i = 0; i < l->item_count; i++)
		letter_item(p, i + 1, l->items[i]);
	paper_keep_last(p);
	paper_text(p, &right, lexicon_text(p->report->lexicon, WORD_END));
}

static void
letter_title(struct a4 *p, const struct letter *l)
{
	struct text_style title = plain;
	bool plain_paper = l->sender == NULL; /* not a letter: a list, a plan */
	title.face = plain_paper ? FACE_GOTHIC_BOLD : FACE_MINCHO;
	title.size = plain_paper ? 13 : 12;
	title.pitch = MM(8);
	title.gap = plain_paper ? BODY_PITCH / 2 : BODY_PITCH * 1.5;
	title.anchor = ANCHOR_MIDDLE;
	title.left = title.right = 3 * BODY_SIZE;
	paper_text(p, &title, l->title);
	paper_add(p, 0, plain_paper ? BODY_PITCH / 4 : BODY_PITCH / 2);
}

void
paper_letter(struct a4 *p, const struct letter *l)
{
	struct text_style addressee = plain, body = plain;
	letter_number(p, l);
	addressee.gap = BODY_PITCH;
	addressee.left = BODY_SIZE;
	if (l->addressee != NULL)
		paper_text(p, &addressee, l->addressee);
	if (l->sender != NULL)
		letter_block(p, l->sender, BODY_PITCH / 2);
	letter_title(p, l);
	body.first = BODY_SIZE;
	for (size_t i = 0; i < l->body_count; i++)
		paper_text(p, &body, l->body[i]);
	letter_items(p, l);
	if (l->contact != NULL && l->contact[0] != '\0') {
		paper_keep_last(p);
		letter_block(p, l->contact, BODY_PITCH * 2);
	}
}

#define BOX_WIDTH  MM(18)
#define BOX_TITLE  MM(6)
#define BOX_HEIGHT MM(24)

/* Date above name, each in one line that fits the box. */
static void
sign_draw(struct canvas *c, const char *sign, double x, double y, double width)
{
	const char *name = strchr(sign, '\n');
	if (name == NULL)
		return;
	const char *const lines[] = {arena_strndup(c->arena, sign, (size_t)(name - sign)), name + 1};
	for (size_t i = 0; i < 2; i++) {
		double wide = text_width(FACE_GOTHIC, CELL_SIZE, lines[i]);
		double size = wide > width - 4 ? CELL_SIZE * (width - 4) / wide : CELL_SIZE;
		canvas_text(c, FACE_GOTHIC, size, PALETTE_BLACK, ANCHOR_MIDDLE, x + width / 2,
			y + MM(8) + (double)i * MM(5), lines[i]);
	}
}

static void
approval_draw(const struct strip *p, struct canvas *c, double y)
{
	static const struct pen rule = {PALETTE_BLACK, 0.6, 0};
	static const struct ink none = {0, PATTERN_NONE};
	const struct approval *a = p->with;
	double width = BOX_WIDTH, size = CELL_SIZE, room = c->width - PAPER_LEFT - PAPER_RIGHT;
	if (width * (double)a->count > room)
		width = room / (double)a->count;
	double x = c->width - PAPER_RIGHT - width * (double)a->count;
	for (size_t i = 0; i < a->count; i++, x += width) {
		double wide = text_width(FACE_GOTHIC, size, a->titles[i]);
		double fit = wide > width - 4 ? size * (width - 4) / wide : size;
		canvas_box(c, rule, none, x, y, width, BOX_TITLE);
		canvas_box(c, rule, none, x, y + BOX_TITLE, width, BOX_HEIGHT - BOX_TITLE);
		canvas_text(c, FACE_GOTHIC, fit, PALETTE_BLACK, ANCHOR_MIDDLE, x + width / 2,
			y + BOX_TITLE / 2 + size * 0.38, a->titles[i]);
		if (a->signs != NULL)
			sign_draw(c, a->signs[i], x, y + BOX_TITLE, width);
	}
}

void
paper_approval(struct a4 *p, const struct approval *a)
{
	struct strip *strip = paper_add(p, 0, BOX_HEIGHT);
	strip->draw = approval_draw;
	strip->with = a;
	strip->keep = true;
	paper_add(p, 0, BODY_PITCH / 2);
}
