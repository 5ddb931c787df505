/* The only file with <mysql.h>. Each statement text is prepared once per connection and kept by the address of its
 * constant. Nothing is retried here: a lost connection ends the request, and the form's once-key makes
 * sending it again safe. */
#include "store/db.h"

#include "base/conf.h"
#include "base/fail.h"

#include <ctype.h>
#include <mysql.h>
#include <mysqld_error.h>
#include <errmsg.h>
#include <time.h>

enum { WORDS = 40, COLUMNS = 40, STATEMENTS = 128, CELL = 256, IDLE_SECONDS = 1 };

struct statement {
	const char *sql;
	MYSQL_STMT *stmt;
	unsigned word_count, column_count;
	char *words[WORDS];
	char *columns[COLUMNS];
	char *cells; /* column_count buffers of CELL bytes, reused for every row */
};

struct db {
	MYSQL *mysql;
	bool in_transaction;
	time_t used_at;
	struct statement statements[STATEMENTS];
	unsigned count;
};

struct db *db_new(void)
{
	struct db *db = calloc(1, sizeof *db);

	if (!db)
		abort();
	return db;
}

static void forget(struct statement *statement)
{
	for (unsigned i = 0; i < statement->word_count; i++)
		free(statement->words[i]);
	for (unsigned i = 0; i < statement->column_count; i++)
		free(statement->columns[i]);
	free(statement->cells);
	if (statement->stmt)
		mysql_stmt_close(statement->stmt);
	*statement = (struct statement){ 0 };
}

void db_close(struct db *db)
{
	while (db->count)
		forget(&db->statements[--db->count]);
	if (db->mysql)
		mysql_close(db->mysql);
	db->mysql = NULL;
	db->in_transaction = false;
}

/* Every fault of the database ends here. The connection is given up first, so that the next request starts
 * with a sound one whatever was left open; only a collision leaves it usable. */
static _Noreturn void lost(struct db *db, unsigned error, const char *doing)
{
	char why[200];

	/* A statement that the server ended while its rows came has its error on the connection only, or nowhere. */
	if (!error && db->mysql)
		error = mysql_errno(db->mysql);
	if (!error)
		error = CR_SERVER_LOST;
	/* The server's text may quote a value ("Duplicate entry '...'"); the number says as much. */
	snprintf(why, sizeof why, "%s: MariaDB error %u", doing, error);
	if (error == ER_LOCK_DEADLOCK || error == ER_LOCK_WAIT_TIMEOUT) {
		db_close(db);
		fail(FAULT_COLLISION, "%s", why);
	}
	db_close(db);
	switch (error) {
	case CR_CONNECTION_ERROR: case CR_CONN_HOST_ERROR: case CR_SERVER_GONE_ERROR: case CR_SERVER_LOST:
	case CR_SERVER_LOST_EXTENDED: case ER_SERVER_SHUTDOWN: case ER_CON_COUNT_ERROR: case ER_DISK_FULL:
	case ER_CONNECTION_KILLED: case ER_TOO_MANY_USER_CONNECTIONS: case ER_STATEMENT_TIMEOUT:
	case ER_RECORD_FILE_FULL: case ER_QUERY_INTERRUPTED:
		fail(FAULT_UNAVAILABLE, "%s", why);
	default:
		fail(FAULT_BROKEN, "%s", why);
	}
}

static void open_connection(struct db *db)
{
	static const char set_up[] =
		"SET sql_mode='STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION', "
		"time_zone='+00:00', innodb_lock_wait_timeout=5, max_statement_time=10, "
		"tx_isolation='READ-COMMITTED'";
	const unsigned connect = 3, patience = 15, off = 0;

	db->mysql = mysql_init(NULL);
	if (!db->mysql)
		abort();
	mysql_optionsv(db->mysql, MYSQL_OPT_CONNECT_TIMEOUT, &connect);
	mysql_optionsv(db->mysql, MYSQL_OPT_READ_TIMEOUT, &patience);
	mysql_optionsv(db->mysql, MYSQL_OPT_WRITE_TIMEOUT, &patience);
	mysql_optionsv(db->mysql, MYSQL_OPT_LOCAL_INFILE, &off);
	mysql_optionsv(db->mysql, MYSQL_SET_CHARSET_NAME, "utf8mb4");
	mysql_optionsv(db->mysql, MYSQL_INIT_COMMAND, set_up);
	if (!mysql_real_connect(db->mysql, NULL, conf_get("db.user"), conf_get("db.password"), conf_get("db.name"),
	    0, conf_get("db.socket"), CLIENT_FOUND_ROWS)) {
		unsigned error = mysql_errno(db->mysql);
		lost(db, error ? error : CR_CONNECTION_ERROR, "connect");
	}
	db->used_at = time(NULL);
}

