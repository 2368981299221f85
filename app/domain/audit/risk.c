#include "domain/audit/risk.h"

#include <string.h>

enum { STEPS_MOST = 2, MINOR_MANY = 2 };

enum risk_band
risk_band_of(int likelihood, int loss)
{
	static const int last[RISK_BANDS] = {4, 9, 15, 25};
	int value = likelihood * loss, b = RISK_LOW;
	while (b < RISK_EXTREME && value > last[b])
		b++;
	return (enum risk_band)b;
}

const char *
risk_band_key(enum risk_band b)
{
	static const char *const keys[RISK_BANDS] = {"low", "middle", "high", "extreme"};
	return keys[b];
}

static const char *const treatments[RISK_TREATMENTS] = {"reduce", "avoid", "share", "accept"};

const char *
risk_treatment_key(enum risk_treatment t)
{
	return treatments[t];
}

enum risk_treatment
risk_treatment_of(const char *key)
{
	int t = 0;
	while (t < RISK_TREATMENTS && strcmp(treatments[t], key) != 0)
		t++;
	return (enum risk_treatment)t;
}

int
risk_propose(int likelihood, const struct risk_evidence *x)
{
	int steps = 0;
	steps += x->points >= 0 && x->points < x->alarm;
	steps += x->major > 0 || x->minor >= MINOR_MANY;
	steps += x->repeated;
	likelihood += steps < STEPS_MOST ? steps : STEPS_MOST;
	return likelihood < RISK_MOST ? likelihood : RISK_MOST;
}
