/* A table is altered while processes hold statements of it: none of them answers wrongly or with a fault that lasts. */
#include "story.h"

static const char sql_make[] =
	"CREATE OR REPLACE TABLE altered (id INT NOT NULL PRIMARY KEY, name VARCHAR(9), size INT); "
	"INSERT INTO altered SET id = 1, name = 'nine', size = 9; "
	"GRANT SELECT, UPDATE ON altered TO upcard_app@localhost";
static const char sql_all[] = "SELECT * FROM altered WHERE id = :id";
static const char sql_name[] = "SELECT name FROM altered WHERE id = :id";
static const char sql_set_name[] = "UPDATE altered SET name = :name WHERE id = :id";
static const char sql_more[] = "ALTER TABLE altered ADD more INT DEFAULT 5";
static const char sql_fewer[] = "ALTER TABLE altered DROP size";
static const char sql_longer[] = "ALTER TABLE altered MODIFY name MEDIUMTEXT, MODIFY size VARCHAR(400)";
static const char sql_fill_longer[] = "UPDATE altered SET name = REPEAT('n', 70000), size = REPEAT('s', 300)";
static const char sql_renamed[] = "ALTER TABLE altered CHANGE name title VARCHAR(9)";
static const char sql_moved[] = "ALTER TABLE altered MODIFY size INT AFTER id";

static void read_all(void *row)
{
	*(const struct row **)row = db_rows(w, sql_all, WITH({ "id", "1" }));
}

/* What the row says after SQL, in the request that meets it or, when that is a collision, in the next one. */
static const struct row *after(const char *sql, bool *collided)
{
	const struct row *row = NULL;

	db_close(w->db); /* with what it knows of the table of the story before */
	next_request();
	as_administrator(sql_make);
	same("before", row_text(db_rows(w, sql_all, WITH({ "id", "1" })), "name"), "nine");
	same("before", cell_of(sql_name, WITH({ "id", "1" })), "nine");
	next_request();
	as_administrator(sql);
	struct catcher caught = failing(read_all, &row);
	*collided = caught.fault == FAULT_COLLISION;
	if (caught.fault && !*collided)
		fail_msg("fault %d: %s", (int)caught.fault, caught.why);
	if (*collided) {
		next_request();
		read_all(&row);
	}
	assert_non_null(row);
	return row;
}

static void a_statement_of_a_table_with_more_columns_collides_once_and_then_reads(void **state)
{
	bool collided;

	(void)state;
	same("more", row_text(after(sql_more, &collided), "more"), "5");
	assert_true(collided);
}

static void a_statement_of_a_table_with_fewer_columns_collides_once_and_then_reads(void **state)
{
	bool collided;

	(void)state;
	same("name", row_text(after(sql_fewer, &collided), "name"), "nine");
	assert_true(collided);
}

static void columns_that_got_longer_are_read_whole(void **state)
{
	bool collided;

	(void)state;
	after(sql_longer, &collided);
	db_change(w, sql_fill_longer, NULL);
	const struct row *row = db_rows(w, sql_all, WITH({ "id", "1" }));
	assert_int_equal(strlen(row_text(row, "name")), 70000);
	assert_int_equal(strlen(row_text(row, "size")), 300);
	assert_int_equal(strlen(cell_of(sql_name, WITH({ "id", "1" }))), 70000);
	assert_int_equal(db_change(w, sql_set_name, WITH({ "id", "1" }, { "name", "longer than nine" })), DB_DONE);
}

static void a_column_that_was_renamed_has_its_new_name(void **state)
{
	bool collided;

	(void)state;
	same("title", row_text(after(sql_renamed, &collided), "title"), "nine");
	assert_true(collided);
}

/* As many columns as before: nothing but their names tells that another one stands there. */
static void columns_that_changed_places_are_not_taken_for_each_other(void **state)
{
	bool collided;

	(void)state;
	const struct row *row = after(sql_moved, &collided);
	same("name", row_text(row, "name"), "nine");
	same("size", row_text(row, "size"), "9");
	assert_true(collided);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		STORY(a_statement_of_a_table_with_more_columns_collides_once_and_then_reads),
		STORY(a_statement_of_a_table_with_fewer_columns_collides_once_and_then_reads),
		STORY(columns_that_got_longer_are_read_whole),
		STORY(a_column_that_was_renamed_has_its_new_name),
		STORY(columns_that_changed_places_are_not_taken_for_each_other),
	};

	return cmocka_run_group_tests_name("db altered", tests, story_begin, story_end);
}
