/* What every test program shares: cmocka, memory for the tests, and how a row of a table is told apart. */
#ifndef TESTS_UNIT_H
#define TESTS_UNIT_H

#include "base/arena.h"
#include "base/fail.h"
#include "base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h> /* its fail() would hide ours from a header that comes later */

#define COUNT(table) (sizeof(table) / sizeof *(table))

static struct arena *mem;

static inline int memory_begin(void **state)
{
	(void)state;
	mem = arena_new();
	return 0;
}

static inline int memory_end(void **state)
{
	(void)state;
	arena_free(mem);
	return 0;
}

/* One row of a table: WHAT was tried, what came of it, what should have. NULL is not the same as "". */
static inline void same(const char *what, const char *got, const char *wanted)
{
	if (!text_same(got, wanted))
		fail_msg("[%s] gave [%s], not [%s]", what, got ? got : "(null)", wanted ? wanted : "(null)");
}

static inline void holds(const char *what, bool true_for_it)
{
	if (!true_for_it)
		fail_msg("[%s] does not hold", what);
}

static inline void has_part(const char *what, const char *got, const char *part)
{
	if (!got || !strstr(got, part))
		fail_msg("[%s] gave [%s], which has no [%s]", what, got ? got : "(null)", part);
}

/* Does DOING(THING) and tells how it failed: FAULT_NONE when it did not. */
static inline struct catcher failing(void (*doing)(void *), void *thing)
{
	static struct catcher caught;
	struct catcher *before;

	caught = (struct catcher){ 0 };
	before = fail_catch(&caught);
	if (!setjmp(caught.here))
		doing(thing);
	fail_catch(before);
	return caught;
}

#endif
