/* Kinds of field: how each is typed, stored and shown. The program has a clock of its own: the future begins when a test
 * says so. */
#include "rules/format.h"
#include "rules/form.h"
#include "rules/kind.h"
#include "unit.h"

#include <time.h>

static time_t now = 1795348800; /* 2026-11-22 12:00 UTC */

time_t time(time_t *at)
{
	if (at)
		*at = now;
	return now;
}

static const struct field birth = { .name = "date_of_birth", .label = "Date of Birth", .kind = FIELD_DATE,
	.least = "1890-01-01", .most = "today" };
static const struct field delivery = { .name = "delivery", .label = "Delivery", .kind = FIELD_DATE, .least = "today",
	.most = "2030-12-31" };
static const struct field odometer = { .name = "odometer", .label = "Odometer", .kind = FIELD_WHOLE, .most = "999999" };
static const struct field offset = { .name = "offset", .label = "Offset", .kind = FIELD_WHOLE, .least = "-40", .most = "40" };
static const struct field price = { .name = "price", .label = "Price", .kind = FIELD_MONEY, .most = "999999.99" };
static const struct field deposit = { .name = "deposit", .label = "Deposit", .kind = FIELD_MONEY, .least = "500.00" };
static const struct field balance = { .name = "balance", .label = "Balance", .kind = FIELD_MONEY, .least = "-999999.99" };
static const struct field note = { .name = "note", .label = "Note", .max = 12, .kind = FIELD_LINES };

struct good {
	const char *typed, *stored;
};

struct bad {
	const char *typed, *part; /* of the sentence */
};

static void all_good(const struct field *field, const struct good *rows, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const char *value = rows[i].typed;
		same(rows[i].typed, form_check(mem, field, &value), NULL);
		same(rows[i].typed, value, rows[i].stored);
		value = kind_format(mem, field, value); /* what is shown is good when it comes back */
		same(rows[i].typed, form_check(mem, field, &value), NULL);
		same(rows[i].typed, value, rows[i].stored);
	}
}

static void all_bad(const struct field *field, const struct bad *rows, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const char *value = rows[i].typed;
		has_part(rows[i].typed, form_check(mem, field, &value), rows[i].part);
	}
}

#define ALL_GOOD(field, ...) all_good(&field, (const struct good[]){ __VA_ARGS__ }, \
	COUNT(((const struct good[]){ __VA_ARGS__ })))
#define ALL_BAD(field, ...) all_bad(&field, (const struct bad[]){ __VA_ARGS__ }, \
	COUNT(((const struct bad[]){ __VA_ARGS__ })))

static void a_date_becomes_year_month_day(void **state)
{
	(void)state;
	ALL_GOOD(birth, { "1984-03-09", "1984-03-09" }, { "3/9/1984", "1984-03-09" }, { "03/09/1984", "1984-03-09" },
		{ "12/31/1999", "1999-12-31" }, { "1890-01-01", "1890-01-01" }, { "1984-3-9", "1984-03-09" },
		{ "2000-02-29", "2000-02-29" }, { "2/29/2024", "2024-02-29" }, { "2/28/1900", "1900-02-28" },
		{ "2026-11-22", "2026-11-22" }, { "03-09-1984", "1984-03-09" }, { "3.9.1984", "1984-03-09" }, { "3 9 1984", "1984-03-09" },
		{ "1984/03/09", "1984-03-09" }, { "19840309", "1984-03-09" }, { "03091984", "1984-03-09" }, { "12311999", "1999-12-31" });
}

static void a_date_may_name_its_month(void **state)
{
	(void)state;
	ALL_GOOD(birth, { "March 9, 1984", "1984-03-09" }, { "9 March 1984", "1984-03-09" }, { "Mar 9 1984", "1984-03-09" },
		{ "mar. 9, 1984", "1984-03-09" }, { "9-Mar-84", "1984-03-09" }, { "9Mar1984", "1984-03-09" }, { "SEPT 30 1984", "1984-09-30" },
		{ "Friday, March 9th, 1984", "1984-03-09" }, { "the 1st of May 1984", "1984-05-01" }, { "1984 March 9", "1984-03-09" },
		{ "9 Mar '84", "1984-03-09" });
	ALL_BAD(birth, { "March 1984", "month/day/year" }, { "Ma 9 1984", "month/day/year" }, { "9 Marz 1984", "month/day/year" },
		{ "March April 1984", "month/day/year" }, { "9 1984 March", "month/day/year" }, { "February 30, 1984", "no such day" },
		{ "84-Mar-09", "no such day" }, { "March 9, 1984, 5", "month/day/year" }, { "March 9x, 1984", "month/day/year" });
}

