/* The primary contact: exactly one on a business that has connections, none on a person, and who follows. */
#include "connecting.h"

static const char sql_second[] = "UPDATE connection SET is_primary = 1 WHERE customer_id = :id";
static const char sql_older[] = "UPDATE connection SET added_at = NOW(6) - INTERVAL :days DAY "
	"WHERE customer_id = :id AND other_id = :other";
static const char sql_wrong[] = "SELECT COUNT(*) FROM (SELECT k.customer_id, SUM(k.is_primary) AS primaries, "
	"c.customer_type = 'business' AS wanted FROM connection k JOIN customer c ON c.id = k.customer_id "
	"GROUP BY k.customer_id, c.customer_type HAVING primaries <> wanted) wrong";

static void joined(const char *id, const char *other, const char *days)
{
	join(id, other);
	db_change(w, sql_older, WITH({ "id", id }, { "other", other }, { "days", days }));
	db_change(w, sql_older, WITH({ "id", other }, { "other", id }, { "days", days }));
}

static void the_first_connection_of_a_business_is_its_primary_contact(void **state)
{
	const char *shop = business("Corner Shop"), *zoe = person("Zoe", "Zorn"), *ann = person("Ann", "Ames");

	(void)state;
	join(shop, zoe);
	same("one", names(shop), "Zoe Zorn*");
	join(shop, ann);
	same("two", names(shop), "Zoe Zorn*, Ann Ames");
	same("history", history(shop), "connection_added: Zoe Zorn, Employee | connection_added: Ann Ames, Employee");
}

static void so_it_is_from_the_side_of_the_person(void **state)
{
	const char *shop = business("Corner Shop"), *zoe = person("Zoe", "Zorn"), *ann = person("Ann", "Ames");

	(void)state;
	join(zoe, shop);
	join(ann, shop);
	same("the shop", names(shop), "Zoe Zorn*, Ann Ames");
	same("Zoe", names(zoe), "Corner Shop");
	same("Ann", names(ann), "Corner Shop");
}

static void a_person_never_has_a_primary_contact(void **state)
{
	const char *ann = person("Ann", "Ames"), *bob = person("Bob", "Bell"), *shop = business("Corner Shop"), *promoted;

	(void)state;
	join(ann, bob), join(ann, shop);
	same("Ann", primaries(ann), "0");
	assert_false(connection_make_primary(w, ann, bob));
	assert_false(connection_make_primary(w, ann, shop));
	assert_true(connection_remove(w, ann, bob, &promoted));
	same("Ann, with one left", primaries(ann), "0");
	same("nobody", promoted, NULL);
}

static void one_person_may_be_the_primary_contact_of_several_businesses(void **state)
{
	const char *ann = person("Ann", "Ames"), *shop = business("Corner Shop"), *bank = business("Big Bank");

	(void)state;
	join(ann, shop), join(ann, bank);
	same("shop", names(shop), "Ann Ames*");
	same("bank", names(bank), "Ann Ames*");
}

static void the_primary_contact_moves(void **state)
{
	const char *shop = business("Corner Shop"), *ann = person("Ann", "Ames"), *bob = person("Bob", "Bell");

	(void)state;
	join(shop, ann), join(shop, bob);
	assert_true(connection_make_primary(w, shop, bob));
	same("moved", names(shop), "Bob Bell*, Ann Ames");
	assert_true(connection_make_primary(w, shop, bob)); /* as it is already */
	same("once", history(shop), "connection_added: Ann Ames, Employee | connection_added: Bob Bell, Employee | "
		"primary_contact: Bob Bell");
	assert_true(connection_make_primary(w, shop, ann));
	same("back", names(shop), "Ann Ames*, Bob Bell");
	same("on Bob's record", names(bob), "Corner Shop");
}

static void only_who_is_connected_becomes_primary(void **state)
{
	const char *shop = business("Corner Shop"), *ann = person("Ann", "Ames"), *bob = person("Bob", "Bell");
	const char *bank = business("Big Bank");
	const char *const others[] = { bob, shop, bank, "1", "", "ann" };

	(void)state;
	join(shop, ann), join(bank, bob);
	for (size_t i = 0; i < COUNT(others); i++)
		holds(others[i], !connection_make_primary(w, shop, others[i]));
	holds("from the person's side", !connection_make_primary(w, ann, shop));
	same("as it was", names(shop), "Ann Ames*");
	same("history", history(shop), "connection_added: Ann Ames, Employee");
}

static void a_change_of_type_leaves_the_primary_contact_alone(void **state)
{
	const char *shop = business("Corner Shop"), *ann = person("Ann", "Ames"), *bob = person("Bob", "Bell");
	struct form how = how_of(w, "other", "Owner");

	(void)state;
	assert_int_equal(connect_as(ann, shop, "friend", NULL), CONNECTED);
	assert_int_equal(connect_as(bob, shop, "friend", NULL), CONNECTED);
	assert_true(connection_change(w, ann, shop, &how));
	assert_true(connection_change(w, shop, bob, &how));
	same("shop", list(shop), "Ann Ames* Other Owner, Bob Bell Other Owner");
}

