/* Pages that answer a form. A browser that stands on one asks at Back and at reload whether to send the form again; so it is led
 * to the page, which is kept for it, sealed. */
#ifndef HTTP_POSTED_H
#define HTTP_POSTED_H

#include "http/site.h"

/* Keeps the page TEXT that ANSWER has for the form of RQ, and makes ANSWER lead to it. Nothing happens when that is not
 * needed: no page, a script that puts it in place, nobody signed in; nor when the page shows what may be seen for a minute
 * only. */
void posted_keep(struct request *rq, struct answer *answer, const char *text);

/* The route of a page that was kept; NULL when RQ asks for none. */
const struct route *posted_route(const struct request *rq);

#endif
