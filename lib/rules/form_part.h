/* Inside lib/rules only: what form.c, form_entry.c and form_rows.c are to each other. */
#ifndef RULES_FORM_PART_H
#define RULES_FORM_PART_H

#include "rules/form.h"

/* How the form whose part is read is asked, and the words it is read from. */
struct form_reading {
	struct arena *mem;
	const struct text_value *words;
	struct form_asked asked;
};

/* How many rows FIELDS has before the empty one. */
size_t field_count(const struct field *fields);

/* NAME below the prefix of what is read. */
const char *form_name(const struct form_reading *reading, const char *name);

/* FIELD as it was posted under NAME (whole, with prefix). */
struct form_entry form_entry_read(const struct form_reading *reading, const struct field *field, const char *name);

/* Looks at the text of ENTRY once more; ASKED: the field it depends on says so. */
void form_entry_judge(struct arena *mem, struct form_entry *entry, bool asked);

/* FIELD with what VALUES have for it; with what is usual when they are NULL. */
struct form_entry form_entry_fill(const struct form_reading *reading, const struct text_value *values,
	const struct field *field);

/* What ENTRY did not post becomes what is STORED (NULL: there is nothing, and it stays). */
void form_entry_keep(struct form_entry *entry, const struct form_entry *stored);

/* GROUP as it was posted. */
struct form_rows form_rows_read(const struct form_reading *reading, const struct field_group *group);

/* What ROWS did not post becomes what is STORED. */
void form_rows_keep(struct arena *mem, struct form_rows *rows, const struct form_rows *stored);

#endif
