/* Random numbers, hashes and sealing by libsodium. */
#ifndef BASE_SECRET_H
#define BASE_SECRET_H

#include "base/arena.h"

#include <stdbool.h>

/* Starts libsodium and reads the key file PATH: a regular file nobody but its owner may read, one key a line,
 * `eight hexadecimal digits, blank, 64 hexadecimal digits`; the first line seals, every line opens.
 * Fails when the file is missing, open to others or malformed. Call it once. */
void secret_load(const char *path);

/* BYTES random bytes (at most 64) as lower-case hexadecimal. The result is in MEM. */
const char *secret_random(struct arena *mem, size_t bytes);

/* BLAKE2b-256 of PURPOSE and TEXT, or LENGTH BYTES, as 64 hexadecimal digits. The result is in MEM. */
const char *secret_hash(struct arena *mem, const char *purpose, const char *text);
const char *secret_hash_bytes(struct arena *mem, const char *purpose, const char *bytes, size_t length);

/* SHA-256 of TEXT as 64 hexadecimal digits: where others ask for just that. The result is in MEM. */
const char *secret_sha256(struct arena *mem, const char *text);

/* Whether A and B are the same, in a time that tells nothing. NULL is never the same. */
bool secret_same(const char *a, const char *b);

/* Seals TEXT with XChaCha20-Poly1305 under the current key and a random nonce, bound to PLACE (what it is and
 * where it is kept) and the key's id. URL-safe base64, in MEM. *KEY_ID is the key's id, if wanted. */
const char *secret_seal(struct arena *mem, const char *place, const char *text, const char **key_id);

/* Opens what secret_seal() made for the same PLACE with the key KEY_ID (NULL: the current one).
 * The result is in MEM; NULL when it was altered, belongs elsewhere or the key is gone. */
const char *secret_open(struct arena *mem, const char *place, const char *sealed, const char *key_id);

#endif
