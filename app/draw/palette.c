#include "draw/palette.h"

#include <math.h>

static double
linear(uint32_t colour, unsigned shift)
{
	double v = (colour >> shift & 0xFF) / 255.0;
	return v <= 0.04045 ? v / 12.92 : pow((v + 0.055) / 1.055, 2.4);
}

static double
luminance(uint32_t colour)
{
	return 0.2126 * linear(colour, 16) + 0.7152 * linear(colour, 8) + 0.0722 * linear(colour, 0);
}

double
palette_contrast(uint32_t a, uint32_t b)
{
	double x = luminance(a) + 0.05, y = luminance(b) + 0.05;
	return x > y ? x / y : y / x;
}

uint32_t
palette_text_on(uint32_t colour)
{
	return palette_contrast(PALETTE_WHITE, colour) > palette_contrast(PALETTE_TEXT, colour)
		       ? PALETTE_WHITE
		       : PALETTE_TEXT;
}
