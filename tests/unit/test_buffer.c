/* Texts and arrays that grow: nothing is lost where they move. */
#include "base/buffer.h"
#include "unit.h"

static void what_nothing_was_added_to_is_empty(void **state)
{
	struct buffer buffer = { .mem = mem };

	(void)state;
	same("nothing", buffer_text(&buffer), "");
	buffer_put(&buffer, NULL);
	buffer_put(&buffer, "");
	buffer_join(&buffer, ", ", NULL);
	buffer_join(&buffer, ", ", "");
	same("still nothing", buffer_text(&buffer), "");
	assert_int_equal(buffer.length, 0);
}

static void pieces_stand_behind_each_other(void **state)
{
	struct buffer buffer = { .mem = mem };

	(void)state;
	buffer_put(&buffer, "a");
	buffer_put(&buffer, "\tb");
	buffer_add(&buffer, "cdef", 2);
	same("all", buffer_text(&buffer), "a\tbcd");
}

static void joined_pieces_have_something_between_them(void **state)
{
	static const struct { const char *pieces[4], *joined; } rows[] = {
		{ { "one" }, "one" },
		{ { "one", "two", "three" }, "one, two, three" },
		{ { "", "two", "", "four" }, "two, four" },
		{ { NULL, "two", NULL, "four" }, "two, four" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct buffer buffer = { .mem = mem };
		for (size_t at = 0; at < COUNT(rows[i].pieces); at++)
			buffer_join(&buffer, ", ", rows[i].pieces[at]);
		same(rows[i].joined, buffer_text(&buffer), rows[i].joined);
	}
}

/* Through every size that lies at the end of its room, and in pieces larger than all that was there. */
static void nothing_is_lost_while_it_grows(void **state)
{
	char piece[1000];

	(void)state;
	memset(piece, 'p', sizeof piece);
	for (size_t size = 1; size <= sizeof piece; size = size < 7 ? size + 1 : size * 3) {
		struct buffer buffer = { .mem = mem };
		size_t length = 0;
		for (; length < 5000; length += size) {
			piece[0] = 'f';
			buffer_add(&buffer, piece, size);
			assert_int_equal(strlen(buffer_text(&buffer)), length + size);
		}
		for (size_t at = 0; at < length; at++)
			assert_int_equal(buffer_text(&buffer)[at], at % size ? 'p' : 'f');
	}
}

static void an_array_grows_as_texts_do(void **state)
{
	struct buffer buffer = { .mem = mem };

	(void)state;
	for (size_t i = 0; i < 1000; i++)
		buffer_add(&buffer, &i, sizeof i);
	const size_t *numbers = (const size_t *)(const void *)buffer.bytes;
	assert_int_equal(buffer.length, 1000 * sizeof *numbers);
	for (size_t i = 0; i < 1000; i++)
		assert_int_equal(numbers[i], i);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_nothing_was_added_to_is_empty),
		cmocka_unit_test(pieces_stand_behind_each_other),
		cmocka_unit_test(joined_pieces_have_something_between_them),
		cmocka_unit_test(nothing_is_lost_while_it_grows),
		cmocka_unit_test(an_array_grows_as_texts_do),
	};

	return cmocka_run_group_tests_name("buffer", tests, memory_begin, memory_end);
}