static void what_a_sheet_puts_around_a_date_does_not_matter(void **state)
{
	(void)state;
	ALL_GOOD(birth, { "\u202d3/9/1984\u202c", "1984-03-09" }, { "\t3/9/1984\r\n", "1984-03-09" }, { "3\u20119\u20131984", "1984-03-09" }, { "\u200e3/9/1984\u200b", "1984-03-09" },
		{ "March\u00a09,\u202f1984", "1984-03-09" }, { "3⁄9⁄1984", "1984-03-09" }, { "1984-03-09T00:00:00Z", "1984-03-09" },
		{ "1984-03-09 00:00:00.000", "1984-03-09" }, { "3/9/1984 0:00", "1984-03-09" }, { "3/9/1984 12:00:00 AM", "1984-03-09" });
	ALL_BAD(birth, { "1984-03-09T05:00:00Z", "month/day/year" }, { "3/9/1984 12:00:00 PM", "month/day/year" },
		{ "3/9/1984 12:00", "month/day/year" }, { "12:00 AM", "month/day/year" });
}

/* "64" is 1964 for somebody who was born, and "04" is 2004. */
static void a_year_of_two_digits_is_never_in_the_future(void **state)
{
	(void)state;
	ALL_GOOD(birth, { "3/9/64", "1964-03-09" }, { "3/9/04", "2004-03-09" }, { "3/9/84", "1984-03-09" }, { "03-09-84", "1984-03-09" },
		{ "11/22/26", "2026-11-22" }, { "11/23/26", "1926-11-23" }, { "1/1/27", "1927-01-01" }, { "2/29/00", "2000-02-29" },
		{ "2/29/28", "1928-02-29" });
	ALL_BAD(birth, { "2/29/26", "no such day" }, { "84-03-09", "no such day" }, { "3/9/4", "four digits" }, { "3/9/984", "four digits" });
	ALL_GOOD(delivery, { "3/9/28", "2028-03-09" });
	ALL_BAD(delivery, { "3/9/45", "in the past" });
}

static void a_date_is_said_back_in_words(void **state)
{
	(void)state;
	same("birth", kind_said(mem, &birth, "1984-03-09"), "March 9, 1984, 42 years");
	same("the day before a birthday", kind_said(mem, &birth, "1984-11-23"), "November 23, 1984, 41 years");
	same("a birthday", kind_said(mem, &birth, "1984-11-22"), "November 22, 1984, 42 years");
	same("one year", kind_said(mem, &birth, "2025-03-09"), "March 9, 2025, 1 year");
	same("a child", kind_said(mem, &birth, "2026-03-09"), "March 9, 2026, less than a year");
	same("tomorrow, where it is that already", kind_said(mem, &birth, "2026-11-23"), "November 23, 2026");
	same("a day to come", kind_said(mem, &delivery, "2028-12-01"), "December 1, 2028");
	same("nothing", kind_said(mem, &birth, NULL), NULL);
	same("what is no date", kind_said(mem, &birth, "soon"), "soon");
	same("another kind", kind_said(mem, &odometer, "45210"), NULL);
}

static void a_date_that_cannot_be_is_refused(void **state)
{
	(void)state;
	ALL_BAD(birth, { "2/29/2023", "no such day" }, { "1900-02-29", "no such day" }, { "4/31/1984", "no such day" },
		{ "0/9/1984", "no such day" }, { "13/9/1984", "no such day" }, { "1984-00-09", "no such day" },
		{ "3/0/1984", "no such day" }, { "1984-03-32", "no such day" },
		{ "12/31/1889", "Check Date of Birth: it lies too far back, before 1/1/1890." },
		{ "3/9/184", "Check the year of Date of Birth: it needs four digits." }, { "0000-00-00", "four digits" },
		{ "9/3", "Enter Date of Birth as month/day/year" }, { "yesterday", "month/day/year" }, { "1984-3", "month/day/year" },
		{ "198403091", "month/day/year" }, { "030984", "month/day/year" }, { "13091984", "no such day" },
		{ "1984-03-09x", "month/day/year" }, { "3/9/19845", "month/day/year" }, { "3/9/1984/1", "month/day/year" },
		{ "13.9.1984", "month comes first" }, { "-", "month/day/year" });
}

