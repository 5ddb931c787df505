/* All that must be right before a handler runs. */
#ifndef HTTP_ADMIT_H
#define HTTP_ADMIT_H

#include "http/site.h"

/* The route of SITE that RQ asks for; NULL, and *ANSWER is set, when there is none. */
const struct route *admit_route(struct request *rq, const struct site *site, struct answer *answer);

/* Whether RQ may go on to the handler of ROUTE: the connection is safe, the form is ours, somebody is signed in who holds
 * the rights, the record is there. Else *ANSWER says why not. */
bool admit(struct request *rq, const struct site *site, const struct route *route, struct answer *answer);

#endif
