/* Passwords as they are stored: Argon2id by libsodium. */
#ifndef BASE_PASSWORD_H
#define BASE_PASSWORD_H

#include "base/arena.h"

#include <stdbool.h>

/* Argon2id of PASSWORD (2 passes, 19 MiB: OWASP's Password Storage Cheat Sheet), as text to store, in MEM.
 * Fails when memory has run out. */
const char *password_hash(struct arena *mem, const char *password);

/* Whether PASSWORD is the one HASH was made of. HASH may be NULL: then the same time goes by and it is not. */
bool password_fits(const char *hash, const char *password);

/* Whether HASH was made with other costs than password_hash() uses today. */
bool password_is_old(const char *hash);

#endif
