/* Whose turn it is to have a password hashed: as many at once as there are processors, however many processes are asked,
 * for each takes a processor and 19 MiB for as long as it lasts. */
#ifndef DOMAIN_STAFF_TURN_H
#define DOMAIN_STAFF_TURN_H

#include "store/db.h"

struct turn;

/* Waits up to SECONDS for a turn, which lives in W->mem. NULL when none came free. A process that ends in the middle gives
 * its turn back by that. */
struct turn *turn_take(struct work *w, unsigned seconds);

/* Gives TURN back. */
void turn_give(struct work *w, struct turn *turn);

#endif