/* Nobody is refused who was born today where it is already tomorrow: UTC+14 is the first to have it. */
static void the_future_begins_where_the_day_begins_first(void **state)
{
	(void)state;
	ALL_GOOD(birth, { "11/22/2026", "2026-11-22" }, { "11/23/2026", "2026-11-23" });
	ALL_BAD(birth, { "11/24/2026", "in the future" }, { "12/1/2026", "in the future" }, { "1/1/2027", "in the future" },
		{ "12/31/9999", "in the future" });
	now -= 3 * 3600; /* 9:00 UTC: 23:00 at UTC+14 */
	ALL_GOOD(birth, { "11/22/2026", "2026-11-22" });
	ALL_BAD(birth, { "11/23/2026", "in the future" });
	now += 3 * 3600;
}

static void a_date_may_begin_today_and_end_on_a_day(void **state)
{
	(void)state;
	ALL_GOOD(delivery, { "11/22/2026", "2026-11-22" }, { "12/31/2030", "2030-12-31" });
	ALL_BAD(delivery, { "11/21/2026", "Check Delivery: it lies in the past." },
		{ "1/1/2031", "Check Delivery: it lies after 12/31/2030." });
	now -= 3600; /* 11:00 UTC: 23:00 of the day before at UTC-12 */
	ALL_GOOD(delivery, { "11/21/2026", "2026-11-21" });
	now += 3600;
}

static void a_whole_number_is_typed_with_or_without_commas(void **state)
{
	(void)state;
	ALL_GOOD(odometer, { "\u00a045210\u200b", "45210" }, { "45210", "45210" }, { "45,210", "45210" }, { "0", "0" }, { "007", "7" }, { "999,999", "999999" });
	ALL_GOOD(offset, { "-40", "-40" }, { "40", "40" }, { "-0", "0" });
}

static void what_is_no_whole_number_or_out_of_range_is_refused(void **state)
{
	(void)state;
	ALL_BAD(odometer, { "45.210", "Enter Odometer as a whole number, such as 45,210." }, { "4,5210", "whole number" },
		{ "45,21", "whole number" }, { ",210", "whole number" }, { "45,,210", "whole number" }, { "1234,567", "whole number" },
		{ "45k", "whole number" }, { "1e5", "whole number" }, { "-", "whole number" }, { "$5", "whole number" },
		{ "--5", "whole number" }, { "1234567890123456", "whole number" }, { "99999999999999999999999", "whole number" },
		{ "-1", "Odometer cannot be below zero." }, { "1000000", "Odometer cannot be more than 999,999." },
		{ "999999999999999", "cannot be more" });
	ALL_BAD(offset, { "-41", "Offset cannot be less than -40." }, { "41", "more than 40" });
}

static void money_is_stored_with_two_digits_behind_the_point(void **state)
{
	(void)state;
	ALL_GOOD(price, { "$12,345.67", "12345.67" }, { "12345", "12345.00" }, { "12,345.6", "12345.60" }, { "$ 5", "5.00" },
		{ "0.05", "0.05" }, { ".5", "0.50" }, { "0", "0.00" }, { "999,999.99", "999999.99" }, { "007.10", "7.10" });
	ALL_GOOD(balance, { "\u2212$12,345.67", "-12345.67" }, { "-$12,345.67", "-12345.67" }, { "-0.05", "-0.05" }, { "-0", "0.00" }, { "17", "17.00" },
		{ "999999999999.99", "999999999999.99" });
}

static void what_is_no_money_or_out_of_range_is_refused(void **state)
{
	(void)state;
	ALL_BAD(price, { "12.345,67", "Enter Price in dollars and cents, such as $12,345.67." }, { "12,34", "dollars and cents" },
		{ "12.345", "dollars and cents" }, { "12.", "dollars and cents" }, { "$", "dollars and cents" },
		{ ".", "dollars and cents" }, { "1.2.3", "dollars and cents" }, { "12 345", "dollars and cents" },
		{ "EUR 5", "dollars and cents" }, { "5-", "dollars and cents" }, { "1,234.5,6", "dollars and cents" },
		{ "1234567890123", "dollars and cents" }, { "99999999999999999999", "dollars and cents" },
		{ "-0.01", "Price cannot be below zero." }, { "1000000", "Price cannot be more than $999,999.99." });
	ALL_BAD(deposit, { "499.99", "Deposit cannot be less than $500.00." }, { "-5", "less than $500.00" });
}

