/* Cards of repeated rows: one of each type, exactly one primary, blank rows forgiven. */
#include "domain/customer/contact.h"
#include "rules/form.h"
#include "unit.h"

static const struct field no_fields[] = { { 0 } };

static struct form reading(const struct text_value *words)
{
	return form_read(mem, words, no_fields, contact_groups);
}

/* A card in one line: "cell 6145550142*, home 6145550143", * the primary one, ! one with an error. */
static const char *card(struct form *form, const char *name)
{
	const struct form_rows *rows = form_group(form, name);
	const char *all = "";

	for (unsigned at = 0; at < rows->count; at++) {
		const struct form_entry *entries = rows->rows[at].entries;
		const char *one = text_join(mem, entries[0].value, " ", entries[1].value);
		all = text_join(mem, all, ", ", arena_text(mem, "%s%s%s", one,
			rows->rows[at].primary ? "*" : "", entries[0].error || entries[1].error ? "!" : ""));
	}
	return all;
}

#define CELL(at) { "phones." at ".type", "cell" }, { "phones." at ".number", "(614) 555-0141" }
#define FAX(at) { "phones." at ".type", "fax" }, { "phones." at ".number", "(614) 555-0142" }
#define HOME(at) { "phones." at ".type", "home" }, { "phones." at ".number", "(614) 555-0143" }
#define WORK(at) { "phones." at ".type", "work" }, { "phones." at ".number", "(614) 555-0144" }

static void four_phones_of_four_types_are_good(void **state)
{
	struct form form = reading(WITH(CELL("0"), FAX("1"), HOME("2"), WORK("3"), { "phones.primary", "2" }));

	(void)state;
	same("phones", card(&form, "phones"), "cell 6145550141, fax 6145550142, home 6145550143*, work 6145550144");
	assert_true(form.good);
}

static void a_fifth_phone_is_refused_in_words(void **state)
{
	struct form form = reading(WITH(CELL("0"), FAX("1"), HOME("2"), WORK("3"), CELL("4")));

	(void)state;
	assert_false(form.good);
	has_part("card", form_group(&form, "phones")->error, "A customer can have 4 of these");
	same("type", form_group(&form, "phones")->rows[4].entries[0].error,
		"There is already a Cell phone number. Choose another type.");
}

static void two_phones_of_one_type_are_refused_at_the_second(void **state)
{
	struct form form = reading(WITH(CELL("0"), HOME("1"), { "phones.2.type", "cell" },
		{ "phones.2.number", "6145550149" }));

	(void)state;
	assert_false(form.good);
	assert_null(form_group(&form, "phones")->rows[0].entries[0].error);
	same("sentence", form_group(&form, "phones")->rows[2].entries[0].error,
		"There is already a Cell phone number. Choose another type.");
	assert_true(form_group(&form, "phones")->rows[0].primary);
}

static void a_refused_type_has_no_value(void **state)
{
	struct form form = reading(WITH(CELL("0"), { "phones.1.type", "cell" }, { "phones.1.number", "6145550149" }));
	const struct form_entry *type = &form_group(&form, "phones")->rows[1].entries[0];

	(void)state;
	assert_non_null(type->error);
	same("still shown", type->text, "cell");
	same("not to be stored", type->value, NULL);
}

static void a_row_of_an_unknown_type_or_of_none_is_refused(void **state)
{
	static const struct { const char *type, *error; } rows[] = {
		{ "pager", "Choose one of the values listed for Type." },
		{ "", "Choose a type for this phone number." },
		{ "cell,home", "Choose one of the values listed for Type." },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct form form = reading(WITH({ "phones.0.type", rows[i].type },
			{ "phones.0.number", "6145550142" }));
		holds("not good", !form.good);
		same(rows[i].type, form_group(&form, "phones")->rows[0].entries[0].error, rows[i].error);
	}
}

