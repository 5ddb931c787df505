/* Who belongs in the picture of a customer's connections. */
#ifndef DOMAIN_CIRCLE_H
#define DOMAIN_CIRCLE_H

#include "store/db.h"

enum { CIRCLE_MOST = 60 };

/* The circle around CUSTOMER_ID for its picture: at most CIRCLE_MOST rows id, parent_id, name, customer_type,
 * inactive, relationship_label, title; those of the first step before those of the second, nobody twice. */
const struct row *circle_around(struct work *w, const char *customer_id);

#endif
