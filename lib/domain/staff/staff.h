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

/* Whether USER_NAME may come in with PASSWORD from W->address. Fills *STAFF_ID when done, *SECONDS when to wait.
 * Wrong tries of a name are slowed down from the fifth on (1, 2, 4 ... 900 seconds), of an address after 20 within
 * ten minutes; both are kept whatever becomes of the request (db_commit_now). */
enum signed_in staff_sign_in(struct work *w, const char *user_name, const char *password, const char **staff_id,
	unsigned long long *seconds);

/* Deletes some of the wrong tries that are more than two days old; false when there are none. */
bool staff_tidy_attempts(struct work *w);

/* Changes the password of W->me as FORM (of password_fields) says and ends their other sessions.
 * False when FORM has an error afterwards: the current one is wrong, the new one too easy or not repeated.
 * A wrong current one counts as a wrong try of signing in. */
bool staff_change_password(struct work *w, struct form *form);

/* Keeps the preference Customer Search Filters of W->me: SIMPLE "1" one field, "0" advanced fields. */
void staff_set_simple_search(struct work *w, const char *simple);

#endif
