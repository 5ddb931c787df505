/* Times as people read them. The database keeps UTC; upcard.conf's site.time_zone says where the desk is. */
#ifndef BASE_CLOCK_H
#define BASE_CLOCK_H

#include "base/arena.h"

/* Makes ZONE (a name of the tz database, such as America/New_York; "" for UTC) the desk's. Call it once. */
void clock_zone(const char *zone);

/* UTC ("2026-11-22 15:41:07", as the database writes it) as the desk reads it: "Today 10:41 AM",
 * "Yesterday 4:02 PM", "Nov 18 9:15 AM", "Nov 18, 2025". In MEM; UTC itself when it is no time, "" for NULL. */
const char *clock_shown(struct arena *mem, const char *utc);

/* The same without the time of day: "Today", "Yesterday", "Nov 18", "Nov 18, 2025". */
const char *clock_day(struct arena *mem, const char *utc);

#endif
