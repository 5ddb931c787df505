/* Addresses, phones and e-mails: one of each type, exactly one primary. */
#include "story.h"

static const char sql_phones[] = "SELECT GROUP_CONCAT(CONCAT(type, ' ', number, IF(is_primary, '*', '')) "
	"ORDER BY type SEPARATOR ', ') FROM contact WHERE customer_id = :id AND kind = 'phones'";
static const char sql_primaries[] = "SELECT COUNT(*) FROM contact WHERE customer_id = :id AND is_primary";
static const char sql_second[] = "INSERT INTO contact SET customer_id = :id, kind = :kind, type = :type, number = :number, "
	"address = :address, is_primary = :is_primary";
static const char sql_two_primaries[] = "UPDATE contact SET is_primary = 1 WHERE customer_id = :id AND kind = 'phones'";
static const char sql_address[] = "SELECT street, city, state, zip FROM contact WHERE customer_id = :id AND kind = 'addresses'";
static const char sql_texts[] = "SELECT street, address FROM contact WHERE customer_id = :id AND type = 'work' ORDER BY kind";

static const char sql_listed[] = "SELECT CONCAT_WS('; ', primary_phone, primary_phone_type, primary_email, primary_address, "
	"primary_city) FROM customer WHERE id = :id";

#define CELL { "phones.0.type", "cell" }, { "phones.0.number", "6145550141" }
#define FAX { "phones.1.type", "fax" }, { "phones.1.number", "6145550142" }
#define HOME { "phones.2.type", "home" }, { "phones.2.number", "6145550143" }
#define MAIL { "emails.0.type", "work" }, { "emails.0.address", "m@example.com" }
#define NO_PHONE { "phones.0.type", "home" }, { "phones.0.number", "" }
#define NO_MAIL { "emails.0.type", "personal" }, { "emails.0.address", "" }
#define NO_STREET { "addresses.0.type", "physical" }, { "addresses.0.street", "" }, { "addresses.0.city", "" }, \
	{ "addresses.0.state", "" }, { "addresses.0.zip", "" }
#define STREET { "addresses.0.type", "work" }, { "addresses.0.city", "Columbus" }

static const char *phones(const char *id)
{
	return cell_of(sql_phones, WITH({ "id", id }));
}

static void each_card_has_exactly_one_primary(void **state)
{
	const char *id = add_customer(WITH(PERSON("Ann", "Ames"), CELL, FAX, HOME, MAIL, STREET,
		{ "phones.primary", "2" }));

	(void)state;
	same("phones", phones(id), "cell 6145550141, fax 6145550142, home 6145550143*");
	same("primaries", cell_of(sql_primaries, WITH({ "id", id })), "3");
}

static void removing_the_primary_promotes_another(void **state)
{
	const char *id = add_customer(WITH(PERSON("Ann", "Ames"), CELL, FAX, HOME, { "phones.primary", "1" }));

	(void)state;
	assert_int_equal(save_customer(id, WITH(PERSON("Ann", "Ames"), CELL, HOME, { "phones.primary", "1" })), CUSTOMER_SAVED);
	same("phones", phones(id), "cell 6145550141*, home 6145550143");
	assert_int_equal(save_customer(id, WITH(PERSON("Ann", "Ames"), HOME)), CUSTOMER_SAVED);
	same("phones", phones(id), "home 6145550143*");
	assert_int_equal(save_customer(id, WITH(PERSON("Ann", "Ames"), NO_PHONE)), CUSTOMER_SAVED);
	same("phones", phones(id), NULL);
}

static void another_primary_alone_is_a_change(void **state)
{
	const char *id = add_customer(WITH(PERSON("Ann", "Ames"), CELL, HOME));

	(void)state;
	assert_int_equal(save_customer(id, WITH(PERSON("Ann", "Ames"), CELL, HOME, { "phones.primary", "2" })), CUSTOMER_SAVED);
	same("phones", phones(id), "cell 6145550141, home 6145550143*");
	same("version", version_of(id), "2");
}

