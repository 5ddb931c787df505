/* The keys of a customer: whatever people begin to type is the beginning of one. */
#include "domain/customer/search.h"
#include "unit.h"

/* Whether TYPED, folded as a search folds it, begins a key of CUSTOMER; an e-mail's key has | in front. */
static bool found(const struct search_subject *customer, const char *typed)
{
	const char *asked = search_key_asked(mem, typed);

	for (const char **word = search_key_words(mem, customer); *word; word++)
		if (text_begins(**word == '|' ? *word + 1 : *word, asked))
			return true;
	return false;
}

static void all_found(const struct search_subject *customer, const char *const *typed, bool wanted)
{
	for (; *typed; typed++)
		if (found(customer, *typed) != wanted)
			fail_msg("[%s] is %sthe beginning of a key", *typed, wanted ? "not " : "");
}

static const struct search_subject maria = {
	.id = "10042", .first_name = "María del Carmen", .middle_name = "Luz", .last_name = "Delgado O'Brien-Núñez",
	.contacts = (const struct text_value[]){ { "phone", "6145550142" }, { "phone", "+4930901820" },
		{ "email", "Maria.Delgado@example.com" }, { "zip", "43206-1234" }, { "zip", "K1A 0B1" },
		{ "city", "Columbus OH" }, { 0 } },
};

static void a_person_is_found_by_every_way_to_begin_the_name(void **state)
{
	static const char *const typed[] = {
		"m", "maria", "María", "MARIA DEL", "maria del carmen", "del carmen", "carmen",
		"maria del carmen delgado", "maria del carmen luz", "maria del carmen luz delgado obrien",
		"delgado", "Delgado O'Brien", "delgado obrien nunez", "Delgado O’Brien-Núñez, María del Carmen",
		"delgado obrien nunez maria del carmen luz", "obrien", "O'Brien", "o’brien nunez", "nunez maria",
		"Núñez, M", "luz", "luz delgado", "carmen delgado", "carmen luz delgado", NULL,
	};

	(void)state;
	all_found(&maria, typed, true);
}

