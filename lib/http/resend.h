/* Forms that come again: by a double click, by Back, because an answer was lost, after signing in anew. A form is known by its
 * word `once`, by what it is sent to, and by what was typed. */
#ifndef HTTP_RESEND_H
#define HTTP_RESEND_H

#include "http/site.h"

/* Whether ROUTE adds something and the form of RQ has added it before: *ANSWER then leads to that, or, when other words were
 * typed since, is ROUTE's .again. Asked when a request is carried out again: that it may be so is found at the end. */
bool resend_is_answered(struct request *rq, const struct route *route, struct answer *answer);

/* Ends the transaction of the form RQ as ANSWER says: committed with its key, or undone. When the same words were carried out
 * before, by a twin or when they were first sent, what was done now is undone and ANSWER leads to where they led. When ROUTE
 * has added something for other words before, the request is carried out again (FAULT_COLLISION). */
void resend_commit(struct request *rq, const struct route *route, struct answer *answer);

#endif
