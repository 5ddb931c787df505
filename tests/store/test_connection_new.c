/* Create New Customer within Add Connection: a whole record, connected, with or without the same contacts, or nothing. */
#include "connecting.h"
#include "domain/customer/connection_new.h"

static const char sql_contacts[] = "SELECT GROUP_CONCAT(line ORDER BY line SEPARATOR '; ') FROM ("
	"SELECT CONCAT(CONCAT_WS(' ', type, street, city, state, zip, number, address), IF(is_primary, '*', '')) AS line "
	"FROM contact WHERE customer_id = :id) l";
static const char sql_customers[] = "SELECT COUNT(*) FROM customer";
static const char sql_rows[] = "SELECT (SELECT COUNT(*) FROM customer) + (SELECT COUNT(*) FROM connection) + "
	"(SELECT COUNT(*) FROM contact) + (SELECT COUNT(*) FROM activity) + (SELECT COUNT(*) FROM search_key)";
static const char sql_ssns[] = "SELECT COUNT(*) FROM ssn WHERE customer_id = :id";

#define CONTACTS { "phones.0.type", "home" }, { "phones.0.number", "6145550143" }, \
	{ "phones.1.type", "cell" }, { "phones.1.number", "+49 30 1234567" }, { "phones.primary", "1" }, \
	{ "emails.0.type", "work" }, { "emails.0.address", "w@example.com" }, \
	{ "emails.1.type", "personal" }, { "emails.1.address", "p@example.com" }, { "emails.primary", "1" }, \
	{ "addresses.0.type", "mailing" }, { "addresses.0.street", "1 Elm St" }, { "addresses.0.city", "Columbus" }, \
	{ "addresses.0.state", "OH" }, { "addresses.0.zip", "43206-1234" }, \
	{ "addresses.1.type", "garage" }, { "addresses.1.city", "Dayton" }
#define IN_ONE_LINE "cell +49301234567*; garage Dayton; home 6145550143; mailing 1 Elm St Columbus OH 43206-1234*; " \
	"personal p@example.com*; work w@example.com"

/* Adds the customer of WORDS to ID; *NEW_ID is its number. */
static enum connected add_new(const char *id, const struct text_value *words, const char *title, bool same_contact,
	const char **new_id)
{
	struct form form = customer_of(words), how = how_of(w, "relative", title);

	return connection_new(w, id, &form, &how, same_contact, new_id);
}

static void a_new_customer_is_a_whole_record_of_its_own(void **state)
{
	const char *ann = person("Ann", "Ames"), *id;
	const struct row *customer;

	(void)state;
	assert_int_equal(add_new(ann, WITH(PERSON("Quincy", "Quaid"), { "middle_name", "Q" }), "Son", false, &id), CONNECTED);
	assert_int_equal(text_number(id), text_number(ann) + 1);
	customer = customer_get(w, id);
	same("name", row_text(customer, "name"), "Quincy Quaid");
	same("middle name", row_text(customer, "middle_name"), "Q");
	same("version", row_text(customer, "row_version"), "1");
	same("active", row_text(customer, "inactive"), "0");
	same("by", row_text(customer, "created_by"), manager_id);
	same("on Ann's record", list(ann), "Quincy Quaid Relative Son");
	same("on its own", list(id), "Ann Ames Relative Son of Ann Ames");
	assert_int_equal(save_customer(id, WITH(PERSON("Quincy", "Quade"))), CUSTOMER_SAVED);
	same("built out later", names(ann), "Quincy Quade");
}

static void a_new_customer_is_found_by_search(void **state)
{
	const char *ann = add_customer(WITH(PERSON("Ann", "Ames"), CONTACTS)), *id;
	const char *const asked[] = { "Quaid", "quincy", "quaid, quincy", NULL };

	(void)state;
	assert_int_equal(add_new(ann, WITH(PERSON("Quincy", "Quaid")), NULL, true, &id), CONNECTED);
	for (const char *const *text = asked; *text; text++)
		same(*text, row_text(search_find(w, *text, false, 0), "id"), id);
	same("by its number", row_text(search_find(w, id, false, 0), "id"), id);
	for (const struct row *row = search_find(w, "(614) 555-0143", false, 0); row; row = row->next)
		if (text_same(row_text(row, "id"), id))
			return;
	fail_msg("not found by the copied phone number");
}

