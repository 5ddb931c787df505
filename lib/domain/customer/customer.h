/* Customers: people and businesses the dealership knows. A customer's number is its id. */
#ifndef DOMAIN_CUSTOMER_CUSTOMER_H
#define DOMAIN_CUSTOMER_CUSTOMER_H

#include "rules/form_merge.h"
#include "store/db.h"

/* What the New Customer and the Details form ask; the cards are contact_groups of contact.h. */
extern const struct field customer_fields[];

/* Adds the customer of FORM (read with customer_fields and contact_groups, and good) with its addresses, phones,
 * e-mails, SSN, search keys and a line in its history. Returns the customer number, in W->mem. */
const char *customer_add(struct work *w, const struct form *form);

/* What is no mistake in FORM but worth a look: "specimen" (an SSN from a sample card), "contact" (the preferred
 * contact is one that privacy rules out), "" for nothing. */
const char *customer_warning(const struct form *form);

/* Whether the customer of FORM wants no e-mail, no mail and no phone calls: then nobody is asked about them either, unless
 * a person asks for it. */
bool customer_is_left_alone(const struct form *form);

enum customer_saved {
	CUSTOMER_SAVED,
	CUSTOMER_SAME,  /* nothing differed; nothing was written */
	CUSTOMER_STALE, /* somebody else saved after ROW_VERSION, and both changed the same; FORM's entries and rows ask */
	CUSTOMER_REFUSED, /* FORM is not good; its entries say why */
};

/* Customer ID with the columns of its table, in W->mem; NULL when there is none. customer_lock() holds it for this
 * transaction: nobody else changes it before that ends. */
const struct row *customer_row(struct work *w, const char *id);
const struct row *customer_lock(struct work *w, const char *id);

/* Changes the customer LOCKED (of customer_lock) to what FORM says. What FORM did not post stays as it is stored, and stands in
 * FORM afterwards (but the SSN); so FORM need not be good before, only together with that. When the record is not as
 * ROW_VERSION knew it any more, FORM is merged with it: MERGE says with base, choices and seen how, and with theirs and next
 * what came of it; NULL: nothing is known of how FORM was filled. */
enum customer_saved customer_save(struct work *w, const struct row *locked, struct form *form, const char *row_version,
	struct form_merge *merge);

/* Customer ID: every column of its table, and for the Customer Summary card name, list_name, initials, type_label,
 * preferred_label, changed_by_name, changed_shown, phone, dial (for a tel: link) and phone_label (of primary_phone), and
 * no_email, no_mail, no_phone_calls ("1" or NULL) and lookup (the state of its look-up, NULL without one). In W->mem; NULL
 * when there is none. */
const struct row *customer_get(struct work *w, const char *id);

/* Notes in the row of customer ID what hangs on it elsewhere: is_connected, has_taken, photo. Whoever adds the first of
 * these or takes the last one away calls it in the same transaction. */
void customer_mark(struct work *w, const char *id);

/* Whether ROW, which has a column customer_type, is a business. */
bool customer_is_business(const struct row *row);

/* CUSTOMER (of customer_get or customer_row) as a form that shows all that is stored but the SSN, in W->mem. */
struct form customer_as_form(struct work *w, const struct row *customer);

/* The customers changed last, page PAGE from 0; inactive ones only when INACTIVE_TOO. Rows as search_find() gives
 * them: id, customer_type, name, list_name, inactive, changed_at, phone, email, city. */
const struct row *customer_recent(struct work *w, bool inactive_too, unsigned page);

/* Hides the customer LOCKED (of customer_lock) from searches, or shows it again. False when it already is so. */
bool customer_set_inactive(struct work *w, const struct row *locked, bool inactive);

#endif
