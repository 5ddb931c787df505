/* What is stored, as people read it: the way back from a check. Pure. */
#ifndef RULES_FORMAT_H
#define RULES_FORMAT_H

#include "base/arena.h"

/* Each takes the stored VALUE and returns it readable, in MEM; a value of another shape comes back as it is. */

/* "6145550142" as "(614) 555-0142", from abroad as it is; "6145550142x123" with " x123" behind. */
const char *format_phone(struct arena *mem, const char *value);

/* A phone number as it stands behind tel: (RFC 3966): "6145550142x123" as "6145550142;ext=123". */
const char *format_dial(struct arena *mem, const char *value);

/* "45210" as "45,210". */
const char *format_whole(struct arena *mem, const char *value);

/* "12345.67" as "$12,345.67", "-0.50" as "-$0.50". */
const char *format_money(struct arena *mem, const char *value);

/* "1984-03-09" as "3/9/1984". */
const char *format_date(struct arena *mem, const char *value);

/* "1984-03-09" as "March 9, 1984". */
const char *format_day(struct arena *mem, const char *value);

#endif
