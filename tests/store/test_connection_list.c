/* Lists of connections: their order, their pages, the summary of five, and what a fleet of thousands costs. */
#include "connecting.h"

static const char sql_read[] = "SELECT CAST(SUM(VARIABLE_VALUE) AS UNSIGNED) FROM information_schema.SESSION_STATUS "
	"WHERE VARIABLE_NAME LIKE 'HANDLER_READ%'";
static const char sql_make_first[] = "UPDATE connection SET is_primary = 1 WHERE customer_id = :id "
	"ORDER BY other_name DESC LIMIT 1";
static const char sql_someone[] = "SELECT id FROM customer WHERE last_name = :family ORDER BY id LIMIT 1";
static const char sql_crowd[] = "SELECT COUNT(*) FROM customer";
static const char sql_name_of_row[] = "SELECT other_name FROM connection WHERE other_id = :id";

static void the_primary_contact_comes_first_then_names_in_their_order(void **state)
{
	static const struct { const char *first, *last; } people[] = {
		{ "Zoe", "Zorn" }, { "bob", "adams" }, { "Ann", "Zorn" }, { "Élan", "Ébert" }, { "Cyd", "Ebers" },
		{ "Dee", "O'Brien" }, { "Eve", "Oberlin" }, { "Fay", "De La Cruz" }, { "Gus", "Delacroix" },
	};
	const char *shop = business("Corner Shop"), *ann = person("Mia", "Moe");

	(void)state;
	for (size_t i = 0; i < COUNT(people); i++) {
		const char *id = person(people[i].first, people[i].last);
		join(shop, id), join(ann, id);
	}
	same("of a business", names(shop), "Zoe Zorn*, bob adams, Fay De La Cruz, Gus Delacroix, Cyd Ebers, Élan Ébert, "
		"Eve Oberlin, Dee O'Brien, Ann Zorn");
	same("of a person", names(ann), "bob adams, Fay De La Cruz, Gus Delacroix, Cyd Ebers, Élan Ébert, Eve Oberlin, "
		"Dee O'Brien, Ann Zorn, Zoe Zorn");
}

static void people_and_businesses_stand_in_one_order(void **state)
{
	const char *ann = person("Ann", "Ames");

	(void)state;
	join(ann, business("Miller Tools")), join(ann, person("Zed", "Miller")), join(ann, business("24/7 Towing"));
	join(ann, person("Abe", "Miller")), join(ann, business("Zebra Inc"));
	same("list", names(ann), "24/7 Towing, Abe Miller, Miller Tools, Zed Miller, Zebra Inc");
}

static void those_of_one_name_are_all_there(void **state)
{
	const char *ann = person("Ann", "Ames"), *first = person("Bob", "Bell"), *second = person("Bob", "Bell");
	const struct row *row;

	(void)state;
	join(ann, second), join(ann, first);
	row = connection_list(w, ann, 0);
	same("by number", row_text(row, "id"), first);
	same("by number", row_text(row->next, "id"), second);
	assert_null(row->next->next);
}

static void a_row_tells_who_it_is_and_how_to_reach_them(void **state)
{
	static const struct { const char *column, *text; } columns[] = {
		{ "customer_type", "individual" }, { "name", "Bob Bell Jr." }, { "list_name", "Bell, Bob Jr." },
		{ "inactive", "0" }, { "relationship", "friend" }, { "relationship_label", "Friend" }, { "title", "Coach" },
		{ "is_primary", "0" }, { "phone", "(614) 555-0142" }, { "email", "bob@example.com" },
	};
	const char *ann = person("Ann", "Ames"), *bob = add_customer(WITH(PERSON("Bob", "Bell"), { "suffix", "Jr." },
		{ "phones.0.type", "home" }, { "phones.0.number", "6145550199" },
		{ "phones.1.type", "cell" }, { "phones.1.number", "6145550142" }, { "phones.primary", "1" },
		{ "emails.0.type", "work" }, { "emails.0.address", "bob@example.com" }));

	(void)state;
	assert_int_equal(connect_as(ann, bob, "friend", "Coach"), CONNECTED);
	for (size_t i = 0; i < COUNT(columns); i++) {
		same(columns[i].column, row_text(connection_list(w, ann, 0), columns[i].column), columns[i].text);
		same(columns[i].column, row_text(connection_get(w, ann, bob), columns[i].column), columns[i].text);
	}
	same("id", row_text(connection_list(w, ann, 0), "id"), bob);
	same("without a phone", row_text(connection_list(w, bob, 0), "phone"), NULL);
}

