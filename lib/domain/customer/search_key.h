/* The keys that a customer is found by, written in the transaction that changes the customer. */
#ifndef DOMAIN_CUSTOMER_SEARCH_KEY_H
#define DOMAIN_CUSTOMER_SEARCH_KEY_H

#include "store/db.h"

enum { SEARCH_KEY_LENGTH = 100 };

/* A customer as far as it can be searched for. */
struct search_subject {
	const char *id, *first_name, *middle_name, *last_name, *business_name;
	const struct text_value *contacts; /* each a phone, email, zip or city (with its state: "Columbus OH"); may be NULL */
};

/* TYPED, words that somebody searches for, folded as the keys are; of a phone number its digits without tel:, 00, (0) and
 * extension, of an e-mail what typed_email() leaves. At most SEARCH_KEY_LENGTH bytes, in MEM. */
const char *search_key_asked(struct arena *mem, const char *typed);

/* The keys of CUSTOMER, each once, at most SEARCH_KEY_LENGTH bytes; ends with NULL. In MEM. */
const char **search_key_words(struct arena *mem, const struct search_subject *customer);

/* Writes the keys of CUSTOMER, which has none yet, in the transaction that adds it. */
void search_key_add(struct work *w, const struct search_subject *customer, bool inactive);

/* Writes the keys of CUSTOMER anew, in the transaction that changes it. */
void search_key_write(struct work *w, const struct search_subject *customer, bool inactive);

/* Moves the keys of CUSTOMER_ID among the inactive or the active ones. */
void search_key_set_inactive(struct work *w, const char *customer_id, bool inactive);

#endif
