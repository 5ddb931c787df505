/* What every page of a record begins with. */
#ifndef DESK_RECORD_H
#define DESK_RECORD_H

#include "http/request.h"

/* Puts the Customer Summary card of the record whose number is in the address, with its first connections.
 * Returns customer_get(); NULL, and answered with 404, when there is none. */
const struct row *record_open(struct request *rq);

#endif
