/* The advanced search: a customer must fit every field that is filled in. And what was asked, sealed for an address. */
#include "story.h"

static const char sql_forget_keys[] = "DELETE FROM search_key";

static const char *found(const struct text_value *words)
{
	struct form form = form_read(w->mem, words, search_fields, NULL);
	const char *all = "";

	for (const struct row *row = search_advanced(w, &form, false, 0); row; row = row->next)
		all = text_join(w->mem, all, "; ", row_text(row, "list_name"));
	return all;
}

static const char *maria_id;

static void few_customers(void)
{
	db_change(w, sql_forget_keys, NULL);
	maria_id = add_customer(WITH(PERSON("María", "Delgado"), { "phones.0.type", "cell" },
		{ "phones.0.number", "6145550142" },
		{ "emails.0.type", "work" }, { "emails.0.address", "Maria.Delgado@example.com" },
		{ "addresses.0.type", "work" }, { "addresses.0.city", "Columbus" }, { "addresses.0.state", "OH" },
		{ "addresses.0.zip", "43206-1234" }, { "addresses.1.type", "previous" },
		{ "addresses.1.city", "Dallas" },
		{ "addresses.1.state", "TX" }));
	add_customer(WITH(PERSON("Mario", "O'Brien"), { "phones.0.type", "home" }, { "phones.0.number", "6145550199" },
		{ "addresses.0.type", "work" }, { "addresses.0.city", "Columbus" }, { "addresses.0.state", "GA" },
		{ "addresses.0.zip", "31901" }));
	add_customer(WITH(PERSON("Jürgen", "Castellanos-Groß"), { "emails.0.type", "work" },
		{ "emails.0.address", "100%_sure@example.com" }));
	add_customer(WITH(BUSINESS_NAMED("Smith & Sons Auto-Body"), { "phones.0.type", "work" },
		{ "phones.0.number", "3125550177" }));
}

#define MARIA "Delgado, María"
#define MARIO "O'Brien, Mario"
#define JURGEN "Castellanos-Groß, Jürgen"
#define SMITH "Smith & Sons Auto-Body"

static void each_field_finds_by_its_beginning(void **state)
{
	static const struct { const char *field, *text, *names; } rows[] = {
		{ "first_name", "maria", MARIA }, { "first_name", "MAR", MARIA "; " MARIO },
		{ "first_name", "delgado", "" },
		{ "last_name", "Delgado", MARIA }, { "last_name", "del", MARIA }, { "last_name", "maria", "" },
		{ "last_name", "O'Brien", MARIO }, { "last_name", "castellanos-gr", JURGEN },
		{ "first_name", "jurgen", JURGEN },
		{ "business_name", "smith", SMITH }, { "business_name", "Smith & Sons", SMITH },
		{ "business_name", "auto-body", SMITH },
		{ "business_name", "maria", "" }, { "phone", "6145550142", MARIA },
		{ "phone", "+1 (614) 555-0142", MARIA },
		{ "phone", "0142", MARIA }, { "phone", "614", MARIA "; " MARIO },
		{ "email", "maria.delgado@example.com", MARIA },
		{ "email", "Maria.D", MARIA }, { "email", "delgado", "" }, { "city", "columbus", MARIO "; " MARIA },
		{ "city", "Colum", MARIO "; " MARIA }, { "city", "dallas", MARIA }, { "zip", "43206", MARIA },
		{ "zip", "43206-1234", MARIA }, { "zip", "319", MARIO }, { "number", "1", "" },
	};

	(void)state;
	few_customers();
	for (size_t i = 0; i < COUNT(rows); i++)
		same(rows[i].text, found(WITH({ rows[i].field, rows[i].text })), rows[i].names);
	same("number", found(WITH({ "number", maria_id })), MARIA);
}

/* The page says that accents, capitals and punctuation do not matter. */
static void punctuation_and_special_letters_do_not_matter(void **state)
{
	static const struct { const char *field, *text, *names; } rows[] = {
		{ "last_name", "obrien", MARIO }, { "last_name", "O’Brien", MARIO },
		{ "last_name", "castellanos gross", JURGEN },
		{ "business_name", "smith sons", SMITH }, { "business_name", "auto body", SMITH },
	};

	(void)state;
	few_customers();
	for (size_t i = 0; i < COUNT(rows); i++)
		same(rows[i].text, found(WITH({ rows[i].field, rows[i].text })), rows[i].names);
}

static void the_beginning_of_a_phone_number_is_found_as_its_end_is(void **state)
{
	static const struct { const char *text, *names; } rows[] = {
		{ "614555", MARIA "; " MARIO }, { "(614) 555-01", MARIA "; " MARIO }, { "5550142", MARIA },
	};

	(void)state;
	few_customers();
	for (size_t i = 0; i < COUNT(rows); i++)
		same(rows[i].text, found(WITH({ "phone", rows[i].text })), rows[i].names);
}

