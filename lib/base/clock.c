/* Times as people read them, in the desk's zone (the C library knows the zones and their summer times). */
#include "base/clock.h"

#include <stdbool.h>
#include <time.h>

static time_t known_at;
static struct tm known[2];

void clock_zone(const char *zone)
{
	setenv("TZ", *zone ? zone : "UTC", 1);
	tzset();
	known_at = 0;
}

/* The number of COUNT digits at TEXT; -1 when one is none. */
static int digits(const char *text, int count)
{
	int number = 0;

	for (; count; count--, text++) {
		if (*text < '0' || *text > '9')
			return -1;
		number = number * 10 + *text - '0';
	}
	return number;
}

/* "2026-11-24 17:05:00", as MariaDB writes it. */
static bool read_utc(const char *utc, struct tm *local)
{
	if (!utc || strlen(utc) < 19)
		return false;
	struct tm time = { .tm_year = digits(utc, 4) - 1900, .tm_mon = digits(utc + 5, 2) - 1, .tm_mday = digits(utc + 8, 2),
		.tm_hour = digits(utc + 11, 2), .tm_min = digits(utc + 14, 2), .tm_sec = digits(utc + 17, 2) };
	if (time.tm_year < 0 || time.tm_mon < 0 || time.tm_mday < 0 || time.tm_hour < 0 || time.tm_min < 0 || time.tm_sec < 0)
		return false;
	time_t seconds = timegm(&time);
	return localtime_r(&seconds, local) != NULL;
}

/* Noon of the day before, as a day of the calendar: days of 23 and 25 hours do not matter. */
static struct tm day_before(struct tm day)
{
	day.tm_mday--;
	day.tm_hour = 12;
	day.tm_isdst = -1;
	mktime(&day);
	return day;
}

static bool same_day(const struct tm *a, const struct tm *b)
{
	return a->tm_year == b->tm_year && a->tm_yday == b->tm_yday;
}

/* Which days are today and yesterday: the same for every row of a page. */
static const struct tm *today_and_yesterday(void)
{
	time_t now = time(NULL);

	if (now != known_at) {
		localtime_r(&now, &known[0]);
		known[1] = day_before(known[0]);
		known_at = now;
	}
	return known;
}

static const char *shown(struct arena *mem, const char *utc, bool with_time)
{
	const struct tm *today = today_and_yesterday(), *yesterday = today + 1;
	char day[40], clock[20] = "";
	struct tm local;

	if (!read_utc(utc, &local))
		return utc ? utc : "";
	if (with_time)
		strftime(clock, sizeof clock, " %-I:%M %p", &local);
	if (same_day(&local, today))
		return arena_text(mem, "Today%s", clock);
	if (same_day(&local, yesterday))
		return arena_text(mem, "Yesterday%s", clock);
	strftime(day, sizeof day, local.tm_year == today->tm_year ? "%b %-d" : "%b %-d, %Y", &local);
	return arena_text(mem, "%s%s", day, local.tm_year == today->tm_year ? clock : "");
}

const char *clock_shown(struct arena *mem, const char *utc)
{
	return shown(mem, utc, true);
}

const char *clock_day(struct arena *mem, const char *utc)
{
	return shown(mem, utc, false);
}
