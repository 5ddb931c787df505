/* A posted form, held against its tables of fields: what was typed, what it means, what is wrong.
 * Pure: no page, no database. view/form_view.h shows it, lib/domain stores it. */
#ifndef RULES_FORM_H
#define RULES_FORM_H

#include "base/text.h"
#include "rules/field.h"

struct form_entry {
	const struct field *field;
	const char *text;   /* as typed; "" when nothing was */
	const char *value;  /* what is stored; NULL = nothing, or not asked, or wrong */
	const char *error;  /* what is wrong and what to do; NULL = nothing */
	const char *stored; /* what somebody else stored meanwhile, when it differs; else NULL */
	const char *kept;   /* a secret that was typed before, sealed, to come back with the next try */
};

struct form_row {
	struct form_entry *entries; /* as many as the group has fields */
	bool primary;
	unsigned posted;       /* its number among the posted rows */
};

struct form_rows {
	const struct field_group *group;
	struct form_row *rows;
	unsigned count;        /* blank rows are among them while the form is shown, but are never stored */
	const char *error;     /* about the card as a whole */
	const char *stored;
};

struct form {
	bool good;
	struct form_entry *entries; /* the last one has no field */
	struct form_rows *groups; /* the last one has no group */
};

/* Reads WORDS (from a request; ends with an empty name) against FIELDS and GROUPS (both end with an empty row;
 * GROUPS may be NULL). Trims, checks, drops nothing that was typed. Rows are posted as `group.3.field`, the number
 * of the primary one as `group.primary`; a group with any row has exactly one primary. In MEM. */
struct form form_read(struct arena *mem, const struct text_value *words, const struct field *fields,
	const struct field_group *groups);

/* Holds *VALUE, which did not come by a form, against FIELD; it may be replaced by a tidier one, in MEM. Returns what
 * is wrong with it, NULL for nothing. */
const char *form_check(struct arena *mem, const struct field *field, const char **value);

/* A form that shows what is stored: VALUES for the fields; groups empty. In MEM. */
struct form form_blank(struct arena *mem, const struct text_value *values, const struct field *fields,
	const struct field_group *groups);

/* Adds a row with VALUES to group NAME; the usual or the first unused type when VALUES say none.
 * Nothing happens when it has as many rows as there are types. */
void form_add_row(struct arena *mem, struct form *form, const char *name, const struct text_value *values, bool primary);

/* Takes the row that was posted with number POSTED out of group NAME; when it was the primary one, the first becomes
 * that. */
void form_remove_row(struct form *form, const char *name, unsigned posted);

/* The entry of NAME; fails when the form has none. */
struct form_entry *form_entry(struct form *form, const char *name);

/* The group of NAME; fails when the form has none. */
struct form_rows *form_group(struct form *form, const char *name);

/* The stored meaning of NAME, NULL for nothing. Fails when the form has no such field. */
const char *form_value(const struct form *form, const char *name);

/* Whether a row has nothing typed in but its type. */
bool form_row_blank(const struct form_rows *group, const struct form_row *row);

/* The values of ENTRIES (COUNT of them), ready for a statement, followed by EXTRA, which may be NULL. In MEM. */
const struct text_value *form_values(struct arena *mem, const struct form_entry *entries, const struct text_value *extra);

/* Takes all errors away: the form was sent for another row, not to be saved. */
void form_forgive(struct form *form);

/* Gives ENTRY the VALUE (good, by form_check), as if it had been typed. */
void form_set(struct arena *mem, struct form_entry *entry, const char *value);

/* Marks NAME as wrong. */
void form_refuse(struct form *form, const char *name, const char *error);

#endif
