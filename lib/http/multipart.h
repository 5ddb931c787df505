/* A posted form with a file in it (multipart/form-data, RFC 7578), taken apart as decode.h takes the others. Pure, and
 * fuzzed (tests/fuzz). */
#ifndef HTTP_MULTIPART_H
#define HTTP_MULTIPART_H

#include "base/text.h"

/* A file somebody posted. */
struct upload {
	const char *name;  /* as its sender calls it, without folders; never a name for a file of ours */
	const char *bytes; /* its content, whatever that is */
	size_t length;
};

/* The words of LENGTH bytes at BODY, whose Content-Type is TYPE, in their order, ended by an empty name; the rules of
 * decode_words() hold for them. The file goes to *FILE, whose bytes lie in BODY; its name is NULL when none was chosen.
 * NULL when a part is not whole or a second file is there. In MEM. */
const struct text_value *multipart_read(struct arena *mem, const char *type, const char *body, size_t length,
	struct upload *file);

#endif
