/* Times as people read them, in the desk's zone (the C library knows the zones and their summer times). */
#include "base/clock.h"

#include <stdbool.h>
#include <time.h>

void clock_zone(const char *zone)
{
	setenv("TZ", *zone ? zone : "UTC", 1);
	tzset();
}

static bool read_utc(const char *utc, struct tm *local)
{
	struct tm time = { 0 };

	if (!utc || sscanf(utc, "%4d-%2d-%2d %2d:%2d:%2d", &time.tm_year, &time.tm_mon, &time.tm_mday,
	    &time.tm_hour, &time.tm_min, &time.tm_sec) != 6)
		return false;
	time.tm_year -= 1900;
	time.tm_mon--;
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

static const char *shown(struct arena *mem, const char *utc, bool with_time)
{
	char day[40], clock[20];
	struct tm local, today, yesterday;
	time_t now = time(NULL);

	if (!read_utc(utc, &local))
		return utc ? utc : "";
	localtime_r(&now, &today);
	yesterday = day_before(today);
	if (same_day(&local, &today)) {
		snprintf(day, sizeof day, "Today");
	} else if (same_day(&local, &yesterday)) {
		snprintf(day, sizeof day, "Yesterday");
	} else if (local.tm_year == today.tm_year) {
		strftime(day, sizeof day, "%b %-d", &local);
	} else {
		strftime(day, sizeof day, "%b %-d, %Y", &local);
		with_time = false;
	}
	strftime(clock, sizeof clock, " %-I:%M %p", &local);
	return arena_text(mem, "%s%s", day, with_time ? clock : "");
}

const char *clock_shown(struct arena *mem, const char *utc)
{
	return shown(mem, utc, true);
}

const char *clock_day(struct arena *mem, const char *utc)
{
	return shown(mem, utc, false);
}
