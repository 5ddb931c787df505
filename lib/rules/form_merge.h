/* Two people, one record: what one of them typed put together with what the other one saved meanwhile, field by field and, in
 * cards of types, row by row. Pure: no page, no database. */
#ifndef RULES_FORM_MERGE_H
#define RULES_FORM_MERGE_H

#include "rules/form.h"

/* FORM as words from which form_from_words() makes it again, for a page to carry: values of fields that are no secret, rows by
 * number. In MEM. */
const struct text_value *form_to_words(struct arena *mem, const struct form *form);
struct form form_from_words(struct arena *mem, const struct text_value *words, const struct field *fields,
	const struct field_group *groups);

/* A form on its way from the page to what is stored. */
struct form_merge {
	struct form *base;                /* as it was shown before anybody typed; NULL: not known, so what differs is asked */
	const struct form *stored;        /* as it is stored now */
	const struct text_value *choices; /* words `choose.NAME`: mine or theirs */
	const struct text_value *seen;    /* words `seen.NAME`: what was stored when that was asked; a later one is asked anew */

	/* what form_merge() makes of it */
	const char *theirs;               /* labels of what was taken from STORED, ", " between, "" for nothing */
	const struct text_value *next;    /* when it asked: what the page carries for the next try, BASE and SEEN in one */
};

/* Merges FORM, which form_keep() has completed from MERGE->stored (all of the same tables): what was not touched here becomes
 * what is stored now; what only this form changed stays; what both changed differently goes by its choice or is asked, by
 * `stored` and `mine` of the entry or row. A row's NAME is `card.type`. False when something is asked. In MEM.
 * A row that was removed here and changed there comes back to be asked about: nothing is thrown away unasked. */
bool form_merge(struct arena *mem, struct form *form, struct form_merge *merge);

#endif
