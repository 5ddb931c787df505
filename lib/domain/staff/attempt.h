/* Tries of signing in. Each is counted before its password is looked at, so that thirty at once are thirty, and is
 * forgiven when it was right. What is counted are lanes: of one that has to wait nobody is held up in another. */
#ifndef DOMAIN_STAFF_ATTEMPT_H
#define DOMAIN_STAFF_ATTEMPT_H

#include "store/db.h"

/* Where a try is counted. */
struct attempt {
	const char *person;  /* slowed down from the fifth failure in a row on: 1, 2, 4 ... 900 seconds */
	const char *address; /* closed for ten minutes by twenty failures; NULL = not counted there */
};

/* Of USER_NAME from a device that nobody knows: all of these share one lane a name, whether it exists or not, and one an
 * address (W->address; of IPv6 its first 64 bits, for whoever has one of them has all). */
struct attempt attempt_of_stranger(struct work *w, const char *user_name);

/* Of a person on a device that they signed in on before (LANE is device_lane()'s), wherever it is. */
struct attempt attempt_of_device(struct work *w, const char *lane);

/* Of whoever holds W's session and is asked for the password again. */
struct attempt attempt_of_session(struct work *w);

/* Counts ATTEMPT as a failure and returns 0, and that stays whatever comes after (db_commit_now); or returns the seconds to
 * wait, counts nothing, and the password must not be looked at. Those that come at the same time are counted one after
 * the other. */
unsigned long long attempt_reserve(struct work *w, const struct attempt *attempt);

/* The password was right: the person starts anew, and the address has one failure less. */
void attempt_forgive(struct work *w, const struct attempt *attempt);

/* Deletes some of those that are more than two days old; false when there are none. */
bool attempt_tidy(struct work *w);

#endif
