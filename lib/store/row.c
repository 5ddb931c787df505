/* Rows once they are there: nothing of this needs MariaDB. */
#include "store/row.h"

#include "base/fail.h"

const char *row_text(const struct row *row, const char *column)
{
	for (const struct text_value *value = row->columns; value->name; value++)
		if (!strcmp(value->name, column))
			return value->text;
	fail(FAULT_BROKEN, "db: no column %s", column);
}

bool row_is(const struct row *row, const char *column)
{
	return text_same(row_text(row, column), "1");
}

const struct row *row_find(const struct row *rows, const char *column, const char *text)
{
	while (rows && !text_same(row_text(rows, column), text))
		rows = rows->next;
	return rows;
}

struct row *row_with(struct arena *mem, const struct row *row, const struct text_value *more)
{
	size_t own = 0, added = 0;

	while (row && row->columns[own].name)
		own++;
	while (more && more[added].name)
		added++;
	struct text_value *columns = arena_get(mem, (own + added + 1) * sizeof *columns), *end = columns + added;
	if (added)
		memcpy(columns, more, added * sizeof *columns);
	for (const struct text_value *column = row ? row->columns : NULL; column && column->name; column++) {
		bool overridden = false;
		for (size_t i = 0; i < added && !overridden; i++)
			overridden = !strcmp(more[i].name, column->name);
		if (!overridden)
			*end++ = *column;
	}
	struct row *made = arena_get(mem, sizeof *made);
	made->columns = columns;
	return made;
}

void rows_add(struct rows *rows, struct row *row)
{
	if (rows->last)
		rows->last->next = row;
	else
		rows->first = row;
	rows->last = row;
}
