/* What a form may ask: one row a field, one table a card of repeated rows. The name of a field is the name of
 * the input, of the :parameter, of the column and of the template's variable. */
#ifndef RULES_FIELD_H
#define RULES_FIELD_H

#include "base/arena.h"

#include <stdbool.h>

/* Looks at *VALUE (trimmed, not empty, not too long) and may put a tidier one in its place, in MEM.
 * Returns NULL when it is good, else the sentence that says what is wrong and what to do. */
typedef const char *check(struct arena *mem, const char **value);

/* VALUE as it is stored, made readable, in MEM: the way back from a check. */
typedef const char *field_format(struct arena *mem, const char *value);

struct field {
	const char *name;
	const char *label;
	unsigned max;         /* characters at most; 0 for a choice */
	const char *required; /* the sentence when it is left empty; NULL: it may be */
	const char *choice;   /* one of this list of vocab.h */
	const char *choices;  /* any of this list */
	check *check;
	field_format *format;       /* how a stored value is put into its input; NULL = as it is */
	const char *when, *is; /* asked only when the field WHEN has the value IS */
	const char *default_value;/* what a blank form starts with */
	const char *input;    /* how it is typed: "date", "tel", "email", "password", ... ; NULL = text */
	bool secret;          /* never goes back into a page */
};

/* A card of rows of the same shape, one of each type: addresses, phones, e-mails. The first field is the type;
 * how many types there are is how many rows a customer may have. */
struct field_group {
	const char *name;
	const char *label;    /* title of the card */
	const char *one;      /* one of them, in a sentence */
	const struct field *fields;
};

#endif
