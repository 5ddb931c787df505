/* A customer as what the number in an address names, and what every page of a record begins with. */
#ifndef DESK_RECORD_H
#define DESK_RECORD_H

#include "http/site.h"

/* For a route's record: the customer with that number. rq->record is customer_get() for a GET and the customer's own
 * columns for a POST, and each page begins with the Customer Summary card and the first connections, read when the
 * handler has done its work. */
extern const struct route_record record_of_customer;

/* The same for a POST that changes the customer: its row is locked until the transaction ends, so that the handler may
 * hand it to customer_save() and nothing is read twice. */
extern const struct route_record record_to_change;

/* The customer for a page that shows no connections. */
extern const struct route_record record_at_a_glance;

/* The record of RQ as its pages show it: customer_get(), read once, when it is first asked for. A handler that changes the
 * record asks for it afterwards. */
const struct row *record_shown(struct request *rq);

#endif
