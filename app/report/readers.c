#include "report/readers.h"

static const struct {
	enum word title;
	bool auditee, open; /* shown to the audited department, to anybody */
} contents[CONTENTS] = {
	[CONTENT_PEOPLE] = {WORD_LEFT_PEOPLE, true, false},
	[CONTENT_SYSTEMS] = {WORD_LEFT_SYSTEMS, true, false},
	[CONTENT_PLACES] = {WORD_LEFT_PLACES, true, false},
	[CONTENT_EVIDENCE] = {WORD_LEFT_EVIDENCE, true, false},
	[CONTENT_DETAILS] = {WORD_LEFT_DETAILS, true, false},
	[CONTENT_WORDS] = {WORD_LEFT_WORDS, true, false},
	[CONTENT_WAIVERS] = {WORD_LEFT_WAIVERS, true, false},
	[CONTENT_SELF_CHECK] = {WORD_LEFT_SELF_CHECK, true, false},
	[CONTENT_PROCEDURES] = {WORD_LEFT_PROCEDURES, false, false},
	[CONTENT_REVIEWS] = {WORD_LEFT_REVIEWS, false, false},
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

const char *
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
