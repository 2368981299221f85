#include "domain/score/tally.h"

void
tally_answer(struct tally *t, const struct answer *a, int sign)
{
	if (a->choice == NULL)
		return;
	switch (a->choice->role) {
	case CHOICE_SCORED:
		t->slots[a->choice->slot] += sign;
		break;
	case CHOICE_UNKNOWN:
		t->unknown += sign;
		break;
	case CHOICE_NA:
		t->na += sign;
		if (a->na != NULL)
			t->na_for[a->na->slot] += sign;
		break;
	}
}

void
tally_add(struct tally *t, const struct tally *other)
{
	for (int i = 0; i < CHOICE_SLOTS; i++)
		t->slots[i] += other->slots[i];
	t->na += other->na;
	t->unknown += other->unknown;
	for (int i = 0; i < NA_REASONS; i++)
		t->na_for[i] += other->na_for[i];
}

int64_t
tally_answered(const struct tally *t)
{
	int64_t n = t->na + t->unknown;
	for (int i = 0; i < CHOICE_SLOTS; i++)
		n += t->slots[i];
	return n;
}

bool
tally_empty(const struct tally *t)
{
	for (int i = 0; i < CHOICE_SLOTS; i++)
		if (t->slots[i] != 0)
			return false;
	for (int i = 0; i < NA_REASONS; i++)
		if (t->na_for[i] != 0)
			return false;
	return t->na == 0 && t->unknown == 0;
}
