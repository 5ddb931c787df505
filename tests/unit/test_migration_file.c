/* How the files of migrations/ are read. */
#include "store/migration_file.h"
#include "unit.h"

static const char *tried;

static void parse(void *nothing)
{
	(void)nothing;
	migration_parse(mem, "0007-x.sql", tried);
}

static void steps_have_a_name_a_question_and_a_statement(void **state)
{
	struct migration migration = migration_parse(mem, "0042-two.sql",
		"-- What it is for.\n-- More of that.\n\n"
		"-- step: a column\n-- done: column customer.nickname\nALTER TABLE customer\n  ADD COLUMN nickname TEXT;\n\n"
		"-- step: its words\n-- done: SELECT 1\n--   FROM customer\n-- this time all of them\nUPDATE customer\n-- not yet\nSET a = 1;");

	(void)state;
	assert_int_equal(migration.number, 42);
	assert_int_equal(migration.step_count, 2);
	assert_int_equal(strlen(migration.checksum), 64);
	same("about", migration.steps[0].about, "a column");
	same("statement", migration.steps[0].sql, "ALTER TABLE customer\n  ADD COLUMN nickname TEXT");
	same("question", migration.steps[1].done, "SELECT 1 FROM customer this time all of them");
	same("comment in a statement", migration.steps[1].sql, "UPDATE customer\n-- not yet\nSET a = 1");
}

static void a_question_about_a_thing_becomes_a_select(void **state)
{
#define FROM(count, view) "SELECT COUNT(*) " count " FROM information_schema." view " WHERE TABLE_SCHEMA = DATABASE() AND " \
	"TABLE_NAME = 'ticket'"
	static const struct { const char *question, *select; } rows[] = {
		{ "table ticket", FROM("> 0", "TABLES") },
		{ "no table ticket", FROM("= 0", "TABLES") },
		{ "column ticket.made_at", FROM("> 0", "COLUMNS") " AND COLUMN_NAME = 'made_at'" },
		{ "no index ticket.ticket_made", FROM("= 0", "STATISTICS") " AND INDEX_NAME = 'ticket_made'" },
		{ "column ticket.id AND COLUMN_TYPE LIKE '%64%'",
		  FROM("> 0", "COLUMNS") " AND COLUMN_NAME = 'id' AND COLUMN_TYPE LIKE '%64%'" },
		{ "table ticket AND ENGINE = 'InnoDB'", FROM("> 0", "TABLES") " AND ENGINE = 'InnoDB'" },
		{ "SELECT 1", "SELECT 1" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		same(rows[i].question, migration_parse(mem, "0001-x.sql", arena_text(mem,
			"-- step: x\n-- done: %s\nSELECT 2;\n", rows[i].question)).steps[0].done, rows[i].select);
}

static void what_is_not_written_so_is_refused_with_file_and_line(void **state)
{
	static const struct { const char *text, *why; } rows[] = {
		{ "", "0007-x.sql has no step" },
		{ "-- only a comment\n", "0007-x.sql has no step" },
		{ "ALTER TABLE a;\n", "0007-x.sql:1: a step is" },
		{ "-- step: a\n-- done: table a\n", "0007-x.sql:1: a step is" },
		{ "-- for b\n-- step: a\nALTER TABLE a;\n", "0007-x.sql:2: a step is" },
		{ "-- step: a\n-- done: table a\nA;\n-- step: b\nB;\n", "0007-x.sql:4: a step is" },
		{ "-- step: \n-- done: table a\nA;\n", "0007-x.sql:1: a step is" },
		{ "-- step: a\n-- done: view a\nA;\n", "0007-x.sql:1: a step is" },
		{ "-- step: a\n-- done: column a\nA;\n", "0007-x.sql:1: a step is" },
		{ "-- step: a\n-- done: table a.b\nA;\n", "0007-x.sql:1: a step is" },
		{ "-- step: a\n-- done: table a OR 1\nA;\n", "0007-x.sql:1: a step is" },
		{ "-- step: a\n-- done: table a'b\nA;\n", "0007-x.sql:1: a step is" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		tried = rows[i].text;
		struct catcher caught = failing(parse, NULL);
		assert_int_equal(caught.fault, FAULT_BROKEN);
		has_part(rows[i].text, caught.why, rows[i].why);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(steps_have_a_name_a_question_and_a_statement),
		cmocka_unit_test(a_question_about_a_thing_becomes_a_select),
		cmocka_unit_test(what_is_not_written_so_is_refused_with_file_and_line),
	};

	return cmocka_run_group_tests(tests, memory_begin, memory_end);
}
