/* The database itself: words in, words out, and what happens when it is not there. */
#include "story.h"

#include <sys/wait.h>
#include <unistd.h>

static const char sql_echo[] = "SELECT :a AS a, :b AS b";
static const char sql_setting[] = "SELECT value FROM setting WHERE name = :name";
static const char sql_settings[] = "SELECT COUNT(*) FROM setting";
static const char sql_add_setting[] = "INSERT INTO setting SET name = :name, value = :value";
static const char sql_set_setting[] = "UPDATE setting SET value = :value WHERE name = :name";
static const char sql_forget_setting[] = "DELETE FROM setting WHERE name = :name";
static const char sql_connection[] = "SELECT CONNECTION_ID()";
static const char sql_kill[] = "KILL CONNECTION :id";
static const char sql_wrong[] = "SELECT nothing FROM setting";
static const char sql_same_name[] = "SELECT 'first' AS a, 'second' AS a";
static const char sql_long[] = "SELECT REPEAT(:a, 255) AS l255, REPEAT(:a, 256) AS l256, REPEAT(:a, 257) AS l257, "
	"REPEAT(:a, 100000) AS l100000, 'end' AS last FROM role";
static const char sql_limited[] = "WITH RECURSIVE numbers AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM numbers "
	"WHERE n < 100) SELECT n FROM numbers ORDER BY n LIMIT :most OFFSET :after";
static const char sql_sleep[] = "SELECT SLEEP(30)";
static const char sql_limit[] = "SET max_statement_time = 0.1";

struct doing {
	const char *sql;
	const struct text_value *values;
};

static void read_it(void *doing)
{
	const struct doing *it = doing;

	db_rows(w, it->sql, it->values);
}

static void put_it(void *doing)
{
	const struct doing *it = doing;

	db_change(w, it->sql, it->values);
}

static struct catcher reading(const char *sql, const struct text_value *values)
{
	return failing(read_it, &(struct doing){ sql, values });
}

static struct catcher putting(const char *sql, const struct text_value *values)
{
	return failing(put_it, &(struct doing){ sql, values });
}

