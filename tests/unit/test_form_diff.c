/* What a form would change in what is stored, in words. */
#include "domain/customer/contact.h"
#include "rules/form_diff.h"
#include "rules/format.h"
#include "unit.h"

static const struct field fields[] = {
	{ .name = "first_name", .label = "First Name", .max = 20 },
	{ .name = "gender", .label = "Gender", .choice = "gender" },
	{ .name = "privacy", .label = "Customer Privacy", .choices = "privacy" },
	{ .name = "price", .label = "Price", .kind = FIELD_MONEY },
	{ .name = "ssn", .label = "SSN", .max = 40, .secret = true },
	{ 0 }
};

#define ANN { "first_name", "Ann" }, { "gender", "female" }, { "privacy", "no_email,no_mail" }, { "price", "1234.50" }

static struct form of(const struct text_value *values)
{
	return form_blank(mem, values, fields, contact_groups);
}

static struct form with_phone(struct form form, const char *type, const char *number, bool primary)
{
	form_add_row(mem, &form, "phones", WITH({ "type", type }, { "number", number }), primary);
	return form;
}

static void nothing_differs_between_two_that_are_the_same(void **state)
{
	struct form a = with_phone(of(WITH(ANN)), "cell", "6145550141", true);
	struct form b = with_phone(of(WITH(ANN)), "cell", "6145550141", true);

	(void)state;
	same("labels", form_diff(mem, &a, &b), "");
}

static void labels_of_all_that_differs_come_in_the_order_of_the_table(void **state)
{
	struct form a = with_phone(of(WITH({ "first_name", "Anna" }, { "ssn", "123456789" })), "cell", "6145550141", true);
	struct form b = of(WITH(ANN));

	(void)state;
	same("labels", form_diff(mem, &a, &b), "First Name, Gender, Customer Privacy, Price, SSN, Phone Numbers");
	same("the other way", form_diff(mem, &b, &a), "First Name, Gender, Customer Privacy, Price, SSN, Phone Numbers");
}

static void what_is_stored_is_told_as_people_read_it(void **state)
{
	struct form a = with_phone(of(WITH(ANN, { "ssn", "219458763" })), "cell", "6145550141", true), none = of(WITH({ "x", "y" }));

	(void)state;
	same("first name", form_diff_words(mem, form_entry(&a, "first_name")), "Ann");
	same("gender", form_diff_words(mem, form_entry(&a, "gender")), "Female");
	same("privacy", form_diff_words(mem, form_entry(&a, "privacy")), "No Email, No Mail");
	same("price", form_diff_words(mem, form_entry(&a, "price")), "$1,234.50");
	same("ssn", form_diff_words(mem, form_entry(&a, "ssn")), "another number");
	same("a phone", form_diff_row_words(mem, form_group(&a, "phones")->rows), "Cell (614) 555-0141");
	same("nothing is stored", form_diff_words(mem, form_entry(&none, "first_name")), "empty");
	same("no gender", form_diff_words(mem, form_entry(&none, "gender")), "empty");
	same("no box", form_diff_words(mem, form_entry(&none, "privacy")), "none");
}

static void cards_differ_by_rows_values_and_the_primary_and_not_by_order_or_blanks(void **state)
{
	struct form none = of(WITH(ANN)), cell = with_phone(of(WITH(ANN)), "cell", "6145550141", true);
	struct form other = with_phone(of(WITH(ANN)), "cell", "6145550149", true);
	struct form two = with_phone(with_phone(of(WITH(ANN)), "cell", "6145550141", true), "home", "6145550143", false);
	struct form turned = with_phone(with_phone(of(WITH(ANN)), "home", "6145550143", false), "cell", "6145550141", true);
	struct form blank = with_phone(with_phone(of(WITH(ANN)), "cell", "6145550141", true), "fax", "", false);

	(void)state;
	form_group(&turned, "phones")->rows[0].primary = false;
	same("one more", form_diff(mem, &cell, &none), "Phone Numbers");
	same("one less", form_diff(mem, &none, &cell), "Phone Numbers");
	same("another number", form_diff(mem, &other, &cell), "Phone Numbers");
	same("turned", form_diff(mem, &turned, &two), "");
	same("a blank row", form_diff(mem, &blank, &cell), "");
	form_group(&turned, "phones")->rows[0].primary = true;
	form_group(&turned, "phones")->rows[1].primary = false;
	same("another primary", form_diff(mem, &turned, &two), "Phone Numbers");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nothing_differs_between_two_that_are_the_same),
		cmocka_unit_test(labels_of_all_that_differs_come_in_the_order_of_the_table),
		cmocka_unit_test(what_is_stored_is_told_as_people_read_it),
		cmocka_unit_test(cards_differ_by_rows_values_and_the_primary_and_not_by_order_or_blanks),
	};

	return cmocka_run_group_tests_name("form diff", tests, memory_begin, memory_end);
}
