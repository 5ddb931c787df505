/* Finding customers: every way people begin to type one. */
#include "story.h"

static const char sql_forget_keys[] = "DELETE FROM search_key";
static const char sql_family_keys[] =
	"INSERT INTO search_key (inactive, word, customer_id) SELECT 0, 'crowd', id FROM customer WHERE last_name = :family";

/* Who is found, by name, with commas between; at most a page. */
static const char *names(const struct row *row)
{
	const char *all = "";

	for (; row; row = row->next)
		all = text_join(w->mem, all, "; ", row_text(row, "list_name"));
	return all;
}

static const char *found(const char *text)
{
	return names(search_find(w, text, false, 0));
}

/* A desk of a few customers who are easy to confuse; nobody else is found. */
static void few_customers(void)
{
	db_change(w, sql_forget_keys, NULL);
	add_customer(WITH(PERSON("María del Carmen", "Delgado"), { "phones.0.type", "cell" },
		{ "phones.0.number", "6145550142" },
		{ "emails.0.type", "work" }, { "emails.0.address", "Maria.Delgado@example.com" },
		{ "addresses.0.type", "work" }, { "addresses.0.city", "Columbus" }, { "addresses.0.state", "OH" },
		{ "addresses.0.zip", "43206-1234" }));
	add_customer(WITH(PERSON("Łukasz", "O'Brien"), { "phones.0.type", "home" }, { "phones.0.number", "3125550199" },
		{ "phones.1.type", "cell" }, { "phones.1.number", "+49 30 901820" },
		{ "addresses.0.type", "work" }, { "addresses.0.city", "Chicago" }, { "addresses.0.state", "IL" },
		{ "addresses.0.zip", "60601" }));
	add_customer(WITH(PERSON("José", "Castellanos-Whitfield"), { "middle_name", "Luis" },
		{ "emails.0.type", "personal" }, { "emails.0.address", "100%_sure@example.com" }));
	add_customer(WITH(BUSINESS_NAMED("Smith & Sons Auto-Body, Inc."), { "phones.0.type", "work" },
		{ "phones.0.number", "6145550177" }, { "addresses.0.type", "work" }, { "addresses.0.city", "Columbus" },
		{ "addresses.0.state", "GA" }, { "addresses.0.zip", "31901" }));
	add_customer(WITH(BUSINESS_NAMED("24/7 Towing")));
}

#define MARIA "Delgado, María del Carmen"
#define LUKASZ "O'Brien, Łukasz"
#define JOSE "Castellanos-Whitfield, José"
#define SMITH "Smith & Sons Auto-Body, Inc."
#define TOWING "24/7 Towing"

struct sought {
	const char *typed, *names;
};

static void all_found(const struct sought *rows, size_t count)
{
	few_customers();
	for (size_t i = 0; i < count; i++)
		same(rows[i].typed, found(rows[i].typed), rows[i].names);
}

static void a_person_is_found_by_any_beginning_of_the_name(void **state)
{
	static const struct sought rows[] = {
		{ "maria del", MARIA }, { "MARIA", MARIA }, { "María", MARIA }, { "delgado maria", MARIA },
		{ "Delgado, Maria", MARIA }, { "del carmen", MARIA }, { "carmen delgado", MARIA },
		{ "  delgado  ", MARIA },
		{ "mar del", MARIA }, { "carm delg", MARIA }, { "delgado 0142", MARIA },
		{ "o'brien", LUKASZ }, { "OBrien", LUKASZ }, { "O’Brien", LUKASZ }, { "lukasz", LUKASZ },
		{ "Łuk obr", LUKASZ },
		{ "castellanos whitfield", JOSE }, { "whitfield", JOSE }, { "whitfield, jose", JOSE },
		{ "jose luis cast", JOSE },
		{ "luis", JOSE }, { "jos cast", JOSE },
	};

	(void)state;
	all_found(rows, COUNT(rows));
}

static void a_business_is_found_by_a_part_of_its_name(void **state)
{
	static const struct sought rows[] = {
		{ "smith", SMITH }, { "Smith and", "" }, { "smith & sons", SMITH }, { "sons auto", SMITH },
		{ "auto body", SMITH },
		{ "autobody", "" }, { "inc", SMITH }, { "towing", TOWING }, { "24/7 t", TOWING },
		{ "smith inc", SMITH },
	};

	(void)state;
	all_found(rows, COUNT(rows));
}

static void a_name_that_begins_with_digits_is_found_by_them(void **state)
{
	static const struct sought rows[] = { { "24", TOWING }, { "24/7", TOWING } };

	(void)state;
	all_found(rows, COUNT(rows));
}