void db_ready(struct db *db)
{
	if (db->mysql && db->in_transaction)
		db_close(db);
	if (db->mysql && time(NULL) - db->used_at > IDLE_SECONDS && mysql_ping(db->mysql))
		db_close(db);
	if (!db->mysql)
		open_connection(db);
	db->used_at = time(NULL);
}

static char *copy(const char *text, size_t length)
{
	char *made = calloc(1, length + 1);

	if (!made)
		abort();
	return memcpy(made, text, length);
}

/* SQL with a ? for each :word, the words noted in their order. Quoted text must not hold a colon. */
static char *name_words(struct statement *statement, const char *sql)
{
	char *text = copy(sql, strlen(sql)), *end = text;

	while (*sql) {
		size_t length = 0;
		if (*sql == ':')
			while (isalnum((unsigned char)sql[1 + length]) || sql[1 + length] == '_')
				length++;
		if (!length) {
			*end++ = *sql++;
			continue;
		}
		if (statement->word_count == WORDS)
			fail(FAULT_BROKEN, "db: more than %d words in %s", WORDS, sql);
		statement->words[statement->word_count++] = copy(sql + 1, length);
		*end++ = '?';
		sql += 1 + length;
	}
	*end = '\0';
	return text;
}

static void name_columns(struct db *db, struct statement *statement)
{
	MYSQL_RES *about = mysql_stmt_result_metadata(statement->stmt);

	if (!about)
		return;
	unsigned count = mysql_num_fields(about);
	if (count > COLUMNS) {
		mysql_free_result(about);
		db_close(db);
		fail(FAULT_BROKEN, "db: more than %d columns", COLUMNS);
	}
	for (; statement->column_count < count; statement->column_count++) {
		const MYSQL_FIELD *field = mysql_fetch_field_direct(about, statement->column_count);
		statement->columns[statement->column_count] = copy(field->name, strlen(field->name));
	}
	mysql_free_result(about);
	statement->cells = calloc(count, CELL);
	if (!statement->cells)
		abort();
}

static struct statement *prepared(struct db *db, const char *sql)
{
	for (unsigned i = 0; i < db->count; i++)
		if (db->statements[i].sql == sql)
			return &db->statements[i];
	if (!db->mysql)
		fail(FAULT_BROKEN, "db: not connected");
	if (db->count == STATEMENTS)
		fail(FAULT_BROKEN, "db: more than %d statements", STATEMENTS);
	struct statement *statement = &db->statements[db->count++];
	*statement = (struct statement){ .sql = sql, .stmt = mysql_stmt_init(db->mysql) };
	char *text = name_words(statement, sql);
	if (!statement->stmt || mysql_stmt_prepare(statement->stmt, text, strlen(text))) {
		unsigned error = statement->stmt ? mysql_stmt_errno(statement->stmt) : CR_OUT_OF_MEMORY;
		fprintf(stderr, "db: cannot prepare %.200s\n", sql);
		free(text);
		lost(db, error, "prepare");
	}
	free(text);
	name_columns(db, statement);
	return statement;
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

static const struct text_value *find(const struct text_value *values, const char *name)
{
	for (; values && values->name; values++)
		if (!strcmp(values->name, name))
			return values;
	return NULL;
}

static void refuse_strangers(const struct statement *statement, const struct text_value *values)
{
	for (; values && values->name; values++) {
		bool used = false;
		for (unsigned i = 0; i < statement->word_count && !used; i++)
			used = !strcmp(statement->words[i], values->name);
		if (!used)
			fail(FAULT_BROKEN, "db: value %s is not in %.80s", values->name, statement->sql);
	}
}

static void bind_words(struct work *w, struct statement *statement, const struct text_value *values, MYSQL_BIND *binds)
{
	for (unsigned i = 0; i < statement->word_count; i++) {
		bool known;
		const char *text = supplied(w, statement->words[i], &known);
		const struct text_value *value = known ? NULL : find(values, statement->words[i]);
		if (!known && !value)
			fail(FAULT_BROKEN, "db: no value for :%s in %.80s", statement->words[i], statement->sql);
		text = known ? text : value->text;
		binds[i].buffer_type = text ? MYSQL_TYPE_STRING : MYSQL_TYPE_NULL;
		binds[i].buffer = (void *)text;
		binds[i].buffer_length = text ? strlen(text) : 0;
	}
}

static struct statement *execute(struct work *w, const char *sql, const struct text_value *values, unsigned *error)
{
	struct statement *statement = prepared(w->db, sql);
	MYSQL_BIND binds[WORDS] = { 0 };

