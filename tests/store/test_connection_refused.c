/* Connections that are refused: by the rules, by the database, and to whoever writes numbers of their own. */
#include "connecting.h"

static const char sql_self[] = "INSERT INTO connection SET customer_id = :id, other_id = :id, relationship = 'other', "
	"other_name = '', added_at = NOW(6)";
static const char sql_stranger[] = "INSERT INTO connection SET customer_id = :id, other_id = 1, relationship = 'other', "
	"other_name = '', added_at = NOW(6)";

static void what_may_not_be_connected_is_refused_and_leaves_nothing(void **state)
{
	const char *ann = person("Ann", "Ames"), *gone = "1", *away = person("Ida", "Way");
	const char *shop = business("Corner Shop"), *bank = business("Big Bank"), *closed = business("Closed Inc");
	const struct { const char *what, *id, *other; enum connected answer; } rows[] = {
		{ "itself", ann, ann, CONNECT_SELF },
		{ "a business with itself", shop, shop, CONNECT_SELF },
		{ "two businesses", shop, bank, CONNECT_TWO_BUSINESSES },
		{ "two businesses, the other way", bank, shop, CONNECT_TWO_BUSINESSES },
		{ "an inactive person", ann, away, CONNECT_INACTIVE },
		{ "an inactive person with a business", shop, away, CONNECT_INACTIVE },
		{ "an inactive business", ann, closed, CONNECT_INACTIVE },
		{ "nobody", ann, gone, CONNECT_GONE },
		{ "nobody, from a record that is not there", gone, ann, CONNECT_GONE },
		{ "no number", ann, "", CONNECT_GONE },
		{ "no number either", ann, "ann", CONNECT_GONE },
		{ "a number below zero", ann, "-1", CONNECT_GONE },
		{ "a number beyond all", ann, "99999999999999999999999999", CONNECT_GONE },
		{ "itself, written otherwise", ann, arena_text(w->mem, "0%s", ann), CONNECT_GONE },
	};

	(void)state;
	assert_true(customer_set_inactive(w, customer_lock(w, away), true));
	assert_true(customer_set_inactive(w, customer_lock(w, closed), true));
	for (size_t i = 0; i < COUNT(rows); i++) {
		enum connected answer = connect_as(rows[i].id, rows[i].other, "other", NULL);
		if (answer != rows[i].answer)
			fail_msg("[%s] gave %d, not %d", rows[i].what, answer, rows[i].answer);
		same(rows[i].what, cell_of(sql_sides, WITH({ "id", rows[i].id })), "0");
		same(rows[i].what, history(rows[i].id), NULL);
	}
}

static void a_pair_is_connected_once_from_whichever_side(void **state)
{
	const char *ann = person("Ann", "Ames"), *bob = person("Bob", "Bell"), *shop = business("Corner Shop");
	const struct { const char *what, *id, *other; } rows[] = {
		{ "the same again", ann, bob }, { "from the other side", bob, ann },
		{ "a business again", shop, ann }, { "a business from the other side", ann, shop },
	};

	(void)state;
	assert_int_equal(connect_as(ann, bob, "friend", "Neighbor"), CONNECTED);
	assert_int_equal(connect_as(ann, shop, "employee", "Clerk"), CONNECTED);
	for (size_t i = 0; i < COUNT(rows); i++)
		if (connect_as(rows[i].id, rows[i].other, "relative", "Cousin") != CONNECT_TWICE)
			fail_msg("[%s] is no CONNECT_TWICE", rows[i].what);
	same("Ann", list(ann), "Bob Bell Friend Neighbor, Corner Shop Employee Clerk");
	same("Bob", list(bob), "Ann Ames Friend Neighbor of Ann Ames");
	same("the shop", list(shop), "Ann Ames* Employee Clerk");
	same("history", history(bob), "connection_added: Ann Ames, Friend");
}

static void every_refusal_says_what_to_do(void **state)
{
	static const struct { enum connected answer; const char *part; } rows[] = {
		{ CONNECT_SELF, "Choose somebody else" }, { CONNECT_TWICE, "Bob Bell is connected already" },
		{ CONNECT_TWO_BUSINESSES, "Connect a person" }, { CONNECT_INACTIVE, "Bob Bell is inactive" },
		{ CONNECT_GONE, "Search again" },
	};

	(void)state;
	assert_null(connection_refusal(w->mem, CONNECTED, "Bob Bell"));
	for (size_t i = 0; i < COUNT(rows); i++)
		has_part("refusal", connection_refusal(w->mem, rows[i].answer, "Bob Bell"), rows[i].part);
}

