/* Small work on text: nothing here knows of the web, the database or cars. */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include "base/arena.h"

#include <stdbool.h>

/* One word with its value, as posted or as handed to a statement. TEXT is UTF-8; NULL = nothing. */
struct text_value {
	const char *name;
	const char *text;
};

/* Values written out in place: WITH({ "id", id }, { "name", name }). Ends with an empty name. */
#define WITH(...) ((const struct text_value[]){ __VA_ARGS__, { NULL, NULL } })

/* The text of NAME among VALUES (which end with an empty name; may be NULL), NULL when it is not there. */
const char *text_value_of(const struct text_value *values, const char *name);

/* Whether NAME is among VALUES (as above) with TEXT: a name may be there several times, as boxes that are ticked. */
bool text_values_have(const struct text_value *values, const char *name, const char *text);

/* A followed by B (each ends with an empty name and may be NULL): of a name in both, A's counts. In MEM. */
const struct text_value *text_values(struct arena *mem, const struct text_value *a, const struct text_value *b);

bool text_same(const char *a, const char *b);    /* both NULL, or equal */
bool text_empty(const char *text);               /* NULL or "" */
bool text_begins(const char *text, const char *with);
bool text_all_digits(const char *text);          /* false for "" */
const char *text_or(const char *text, const char *otherwise); /* OTHERWISE when NULL or "" */

/* TEXT without blanks at its ends and with single blanks inside: all that Unicode has, and line ends. Control characters
 * are gone, and marks that nobody sees but for those that shape emoji and letters of other scripts. In MEM. */
const char *text_trim(struct arena *mem, const char *text);

/* Whether TEXT has marks that turn the order of what is read around, or other controls: what is seen is not what is there.
 * Right-to-left letters need none of them. */
bool text_disguised(const char *text);

/* Each line of TEXT as text_trim() makes it, without the empty ones at its ends. Lines end with LF, CR or both. In MEM. */
const char *text_lines(struct arena *mem, const char *text);

/* The ASCII digits of TEXT. The result is in MEM. */
const char *text_digits(struct arena *mem, const char *text);

/* TEXT back to front, byte by byte: for ASCII only. The result is in MEM. */
const char *text_reversed(struct arena *mem, const char *text);

/* How many characters (code points) valid UTF-8 has. */
size_t text_length(const char *text);

/* The first LIMIT bytes of valid UTF-8, less when that would cut a character. TEXT itself when it is short enough. */
const char *text_cut(struct arena *mem, const char *text, size_t limit);

/* The first character of valid UTF-8, "" for "". In MEM. */
const char *text_first(struct arena *mem, const char *text);

/* Whether SET, codes with commas between ("a,b"), has CODE. NULL is the empty set. */
bool text_in_set(const char *set, const char *code);

/* A and B with BETWEEN between them; the other alone when one is NULL or "". The result is in MEM or a part. */
const char *text_join(struct arena *mem, const char *a, const char *between, const char *b);

/* TEXT as one part of an address: percent-encoded but for letters, digits and - . _ ~ (RFC 3986). In MEM. */
const char *text_encoded(struct arena *mem, const char *text);

/* NUMBER in digits. In MEM. */
const char *text_of_number(struct arena *mem, unsigned long long number);

/* A whole number without sign in TEXT, 0 when it is none or too large. */
unsigned long long text_number(const char *text);

#endif
