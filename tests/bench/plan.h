/* What load.c asks for: tasks of one or more requests, read from a file that load.c describes. */
#ifndef BENCH_PLAN_H
#define BENCH_PLAN_H

#include <stddef.h>

enum { REQUEST = 16 * 1024, STEPS = 6, TASKS = 512 };

struct step {
	const char *method, *path, *body; /* a task ends with a step that has no method */
	unsigned status, or_status; /* what is expected; 0 = nothing else */
};

struct task {
	unsigned share;
	struct step steps[STEPS + 1];
};

struct plan {
	char headers[4096];
	struct task tasks[TASKS];
	unsigned count, shares;
};

/* Reads PLAN from the file PATH; ends the program when it cannot. What it refers to stays for ever. */
void plan_read(struct plan *plan, const char *path);

/* A task at random, by the shares. */
const struct task *plan_choose(const struct plan *plan);

/* Writes the bytes of STEP to REQUEST, which has room for REQUEST of them; BEFORE is the answer of the step before,
 * "" for none. Returns their number. Ends the program when they do not fit. */
size_t plan_request(const struct plan *plan, const struct step *step, const char *before, char *request);

#endif
