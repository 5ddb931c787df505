/* Memory of a request: it is zero, aligned, wiped, and what was deferred is undone. */
#include "unit.h"

static char undone[64];

static void undo(void *letter)
{
	size_t length = strlen(undone);

	undone[length] = *(const char *)letter;
	undone[length + 1] = '\0';
}

static void what_was_deferred_last_is_undone_first(void **state)
{
	struct arena *own = arena_new();

	(void)state;
	*undone = '\0';
	arena_defer(own, undo, "a");
	arena_defer(own, undo, "b");
	arena_get(own, 200000);
	arena_defer(own, undo, "c");
	arena_reset(own);
	assert_string_equal(undone, "cba");
	arena_free(own);
}

static void each_thing_is_undone_once_only(void **state)
{
	struct arena *own = arena_new();

	(void)state;
	*undone = '\0';
	arena_defer(own, undo, "a");
	arena_reset(own);
	arena_reset(own);
	arena_defer(own, undo, "b");
	arena_free(own);
	assert_string_equal(undone, "ab");
}

static void defer_more(void *arena)
{
	arena_defer(arena, undo, "m");
}

/* A rollback may itself have something to undo. */
static void what_an_undo_defers_is_undone_too(void **state)
{
	struct arena *own = arena_new();

	(void)state;
	*undone = '\0';
	arena_defer(own, undo, "a");
	arena_defer(own, defer_more, own);
	arena_free(own);
	assert_string_equal(undone, "ma");
}

static const char *kept;

static void look_at_kept(void *nothing)
{
	(void)nothing;
	snprintf(undone, sizeof undone, "%s", kept);
}

static void an_undo_still_sees_the_memory_of_the_request(void **state)
{
	struct arena *own = arena_new();

	(void)state;
	kept = arena_copy(own, "still here", 10);
	arena_defer(own, look_at_kept, NULL);
	arena_free(own);
	assert_string_equal(undone, "still here");
}

/* Looks at memory that is the arena's to give out again, which AddressSanitizer would rightly refuse. */
static void a_reset_wipes_what_was_used(void **state)
{
#ifdef __SANITIZE_ADDRESS__
	(void)state;
	skip();
#else
	struct arena *own = arena_new();
	char *secret = arena_copy(own, "078-05-1120", 11);
	const volatile char *there = secret;

	(void)state;
	arena_reset(own);
	for (size_t i = 0; i < 11; i++)
		assert_int_equal(there[i], 0);
	arena_free(own);
#endif
}

static void memory_is_zero_also_when_it_was_used_before(void **state)
{
	struct arena *own = arena_new();

	(void)state;
	for (int round = 0; round < 3; round++) {
		unsigned char *bytes = arena_get(own, 5000);
		for (size_t i = 0; i < 5000; i++)
			assert_int_equal(bytes[i], 0);
		memset(bytes, 0xff, 5000);
		arena_reset(own);
	}
	arena_free(own);
}

static void every_piece_is_aligned_for_any_type(void **state)
{
	static const size_t sizes[] = { 0, 1, 3, 8, 15, 16, 17, 100, 65471, 65472, 65473, 300000 };

	(void)state;
	for (size_t i = 0; i < COUNT(sizes); i++)
		for (int again = 0; again < 3; again++)
			if ((uintptr_t)arena_get(mem, sizes[i]) % _Alignof(max_align_t))
				fail_msg("a piece of %zu bytes is not aligned", sizes[i]);
}

static void a_block_larger_than_any_other_is_whole(void **state)
{
	enum { SIZE = 3 * 1024 * 1024 };
	struct arena *own = arena_new();
	unsigned char *before = arena_get(own, 10), *large = arena_get(own, SIZE), *after = arena_get(own, 10);

	(void)state;
	memset(large, 0xaa, SIZE);
	for (int i = 0; i < 10; i++) {
		assert_int_equal(before[i], 0);
		assert_int_equal(after[i], 0);
	}
	arena_reset(own);
	assert_int_equal(*(unsigned char *)arena_get(own, SIZE), 0);
	arena_free(own);
}

static void pieces_do_not_overlap(void **state)
{
	enum { PIECES = 4000 };
	unsigned char *pieces[PIECES];

	(void)state;
	for (int i = 0; i < PIECES; i++) {
		pieces[i] = arena_get(mem, 1 + (size_t)i % 97);
		memset(pieces[i], i % 251, 1 + (size_t)i % 97);
	}
	for (int i = 0; i < PIECES; i++)
		for (int j = 0; j <= i % 97; j++)
			assert_int_equal(pieces[i][j], i % 251);
}

static void a_copy_has_a_closing_nul_and_null_stays_null(void **state)
{
	(void)state;
	assert_string_equal(arena_copy(mem, "Delgado", 3), "Del");
	assert_string_equal(arena_copy(mem, "", 0), "");
	assert_null(arena_copy(mem, NULL, 0));
}

static void text_made_as_printf_makes_it_may_be_long(void **state)
{
	const char *text = arena_text(mem, "%s%0*d|%s", "a", 70000, 7, "z");

	(void)state;
	assert_int_equal(strlen(text), 1 + 70000 + 2);
	assert_string_equal(text + 70000, "7|z");
}

/* It was printed into the rest of a block first. */
static void memory_is_zero_behind_a_text_that_did_not_fit(void **state)
{
	enum { SIZE = 250 * 1024 };
	struct arena *own = arena_new();

	(void)state;
	for (int round = 0; round < 3; round++) {
		arena_get(own, 100);
		assert_int_equal(strlen(arena_text(own, "%0*d", 2 * SIZE, 7)), 2 * SIZE);
		for (int block = 0; block < 2; block++) {
			const unsigned char *bytes = arena_get(own, SIZE);
			for (size_t i = 0; i < SIZE; i++)
				if (bytes[i])
					fail_msg("byte %zu of block %d is %d", i, block, bytes[i]);
		}
		arena_reset(own);
	}
	arena_free(own);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_was_deferred_last_is_undone_first),
		cmocka_unit_test(each_thing_is_undone_once_only),
		cmocka_unit_test(what_an_undo_defers_is_undone_too),
		cmocka_unit_test(an_undo_still_sees_the_memory_of_the_request),
		cmocka_unit_test(a_reset_wipes_what_was_used),
		cmocka_unit_test(memory_is_zero_also_when_it_was_used_before),
		cmocka_unit_test(every_piece_is_aligned_for_any_type),
		cmocka_unit_test(a_block_larger_than_any_other_is_whole),
		cmocka_unit_test(pieces_do_not_overlap),
		cmocka_unit_test(a_copy_has_a_closing_nul_and_null_stays_null),
		cmocka_unit_test(text_made_as_printf_makes_it_may_be_long),
		cmocka_unit_test(memory_is_zero_behind_a_text_that_did_not_fit),
	};

	return cmocka_run_group_tests_name("arena", tests, memory_begin, memory_end);
}
