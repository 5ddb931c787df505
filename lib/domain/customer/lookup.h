/* Look-ups of customers at social media providers, as the database knows them: what was ordered, what was answered,
 * whom to leave alone for a while. Asking is lib/outside's, taking over is social.c's. */
#ifndef DOMAIN_CUSTOMER_LOOKUP_H
#define DOMAIN_CUSTOMER_LOOKUP_H

#include "rules/finding.h"
#include "store/db.h"

/* Orders a look-up of CUSTOMER_ID, who is there, by EMAIL, or, when that is NULL, by all addresses on record that are no
 * placeholders. False, and nothing is ordered, when Access Social Media is off, there is no such address, or EMAIL is a
 * placeholder. */
bool lookup_order(struct work *w, const char *customer_id, const char *email);

/* The look-up of CUSTOMER_ID: columns state, email. NULL when none was ordered or Access Social Media is off. */
const struct row *lookup_get(struct work *w, const char *customer_id);

/* The addresses it is about (LOOKUP of lookup_get): column address. NULL for none. */
const struct row *lookup_emails(struct work *w, const char *customer_id, const struct row *lookup);

/* Notes that the look-up of CUSTOMER_ID is in STATE now. */
void lookup_set_state(struct work *w, const char *customer_id, const char *state);

/* Notes for the history that CUSTOMER_ID was searched for: ASKED of the providers, of which ANSWERED did. */
void lookup_note(struct work *w, const char *customer_id, unsigned asked, unsigned answered);

/* What PROVIDER answered about EMAIL_HASH. */
struct lookup_answer {
	bool is_known;         /* it was asked in the last day; what is older is not read any more */
	bool is_fresh;         /* found or nothing */
	enum outcome outcome;
	struct findings found;
};
struct lookup_answer lookup_answer(struct work *w, const char *provider, const char *email_hash);

/* Keeps what PROVIDER answered about EMAIL_HASH for CUSTOMER_ID: a row of the log, the answer for a day, and whether it is to
 * be left alone: WAIT seconds, or a minute after five failures in a row. */
void lookup_store(struct work *w, const char *customer_id, const char *provider, const char *email_hash,
	enum outcome outcome, const struct finding *found, unsigned wait);

/* Deletes some of the answers that are more than a day old, which nobody can read any more; false when there are none. */
bool lookup_tidy(struct work *w);

/* Whether PROVIDER is switched on and wants to be asked just now; *RESTING tells which of the two it is not. */
bool lookup_may_ask(struct work *w, const char *provider, bool *resting);

#endif