struct doing {
	const char *sql, *id;
};

static void put_it(void *doing)
{
	const struct doing *it = doing;

	db_change(w, it->sql, WITH({ "id", it->id }));
}

static void the_database_itself_refuses_self_and_strangers(void **state)
{
	static const struct { const char *sql, *error; } rows[] = { { sql_self, "4025" }, { sql_stranger, "1452" } };

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		has_part(rows[i].sql, failing(put_it, &(struct doing){ rows[i].sql, person("Ann", "Ames") }).why,
			rows[i].error);
		next_request();
	}
}

static void changing_or_removing_what_is_not_there_is_told(void **state)
{
	const char *ann = person("Ann", "Ames"), *bob = person("Bob", "Bell"), *promoted = "?";
	const char *const others[] = { bob, ann, "1", "", "bob" };
	struct form how = how_of(w, "relative", NULL);

	(void)state;
	for (size_t i = 0; i < COUNT(others); i++) {
		holds(others[i], !connection_change(w, ann, others[i], &how));
		holds(others[i], !connection_remove(w, ann, others[i], &promoted));
		holds(others[i], !connection_make_primary(w, ann, others[i]));
		same(others[i], promoted, NULL);
	}
	assert_null(connection_get(w, ann, bob));
	same("history", history(ann), NULL);
}

struct odd {
	const char *id, *number;
	int answer;
};

static void add_odd(void *odd)
{
	struct odd *it = odd;

	it->answer = connect_as(it->id, it->number, "other", NULL);
}

static void change_odd(void *odd)
{
	struct odd *it = odd;
	struct form how = how_of(w, "friend", NULL);

	it->answer = connection_change(w, it->id, it->number, &how);
}

static void make_primary_odd(void *odd)
{
	struct odd *it = odd;

	it->answer = connection_make_primary(w, it->id, it->number);
}

static void remove_odd(void *odd)
{
	struct odd *it = odd;
	const char *promoted;

	it->answer = connection_remove(w, it->id, it->number, &promoted);
}

/* Posted numbers are anybody's; MariaDB takes "10002x" for 10002. Whatever it takes, a pair is two rows or none. */
static void a_number_written_otherwise_makes_no_fault_and_no_half_pair(void **state)
{
	static const char *const writings[] = { "%sx", " %s", "%s ", "0%s", "%s.0", "+%s", "%se0", "%s' OR '1'='1", "%s\n" };
	static const struct { const char *what; void (*doing)(void *); } rows[] = {
		{ "add", add_odd }, { "change", change_odd }, { "make primary", make_primary_odd }, { "remove", remove_odd },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		for (size_t j = 0; j < COUNT(writings); j++) {
			const char *shop = business("Corner Shop"), *ann = person("Ann", "Ames"), *wanted;
			char number[60];
			const char *at = strstr(writings[j], "%s");
			snprintf(number, sizeof number, "%.*s%s%s", (int)(at - writings[j]), writings[j], ann, at + 2);
			if (i)
				join(shop, ann);
			struct odd odd = { shop, number, -1 };
			struct catcher caught = failing(rows[i].doing, &odd);
			if (caught.fault) {
				next_request();
				fail_msg("%s [%s]: %s", rows[i].what, number, caught.why);
			}
			wanted = i == 0 ? (odd.answer == CONNECTED ? "2" : "0") : i == 3 && odd.answer ? "0" : "2";
			same(rows[i].what, cell_of(sql_sides, WITH({ "id", ann })), wanted);
			same(rows[i].what, primaries(shop), text_same(wanted, "2") ? "1" : "0");
		}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		STORY(what_may_not_be_connected_is_refused_and_leaves_nothing),
		STORY(a_pair_is_connected_once_from_whichever_side),
		STORY(every_refusal_says_what_to_do),
		STORY(the_database_itself_refuses_self_and_strangers),
		STORY(changing_or_removing_what_is_not_there_is_told),
		STORY(a_number_written_otherwise_makes_no_fault_and_no_half_pair),
	};

	return cmocka_run_group_tests_name("connection_refused", tests, story_begin, story_end);
}
