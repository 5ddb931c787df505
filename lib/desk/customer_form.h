/* The customer form on its way through a page and back: New Customer and Details share it. */
#ifndef DESK_CUSTOMER_FORM_H
#define DESK_CUSTOMER_FORM_H

#include "http/request.h"

/* The posted form, an SSN kept from the try before put back. TYPE overrides the posted customer_type unless NULL. */
struct form customer_form_read(struct request *rq, const char *type);

/* What FORM did not post becomes what is stored of CUSTOMER (of customer_get), so that it can be shown again. */
void customer_form_keep(struct request *rq, struct form *form, const struct row *customer);

/* Whether the form was sent by a button for another row or for one less, and not to be saved: then FORM has that
 * row more or less, what it did not post of CUSTOMER (NULL: a new one), and no errors. */
bool customer_form_changes_rows(struct request *rq, struct form *form, const struct row *customer);

/* TEMPLATE with STATUS, showing FORM: each card with at least one row to type in, a typed SSN kept sealed. */
struct answer customer_form_show(struct request *rq, struct form *form, int status, const char *template);

/* Puts the words of a search that found nobody where they belong in a blank FORM: "Delgado, Maria", an e-mail, a phone
 * number. */
void customer_form_carry_over(struct request *rq, struct form *form, const char *text);

#endif
