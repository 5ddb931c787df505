/* Who is let in: the session's cookie, the sign-in (also in the middle of a form), the token against forgery. */
#ifndef HTTP_GATE_H
#define HTTP_GATE_H

#include "http/request.h"

/* Notes in RQ who holds the session of the Cookie header. False when the cookie is there twice. */
bool gate_recognize(struct request *rq);

/* Signs in with the posted user_name and password. When that fails the page has the reason, and the status is set;
 * the caller shows a template. */
bool gate_sign_in(struct request *rq);

/* Nobody is signed in (in this session) and the route needs somebody: answers with the sign-in. A posted form is kept
 * in that page and carried out after signing in there. True when that has just happened and RQ may go on. */
bool gate_ask(struct request *rq);

/* Whether a POST comes from our own pages: by Sec-Fetch-Site, or by Origin where a browser does not send that. */
bool gate_is_ours(void);

/* Whether the form carries the token of this session, which only our own pages know. */
bool gate_has_token(const struct request *rq);

/* Puts the posted words into the page, for another try: without passwords and tokens, the SSN sealed. */
void gate_put_words(struct request *rq);

/* The Set-Cookie line of the answer, NULL when there is none to send. In RQ's memory. */
const char *gate_cookie(struct request *rq);

/* Whether the connection may carry a session: https, or http on this very machine. */
bool gate_is_safe(void);

/* The token for the forms of this session; NULL when nobody is signed in. */
const char *gate_token(const struct request *rq);

/* Whether PLACE is an address of this site that a person may be led to after signing in: a path, printable, not too
 * long for a header line, and nothing that a browser takes for another site. */
bool gate_is_local_path(const char *place);

#endif