static void several_lines_keep_their_breaks(void **state)
{
	static const struct good rows[] = {
		{ "one\ntwo", "one\ntwo" }, { " one \t\n  two\u00a0", "one\ntwo" }, { "a\r\nb\rc", "a\nb\nc" }, { "\n\na\n\nb\n \n", "a\n\nb" },
		{ "a  b", "a b" }, { " \n ", "" }, { "", "" }, { "x", "x" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		same(rows[i].typed, text_lines(mem, rows[i].typed), rows[i].stored);
	ALL_BAD(note, { "seven\nletters", "Note can have 12 characters; this has 13." });
	struct form form = form_read(mem, WITH({ "note", "Call\r\nat 5" }), (const struct field[]){ note, { 0 } }, NULL);
	same("read", form_value(&form, "note"), "Call\nat 5");
}

static void what_is_stored_reads_as_people_write_it(void **state)
{
	static const struct { field_format *format; const char *stored, *shown; } rows[] = {
		{ format_phone, "6145550142", "(614) 555-0142" }, { format_phone, "+4930901820", "+4930901820" },
		{ format_phone, "+493090182", "+493090182" }, { format_phone, "6145550142x123", "(614) 555-0142 x123" },
		{ format_phone, "+442079460958x12", "+442079460958 x12" }, { format_dial, "6145550142", "6145550142" },
		{ format_dial, "6145550142x123", "6145550142;ext=123" }, { format_dial, "+442079460958x12", "+442079460958;ext=12" },
		{ format_day, "1984-03-09", "March 9, 1984" }, { format_day, "soon", "soon" }, { format_day, "1984-13-09", "1984-13-09" },
		{ format_whole, "45210", "45,210" }, { format_whole, "7", "7" }, { format_whole, "100", "100" },
		{ format_whole, "-1234567", "-1,234,567" }, { format_whole, "many", "many" }, { format_whole, "", "" },
		{ format_money, "12345.67", "$12,345.67" }, { format_money, "0.05", "$0.05" }, { format_money, "-100.00", "-$100.00" },
		{ format_money, "1000000.00", "$1,000,000.00" }, { format_money, "12345", "12345" }, { format_money, "a.00", "a.00" },
		{ format_money, "", "" }, { format_money, "1.2.34", "1.2.34" },
		{ format_date, "1984-03-09", "3/9/1984" }, { format_date, "2026-12-31", "12/31/2026" },
		{ format_date, "soon", "soon" }, { format_date, "1984-03-09 10:00", "1984-03-09 10:00" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		same(rows[i].stored, rows[i].format(mem, rows[i].stored), rows[i].shown);
}

static void a_field_says_how_it_is_typed(void **state)
{
	static const struct field phone = { .name = "phone", .input = "tel", .format = format_phone };
	static const struct field gender = { .name = "gender", .choice = "gender" };
	static const struct field privacy = { .name = "privacy", .choices = "privacy" };
	static const struct field name = { .name = "name" };

	(void)state;
	same("date", kind_input(&birth), "date");
	same("whole", kind_input(&odometer), "whole");
	same("money", kind_input(&price), "money");
	same("lines", kind_input(&note), "lines");
	same("its own", kind_input(&phone), "tel");
	same("choice", kind_input(&gender), "choice");
	same("boxes", kind_input(&privacy), "boxes");
	same("text", kind_input(&name), NULL);
	same("its own format", kind_format(mem, &phone, "6145550142"), "(614) 555-0142");
	same("nothing", kind_format(mem, &phone, NULL), NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_date_becomes_year_month_day),
		cmocka_unit_test(a_date_may_name_its_month),
		cmocka_unit_test(what_a_sheet_puts_around_a_date_does_not_matter),
		cmocka_unit_test(a_year_of_two_digits_is_never_in_the_future),
		cmocka_unit_test(a_date_is_said_back_in_words),
		cmocka_unit_test(a_date_that_cannot_be_is_refused),
		cmocka_unit_test(the_future_begins_where_the_day_begins_first),
		cmocka_unit_test(a_date_may_begin_today_and_end_on_a_day),
		cmocka_unit_test(a_whole_number_is_typed_with_or_without_commas),
		cmocka_unit_test(what_is_no_whole_number_or_out_of_range_is_refused),
		cmocka_unit_test(money_is_stored_with_two_digits_behind_the_point),
		cmocka_unit_test(what_is_no_money_or_out_of_range_is_refused),
		cmocka_unit_test(several_lines_keep_their_breaks),
		cmocka_unit_test(what_is_stored_reads_as_people_write_it),
		cmocka_unit_test(a_field_says_how_it_is_typed),
	};

	return cmocka_run_group_tests_name("kind", tests, memory_begin, memory_end);
}
