/* The connection; statement.c has what one statement is. Each statement text is prepared once per connection and kept by the
 * address of its constant. Nothing that may have changed something is done again here: a lost connection ends the request,
 * and the form's once-key makes sending it again safe. */
#include "store/db.h"

#include "base/conf.h"
#include "base/fail.h"
#include "store/schema.h"
#include "store/statement.h"

#include <mysqld_error.h>
#include <errmsg.h>
#include <stdint.h>

enum { SHELVES = 64 };

struct db {
	MYSQL *mysql;
	bool in_transaction, is_patient;
	char error_text[400]; /* of the latest fault */
	unsigned error;
	bool is_unproven; /* kept from an earlier request and not used in this one yet: it may be gone */
	struct statement *shelves[SHELVES]; /* by the address of the text */
};

struct db *db_new(void)
{
	return statement_zeroed(1, sizeof(struct db));
}

struct db *db_new_patient(void)
{
	struct db *db = db_new();

	db->is_patient = true;
	return db;
}

const char *db_error(const struct db *db, unsigned *number)
{
	*number = db->error;
	return db->error_text;
}

void db_close(struct db *db)
{
	for (unsigned i = 0; i < SHELVES; i++)
		while (db->shelves[i]) {
			struct statement *statement = db->shelves[i];
			db->shelves[i] = statement->next;
			statement_free(statement);
		}
	if (db->mysql)
		mysql_close(db->mysql);
	db->mysql = NULL;
	db->in_transaction = db->is_unproven = false;
}

/* What kind of fault ERROR is. */
static enum fault fault_of(unsigned error)
{
	switch (error) {
	case ER_LOCK_DEADLOCK: case ER_LOCK_WAIT_TIMEOUT:
	/* A table changed under a statement that was prepared before: prepared again, it is right. */
	case CR_NEW_STMT_METADATA: case ER_NEED_REPREPARE: case ER_TABLE_DEF_CHANGED:
		return FAULT_COLLISION;
	case CR_CONNECTION_ERROR: case CR_CONN_HOST_ERROR: case CR_SERVER_GONE_ERROR: case CR_SERVER_LOST:
	case CR_SERVER_LOST_EXTENDED: case ER_SERVER_SHUTDOWN: case ER_CON_COUNT_ERROR: case ER_DISK_FULL:
	case ER_CONNECTION_KILLED: case ER_TOO_MANY_USER_CONNECTIONS: case ER_STATEMENT_TIMEOUT:
	case ER_RECORD_FILE_FULL: case ER_QUERY_INTERRUPTED:
		return FAULT_UNAVAILABLE;
	default:
		return FAULT_BROKEN;
	}
}

/* A table or a column is not there: whoever has rights on other tables only is told that they have none on it. */
static bool is_missing(unsigned error)
{
	return error == ER_NO_SUCH_TABLE || error == ER_BAD_FIELD_ERROR || error == ER_TABLEACCESS_DENIED_ERROR;
}

static void open_connection(struct db *db);
/* Every fault of the database ends here. The connection is given up first, with every statement prepared on it, so that
 * the next request starts with a sound one whatever was left open. */
static _Noreturn void lost(struct db *db, unsigned error, const char *doing)
{
	db->error = error;
	snprintf(db->error_text, sizeof db->error_text, "%s", db->mysql ? mysql_error(db->mysql) : "");
	db_close(db);
	if (!db->is_patient && is_missing(error))
		open_connection(db); /* which says so if the schema was changed under this program */
	fail(fault_of(error), "%s: MariaDB error %u", doing, error); /* the server's words may quote a value */
}

/* The error of STATEMENT. One that the server ended while its rows came has it on the connection only, or nowhere. */
static unsigned error_of(struct db *db, const struct statement *statement)
{
	unsigned error = statement->stmt ? mysql_stmt_errno(statement->stmt) : CR_OUT_OF_MEMORY;

	error = error ? error : mysql_errno(db->mysql);
	return error ? error : CR_SERVER_LOST;
}

