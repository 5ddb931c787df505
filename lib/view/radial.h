/* Where the dots of a picture of connections go: one in the middle, its own around it, theirs around those. */
#ifndef VIEW_RADIAL_H
#define VIEW_RADIAL_H

#include "base/arena.h"

struct radial_dot {
	int parent;  /* index of the dot it hangs on; -1 for the middle, which comes first */
	int x, y;    /* filled in: the middle is 0, 0; a step outwards is RADIAL_STEP */
	int step;    /* filled in: 0, 1 or 2 */
};

enum { RADIAL_STEP = 170, RADIAL_WIDEN = 2 };

/* Fills in COUNT dots; a parent stands before what hangs on it and is at most one step out. Every dot of the second step
 * gets the same angle, and one of the first step as much as its own need, but two of those at least. Pure.
 * Layout after Eades, "Drawing free trees" (1992): sectors in proportion to leaves. */
void radial_place(struct radial_dot *dots, size_t count);

#endif
