/* Who belongs in the picture of a customer's connections. */
#ifndef DOMAIN_CUSTOMER_GRAPH_H
#define DOMAIN_CUSTOMER_GRAPH_H

#include "store/db.h"

enum { GRAPH_MAX = 60 };

/* The circle around CUSTOMER_ID for its picture: at most GRAPH_MAX rows id, parent_id, name, customer_type,
 * inactive, relationship_label, title; those of the first step before those of the second, nobody twice. */
const struct row *graph_around(struct work *w, const char *customer_id);

#endif
