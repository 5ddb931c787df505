/* The table job: a row a job, which is taken by writing the time into it. */
#include "domain/log/job.h"

static const char sql_job_take[] =
	"UPDATE job SET ran_at = NOW() WHERE name = :name AND ran_at <= NOW() - INTERVAL :seconds SECOND";

static const char sql_job_add[] = "INSERT INTO job SET name = :name, ran_at = NOW()";

bool job_claim(struct work *w, const char *name, const char *seconds)
{
	bool is_taken;

	db_begin(w);
	/* The row of a job that never ran is not there yet; that of one that is not due makes the second a duplicate. */
	is_taken = db_change(w, sql_job_take, WITH({ "name", name }, { "seconds", seconds })) == DB_DONE ||
		db_change(w, sql_job_add, WITH({ "name", name })) == DB_DONE;
	db_commit(w);
	return is_taken;
}
