/* The database: words in, words out. The only room that knows MariaDB.
 * Statements are constants with `:words` for what changes; columns are read by name. Everything travels as text:
 * numbers too, of which MariaDB makes numbers again, also behind LIMIT (but LIMIT takes one word, no sum).
 * How many words, columns and statements there are is limited by memory alone. */
#ifndef STORE_DB_H
#define STORE_DB_H

#include "base/work.h"
#include "store/row.h"

/* What a change came to, as far as a person can do something about it. */
enum db_changed {
	DB_DONE,
	DB_NONE,      /* no row fits: gone, or changed by somebody else */
	DB_DUPLICATE, /* a value that must be unique is taken */
};

/* A connection that db_ready() opens, with db.* of conf.h. Lives as long as the process. */
struct db *db_new(void);

/* The same for a tool that changes tables: no statement takes too long, and any version of the schema is met. */
struct db *db_new_patient(void);

/* Between requests: opens the connection unless there is one. One that is kept is not asked whether it is still good.
 * When it is not, the first thing that a request does on it finds out; if that is db_rows() or db_begin(), the
 * connection is opened again and it is done once more. Nothing else is, so nothing can be done twice.
 * Fails with FAULT_UNAVAILABLE when the database does not answer, and, when it opens one, with FAULT_SCHEMA when the schema is
 * not of schema_version (schema.h). */
void db_ready(struct db *db);

/* Closes the connection; db_ready() opens it again. */
void db_close(struct db *db);

/* The server's words for the error that the latest fault was about, and its NUMBER, 0 for none: for whoever administers it.
 * They may quote a value, so they are for no page and no log. */
const char *db_error(const struct db *db, unsigned *number);

/* Carries out SQL (a SELECT; a constant, as its address is remembered) with VALUES for its :words.
 * :me, :session_id and :client come from W and must not be among VALUES. NULL is NULL.
 * Rows are in W->mem; NULL when there are none. Fails on a word without a value, a value without a word,
 * and on every fault of the database: FAULT_COLLISION when another transaction was in the way or the columns of a table
 * changed since SQL was prepared (the request is to be carried out again, and SQL will be prepared again),
 * FAULT_UNAVAILABLE when the server is gone or too slow, FAULT_BROKEN for the rest. */
const struct row *db_rows(struct work *w, const char *sql, const struct text_value *values);

/* The same for a statement that changes something. */
enum db_changed db_change(struct work *w, const char *sql, const struct text_value *values);

/* The AUTO_INCREMENT value of the latest db_change, in W->mem. */
const char *db_new_id(struct work *w);

/* Begins a transaction; arena_reset() of W->mem rolls it back unless db_commit() came first. */
void db_begin(struct work *w);

/* Makes everything since db_begin() lasting. Fails with FAULT_UNAVAILABLE when that is not certain. */
void db_commit(struct work *w);

/* db_commit() and db_begin(): what was written so far stays, whatever becomes of the rest. */
void db_commit_now(struct work *w);

/* Takes back everything since db_begin(). */
void db_rollback(struct work *w);

#endif
