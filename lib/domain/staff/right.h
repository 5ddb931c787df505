/* What people may do. Rights come from the database with every request, so a change works on the next click. */
#ifndef DOMAIN_STAFF_RIGHT_H
#define DOMAIN_STAFF_RIGHT_H

#include "base/work.h"

#include <stdbool.h>

enum right {
	ANYONE,              /* no sign-in needed; tests/house lists the routes that say so */
	SIGNED_IN,           /* everybody of the dealership: their own account */
	BY_TICKET,           /* nobody of ours: a provider that was given a single-use ticket (ticket.h) */
	MAY_SEE_CUSTOMERS,
	MAY_ADD_CUSTOMERS,
	MAY_EDIT_CUSTOMERS,
	MAY_SET_STATUS,
	MAY_SEE_SSN_LAST4,
	MAY_REVEAL_SSN,
	MAY_MANAGE_STAFF,
	MAY_CHANGE_SETTINGS,
};

/* Everything that can be allowed or not: one row a right. */
struct right_row {
	enum right right;
	const char *code;  /* as role_right keeps it: "ssn.reveal" */
	const char *flag;  /* the template's word below May: "ssn_reveal" */
	const char *label; /* what it allows, for administrators */
	const char *area;  /* the heading it stands below */
};

/* All of them in the order people see; ended by an empty row. */
extern const struct right_row right_rows[];

/* Whether who is signed in holds RIGHT. Nobody signed in holds ANYONE only. */
bool right_held(const struct work *w, enum right right);

#endif
