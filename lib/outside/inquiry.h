/* Asks all providers that are wanted at the same time. */
#ifndef OUTSIDE_INQUIRY_H
#define OUTSIDE_INQUIRY_H

#include "outside/provider.h"

enum { INQUIRY_MILLISECONDS = 3000 }; /* for all of it: somebody is waiting in front of a screen */

/* An inquiry of PROVIDER about EMAIL, ready to be asked; HOOK may be "". In MEM. */
struct inquiry *inquiry_new(struct arena *mem, const struct provider *provider, const char *email, const char *hook);

/* The address as providers know it: without blanks around, in small letters (Gravatar's and Libravatar's rule). */
const char *inquiry_email(struct arena *mem, const char *email);

/* The SHA-256 of inquiry_email() in hexadecimal: how answers and logs name the address. In MEM. */
const char *inquiry_hash(struct arena *mem, const char *email);

/* Asks ALL, COUNT of them (at most 40). Afterwards each has its outcome and what was found; OUTCOME_LATE is what did
 * not answer in time. */
void inquiry_ask_all(struct arena *mem, struct inquiry **all, size_t count);

#endif