static void all_fields_that_are_filled_in_must_fit(void **state)
{
	(void)state;
	few_customers();
	same("first and last", found(WITH({ "first_name", "mar" }, { "last_name", "del" })), MARIA);
	same("they do not fit", found(WITH({ "first_name", "mario" }, { "last_name", "del" })), "");
	same("city and state", found(WITH({ "city", "columbus" }, { "state", "georgia" })), MARIO);
	same("of one address", found(WITH({ "city", "columbus" }, { "state", "TX" })), "");
	same("name and city", found(WITH({ "first_name", "mar" }, { "city", "dallas" })), MARIA);
	same("phone and name", found(WITH({ "phone", "614" }, { "last_name", "o'br" })), MARIO);
	same("email and zip", found(WITH({ "email", "maria" }, { "zip", "43206" })), MARIA);
	same("number and another name", found(WITH({ "number", maria_id }, { "first_name", "mario" })), "");
	same("everything", found(WITH({ "first_name", "maria" }, { "last_name", "delgado" }, { "number", maria_id },
		{ "phone", "6145550142" }, { "email", "maria" }, { "city", "columbus" }, { "state", "oh" },
		{ "zip", "43206" })), MARIA);
}

static void wildcards_are_text_and_a_state_alone_is_too_wide(void **state)
{
	static const struct { const char *field, *text, *names; } rows[] = {
		{ "first_name", "%", "" }, { "first_name", "m%o", "" }, { "last_name", "d_lgado", "" },
		{ "last_name", "d%o", "" },
		{ "email", "%", "" }, { "email", "100%_s", JURGEN }, { "email", "100__", "" }, { "city", "c%", "" },
		{ "first_name", "\\", "" }, { "first_name", "'", "" }, { "state", "OH", "" },
		{ "state", "nowhere", "" },
		{ "phone", "call", "" }, { "number", "1 OR 1=1", "" }, { "first_name", "", "" },
	};

	(void)state;
	few_customers();
	for (size_t i = 0; i < COUNT(rows); i++)
		same(rows[i].text, found(WITH({ rows[i].field, rows[i].text })), rows[i].names);
}

static void the_advanced_search_has_pages_too(void **state)
{
	struct form form;
	unsigned count = 0;

	(void)state;
	db_change(w, sql_forget_keys, NULL);
	for (int i = 0; i < 30; i++)
		add_customer(WITH(PERSON("Ann", arena_text(w->mem, "Ames%02d", i))));
	form = form_read(w->mem, WITH({ "first_name", "ann" }), search_fields, NULL);
	for (const struct row *row = search_advanced(w, &form, false, 0); row; row = row->next)
		count++;
	assert_int_equal(count, SEARCH_PAGE + 1);
	same("next page", row_text(search_advanced(w, &form, false, 1), "list_name"), "Ames25, Ann");
	assert_null(search_advanced(w, &form, false, 2));
}

static void what_was_asked_comes_back_in_this_session_only(void **state)
{
	const char *sealed = search_seal(w, WITH({ "search", "María & Söhne" }, { "other", "x" },
		{ "city", "Columbus" }), false);
	const struct text_value *asked = search_open(w, sealed);

	(void)state;
	same("search", text_value_of(asked, "search"), "María & Söhne");
	same("city", text_value_of(asked, "city"), "Columbus");
	same("left out", text_value_of(asked, "inactive"), NULL);
	same("no word of a search", text_value_of(asked, "other"), NULL);
	same("inactive ones", text_value_of(search_open(w, search_seal(w, NULL, true)), "inactive"), "1");
	assert_null(strstr(sealed, "Columbus"));
	assert_null(search_open(w, NULL));
	assert_null(search_open(w, ""));
	assert_null(search_open(w, arena_text(w->mem, "%sA", sealed)));
	assert_non_null(search_open(w, search_seal(w, NULL, false)));
	w->session_id = "another";
	assert_null(search_open(w, sealed));
}

static void however_much_was_asked_comes_back(void **state)
{
	struct text_value *values = arena_get(w->mem, 30 * sizeof *values);
	const struct text_value *asked;
	size_t count = 0;

	(void)state;
	for (; search_fields[count].name; count++)
		values[count] = (struct text_value){ search_fields[count].name, arena_text(w->mem, "%0200zu", count) };
	asked = search_open(w, search_seal(w, values, true));
	for (size_t i = 0; i < count; i++)
		same(values[i].name, text_value_of(asked, values[i].name), values[i].text);
	same("inactive ones", text_value_of(asked, "inactive"), "1");
}

/* Words reach the seal as they were posted; a line end in one must not become another word. */
static void a_line_end_in_what_was_asked_makes_no_other_word(void **state)
{
	static const char *const texts[] = { "advanced\nsearch", "x\ninactive\t1", "x\n", "\n", "\t", "a\tb" };

	(void)state;
	for (size_t i = 0; i < COUNT(texts); i++) {
		const struct text_value *asked = search_open(w, search_seal(w, WITH({ "style", texts[i] }), false));
		unsigned count = 0;
		for (; asked && asked[count].name; count++)
			same(texts[i], asked[count].name, "style");
		holds(texts[i], count <= 1);
		holds("no other word", !asked || !text_value_of(asked, "inactive"));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		STORY(each_field_finds_by_its_beginning),
		STORY(punctuation_and_special_letters_do_not_matter),
		STORY(the_beginning_of_a_phone_number_is_found_as_its_end_is),
		STORY(all_fields_that_are_filled_in_must_fit),
		STORY(wildcards_are_text_and_a_state_alone_is_too_wide),
		STORY(the_advanced_search_has_pages_too),
		STORY(what_was_asked_comes_back_in_this_session_only),
		STORY(however_much_was_asked_comes_back),
		STORY(a_line_end_in_what_was_asked_makes_no_other_word),
	};

	return cmocka_run_group_tests_name("search fields", tests, story_begin, story_end);
}
