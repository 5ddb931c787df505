/* What people type or paste into a field that holds a code: a number, an address, a state. Pure. */
#ifndef RULES_TYPED_H
#define RULES_TYPED_H

#include "base/arena.h"

/* TEXT as fold_marks() makes it, without SCHEME ("tel:") in front, without the characters FRONT before it and BEHIND
 * after it: what a sheet or a mail program puts around. In MEM. */
const char *typed_bare(struct arena *mem, const char *text, const char *scheme, const char *front, const char *behind);

/* The same for an e-mail address: without mailto: and what belongs to it, name, quotes and brackets around. In MEM. */
const char *typed_email(struct arena *mem, const char *text);

/* The digits by which TEXT, a phone number or its end, is looked for: without tel:, 00 or 011, (0) and extension; a 1 in
 * front stays. NULL when it has anything else in it. In MEM. */
const char *typed_phone_digits(struct arena *mem, const char *text);

#endif