static void what_is_asked_is_pasted_from_anywhere(void **state)
{
	static const struct { const char *typed, *asked; } rows[] = {
		{ "tel:+16145550142", "16145550142" }, { "614-555-0142 x123", "6145550142" }, { "tel:6145550142;ext=7", "6145550142" },
		{ "\u202d(614) 555\u20110142\u202c", "614 555 0142" }, { "+44 (0)20 7946 0958", "442079460958" },
		{ "0044 20 7946 0958", "442079460958" }, { "011 44 20 7946 0958", "442079460958" }, { "0142", "0142" },
		{ "00501", "00501" }, { "00501-1234", "00501 1234" }, { "43215 1234", "43215 1234" }, { "43215, 7", "43215 7" },
		{ "mailto:Pat@example.com", "pat example com" }, { "<pat@example.com>,", "pat example com" },
		{ "Pat Ames <pat@example.com>", "pat example com" }, { "pat@", "pat" }, { "Mary\u200b\u00a0Ann", "mary ann" },
		{ "Delgado, María", "delgado maria" }, { "Rex 5", "rex 5" }, { "7x7 Towing", "7x7 towing" }, { "telford", "telford" },
		{ "", "" }, { "\u200b", "" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		same(rows[i].typed, search_key_asked(mem, rows[i].typed), rows[i].asked);
}

static void a_number_with_an_extension_is_found_by_the_number(void **state)
{
	const struct search_subject pat = { .id = "10043", .first_name = "Pat", .last_name = "Ames",
		.contacts = WITH({ "phone", "6145550142x123" }) };
	static const char *const typed[] = { "6145550142", "614-555-0142 x123", "614-555-0142 ext. 9", "614555", NULL };
	const char **word = search_key_words(mem, &pat);

	(void)state;
	all_found(&pat, typed, true);
	while (*word && strcmp(*word, "~2410555416"))
		word++;
	same("from its end", *word, "~2410555416");
}

static void a_person_is_not_found_by_the_inside_of_a_word(void **state)
{
	static const char *const typed[] = { "aria", "elgado", "brien", "unez", "marie", "delgadoo", NULL };

	(void)state;
	all_found(&maria, typed, false);
}

static void numbers_emails_zips_and_cities_are_keys(void **state)
{
	static const char *const typed[] = {
		"10042", "100", "6145550142", "614555", "614", "maria.delgado@example.com", "maria.del",
			"43206", "43206-1234",
		"k1a", "K1A 0B1", "4930901820", NULL,
	};
	static const char *const keys[] = { "~2410555416", "~0281090394", "@columbus oh" };
	const char **words = search_key_words(mem, &maria);

	(void)state;
	all_found(&maria, typed, true);
	for (size_t i = 0; i < COUNT(keys); i++) {
		bool there = false;
		for (const char **word = words; *word && !there; word++)
			there = !strcmp(*word, keys[i]);
		holds(keys[i], there);
	}
}

static void a_business_is_found_by_each_of_its_words_on(void **state)
{
	static const struct search_subject business = { .id = "10043", .business_name = "Smith & Sons' Auto-Body, Inc." };
	static const char *const typed[] = {
		"smith", "Smith & Sons", "smith sons auto", "sons auto body", "auto-body", "body inc", "inc", NULL,
	};
	static const char *const not[] = { "smith auto", "sons smith", NULL };

	(void)state;
	all_found(&business, typed, true);
	all_found(&business, not, false);
}

static void a_city_cannot_be_typed_into_the_simple_search(void **state)
{
	static const char *const typed[] = { "@columbus", "columbus", "~2410", NULL };

	(void)state;
	all_found(&maria, typed, false);
}

static void every_key_is_there_once_and_none_is_empty_or_long(void **state)
{
	const struct search_subject twice = {
		.id = "614", .first_name = "Jo", .last_name = "Jo", .business_name = "jo jo",
		.contacts = (const struct text_value[]){ { "phone", "614" }, { "phone", "614" }, { "email", "jo@jo.jo" },
			{ "email", "JO@jo.jo" }, { "zip", "" }, { "zip", "43206" }, { "city", "" }, { "city", " " }, { 0 } },
	};
	struct search_subject longest = { .id = "1" };
	const struct search_subject *customers[] = { &maria, &twice, &longest };

	(void)state;
	longest.business_name = arena_text(mem, "é%0100dé %0119d", 1, 2);
	for (size_t i = 0; i < COUNT(customers); i++) {
		const char **words = search_key_words(mem, customers[i]);
		for (const char **word = words; *word; word++) {
			holds("no empty key", **word);
			holds(*word, strlen(*word) <= 100);
			for (const char **before = words; before < word; before++)
				holds(*word, strcmp(*before, *word) != 0);
		}
	}
}

/* Of a name longer than any field takes: the first and the last word, and all that comes behind the name. */
static void a_customer_may_have_any_number_of_keys(void **state)
{
	struct search_subject customer = { .id = "10044", .business_name = "a" };
	struct text_value contacts[101] = { 0 };

	(void)state;
	for (int i = 0; i < 900; i++)
		customer.business_name = arena_text(mem, "%s w%d", customer.business_name, i);
	for (int i = 0; i < 100; i++)
		contacts[i] = (struct text_value){ "phone", arena_text(mem, "614555%04d", i) };
	customer.contacts = contacts;
	static const char *const typed[] = { "10044", "a w0", "w0 w1", "w899", "6145550000", "6145550099", NULL };
	all_found(&customer, typed, true);
}

static void nobody_has_no_keys(void **state)
{
	static const struct search_subject nobody = { .id = NULL };

	(void)state;
	assert_null(*search_key_words(mem, &nobody));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_person_is_found_by_every_way_to_begin_the_name),
		cmocka_unit_test(what_is_asked_is_pasted_from_anywhere),
		cmocka_unit_test(a_number_with_an_extension_is_found_by_the_number),
		cmocka_unit_test(a_person_is_not_found_by_the_inside_of_a_word),
		cmocka_unit_test(numbers_emails_zips_and_cities_are_keys),
		cmocka_unit_test(a_business_is_found_by_each_of_its_words_on),
		cmocka_unit_test(a_city_cannot_be_typed_into_the_simple_search),
		cmocka_unit_test(every_key_is_there_once_and_none_is_empty_or_long),
		cmocka_unit_test(a_customer_may_have_any_number_of_keys),
		cmocka_unit_test(nobody_has_no_keys),
	};

	return cmocka_run_group_tests_name("search words", tests, memory_begin, memory_end);
}