static void yes_copies_all_contacts_with_types_and_primaries(void **state)
{
	static const struct { const char *what; bool from_business, to_business; } rows[] = {
		{ "person to person", false, false }, { "person to business", false, true }, { "business to person", true, false },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const char *from = rows[i].from_business ? add_customer(WITH(BUSINESS_NAMED("Corner Shop"), CONTACTS)) :
			add_customer(WITH(PERSON("Ann", "Ames"), CONTACTS)), *id;
		const struct text_value person_words[] = { PERSON("Bob", "Bell"), { 0 } };
		const struct text_value business_words[] = { BUSINESS_NAMED("Big Bank"), { 0 } };
		assert_int_equal(add_new(from, rows[i].to_business ? business_words : person_words, NULL, true, &id),
			CONNECTED);
		same(rows[i].what, cell_of(sql_contacts, WITH({ "id", id })), IN_ONE_LINE);
		same("those copied from", cell_of(sql_contacts, WITH({ "id", from })), IN_ONE_LINE);
	}
}

static void a_copy_is_no_link(void **state)
{
	const char *ann = add_customer(WITH(PERSON("Ann", "Ames"), CONTACTS)), *id;

	(void)state;
	assert_int_equal(add_new(ann, WITH(PERSON("Bob", "Bell")), NULL, true, &id), CONNECTED);
	assert_int_equal(save_customer(ann, WITH(PERSON("Ann", "Ames"), { "phones.0.number", "" }, { "emails.0.address", "" },
		{ "addresses.0.street", "" })), CUSTOMER_SAVED);
	same("Ann's", cell_of(sql_contacts, WITH({ "id", ann })), NULL);
	same("Bob's", cell_of(sql_contacts, WITH({ "id", id })), IN_ONE_LINE);
}

static void nothing_but_contacts_is_copied(void **state)
{
	const char *ann = add_customer(WITH(PERSON("Ann", "Ames"), CONTACTS, { "ssn", "123-45-6789" },
		{ "privacy", "no_mail" }, { "preferred_contact", "text" }, { "gender", "female" })), *id;
	const char *const columns[] = { "privacy", "preferred_contact", "gender", "middle_name" };

	(void)state;
	assert_int_equal(add_new(ann, WITH(PERSON("Bob", "Bell")), NULL, true, &id), CONNECTED);
	for (size_t i = 0; i < COUNT(columns); i++)
		same(columns[i], row_text(customer_get(w, id), columns[i]), NULL);
	same("SSN", cell_of(sql_ssns, WITH({ "id", id })), "0");
}

static void no_copies_nothing(void **state)
{
	const char *ann = add_customer(WITH(PERSON("Ann", "Ames"), CONTACTS)), *id;

	(void)state;
	assert_int_equal(add_new(ann, WITH(PERSON("Bob", "Bell")), NULL, false, &id), CONNECTED);
	same("Bob's", cell_of(sql_contacts, WITH({ "id", id })), NULL);
	same("Bob's history", history(id), "connection_added: Ann Ames, Relative");
	same("Ann's history", history(ann), "connection_added: Bob Bell, Relative");
}

static void both_histories_say_from_and_to_whom_was_copied(void **state)
{
	const char *ann = add_customer(WITH(PERSON("Ann", "Ames"), CONTACTS)), *id;

	(void)state;
	assert_int_equal(add_new(ann, WITH(PERSON("Bob", "Bell")), "Son", true, &id), CONNECTED);
	same("Bob's", history(id), arena_text(w->mem,
		"contact_copied: from Ann Ames (%s) | connection_added: Ann Ames, Relative", ann));
	has_part("Ann's", history(ann), arena_text(w->mem, "contact_copied: to "));
	has_part("Ann's", history(ann), id);
	has_part("Ann's", history(ann), "connection_added: Bob Bell, Relative, Son");
	same("in words", row_text(activity_of_customer(w, ann)->next, "what"), "Contact information copied");
}

