/* Who was shown which customers, and who was refused what: one row a page. */
#ifndef DOMAIN_LOG_VISIT_H
#define DOMAIN_LOG_VISIT_H

#include "store/db.h"

struct visit {
	const char *page;        /* what was asked for, numbers as #: "GET /customer/#/details" */
	const char *customer_id; /* the number in that address; NULL = none */
	const char *shown;       /* the numbers of the customers on the page, with commas between; "" = none */
	int status;              /* how it was answered */
};

/* Adds that W->me was answered so. Of people who are not signed in, one a minute of each kind from an address: what they send
 * must not fill the table. */
void visit_note(struct work *w, const struct visit *visit);

#endif
