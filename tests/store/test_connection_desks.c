/* Connections from two desks at once: whoever comes second waits, and sees what the first one did. */
#include "connecting.h"
#include "desks.h"

#include <sys/wait.h>
#include <unistd.h>

enum { DESKS = 6 };

static const char sql_pair[] = "SELECT COUNT(*) FROM connection WHERE customer_id = :id";
static const char sql_half[] = "SELECT COUNT(*) FROM connection k WHERE NOT EXISTS (SELECT 1 FROM connection o "
	"WHERE o.customer_id = k.other_id AND o.other_id = k.customer_id)";

static int adds(struct work *other, const char *id, const char *with)
{
	struct form how = how_of(other, "employee", NULL);

	return connection_add(other, id, with, &how);
}

static int removes(struct work *other, const char *id, const char *with)
{
	const char *promoted;

	return connection_remove(other, id, with, &promoted);
}

static int makes_primary(struct work *other, const char *id, const char *with)
{
	return connection_make_primary(other, id, with);
}

static int renames(struct work *other, const char *id, const char *with)
{
	struct form form = form_read(other->mem, WITH(PERSON("Ann", with)), customer_fields, contact_groups);

	return customer_save(other, customer_lock(other, id), &form, "1", NULL);
}

static int sets_inactive(struct work *other, const char *id, const char *with)
{
	(void)with;
	return customer_set_inactive(other, customer_lock(other, id), true);
}

static void of_two_first_connections_at_once_one_is_primary(void **state)
{
	static const struct { const char *what; bool here_from_the_person, there_from_the_person; } rows[] = {
		{ "both from the business", false, false }, { "both from the people", true, true },
		{ "one from a person", true, false }, { "the other one from a person", false, true },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const char *shop = lasting(business("Corner Shop")), *ann = lasting(person("Ann", "Ames"));
		const char *bob = lasting(person("Bob", "Bell"));
		save_and_go_on();
		join(rows[i].here_from_the_person ? ann : shop, rows[i].here_from_the_person ? shop : ann);
		struct task task = { .doing = adds, .id = rows[i].there_from_the_person ? bob : shop,
			.with = rows[i].there_from_the_person ? shop : bob };
		int got = meanwhile(&task);
		if (got != CONNECTED)
			fail_msg("[%s] the other desk got %d", rows[i].what, got);
		same(rows[i].what, names(shop), "Ann Ames*, Bob Bell");
	}
}

static void of_two_who_connect_the_same_pair_one_is_told(void **state)
{
	static const struct { const char *what; bool other_side; } rows[] = {
		{ "the same", false }, { "from the other side", true },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const char *ann = lasting(person("Ann", "Ames")), *bob = lasting(person("Bob", "Bell"));
		save_and_go_on();
		join(ann, bob);
		struct task task = { .doing = adds, .id = rows[i].other_side ? bob : ann,
			.with = rows[i].other_side ? ann : bob };
		int got = meanwhile(&task);
		if (got != CONNECT_TWICE)
			fail_msg("[%s] the other desk got %d", rows[i].what, got);
		same("Ann", cell_of(sql_pair, WITH({ "id", ann })), "1");
		same("Bob", cell_of(sql_pair, WITH({ "id", bob })), "1");
		same("history", history(ann), "connection_added: Bob Bell, Employee");
	}
}

static void of_two_who_remove_the_same_connection_one_is_told(void **state)
{
	const char *ann = lasting(person("Ann", "Ames")), *bob = lasting(person("Bob", "Bell")), *promoted;

	(void)state;
	join(ann, bob);
	save_and_go_on();
	assert_true(connection_remove(w, ann, bob, &promoted));
	assert_int_equal(meanwhile(&(struct task){ .doing = removes, .id = bob, .with = ann }), false);
	same("history", history(bob), "connection_added: Ann Ames, Employee | connection_removed: Ann Ames");
}

