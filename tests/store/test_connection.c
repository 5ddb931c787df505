/* Connections: seen from both records, changed and taken away on both. */
#include "connecting.h"

static const char sql_other_names[] = "SELECT GROUP_CONCAT(other_name ORDER BY other_id) FROM connection "
	"WHERE customer_id = :id OR other_id = :id";

static void two_people_see_each_other_with_the_same_type_and_a_title_says_what_the_other_is(void **state)
{
	const char *ann = person("Ann", "Ames"), *bob = person("Bob", "Bell");

	(void)state;
	assert_int_equal(connect_as(ann, bob, "relative", "Father"), CONNECTED);
	same("on Ann's record", list(ann), "Bob Bell Relative Father");
	same("on Bob's record", list(bob), "Ann Ames Relative Father of Ann Ames");
	same("stored for Ann", row_text(connection_get(w, ann, bob), "title"), "Father");
	same("stored for Bob", row_text(connection_get(w, bob, ann), "title"), NULL);
	same("Bob is offered", row_text(connection_get(w, bob, ann), "offer_3"), "daughter");
	same("two rows", cell_of(sql_sides, WITH({ "id", ann })), "2");
}

static void each_side_of_two_people_may_have_a_title_of_its_own(void **state)
{
	const char *ann = person("Ann", "Ames"), *bob = person("Bob", "Bell");
	struct form how = form_read(w->mem, WITH({ "relationship", "relative" }, { "title", "Father" }, { "other_title", "Child" }),
		connection_add_fields, NULL), none = how_of(w, "relative", NULL), daughter = how_of(w, "relative", "Daughter");

	(void)state;
	assert_int_equal(connection_add(w, ann, bob, &how), CONNECTED);
	same("on Ann's record", list(ann), "Bob Bell Relative Father");
	same("on Bob's record", list(bob), "Ann Ames Relative Child");
	assert_true(connection_change(w, bob, ann, &daughter));
	same("Ann's stays", list(ann), "Bob Bell Relative Father");
	same("Bob's changes", list(bob), "Ann Ames Relative Daughter");
	assert_true(connection_change(w, ann, bob, &none));
	same("read from the other side", list(ann), "Bob Bell Relative Daughter of Bob Bell");
}

static void a_contact_of_a_business_stays_an_employee(void **state)
{
	const char *ann = person("Ann", "Ames"), *bob = person("Bob", "Bell"), *shop = business("Corner Shop");
	struct form owner = how_of(w, "friend", "Owner"), clerk = how_of(w, "employee", "Clerk");

	(void)state;
	assert_int_equal(connect_as(shop, ann, "employee", NULL), CONNECTED);
	assert_int_equal(connect_as(bob, shop, "other", NULL), CONNECTED);
	assert_true(connection_change(w, shop, ann, &owner));
	same("on Ann's record", list(ann), "Corner Shop Employee Owner");
	assert_true(connection_change(w, ann, shop, &owner));
	assert_true(connection_change(w, bob, shop, &clerk));
	same("on the shop's record", list(shop), "Ann Ames* Employee Owner, Bob Bell Employee Clerk");
}

static void a_person_and_a_business_are_connected_from_either_side(void **state)
{
	const char *ann = person("Ann", "Ames"), *bob = person("Bob", "Bell"), *shop = business("Corner Shop");

	(void)state;
	assert_int_equal(connect_as(shop, ann, "employee", "Clerk"), CONNECTED);
	assert_int_equal(connect_as(bob, shop, "other", NULL), CONNECTED);
	same("on Ann's record", list(ann), "Corner Shop Employee Clerk");
	same("on Bob's record", list(bob), "Corner Shop Other");
	same("on the shop's record", list(shop), "Ann Ames* Employee Clerk, Bob Bell Other");
}

