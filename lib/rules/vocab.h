/* Every drop-down of the site, as rows. A list here is the check, the options and the ENUM of a column. */
#ifndef RULES_VOCAB_H
#define RULES_VOCAB_H

#include <stddef.h>

struct vocab_term {
	const char *list;  /* which drop-down, e.g. "phone_type" */
	const char *code;  /* what is posted and stored */
	const char *label; /* what people read */
};

/* The first term of LIST; go on with vocab_next() in the order people see. Never NULL for a list that exists,
 * NULL for any other. The terms live for ever. */
const struct vocab_term *vocab_first(const char *list);
const struct vocab_term *vocab_next(const struct vocab_term *term);

/* How many terms LIST has. */
size_t vocab_count(const char *list);

/* The label of CODE in LIST, NULL when it is not there (or CODE is NULL). */
const char *vocab_label(const char *list, const char *code);

#endif