static void a_blank_row_is_forgiven_whatever_its_type(void **state)
{
	struct form form = reading(WITH(CELL("0"), { "phones.1.type", "cell" }, { "phones.1.number", "  " },
		{ "phones.2.type", "pager" }, { "phones.2.number", "" }, { "phones.3.type", "" },
		{ "phones.4.number", "" }));

	(void)state;
	assert_true(form.good);
	assert_int_equal(form_group(&form, "phones")->count, 5);
	assert_true(form_row_blank(form_group(&form, "phones"), &form_group(&form, "phones")->rows[1]));
	assert_false(form_row_blank(form_group(&form, "phones"), &form_group(&form, "phones")->rows[0]));
}

static void a_row_with_a_wrong_number_makes_the_form_bad(void **state)
{
	struct form form = reading(WITH(CELL("0"), { "phones.1.type", "home" }, { "phones.1.number", "555" }));

	(void)state;
	assert_false(form.good);
	same("typed", form_group(&form, "phones")->rows[1].entries[1].text, "555");
	has_part("error", form_group(&form, "phones")->rows[1].entries[1].error, "ten digits");
}

static void exactly_one_row_is_primary(void **state)
{
	static const struct { const char *chosen, *phones; } rows[] = {
		{ "0", "cell 6145550141*, home 6145550143" }, { "5", "cell 6145550141, home 6145550143*" },
		{ NULL, "cell 6145550141*, home 6145550143" }, { "", "cell 6145550141*, home 6145550143" },
		{ "3", "cell 6145550141*, home 6145550143" }, { "1", "cell 6145550141*, home 6145550143" },
		{ "-5", "cell 6145550141*, home 6145550143" }, { "5x", "cell 6145550141*, home 6145550143" },
		{ "18446744073709551621", "cell 6145550141*, home 6145550143" },
		{ "05", "cell 6145550141, home 6145550143*" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct form form = reading(WITH(CELL("0"), HOME("5"), { "phones.primary", rows[i].chosen }));
		same(rows[i].chosen, card(&form, "phones"), rows[i].phones);
	}
}

static void a_blank_row_is_never_primary_beside_one_that_is_not(void **state)
{
	struct form form = reading(WITH({ "phones.0.type", "fax" }, { "phones.0.number", "" }, HOME("1"), CELL("2"),
		{ "phones.primary", "0" }));
	struct form blank = reading(WITH({ "phones.0.type", "fax" }, { "phones.1.type", "cell" }));

	(void)state;
	same("phones", card(&form, "phones"), "fax, home 6145550143*, cell 6145550141");
	same("all are blank", card(&blank, "phones"), "fax*, cell");
}

static void row_numbers_may_have_gaps_and_any_order(void **state)
{
	struct form form = reading(WITH(HOME("17"), CELL("3"), FAX("99"), { "phones.primary", "17" }));

	(void)state;
	same("phones", card(&form, "phones"), "cell 6145550141, home 6145550143*, fax 6145550142");
	assert_int_equal(form_group(&form, "phones")->rows[1].posted, 17);
	assert_true(form.good);
}

static void names_that_are_no_row_are_left_alone(void **state)
{
	static const char *const names[] = {
		"phones.type", "phones..type", "phones.x.type", "phones.1",
			"phones.-1.type", "phonesx.0.type",
		"phones.99999999999999999999.type", "phone.0.type", "phones.1x.type", "phones.primary",
	};

	(void)state;
	for (size_t i = 0; i < COUNT(names); i++) {
		struct form form = reading(WITH({ names[i], "cell" }));
		if (form_group(&form, "phones")->count)
			fail_msg("[%s] made a row", names[i]);
	}
}

static void rows_are_read_however_high_their_numbers(void **state)
{
	struct form form = reading(WITH(HOME("100"), CELL("99"), FAX("12345"), { "phones.primary", "100" }));

	(void)state;
	same("phones", card(&form, "phones"), "cell 6145550141, home 6145550143*, fax 6145550142");
	assert_int_equal(form_group(&form, "phones")->rows[2].posted, 12345);
}

static void two_hundred_rows_are_read_and_refused(void **state)
{
	struct text_value words[401] = { { 0 } };

	(void)state;
	for (int i = 0; i < 200; i++) {
		words[2 * i] = (struct text_value){ arena_text(mem, "phones.%d.type", i), "cell" };
		words[2 * i + 1] = (struct text_value){ arena_text(mem, "phones.%d.number", i), "6145550142" };
	}
	struct form form = reading(words);
	assert_int_equal(form_group(&form, "phones")->count, 200);
	assert_false(form.good);
}

static void a_row_is_added_with_the_first_type_that_is_free(void **state)
{
	struct form form = reading(WITH(HOME("0"), CELL("1")));

	(void)state;
	form_add_row(mem, &form, "phones", NULL, false);
	form_add_row(mem, &form, "phones", NULL, false);
	same("two more", card(&form, "phones"), "home 6145550143*, cell 6145550141, fax, work");
	form_add_row(mem, &form, "phones", NULL, false);
	assert_int_equal(form_group(&form, "phones")->count, 4);
	form_add_row(mem, &form, "emails", NULL, false);
	same("the first is primary and of the usual type", card(&form, "emails"), "personal*");
	form_add_row(mem, &form, "addresses", WITH({ "type", "work" }, { "street", "1 Elm St" }), true);
	same("with values", card(&form, "addresses"), "work 1 Elm St*");
}

static void removing_a_row_closes_the_gap_and_promotes_the_first(void **state)
{
	struct form form = reading(WITH(CELL("0"), FAX("1"), HOME("2"), { "phones.primary", "1" }));

	(void)state;
	form_remove_row(&form, "phones", 7);
	same("no such row", card(&form, "phones"), "cell 6145550141, fax 6145550142*, home 6145550143");
	form_remove_row(&form, "phones", 2);
	same("another", card(&form, "phones"), "cell 6145550141, fax 6145550142*");
	form_remove_row(&form, "phones", 1);
	same("the primary one", card(&form, "phones"), "cell 6145550141*");
	form_remove_row(&form, "phones", 0);
	same("the last one", card(&form, "phones"), "");
}

static void a_row_added_to_a_card_does_not_change_the_others(void **state)
{
	struct form form = reading(WITH(CELL("0"), { "emails.0.type", "work" },
		{ "emails.0.address", "m@example.com" }));

	(void)state;
	form_remove_row(&form, "phones", 0);
	form_add_row(mem, &form, "phones", NULL, true);
	same("e-mails", card(&form, "emails"), "work m@example.com*");
	same("phones", card(&form, "phones"), "home*");
	assert_int_equal(form_group(&form, "addresses")->count, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(four_phones_of_four_types_are_good),
		cmocka_unit_test(a_fifth_phone_is_refused_in_words),
		cmocka_unit_test(two_phones_of_one_type_are_refused_at_the_second),
		cmocka_unit_test(a_refused_type_has_no_value),
		cmocka_unit_test(a_row_of_an_unknown_type_or_of_none_is_refused),
		cmocka_unit_test(a_blank_row_is_forgiven_whatever_its_type),
		cmocka_unit_test(a_row_with_a_wrong_number_makes_the_form_bad),
		cmocka_unit_test(exactly_one_row_is_primary),
		cmocka_unit_test(a_blank_row_is_never_primary_beside_one_that_is_not),
		cmocka_unit_test(row_numbers_may_have_gaps_and_any_order),
		cmocka_unit_test(names_that_are_no_row_are_left_alone),
		cmocka_unit_test(rows_are_read_however_high_their_numbers),
		cmocka_unit_test(two_hundred_rows_are_read_and_refused),
		cmocka_unit_test(a_row_is_added_with_the_first_type_that_is_free),
		cmocka_unit_test(removing_a_row_closes_the_gap_and_promotes_the_first),
		cmocka_unit_test(a_row_added_to_a_card_does_not_change_the_others),
	};

	return cmocka_run_group_tests_name("form rows", tests, memory_begin, memory_end);
}
