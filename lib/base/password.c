/* Passwords by libsodium. What a password may be is rules/check.c's to say. */
#include "base/password.h"

#include "base/fail.h"

#include <sodium.h>

enum { PASSES = 2, MEMORY = 19 * 1024 * 1024 };

const char *password_hash(struct arena *mem, const char *password)
{
	char *hash = arena_get(mem, crypto_pwhash_STRBYTES);

	if (crypto_pwhash_str(hash, password, strlen(password), PASSES, MEMORY))
		fail(FAULT_BROKEN, "password_hash: out of memory");
	return hash;
}

bool password_fits(const char *hash, const char *password)
{
	/* Of no password; costs as much to check as a real one, so that time does not tell who exists. */
	static const char nobody[crypto_pwhash_STRBYTES] = "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$"
		"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

	return !crypto_pwhash_str_verify(hash ? hash : nobody, password, strlen(password)) && hash;
}

bool password_is_old(const char *hash)
{
	return crypto_pwhash_str_needs_rehash(hash, PASSES, MEMORY) != 0;
}
