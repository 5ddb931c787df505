/* Tickets: what a provider is given so that it may send a late answer, once. */
#ifndef DOMAIN_STAFF_TICKET_H
#define DOMAIN_STAFF_TICKET_H

#include "store/db.h"

/* A ticket for PROVIDER to tell about EMAIL_HASH of CUSTOMER_ID: 32 random bytes in hexadecimal, of which only the hash
 * is kept, in W->mem. Good for a day. */
const char *ticket_make(struct work *w, const char *customer_id, const char *provider, const char *email_hash);

/* Takes the ticket SECRET, which is no ticket afterwards: columns customer_id, provider, email_hash. NULL when it is
 * none, was used, or is too old. */
const struct row *ticket_take(struct work *w, const char *secret);

/* Deletes some of the tickets that are too old; false when there are none. */
bool ticket_tidy(struct work *w);

#endif
