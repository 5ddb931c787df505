/* Dates as people write them. Not here: which days a field takes (kind.c), how a date is shown (format.c). */
#include "rules/date.h"

#include "base/text.h"

enum { PARTS = 3 };

/* A number of a date, or its month by name. */
struct part {
	int number;
	size_t digits; /* 0: a name */
};

struct parts {
	struct part all[PARTS];
	size_t count;
};

static bool is_day(int year, int month, int day)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	bool is_leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

	if (month < 1 || month > 12 || day < 1)
		return false;
	return day <= days[month - 1] + (month == 2 && is_leap);
}

/* The place of the name among NAMES (COUNT) that begins with the LENGTH letters at WORD, three at least; 0 for none. */
static int place_of(const char *const *names, int count, const char *word, size_t length)
{
	for (int i = 0; i < count; i++)
		if (length > 2 && length <= strlen(names[i]) && !strncasecmp(names[i], word, length))
			return i + 1;
	return 0;
}

static int month_of(const char *word, size_t length)
{
	static const char *const months[] = { "january", "february", "march", "april", "may", "june", "july", "august",
		"september", "october", "november", "december" };

	return place_of(months, 12, word, length);
}

/* A word that says nothing more: "Friday", "of", "the". */
static bool is_idle(const char *word, size_t length)
{
	static const char *const weekdays[] = { "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday" };

	return place_of(weekdays, 7, word, length) || (length == 2 && !strncasecmp(word, "of", 2)) ||
		(length == 3 && !strncasecmp(word, "the", 3));
}

static size_t letters_at(const char *text)
{
	return strspn(text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
}

/* The number of the DIGITS digits at TEXT, which are few. */
static int number_at(const char *text, size_t digits)
{
	int number = 0;

	while (digits--)
		number = number * 10 + *text++ - '0';
	return number;
}

static bool add(struct parts *parts, int number, size_t digits)
{
	if (parts->count == PARTS)
		return false;
	parts->all[parts->count++] = (struct part){ number, digits };
	return true;
}

/* Bytes of the ordinal's ending at TEXT: "9th", "1st". */
static size_t ending_at(const char *text)
{
	static const char *const endings[] = { "st", "nd", "rd", "th" };

	for (size_t i = 0; letters_at(text) == 2 && i < 4; i++)
		if (!strncasecmp(text, endings[i], 2))
			return 2;
	return 0;
}

/* Takes TEXT apart. False when there is anything in it that belongs to no date. */
static bool take_apart(const char *text, struct parts *parts)
{
	for (text += strspn(text, " ,./-'"); *text; text += strspn(text, " ,./-'")) {
		size_t digits = strspn(text, "0123456789"), letters = letters_at(text);
		if (digits) {
			if (digits > 4 || !add(parts, number_at(text, digits), digits))
				return false;
			text += digits + ending_at(text + digits);
			if (letters_at(text) && !month_of(text, letters_at(text))) /* "9Mar1984" */
				return false;
		} else if (month_of(text, letters)) {
			if (!add(parts, month_of(text, letters), 0))
				return false;
			text += letters;
		} else if (is_idle(text, letters)) {
			text += letters;
		} else {
			return false;
		}
	}
	return parts->count == PARTS;
}

/* "03091984" as "03/09/1984", "19840309" as "1984/03/09": no month is 13 or more. */
static const char *with_gaps(struct arena *mem, const char *text)
{
	if (strlen(text) != 8 || !text_all_digits(text))
		return text;
	return strncmp(text, "13", 2) < 0 ? arena_text(mem, "%.2s/%.2s/%s", text, text + 2, text + 4) :
		arena_text(mem, "%.4s/%.2s/%s", text, text + 4, text + 6);
}

/* TEXT without the time of midnight behind it: "1984-03-09T00:00:00Z", "3/9/1984 12:00:00 AM". */
static const char *without_midnight(struct arena *mem, const char *text)
{
	const char *at = strchr(text, ':'), *rest;

	while (at && at > text && at[-1] >= '0' && at[-1] <= '9')
		at--;
	if (!at || at == text || !strchr(" T", at[-1]))
		return text;
	rest = at + (text_begins(at, "12:") ? 2 : 0);
	rest += strspn(rest, "0:.");
	if (text_begins(at, "12:") ? strcasecmp(rest, " AM") : *rest && strcasecmp(rest, "Z"))
		return text;
	return arena_copy(mem, text, (size_t)(at - text) - 1);
}

/* Puts PARTS in the order year, month, day. False when they are in none that people write. */
static bool in_order(const struct part *parts, struct part *year, struct part *month, struct part *day)
{
	bool year_first = parts[0].digits == 4, named_second = !parts[1].digits;

	*year = parts[year_first ? 0 : 2];
	*month = parts[year_first || named_second ? 1 : 0];
	*day = parts[year_first ? 2 : named_second ? 0 : 1];
	return year->digits && day->digits && day->digits < 3 && month->digits < 3;
}

static const char *written(struct arena *mem, int year, int month, int day)
{
	return arena_text(mem, "%04d-%02d-%02d", year, month, day);
}

enum date_read date_read(struct arena *mem, const char *text, const char *latest, const char **day)
{
	struct parts parts = { .count = 0 };
	struct part year, month, of_month;

	if (!take_apart(with_gaps(mem, without_midnight(mem, text)), &parts) ||
	    !in_order(parts.all, &year, &month, &of_month))
		return DATE_UNKNOWN;
	if (year.digits == 2) {
		year.number += 2000;
		if (latest && strcmp(written(mem, year.number, month.number, of_month.number), latest) > 0)
			year.number -= 100;
	}
	if (year.number < 1000)
		return DATE_YEAR;
	if (!is_day(year.number, month.number, of_month.number))
		return DATE_NO_DAY;
	*day = written(mem, year.number, month.number, of_month.number);
	return DATE_READ;
}

int date_years(const char *from, const char *to)
{
	return number_at(to, 4) - number_at(from, 4) - (strcmp(to + 4, from + 4) < 0);
}
