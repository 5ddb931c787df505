/* What has no limit: words, columns and statements. */
#include "story.h"

enum { MANY = 100, STATEMENTS = 300 };

static const char sql_prepared[] = "SELECT VARIABLE_VALUE FROM information_schema.SESSION_STATUS "
	"WHERE VARIABLE_NAME = 'COM_STMT_PREPARE'";
static const char sql_add_columns[] = "ALTER TABLE customer "
#define TEN(n) "ADD more_" n "0 INT NOT NULL DEFAULT 7, ADD more_" n "1 INT, ADD more_" n "2 INT, ADD more_" n "3 INT, " \
	"ADD more_" n "4 INT, ADD more_" n "5 INT, ADD more_" n "6 INT, ADD more_" n "7 INT, ADD more_" n "8 INT, " \
	"ADD more_" n "9 VARCHAR(9) DEFAULT 'nine'"
	TEN("1") ", " TEN("2") ", " TEN("3") ", " TEN("4");

static void a_statement_has_as_many_words_and_columns_as_it_likes(void **state)
{
	static char sql[MANY * 24];
	struct text_value values[MANY + 1] = { 0 };
	char *end = sql;

	(void)state;
	for (int i = 0; i < MANY; i++) {
		end += snprintf(end, 24, "%s:w%d AS c%d", i ? ", " : "SELECT ", i, i);
		values[i] = (struct text_value){ arena_text(mem, "w%d", i), arena_text(mem, "value %d", i) };
	}
	for (int times = 0; times < 2; times++) {
		const struct row *row = db_rows(w, sql, values);
		for (int i = 0; i < MANY; i++)
			same(values[i].name, row_text(row, arena_text(mem, "c%d", i)), values[i].text);
	}
}

static void each_of_hundreds_of_statements_is_prepared_once(void **state)
{
	static char sql[STATEMENTS][24];
	unsigned long long before = text_number(cell_of(sql_prepared, NULL));

	(void)state;
	for (int times = 0; times < 3; times++)
		for (int i = 0; i < STATEMENTS; i++) {
			snprintf(sql[i], sizeof sql[i], "SELECT %d, :a", i);
			same(sql[i], cell_of(sql[i], WITH({ "a", "b" })), arena_text(mem, "%d", i));
		}
	assert_int_equal(text_number(cell_of(sql_prepared, NULL)) - before, STATEMENTS);
}

/* Columns that a newer release has added already, or that a dealership adds for itself. */
static void a_record_reads_and_saves_when_its_table_has_forty_columns_more(void **state)
{
	char id[24];

	(void)state;
	snprintf(id, sizeof id, "%s", add_customer(WITH(PERSON("Ann", "Wide"))));
	save_and_go_on();
	as_administrator(sql_add_columns);
	const struct row *customer = customer_get(w, id);
	same("a new one", row_text(customer, "more_49"), "nine");
	same("an old one", row_text(customer, "last_name"), "Wide");
	assert_int_equal(save_customer(id, WITH(PERSON("Ann", "Wider"))), CUSTOMER_SAVED);
	same("the last that is asked for", row_text(customer_get(w, id), "last_name"), "Wider");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		STORY(a_statement_has_as_many_words_and_columns_as_it_likes),
		STORY(each_of_hundreds_of_statements_is_prepared_once),
		STORY(a_record_reads_and_saves_when_its_table_has_forty_columns_more),
	};

	return cmocka_run_group_tests_name("db sizes", tests, story_begin, story_end);
}
