/* The radial layout of the picture of connections. What is drawn there is templates/connections/list.cs. */
#include "view/radial.h"

#include <math.h>

/* How many dots hang on AT. */
static unsigned leaves(const struct radial_dot *dots, size_t count, size_t at)
{
	unsigned found = 0;

	for (size_t i = 1; i < count; i++)
		found += dots[i].parent == (int)at;
	return found;
}

/* The leaves' room that a dot of the first step takes: two at least, as it is larger and nearer to its neighbors. */
static unsigned room(unsigned leaves)
{
	return leaves > 2 ? leaves : 2;
}

static void put(struct radial_dot *dot, int step, double angle)
{
	/* Names are wider than high, so the circles are ellipses. */
	dot->step = step;
	dot->x = (int)lround(cos(angle) * (RADIAL_STEP * step * RADIAL_WIDEN));
	dot->y = (int)lround(sin(angle) * (RADIAL_STEP * step));
}

void radial_place(struct radial_dot *dots, size_t count)
{
	unsigned all = 0;
	double angle = -acos(-1) / 2, full = 2 * acos(-1);

	for (size_t i = 1; i < count; i++)
		all += dots[i].parent == 0 ? room(leaves(dots, count, i)) : 0;
	if (count)
		put(&dots[0], 0, 0);
	for (size_t i = 1; i < count; i++) {
		if (dots[i].parent != 0)
			continue;
		unsigned own = leaves(dots, count, i), turn = 0;
		put(&dots[i], 1, angle + full * room(own) / all / 2);
		for (size_t j = 1; j < count; j++)
			if (dots[j].parent == (int)i)
				put(&dots[j], 2, angle + full * (turn++ + 0.5 + (room(own) - own) / 2.0) / all);
		angle += full * room(own) / all;
	}
}