static void every_type_is_kept_with_its_label(void **state)
{
	static const struct { const char *code, *label; } rows[] = {
		{ "employee", "Employee" }, { "friend", "Friend" }, { "relative", "Relative" }, { "other", "Other" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const char *ann = person("Ann", "Ames"), *bob = person("Bob", "Bell");
		assert_int_equal(connect_as(ann, bob, rows[i].code, NULL), CONNECTED);
		same("code", row_text(connection_get(w, bob, ann), "relationship"), rows[i].code);
		same("label", row_text(connection_get(w, bob, ann), "relationship_label"), rows[i].label);
	}
}

static void a_type_must_be_chosen_and_a_title_may_be_long_but_not_too_long(void **state)
{
	static const struct { const char *type, *title; bool good; } rows[] = {
		{ "friend", "", true }, { "friend", NULL, true }, { "", "Mother", false }, { NULL, "Mother", false },
		{ "boss", "Mother", false }, { "Friend", "Mother", false },
		{ "other", "123456789 123456789 123456789 123456789 123456789 1234567890", true },
		{ "other", "123456789 123456789 123456789 123456789 123456789 12345678901", false },
		{ "other", "ééééééééé ééééééééé ééééééééé ééééééééé ééééééééé éééééééééé", true },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		if (form_read(w->mem, WITH({ "relationship", rows[i].type }, { "title", rows[i].title }),
		    connection_fields, NULL).good != rows[i].good)
			fail_msg("[%s] [%s] is %s", rows[i].type, rows[i].title, rows[i].good ? "refused" : "good");
}

static void both_histories_tell_who_was_connected_changed_and_removed(void **state)
{
	const char *ann = person("Ann", "Ames"), *bob = person("Bob", "Bell"), *promoted;
	struct form how = how_of(w, "relative", "Husband");

	(void)state;
	assert_int_equal(connect_as(ann, bob, "friend", NULL), CONNECTED);
	assert_true(connection_change(w, bob, ann, &how));
	assert_true(connection_remove(w, ann, bob, &promoted));
	same("Ann's", history(ann), "connection_added: Bob Bell, Friend | "
		"connection_changed: Bob Bell, Relative | connection_removed: Bob Bell");
	same("Bob's", history(bob), "connection_added: Ann Ames, Friend | "
		"connection_changed: Ann Ames, Relative, Husband | connection_removed: Ann Ames");
	same("in words", row_text(activity_of_customer(w, ann), "what"), "Connection removed");
}

static void a_history_holds_the_longest_names(void **state)
{
	char name[121], first[61], title[61];
	struct form how;

	(void)state;
	memset(name, 'W', 120), memset(first, 'X', 60), memset(title, 'Y', 60);
	name[120] = first[60] = title[60] = '\0';
	const char *shop = business(name);
	const char *ann = add_customer(WITH(PERSON(first, first), { "suffix", "ZZZZZZZZZZZZZZZZZZZZ" }));
	how = how_of(w, "employee", title);
	assert_int_equal(connection_add(w, shop, ann, &how), CONNECTED);
	has_part("shop", history(shop), title);
	has_part("Ann", history(ann), name);
}

static void a_type_counts_on_both_sides_a_title_on_one_and_both_only_there(void **state)
{
	const char *ann = person("Ann", "Ames"), *bob = person("Bob", "Bell"), *cyd = person("Cyd", "Cole");
	struct form how = how_of(w, "relative", NULL);

	(void)state;
	assert_int_equal(connect_as(ann, bob, "friend", "Neighbor"), CONNECTED);
	assert_int_equal(connect_as(ann, cyd, "friend", "Neighbor"), CONNECTED);
	assert_true(connection_change(w, bob, ann, &how));
	same("Ann", list(ann), "Bob Bell Relative Neighbor, Cyd Cole Friend Neighbor");
	same("Bob", list(bob), "Ann Ames Relative Neighbor of Ann Ames");
	same("Cyd", list(cyd), "Ann Ames Friend Neighbor of Ann Ames");
	assert_true(connection_change(w, ann, bob, &how)); /* the same once more is no mistake */
}

static void what_a_change_did_not_post_stays(void **state)
{
	const char *ann = person("Ann", "Ames"), *bob = person("Bob", "Bell");
	struct form how = form_read(w->mem, WITH({ "relationship", "relative" }), connection_fields, NULL);
	struct form wrong = form_read(w->mem, WITH({ "relationship", "" }), connection_fields, NULL);

	(void)state;
	assert_int_equal(connect_as(ann, bob, "friend", "Neighbor"), CONNECTED);
	assert_true(connection_change(w, bob, ann, &how));
	assert_false(connection_change(w, bob, ann, &wrong));
	same("Ann", list(ann), "Bob Bell Relative Neighbor");
}

static void removing_takes_it_from_both_records_and_no_other(void **state)
{
	const char *ann = person("Ann", "Ames"), *bob = person("Bob", "Bell"), *cyd = person("Cyd", "Cole"), *promoted;

	(void)state;
	join(ann, bob), join(ann, cyd), join(bob, cyd);
	assert_true(connection_remove(w, bob, ann, &promoted));
	same("nobody is promoted", promoted, NULL);
	same("Ann", names(ann), "Cyd Cole");
	same("Bob", names(bob), "Cyd Cole");
	same("Cyd", names(cyd), "Ann Ames, Bob Bell");
	assert_false(connection_remove(w, bob, ann, &promoted));
	join(ann, bob);
	same("again", names(ann), "Bob Bell, Cyd Cole");
}

static void both_rows_have_the_folded_name_of_the_other(void **state)
{
	const char *ann = add_customer(WITH(PERSON("María", "O'Brien"), { "suffix", "Jr." })), *bob = person("Bob", "Bell");

	(void)state;
	join(ann, bob);
	same("names", cell_of(sql_other_names, WITH({ "id", ann })), "obrien maria jr,bell bob");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		STORY(two_people_see_each_other_with_the_same_type_and_a_title_says_what_the_other_is),
		STORY(each_side_of_two_people_may_have_a_title_of_its_own),
		STORY(a_contact_of_a_business_stays_an_employee),
		STORY(a_person_and_a_business_are_connected_from_either_side),
		STORY(every_type_is_kept_with_its_label),
		STORY(a_type_must_be_chosen_and_a_title_may_be_long_but_not_too_long),
		STORY(both_histories_tell_who_was_connected_changed_and_removed),
		STORY(a_history_holds_the_longest_names),
		STORY(a_type_counts_on_both_sides_a_title_on_one_and_both_only_there),
		STORY(what_a_change_did_not_post_stays),
		STORY(removing_takes_it_from_both_records_and_no_other),
		STORY(both_rows_have_the_folded_name_of_the_other),
	};

	return cmocka_run_group_tests_name("connection", tests, story_begin, story_end);
}
