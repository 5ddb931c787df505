/* Brings the tables of a database to those of this program. Only an administrator's tool does that. */
#ifndef STORE_MIGRATION_H
#define STORE_MIGRATION_H

#include "store/db.h"
#include "store/migration_file.h"

/* Carries out what ALL (of migration_read) has and the database has not, step after step, each noted as soon as it is
 * done. Ended in the middle, the next call goes on where it was. W->db is of db_new_patient(), ready, and outside of a
 * transaction; W->mem must live until it is closed. TELL gets a line before each step.
 * Returns NULL when the database is as new as ALL, else the sentence that says what is in the way, in W->mem. Fails when
 * a statement does; db_error() says why. */
const char *migration_apply(struct work *w, const struct migration *all, void (*tell)(const char *line));

/* Gives the account NAME the rights that the programs need on every table and no more: what happened can only be added to,
 * and migrations only read. The same returns and failures. */
const char *migration_grant(struct work *w, const char *name);

#endif
