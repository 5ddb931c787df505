/* Carries out look-ups that were ordered: asks the providers, keeps what they answer, brings together what is known. */
#ifndef TASK_LOOKUP_RUN_H
#define TASK_LOOKUP_RUN_H

#include "outside/provider.h"
#include "store/db.h"

/* Who was asked about which address, and how it ended. */
struct lookup_run_row {
	struct lookup_run_row *next;
	const struct provider *provider;
	const char *email, *hash;
	enum outcome outcome;
	struct inquiry *inquiry; /* that is to be asked; NULL when it was answered before or must not be asked */
};

/* All there is to one look-up. */
struct lookup_run {
	struct lookup_run_row *rows;
	struct findings found;
};

/* Brings together what is known for the look-up ORDERED (of lookup_get) of CUSTOMER_ID. With ASK, in a
 * transaction, what was not answered in the last day is asked now, all at once, which may take three seconds: what was
 * written before is committed first, so that nobody waits for a lock. In W->mem. */
const struct lookup_run *lookup_run(struct work *w, const char *customer_id, const struct row *ordered, bool ask);

/* Whether a provider is still busy with RUN. */
bool lookup_run_is_queued(const struct lookup_run *run);

/* Takes in JSON, what the provider of TICKET (of ticket_take) sends late. Nothing happens when it has answered meanwhile. */
void lookup_run_late(struct work *w, const struct row *ticket, const char *json);

#endif
