#ifndef TESTS_REPORT_MADE_H
#define TESTS_REPORT_MADE_H

/* Figures made up by hand over the shipped staff set, for tests of the blocks:
 * departments of given sizes, answers by a fixed rule, withheld below five. */

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/resource.h"
#include "draw/font.h"
#include "report/block.h"
#include "report/shelf.h"

struct made {
	struct arena *arena;
	struct store *store;
	char directory[64];
	struct figures figures;
	struct report_request request;
	struct composer composer;
};

static inline void
made_begin(struct made *m)
{
	struct err e = {0};
	*m = (struct made){.arena = arena_create(), .directory = "/tmp/tenken-blocks-XXXXXX"};
	if (!fonts_open(&e) || mkdtemp(m->directory) == NULL || !store_create(m->directory, &e) ||
		(m->store = store_open(m->directory, &e)) == NULL)
		ck_abort_msg("%s", e.text);
}

static inline void
made_end(struct made *m)
{
	static const char *const names[] = {"", "-wal", "-shm"};
	char path[128];
	store_close(m->store);
	for (size_t i = 0; i < 3; i++) {
		snprintf(path, sizeof path, "%s/tenken.db%s", m->directory, names[i]);
		unlink(path);
	}
	rmdir(m->directory);
	arena_destroy(m->arena);
}

static inline const struct questionnaire *
made_set(struct made *m, const char *key)
{
	const struct bank *bank = store_bank(m->store);
	for (size_t i = 0; i < bank->count; i++)
		if (strcmp(bank->sets[i]->key, key) == 0)
			return bank->sets[i];
	ck_abort_msg("no set %s", key);
}

static inline void
made_tally(const struct item *item, size_t item_index, size_t department, int64_t people, struct tally *t)
{
	for (int64_t p = 0; p < people && item->choice_count > 0; p++) {
		size_t draw = ((size_t)p * 7 + department * 3 + item_index * 5) % 11;
		size_t pick = draw < 7 ? 0 : draw - 6;
		const struct choice *c = &item->choices[pick % item->choice_count];
		if (c->slot >= 0)
			t->slots[c->slot]++;
		else if (c->role == CHOICE_NA)
			t->na++;
		else
			t->unknown++;
	}
}

static inline void
made_scores(struct made *m, struct department_figures *d)
{
	struct figures *f = &m->figures;
	struct score all;
	score_zero(&all);
	d->measures = ARENA_ARRAY(m->arena, struct figure, f->measure_count);
	d->measures_done = ARENA_ARRAY(m->arena, struct figure, f->measure_count);
	d->items = ARENA_ARRAY(m->arena, struct figure, f->set->count);
	for (size_t i = 0; i < f->set->count; i++) {
		struct score one;
		score_zero(&one);
		score_item(&one, &f->set->items[i], &d->tallies[i]);
		score_add(&all, &one);
		d->items[i].rate = f->set->items[i].scale->knowledge ? one.knowledge : one.done;
		d->items[i].hidden = d->hidden;
		for (size_t k = 0; k < f->measure_count; k++) {
			const char *measure = f->set->items[i].clause->measure;
			if (measure == NULL || strcmp(measure, f->measures[k]->key) != 0)
				continue;
			d->measures[k].rate.numerator += one.points.numerator;
			d->measures[k].rate.denominator += one.points.denominator;
			d->measures_done[k].rate.numerator += one.done.numerator;
			d->measures_done[k].rate.denominator += one.done.denominator;
		}
	}
	for (size_t k = 0; k < f->measure_count; k++)
		d->measures[k].hidden = d->measures_done[k].hidden = d->hidden;
	d->done = (struct figure){all.done, d->hidden};
	d->points = (struct figure){all.points, d->hidden};
	d->knowledge = (struct figure){all.knowledge, d->hidden};
	if (d->hidden)
		memset(d->tallies, 0, f->set->count * sizeof *d->tallies);
}

