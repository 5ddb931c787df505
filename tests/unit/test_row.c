/* Rows once they are there. */
#include "store/row.h"
#include "unit.h"

static const struct row third = { .columns = (const struct text_value[]){ { "id", "3" }, { "on", NULL }, { 0 } } };
static const struct row second = { .next = &third,
	.columns = (const struct text_value[]){ { "id", "2" }, { "on", "1" }, { 0 } } };
static const struct row first = { .next = &second,
	.columns = (const struct text_value[]){ { "id", "1" }, { "on", "0" }, { 0 } } };

static void what_is_1_is_true_and_nothing_else(void **state)
{
	static const char *const others[] = { "0", "", "11", "true", NULL };

	(void)state;
	assert_true(row_is(row_with(mem, NULL, WITH({ "on", "1" })), "on"));
	for (size_t i = 0; i < COUNT(others); i++)
		assert_false(row_is(row_with(mem, NULL, WITH({ "on", others[i] })), "on"));
}

static void the_first_row_with_a_text_is_found(void **state)
{
	(void)state;
	assert_ptr_equal(row_find(&first, "id", "1"), &first);
	assert_ptr_equal(row_find(&first, "id", "3"), &third);
	assert_ptr_equal(row_find(&first, "on", NULL), &third);
	assert_null(row_find(&second, "id", "1"));
	assert_null(row_find(&first, "id", NULL));
	assert_null(row_find(NULL, "id", "1"));
}

static void ask_for_no_column(void *nothing)
{
	(void)nothing;
	row_find(&first, "name", "1");
}

static void doubt_a_column_that_is_not_there(void *nothing)
{
	(void)nothing;
	row_is(&first, "name");
}

static void a_column_that_is_not_there_is_a_fault(void **state)
{
	(void)state;
	has_part("find", failing(ask_for_no_column, NULL).why, "no column name");
	has_part("is", failing(doubt_a_column_that_is_not_there, NULL).why, "no column name");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_1_is_true_and_nothing_else),
		cmocka_unit_test(the_first_row_with_a_text_is_found),
		cmocka_unit_test(a_column_that_is_not_there_is_a_fault),
	};

	return cmocka_run_group_tests_name("row", tests, memory_begin, memory_end);
}