static void words_without_a_value_and_values_without_a_word_are_faults(void **state)
{
	const struct { const struct text_value *values; const char *why; } rows[] = {
		{ (const struct text_value[]){ { "a", "1" }, { 0 } }, "no value for :b" },
		{ (const struct text_value[]){ { 0 } }, "no value for :a" },
		{ NULL, "no value for :a" },
		{ (const struct text_value[]){ { "a", "1" }, { "b", "2" }, { "c", "3" }, { 0 } }, "value c is not in" },
		{ (const struct text_value[]){ { "a", "1" }, { "b", "2" }, { "me", "3" }, { 0 } }, "value me is not in" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct catcher caught = reading(sql_echo, rows[i].values);
		assert_int_equal(caught.fault, FAULT_BROKEN);
		has_part(rows[i].why, caught.why, rows[i].why);
	}
	same("still good", cell_of(sql_echo, WITH({ "b", "2" }, { "a", "1" })), "1");
}

static void ask_for_no_column(void *row)
{
	row_text(row, "c");
}

static void a_column_that_is_not_there_is_a_fault(void **state)
{
	const struct row *row = db_rows(w, sql_echo, WITH({ "a", "1" }, { "b", "2" }));

	(void)state;
	has_part("c", failing(ask_for_no_column, (void *)row).why, "no column c");
	same("of two of one name the first counts", row_text(db_rows(w, sql_same_name, NULL), "a"), "first");
}

static void null_stays_null_and_nothing_stays_nothing(void **state)
{
	const struct row *row = db_rows(w, sql_echo, WITH({ "a", NULL }, { "b", "" }));

	(void)state;
	same("NULL", row_text(row, "a"), NULL);
	same("nothing", row_text(row, "b"), "");
	row = db_rows(w, sql_echo, WITH({ "a", "" }, { "b", NULL }));
	same("nothing", row_text(row, "a"), "");
	same("NULL", row_text(row, "b"), NULL);
}

static void text_goes_in_and_comes_out_as_it_is(void **state)
{
	static const char *const texts[] = {
		"José Nguyễn 山田 \U0001f697", "'; DROP TABLE customer; --", "\\", "%_", "a\tb\r\nc", ":a", "\"`'",
	};

	(void)state;
	for (size_t i = 0; i < COUNT(texts); i++)
		same(texts[i], cell_of(sql_echo, WITH({ "a", texts[i] }, { "b", "" })), texts[i]);
}

static void long_columns_are_whole_in_every_row(void **state)
{
	static const struct { const char *column; size_t length; } columns[] = {
		{ "l255", 255 }, { "l256", 256 }, { "l257", 257 }, { "l100000", 100000 },
	};
	unsigned count = 0;

	(void)state;
	for (const struct row *row = db_rows(w, sql_long, WITH({ "a", "x" })); row; row = row->next, count++) {
		for (size_t i = 0; i < COUNT(columns); i++) {
			const char *text = row_text(row, columns[i].column);
			assert_int_equal(strlen(text), columns[i].length);
			assert_int_equal(strspn(text, "x"), columns[i].length);
		}
		same("behind them", row_text(row, "last"), "end");
	}
	assert_int_equal(count, 3);
}

static void a_limit_is_a_word_as_any_other(void **state)
{
	static const struct { const char *most, *after; unsigned count; } limits[] = {
		{ "26", "0", 26 }, { "9", "95", 5 }, { "100", "1", 99 }, { "0", "0", 0 }, { "20000", "0", 100 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(limits); i++) {
		unsigned count = 0;
		for (const struct row *row = db_rows(w, sql_limited, WITH({ "most", limits[i].most },
		    { "after", limits[i].after })); row; row = row->next)
			count++;
		assert_int_equal(count, limits[i].count);
	}
}

static void a_change_tells_done_none_or_duplicate(void **state)
{
	(void)state;
	assert_int_equal(db_change(w, sql_add_setting, WITH({ "name", "x" }, { "value", "1" })), DB_DONE);
	assert_int_equal(db_change(w, sql_add_setting, WITH({ "name", "x" }, { "value", "2" })), DB_DUPLICATE);
	assert_int_equal(db_change(w, sql_set_setting, WITH({ "name", "y" }, { "value", "2" })), DB_NONE);
	assert_int_equal(db_change(w, sql_set_setting, WITH({ "name", "x" }, { "value", "1" })), DB_DONE);
	same("the first stays", cell_of(sql_setting, WITH({ "name", "x" })), "1");
	assert_int_equal(db_change(w, sql_forget_setting, WITH({ "name", "x" })), DB_DONE);
	assert_int_equal(db_change(w, sql_forget_setting, WITH({ "name", "x" })), DB_NONE);
}

static void what_was_not_committed_is_gone_with_the_request(void **state)
{
	(void)state;
	db_change(w, sql_add_setting, WITH({ "name", "lost" }, { "value", "1" }));
	next_request();
	same("lost", cell_of(sql_setting, WITH({ "name", "lost" })), NULL);
	db_change(w, sql_add_setting, WITH({ "name", "taken back" }, { "value", "1" }));
	db_rollback(w);
	same("taken back", cell_of(sql_setting, WITH({ "name", "taken back" })), NULL);
	next_request();
	db_change(w, sql_add_setting, WITH({ "name", "kept" }, { "value", "1" }));
	db_commit_now(w);
	db_change(w, sql_add_setting, WITH({ "name", "not kept" }, { "value", "1" }));
	next_request();
	same("kept", cell_of(sql_setting, WITH({ "name", "kept" })), "1");
	same("not kept", cell_of(sql_setting, WITH({ "name", "not kept" })), NULL);
	db_change(w, sql_forget_setting, WITH({ "name", "kept" }));
	save_and_go_on();
}

static void begin_again(void *nothing)
{
	(void)nothing;
	db_begin(w);
}

static void a_transaction_within_a_transaction_is_a_fault(void **state)
{
	(void)state;
	has_part("twice", failing(begin_again, NULL).why, "within a transaction");
}

static void a_value_too_long_or_of_no_list_is_refused_not_cut(void **state)
{
	const char *long_name = arena_text(w->mem, "%041d", 1);

	(void)state;
	assert_int_equal(putting(sql_add_setting, WITH({ "name", long_name }, { "value", "1" })).fault, FAULT_BROKEN);
	next_request();
	assert_null(cell_of(sql_setting, WITH({ "name",
		long_name ? "0000000000000000000000000000000000000000" : "" })));
}

/* The server's sentence would quote the value ("Data too long ... '123-45-6789'"). */
static void the_log_gets_the_number_of_an_error_and_no_value(void **state)
{
	struct catcher caught = putting(sql_add_setting,
		WITH({ "name", arena_text(w->mem, "123456789%041d", 1) }, { "value", "1" }));

	(void)state;
	assert_null(strstr(caught.why, "123456789"));
	has_part("number", caught.why, "MariaDB error 1406");
	next_request();
	caught = reading(sql_wrong, NULL);
	assert_int_equal(caught.fault, FAULT_BROKEN);
	has_part("no such column", caught.why, "1054");
}

static void kill_it(void *id)
{
	db_change(w, sql_kill, WITH({ "id", id }));
}

static void a_killed_connection_is_unavailable_and_the_next_request_works(void **state)
{
	const char *id = cell_of(sql_connection, NULL);
	char kept[24];

	(void)state;
	snprintf(kept, sizeof kept, "%s", id);
	db_change(w, sql_add_setting, WITH({ "name", "lost" }, { "value", "1" }));
	struct catcher caught = failing(kill_it, kept);
	if (!caught.fault)
		caught = reading(sql_settings, NULL);
	assert_int_equal(caught.fault, FAULT_UNAVAILABLE);
	assert_int_equal(reading(sql_settings, NULL).fault, FAULT_BROKEN); /* not connected: no silent new connection */
	next_request();
	same("nothing of it is left", cell_of(sql_setting, WITH({ "name", "lost" })), NULL);
	assert_string_not_equal(cell_of(sql_connection, NULL), kept);
}

static void commit(void *nothing)
{
	(void)nothing;
	db_commit(w);
}

static void a_connection_lost_before_the_commit_is_unavailable_and_left_nothing(void **state)
{
	struct work other = { .mem = arena_new(), .db = db_new() };
	const char *id = cell_of(sql_connection, NULL);

	(void)state;
	db_change(w, sql_add_setting, WITH({ "name", "lost" }, { "value", "1" }));
	db_ready(other.db);
	db_change(&other, sql_kill, WITH({ "id", id }));
	assert_int_equal(failing(commit, NULL).fault, FAULT_UNAVAILABLE);
	next_request();
	same("nothing of it is left", cell_of(sql_setting, WITH({ "name", "lost" })), NULL);
	db_close(other.db);
	free(other.db);
	arena_free(other.mem);
}

static void a_statement_that_takes_too_long_is_unavailable(void **state)
{
	(void)state;
	db_change(w, sql_limit, NULL);
	struct catcher caught = reading(sql_sleep, NULL);
	if (caught.fault != FAULT_UNAVAILABLE)
		fail_msg("fault %d: %s", (int)caught.fault, caught.why);
	next_request();
	assert_non_null(cell_of(sql_settings, NULL));
}

/* Holds row b, then wants row a; tells over TALK when it holds b. Returns how that ended. */
static int other_side(int talk)
{
	static struct catcher caught;

	fail_catch(&caught);
	if (setjmp(caught.here))
		return caught.fault;
	w->db = db_new(); /* the parent's connection is the parent's */
	w->mem = arena_new();
	db_ready(w->db);
	db_begin(w);
	db_change(w, sql_set_setting, WITH({ "name", "b" }, { "value", "other" }));
	if (write(talk, "b", 1) != 1)
		return -1;
	db_change(w, sql_set_setting, WITH({ "name", "a" }, { "value", "other" }));
	db_commit(w);
	return FAULT_NONE;
}

static void of_two_transactions_that_wait_for_each_other_one_is_a_collision(void **state)
{
	int talk[2], status;
	char b;

	(void)state;
	db_change(w, sql_add_setting, WITH({ "name", "a" }, { "value", "1" }));
	db_change(w, sql_add_setting, WITH({ "name", "b" }, { "value", "1" }));
	save_and_go_on();
	assert_int_equal(pipe(talk), 0);
	db_change(w, sql_set_setting, WITH({ "name", "a" }, { "value", "me" }));
	pid_t child = fork();
	if (!child)
		_exit(other_side(talk[1]));
	assert_int_equal(read(talk[0], &b, 1), 1);
	struct catcher mine = putting(sql_set_setting, WITH({ "name", "b" }, { "value", "me" }));
	if (!mine.fault)
		db_commit(w);
	next_request();
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status));
	assert_int_equal(mine.fault + WEXITSTATUS(status), FAULT_COLLISION);
	const char *winner = mine.fault ? "other" : "me";
	same("a", cell_of(sql_setting, WITH({ "name", "a" })), winner);
	same("b", cell_of(sql_setting, WITH({ "name", "b" })), winner);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		STORY(words_without_a_value_and_values_without_a_word_are_faults),
		STORY(a_column_that_is_not_there_is_a_fault),
		STORY(null_stays_null_and_nothing_stays_nothing),
		STORY(text_goes_in_and_comes_out_as_it_is),
		STORY(long_columns_are_whole_in_every_row),
		STORY(a_limit_is_a_word_as_any_other),
		STORY(a_change_tells_done_none_or_duplicate),
		STORY(what_was_not_committed_is_gone_with_the_request),
		STORY(a_transaction_within_a_transaction_is_a_fault),
		STORY(a_value_too_long_or_of_no_list_is_refused_not_cut),
		STORY(the_log_gets_the_number_of_an_error_and_no_value),
		STORY(a_killed_connection_is_unavailable_and_the_next_request_works),
		STORY(a_connection_lost_before_the_commit_is_unavailable_and_left_nothing),
		STORY(a_statement_that_takes_too_long_is_unavailable),
		STORY(of_two_transactions_that_wait_for_each_other_one_is_a_collision),
	};

	return cmocka_run_group_tests_name("db", tests, story_begin, story_end);
}
