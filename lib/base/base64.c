/* Base64 by libsodium. */
#include "base/base64.h"

#include <sodium.h>

const char *base64_encode(struct arena *mem, const char *bytes, size_t length)
{
	size_t room = sodium_base64_encoded_len(length, sodium_base64_VARIANT_ORIGINAL);

	return sodium_bin2base64(arena_get(mem, room), room, (const unsigned char *)bytes, length,
		sodium_base64_VARIANT_ORIGINAL);
}

const char *base64_decode(struct arena *mem, const char *text, size_t *length)
{
	size_t room = strlen(text), found;
	char *bytes = arena_get(mem, room + 1);

	if (sodium_base642bin((unsigned char *)bytes, room, text, room, "\n", &found, NULL,
		sodium_base64_VARIANT_ORIGINAL))
		return NULL;
	*length = found;
	return bytes;
}
