/* People of the dealership who sign in: their accounts, passwords and preferences. */
#ifndef DOMAIN_STAFF_STAFF_H
#define DOMAIN_STAFF_STAFF_H

#include "rules/form.h"
#include "store/db.h"

extern const struct field sign_in_fields[];
extern const struct field password_fields[];
extern const struct field person_fields[]; /* what staff_add() takes but for role and password */

/* Adds an account with ROLE (a row of table role) and PASSWORD (not checked here). Returns its id in W->mem,
 * NULL when USER_NAME is taken. */
const char *staff_add(struct work *w, const char *user_name, const char *first_name, const char *last_name,
	const char *role, const char *password);

/* The roles there are, in their order: column role. */
const struct row *staff_roles(struct work *w);

enum signed_in {
	SIGN_IN_DONE,
	SIGN_IN_WRONG, /* no such name, no such password or an inactive account: it is not said which */
	SIGN_IN_WAIT,  /* too many wrong tries; the password was not looked at */
};

/* A try of signing in: the name and password that were typed, and the cookie of the device (device.h), NULL for none. */
struct sign_in {
	const char *user_name, *password, *device; /* DEVICE becomes the cookie to give to that device when done */
	const char *staff_id;       /* who, when done */
	unsigned long long seconds; /* how long, when to wait */
};

/* Whether IN may come in from W->address. A try is counted before its password is looked at (attempt.h), whatever becomes of
 * the request. On a device that the person signed in on before, wrong tries elsewhere do not matter, nor the other way. */
enum signed_in staff_sign_in(struct work *w, struct sign_in *in);

/* Changes the password of W->me as FORM (of password_fields) says, ends their other sessions and renews W's own: *SECRET is
 * session_renew()'s, and with NULL there all of it is to be undone.
 * False when FORM has an error afterwards: the current one is wrong, the new one too easy or not repeated.
 * Wrong current ones are slowed down as those of signing in are, but counted for W's session alone: nobody who guesses
 * elsewhere keeps anybody from changing their password. */
bool staff_change_password(struct work *w, struct form *form, const char **secret);

/* Keeps the preference Customer Search Filters of W->me: SIMPLE "1" one field, "0" advanced fields. */
void staff_set_simple_search(struct work *w, const char *simple);

#endif
