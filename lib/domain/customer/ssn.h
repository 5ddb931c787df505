/* Social security numbers, and taxpayer numbers (ITINs) of who has none: the only room where one is in the clear. Sealed
 * in the database, masked on pages, shown for a minute to those who may, and never shown without a line in the log. */
#ifndef DOMAIN_CUSTOMER_SSN_H
#define DOMAIN_CUSTOMER_SSN_H

#include "rules/form.h"
#include "store/db.h"

enum ssn_file {
	SSN_FILE_SSN,
	SSN_FILE_ITIN,
	SSN_FILE_LOST, /* its key is not here, or it was moved or altered: it does not open, and is not touched by a form */
};

/* Seals NUMBER (nine digits) as that of CUSTOMER_ID, in place of any before; NULL takes it away. */
void ssn_put(struct work *w, const char *customer_id, const char *number);

/* What W->me may see of the number of CUSTOMER_ID: "XXX-XX-6789" with the right ssn.last4, else "XXX-XX-XXXX".
 * In W->mem; NULL when none is on file. *FILE, if wanted, is what kind of number that is. */
const char *ssn_masked(struct work *w, const char *customer_id, enum ssn_file *file);

/* Starts SESSION_SSN_SECONDS for CUSTOMER_ID in W's session and writes the log; both are kept at once (db_commit_now), before
 * the number can be sent. False when none is on file. The caller's route holds MAY_REVEAL_SSN. */
bool ssn_reveal(struct work *w, const char *customer_id);

/* The number of CUSTOMER_ID as "123-45-6789" when W->me holds the right to see it and SHOWN_ID and SHOWN_SECONDS
 * (of session_find) say that it is being shown; NULL in all other cases. In W->mem. */
const char *ssn_shown(struct work *w, const char *customer_id, const char *shown_id, const char *shown_seconds);

/* Whether NUMBER (nine digits, or NULL for none) differs from what is on file for CUSTOMER_ID; from one that is lost it does. */
bool ssn_differs(struct work *w, const char *customer_id, const char *number);

/* Whether W->me may write a number for CUSTOMER_ID: anyone who may edit when none is on file, to replace one only
 * those who may see it. */
bool ssn_may_put(struct work *w, const char *customer_id);

/* Seals TEXT, a number on its way back into a form that is not saved yet. In W->mem. */
const char *ssn_seal_typed(struct work *w, const char *text);

/* WORDS with `ssn` put back from `ssn_kept` when the field came back untouched (empty, or showing the mask of it).
 * In W->mem. */
const struct text_value *ssn_open_typed(struct work *w, const struct text_value *words);

/* The mask of a kept or typed NUMBER, as ssn_masked() shows it to W->me. */
const char *ssn_mask(struct work *w, const char *number);

#endif
