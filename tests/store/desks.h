/* A second desk for stories about two at once: a connection of its own that waits for no lock. So it is seen at once
 * whether it would have to wait for what the first desk has not committed yet, without luck and without processes. */
#ifndef TESTS_DESKS_H
#define TESTS_DESKS_H

#include "story.h"

static const char sql_wait_for_nothing[] = "SET SESSION innodb_lock_wait_timeout = 0";

/* What the other desk does, and what came of it. ID and WITH must outlive a request of the first desk. */
struct task {
	int (*doing)(struct work *other, const char *id, const char *with);
	const char *id, *with;
	int answer;
};

static struct work desk;

static inline void desk_begin(void)
{
	struct arena *own = desk.mem ? desk.mem : arena_new();
	struct db *db = desk.db ? desk.db : db_new();

	arena_reset(own);
	desk = (struct work){ .mem = own, .db = db, .address = "192.0.2.8", .me = manager_id,
		.session_id = w->session_id, .rights = w->rights };
	db_ready(db);
	db_change(&desk, sql_wait_for_nothing, NULL);
	db_begin(&desk);
}

static inline void desk_do(void *task)
{
	struct task *it = task;

	desk_begin();
	it->answer = it->doing(&desk, it->id, it->with);
	db_commit(&desk);
}

/* Does TASK now; tells what came of it. */
static inline int desk_does(struct task *task)
{
	struct catcher caught = failing(desk_do, task);

	if (caught.fault)
		fail_msg("the other desk failed: %s", caught.why);
	return task->answer;
}

enum waits { READING, WRITING };

/* TASK would have to wait for the first desk: while it still reads, or only when it writes. Nothing of it is done. */
static inline void desk_waits(struct task *task, enum waits when)
{
	struct catcher caught = failing(desk_do, task);

	if (caught.fault != FAULT_COLLISION)
		fail_msg("the other desk did not wait: %s", caught.fault ? caught.why : "it went through");
	if (text_begins(caught.why, "write") != (when == WRITING))
		fail_msg("the other desk waited elsewhere: %s", caught.why);
	arena_reset(desk.mem);
}

/* TASK waits where it reads until the first desk has committed what it did; tells what came of it then. */
static inline int meanwhile(struct task *task)
{
	desk_waits(task, READING);
	save_and_go_on();
	return desk_does(task);
}

static inline int desks_end(void **state)
{
	if (desk.db) {
		arena_reset(desk.mem);
		db_close(desk.db);
		arena_free(desk.mem);
		free(desk.db);
	}
	return story_end(state);
}

#endif
