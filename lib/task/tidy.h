/* Takes away what is too old to be of use: rows that nobody reads any more, as every SELECT of them looks at their age. */
#ifndef TASK_TIDY_H
#define TASK_TIDY_H

#include "store/db.h"

/* Deletes what is old, in transactions of some hundred rows; ROUNDS of each kind at most, what is left waits for the
 * next time. No transaction may be open. */
void tidy(struct work *w, unsigned rounds);

#endif
