/* Who is signed in, and what their session remembers. The cookie is http/gate.c's. */
#ifndef DOMAIN_STAFF_SESSION_H
#define DOMAIN_STAFF_SESSION_H

#include "store/db.h"

enum { SESSION_SSN_SECONDS = 60 }; /* how long an SSN is shown; pages and scripts take it from here */

/* Signs STAFF_ID in from W->address. Returns the secret for the cookie, in W->mem: 64 hexadecimal digits, of which
 * the database keeps the hash only. */
const char *session_begin(struct work *w, const char *staff_id);

/* Who holds SECRET: columns id, staff_id, user_name, first_name, last_name, role, rights, simple_search,
 * dealership_name, access_social_media ("1" = on), find, shown_customer_id, shown_seconds, seen_long_ago,
 * signed_in_seconds (since the password was typed). NULL when
 * nobody does, after 30 minutes
 * without a request, 12 hours after signing in (both are settings), or when the person was made inactive.
 * shown_seconds is how long the SSN of shown_customer_id may still be seen: 0 to
 * SESSION_SSN_SECONDS, by the database's clock. */
const struct row *session_find(struct work *w, const char *secret);

/* Notes that W's session is in use. Call it when seen_long_ago, once a minute at most. */
void session_touch(struct work *w);

/* Ends W's session: its row is gone, and the log says so. */
void session_end(struct work *w);

/* Ends every session of W->me but W's own. */
void session_end_others(struct work *w);

/* Gives W's session a new secret, in W->mem: whoever has a copy of the old one has nothing. NULL when another request ended or
 * renewed it meanwhile. */
const char *session_renew(struct work *w);

/* Deletes some of the sessions that began more than two days ago; false when there are none. */
bool session_tidy(struct work *w);

/* Starts the SESSION_SSN_SECONDS in which this session may see the SSN of CUSTOMER_ID (NULL: ends them). */
void session_show_ssn(struct work *w, const char *customer_id);

/* Keeps FIND (sealed by search.h) as the latest search; NULL forgets it. */
void session_set_find(struct work *w, const char *find);

/* The token that W's forms carry against forgery, from the cookie's SECRET. In MEM. */
const char *session_token(struct arena *mem, const char *secret);

#endif
