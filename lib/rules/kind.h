/* The kinds of field.h: how each is typed, stored and shown. Pure: no database, no page. */
#ifndef RULES_KIND_H
#define RULES_KIND_H

#include "rules/field.h"

/* Holds *VALUE, as typed, against the kind and the range of FIELD, and puts the form there in which it is stored
 * (in MEM). Returns what is wrong, with the field's label in it, NULL for nothing.
 * FIELD_WHOLE: up to 15 digits, with or without commas at the thousands. FIELD_MONEY: up to 12 digits before the point,
 * which DECIMAL(14,2) holds, two behind it. FIELD_DATE: a day of the calendar as date.h reads it, year 1000 to 9999;
 * "today" in a range is the day where it is latest on earth, and a year of two digits lies in no future. */
const char *kind_check(struct arena *mem, const struct field *field, const char **value);

/* VALUE, as stored, as it stands in the input of FIELD: by its own format, else by its kind. In MEM. */
const char *kind_format(struct arena *mem, const struct field *field, const char *value);

/* What FIELD has understood by VALUE, as stored, in words: "March 9, 1984, 42 years", without the age when the field takes
 * days to come. NULL for kinds whose value shows it, and for no value. In MEM. */
const char *kind_said(struct arena *mem, const struct field *field, const char *value);

/* How FIELD is typed, a word for templates/form.cs: "date", "money", "whole", "lines", "choice", "boxes", or
 * what its own `input` says; NULL = text. */
const char *kind_input(const struct field *field);

#endif
