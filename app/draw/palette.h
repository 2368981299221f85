#ifndef DRAW_PALETTE_H
#define DRAW_PALETTE_H

/*
 * Every colour of charts and papers; those of charts come from the scales of the
 * Digital Agency's design tokens. Blue, orange and green differ for all kinds of colour vision, and each
 * stands beside a pattern, a dash or a marker. Text is at least 4.5:1 against
 * what it stands on: PALETTE_TEXT on all of the heat scale, PALETTE_MUTED on white.
 */

#include <stdint.h>

enum {
	PALETTE_WHITE = 0xFFFFFF,
	PALETTE_TEXT = 0x1A1A1A,  /* solid grey 900 */
	PALETTE_MUTED = 0x595959, /* between grey 600 and 700 */
	PALETTE_FRAME = 0x767676, /* grey 536: 4.5:1 for what outlines a bar */
	PALETTE_GRID = 0xCCCCCC,  /* grey 200 */
	PALETTE_BLUE = 0x0017C1,  /* blue 900 */
	PALETTE_ORANGE = 0xAC3E00,
	PALETTE_GREEN = 0x115A36,
	/* how an item was answered: told apart by patterns besides */
	PALETTE_DONE = 0x1F5FA8,
	PALETTE_PARTLY = 0x5B8BC9,
	PALETTE_NOT = 0x333333,
	PALETTE_UNKNOWN = 0x7F7F7F,
	/* on paper */
	PALETTE_BLACK = 0x000000,
	PALETTE_RULE = 0x7F7F7F,
	PALETTE_TINT = 0xECECEC,  /* under the heads of tables */
	PALETTE_FAINT = 0xF0F0F0, /* the mark of a draft, beneath everything else */
};

enum { HEAT_STEPS = 5 };

/* Light to deep for 0–20–40–60–80–100 %. */
static const uint32_t palette_heat[HEAT_STEPS] = {0xF8FBFF, 0xE8F1FE, 0xC5D7FB, 0x9DB7F9, 0x7096F8};

/* White or near black, whichever reads better on the colour. */
uint32_t palette_text_on(uint32_t colour);

/* WCAG contrast of two colours: 1 to 21. */
double palette_contrast(uint32_t a, uint32_t b);

#endif
