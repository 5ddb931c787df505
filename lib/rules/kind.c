/* Whole numbers, money, days, several lines. Not here: how a date is read (date.c), phone numbers, e-mails and the like
 * (check.c). */
#include "rules/kind.h"

#include "base/fold.h"
#include "base/text.h"
#include "rules/date.h"
#include "rules/format.h"

#include <time.h>

/* ------------------------------------------------------------------ dates */

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

/* The day it is here: nobody means a day of next year by two digits. */
static const char *today_here(struct arena *mem)
{
	time_t now = time(NULL);
	struct tm today;

	localtime_r(&now, &today);
	return arena_text(mem, "%04d-%02d-%02d", today.tm_year + 1900, today.tm_mon + 1, today.tm_mday);
}

static const char *check_date(struct arena *mem, const struct field *field, const char **value)
{
	const char *latest = text_same(field->most, "today") ? today_here(mem) : field->most;

	switch (date_read(mem, fold_marks(mem, *value), latest, value)) {
	case DATE_READ:
		break;
	case DATE_UNKNOWN:
		return arena_text(mem, "Enter %s as month/day/year, such as 3/9/1984.", field->label);
	case DATE_YEAR:
		return arena_text(mem, "Check the year of %s: it needs four digits.", field->label);
	case DATE_NO_DAY:
		return arena_text(mem, "Check %s: the calendar has no such day. The month comes first, such as 3/9/1984.",
			field->label);
	}
	return check_range_of_days(mem, field, *value);
}

/* A day that cannot lie in the future is one that somebody was born on. */
static const char *say_date(struct arena *mem, const struct field *field, const char *value)
{
	const char *day = format_day(mem, value);
	int years = text_same(field->most, "today") && day != value ? date_years(value, today_here(mem)) : -1;

	return years < 0 ? day : years ? arena_text(mem, "%s, %d year%s", day, years, years > 1 ? "s" : "") :
		arena_text(mem, "%s, less than a year", day);
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

	if (!read_number(fold_marks(mem, *value), 15, 0, &number))
		return arena_text(mem, "Enter %s as a whole number, such as 45,210.", field->label);
	*value = arena_text(mem, "%lld", number);
	return check_range(mem, field, number, 0);
}

static const char *check_money(struct arena *mem, const struct field *field, const char **value)
{
	long long cents;

	if (!read_number(fold_marks(mem, *value), 12, 2, &cents))
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
	[FIELD_DATE] = { check_date, format_date, "date" },
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

const char *kind_said(struct arena *mem, const struct field *field, const char *value)
{
	return field->kind == FIELD_DATE && value ? say_date(mem, field, value) : NULL;
}

const char *kind_input(const struct field *field)
{
	if (field->input)
		return field->input;
	return field->choice ? "choice" : field->choices ? "boxes" : kinds[field->kind].input;
}
