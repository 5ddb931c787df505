/* Everything that domain code needs to do something: memory, the database, who is working. */
#ifndef BASE_WORK_H
#define BASE_WORK_H

#include "base/arena.h"

#include <stdbool.h>

struct db;

struct work {
	struct arena *mem;       /* lives as long as the request */
	struct db *db;
	const char *me;          /* staff.id of who is signed in; NULL = nobody */
	const char *session_id;  /* session.id; NULL = nobody */
	const char *rights;      /* right codes with commas between; see right.h */
	const char *address;     /* REMOTE_ADDR */
	bool shows_secret;       /* what is read may be seen for a minute only: no copy of the page may be kept */
};

#endif