static void who_has_no_connections_has_an_empty_list(void **state)
{
	const char *ann = person("Ann", "Ames"), *count;

	(void)state;
	assert_null(connection_list(w, ann, 0));
	assert_null(connection_list(w, ann, 1));
	assert_null(connection_summary(w, customer_get(w, ann), &count));
	same("count", count, "0");
	assert_null(connection_list(w, "1", 0));
}

static void a_page_has_25_and_tells_by_one_more_that_there_are_more(void **state)
{
	static const struct { const char *family, *count; unsigned page, rows; } rows[] = {
		{ "Pageone", "25", 0, 25 }, { "Pageone", "25", 1, 0 }, { "Pagetwo", "26", 0, 26 }, { "Pagetwo", "26", 1, 1 },
		{ "Pagesix", "151", 5, 26 }, { "Pagesix", "151", 6, 1 }, { "Pagesix", "151", 7, 0 },
		{ "Pagesix", "151", 999, 0 },
	};
	const char *shop = NULL;

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		unsigned count = 0;
		if (!i || !text_same(rows[i].family, rows[i - 1].family)) {
			shop = business("Big Shop");
			add_family(shop, "big shop", rows[i].family, rows[i].count);
		}
		for (const struct row *row = connection_list(w, shop, rows[i].page); row; row = row->next)
			count++;
		if (count != rows[i].rows)
			fail_msg("page %u of %s has %u rows, not %u", rows[i].page, rows[i].count, count, rows[i].rows);
	}
}

static void the_pages_together_have_everybody_once_and_in_order(void **state)
{
	const char *shop = business("Big Shop");
	unsigned seen = 0;

	(void)state;
	add_family(shop, "big shop", "Allthere", "1234");
	db_change(w, sql_make_first, WITH({ "id", shop }));
	for (unsigned page = 0; page < 60; page++) {
		const struct row *row = connection_list(w, shop, page);
		for (unsigned at = 0; row && at < CONNECTION_PAGE; row = row->next, at++, seen++)
			same("name", row_text(row, "name"), seen ? arena_text(w->mem, "F%04u Allthere", seen) : "F1234 Allthere");
	}
	assert_int_equal(seen, 1234);
}

