/* Whom a search offers for a connection: active ones that may be connected, those who are already told apart. */
#include "connecting.h"

static const char sql_shops[] =
	"INSERT INTO customer (customer_type, business_name, created_at, created_by, changed_at, changed_by) "
	"WITH d AS (SELECT 0 AS n UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4 UNION ALL "
	"  SELECT 5 UNION ALL SELECT 6 UNION ALL SELECT 7 UNION ALL SELECT 8 UNION ALL SELECT 9) "
	"SELECT 'business', CONCAT('Castor ', h.n, z.n, o.n), NOW(), :me, NOW(), :me FROM d h, d z, d o";
static const char sql_shop_keys[] = "INSERT INTO search_key SELECT 0, LOWER(business_name), id FROM customer "
	"WHERE business_name LIKE 'Castor %'";

static const char *offered(const char *text, const char *id)
{
	const char *all = NULL;

	for (const struct row *row = search_others(w, text, customer_get(w, id)); row; row = row->next)
		all = text_join(w->mem, all, ", ", text_same(row_text(row, "connected"), "1") ?
			arena_text(w->mem, "(%s)", row_text(row, "name")) : row_text(row, "name"));
	return all;
}

static void everybody_is_offered_but_the_customer_itself(void **state)
{
	const char *ann = person("Ann", "Quimby");

	(void)state;
	same("alone", offered("quimby", ann), NULL);
	person("Bob", "Quimby"), person("Cyd", "Quimby");
	same("two others", offered("quimby", ann), "Bob Quimby, Cyd Quimby");
	same("by its own number", offered(ann, ann), NULL);
}

static void a_person_is_offered_people_and_businesses_a_business_only_people(void **state)
{
	const char *ann = person("Ann", "Ames"), *shop = business("Quimby Tools");

	(void)state;
	business("Quimby Cars"), person("Bob", "Quimby");
	same("a person", offered("quimby", ann), "Bob Quimby, Quimby Cars, Quimby Tools");
	same("a business", offered("quimby", shop), "Bob Quimby");
	same("a business, nobody", offered("quimby cars", shop), NULL);
}

static void who_is_inactive_is_not_offered(void **state)
{
	const char *ann = person("Ann", "Ames"), *bob = person("Bob", "Quimby");

	(void)state;
	person("Cyd", "Quimby");
	assert_true(customer_set_inactive(w, customer_lock(w, bob), true));
	same("without Bob", offered("quimby", ann), "Cyd Quimby");
	same("not by number either", offered(bob, ann), NULL);
	assert_true(customer_set_inactive(w, customer_lock(w, bob), false));
	same("with Bob", offered("quimby", ann), "Bob Quimby, Cyd Quimby");
}

static void who_is_connected_already_is_told_apart(void **state)
{
	const char *ann = person("Ann", "Ames"), *bob = person("Bob", "Quimby"), *cyd = person("Cyd", "Quimby");
	const char *promoted;

	(void)state;
	join(bob, ann);
	same("Ann", offered("quimby", ann), "(Bob Quimby), Cyd Quimby");
	same("Cyd", offered("quimby", cyd), "Bob Quimby");
	assert_true(connection_remove(w, ann, bob, &promoted));
	same("Ann, later", offered("quimby", ann), "Bob Quimby, Cyd Quimby");
}

/* The desk types here what it types into Customer Search. */
static void the_same_words_find_as_in_customer_search(void **state)
{
	static const char *const asked[] = {
		"quimby", "QUIMBY, mar", "maria quimby", "mária quimby", "quim", "maria.q@example.com", "maria q@ex",
		"614 555 0142", "(614) 555-0142", "0142", "16145550142", "43206", "mar quim", "quimby 43206", "maria 0142",
	};
	const char *ann = person("Ann", "Ames"), *maria = add_customer(WITH(PERSON("Maria", "Quimby"),
		{ "phones.0.type", "cell" }, { "phones.0.number", "6145550142" },
		{ "emails.0.type", "work" }, { "emails.0.address", "maria.q@example.com" },
		{ "addresses.0.type", "work" }, { "addresses.0.zip", "43206" }));
	const char *missed = NULL;

	(void)state;
	for (size_t i = 0; i < COUNT(asked); i++) {
		const struct row *found = search_find(w, asked[i], false, 0);
		if (found && text_same(row_text(found, "id"), maria) && !text_same(offered(asked[i], ann), "Maria Quimby"))
			missed = text_join(w->mem, missed, ", ", asked[i]);
	}
	same("found there but not here", missed, NULL);
	same("by number", offered(maria, ann), "Maria Quimby");
}