	refuse_strangers(statement, values);
	bind_words(w, statement, values, binds);
	*error = 0;
	if ((statement->word_count && mysql_stmt_bind_param(statement->stmt, binds)) ||
	    mysql_stmt_execute(statement->stmt))
		*error = mysql_stmt_errno(statement->stmt);
	return statement;
}

/* The text of one cell: from the reused buffer, or fetched again when it was longer. */
static const char *cell(struct work *w, struct statement *statement, unsigned at, unsigned long length)
{
	if (length <= CELL)
		return arena_copy(w->mem, statement->cells + (size_t)at * CELL, length);
	char *text = arena_get(w->mem, length + 1);
	MYSQL_BIND bind = { .buffer_type = MYSQL_TYPE_STRING, .buffer = text, .buffer_length = length };
	if (mysql_stmt_fetch_column(statement->stmt, &bind, at, 0))
		lost(w->db, mysql_stmt_errno(statement->stmt), "fetch a long column");
	return text;
}

/* FIRST has the names already: one copy serves all rows, and outlives a statement that is forgotten when the
 * connection is lost. */
static struct row *make_row(struct work *w, struct statement *statement, const unsigned long *lengths,
	const my_bool *nulls, const struct row *first)
{
	struct row *row = arena_get(w->mem, sizeof *row);
	struct text_value *columns = arena_get(w->mem, (statement->column_count + 1) * sizeof *columns);

	for (unsigned i = 0; i < statement->column_count; i++) {
		const char *name = statement->columns[i];
		columns[i].name = first ? first->columns[i].name : arena_copy(w->mem, name, strlen(name));
		columns[i].text = nulls[i] ? NULL : cell(w, statement, i, lengths[i]);
	}
	row->columns = columns;
	return row;
}

const struct row *db_rows(struct work *w, const char *sql, const struct text_value *values)
{
	unsigned error;
	struct statement *statement = execute(w, sql, values, &error);
	MYSQL_BIND binds[COLUMNS] = { 0 };
	unsigned long lengths[COLUMNS];
	my_bool nulls[COLUMNS];
	struct row *first = NULL, **end = &first;
	int fetched;

	if (error)
		lost(w->db, error, "read");
	for (unsigned i = 0; i < statement->column_count; i++)
		binds[i] = (MYSQL_BIND){ .buffer_type = MYSQL_TYPE_STRING, .buffer_length = CELL,
			.buffer = statement->cells + (size_t)i * CELL, .length = &lengths[i], .is_null = &nulls[i] };
	if (mysql_stmt_bind_result(statement->stmt, binds))
		lost(w->db, mysql_stmt_errno(statement->stmt), "bind");
	/* A cell that is too long for its buffer is reported as cut off; cell() fetches it whole. */
	while ((fetched = mysql_stmt_fetch(statement->stmt)) == 0 || fetched == MYSQL_DATA_TRUNCATED) {
		*end = make_row(w, statement, lengths, nulls, first);
		end = (struct row **)&(*end)->next;
	}
	if (fetched != MYSQL_NO_DATA)
		lost(w->db, mysql_stmt_errno(statement->stmt), "fetch");
	mysql_stmt_free_result(statement->stmt);
	return first;
}

enum db_changed db_change(struct work *w, const char *sql, const struct text_value *values)
{
	unsigned error;
	struct statement *statement = execute(w, sql, values, &error);

	if (error == ER_DUP_ENTRY)
		return DB_DUPLICATE;
	if (error)
		lost(w->db, error, "write");
	return mysql_stmt_affected_rows(statement->stmt) ? DB_DONE : DB_NONE;
}

const char *db_new_id(struct work *w)
{
	return arena_text(w->mem, "%llu", (unsigned long long)mysql_insert_id(w->db->mysql));
}

static void undo(void *thing)
{
	struct db *db = thing;

	if (db->in_transaction && db->mysql && mysql_rollback(db->mysql))
		db_close(db);
	db->in_transaction = false;
}

static void send(struct db *db, const char *what)
{
	if (!db->mysql)
		fail(FAULT_BROKEN, "db: not connected");
	if (mysql_real_query(db->mysql, what, strlen(what)))
		lost(db, mysql_errno(db->mysql), what);
}

void db_begin(struct work *w)
{
	if (w->db->in_transaction)
		fail(FAULT_BROKEN, "db: a transaction within a transaction");
	send(w->db, "BEGIN");
	w->db->in_transaction = true;
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
	send(w->db, "BEGIN");
	w->db->in_transaction = true;
}

void db_rollback(struct work *w)
{
	undo(w->db);
}
