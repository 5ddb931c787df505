/* Doing a thing once: every form carries a key; the key is kept with what the form did, in one transaction.
 * A double click, a form sent again or a worker killed after the commit leads to the first result. */
#ifndef DOMAIN_STAFF_ONCE_H
#define DOMAIN_STAFF_ONCE_H

#include "store/db.h"

/* Where the form with KEY led when W->me sent it before, in W->mem; NULL when it was not carried out yet. */
const char *once_find(struct work *w, const char *key);

/* Keeps that the form with KEY led to LOCATION. DB_DUPLICATE when another process was faster. */
enum db_changed once_store(struct work *w, const char *key, const char *location);

/* Deletes some of the keys that are older than two days; false when there are none. */
bool once_tidy(struct work *w);

#endif
