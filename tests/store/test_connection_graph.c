/* The circle for the picture: who is connected, then who is connected with them, each once and not too many. */
#include "connecting.h"
#include "domain/customer/graph.h"

static const char sql_read[] = "SELECT CAST(SUM(VARIABLE_VALUE) AS UNSIGNED) FROM information_schema.SESSION_STATUS "
	"WHERE VARIABLE_NAME LIKE 'HANDLER_READ%'";

/* "Bob Bell, Cyd Cole < Bob Bell": names, those of the second step with whom they hang on. */
static const char *circle(const char *id)
{
	const struct row *all = graph_around(w, id);
	const char *words = NULL;

	for (const struct row *row = all; row; row = row->next) {
		const char *parent = row_text(row, "parent_id"), *one = row_text(row, "name");
		for (const struct row *before = all; before != row; before = before->next)
			if (text_same(row_text(before, "id"), parent))
				one = arena_text(w->mem, "%s < %s", one, row_text(before, "name"));
		words = text_join(w->mem, words, ", ", one);
	}
	return words;
}

/* What holds for every circle, whatever is in the database; tells how many there are in the first step and in all. */
static unsigned sound(const char *what, const char *id, unsigned *near)
{
	const struct row *all = graph_around(w, id);
	unsigned count = 0;
	bool second = false;

	*near = 0;
	for (const struct row *row = all; row; row = row->next, count++) {
		const char *parent = row_text(row, "parent_id");
		bool first_step = text_same(parent, id), there = first_step;
		if (text_same(row_text(row, "id"), id))
			fail_msg("[%s] has the customer itself around it", what);
		if (first_step && second)
			fail_msg("[%s] has somebody of the first step behind the second", what);
		second |= !first_step;
		*near += first_step;
		for (const struct row *before = all; before != row; before = before->next) {
			if (text_same(row_text(before, "id"), row_text(row, "id")))
				fail_msg("[%s] has %s twice", what, row_text(row, "name"));
			there |= text_same(row_text(before, "id"), parent) && text_same(row_text(before, "parent_id"), id);
		}
		if (!there)
			fail_msg("[%s] has %s without whom they hang on", what, row_text(row, "name"));
		if (!connection_get(w, parent, row_text(row, "id")))
			fail_msg("[%s] says %s is connected where they are not", what, row_text(row, "name"));
		if (!first_step && connection_get(w, id, row_text(row, "id")))
			fail_msg("[%s] has %s in the second step, who is connected with the customer itself", what,
				row_text(row, "name"));
	}
	if (count > GRAPH_MAX)
		fail_msg("[%s] has %u", what, count);
	return count;
}

static void the_circle_goes_two_steps_out_and_no_further(void **state)
{
	const char *ann = person("Ann", "Ames"), *bob = person("Bob", "Bell"), *cyd = person("Cyd", "Cole");
	const char *dee = person("Dee", "Dunn");

	(void)state;
	assert_null(graph_around(w, ann));
	join(ann, bob);
	same("one", circle(ann), "Bob Bell");
	join(bob, cyd), join(cyd, dee);
	same("two", circle(ann), "Bob Bell, Cyd Cole < Bob Bell");
	same("from Bob", circle(bob), "Ann Ames, Cyd Cole, Dee Dunn < Cyd Cole");
}

static void a_ring_and_common_friends_are_there_once(void **state)
{
	const char *ann = person("Ann", "Ames"), *bob = person("Bob", "Bell"), *cyd = person("Cyd", "Cole");
	const char *dee = person("Dee", "Dunn");

	(void)state;
	join(ann, bob), join(bob, cyd), join(cyd, ann);
	same("a ring", circle(ann), "Bob Bell, Cyd Cole");
	join(bob, dee), join(cyd, dee);
	same("a common friend", circle(ann), "Bob Bell, Cyd Cole, Dee Dunn < Bob Bell");
}

static void the_primary_contact_comes_first_then_names(void **state)
{
	const char *shop = business("Corner Shop"), *zoe = person("Zoe", "Zorn"), *bank = business("Big Bank");
	const char *ann = person("Ann", "Ames");

	(void)state;
	join(shop, zoe), join(shop, ann), join(zoe, bank), join(bank, person("Eve", "East")), join(ann, person("Al", "Zu"));
	same("circle", circle(shop), "Zoe Zorn, Ann Ames, Big Bank < Zoe Zorn, Al Zu < Ann Ames");
}

static void a_row_tells_what_the_picture_writes(void **state)
{
	static const struct { const char *column, *text; } columns[] = {
		{ "name", "Corner Shop" }, { "customer_type", "business" }, { "inactive", "1" },
		{ "relationship_label", "Other" }, { "title", "Landlord" },
	};
	const char *ann = person("Ann", "Ames"), *shop = business("Corner Shop");

	(void)state;
	assert_int_equal(connect_as(ann, shop, "other", "Landlord"), CONNECTED);
	assert_true(customer_set_inactive(w, customer_lock(w, shop), true));
	for (size_t i = 0; i < COUNT(columns); i++)
		same(columns[i].column, row_text(graph_around(w, ann), columns[i].column), columns[i].text);
	same("id", row_text(graph_around(w, ann), "id"), shop);
	same("parent", row_text(graph_around(w, ann), "parent_id"), ann);
}