static void two_types_may_change_places(void **state)
{
	const char *id = add_customer(WITH(PERSON("Ann", "Ames"), CELL, HOME));

	(void)state;
	assert_int_equal(save_customer(id, WITH(PERSON("Ann", "Ames"), { "phones.0.type", "home" },
		{ "phones.0.number", "6145550141" }, { "phones.1.type", "cell" },
		{ "phones.1.number", "6145550143" }, { "phones.primary", "0" })), CUSTOMER_SAVED);
	same("phones", phones(id), "cell 6145550143, home 6145550141*");
}

static enum db_changed second(const char *id, const char *type, const char *is_primary)
{
	return db_change(w, sql_second, WITH({ "id", id }, { "kind", "phones" }, { "type", type }, { "number", "6145550199" },
		{ "address", NULL }, { "is_primary", is_primary }));
}

static void the_database_itself_refuses_a_second_primary_or_type(void **state)
{
	const char *id = add_customer(WITH(PERSON("Ann", "Ames"), CELL, HOME));

	(void)state;
	assert_int_equal(second(id, "fax", "1"), DB_DUPLICATE);
	assert_int_equal(second(id, "home", "0"), DB_DUPLICATE);
	assert_int_equal(db_change(w, sql_two_primaries, WITH({ "id", id })), DB_DUPLICATE);
	same("phones", phones(id), "cell 6145550141*, home 6145550143");
}

static void blank_rows_are_not_stored(void **state)
{
	const char *id = add_customer(WITH(PERSON("Ann", "Ames"), { "phones.0.type", "cell" }, HOME,
		{ "emails.0.type", "work" }, { "emails.0.address", " " }, { "phones.primary", "0" }));

	(void)state;
	same("phones", phones(id), "home 6145550143*");
	same("primaries", cell_of(sql_primaries, WITH({ "id", id })), "1");
}

static const char *listed(const char *id)
{
	return cell_of(sql_listed, WITH({ "id", id }));
}

static void lists_show_what_is_primary_after_every_change(void **state)
{
	const char *id = add_customer(WITH(PERSON("Ann", "Ames"), CELL, FAX, HOME, MAIL, STREET,
		{ "addresses.0.state", "Ohio" }, { "addresses.0.street", "1 Elm St" }, { "addresses.0.zip", "43206" },
		{ "phones.primary", "2" }));

	(void)state;
	same("added", listed(id), "6145550143; home; m@example.com; 1 Elm St, Columbus, OH 43206; Columbus, OH");
	assert_int_equal(save_customer(id, WITH(PERSON("Ann", "Ames"), CELL, HOME, NO_MAIL, STREET, { "addresses.0.state", "" },
		{ "addresses.0.street", "" }, { "addresses.0.zip", "" }, { "phones.primary", "0" })), CUSTOMER_SAVED);
	same("another primary", listed(id), "6145550141; cell; Columbus; Columbus");
	assert_int_equal(save_customer(id, WITH(PERSON("Ann", "Ames"), { "phones.0.type", "cell" }, { "phones.0.number", "" }, HOME)),
		CUSTOMER_SAVED);
	same("a blank row, and addresses that were not posted", listed(id), "6145550143; home; Columbus; Columbus");
	assert_int_equal(save_customer(id, WITH(PERSON("Ann", "Ames"), NO_PHONE, NO_MAIL, NO_STREET)), CUSTOMER_SAVED);
	same("none", listed(id), "");
}

static void part_of_an_address_is_enough(void **state)
{
	const char *id = add_customer(WITH(PERSON("Ann", "Ames"), STREET));
	const struct row *row = db_rows(w, sql_address, WITH({ "id", id }));

	(void)state;
	same("city", row_text(row, "city"), "Columbus");
	same("street", row_text(row, "street"), NULL);
	same("zip", row_text(row, "zip"), NULL);
	same("summary", row_text(customer_get(w, id), "primary_address"), "Columbus");
}

