/* A connection that was lost while nobody used it is opened again by the first statement of a request, and nothing is
 * done twice for that. */
#include "story.h"

static const char sql_connection[] = "SELECT CONNECTION_ID()";
static const char sql_kill[] = "KILL CONNECTION :id";
static const char sql_is_there[] = "SELECT COUNT(*) FROM information_schema.processlist WHERE id = :id";
static const char sql_short[] = "SET SESSION wait_timeout = 1";
static const char sql_count[] = "SELECT COUNT(*) FROM setting WHERE name = 'lost'";
static const char sql_add[] = "INSERT INTO setting SET name = 'lost', value = :value";
static const char sql_forget[] = "DELETE FROM setting WHERE name = 'lost'";

static struct work other; /* another process */

static void other_begins(void)
{
	other = (struct work){ .mem = w->mem, .db = db_new() };
	db_ready(other.db);
}

static void other_ends(void)
{
	db_close(other.db);
	free(other.db);
}

static void wait_until_gone(const char *id)
{
	while (!text_same(db_rows(&other, sql_is_there, WITH({ "id", id }))->columns->text, "0"))
		;
}

/* Ends the connection of W, as a restart of the server does, and waits until it is gone. */
static void cut(void)
{
	const char *id = cell_of(sql_connection, NULL);

	other_begins();
	db_change(&other, sql_kill, WITH({ "id", id }));
	wait_until_gone(id);
	other_ends();
}

/* As a GET begins: no transaction. */
static void next_question(void)
{
	arena_reset(w->mem);
	mem = w->mem;
	db_ready(w->db);
}

static void ask(void *sql)
{
	db_rows(w, sql, NULL);
}

static void add(void *nothing)
{
	(void)nothing;
	db_change(w, sql_add, WITH({ "value", "1" }));
}

static void commit(void *nothing)
{
	(void)nothing;
	db_commit(w);
}

static void a_connection_lost_between_requests_is_opened_again_by_the_first_question(void **state)
{
	(void)state;
	next_question();
	same("prepared", cell_of(sql_count, NULL), "0");
	const char *before = cell_of(sql_connection, NULL);
	cut();
	db_ready(w->db);
	same("the same statement", cell_of(sql_count, NULL), "0");
	assert_string_not_equal(cell_of(sql_connection, NULL), before);
	cut();
	db_ready(w->db);
	same("and one that is prepared first", cell_of("SELECT 'new'", NULL), "new");
}

static void a_connection_lost_between_requests_is_opened_again_by_begin(void **state)
{
	(void)state;
	next_question();
	cut();
	next_request();
	add(NULL);
	save_and_go_on();
	same("once", cell_of(sql_count, NULL), "1");
	db_change(w, sql_forget, NULL);
	save_and_go_on();
}

static void a_connection_that_the_server_ended_for_idling_is_opened_again(void **state)
{
	(void)state;
	next_question();
	db_change(w, sql_short, NULL);
	other_begins();
	wait_until_gone(cell_of(sql_connection, NULL));
	other_ends();
	next_question();
	same("asked again", cell_of(sql_count, NULL), "0");
}

/* Whether it was carried out before the connection went cannot be known, so it is not for us to do it again. */
static void a_change_is_never_done_again(void **state)
{
	(void)state;
	next_question();
	add(NULL);
	db_change(w, sql_forget, NULL);
	cut();
	db_ready(w->db);
	assert_int_equal(failing(add, NULL).fault, FAULT_UNAVAILABLE);
	next_request();
	same("nothing", cell_of(sql_count, NULL), "0");
}

static void only_the_first_statement_of_a_request_is_done_again(void **state)
{
	(void)state;
	next_question();
	same("first", cell_of(sql_count, NULL), "0");
	cut();
	assert_int_equal(failing(ask, (void *)sql_count).fault, FAULT_UNAVAILABLE);
	assert_int_equal(failing(ask, (void *)sql_count).fault, FAULT_BROKEN); /* not connected: no silent new one */
	next_question();
	cut(); /* a new connection: it was good a moment ago */
	assert_int_equal(failing(ask, (void *)sql_count).fault, FAULT_UNAVAILABLE);
}

static void a_connection_lost_in_a_transaction_ends_the_request(void **state)
{
	(void)state;
	next_request();
	cut();
	assert_int_equal(failing(ask, (void *)sql_count).fault, FAULT_UNAVAILABLE);
	next_request();
	add(NULL);
	cut();
	assert_int_equal(failing(ask, (void *)sql_count).fault, FAULT_UNAVAILABLE);
	next_request();
	add(NULL);
	cut();
	assert_int_equal(failing(commit, NULL).fault, FAULT_UNAVAILABLE);
	next_request();
	same("nothing of it", cell_of(sql_count, NULL), "0");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		STORY(a_connection_lost_between_requests_is_opened_again_by_the_first_question),
		STORY(a_connection_lost_between_requests_is_opened_again_by_begin),
		STORY(a_connection_that_the_server_ended_for_idling_is_opened_again),
		STORY(a_change_is_never_done_again),
		STORY(only_the_first_statement_of_a_request_is_done_again),
		STORY(a_connection_lost_in_a_transaction_ends_the_request),
	};

	return cmocka_run_group_tests_name("db lost", tests, story_begin, story_end);
}
