/* upcard jobs: what comes up again and again, from cron or a timer. */
#include "upcard.h"

#include "base/text.h"
#include "task/job_list.h"

enum { VERBOSE, ROUNDS = 100000 };

static struct option options[] = {
	[VERBOSE] = { "--verbose", NULL, "says which jobs were done; else it is silent, so that cron sends no mail", NULL },
	{ 0 }
};

static bool some;

static void tell(const char *name)
{
	some = true;
	if (options[VERBOSE].value)
		printf("%s: done\n", name);
}

static int run(struct work *w, char **words)
{
	(void)words;
	if (!upcard_conf())
		return ENDED_REFUSED;
	w->db = db_new();
	db_ready(w->db);
	job_list_run(w, ROUNDS, tell);
	if (!some && options[VERBOSE].value)
		puts("Nothing is due.");
	return ENDED_DONE;
}

struct command upcard_jobs = {
	.name = "jobs", .words = "", .about = "does what comes up again and again, such as deleting what is too old",
	.more = "Does each job that was not done in the last hour or so. Run it from cron or a timer every ten minutes:\n"
		"  */10 * * * * /usr/local/sbin/upcard jobs\n"
		"Where there is neither, the page programs do some of it when they have sent an answer.",
	.options = options, .run = run
};
