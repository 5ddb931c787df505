/* Times as people read them. The program has a clock of its own here, as the days that matter are few in a year. */
#include "base/clock.h"
#include "unit.h"

#include <time.h>

static time_t now;

time_t time(time_t *at)
{
	if (at)
		*at = now;
	return now;
}

static void it_is(const char *utc)
{
	struct tm when = { 0 };

	assert_non_null(strptime(utc, "%Y-%m-%d %H:%M:%S", &when));
	now = timegm(&when);
}

struct reading {
	const char *now, *utc, *shown, *day;
};

static void all_read(const char *zone, const struct reading *rows, size_t count)
{
	clock_zone(zone);
	for (size_t i = 0; i < count; i++) {
		it_is(rows[i].now);
		same(rows[i].utc, clock_shown(mem, rows[i].utc), rows[i].shown);
		same(rows[i].utc, clock_day(mem, rows[i].utc), rows[i].day);
	}
}

static void a_time_reads_as_the_desk_says_it(void **state)
{
	static const struct reading rows[] = {
		{ "2026-11-22 18:00:00", "2026-11-22 15:41:07", "Today 10:41 AM", "Today" },
		{ "2026-11-22 18:00:00", "2026-11-22 05:00:00", "Today 12:00 AM", "Today" },
		{ "2026-11-22 18:00:00", "2026-11-22 04:59:59", "Yesterday 11:59 PM", "Yesterday" },
		{ "2026-11-22 18:00:00", "2026-11-21 21:02:00", "Yesterday 4:02 PM", "Yesterday" },
		{ "2026-11-22 18:00:00", "2025-11-22 15:41:07", "Nov 22, 2025", "Nov 22, 2025" },
		{ "2026-11-22 18:00:00", "2025-11-21 15:41:07", "Nov 21, 2025", "Nov 21, 2025" },
		{ "2026-11-22 18:00:00", "2026-11-18 14:15:00", "Nov 18 9:15 AM", "Nov 18" },
		{ "2026-11-22 18:00:00", "2026-07-04 16:00:00", "Jul 4 12:00 PM", "Jul 4" },
		{ "2026-11-22 18:00:00", "2025-11-18 14:15:00", "Nov 18, 2025", "Nov 18, 2025" },
		{ "2026-11-22 18:00:00", "2026-11-22 15:41:07.123456", "Today 10:41 AM", "Today" },
		{ "2026-11-23 02:00:00", "2026-11-22 15:41:07", "Today 10:41 AM", "Today" },
	};

	(void)state;
	all_read("America/New_York", rows, COUNT(rows));
}

static void an_empty_zone_is_utc(void **state)
{
	static const struct reading rows[] = {
		{ "2026-11-22 18:00:00", "2026-11-22 00:00:00", "Today 12:00 AM", "Today" },
		{ "2026-11-22 18:00:00", "2026-11-21 23:59:59", "Yesterday 11:59 PM", "Yesterday" },
	};

	(void)state;
	all_read("", rows, COUNT(rows));
}

static void yesterday_is_the_day_before_also_when_a_day_had_23_or_25_hours(void **state)
{
	static const struct reading rows[] = {
		{ "2026-03-09 04:30:00", "2026-03-08 16:00:00", "Yesterday 12:00 PM", "Yesterday" },
		{ "2026-03-09 04:30:00", "2026-03-08 04:30:00", "Mar 7 11:30 PM", "Mar 7" },
		{ "2026-11-02 04:30:00", "2026-10-31 16:00:00", "Yesterday 12:00 PM", "Yesterday" },
	};

	(void)state;
	all_read("America/New_York", rows, COUNT(rows));
}

static void yesterday_is_yesterday_also_on_new_years_day(void **state)
{
	static const struct reading rows[] = {
		{ "2027-01-01 18:00:00", "2026-12-31 21:02:00", "Yesterday 4:02 PM", "Yesterday" },
	};

	(void)state;
	all_read("America/New_York", rows, COUNT(rows));
}

static void what_is_no_time_stays_as_it_is(void **state)
{
	(void)state;
	it_is("2026-11-22 18:00:00");
	same("NULL", clock_shown(mem, NULL), "");
	same("nothing", clock_shown(mem, ""), "");
	same("words", clock_day(mem, "soon"), "soon");
	same("a day alone", clock_day(mem, "2026-11-22"), "2026-11-22");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_time_reads_as_the_desk_says_it),
		cmocka_unit_test(an_empty_zone_is_utc),
		cmocka_unit_test(yesterday_is_the_day_before_also_when_a_day_had_23_or_25_hours),
		cmocka_unit_test(yesterday_is_yesterday_also_on_new_years_day),
		cmocka_unit_test(what_is_no_time_stays_as_it_is),
	};

	return cmocka_run_group_tests_name("clock", tests, memory_begin, memory_end);
}