static void the_summary_has_the_first_five_and_how_many_there_are(void **state)
{
	static const struct { const char *count, *told; } rows[] = {
		{ "1", "1" }, { "5", "5" }, { "6", "6" }, { "999", "999" }, { "1000", "1000" }, { "1001", "1,000+" },
		{ "1300", "1,000+" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const char *shop = business("Big Shop"), *told;
		const struct row *row;
		unsigned shown = 0;
		add_family(shop, "big shop", arena_text(w->mem, "Sum%zu", i), rows[i].count);
		db_change(w, sql_make_first, WITH({ "id", shop }));
		row = connection_summary(w, customer_get(w, shop), &told);
		same(rows[i].count, told, rows[i].told);
		same(rows[i].count, row_text(row, "is_primary"), "1");
		same(rows[i].count, row_text(row, "name"), arena_text(w->mem, "F%04llu Sum%zu", text_number(rows[i].count), i));
		for (; row; row = row->next, shown++)
			same("label", row_text(row, "relationship_label"), "Employee");
		if (shown != (text_number(rows[i].count) < 5 ? text_number(rows[i].count) : 5))
			fail_msg("of %s the summary shows %u", rows[i].count, shown);
	}
}

static void who_becomes_inactive_stays_in_the_lists_and_is_marked(void **state)
{
	const char *shop = business("Corner Shop"), *ann = person("Ann", "Ames"), *bob = person("Bob", "Bell"), *count;

	(void)state;
	join(shop, ann), join(shop, bob);
	assert_true(customer_set_inactive(w, customer_lock(w, ann), true));
	same("list", names(shop), "Ann Ames*, Bob Bell");
	same("Ann", row_text(connection_list(w, shop, 0), "inactive"), "1");
	same("Bob", row_text(connection_list(w, shop, 0)->next, "inactive"), "0");
	same("summary", row_text(connection_summary(w, customer_get(w, shop), &count), "inactive"), "1");
	same("count", count, "2");
	same("her own", names(ann), "Corner Shop");
	assert_true(customer_set_inactive(w, customer_lock(w, ann), false));
	same("active again", row_text(connection_list(w, shop, 0), "inactive"), "0");
}

static void a_new_name_moves_somebody_in_the_lists_of_others(void **state)
{
	const char *ann = person("Ann", "Ames"), *bob = person("Bob", "Bell"), *cyd = person("Cyd", "Cole");
	const char *shop = business("Alpha Shop");

	(void)state;
	join(ann, bob), join(ann, cyd), join(ann, shop), join(bob, cyd);
	assert_int_equal(save_customer(bob, WITH(PERSON("Bob", "Zorn"), { "suffix", "Sr." })), CUSTOMER_SAVED);
	assert_int_equal(save_customer(shop, WITH(BUSINESS_NAMED("Beta Shop"))), CUSTOMER_SAVED);
	same("Ann's", names(ann), "Beta Shop, Cyd Cole, Bob Zorn Sr.");
	same("Cyd's", names(cyd), "Ann Ames, Bob Zorn Sr.");
	same("as if just added", cell_of(sql_name_of_row, WITH({ "id", bob })), "zorn bob sr");
	assert_int_equal(save_customer(bob, WITH(PERSON("Bob", "Aames"), { "suffix", "" })), CUSTOMER_SAVED);
	same("and back", names(ann), "Bob Aames, Beta Shop, Cyd Cole");
}

/* Rows that reading THING costs; what counting costs is taken off. */
static unsigned long long cost(const struct row *(*reading)(const char *), const char *id)
{
	unsigned long long at_first = text_number(cell_of(sql_read, NULL)), again = text_number(cell_of(sql_read, NULL));

	assert_non_null(reading(id));
	return text_number(cell_of(sql_read, NULL)) - again - (again - at_first);
}

static const struct row *first_page(const char *id)
{
	return connection_list(w, id, 0);
}

static const struct row *summary(const char *id)
{
	const char *count;

	return connection_summary(w, customer_get(w, id), &count);
}

static const char *in_fleet, *elsewhere; /* who is connected with the fleet, and who is to be */

static const struct row *one(const char *id)
{
	return connection_get(w, id, in_fleet);
}

static const struct row *adding(const char *id)
{
	join(id, elsewhere);
	return connection_get(w, id, elsewhere);
}

static const struct row *changing(const char *id)
{
	struct form how = how_of(w, "other", NULL);

	assert_true(connection_change(w, id, in_fleet, &how));
	return connection_get(w, id, in_fleet);
}

static const struct row *moving(const char *id)
{
	assert_true(connection_make_primary(w, id, elsewhere));
	return connection_get(w, id, elsewhere);
}

static const struct row *removing(const char *id)
{
	const char *promoted;

	assert_true(connection_remove(w, id, in_fleet, &promoted));
	return connection_get(w, id, elsewhere);
}


/* Among 10,000 customers; the first page needs 26 rows with a customer, a phone and an e-mail each, the count 1,001
 * (each of them read and counted). */
static void a_fleet_of_5000_costs_no_more_than_a_family(void **state)
{
	static const struct { const char *what; const struct row *(*reading)(const char *); unsigned most; } rows[] = {
		{ "first page", first_page, 200 }, { "summary", summary, 2200 }, { "one", one, 20 },
		{ "adding", adding, 50 }, { "changing", changing, 50 }, { "moving the primary", moving, 50 },
		{ "removing", removing, 50 },
	};
	const char *fleet = business("Fleet");

	(void)state;
	add_family(fleet, "fleet", "Fleet", "5000");
	db_change(w, sql_make_first, WITH({ "id", fleet }));
	db_change(w, sql_family, WITH({ "family", "Elsewhere" }, { "count", "5000" }));
	holds("a crowd", text_number(cell_of(sql_crowd, NULL)) > 10000);
	in_fleet = cell_of(sql_someone, WITH({ "family", "Fleet" }));
	elsewhere = cell_of(sql_someone, WITH({ "family", "Elsewhere" }));
	for (size_t i = 0; i < COUNT(rows); i++) {
		unsigned long long read = cost(rows[i].reading, fleet);
		print_message("# %s %llu rows\n", rows[i].what, read);
		if (read > rows[i].most)
			fail_msg("%s reads %llu rows", rows[i].what, read);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		STORY(the_primary_contact_comes_first_then_names_in_their_order),
		STORY(people_and_businesses_stand_in_one_order),
		STORY(those_of_one_name_are_all_there),
		STORY(a_row_tells_who_it_is_and_how_to_reach_them),
		STORY(who_has_no_connections_has_an_empty_list),
		STORY(a_page_has_25_and_tells_by_one_more_that_there_are_more),
		STORY(the_pages_together_have_everybody_once_and_in_order),
		STORY(the_summary_has_the_first_five_and_how_many_there_are),
		STORY(who_becomes_inactive_stays_in_the_lists_and_is_marked),
		STORY(a_new_name_moves_somebody_in_the_lists_of_others),
		STORY(a_fleet_of_5000_costs_no_more_than_a_family),
	};

	return cmocka_run_group_tests_name("connection_list", tests, story_begin, story_end);
}
