/* The machine's fault: the database is gone, a template is missing, a bug. fail() never returns; it jumps
 * to the one catcher, which answers with an error page. A person's mistake is a value, never a fail(). */
#ifndef BASE_FAIL_H
#define BASE_FAIL_H

#include <setjmp.h>

enum fault {
	FAULT_NONE,
	FAULT_BROKEN,      /* ours: answered with 500 */
	FAULT_UNAVAILABLE, /* the database does not answer: 503, and worth another try */
	FAULT_COLLISION,   /* two transactions met, or a table was altered: carry out the request again */
	FAULT_SCHEMA,      /* the database is older or newer than the program: 503, a page of its own */
};

struct catcher {
	jmp_buf here;
	enum fault fault;
	char why[300]; /* for the log: what went wrong, never what a person typed */
};

/* Makes CATCHER the one that fail() jumps to; NULL for none. Returns the one before.
 * Use: if (setjmp(catcher.here) == 0) work; else look at catcher.fault. */
struct catcher *fail_catch(struct catcher *catcher);

/* Ends the request: FAULT and a line for the log ("what: why"). Aborts when nobody catches.
 * Must not be called from a function that a library called: return that library's error instead. */
_Noreturn void fail(enum fault fault, const char *why, ...) __attribute__((format(printf, 2, 3)));

#endif
