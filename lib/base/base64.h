/* Bytes as text, where only text travels (RFC 4648, section 4). */
#ifndef BASE_BASE64_H
#define BASE_BASE64_H

#include "base/arena.h"

/* LENGTH bytes as base64 in MEM, and back: NULL, with *LENGTH untouched, when TEXT is none. */
const char *base64_encode(struct arena *mem, const char *bytes, size_t length);
const char *base64_decode(struct arena *mem, const char *text, size_t *length);

#endif
