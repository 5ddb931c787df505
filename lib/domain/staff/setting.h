/* The dealership's settings: the card Social Media of Setup. */
#ifndef DOMAIN_STAFF_SETTING_H
#define DOMAIN_STAFF_SETTING_H

#include "rules/form.h"
#include "store/db.h"

/* Access Social Media, the providers that are on, the placeholder addresses ("none@*", one a line or with blanks or
 * commas between). A field's name is that of its row in table setting, its default what counts while there is no row;
 * a value has room for 200 characters there. */
extern const struct field setting_fields[];

/* The settings as they are, as a form; form_value() reads one of them. In W->mem. */
struct form setting_form(struct work *w);

/* What the dealership is called, "" when nobody said. In W->mem. */
const char *setting_dealership(struct work *w);

/* Makes the settings what FORM (read with setting_fields) says; what it did not post stays. False when nothing was
 * written: nothing differed, or FORM is not good and its entries say why. */
bool setting_save(struct work *w, struct form *form);

#endif
