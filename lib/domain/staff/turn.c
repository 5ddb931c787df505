/* Turns are named locks of MariaDB, one a processor. It is there wherever we are; a folder in which every process may lock
 * files is not (a shared host's /tmp is everybody's, a home on NFS may not lock), and semaphores outlive whoever is killed.
 * A lock goes with its connection. */
#include "domain/staff/turn.h"

#include "base/conf.h"
#include "base/secret.h"

#include <unistd.h>

static const char sql_turn_take[] = "SELECT GET_LOCK(:turn, :seconds) AS is_mine";
static const char sql_turn_give[] = "SELECT RELEASE_LOCK(:turn) AS is_given";

struct turn {
	struct db *db;
	const char *name;
	bool is_held;
};

/* Of processor NUMBER of this machine: several may work with one database, and a server has the locks of several. */
static const char *name_of(struct work *w, long number)
{
	char machine[256] = "";

	gethostname(machine, sizeof machine - 1);
	return secret_hash(w->mem, "turn", arena_text(w->mem, "%s %s %ld", conf_get("db.name"), machine, number));
}

static bool take(struct work *w, const char *name, unsigned seconds)
{
	const struct row *row = db_rows(w, sql_turn_take,
		WITH({ "turn", name }, { "seconds", text_of_number(w->mem, seconds) }));

	return text_same(row_text(row, "is_mine"), "1");
}

/* A fault came between: the connection is given up, and the lock with it. */
static void leave(void *thing)
{
	struct turn *turn = thing;

	if (turn->is_held)
		db_close(turn->db);
}

struct turn *turn_take(struct work *w, unsigned seconds)
{
	struct turn *turn = arena_get(w->mem, sizeof *turn);
	long count = sysconf(_SC_NPROCESSORS_ONLN), first = getpid();

	count = count > 0 ? count : 1;
	turn->db = w->db;
	for (long i = 0; i <= count && !turn->is_held; i++) { /* each once, then the first one's end is waited for */
		turn->name = name_of(w, (first + i) % count);
		turn->is_held = take(w, turn->name, i < count ? 0 : seconds);
	}
	if (!turn->is_held)
		return NULL;
	arena_defer(w->mem, leave, turn);
	return turn;
}

void turn_give(struct work *w, struct turn *turn)
{
	db_rows(w, sql_turn_give, WITH({ "turn", turn->name }));
	turn->is_held = false;
}