/* A shop with three: what one desk does, what another one does meanwhile, and who is primary in the end. */
static void whatever_two_desks_do_one_primary_is_left(void **state)
{
	static const struct {
		const char *what;
		int (*here)(struct work *, const char *, const char *), here_with, here_answer;
		int (*there)(struct work *, const char *, const char *), there_with, there_answer;
		const char *left;
	} rows[] = {
		{ "the primary and who follows removed", removes, 0, true, removes, 1, true, "Cyd Cole*" },
		{ "who follows and the primary removed", removes, 1, true, removes, 0, true, "Cyd Cole*" },
		{ "removed who was to be primary", removes, 1, true, makes_primary, 1, false, "Ann Ames*, Cyd Cole" },
		{ "made primary who was to be removed", makes_primary, 1, true, removes, 1, true, "Ann Ames*, Cyd Cole" },
		{ "the primary removed, another chosen", removes, 0, true, makes_primary, 2, true, "Cyd Cole*, Bob Bell" },
		{ "two chosen", makes_primary, 1, true, makes_primary, 2, true, "Cyd Cole*, Ann Ames, Bob Bell" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const char *shop = lasting(business("Corner Shop")), *people[] = { lasting(person("Ann", "Ames")),
			lasting(person("Bob", "Bell")), lasting(person("Cyd", "Cole")) };
		for (size_t j = 0; j < COUNT(people); j++)
			join(shop, people[j]);
		save_and_go_on();
		assert_int_equal(rows[i].here(w, shop, people[rows[i].here_with]), rows[i].here_answer);
		int got = meanwhile(&(struct task){ .doing = rows[i].there, .id = shop, .with = people[rows[i].there_with] });
		if (got != rows[i].there_answer)
			fail_msg("[%s] the other desk got %d", rows[i].what, got);
		same(rows[i].what, names(shop), rows[i].left);
	}
}

static void a_name_saved_meanwhile_stands_in_the_list(void **state)
{
	const char *ann = lasting(person("Ann", "Ames")), *bob = lasting(person("Bob", "Bell"));
	const char *cyd = lasting(person("Cyd", "Cole"));

	(void)state;
	join(bob, cyd);
	save_and_go_on();
	join(bob, ann);
	assert_int_equal(meanwhile(&(struct task){ .doing = renames, .id = ann, .with = "Zorn" }), CUSTOMER_SAVED);
	same("list", names(bob), "Cyd Cole, Ann Zorn");
}

static void who_is_made_inactive_meanwhile_stays_connected(void **state)
{
	const char *ann = lasting(person("Ann", "Ames")), *bob = lasting(person("Bob", "Bell"));

	(void)state;
	save_and_go_on();
	join(bob, ann);
	assert_int_equal(meanwhile(&(struct task){ .doing = sets_inactive, .id = ann }), true);
	same("list", row_text(connection_list(w, bob, 0), "inactive"), "1");
}

static void who_was_made_inactive_first_is_refused(void **state)
{
	const char *ann = lasting(person("Ann", "Ames")), *bob = lasting(person("Bob", "Bell"));

	(void)state;
	save_and_go_on();
	assert_true(customer_set_inactive(w, customer_lock(w, ann), true));
	assert_int_equal(meanwhile(&(struct task){ .doing = adds, .id = bob, .with = ann }), CONNECT_INACTIVE);
	same("list", names(bob), NULL);
}

static struct task crowding;

static void join_the_crowd(void *unused)
{
	(void)unused;
	db_ready(desk.db);
	db_begin(&desk);
	crowding.answer = crowding.doing(&desk, crowding.id, crowding.with);
	db_commit(&desk);
}

/* In a process of its own, as a request: tried again when two met, as serve.c does. 100 + the fault when it failed. */
static _Noreturn void be_the_other(void)
{
	struct catcher caught = { 0 };

	desk = (struct work){ .mem = arena_new(), .db = db_new(), .address = "192.0.2.8", .me = manager_id,
		.session_id = w->session_id };
	for (int tries = 0; tries < 3; tries++) {
		caught = failing(join_the_crowd, NULL);
		if (caught.fault != FAULT_COLLISION)
			break;
		arena_reset(desk.mem);
	}
	if (caught.fault)
		fprintf(stderr, "# the other desk: %s\n", caught.why);
	_exit(caught.fault ? 100 + (int)caught.fault : crowding.answer);
}

static pid_t other_desk(const struct task *task)
{
	crowding = *task;
	pid_t child = fork();
	if (!child)
		be_the_other();
	assert_true(child > 0);
	return child;
}

static int its_answer(pid_t child)
{
	int status;

	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status));
	return WEXITSTATUS(status);
}

/* Without waiting for each other: six desks, one new business, twelve rounds. */
static void a_crowd_of_desks_makes_one_primary_and_whole_pairs(void **state)
{
	(void)state;
	for (int round = 0; round < 12; round++) {
		const char *shop = lasting(business("Corner Shop")), *people[DESKS / 2];
		pid_t children[DESKS];
		unsigned refused = 0;
		for (size_t i = 0; i < COUNT(people); i++)
			people[i] = lasting(person("Pat", "Person"));
		save_and_go_on();
		for (int i = 0; i < DESKS; i++) /* each person from both sides */
			children[i] = other_desk(&(struct task){ .doing = adds, .id = i % 2 ? shop : people[i / 2],
				.with = i % 2 ? people[i / 2] : shop });
		for (int i = 0; i < DESKS; i++) {
			int got = its_answer(children[i]);
			if (got != CONNECTED && got != CONNECT_TWICE)
				fail_msg("round %d: desk %d got %d", round, i, got);
			refused += got == CONNECT_TWICE;
		}
		assert_int_equal(refused, DESKS / 2);
		same("primaries", primaries(shop), "1");
		same("contacts", cell_of(sql_pair, WITH({ "id", shop })), "3");
	}
	same("half pairs", cell_of(sql_half, NULL), "0");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		STORY(of_two_first_connections_at_once_one_is_primary),
		STORY(of_two_who_connect_the_same_pair_one_is_told),
		STORY(of_two_who_remove_the_same_connection_one_is_told),
		STORY(whatever_two_desks_do_one_primary_is_left),
		STORY(a_name_saved_meanwhile_stands_in_the_list),
		STORY(who_is_made_inactive_meanwhile_stays_connected),
		STORY(who_was_made_inactive_first_is_refused),
		STORY(a_crowd_of_desks_makes_one_primary_and_whole_pairs),
	};

	return cmocka_run_group_tests_name("connection_desks", tests, story_begin, desks_end);
}
