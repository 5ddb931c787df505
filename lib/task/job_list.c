/* The jobs: a new one is a row. */
#include "task/job_list.h"

#include "base/secret.h"
#include "domain/log/job.h"
#include "task/tidy.h"

/* A little under an hour, so that a timer that fires each hour finds it due each time. */
static const struct {
	const char *name, *seconds;
	void (*run)(struct work *w, unsigned rounds);
} jobs[] = {
	{ "tidy", "3300", tidy },
};
enum { JOBS = sizeof jobs / sizeof *jobs, VISIT_ROUNDS = 4 };

void job_list_run(struct work *w, unsigned rounds, void (*tell)(const char *name))
{
	for (size_t i = 0; i < JOBS; i++)
		if (job_claim(w, jobs[i].name, jobs[i].seconds)) {
			jobs[i].run(w, rounds);
			if (tell)
				tell(jobs[i].name);
		}
}

/* One answer in 32, by lot: then even a process that lives for one request only takes its turn, and the question costs next
 * to nothing. */
void job_list_now_and_then(struct work *w)
{
	if (strcmp(secret_random(w->mem, 1), "08") >= 0)
		return;
	db_ready(w->db);
	job_list_run(w, VISIT_ROUNDS, NULL);
}
