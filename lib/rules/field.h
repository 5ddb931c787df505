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

enum field_kind {
	FIELD_TEXT,  /* one line */
	FIELD_LINES, /* several lines */
	FIELD_WHOLE, /* "45210", typed with or without commas */
	FIELD_MONEY, /* "12345.67" (DECIMAL), typed with or without $ and commas */
	FIELD_DATE,  /* "1984-03-09" (DATE), typed as people write dates: date.h */
};

struct field {
	const char *name;
	const char *label;
	unsigned max;         /* characters at most; 0 for a choice */
	const char *required; /* the sentence when it is left empty; NULL: it may be */
	const char *choice;   /* one of this list of vocab.h */
	const char *choices;  /* any of this list */
	enum field_kind kind;
	const char *least, *most; /* range of a number, an amount or a date, as they are stored, or "today"; NULL = none.
	                             What is below zero is good only when LEAST is. */
	check *check;
	field_format *format; /* how a stored value is put into its input; NULL = as its kind says */
	const char *when, *is; /* asked only when the field WHEN has the value IS */
	const char *default_value; /* what a blank form starts with */
	const char *input;    /* how it is typed: "tel", "email", "password", ... ; NULL = as its kind says */
	const char *part;     /* the part of the page that draws it with others; NULL = a template draws it by its name */
	const char *see, *change; /* rights (right.h) without which it is not shown and not read, or shown and not read */
	bool wide;            /* takes two columns of a page */
	bool secret;          /* never goes back into a page */
};

/* A card of rows of the same shape: addresses, phones, e-mails. Without IDS the first field is the type, there is one
 * row of each type, and one of them is primary. */
struct field_group {
	const char *name;
	const char *label;    /* title of the card */
	const char *one;      /* one of them, in a sentence */
	const struct field *fields;
	bool ids;             /* rows have no type and no primary: each is known by the id it is stored with */
	unsigned max;         /* how many rows there may be with IDS; without, it is how many types there are */
};

#endif