static void where_there_is_nothing_to_copy_nothing_is_said_to_be_copied(void **state)
{
	const char *ann = person("Ann", "Ames"), *id;

	(void)state;
	assert_int_equal(add_new(ann, WITH(PERSON("Bob", "Bell")), NULL, true, &id), CONNECTED);
	same("Bob's", cell_of(sql_contacts, WITH({ "id", id })), NULL);
	same("Bob's history", history(id), "connection_added: Ann Ames, Relative");
}

static void a_new_one_is_the_primary_contact_of_a_business_when_it_is_the_first(void **state)
{
	const char *shop = business("Corner Shop"), *ann = person("Ann", "Ames"), *id, *bank;

	(void)state;
	assert_int_equal(add_new(shop, WITH(PERSON("Zoe", "Zorn")), NULL, true, &id), CONNECTED);
	assert_int_equal(add_new(shop, WITH(PERSON("Abe", "Abel")), NULL, true, &id), CONNECTED);
	same("shop", names(shop), "Zoe Zorn*, Abe Abel");
	assert_int_equal(add_new(ann, WITH(BUSINESS_NAMED("Big Bank")), NULL, true, &bank), CONNECTED);
	same("a new business", names(bank), "Ann Ames*");
	same("Ann", names(ann), "Big Bank");
}

static void what_is_refused_writes_nothing(void **state)
{
	const char *shop = business("Corner Shop"), *id, *before = cell_of(sql_rows, NULL);

	(void)state;
	assert_int_equal(add_new(shop, WITH(BUSINESS_NAMED("Big Bank")), NULL, true, &id), CONNECT_TWO_BUSINESSES);
	same("two businesses", cell_of(sql_rows, NULL), before);
	assert_int_equal(add_new("1", WITH(PERSON("Bob", "Bell")), NULL, true, &id), CONNECT_GONE);
	same("nobody there", cell_of(sql_rows, NULL), before);
}

static void without_a_commit_nothing_of_it_stays(void **state)
{
	const char *ann, *id, *before, *customers;

	(void)state;
	ann = lasting(add_customer(WITH(PERSON("Ann", "Ames"), CONTACTS)));
	save_and_go_on();
	before = lasting(cell_of(sql_rows, NULL));
	customers = lasting(cell_of(sql_customers, NULL));
	assert_int_equal(add_new(ann, WITH(PERSON("Bob", "Bell")), NULL, true, &id), CONNECTED);
	next_request();
	same("customers", cell_of(sql_customers, NULL), customers);
	same("all", cell_of(sql_rows, NULL), before);
	assert_int_equal(add_new(ann, WITH(PERSON("Bob", "Bell")), NULL, true, &id), CONNECTED);
	id = lasting(id);
	save_and_go_on();
	same("with a commit", names(ann), "Bob Bell");
	same("from the other side", names(id), "Ann Ames");
}

static void from_an_inactive_record_somebody_may_be_added_too(void **state)
{
	const char *ann = person("Ann", "Ames"), *id;

	(void)state;
	assert_true(customer_set_inactive(w, customer_lock(w, ann), true));
	assert_int_equal(add_new(ann, WITH(PERSON("Bob", "Bell")), NULL, true, &id), CONNECTED);
	same("inactive there", row_text(connection_list(w, id, 0), "inactive"), "1");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		STORY(a_new_customer_is_a_whole_record_of_its_own),
		STORY(a_new_customer_is_found_by_search),
		STORY(yes_copies_all_contacts_with_types_and_primaries),
		STORY(a_copy_is_no_link),
		STORY(nothing_but_contacts_is_copied),
		STORY(no_copies_nothing),
		STORY(both_histories_say_from_and_to_whom_was_copied),
		STORY(where_there_is_nothing_to_copy_nothing_is_said_to_be_copied),
		STORY(a_new_one_is_the_primary_contact_of_a_business_when_it_is_the_first),
		STORY(what_is_refused_writes_nothing),
		STORY(without_a_commit_nothing_of_it_stays),
		STORY(from_an_inactive_record_somebody_may_be_added_too),
	};

	return cmocka_run_group_tests_name("connection_new", tests, story_begin, story_end);
}