/* A database without the table of migrations is as old as can be. */
static void check_schema(struct db *db)
{
	static const char sql[] = "SELECT MAX(number), COUNT(*) - COUNT(done_at) FROM migration";
	MYSQL_RES *rows = mysql_real_query(db->mysql, sql, sizeof sql - 1) ? NULL : mysql_store_result(db->mysql);
	MYSQL_ROW row = rows ? mysql_fetch_row(rows) : NULL;
	unsigned long long version = row && row[0] ? text_number(row[0]) : 0;
	bool is_finished = !row || !row[1] || !strcmp(row[1], "0");

	mysql_free_result(rows);
	if (!row && !is_missing(mysql_errno(db->mysql)))
		lost(db, mysql_errno(db->mysql), "read the version of the schema");
	if (version == schema_version && is_finished)
		return;
	db_close(db);
	fail(FAULT_SCHEMA, "The database is of version %llu%s, this program of version %u: %s", version, is_finished ? "" :
		", not finished", schema_version, version > schema_version ? "install the newest Upcard" : "run upcard migrate");
}

static void open_connection(struct db *db)
{
	static const char set_up[] =
		"SET sql_mode='STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION', "
		"time_zone='+00:00', innodb_lock_wait_timeout=5, max_statement_time=10, "
		"tx_isolation='READ-COMMITTED'";
	static const char take_time[] = "SET innodb_lock_wait_timeout=60, max_statement_time=0";
	const unsigned connect = 3, patience = db->is_patient ? 0 : 15, off = 0;

	db->mysql = mysql_init(NULL);
	if (!db->mysql)
		abort();
	mysql_optionsv(db->mysql, MYSQL_OPT_CONNECT_TIMEOUT, &connect);
	mysql_optionsv(db->mysql, MYSQL_OPT_READ_TIMEOUT, &patience);
	mysql_optionsv(db->mysql, MYSQL_OPT_WRITE_TIMEOUT, &patience);
	mysql_optionsv(db->mysql, MYSQL_OPT_LOCAL_INFILE, &off);
	mysql_optionsv(db->mysql, MYSQL_SET_CHARSET_NAME, "utf8mb4");
	mysql_optionsv(db->mysql, MYSQL_INIT_COMMAND, set_up);
	if (db->is_patient)
		mysql_optionsv(db->mysql, MYSQL_INIT_COMMAND, take_time);
	if (!mysql_real_connect(db->mysql, NULL, conf_get("db.user"), conf_get("db.password"), conf_get("db.name"),
	    0, conf_get("db.socket"), CLIENT_FOUND_ROWS)) {
		unsigned error = mysql_errno(db->mysql);
		lost(db, error ? error : CR_CONNECTION_ERROR, "connect");
	}
	if (!db->is_patient)
		check_schema(db);
}

void db_ready(struct db *db)
{
	if (db->mysql && db->in_transaction)
		db_close(db);
	db->is_unproven = db->mysql != NULL;
	if (!db->mysql)
		open_connection(db);
}

/* Opens the connection again when ERROR says that it is gone and this request has done nothing on it yet, so that
 * what met the error can be done once more: only what does no harm when it was done already. */
static bool opened_again(struct db *db, unsigned error)
{
	bool is_gone = error == CR_SERVER_GONE_ERROR || error == CR_SERVER_LOST || error == CR_SERVER_LOST_EXTENDED ||
		error == ER_CONNECTION_KILLED || error == ER_SERVER_SHUTDOWN;

	if (!is_gone || !db->is_unproven)
		return false;
	db_close(db);
	open_connection(db);
	return true;
}

/* A statement that cannot be prepared, *ERROR, stays on its shelf until the connection is given up, as it is then. */
static struct statement *prepared(struct db *db, const char *sql, unsigned *error)
{
	struct statement **shelf = &db->shelves[(uintptr_t)sql / 32 % SHELVES], *statement = *shelf;

	while (statement && statement->sql != sql)
		statement = statement->next;
	if (statement)
		return statement;
	if (!db->mysql)
		fail(FAULT_BROKEN, "db: not connected");
	statement = *shelf = statement_new(db->mysql, sql, *shelf);
	if (!statement_prepare(statement)) {
		*error = error_of(db, statement);
		if (fault_of(*error) == FAULT_BROKEN)
			fprintf(stderr, "db: cannot prepare %.200s\n", sql);
	}
	return statement;
}

/* Carries out SQL and returns its error, 0 for none. */
static unsigned execute(struct work *w, const char *sql, const struct text_value *values, struct statement **made)
{
	unsigned error = 0;
	struct statement *statement = *made = prepared(w->db, sql, &error);

	if (error)
		return error;
	statement_bind(w, statement, values);
	if ((statement->word_count && mysql_stmt_bind_param(statement->stmt, statement->values)) ||
	    mysql_stmt_execute(statement->stmt))
		return error_of(w->db, statement);
	return statement_has_other_columns(statement, w->db->mysql) ? CR_NEW_STMT_METADATA : 0;
}

