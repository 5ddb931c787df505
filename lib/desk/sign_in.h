/* Signing in, also in the middle of a form, and posted words that must not be lost meanwhile. */
#ifndef DESK_SIGN_IN_H
#define DESK_SIGN_IN_H

#include "http/request.h"

/* Signs in with the posted user_name and password. When that fails the page has the reason, and the result is the status
 * to answer with: 422, or 429 when they have to wait. 200 when somebody is signed in now. */
int sign_in_try(struct request *rq);

/* Nobody is signed in and the route needs somebody: asks for it. A posted form is kept in that page and carried out
 * after signing in there. True when that has just happened and RQ may go on. */
bool sign_in_ask(struct request *rq, struct answer *answer);

/* A form without the token of this session: of an older one, when somebody signed in again in another tab. What was typed
 * is kept for another try. A form that was kept by the sign-in brings name and password in place of the token. */
bool sign_in_renew(struct request *rq, struct answer *answer);

/* Puts the posted words into the page, for another try: without passwords and tokens, the SSN sealed. */
void sign_in_put_words(struct request *rq);

#endif
