/* The drop-downs: every list can be walked, its codes are what a column can hold. */
#include "rules/vocab.h"
#include "unit.h"

static const char *const lists[] = {
	"customer_type", "gender", "marital_status", "privacy", "preferred_contact", "address_type", "phone_type",
	"email_type", "yes_no", "state",
};

static void every_code_of_a_list_is_there_once_and_has_a_label(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(lists); i++) {
		size_t count = 0;
		for (const struct vocab_term *term = vocab_first(lists[i]); term; term = vocab_next(term), count++) {
			same("list", term->list, lists[i]);
			same(term->code, vocab_label(lists[i], term->code), term->label);
			holds(term->code, *term->label && *term->code);
		}
		assert_int_equal(count, vocab_count(lists[i]));
		assert_true(count > 0);
	}
}

/* A SET is kept as codes with commas between, a log as labels with commas between. */
static void no_code_or_label_has_a_comma(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(lists); i++)
		for (const struct vocab_term *term = vocab_first(lists[i]); term; term = vocab_next(term)) {
			assert_null(strchr(term->code, ','));
			assert_null(strchr(term->label, ','));
		}
}

static void what_is_not_in_a_list_has_no_label(void **state)
{
	(void)state;
	same("another list's", vocab_label("phone_type", "garage"), NULL);
	same("NULL", vocab_label("phone_type", NULL), NULL);
	same("nothing", vocab_label("phone_type", ""), NULL);
	same("another case", vocab_label("phone_type", "Cell"), NULL);
	same("no such list", vocab_label("phones", "cell"), NULL);
	assert_null(vocab_first("phone"));
	assert_int_equal(vocab_count("phone"), 0);
}

/* On lists that do not grow: what stands in the others, tests/house/words.sh compares with the tables. */
static void a_list_has_as_many_words_as_are_counted(void **state)
{
	(void)state;
	assert_int_equal(vocab_count("customer_type"), 2); /* the first of all */
	assert_int_equal(vocab_count("yes_no"), 2);
}

static void every_state_of_the_union_is_there(void **state)
{
	static const char *const some[] = { "AL", "AK", "DC", "HI", "OH", "TX", "WY", "PR", "AE", "ON" };

	(void)state;
	for (size_t i = 0; i < COUNT(some); i++)
		assert_non_null(vocab_label("state", some[i]));
	assert_int_equal(vocab_count("state"), 50 + 1 + 8 + 3 + 13);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_code_of_a_list_is_there_once_and_has_a_label),
		cmocka_unit_test(no_code_or_label_has_a_comma),
		cmocka_unit_test(what_is_not_in_a_list_has_no_label),
		cmocka_unit_test(a_list_has_as_many_words_as_are_counted),
		cmocka_unit_test(every_state_of_the_union_is_there),
	};

	return cmocka_run_group_tests_name("vocab", tests, memory_begin, memory_end);
}
