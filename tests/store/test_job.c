/* Jobs: who takes them, and what tidying takes away. */
#include "domain/customer/lookup.h"
#include "domain/customer/photo.h"
#include "domain/log/job.h"
#include "domain/staff/attempt.h"
#include "domain/staff/draft.h"
#include "domain/staff/once.h"
#include "domain/staff/ticket.h"
#include "story.h"
#include "task/job_list.h"
#include "task/tidy.h"

#include <sys/wait.h>
#include <unistd.h>

static const char sql_ran[] = "UPDATE job SET ran_at = NOW() - INTERVAL :seconds SECOND WHERE name = :name";
static const char sql_forget[] = "DELETE FROM job";

/* A job is taken between requests: in no transaction. */
static void between_requests(void)
{
	db_commit(w);
	arena_reset(w->mem);
}

static void and_on(void **state)
{
	(void)state;
	next_request();
}

static void a_job_is_taken_once_until_its_time_has_passed(void **state)
{
	static const struct { const char *seconds; bool is_taken; } rows[] = {
		{ "0", false }, { "3598", false }, { "3601", true }, { "86400", true },
	};

	between_requests();
	holds("never done", job_claim(w, "sweep", "3600"));
	holds("just done", !job_claim(w, "sweep", "3600"));
	holds("another one", job_claim(w, "polish", "3600"));
	for (size_t i = 0; i < COUNT(rows); i++) {
		db_change(w, sql_ran, WITH({ "name", "sweep" }, { "seconds", rows[i].seconds }));
		holds(rows[i].seconds, job_claim(w, "sweep", "3600") == rows[i].is_taken);
	}
	and_on(state);
}

enum { PROCESSES = 8 };

/* Ends with 0 when this process was the one that took the job. */
static _Noreturn void take_in_a_process(int start)
{
	struct catcher caught;
	struct work mine = { .mem = arena_new(), .db = db_new() };
	char byte;

	if (setjmp(caught.here))
		_exit(2);
	fail_catch(&caught);
	db_ready(mine.db);
	if (read(start, &byte, 1)) /* nothing comes: it ends when all are there */
		_exit(3);
	_exit(job_claim(&mine, "race", "3600") ? 0 : 1);
}

static void of_several_processes_one_takes_it(void **state)
{
	pid_t children[PROCESSES];
	int start[2], took = 0, left = 0;

	between_requests();
	for (int due = 0; due < 2; due++, took = left = 0) {
		assert_int_equal(pipe(start), 0);
		for (int i = 0; i < PROCESSES; i++) {
			children[i] = fork();
			if (!children[i]) {
				close(start[1]);
				take_in_a_process(start[0]);
			}
		}
		close(start[0]);
		close(start[1]);
		for (int i = 0; i < PROCESSES; i++) {
			int ended;
			assert_int_equal(waitpid(children[i], &ended, 0), children[i]);
			took += WIFEXITED(ended) && WEXITSTATUS(ended) == 0;
			left += WIFEXITED(ended) && WEXITSTATUS(ended) == 1;
		}
		assert_int_equal(took, 1);
		assert_int_equal(left, PROCESSES - 1);
		db_change(w, sql_ran, WITH({ "name", "race" }, { "seconds", "3601" })); /* now its row is there */
	}
	and_on(state);
}

/* ------------------------------------------------------------------ tidying */

/* COUNT rows of AGE minutes, numbered from FROM on. */
#define ROWS " FROM (WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < :count) SELECT i + :from AS i FROM n) n"
#define AGED "NOW() - INTERVAL :minutes MINUTE"
#define ID "SHA2(n.i, 256)"

static const char sql_sessions[] = "INSERT INTO session (id, staff_id, address, started_at, seen_at) "
	"SELECT " ID ", :me, '192.0.2.7', " AGED ", NOW()" ROWS;
static const char sql_once[] = "INSERT INTO once (once_key, staff_id, location, created_at) SELECT MD5(n.i), :me, '/', " AGED ROWS;
static const char sql_drafts[] = "INSERT INTO draft (draft_key, session_id, status, sealed, key_id, created_at) "
	"SELECT MD5(n.i), '', 422, '', '', " AGED ROWS;
static const char sql_attempts[] = "INSERT INTO sign_in_attempt (subject, failures, since) SELECT " ID ", 1, " AGED ROWS;
static const char sql_tickets[] = "INSERT INTO ticket (id, customer_id, provider, email_hash, made_at) "
	"SELECT " ID ", (SELECT MAX(id) FROM customer), 'peopledata', '', " AGED ROWS;
static const char sql_answers[] = "INSERT INTO lookup_answer (provider, email_hash, outcome, answered_at) "
	"SELECT 'gravatar', " ID ", 'nothing', " AGED ROWS;
