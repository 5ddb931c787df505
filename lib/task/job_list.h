/* What comes up again and again, whoever has time for it: `upcard jobs` from cron or a timer, else a page program when it
 * has sent an answer. */
#ifndef TASK_JOB_LIST_H
#define TASK_JOB_LIST_H

#include "store/db.h"

/* Does the jobs that are due and that no other process does, ROUNDS of small transactions of each kind of work at most.
 * TELL, if not NULL, gets the name of each that was done. No transaction may be open. */
void job_list_run(struct work *w, unsigned rounds, void (*tell)(const char *name));

/* For a page program, when an answer was sent: now and then, a few rounds of job_list_run(). */
void job_list_now_and_then(struct work *w);

#endif