/* :near people around somebody, each with :far of their own, all of whom may know each other. */
static void every_circle_is_sound_and_not_too_large(void **state)
{
	static const struct { const char *what; unsigned near, far; bool meshed; unsigned first, all; } rows[] = {
		{ "one", 1, 0, false, 1, 1 }, { "24", 24, 0, false, 24, 24 }, { "25", 25, 0, false, 24, 24 },
		{ "40", 40, 0, false, 24, 24 }, { "three with three", 3, 3, false, 3, 12 },
		{ "three with ten", 3, 10, false, 3, 21 }, { "24 with one", 24, 1, false, 24, 48 },
		{ "24 with ten", 24, 10, false, 24, 60 }, { "40 with ten", 40, 10, false, 24, 60 },
		{ "ten, all of whom know each other", 10, 0, true, 10, 10 },
		{ "30, all of whom know each other", 30, 0, true, 24, 24 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const char *ann = person("Ann", "Ames"), *near[40];
		unsigned first;
		for (unsigned n = 0; n < rows[i].near; n++) {
			near[n] = person(arena_text(w->mem, "Near%02u", n), "Neighbor");
			join(ann, near[n]);
			for (unsigned f = 0; f < rows[i].far; f++)
				join(near[n], person("Far", "Away"));
			for (unsigned m = 0; rows[i].meshed && m < n; m++)
				join(near[n], near[m]);
		}
		unsigned all = sound(rows[i].what, ann, &first);
		if (first != rows[i].first || all != rows[i].all)
			fail_msg("[%s] has %u in the first step and %u in all, not %u and %u", rows[i].what, first, all,
				rows[i].first, rows[i].all);
	}
}

static void a_neighbor_with_500_connections_leaves_room_for_the_others(void **state)
{
	const char *ann = person("Ann", "Ames"), *shop = business("Aaa Shop"), *bob = person("Bob", "Bell");
	const char *cyd = person("Cyd", "Cole"), *words;
	unsigned near;

	(void)state;
	add_family(shop, "aaa shop", "Five", "500");
	join(ann, shop), join(ann, bob), join(ann, cyd), join(bob, person("Eve", "East")), join(cyd, person("Flo", "Fox"));
	words = circle(ann);
	has_part("Bob's", words, "Eve East < Bob Bell");
	has_part("Cyd's", words, "Flo Fox < Cyd Cole");
	has_part("the shop's", words, "F0001 Five < Aaa Shop");
	holds("11 in all", sound("500", ann, &near) == 11 && near == 3);
}

/* Common friends must not use up the places of those that only one of them knows. */
static void many_common_friends_do_not_hide_the_others(void **state)
{
	const char *ann = person("Ann", "Ames"), *common[6];
	unsigned near;

	(void)state;
	for (unsigned i = 0; i < COUNT(common); i++)
		common[i] = person("Common", "Aaron");
	for (unsigned n = 0; n < 24; n++) {
		const char *id = person(arena_text(w->mem, "Near%02u", n), "Neighbor");
		join(ann, id);
		for (unsigned i = 0; i < COUNT(common); i++)
			join(id, common[i]);
		join(id, person(arena_text(w->mem, "Only%02u", n), "Zorn"));
	}
	assert_true(sound("common friends", ann, &near) > 24 + COUNT(common));
}

static unsigned long long rows_read(void)
{
	return text_number(cell_of(sql_read, NULL));
}

/* Everybody who works at a fleet has the fleet as a neighbor. */
static void the_circle_beside_a_fleet_of_5000_is_cheap(void **state)
{
	const char *ann = person("Ann", "Ames"), *fleet = business("Fleet");
	unsigned long long first, again;

	(void)state;
	add_family(fleet, "fleet", "Fleet", "5000");
	join(ann, fleet);
	first = rows_read(), again = rows_read();
	assert_non_null(graph_around(w, ann));
	unsigned long long read = rows_read() - again - (again - first);
	print_message("# the circle reads %llu rows\n", read);
	if (read > 2000)
		fail_msg("the circle beside a fleet of 5,000 reads %llu rows", read);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		STORY(the_circle_goes_two_steps_out_and_no_further),
		STORY(a_ring_and_common_friends_are_there_once),
		STORY(the_primary_contact_comes_first_then_names),
		STORY(a_row_tells_what_the_picture_writes),
		STORY(every_circle_is_sound_and_not_too_large),
		STORY(a_neighbor_with_500_connections_leaves_room_for_the_others),
		STORY(many_common_friends_do_not_hide_the_others),
		STORY(the_circle_beside_a_fleet_of_5000_is_cheap),
	};

	return cmocka_run_group_tests_name("connection_circle", tests, story_begin, story_end);
}