static inline void
made_departments(struct made *m, const int *sizes, const char *const *names, size_t count)
{
	struct figures *f = &m->figures;
	f->departments = ARENA_ARRAY(m->arena, struct department_figures, count + 1);
	f->department_count = count;
	f->body = (struct department_figures){.key = "", .name = "企業団", .kind = ""};
	f->body.tallies = ARENA_ARRAY(m->arena, struct tally, f->set->count);
	for (size_t d = 0; d < count; d++) {
		struct department_figures *one = &f->departments[d];
		int64_t submitted = sizes[d] - sizes[d] / 6;
		*one = (struct department_figures){.department_id = (int64_t)d + 1,
			.key = "k",
			.name = names[d],
			.kind = "internal",
			.asked = sizes[d] > 0,
			.hidden = sizes[d] > 0 && submitted < 5};
		one->progress = (struct progress_row){
			one->department_id, sizes[d], sizes[d] > 9, submitted, sizes[d] > 7, 0, 0, 0};
		one->tallies = ARENA_ARRAY(m->arena, struct tally, f->set->count);
		for (size_t i = 0; i < f->set->count; i++) {
			made_tally(&f->set->items[i], i, d, submitted, &one->tallies[i]);
			tally_add(&f->body.tallies[i], &one->tallies[i]);
		}
		f->body.progress.asked += sizes[d];
		f->body.progress.submitted += submitted;
		made_scores(m, one);
	}
	f->body.asked = f->body.progress.asked > 0;
	made_scores(m, &f->body);
}

static inline void
made_years(struct made *m)
{
	struct figures *f = &m->figures;
	f->years = ARENA_ARRAY(m->arena, struct year_figures, 3);
	f->year_count = 3;
	for (size_t i = 0; i < 3; i++)
		f->years[i] = (struct year_figures){.year = 2024 + (int)i,
			.cycle_id = i == 2 ? 1 : 20 + (int64_t)i,
			.present = true,
			.points = {.hidden = f->subject->hidden,
				.rate = {.numerator = 700 + 40 * (int64_t)i, .denominator = 1000}},
			.done = {.hidden = f->subject->hidden,
				.rate = {.numerator = 600 + 50 * (int64_t)i, .denominator = 1000}},
			.changed = i == 2};
	f->comparable_now = (struct figure){.rate = {.numerator = 784, .denominator = 1000}};
	f->comparable_before = (struct figure){.rate = {.numerator = 740, .denominator = 1000}};
}

/* department 0: the body; page: as in a browser. */
static inline void
made_figures(struct made *m, const int *sizes, const char *const *names, size_t count, int64_t department,
	bool page)
{
	struct figures *f = &m->figures;
	struct err e = {0};
	const struct shelf *shelf = shelf_get(&e);
	if (shelf == NULL)
		ck_abort_msg("%s", e.text);
	*f = (struct figures){.set = made_set(m, "staff")};
	f->cycle = (struct cycle){.id = 1,
		.grading = {{900, 750, 600}},
		.year = 2026,
		.edition = 1,
		.k = 5,
		.title = "令和8年度",
		.state = CYCLE_FINAL,
		.base_day = day_of(2026, 9, 1),
		.opens_day = day_of(2026, 10, 1),
		.due_day = day_of(2026, 10, 30)};
	f->measure_count = policy_measures(store_bank(m->store)->policy, m->arena, &f->measures);
	made_departments(m, sizes, names, count);
	f->subject = department == 0 ? &f->body : &f->departments[department - 1];
	made_years(m);
	m->request = (struct report_request){.department_id = department,
		.now = instant_of_day(day_of(2027, 2, 1)),
		.issued_by = "事務局",
		.base_url = page ? "/figures" : NULL};
	static const struct recipe of_a_cycle;
	m->composer = (struct composer){.arena = m->arena,
		.recipe = &of_a_cycle,
		.standing = {.settled = true, .edition = f->cycle.edition},
		.policy = store_bank(m->store)->policy,
		.store = m->store,
		.db = store_reader(m->store, &e),
		.request = &m->request,
		.lexicon = shelf->lexicon,
		.figures = f,
		.width = 467};
}

/* All blocks of a recipe as a report. */
static inline struct report
made_report(struct made *m, const char *name)
{
	struct err e = {0};
	const struct shelf *shelf = shelf_get(&e);
	const struct recipe *r = shelf_find(shelf, name);
	struct composer *c = &m->composer;
	if (r == NULL)
		ck_abort_msg("%s", name);
	c->recipe = r;
	for (size_t i = 0; i < r->blocks_count; i++)
		if (!block_find(r->blocks[i].block)->make(c, &r->blocks[i], &e))
			ck_abort_msg("%s", e.text);
	return (struct report){.name = r->name,
		.title = placed(c, r->heading),
		.label = "機密性2・取扱注意",
		.subject = m->figures.subject->name,
		.lexicon = shelf->lexicon,
		.edition = 1,
		.issued_by = "事務局",
		.issued = m->request.now,
		.sections = c->sections,
		.section_count = c->section_count};
}

#endif