static void a_phone_number_is_found_however_it_is_typed(void **state)
{
	static const struct sought rows[] = {
		{ "6145550142", MARIA }, { "(614) 555-0142", MARIA }, { "614-555-0142", MARIA },
		{ "+1 614 555 0142", MARIA },
		{ "1-614-555-0142", MARIA }, { "16145550142", MARIA }, { "61455501", MARIA "; " SMITH },
		{ "614", MARIA "; " SMITH },
		{ "(614)", MARIA "; " SMITH }, { "0142", MARIA }, { "5550142", MARIA }, { "555-0142", MARIA },
		{ "312", LUKASZ },
		{ "+49 30 901820", LUKASZ }, { "4930", LUKASZ }, { "901820", LUKASZ }, { "142", "" },
	};

	(void)state;
	all_found(rows, COUNT(rows));
}

static void an_email_a_zip_and_a_city_are_found_as_far_as_they_should(void **state)
{
	static const struct sought rows[] = {
		{ "maria.delgado@example.com", MARIA }, { "MARIA.DEL", MARIA }, { "maria.delgado@", MARIA },
		{ "100%_sure@", JOSE },
		{ "43206", MARIA }, { "60601", LUKASZ }, { "columbus", "" }, { "example.com", "" },
	};

	(void)state;
	all_found(rows, COUNT(rows));
}

static void a_zip_of_nine_digits_is_found_as_it_is_written(void **state)
{
	static const struct sought rows[] = { { "43206-1234", MARIA }, { "43206-12", MARIA } };

	(void)state;
	all_found(rows, COUNT(rows));
}

static void a_name_with_a_zip_is_found(void **state)
{
	static const struct sought rows[] = { { "maria 43206", MARIA }, { "delgado 432", MARIA },
		{ "obr 60601", LUKASZ } };

	(void)state;
	all_found(rows, COUNT(rows));
}

static void what_fits_nobody_or_is_nothing_finds_nobody(void **state)
{
	static const struct sought rows[] = {
		{ "", "" }, { "   ", "" }, { "---", "" }, { "%", "" }, { "_", "" }, { "*", "" }, { "~2410", "" },
		{ "@columbus", "" }, { "' OR '1'='1", "" }, { "\\", "" }, { "maria smith", "" }, { "zzz", "" },
		{ "delgado 0199", "" },
		{ "\xff", "" },
	};

	(void)state;
	all_found(rows, COUNT(rows));
	same("a very long text", found(arena_text(w->mem, "maria %05000d", 1)), "");
}

static void a_customer_number_finds_its_customer_first(void **state)
{
	const char *id;

	(void)state;
	few_customers();
	id = add_customer(WITH(PERSON("Ann", "Ames")));
	same("number", row_text(search_find(w, id, false, 0), "id"), id);
}

static void the_inactive_are_found_only_when_asked_for(void **state)
{
	const char *id;

	(void)state;
	few_customers();
	id = add_customer(WITH(PERSON("Maria", "Quiet"), { "phones.0.type", "cell" },
		{ "phones.0.number", "6145550133" }));
	customer_set_inactive(w, customer_lock(w, id), true);
	same("not asked", found("maria"), MARIA);
	same("asked", names(search_find(w, "maria", true, 0)), MARIA "; Quiet, Maria");
	same("by phone", found("0133"), "");
	same("by phone, asked", names(search_find(w, "0133", true, 0)), "Quiet, Maria");
	same("by two words, asked", names(search_find(w, "qui mar", true, 0)), "Quiet, Maria");
	same("flag", row_text(search_find(w, "quiet", true, 0), "inactive"), "1");
	customer_set_inactive(w, customer_lock(w, id), false);
	same("active again", found("quiet"), "Quiet, Maria");
}

static void a_renamed_customer_is_found_by_the_new_words_only(void **state)
{
	const char *id;

	(void)state;
	few_customers();
	id = add_customer(WITH(PERSON("Ann", "Oldname"), { "phones.0.type", "cell" },
		{ "phones.0.number", "6145550133" }));
	same("the moment after", found("oldname"), "Oldname, Ann");
	save_customer(id, WITH(PERSON("Ann", "Newname"), { "phones.0.type", "cell" },
		{ "phones.0.number", "6145550134" }));
	same("new name", found("newname"), "Newname, Ann");
	same("old name", found("oldname"), "");
	same("new phone", found("0134"), "Newname, Ann");
	same("old phone", found("0133"), "");
}

/* Walks all pages of TEXT; returns how many customers there were, and fails on one that comes twice. */
static unsigned walk(const char *text, unsigned customers)
{
	const char *seen = ",";
	unsigned count = 0;

	for (unsigned page = 0;; page++) {
		const struct row *row = search_find(w, text, false, page);
		unsigned at = 0;
		for (; row && at < SEARCH_PAGE; row = row->next, at++, count++) {
			const char *id = arena_text(w->mem, ",%s,", row_text(row, "id"));
			if (strstr(seen, id))
				fail_msg("[%s] page %u: %s comes again", text, page, row_text(row, "list_name"));
			seen = arena_text(w->mem, "%s%s", seen, id + 1);
		}
		if (!row)
			return count;
		assert_true(page < customers); /* it ends */
		assert_null(row->next); /* one more row tells that there is more */
	}
}

