/* Finding customers: every way to begin typing one is a key, so each search is a short range of an index. */
#ifndef DOMAIN_CUSTOMER_SEARCH_H
#define DOMAIN_CUSTOMER_SEARCH_H

#include "domain/customer/search_key.h"
#include "rules/form.h"

enum { SEARCH_PAGE = 25, SEARCH_PAGES = 40 };

/* The fields of the advanced search. */
extern const struct field search_fields[];

/* Page PAGE (from 0) of the customers that TEXT finds: part of a name in any order, of a business name, a phone
 * number or its end, an e-mail or its beginning, a customer number, a ZIP. Inactive ones only when INACTIVE_TOO.
 * At most SEARCH_PAGE + 1 rows in W->mem, the last one telling that there are more; NULL when there are none.
 * Columns: those of customer_recent(). */
const struct row *search_find(struct work *w, const char *text, bool inactive_too, unsigned page);

/* The same for FORM, read with search_fields: customers that fit every field that is filled in. */
const struct row *search_advanced(struct work *w, const struct form *form, bool inactive_too, unsigned page);

/* The customers that TEXT finds and that may be connected with CUSTOMER: active, not itself, and no business when it
 * is one. Columns as search_find(), and connected ("1" when it is already). At most SEARCH_PAGE rows. */
const struct row *search_others(struct work *w, const char *text, const struct row *customer);

/* What was typed into a search (the posted words style, search and those of search_fields, each cut at 200 bytes), sealed
 * for an address: personal words must not stand in logs. In W->mem. */
const char *search_seal(struct work *w, const struct text_value *words, bool inactive_too);

/* Opens what search_seal() made in this session: style, search, inactive ("1") and the words of search_fields, as far as
 * something was typed. NULL when it is none. In W->mem. */
const struct text_value *search_open(struct work *w, const char *sealed);

#endif
