/* One prepared statement: its :words, its columns, and where MariaDB puts what it reads. For db.c alone; these two are the
 * only files that know MariaDB. */
#ifndef STORE_STATEMENT_H
#define STORE_STATEMENT_H

#include "base/text.h"
#include "base/work.h"

#include <mysql.h>

enum { STATEMENT_CELL = 256 };

struct statement_column {
	const char *name;
	unsigned long length;
	my_bool is_null;
	char cell[STATEMENT_CELL]; /* reused for every row; what is longer is fetched again */
};

struct statement {
	struct statement *next; /* on the same shelf of db.c */
	const char *sql;
	MYSQL_STMT *stmt;
	char *names; /* what the names of words point into */
	const char **words;
	struct statement_column *columns;
	MYSQL_BIND *values, *cells;
	unsigned word_count, column_count, checked;
};

/* COUNT things of SIZE bytes of zeroes and one more; aborts when memory has run out. The caller frees it. */
void *statement_zeroed(size_t count, size_t size);

/* A statement for SQL (a constant) on MYSQL, in front of NEXT, not prepared yet. statement_free() gives all of it back. */
struct statement *statement_new(MYSQL *mysql, const char *sql, struct statement *next);
void statement_free(struct statement *statement);

/* Has it prepared. False when the server does not: its error is STATEMENT's, or the connection's when it has no stmt. */
bool statement_prepare(struct statement *statement);

/* Binds VALUES to its words; :me, :session_id and :client come from W. Fails on a word without a value and a value without
 * a word. */
void statement_bind(const struct work *w, struct statement *statement, const struct text_value *values);

/* Whether other columns stand where those of STATEMENT stood, as many as before: the Connector notices another number
 * only. The server describes the columns with every answer on MYSQL. */
bool statement_has_other_columns(const struct statement *statement, const MYSQL *mysql);

#endif