/* The text of one cell: from the reused buffer, or fetched again when it was longer. */
static const char *cell(struct work *w, struct statement *statement, unsigned at)
{
	const struct statement_column *column = &statement->columns[at];

	if (column->is_null)
		return NULL;
	if (column->length <= STATEMENT_CELL)
		return arena_copy(w->mem, column->cell, column->length);
	char *text = arena_get(w->mem, column->length + 1);
	MYSQL_BIND bind = { .buffer_type = MYSQL_TYPE_STRING, .buffer = text, .buffer_length = column->length };
	if (mysql_stmt_fetch_column(statement->stmt, &bind, at, 0))
		lost(w->db, error_of(w->db, statement), "fetch a long column");
	return text;
}

/* FIRST has the names already: one copy serves all rows, and outlives a statement that is forgotten when the
 * connection is lost. */
static struct row *make_row(struct work *w, struct statement *statement, const struct row *first)
{
	struct row *row = arena_get(w->mem, sizeof *row);
	struct text_value *columns = arena_get(w->mem, (statement->column_count + 1) * sizeof *columns);

	for (unsigned i = 0; i < statement->column_count; i++) {
		const char *name = statement->columns[i].name;
		columns[i].name = first ? first->columns[i].name : arena_copy(w->mem, name, strlen(name));
		columns[i].text = cell(w, statement, i);
	}
	row->columns = columns;
	return row;
}

const struct row *db_rows(struct work *w, const char *sql, const struct text_value *values)
{
	struct statement *statement;
	unsigned error = execute(w, sql, values, &statement);
	struct rows rows = { 0 };
	int fetched;

	if (error && opened_again(w->db, error))
		error = execute(w, sql, values, &statement);
	if (error)
		lost(w->db, error, "read");
	w->db->is_unproven = false;
	if (mysql_stmt_bind_result(statement->stmt, statement->cells))
		lost(w->db, error_of(w->db, statement), "bind");
	/* A cell that is too long for its buffer is reported as cut off; cell() fetches it whole. */
	while ((fetched = mysql_stmt_fetch(statement->stmt)) == 0 || fetched == MYSQL_DATA_TRUNCATED)
		rows_add(&rows, make_row(w, statement, rows.first));
	if (fetched != MYSQL_NO_DATA)
		lost(w->db, error_of(w->db, statement), "fetch");
	mysql_stmt_free_result(statement->stmt);
	return rows.first;
}

enum db_changed db_change(struct work *w, const char *sql, const struct text_value *values)
{
	struct statement *statement;
	unsigned error = execute(w, sql, values, &statement);

	if (error && error != ER_DUP_ENTRY)
		lost(w->db, error, "write");
	w->db->is_unproven = false;
	if (error)
		return DB_DUPLICATE;
	return mysql_stmt_affected_rows(statement->stmt) ? DB_DONE : DB_NONE;
}

const char *db_new_id(struct work *w)
{
	return text_of_number(w->mem, mysql_insert_id(w->db->mysql));
}

static void undo(void *thing)
{
	struct db *db = thing;

	if (db->in_transaction && db->mysql && mysql_rollback(db->mysql))
		db_close(db);
	db->in_transaction = false;
}

static unsigned send_begin(struct db *db)
{
	if (!db->mysql)
		fail(FAULT_BROKEN, "db: not connected");
	if (!mysql_query(db->mysql, "BEGIN"))
		return 0;
	return mysql_errno(db->mysql) ? mysql_errno(db->mysql) : CR_SERVER_LOST;
}

static void begin(struct db *db)
{
	unsigned error = send_begin(db);

	if (error && opened_again(db, error))
		error = send_begin(db);
	if (error)
		lost(db, error, "BEGIN");
	db->is_unproven = false;
	db->in_transaction = true;
}

void db_begin(struct work *w)
{
	if (w->db->in_transaction)
		fail(FAULT_BROKEN, "db: a transaction within a transaction");
	begin(w->db);
	arena_defer(w->mem, undo, w->db);
}

void db_commit(struct work *w)
{
	if (mysql_commit(w->db->mysql)) {
		unsigned error = mysql_errno(w->db->mysql);
		db_close(w->db);
		fail(FAULT_UNAVAILABLE, "commit: MariaDB error %u; it may or may not have been done", error);
	}
	w->db->in_transaction = false;
}

void db_commit_now(struct work *w)
{
	db_commit(w);
	begin(w->db);
}

void db_rollback(struct work *w)
{
	undo(w->db);
}
