/* One spelling for many: how names, e-mails and numbers are compared when people search. */
#ifndef BASE_FOLD_H
#define BASE_FOLD_H

#include "base/arena.h"

/* TEXT (UTF-8) without case, accents and punctuation, its words with one blank between:
 * "Castellanos-Whitfield, José" becomes "castellanos whitfield jose", "O'Brien" "obrien",
 * "j.doe@example.com" "j doe example com". The same function serves what is stored and what is asked.
 * The result is in MEM, "" when nothing is left (also for text that is not UTF-8). */
const char *fold(struct arena *mem, const char *text);

/* TEXT as a US keyboard would have typed it: dashes, blanks, quotes, wide digits become the plain ones, marks that nobody
 * sees are gone; letters keep their accents and case. For what is a code, not a name. Trimmed, in MEM. */
const char *fold_marks(struct arena *mem, const char *text);

#endif
