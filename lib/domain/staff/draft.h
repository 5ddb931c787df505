/* Pages that answered a form and saved nothing: refused, asking, a row more. They are kept so that the browser is led to them,
 * and Back and reload never offer to send the form again. Sealed, as they hold what was typed; gone after a day. */
#ifndef DOMAIN_STAFF_DRAFT_H
#define DOMAIN_STAFF_DRAFT_H

#include "store/db.h"

/* Keeps PAGE, which was answered with STATUS, for W's session. Returns its key, 32 hexadecimal digits, in W->mem. */
const char *draft_store(struct work *w, int status, const char *page);

/* The page that W's session was answered with under KEY, its status in *STATUS. In W->mem; NULL when there is none any more. */
const char *draft_find(struct work *w, const char *key, int *status);

/* Deletes some of the drafts that are older than a day; false when there are none. */
bool draft_tidy(struct work *w);

#endif
