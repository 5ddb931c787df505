/* Rows as statements answer them: columns by name, everything as text. */
#ifndef STORE_ROW_H
#define STORE_ROW_H

#include "base/text.h"

struct row {
	const struct row *next;
	const struct text_value *columns; /* in the order of the statement; ends with an empty name */
};

/* ROW alone (not its next) with MORE columns; MORE wins where a name is there already. Either may be NULL. In MEM. */
struct row *row_with(struct arena *mem, const struct row *row, const struct text_value *more);

/* A list of rows being made; starts as { 0 }. */
struct rows {
	struct row *first, *last;
};

/* Puts ROW, which is in no list yet, at the end of ROWS. */
void rows_add(struct rows *rows, struct row *row);

/* The text of COLUMN, NULL for NULL. Fails when ROW has no such column. ROW must not be NULL. */
const char *row_text(const struct row *row, const char *column);

/* Whether COLUMN of ROW is 1, as MariaDB tells what is true. Fails when ROW has no such column. */
bool row_is(const struct row *row, const char *column);

/* The first of ROWS whose COLUMN is TEXT (NULL for NULL); NULL when there is none. */
const struct row *row_find(const struct row *rows, const char *column, const char *text);

#endif
