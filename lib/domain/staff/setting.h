/* The dealership's settings: the card Social Media of Setup. */
#ifndef DOMAIN_STAFF_SETTING_H
#define DOMAIN_STAFF_SETTING_H

#include "rules/form_merge.h"
#include "store/db.h"

/* Access Social Media, the providers that are on, the placeholder addresses ("none@*", one a line or with blanks or
 * commas between). A field's name is that of its row in table setting, its default what counts while there is no row;
 * a value has room for 200 characters there. */
extern const struct field setting_fields[];

/* The settings as they are, as a form; form_value() reads one of them. In W->mem. */
struct form setting_form(struct work *w);

/* What the dealership is called, "" when nobody said. In W->mem. */
const char *setting_dealership(struct work *w);

enum setting_saved {
	SETTING_SAVED,
	SETTING_SAME,    /* nothing differed; nothing was written */
	SETTING_STALE,   /* somebody else saved meanwhile, and both changed the same; FORM's entries ask */
	SETTING_REFUSED, /* FORM is not good; its entries say why */
};

/* Makes the settings what FORM (read with setting_fields) says; what it did not post stays. MERGE says how FORM was filled, and
 * with it what somebody else saved meanwhile stays; without it (NULL), or without a base, FORM counts
 * as it is. */
enum setting_saved setting_save(struct work *w, struct form *form, struct form_merge *merge);

#endif