static void pages_hold_every_customer_once(void **state)
{
	(void)state;
	db_change(w, sql_forget_keys, NULL);
	for (int i = 0; i < 60; i++)
		add_customer(WITH(PERSON(arena_text(w->mem, "Sam%c Sandy", 'a' + i % 26), "Samson"),
			{ "middle_name", i % 3 ? "" : "Samir" }, { "phones.0.type", "cell" },
			{ "phones.0.number", arena_text(w->mem, "61455502%02d", i) }));
	assert_int_equal(walk("sam", 60), 60);
	assert_int_equal(walk("s", 60), 60);
	assert_int_equal(walk("6145550", 60), 60);
	assert_int_equal(walk("sam sam", 60), 60);
	assert_int_equal(walk("san 614", 60), 60);
	same("behind the last page", names(search_find(w, "sam", false, 3)), "");
	same("behind all pages", names(search_find(w, "sam", false, SEARCH_PAGES)), "");
}

/* Fourteen keys each, beside each other in the index: the first page must not run out of keys before it is full. */
static void many_keys_of_one_customer_do_not_hide_the_next(void **state)
{
	(void)state;
	db_change(w, sql_forget_keys, NULL);
	for (char c = 'a'; c < 'a' + 26; c++)
		for (int i = 0; i < 2; i++)
			add_customer(WITH(PERSON(arena_text(w->mem, "A%c A%ca A%cb A%cc A%cd", c, c, c, c, c),
				arena_text(w->mem, "A%ce A%cf A%cg%d", c, c, c, i))));
	assert_int_equal(walk("a", 52), 52);
}

static void the_list_before_any_search_has_the_last_changed_first(void **state)
{
	unsigned count = 0;
	const char *id;

	(void)state;
	for (int i = 0; i < 30; i++)
		add_customer(WITH(PERSON("Ann", arena_text(w->mem, "Ames%02d", i))));
	for (const struct row *row = customer_recent(w, false, 0); row; row = row->next, count++)
		if (count < 30)
			same("order", row_text(row, "list_name"), arena_text(w->mem, "Ames%02d, Ann", 29 - (int)count));
	assert_int_equal(count, SEARCH_PAGE + 1);
	same("the next page", row_text(customer_recent(w, false, 1), "list_name"), "Ames04, Ann");
	assert_null(customer_recent(w, false, SEARCH_PAGES));
	id = row_text(customer_recent(w, false, 0), "id");
	customer_set_inactive(w, customer_lock(w, id), true);
	assert_string_not_equal(row_text(customer_recent(w, false, 0), "id"), id);
	same("inactive too", row_text(customer_recent(w, true, 0), "id"), id);
}

/* Somebody who pages that far wants another search; and counting on costs more with each page. */
static void there_is_no_page_41_however_many_there_are(void **state)
{
	(void)state;
	db_change(w, sql_forget_keys, NULL);
	db_change(w, sql_family, WITH({ "family", "Crowd" }, { "count", "1030" }));
	db_change(w, sql_family_keys, WITH({ "family", "Crowd" }));
	assert_non_null(search_find(w, "crowd", false, 39));
	assert_null(search_find(w, "crowd", false, 40));
	assert_non_null(customer_recent(w, false, 39));
	assert_null(customer_recent(w, false, 40));
	assert_null(customer_recent(w, true, 40));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		STORY(a_person_is_found_by_any_beginning_of_the_name),
		STORY(a_business_is_found_by_a_part_of_its_name),
		STORY(a_name_that_begins_with_digits_is_found_by_them),
		STORY(a_phone_number_is_found_however_it_is_typed),
		STORY(an_email_a_zip_and_a_city_are_found_as_far_as_they_should),
		STORY(a_zip_of_nine_digits_is_found_as_it_is_written),
		STORY(a_name_with_a_zip_is_found),
		STORY(what_fits_nobody_or_is_nothing_finds_nobody),
		STORY(a_customer_number_finds_its_customer_first),
		STORY(the_inactive_are_found_only_when_asked_for),
		STORY(a_renamed_customer_is_found_by_the_new_words_only),
		STORY(pages_hold_every_customer_once),
		STORY(there_is_no_page_41_however_many_there_are),
		STORY(many_keys_of_one_customer_do_not_hide_the_next),
		STORY(the_list_before_any_search_has_the_last_changed_first),
	};

	return cmocka_run_group_tests_name("search", tests, story_begin, story_end);
}
