/* How a customer is reached: addresses, phones and e-mails, rows of one table. Of each kind there is one of each type at
 * most, and exactly one is primary as long as there are any. */
#ifndef DOMAIN_CUSTOMER_CONTACT_H
#define DOMAIN_CUSTOMER_CONTACT_H

#include "domain/customer/search_key.h"
#include "rules/form.h"

/* The three cards of a form: addresses, phones, emails. Ends with an empty row. */
extern const struct field_group contact_groups[];

/* One e-mail address: type, address. */
extern const struct field email_fields[];

/* Writes the cards of FORM for CUSTOMER_ID, which has none yet. */
void contact_add(struct work *w, const char *customer_id, const struct form *form);

/* Writes the cards of FORM as those of CUSTOMER_ID, in place of all there were. */
void contact_write(struct work *w, const char *customer_id, const struct form *form);

/* Adds what is stored for CUSTOMER_ID to the cards of FORM, which were empty; the primary ones first. */
void contact_read(struct work *w, const char *customer_id, struct form *form);

/* What lists and the summary of a record show of the primary rows of FORM, as the columns primary_phone,
 * primary_phone_type, primary_email, primary_address and primary_city of the customer, which are written with it. In
 * W->mem. */
const struct text_value *contact_primary(struct work *w, const struct form *form);

/* Notes in SEARCHED by what of FORM the customer can be found. */
void contact_subject(struct work *w, const struct form *form, struct search_subject *searched);

#endif
