/* A new customer together with its connection. */
#ifndef DOMAIN_CUSTOMER_CONNECTION_NEW_H
#define DOMAIN_CUSTOMER_CONNECTION_NEW_H

#include "domain/customer/connection.h"

/* Adds the customer of FORM (of customer_fields) and connects it with CUSTOMER_ID. With SAME_CONTACT the new one gets
 * copies of the addresses, phones and e-mails of CUSTOMER_ID with their types and primaries. *NEW_ID is its number.
 * CUSTOMER_ID must exist; two businesses are refused before anything is written. */
enum connected connection_new(struct work *w, const char *customer_id, struct form *form, const struct form *how,
	bool same_contact, const char **new_id);

#endif
