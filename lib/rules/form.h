/* A posted form, held against its tables of fields: what was typed, what it means, what is wrong.
 * Pure: no page, no database. view/page.h shows it, lib/domain stores it. */
#ifndef RULES_FORM_H
#define RULES_FORM_H

#include "base/text.h"
#include "rules/field.h"

struct form_entry {
	const struct field *field;
	bool posted;        /* the form had the field. Without it, nothing is said about it: form_keep() */
	bool hidden;        /* who asks may not see it: it is not drawn */
	bool fixed;         /* who asks may not change it: it is drawn, and not read */
	const char *text;   /* as typed; "" when nothing was */
	const char *value;  /* what is stored; NULL = nothing, or not asked, or wrong */
	const char *error;  /* what is wrong and what to do; NULL = nothing */
	const char *stored; /* in words, what somebody else stored meanwhile, when it is asked which counts; else NULL */
	const char *mine;   /* in words, what was typed here, beside STORED */
	const char *kept;   /* a secret that was typed before, sealed, to come back with the next try */
};

struct form_row {
	struct form_entry *entries; /* as many as the group has fields */
	bool primary;
	unsigned posted;       /* its number among the posted rows */
	const char *id;        /* of a group with ids: what it is stored with; NULL = a new one */
	const char *name;      /* beside STORED: what the choice is called; NULL = there is nothing to choose */
	const char *stored, *mine; /* as of an entry */
};

struct form_rows {
	const struct field_group *group;
	bool posted;           /* the form had rows of it */
	const char *chosen;    /* the number posted as that of the primary row; NULL = none was */
	struct form_row *rows;
	unsigned count;        /* blank rows are among them while the form is shown, but are never stored */
	const char *error;     /* about the card as a whole */
	const char *stored, *mine; /* as of an entry: which row is primary */
};

struct form {
	bool good;
	const char *prefix;    /* "" or "buyer": its words are then "buyer.first_name", its node Form.buyer */
	struct form_entry *entries; /* the last one has no field */
	struct form_rows *groups; /* the last one has no group */
};

/* Whether WHO holds RIGHT (a code of right.h, which this room does not know). */
typedef bool form_may(const void *who, const char *right);

/* More about how a form is asked. */
struct form_asked {
	const char *prefix;    /* tells two forms on one page apart; NULL = none */
	form_may *may;         /* NULL: nobody holds any right */
	const void *who;
};

/* Reads WORDS (from a request; ends with an empty name) against FIELDS and GROUPS (both end with an empty row;
 * GROUPS may be NULL). Trims, checks, drops nothing that was typed. Rows are posted as `group.3.field`, the number
 * of the primary one as `group.primary`, an id as `group.3.id`; a group of types with any row has exactly one primary.
 * What is required and was not posted is missing, unless form_keep() finds it. In MEM. */
struct form form_read(struct arena *mem, const struct text_value *words, const struct field *fields,
	const struct field_group *groups);
struct form form_read_as(struct arena *mem, const struct text_value *words, const struct field *fields,
	const struct field_group *groups, struct form_asked asked);

/* What FORM (as read) did not post stays as it is in STORED (of the same tables): entries, groups, entries of a row
 * that is stored. `good` is true afterwards when all of it together is. */
void form_keep(struct arena *mem, struct form *form, const struct form *stored);

/* Holds *VALUE, which did not come by a form, against FIELD; it may be replaced by a tidier one, in MEM. Returns what
 * is wrong with it, NULL for nothing. */
const char *form_check(struct arena *mem, const struct field *field, const char **value);

/* A form that shows what is stored: VALUES for the fields; groups empty. VALUES NULL: what a new one starts with.
 * Also what may not be seen has its value: it is the page that hides it. In MEM. */
struct form form_blank(struct arena *mem, const struct text_value *values, const struct field *fields,
	const struct field_group *groups);
struct form form_blank_as(struct arena *mem, const struct text_value *values, const struct field *fields,
	const struct field_group *groups, struct form_asked asked);

/* Adds a row with VALUES (of the fields, and `id`) to group NAME; the usual or the first unused type when VALUES say
 * none. Nothing happens when it has as many rows as there may be. */
void form_add_row(struct arena *mem, struct form *form, const char *name, const struct text_value *values, bool primary);

/* Takes the row that was posted with number POSTED out of group NAME; when it was the primary one, the first becomes
 * that. */
void form_remove_row(struct form *form, const char *name, unsigned posted);

/* How many rows GROUP may have. */
unsigned form_rows_max(const struct field_group *group);

/* The row of ROWS that is stored as ROW is: with its id or, in a group of types, its type. NULL for none. */
const struct form_row *form_row_like(const struct form_rows *rows, const struct form_row *row);

/* The one of NAME among ENTRIES (to the one without a field); NULL when there is none. */
struct form_entry *form_entry_named(struct form_entry *entries, const char *name);

/* The entry of NAME; fails when the form has none. */
struct form_entry *form_entry(struct form *form, const char *name);

/* The group of NAME; fails when the form has none. */
struct form_rows *form_group(struct form *form, const char *name);

/* The stored meaning of NAME, NULL for nothing. Fails when the form has no such field. */
const char *form_value(const struct form *form, const char *name);

/* Whether a row has nothing typed in but its type. */
bool form_row_blank(const struct form_rows *group, const struct form_row *row);

/* The values of ENTRIES (to the one without a field) but secrets, which have a place of their own, ready for a
 * statement, followed by EXTRA, which may be NULL. In MEM. */
const struct text_value *form_values(struct arena *mem, const struct form_entry *entries, const struct text_value *extra);

/* Takes all errors away: the form was sent for another row, not to be saved. */
void form_forgive(struct form *form);

/* Gives ENTRY the VALUE (good, by form_check), as if it had been typed. */
void form_set(struct arena *mem, struct form_entry *entry, const char *value);

/* Marks NAME as wrong. */
void form_refuse(struct form *form, const char *name, const char *error);

#endif
