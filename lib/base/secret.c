/* Random numbers, hashes and sealing by libsodium. What is sealed where is decided by the callers. */
#include "base/secret.h"

#include "base/fail.h"

#include <errno.h>
#include <sodium.h>
#include <sys/stat.h>

enum {
	KEYS = 8,
	NONCE = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES,
	TAG = crypto_aead_xchacha20poly1305_ietf_ABYTES,
	BASE64 = sodium_base64_VARIANT_URLSAFE_NO_PADDING,
};

static struct key {
	char id[9];
	unsigned char bytes[crypto_aead_xchacha20poly1305_ietf_KEYBYTES];
} *keys;
static unsigned key_count;

static void take_key(const char *path, const char *line)
{
	struct key *key = &keys[key_count];
	size_t length = 0, whole = strcspn(line, "\r\n");

	if (key_count == KEYS)
		fail(FAULT_BROKEN, "%s: more than %d keys", path, KEYS);
	if (whole != 8 + 1 + 64 || line[8] != ' ' || strspn(line, "0123456789abcdef") != 8 ||
	    sodium_hex2bin(key->bytes, sizeof key->bytes, line + 9, 64, NULL, &length, NULL) ||
	    length != sizeof key->bytes)
		fail(FAULT_BROKEN, "%s: line %u is no key", path, key_count + 1);
	memcpy(key->id, line, 8);
	for (unsigned i = 0; i < key_count; i++)
		if (!strcmp(keys[i].id, key->id))
			fail(FAULT_BROKEN, "%s: key %s is there twice", path, key->id);
	key_count++;
}

void secret_load(const char *path)
{
	char line[128];
	struct stat about;

	if (sodium_init() < 0)
		fail(FAULT_BROKEN, "libsodium does not start");
	FILE *file = fopen(path, "re");
	if (!file || fstat(fileno(file), &about))
		fail(FAULT_BROKEN, "%s: %s", path, strerror(errno));
	if (!S_ISREG(about.st_mode) || (about.st_mode & 0077))
		fail(FAULT_BROKEN, "%s: must be a regular file that only its owner may read (chmod 400)", path);
	keys = sodium_allocarray(KEYS, sizeof *keys); /* guarded pages, never swapped, not in a core file */
	if (!keys)
		fail(FAULT_BROKEN, "no memory for keys");
	sodium_memzero(keys, KEYS * sizeof *keys);
	key_count = 0;
	while (fgets(line, sizeof line, file))
		take_key(path, line);
	fclose(file);
	sodium_memzero(line, sizeof line);
	if (!key_count)
		fail(FAULT_BROKEN, "%s: has no key", path);
	sodium_mprotect_readonly(keys);
}

const char *secret_random(struct arena *mem, size_t bytes)
{
	unsigned char random[64];
	char *hex = arena_get(mem, bytes * 2 + 1);

	if (bytes > sizeof random)
		fail(FAULT_BROKEN, "secret_random: %zu bytes", bytes);
	randombytes_buf(random, bytes);
	return sodium_bin2hex(hex, bytes * 2 + 1, random, bytes);
}

const char *secret_hash(struct arena *mem, const char *purpose, const char *text)
{
	return secret_hash_bytes(mem, purpose, text, strlen(text));
}

const char *secret_hash_bytes(struct arena *mem, const char *purpose, const char *bytes, size_t length)
{
	unsigned char hash[32];
	char *hex = arena_get(mem, sizeof hash * 2 + 1);
	crypto_generichash_state state;

	crypto_generichash_init(&state, NULL, 0, sizeof hash);
	crypto_generichash_update(&state, (const unsigned char *)purpose, strlen(purpose) + 1);
	crypto_generichash_update(&state, (const unsigned char *)bytes, length);
	crypto_generichash_final(&state, hash, sizeof hash);
	return sodium_bin2hex(hex, sizeof hash * 2 + 1, hash, sizeof hash);
}

const char *secret_sha256(struct arena *mem, const char *text)
{
	unsigned char hash[crypto_hash_sha256_BYTES];
	char *hex = arena_get(mem, sizeof hash * 2 + 1);

	crypto_hash_sha256(hash, (const unsigned char *)text, strlen(text));
	return sodium_bin2hex(hex, sizeof hash * 2 + 1, hash, sizeof hash);
}

bool secret_same(const char *a, const char *b)
{
	return a && b && strlen(a) == strlen(b) && !sodium_memcmp(a, b, strlen(a));
}

static const struct key *key_of(const char *id)
{
	if (!key_count)
		fail(FAULT_BROKEN, "secret: no key was loaded");
	if (!id)
		return &keys[0];
	for (unsigned i = 0; i < key_count; i++)
		if (!strcmp(keys[i].id, id))
			return &keys[i];
	return NULL;
}

const char *secret_seal(struct arena *mem, const char *place, const char *text, const char **key_id)
{
	const struct key *key = key_of(NULL);
	const char *bound = arena_text(mem, "%s key %s", place, key->id);
	size_t length = strlen(text), size = NONCE + length + TAG;
	unsigned char *box = arena_get(mem, size);
	unsigned long long sealed;

	randombytes_buf(box, NONCE);
	crypto_aead_xchacha20poly1305_ietf_encrypt(box + NONCE, &sealed, (const unsigned char *)text, length,
		(const unsigned char *)bound, strlen(bound), NULL, box, key->bytes);
	if (key_id)
		*key_id = arena_copy(mem, key->id, strlen(key->id));
	size_t room = sodium_base64_encoded_len(size, BASE64);
	return sodium_bin2base64(arena_get(mem, room), room, box, size, BASE64);
}

const char *secret_open(struct arena *mem, const char *place, const char *sealed, const char *key_id)
{
	const struct key *key = key_of(key_id);
	size_t room = strlen(sealed), size = 0;
	unsigned char *box = arena_get(mem, room + 1);
	unsigned long long length;

	if (!key || sodium_base642bin(box, room, sealed, room, NULL, &size, NULL, BASE64) || size < NONCE + TAG)
		return NULL;
	const char *bound = arena_text(mem, "%s key %s", place, key->id);
	unsigned char *text = arena_get(mem, size);
	if (crypto_aead_xchacha20poly1305_ietf_decrypt(text, &length, NULL, box + NONCE, size - NONCE,
	    (const unsigned char *)bound, strlen(bound), box, key->bytes))
		return NULL;
	return (const char *)text;
}