static void a_form_of_what_is_stored_has_the_primary_first_and_saves_to_the_same(void **state)
{
	const char *id = add_customer(WITH(PERSON("Ann", "Ames"), CELL, FAX, HOME, MAIL, STREET,
		{ "phones.primary", "2" }));
	struct form form = stored_form(id);
	struct form_rows *card = form_group(&form, "phones");

	(void)state;
	assert_int_equal(card->count, 3);
	same("first", card->rows[0].entries[0].value, "home");
	assert_true(card->rows[0].primary && !card->rows[1].primary && !card->rows[2].primary);
	same("as people read it", card->rows[0].entries[1].text, "(614) 555-0143");
	assert_int_equal(customer_save(w, customer_lock(w, id), &form, "1", NULL), CUSTOMER_SAME);
}

static void the_cards_of_others_are_left_alone(void **state)
{
	const char *ann = add_customer(WITH(PERSON("Ann", "Ames"), CELL));
	const char *bob = add_customer(WITH(PERSON("Bob", "Ames"), CELL));

	(void)state;
	assert_int_equal(save_customer(ann, WITH(PERSON("Ann", "Ames"), NO_PHONE)), CUSTOMER_SAVED);
	same("Ann's", phones(ann), NULL);
	same("Bob's", phones(bob), "cell 6145550141*");
}

static void insert_stranger(void *words)
{
	const struct text_value *type = words;

	db_change(w, sql_second, WITH(type[0], type[1], type[2], type[3], type[4], { "is_primary", "0" }));
}

static void the_database_itself_refuses_a_type_of_another_kind_and_a_row_without_what_makes_it_one(void **state)
{
	static const struct { const char *kind, *type, *number, *address; } rows[] = {
		{ "phones", "garage", "6145550199", NULL }, { "emails", "cell", NULL, "a@example.com" },
		{ "addresses", "personal", NULL, NULL }, { "phones", "Cell", "6145550199", NULL },
		{ "phones", "cell", NULL, NULL }, { "emails", "work", NULL, NULL },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const char *id = add_customer(WITH(PERSON("Ann", "Ames")));
		const struct text_value words[] = { { "id", id }, { "kind", rows[i].kind }, { "type", rows[i].type },
			{ "number", rows[i].number }, { "address", rows[i].address }, { 0 } };
		has_part(rows[i].type, failing(insert_stranger, (void *)words).why, "MariaDB error 4025");
		next_request();
		come_in(manager_secret);
	}
}

static void whatever_is_typed_comes_back_as_it_was(void **state)
{
	static const char hostile[] = "12 \"Elm\" St \\ [1], {\"a\": 'b'} \\u0041 \xc3\x89 \xf0\x9f\x9a\x97 :id ? %";
	const char *id = add_customer(WITH(PERSON("Ann", "Ames"), { "addresses.0.type", "work" }, { "addresses.0.street", hostile },
		{ "emails.0.type", "work" }, { "emails.0.address", "o'ann@example.com" }));
	const struct row *rows = db_rows(w, sql_texts, WITH({ "id", id }));

	(void)state;
	same("street", row_text(rows, "street"), hostile);
	same("address", row_text(rows->next, "address"), "o'ann@example.com");
	same("as people read it", row_text(customer_get(w, id), "primary_address"), hostile);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		STORY(each_card_has_exactly_one_primary),
		STORY(removing_the_primary_promotes_another),
		STORY(another_primary_alone_is_a_change),
		STORY(two_types_may_change_places),
		STORY(the_database_itself_refuses_a_second_primary_or_type),
		STORY(blank_rows_are_not_stored),
		STORY(lists_show_what_is_primary_after_every_change),
		STORY(part_of_an_address_is_enough),
		STORY(a_form_of_what_is_stored_has_the_primary_first_and_saves_to_the_same),
		STORY(the_cards_of_others_are_left_alone),
		STORY(the_database_itself_refuses_a_type_of_another_kind_and_a_row_without_what_makes_it_one),
		STORY(whatever_is_typed_comes_back_as_it_was),
	};

	return cmocka_run_group_tests_name("contact", tests, story_begin, story_end);
}
