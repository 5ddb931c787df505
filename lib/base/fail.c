/* One jump from wherever the machine failed to the one place that answers. Nothing else is global. */
#include "base/fail.h"

#include <stdarg.h>

static struct catcher *current;

struct catcher *fail_catch(struct catcher *catcher)
{
	struct catcher *before = current;

	current = catcher;
	return before;
}

void fail(enum fault fault, const char *why, ...)
{
	va_list values;

	va_start(values, why);
	if (!current) {
		vfprintf(stderr, why, values);
		fputc('\n', stderr);
		va_end(values);
		abort();
	}
	vsnprintf(current->why, sizeof current->why, why, values);
	va_end(values);
	current->fault = fault;
	longjmp(current->here, 1);
}
