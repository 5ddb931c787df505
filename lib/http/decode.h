/* What a browser sends, taken apart: strict, in one pass, decoded once. Pure, and fuzzed (tests/fuzz). */
#ifndef HTTP_DECODE_H
#define HTTP_DECODE_H

#include "base/text.h"

enum { DECODE_BODY_MAX = 64 * 1024, DECODE_WORD_MAX = 400 };

/* The words of LENGTH bytes at TEXT (application/x-www-form-urlencoded), in their order, ended by an empty name.
 * NULL when they are not whole: a broken %, a NUL or other control character but TAB, LF and CR, text that is not
 * UTF-8, a name with other characters than letters, digits, _ . - or more than 64, more than 400 words.
 * CR LF becomes LF. In MEM. */
const struct text_value *decode_words(struct arena *mem, const char *text, size_t length);

/* LENGTH bytes at TEXT that no browser encodes, held to the same rules. NULL when they are not text. In MEM. */
const char *decode_text(struct arena *mem, const char *text, size_t length);

/* Whether NAME is the name of a word, by the same rules. */
bool decode_is_name(const char *name);

/* The value of cookie NAME in HEADER (of a Cookie: line; may be NULL), in MEM; NULL when there is none.
 * *TWICE says that there was more than one, which somebody else must have set. */
const char *decode_cookie(struct arena *mem, const char *header, const char *name, bool *twice);

#endif
