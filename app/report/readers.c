#include "report/readers.h"

#include "store/register/private_names.h"

static const struct {
	const char *key;
	enum word title;
	bool auditee, open; /* shown to the audited department, to anybody */
} contents[CONTENTS] = {
	[CONTENT_PEOPLE] = {"people", WORD_LEFT_PEOPLE, true, false},
	[CONTENT_SYSTEMS] = {"systems", WORD_LEFT_SYSTEMS, true, false},
	[CONTENT_PLACES] = {"places", WORD_LEFT_PLACES, true, false},
	[CONTENT_EVIDENCE] = {"evidence", WORD_LEFT_EVIDENCE, true, false},
	[CONTENT_DETAILS] = {"details", WORD_LEFT_DETAILS, true, false},
	[CONTENT_WORDS] = {"words", WORD_LEFT_WORDS, true, false},
	[CONTENT_WAIVERS] = {"waivers", WORD_LEFT_WAIVERS, true, false},
	[CONTENT_SELF_CHECK] = {"self_check", WORD_LEFT_SELF_CHECK, true, false},
	[CONTENT_FACTORS] = {"factors", WORD_LEFT_FACTORS, true, false},
	[CONTENT_ORDER] = {"order", WORD_LEFT_ORDER, false, false},
	[CONTENT_REVIEWS] = {"reviews", WORD_LEFT_REVIEWS, false, false},
};

bool
readers_see(const struct composer *c, enum content what)
{
	switch (c->request->readers) {
	case READERS_AUDITEE:
		return contents[what].auditee;
	case READERS_PUBLIC:
		return contents[what].open;
	default:
		return true;
	}
}

void
left_out(struct composer *c, enum content what)
{
	c->left_out[what]++;
}

const char *
for_readers(struct composer *c, enum content what, const char *text)
{
	if (text[0] == '\0' || readers_see(c, what))
		return text;
	left_out(c, what);
	return say(c, WORD_LEFT_OUT);
}

bool
for_everybody(struct composer *c, enum content what, const char *text, const char **out, struct err *e)
{
	if (c->private_names == NULL) {
		struct private_names *names = ARENA_NEW(c->arena, struct private_names);
		if (!private_names_load(c->db, c->arena, store_bank(c->store)->registers, names, e))
			return false;
		c->private_names = names;
	}
	*out = text;
	if (text[0] != '\0' && private_name_in(c->private_names, c->arena, text) == NULL)
		return true;
	left_out(c, what);
	*out = say(c, WORD_LEFT_OUT);
	return true;
}

const char *
left_out_text(const struct composer *c)
{
	const char *out = "";
	for (size_t i = 0; i < CONTENTS; i++)
		if (c->left_out[i] > 0)
			out = arena_printf(c->arena, "%s%s%s %lld", out, *out == '\0' ? "" : ", ",
				contents[i].key, (long long)c->left_out[i]);
	return out;
}

static const char *
content_title(const struct composer *c, enum content what)
{
	return say(c, contents[what].title);
}

/* What this edition leaves out, how often; of a full one it is nothing. */
bool
block_left_out(struct composer *c, const struct recipe_block *b, struct err *e)
{
	(void)e;
	const struct column columns[] = {
		{say(c, WORD_LEFT_WHAT), 0.75, ALIGN_LEFT}, {say(c, WORD_LEFT_TIMES), 0.25, ALIGN_RIGHT}};
	struct grid g = grid_create(c, columns, 2);
	for (size_t i = 0; i < CONTENTS; i++) {
		if (c->left_out[i] == 0)
			continue;
		struct table_cell *row = grid_row(&g);
		row[0].text = content_title(c, (enum content)i);
		row[1].text = number_text(c->arena, c->left_out[i]);
	}
	if (g.table->row_count > 0)
		section_begin(c, b)->table = g.table;
	return true;
}
