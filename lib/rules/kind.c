/* Whole numbers, money, dates, several lines. Not here: phone numbers, e-mails and the like (check.c). */
#include "rules/kind.h"

#include "base/text.h"
#include "rules/format.h"

#include <time.h>

/* ------------------------------------------------------------------ dates */

static bool is_leap(int year)
{
	return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static bool is_day(int year, int month, int day)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

	if (month < 1 || month > 12 || day < 1)
		return false;
	return day <= days[month - 1] + (month == 2 && is_leap(year));
}

/* LIMIT, or for "today" the day it is HOURS from UTC. */
static const char *day_of(struct arena *mem, const char *limit, int hours)
{
	time_t now = time(NULL) + hours * 3600;
	struct tm today;

	if (!text_same(limit, "today"))
		return limit;
	gmtime_r(&now, &today);
	return arena_text(mem, "%04d-%02d-%02d", today.tm_year + 1900, today.tm_mon + 1, today.tm_mday);
}

/* Today begins and ends where it does so first and last: nobody is refused because the server is elsewhere. */
static const char *check_range_of_days(struct arena *mem, const struct field *field, const char *day)
{
	const char *least = day_of(mem, field->least, -12), *most = day_of(mem, field->most, 14);

	if (least && strcmp(day, least) < 0)
		return text_same(field->least, "today") ? arena_text(mem, "Check %s: it lies in the past.", field->label) :
			arena_text(mem, "Check %s: it lies too far back, before %s.", field->label, format_date(mem, least));
	if (most && strcmp(day, most) > 0)
		return text_same(field->most, "today") ? arena_text(mem, "Check %s: it lies in the future.", field->label) :
			arena_text(mem, "Check %s: it lies after %s.", field->label, format_date(mem, most));
	return NULL;
}

static const char *check_date(struct arena *mem, const struct field *field, const char **value)
{
	int year, month, day, end = 0;

	if ((sscanf(*value, "%4d-%2d-%2d%n", &year, &month, &day, &end) != 3 || (*value)[end]) &&
	    (sscanf(*value, "%2d/%2d/%4d%n", &month, &day, &year, &end) != 3 || (*value)[end]))
		return arena_text(mem, "Enter %s as month/day/year, such as 3/9/1984.", field->label);
	if (year < 1000)
		return arena_text(mem, "Check the year of %s: it needs four digits.", field->label);
	if (!is_day(year, month, day))
		return arena_text(mem, "Check %s: the calendar has no such day.", field->label);
	*value = arena_text(mem, "%04d-%02d-%02d", year, month, day);
	return check_range_of_days(mem, field, *value);
}

/* ------------------------------------------------------------------ numbers */

/* Whether the LENGTH characters at TEXT are digits, with commas at every thousand or at none. */
static bool are_digits(const char *text, size_t length)
{
	bool commas = memchr(text, ',', length);

	for (size_t i = 0; i < length; i++)
		if (text[i] == ',' ? !i || (length - i) % 4 : text[i] < '0' || text[i] > '9')
			return false;
		else if (commas && text[i] != ',' && (length - i) % 4 == 0)
			return false;
	return length > 0;
}

/* The number of DIGITS digits at most in TEXT, with DECIMALS digits behind the point, as a multiple of its smallest
 * unit. False when it is none. */
static bool read_number(const char *text, size_t digits, size_t decimals, long long *number)
{
	bool below = *text == '-';
	const char *point;
	size_t count = 0;

	for (text += below; decimals && (*text == '$' || *text == ' '); text++)
		;
	point = strchr(text, '.');
	size_t whole = point ? (size_t)(point - text) : strlen(text), behind = point ? strlen(point + 1) : 0;
	if ((whole || !behind) && !are_digits(text, whole))
		return false;
	if (point && (behind > decimals || !text_all_digits(point + 1)))
		return false;
	*number = 0;
	for (const char *c = text; *c; c++)
		if (*c >= '0' && *c <= '9') {
			count += (*number || *c != '0') && (!point || c < point);
			*number = count > digits ? 0 : *number * 10 + (*c - '0');
		}
	for (; behind < decimals; behind++)
		*number *= 10;
	*number = below ? -*number : *number;
	return count <= digits;
}

static const char *check_range(struct arena *mem, const struct field *field, long long number, size_t decimals)
{
	long long least = 0, most = 0;

	if (field->least)
		read_number(field->least, 15, decimals, &least);
	if (field->most)
		read_number(field->most, 15, decimals, &most);
	if (number < least && !least)
		return arena_text(mem, "%s cannot be below zero.", field->label);
	if (number < least)
		return arena_text(mem, "%s cannot be less than %s.", field->label, kind_format(mem, field, field->least));
	if (field->most && number > most)
		return arena_text(mem, "%s cannot be more than %s.", field->label, kind_format(mem, field, field->most));
	return NULL;
}

static const char *check_whole(struct arena *mem, const struct field *field, const char **value)
{
	long long number;

	if (!read_number(*value, 15, 0, &number))
		return arena_text(mem, "Enter %s as a whole number, such as 45,210.", field->label);
	*value = arena_text(mem, "%lld", number);
	return check_range(mem, field, number, 0);
}

static const char *check_money(struct arena *mem, const struct field *field, const char **value)
{
	long long cents;

	if (!read_number(*value, 12, 2, &cents))
		return arena_text(mem, "Enter %s in dollars and cents, such as $12,345.67.", field->label);
	*value = arena_text(mem, "%s%lld.%02lld", cents < 0 ? "-" : "", llabs(cents) / 100, llabs(cents) % 100);
	return check_range(mem, field, cents, 2);
}

/* ------------------------------------------------------------------ all of them */

static const struct {
	const char *(*check)(struct arena *mem, const struct field *field, const char **value);
	field_format *format;
	const char *input;
} kinds[] = {
	[FIELD_TEXT] = { NULL, NULL, NULL },
	[FIELD_LINES] = { NULL, NULL, "lines" },
	[FIELD_WHOLE] = { check_whole, format_whole, "whole" },
	[FIELD_MONEY] = { check_money, format_money, "money" },
	[FIELD_DATE] = { check_date, NULL, "date" }, /* a browser's field for dates takes year-month-day */
};

const char *kind_check(struct arena *mem, const struct field *field, const char **value)
{
	return kinds[field->kind].check ? kinds[field->kind].check(mem, field, value) : NULL;
}

const char *kind_format(struct arena *mem, const struct field *field, const char *value)
{
	field_format *format = field->format ? field->format : kinds[field->kind].format;

	return format && value ? format(mem, value) : value;
}

const char *kind_input(const struct field *field)
{
	if (field->input)
		return field->input;
	return field->choice ? "choice" : field->choices ? "boxes" : kinds[field->kind].input;
}