static void when_the_primary_goes_the_longest_standing_one_follows(void **state)
{
	static const struct { const char *what; bool from_the_person; } rows[] = {
		{ "from the business", false }, { "from the person", true },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const char *shop = business("Corner Shop"), *ann = person("Ann", "Ames"), *bob = person("Bob", "Bell");
		const char *zoe = person("Zoe", "Zorn"), *promoted;
		joined(shop, bob, "3"), joined(shop, ann, "1"), joined(shop, zoe, "2");
		assert_true(rows[i].from_the_person ? connection_remove(w, bob, shop, &promoted) :
			connection_remove(w, shop, bob, &promoted));
		same(rows[i].what, promoted, "Zoe Zorn");
		same(rows[i].what, names(shop), "Zoe Zorn*, Ann Ames");
		same(rows[i].what, history(shop), "connection_added: Bob Bell, Employee | "
			"connection_added: Ann Ames, Employee | connection_added: Zoe Zorn, Employee | "
			"connection_removed: Bob Bell | primary_contact: Zoe Zorn");
		same(rows[i].what, history(bob), "connection_added: Corner Shop, Employee | connection_removed: Corner Shop");
	}
}

static void removing_another_one_moves_nothing(void **state)
{
	const char *shop = business("Corner Shop"), *ann = person("Ann", "Ames"), *bob = person("Bob", "Bell");
	const char *cyd = person("Cyd", "Cole"), *promoted;

	(void)state;
	joined(shop, bob, "1"), joined(shop, ann, "3"), joined(shop, cyd, "2");
	assert_true(connection_remove(w, shop, ann, &promoted));
	same("from the business", promoted, NULL);
	assert_true(connection_remove(w, cyd, shop, &promoted));
	same("from the person", promoted, NULL);
	same("shop", names(shop), "Bob Bell*");
}

static void removing_the_last_one_leaves_none_and_the_next_is_first_again(void **state)
{
	const char *shop = business("Corner Shop"), *ann = person("Ann", "Ames"), *bob = person("Bob", "Bell"), *promoted;

	(void)state;
	join(shop, ann);
	assert_true(connection_remove(w, ann, shop, &promoted));
	same("nobody", promoted, NULL);
	same("shop", names(shop), NULL);
	join(bob, shop);
	same("the next", names(shop), "Bob Bell*");
}

static void who_was_made_primary_by_hand_is_followed_by_the_longest_standing_too(void **state)
{
	const char *shop = business("Corner Shop"), *ann = person("Ann", "Ames"), *bob = person("Bob", "Bell");
	const char *cyd = person("Cyd", "Cole"), *promoted;

	(void)state;
	joined(shop, cyd, "3"), joined(shop, bob, "2"), joined(shop, ann, "1");
	assert_true(connection_make_primary(w, shop, ann));
	assert_true(connection_remove(w, shop, ann, &promoted));
	same("promoted", promoted, "Cyd Cole");
	same("shop", names(shop), "Cyd Cole*, Bob Bell");
}

static void the_database_itself_refuses_a_second_primary_contact(void **state)
{
	const char *shop = business("Corner Shop"), *ann = person("Ann", "Ames"), *bob = person("Bob", "Bell");

	(void)state;
	join(shop, ann), join(shop, bob);
	assert_int_equal(db_change(w, sql_second, WITH({ "id", shop })), DB_DUPLICATE);
	same("shop", names(shop), "Ann Ames*, Bob Bell");
}

/* Everything above in any order: 300 steps of chance with the rule held against the table after each. */
static void after_whatever_steps_each_business_has_exactly_one(void **state)
{
	const char *ids[6], *promoted;
	unsigned chance = 7;

	(void)state;
	for (size_t i = 0; i < COUNT(ids); i++)
		ids[i] = i < 2 ? business("A Business") : person("Pat", "Person");
	for (int step = 0; step < 300; step++) {
		chance = chance * 1103515245 + 12345;
		const char *id = ids[chance / 65536 % 6], *other = ids[chance / 65536 / 6 % 6];
		switch (chance / 65536 / 36 % 4) {
		case 0: case 1:
			connect_as(id, other, "other", NULL);
			break;
		case 2:
			connection_remove(w, id, other, &promoted);
			break;
		default:
			connection_make_primary(w, id, other);
		}
		if (!text_same(cell_of(sql_wrong, NULL), "0"))
			fail_msg("after step %d (%s, %s) a record has too many or too few", step, id, other);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		STORY(the_first_connection_of_a_business_is_its_primary_contact),
		STORY(so_it_is_from_the_side_of_the_person),
		STORY(a_person_never_has_a_primary_contact),
		STORY(one_person_may_be_the_primary_contact_of_several_businesses),
		STORY(the_primary_contact_moves),
		STORY(only_who_is_connected_becomes_primary),
		STORY(a_change_of_type_leaves_the_primary_contact_alone),
		STORY(when_the_primary_goes_the_longest_standing_one_follows),
		STORY(removing_another_one_moves_nothing),
		STORY(removing_the_last_one_leaves_none_and_the_next_is_first_again),
		STORY(who_was_made_primary_by_hand_is_followed_by_the_longest_standing_too),
		STORY(the_database_itself_refuses_a_second_primary_contact),
		STORY(after_whatever_steps_each_business_has_exactly_one),
	};

	return cmocka_run_group_tests_name("connection_primary", tests, story_begin, story_end);
}
