/* Doing a thing once (an idempotency key): every form carries a key; the key is kept with what the form did, in one
 * transaction. A double click, a form sent again or a worker killed after the commit leads to the first result. */
#ifndef DOMAIN_STAFF_ONCE_H
#define DOMAIN_STAFF_ONCE_H

#include "store/db.h"

/* A form that was carried out. */
struct once {
	const char *key;         /* 32 hexadecimal digits: which form, and what it was sent to */
	const char *words;       /* 32 hexadecimal digits: a hash of what was typed into it */
	const char *location;    /* where its sender was led, at most 300 characters of ASCII */
	const char *customer_id; /* whom it added; NULL = nobody */
};

/* The form with KEY as W->me sent it before: location, words, customer_id, created_at, in W->mem; NULL when it was not
 * carried out yet. */
const struct row *once_find(struct work *w, const char *key);

/* Keeps that ONCE was carried out. DB_DUPLICATE when its key was kept before. once_replace() then keeps the later words and
 * where they led. */
enum db_changed once_store(struct work *w, const struct once *once);
void once_replace(struct work *w, const struct once *once);

/* Deletes some of the keys that are older than two days; false when there are none. */
bool once_tidy(struct work *w);

#endif