static void nothing_asked_offers_nobody(void **state)
{
	static const char *const asked[] = { "", " ", "-", "'", "%", "|", "quimbyx", "\xff\xfe", "0" };
	const char *ann = person("Ann", "Ames");

	(void)state;
	person("Bob", "Quimby");
	for (size_t i = 0; i < COUNT(asked); i++)
		same(asked[i], offered(asked[i], ann), NULL);
}

static void a_row_tells_what_the_list_of_customers_tells(void **state)
{
	static const struct { const char *column, *text; } columns[] = {
		{ "customer_type", "individual" }, { "list_name", "Quimby, Bob Jr." }, { "phone", "(614) 555-0142" },
		{ "email", "b@example.com" }, { "city", "Columbus, OH" }, { "inactive", "0" }, { "connected", "0" },
	};
	const char *ann = person("Ann", "Ames");
	const struct row *row;

	(void)state;
	add_customer(WITH(PERSON("Bob", "Quimby"), { "suffix", "Jr." }, { "phones.0.type", "cell" },
		{ "phones.0.number", "6145550142" }, { "emails.0.type", "work" }, { "emails.0.address", "b@example.com" },
		{ "addresses.0.type", "work" }, { "addresses.0.city", "Columbus" }, { "addresses.0.state", "OH" }));
	row = search_others(w, "quimby", customer_get(w, ann));
	for (size_t i = 0; i < COUNT(columns); i++)
		same(columns[i].column, row_text(row, columns[i].column), columns[i].text);
}

static void at_most_25_are_offered_and_nobody_twice(void **state)
{
	const char *ann = person("Ann", "Ames"), *before = "";
	unsigned count = 0;

	(void)state;
	for (int i = 0; i < 40; i++)
		person(arena_text(w->mem, "Quim%02d", i), "Quimby");
	for (const struct row *row = search_others(w, "quim", customer_get(w, ann)); row; row = row->next, count++) {
		holds("nobody twice", !strstr(before, arena_text(w->mem, "%s,", row_text(row, "id"))));
		before = arena_text(w->mem, "%s%s,", before, row_text(row, "id"));
	}
	assert_int_equal(count, SEARCH_PAGE);
}

/* A business is offered people only: all the businesses of that name in front of them must not hide them. */
static void a_thousand_businesses_of_a_name_do_not_hide_the_people(void **state)
{
	const char *shop = business("Corner Shop"), *ann = person("Ann", "Ames");

	(void)state;
	person("Maria", "Castorini");
	same("before", offered("castor", shop), "Maria Castorini");
	db_change(w, sql_shops, NULL);
	db_change(w, sql_shop_keys, NULL);
	has_part("a person is offered the businesses", offered("castor", ann), "Castor 000");
	same("a business is offered the person", offered("castor", shop), "Maria Castorini");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		STORY(everybody_is_offered_but_the_customer_itself),
		STORY(a_person_is_offered_people_and_businesses_a_business_only_people),
		STORY(who_is_inactive_is_not_offered),
		STORY(who_is_connected_already_is_told_apart),
		STORY(the_same_words_find_as_in_customer_search),
		STORY(nothing_asked_offers_nobody),
		STORY(a_row_tells_what_the_list_of_customers_tells),
		STORY(at_most_25_are_offered_and_nobody_twice),
		STORY(a_thousand_businesses_of_a_name_do_not_hide_the_people),
	};

	return cmocka_run_group_tests_name("connection_search", tests, story_begin, story_end);
}
