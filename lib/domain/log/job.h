/* Work that comes up again and again: which process does it this time. */
#ifndef DOMAIN_LOG_JOB_H
#define DOMAIN_LOG_JOB_H

#include "store/db.h"

#include <stdbool.h>

/* Takes the job NAME (at most 30 letters) when nobody took it in the last SECONDS, by the database's clock; of several
 * processes that ask at once, one. Commits at once, so that no transaction may be open: a process that is ended in the
 * middle leaves the job to the next time. */
bool job_claim(struct work *w, const char *name, const char *seconds);

#endif