static const char sql_images[] = "INSERT INTO found_image (link_hash, fetched_at) SELECT " ID ", " AGED ROWS;

static const char sql_session_count[] = "SELECT COUNT(*) FROM session WHERE id <> :session_id";
static const char sql_once_count[] = "SELECT COUNT(*) FROM once";
static const char sql_draft_count[] = "SELECT COUNT(*) FROM draft";
static const char sql_attempt_count[] = "SELECT COUNT(*) FROM sign_in_attempt";
static const char sql_ticket_count[] = "SELECT COUNT(*) FROM ticket";
static const char sql_answer_count[] = "SELECT COUNT(*) FROM lookup_answer";
static const char sql_image_count[] = "SELECT COUNT(*) FROM found_image";

static const struct {
	const char *what;
	bool (*deed)(struct work *w);
	const char *fill, *count;
	int most;
	const char *old, *young; /* minutes */
} kinds[] = {
	{ "sessions", session_tidy, sql_sessions, sql_session_count, 500, "2881", "2879" },
	{ "once-keys", once_tidy, sql_once, sql_once_count, 500, "2881", "2879" },
	{ "drafts", draft_tidy, sql_drafts, sql_draft_count, 100, "1441", "1439" },
	{ "wrong tries", attempt_tidy, sql_attempts, sql_attempt_count, 500, "2881", "2879" },
	{ "tickets", ticket_tidy, sql_tickets, sql_ticket_count, 500, "1441", "1439" },
	{ "answers", lookup_tidy, sql_answers, sql_answer_count, 200, "1441", "1439" },
	{ "found images", photo_tidy, sql_images, sql_image_count, 50, "1441", "1439" },
};

static void fill(size_t kind, int count, int from, const char *minutes)
{
	db_change(w, kinds[kind].fill, WITH({ "count", arena_text(w->mem, "%d", count) },
		{ "from", arena_text(w->mem, "%d", from) }, { "minutes", minutes }));
}

static void left(size_t kind, int count)
{
	same(kinds[kind].what, cell_of(kinds[kind].count, NULL), arena_text(w->mem, "%d", count));
}

static void what_is_old_goes_some_at_a_time_and_what_is_young_stays(void **state)
{
	(void)state;
	add_customer(WITH(PERSON("Dana", "Whitfield")));
	for (size_t i = 0; i < COUNT(kinds); i++) {
		fill(i, kinds[i].most + 1, 0, kinds[i].old);
		fill(i, 3, 10000, kinds[i].young);
		holds(kinds[i].what, kinds[i].deed(w));
		left(i, 4);
		holds(kinds[i].what, kinds[i].deed(w));
		left(i, 3);
		holds(kinds[i].what, !kinds[i].deed(w));
		left(i, 3);
	}
}

static void tidying_does_all_kinds_as_many_rounds_as_it_may(void **state)
{
	add_customer(WITH(PERSON("Dana", "Whitfield")));
	for (size_t i = 0; i < COUNT(kinds); i++) {
		fill(i, kinds[i].most, 0, kinds[i].old);
		fill(i, kinds[i].most + 1, 10000, kinds[i].old);
	}
	between_requests();
	tidy(w, 2);
	for (size_t i = 0; i < COUNT(kinds); i++)
		left(i, 1);
	tidy(w, 1000);
	for (size_t i = 0; i < COUNT(kinds); i++)
		left(i, 0);
	and_on(state);
}

static unsigned told;

static void tell(const char *name)
{
	same("job", name, "tidy");
	told++;
}

static void jobs_that_are_due_are_done_once(void **state)
{
	fill(0, 1, 0, kinds[0].old);
	db_change(w, sql_forget, NULL);
	between_requests();
	job_list_run(w, 10, tell);
	left(0, 0);
	job_list_run(w, 10, tell);
	assert_int_equal(told, 1);
	and_on(state);
}

static void now_and_then_a_visit_does_them(void **state)
{
	fill(0, 1, 0, kinds[0].old);
	db_change(w, sql_forget, NULL);
	between_requests();
	for (int i = 0; i < 2000 && !text_same(cell_of(kinds[0].count, NULL), "0"); i++)
		job_list_now_and_then(w); /* by lot: each of them leaves it with 31 : 32 */
	left(0, 0);
	and_on(state);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		STORY(a_job_is_taken_once_until_its_time_has_passed),
		STORY(of_several_processes_one_takes_it),
		STORY(what_is_old_goes_some_at_a_time_and_what_is_young_stays),
		STORY(tidying_does_all_kinds_as_many_rounds_as_it_may),
		STORY(jobs_that_are_due_are_done_once),
		STORY(now_and_then_a_visit_does_them),
	};

	return cmocka_run_group_tests(tests, story_begin, story_end);
}
