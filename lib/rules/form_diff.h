/* What a form would change in what is stored, in words. Pure: no page, no database. */
#ifndef RULES_FORM_DIFF_H
#define RULES_FORM_DIFF_H

#include "rules/form.h"

/* Labels of the fields and cards that differ between FORM and STORED (of the same tables), with ", " between, in the
 * order of the tables; "" for none. Values are compared, and blank rows do not count. In MEM or a label. */
const char *form_diff(struct arena *mem, const struct form *form, const struct form *stored);

/* What ENTRY says, as people read it: "empty" or "none" for nothing, "another number" for a secret. Of a row:
 * "Cell (614) 555-0142". In MEM or a label. */
const char *form_diff_words(struct arena *mem, const struct form_entry *entry);
const char *form_diff_row_words(struct arena *mem, const struct form_row *row);

#endif
