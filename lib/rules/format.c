/* What is stored, as people read it. Not here: times of the database (base/clock.c). */
#include "rules/format.h"

#include "base/text.h"

const char *format_phone(struct arena *mem, const char *value)
{
	size_t length = strcspn(value, "x");
	const char *number = arena_copy(mem, value, length), *extension = value + length;

	if (length == 10 && text_all_digits(number))
		number = arena_text(mem, "(%.3s) %.3s-%s", number, number + 3, number + 6);
	return text_join(mem, number, " ", extension);
}

const char *format_dial(struct arena *mem, const char *value)
{
	size_t length = strcspn(value, "x");

	return value[length] ? arena_text(mem, "%.*s;ext=%s", (int)length, value, value + length + 1) : value;
}

/* The LENGTH digits at DIGITS with commas at the thousands. */
static const char *grouped(struct arena *mem, const char *digits, size_t length)
{
	size_t head = length % 3 ? length % 3 : 3;
	const char *all = arena_copy(mem, digits, head < length ? head : length);

	for (size_t at = head; at < length; at += 3)
		all = arena_text(mem, "%s,%.3s", all, digits + at);
	return all;
}

const char *format_whole(struct arena *mem, const char *value)
{
	bool below = *value == '-';

	if (!text_all_digits(value + below))
		return value;
	return arena_text(mem, "%s%s", below ? "-" : "", grouped(mem, value + below, strlen(value + below)));
}

const char *format_money(struct arena *mem, const char *value)
{
	bool below = *value == '-';
	const char *point = strchr(value, '.');
	size_t dollars = point ? (size_t)(point - value) - below : 0;

	if (!dollars || strspn(value + below, "0123456789") != dollars || strlen(point) != 3 || !text_all_digits(point + 1))
		return value;
	return arena_text(mem, "%s$%s%s", below ? "-" : "", grouped(mem, value + below, dollars), point);
}

static bool read_day(const char *value, int *year, int *month, int *day)
{
	int end = 0;

	return sscanf(value, "%4d-%2d-%2d%n", year, month, day, &end) == 3 && !value[end] && *month > 0 && *month < 13;
}

const char *format_date(struct arena *mem, const char *value)
{
	int year, month, day;

	return read_day(value, &year, &month, &day) ? arena_text(mem, "%d/%d/%d", month, day, year) : value;
}

const char *format_day(struct arena *mem, const char *value)
{
	static const char *const months[] = { "January", "February", "March", "April", "May", "June", "July", "August",
		"September", "October", "November", "December" };
	int year, month, day;

	return read_day(value, &year, &month, &day) ? arena_text(mem, "%s %d, %d", months[month - 1], day, year) : value;
}
