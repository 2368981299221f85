/* What a reminder would be, before it is sent. */
#include "web/remind/reminding.h"

#include "web/show.h"

bool
sample_find(struct call *c, struct sample *s, struct err *e)
{
	struct rung_words words;
	bool waits;
	if (!wave_reach(c->db, c->arena, &s->wave, day_of_instant(c->now), &s->reach, e))
		return false;
	s->subject = NULL;
	if (s->reach.first_person == 0)
		return true;
	if (!wave_words(c->db, c->arena, &s->wave, s->reach.first_person, &words, &waits, e))
		return false;
	s->subject = rung_fill(c->arena, s->wave.subject, &words);
	s->text = rung_fill(c->arena, s->wave.text, &words);
	return true;
}

void
show_sample(struct dict *page, const struct sample *s)
{
	struct dict *d = dict_include(page, "rung_sample", "rung_sample.tpl");
	dict_set(d, "cycle_title", s->wave.cycle_title);
	show_number(d, "with", s->reach.with);
	show_number(d, "without", s->reach.without);
	if (s->reach.absent > 0)
		show_number(dict_add(d, "absent"), "people", s->reach.absent);
	if (*s->reach.untold != '\0')
		dict_set(dict_add(d, "untold"), "departments", s->reach.untold);
	if (s->subject == NULL)
		return;
	d = dict_add(d, "sample");
	dict_set(d, "sample_subject", s->subject);
	dict_set(d, "sample_text", s->text);
}
