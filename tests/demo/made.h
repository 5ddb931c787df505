/* One made-up customer: what the form would hold. Not here: numbers, times and the database (fill.c). */
#ifndef DEMO_MADE_H
#define DEMO_MADE_H

#include "base/arena.h"

#include <stdbool.h>
#include <stdint.h>

enum { MADE_POINTS = 3 };

struct made_address {
	const char *type, *street, *city, *state, *zip;
};

/* A phone number or an e-mail address. */
struct made_contact {
	const char *type, *text;
};

/* As stored; NULL is empty. The first of each list is the primary one, an empty type ends it. */
struct made {
	bool inactive;
	const char *customer_type, *first_name, *middle_name, *last_name, *suffix, *business_name;
	const char *gender, *date_of_birth, *marital_status, *privacy, *preferred_contact;
	struct made_address addresses[MADE_POINTS + 1];
	struct made_contact phones[MADE_POINTS + 1], emails[MADE_POINTS + 1];
	double added;   /* when within its turn it was added, from 0 to 1 */
	double changed; /* how old the last change is, as a part of the record's age; 1 = never changed */
};

/* Customer number K (from 0) of SEED. It depends on nothing else: households are found from K.
 * All of it is in MEM or constant. */
struct made made_customer(struct arena *mem, uint64_t seed, uint64_t k);

#endif
