/* A day of the calendar, as people write it. Pure. */
#ifndef RULES_DATE_H
#define RULES_DATE_H

#include "base/arena.h"

enum date_read {
	DATE_READ,
	DATE_UNKNOWN, /* no day that could be understood */
	DATE_YEAR,    /* its year has neither two nor four digits */
	DATE_NO_DAY,  /* the calendar has no such day */
};

/* Reads TEXT: month, day, year, as 3/9/1984, 3-9-84, 3.9.1984 or 03091984; year, month, day, as 1984-03-09, 1984/3/9 or
 * 19840309; or with the month's name, as March 9, 1984, 9 March 1984, 9-Mar-84, Friday, March 9th, 1984. A midnight behind
 * it, which sheets add, does not count. A year of two digits is the last one that is not behind LATEST ("2026-11-22");
 * NULL: one from 2000 to 2099. *DAY becomes "1984-03-09", in MEM. */
enum date_read date_read(struct arena *mem, const char *text, const char *latest, const char **day);

/* How many whole years lie between two days as they are stored; below 0 when TO is before FROM. */
int date_years(const char *from, const char *to);

#endif
