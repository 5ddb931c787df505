/* Who is let in: the session's cookie, the token against forgery, where a form comes from. Signing in and what is asked
 * of whom is lib/desk/sign_in.c's. */
#ifndef HTTP_GATE_H
#define HTTP_GATE_H

#include "http/request.h"

/* Notes in RQ who holds the session of the Cookie header. False when the cookie is there twice. */
bool gate_recognize(struct request *rq);

/* Notes in RQ who holds the session SECRET, and gives them its cookie: they have just signed in, or
 * changed their password. */
void gate_begin(struct request *rq, const char *secret);

/* Takes the cookie away. */
void gate_end(struct request *rq);

/* The cookie of the device (domain/staff/device.h) as it came, NULL when there is none. */
const char *gate_device(struct request *rq);

/* Gives the device COOKIE, for a year. */
void gate_keep_device(struct request *rq, const char *cookie);

/* Whether a POST comes from our own pages: by Sec-Fetch-Site, or by Origin where a browser does not send that. */
bool gate_is_ours(void);

/* Whether the form carries the token of this session, which only our own pages know. */
bool gate_has_token(const struct request *rq);

/* The Set-Cookie line of the answer, NULL when there is none to send. In RQ's memory. */
const char *gate_cookie(struct request *rq);

/* Whether the connection may carry a session: https, or http on this very machine. */
bool gate_is_safe(void);

/* The token for the forms of this session; NULL when nobody is signed in. */
const char *gate_token(const struct request *rq);

/* A short seal of TEXT that fits this session alone, for an address that no link from elsewhere may make; NULL when nobody is
 * signed in. In RQ's memory. */
const char *gate_seal(const struct request *rq, const char *text);

/* The address that was asked for, with its query, below the site's base: "/customers?find=..."; "" when it is none that
 * a person may be led to later. In RQ's memory. */
const char *gate_here(struct request *rq);

/* The whole address that was asked for, as the browser wrote it. */
const char *gate_address(void);

/* Whether the page's script asked, for a part of a page. */
bool gate_is_script(void);

/* Whether PATH is an address of this site that a person may be led to after signing in: a path, printable, not too
 * long for a header line, and nothing that a browser takes for another site. */
bool gate_is_local_path(const char *path);

#endif
