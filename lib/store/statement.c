/* Words in, columns out, for one statement. */
#include "store/statement.h"

#include "base/fail.h"

#include <ctype.h>

void *statement_zeroed(size_t count, size_t size)
{
	void *made = calloc(count + 1, size);

	if (!made)
		abort();
	return made;
}

struct statement *statement_new(MYSQL *mysql, const char *sql, struct statement *next)
{
	struct statement *statement = statement_zeroed(1, sizeof *statement);

	*statement = (struct statement){ .next = next, .sql = sql, .stmt = mysql_stmt_init(mysql) };
	return statement;
}

void statement_free(struct statement *statement)
{
	for (unsigned i = 0; i < statement->column_count; i++)
		free((void *)statement->columns[i].name);
	free(statement->columns);
	free(statement->cells);
	free(statement->words);
	free(statement->names);
	free(statement->values);
	if (statement->stmt)
		mysql_stmt_close(statement->stmt);
	free(statement);
}

static char *copy(const char *text)
{
	size_t length = strlen(text);

	return memcpy(statement_zeroed(length, 1), text, length);
}

/* The text of STATEMENT with a ? for each :word, the words noted in their order. Quoted text must not hold a colon. */
static char *name_words(struct statement *statement)
{
	char *text = copy(statement->sql), *end = text, *at = statement->names = copy(statement->sql);
	size_t colons = 0;

	for (const char *sql = statement->sql; *sql; sql++)
		colons += *sql == ':';
	statement->words = statement_zeroed(colons, sizeof *statement->words);
	while (*at) {
		size_t length = 0;
		if (*at == ':')
			while (isalnum((unsigned char)at[1 + length]) || at[1 + length] == '_')
				length++;
		if (!length) {
			*end++ = *at++;
			continue;
		}
		statement->words[statement->word_count++] = memmove(at, at + 1, length);
		at[length] = '\0'; /* where the word's last letter was: what follows stays */
		*end++ = '?';
		at += 1 + length;
	}
	*end = '\0';
	statement->values = statement_zeroed(statement->word_count, sizeof *statement->values);
	return text;
}

static void name_columns(struct statement *statement)
{
	MYSQL_RES *about = mysql_stmt_result_metadata(statement->stmt);

	if (!about)
		return;
	statement->column_count = mysql_num_fields(about);
	statement->columns = statement_zeroed(statement->column_count, sizeof *statement->columns);
	statement->cells = statement_zeroed(statement->column_count, sizeof *statement->cells);
	for (unsigned i = 0; i < statement->column_count; i++) {
		struct statement_column *column = &statement->columns[i];
		column->name = copy(mysql_fetch_field_direct(about, i)->name);
		statement->cells[i] = (MYSQL_BIND){ .buffer_type = MYSQL_TYPE_STRING, .buffer = column->cell,
			.buffer_length = STATEMENT_CELL, .length = &column->length, .is_null = &column->is_null };
	}
	mysql_free_result(about);
}

bool statement_prepare(struct statement *statement)
{
	char *text = name_words(statement);
	bool is_prepared = statement->stmt && !mysql_stmt_prepare(statement->stmt, text, strlen(text));

	if (is_prepared)
		name_columns(statement);
	free(text);
	return is_prepared;
}

static const char *supplied(const struct work *w, const char *word, bool *known)
{
	*known = true;
	if (!strcmp(word, "me"))
		return w->me;
	if (!strcmp(word, "session_id"))
		return w->session_id;
	if (!strcmp(word, "client"))
		return w->address;
	*known = false;
	return NULL;
}

/* The value of NAME; NULL for none. Values mostly stand in the order of the words: the one at *NEXT is looked at first. */
static const struct text_value *find(const struct text_value *values, const struct text_value **next, const char *name)
{
	const struct text_value *value = *next;

	if (!value || !value->name || strcmp(value->name, name))
		for (value = values; value && value->name && strcmp(value->name, name);)
			value++;
	if (!value || !value->name)
		return NULL;
	*next = value + 1;
	return value;
}

static bool has_word(const struct statement *statement, const char *name)
{
	for (unsigned i = 0; i < statement->word_count; i++)
		if (!strcmp(statement->words[i], name))
			return true;
	return false;
}

/* Which values a statement gets is written in the code, so it is looked at once for each number of them. */
static void refuse_strangers(struct statement *statement, const struct text_value *values)
{
	unsigned count = 0;

	while (values && values[count].name)
		count++;
	for (unsigned i = 0; i < count && statement->checked != count; i++)
		if (!has_word(statement, values[i].name))
			fail(FAULT_BROKEN, "db: value %s is not in %.80s", values[i].name, statement->sql);
	statement->checked = count;
}

void statement_bind(const struct work *w, struct statement *statement, const struct text_value *values)
{
	const struct text_value *next = values;

	refuse_strangers(statement, values);
	for (unsigned i = 0; i < statement->word_count; i++) {
		bool known;
		const char *text = supplied(w, statement->words[i], &known);
		const struct text_value *value = known ? NULL : find(values, &next, statement->words[i]);
		if (!known && !value)
			fail(FAULT_BROKEN, "db: no value for :%s in %.80s", statement->words[i], statement->sql);
		text = known ? text : value->text;
		statement->values[i] = (MYSQL_BIND){ .buffer_type = text ? MYSQL_TYPE_STRING : MYSQL_TYPE_NULL,
			.buffer = (void *)text, .buffer_length = text ? strlen(text) : 0 };
	}
}

bool statement_has_other_columns(const struct statement *statement, const MYSQL *mysql)
{
	for (unsigned i = 0; mysql->fields && i < statement->column_count; i++)
		if (strcmp(mysql->fields[i].name, statement->columns[i].name))
			return true;
	return false;
}
