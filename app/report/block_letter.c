/* The cover in the form of an official letter, and the boxes for approval above it. */
#include "report/block.h"

#include <string.h>

#include "domain/cycle/fiscal.h"
#include "store/cycle/approvals.h"

static const char **
texts_filled(struct composer *c, const char **texts, size_t count)
{
	const char **out = ARENA_ARRAY(c->arena, const char *, count);
	for (size_t i = 0; i < count; i++)
		out[i] = placed(c, texts[i]);
	return out;
}

/* Until it is issued there is room to write the number in; without a 文書記号 there is none. */
static const char *
letter_number(struct composer *c)
{
	const char *mark = decided(c, "document_mark");
	if (c->request->document != NULL)
		return document_number_text(c->arena, c->lexicon, c->request->document);
	if (mark[0] == '\0')
		return NULL;
	return text_fill(c->arena, say(c, WORD_LETTER_NUMBER_OPEN), &(struct filling){"mark", mark}, 1);
}

/* One below the other, each with the 敬称. What is about one department goes to who leads it, where the recipe
 * names nobody else. */
static const char *
addressees(struct composer *c, const struct recipe_block *b)
{
	const char *key = b->addressee != NULL			    ? b->addressee
			  : b->to_body || subject_is_body(c) ? "addressee"
							     : "addressee_department";
	char *list = arena_strdup(c->arena, placed(c, decided(c, key)));
	char *rest = list;
	const char *out = "", *honorific = decided(c, "honorific");
	for (char *one; (one = strsep(&rest, "\r\n")) != NULL;) {
		struct filling f[] = {{"addressee", one}, {"honorific", honorific}};
		if (one[0] == '\0')
			continue;
		const char *line =
			honorific[0] == '\0' ? one : text_fill(c->arena, say(c, WORD_LETTER_ADDRESSEE), f, 2);
		out = arena_printf(c->arena, "%s%s%s", out, out[0] == '\0' ? "" : "\n", line);
	}
	return out;
}

/* Whom to ask is the secretariat's to say: what a department sends has its own name on it only. */
static void
letter_parties(struct composer *c, const struct recipe_block *b, struct letter *l)
{
	const char *sender = b->sender != NULL ? b->sender : "sender";
	l->addressee = addressees(c, b);
	l->sender = placed(c, decided(c, sender));
	l->contact = strcmp(sender, "sender_department") == 0 ? NULL : decided(c, "contact");
}

bool
block_letter(struct composer *c, const struct recipe_block *b, struct err *e)
{
	(void)e;
	struct letter *l = ARENA_NEW(c->arena, struct letter);
	l->number = c->recipe->numbered ? letter_number(c) : NULL;
	l->date = placed(c, say(c, WORD_LETTER_DATE));
	if (!b->brief)
		letter_parties(c, b, l);
	l->title = placed(c, b->title == NULL ? "" : b->title);
	l->body = texts_filled(c, b->paragraphs, b->paragraphs_count);
	l->body_count = b->paragraphs_count;
	l->items = texts_filled(c, b->items, b->items_count);
	l->item_count = b->items_count;
	struct section *s = section_go_on(c);
	s->letter = l;
	s->new_page = b->new_page;
	return true;
}

static bool
approval_find(const struct approval_mark *marks, size_t count, const char *title, size_t *at)
{
	for (*at = 0; *at < count; (*at)++)
		if (strcmp(marks[*at].title, title) == 0)
			return true;
	return false;
}

/* What has been decided electronically so far; the other boxes stay empty. */
static bool
approval_sign(struct composer *c, struct approval *a, struct err *e)
{
	struct approval_mark *marks;
	size_t count, at;
	const char **signs = ARENA_ARRAY(c->arena, const char *, a->count + 1);
	if (!approvals_list(c->db, c->arena, c->figures->cycle.id, &marks, &count, e))
		return false;
	for (size_t i = 0; i < a->count; i++)
		signs[i] = approval_find(marks, count, a->titles[i], &at)
				   ? arena_printf(c->arena, "%s\n%s", wareki_short(c->arena, marks[at].day),
					     marks[at].name)
				   : "";
	a->signs = signs;
	return true;
}

/* One box a line of the setting; no lines, no boxes. */
bool
block_approval(struct composer *c, const struct recipe_block *b, struct err *e)
{
	char *list = arena_strdup(c->arena, decided(c, "approval_titles")), *rest = list;
	struct approval *a = ARENA_NEW(c->arena, struct approval);
	const char **titles = NULL, *mode = decided(c, "approval_mode");
	for (char *title; (title = strsep(&rest, "\r\n")) != NULL;)
		if (title[0] != '\0') {
			titles = ARENA_PUSH(c->arena, titles, a->count);
			titles[a->count++] = title;
		}
	a->titles = titles;
	if (strcmp(mode, "none") == 0 || a->count == 0)
		return true;
	if (strcmp(mode, "electronic") == 0 && !approval_sign(c, a, e))
		return false;
	struct section *s = section_go_on(c);
	s->approval = a;
	s->new_page = b->new_page;
	return true;
}
