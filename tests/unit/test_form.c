/* A posted form against its table of fields: what was typed, what it means, what is wrong. */
#include "rules/check.h"
#include "rules/form.h"
#include "rules/format.h"
#include "unit.h"

static const struct field fields[] = {
	{ .name = "kind", .label = "Kind", .choice = "customer_type", .required = "Choose a kind.", .default_value = "individual" },
	{ .name = "first_name", .label = "First Name", .max = 5, .required = "Enter the first name.",
	  .when = "kind", .is = "individual" },
	{ .name = "business_name", .label = "Business Name", .max = 10, .required = "Enter the business name.",
	  .when = "kind", .is = "business" },
	{ .name = "privacy", .label = "Customer Privacy", .choices = "privacy" },
	{ .name = "phone", .label = "Phone", .max = 30, .check = check_phone, .format = format_phone },
	{ .name = "ssn", .label = "SSN", .max = 40, .secret = true },
	{ 0 }
};

static struct form reading(const struct text_value *words)
{
	return form_read(mem, words, fields, NULL);
}

static void what_was_typed_is_trimmed_checked_and_kept(void **state)
{
	struct form form = reading(WITH({ "kind", "individual" }, { "first_name", "  José \t" },
		{ "phone", "(614)  555-0142" }, { "stranger", "x" }));

	(void)state;
	assert_true(form.good);
	same("trimmed", form_value(&form, "first_name"), "José");
	same("stored", form_value(&form, "phone"), "6145550142");
	same("as typed", form_entry(&form, "phone")->text, "(614) 555-0142");
	same("not sent", form_value(&form, "privacy"), NULL);
	same("shown when not sent", form_entry(&form, "privacy")->text, "");
}

static void a_required_field_left_empty_has_its_sentence(void **state)
{
	static const char *const empty[] = { NULL, "", "   ", "\u00a0", "\u3000\t", "\u200b\ufeff", "\u3164" };

	(void)state;
	for (size_t i = 0; i < COUNT(empty); i++) {
		struct form form = reading(WITH({ "kind", "individual" }, { "first_name", empty[i] }));
		holds("not good", !form.good);
		same("sentence", form_entry(&form, "first_name")->error, "Enter the first name.");
		same("value", form_value(&form, "first_name"), NULL);
	}
}

/* "Ann\u202e yraM" would be read as another name than it is; a number loses such marks. */
static void a_name_that_reads_otherwise_than_it_is_is_refused(void **state)
{
	struct form bad = reading(WITH({ "kind", "individual" }, { "first_name", "A\u202enn" }));
	struct form good = reading(WITH({ "kind", "individual" }, { "first_name", "שלום" }, { "phone", "\u202d6145550142\u202c" }));

	(void)state;
	has_part("sentence", form_entry(&bad, "first_name")->error, "First Name has marks in it that nobody sees");
	same("kept as typed", form_entry(&bad, "first_name")->text, "A\u202enn");
	assert_true(good.good);
	same("right to left", form_value(&good, "first_name"), "שלום");
	same("phone", form_value(&good, "phone"), "6145550142");
}

static void a_limit_counts_characters_and_says_how_many(void **state)
{
	struct form good = reading(WITH({ "kind", "individual" }, { "first_name", "ŁŁŁŁŁ" }));
	struct form bad = reading(WITH({ "kind", "individual" }, { "first_name", "ŁŁŁŁŁŁ" }));

	(void)state;
	assert_true(good.good);
	assert_false(bad.good);
	same("sentence", form_entry(&bad, "first_name")->error,
		"First Name can have 5 characters; this has 6. Shorten it.");
	same("as typed", form_entry(&bad, "first_name")->text, "ŁŁŁŁŁŁ");
	same("nothing to store", form_value(&bad, "first_name"), NULL);
}

static void a_choice_that_is_not_listed_is_refused(void **state)
{
	static const char *const strangers[] = { "robot", "Individual", "individual,business", "1" };

	(void)state;
	for (size_t i = 0; i < COUNT(strangers); i++) {
		struct form form = reading(WITH({ "kind", strangers[i] }));
		same(strangers[i], form_entry(&form, "kind")->error, "Choose one of the values listed for Kind.");
		same(strangers[i], form_value(&form, "kind"), NULL);
	}
}

static void a_field_is_asked_only_when_another_says_so(void **state)
{
	struct form form = reading(WITH({ "kind", "business" }, { "first_name", "Maria" },
		{ "business_name", "Delgado" }));

	(void)state;
	assert_true(form.good);
	same("not asked", form_value(&form, "first_name"), NULL);
	same("still shown", form_entry(&form, "first_name")->text, "Maria");
	same("asked", form_value(&form, "business_name"), "Delgado");
	form = reading(WITH({ "first_name", "much too long" }));
	same("asked of nobody", form_entry(&form, "first_name")->error, NULL);
	same("the kind is missing", form_entry(&form, "kind")->error, "Choose a kind.");
}

static void a_field_that_depends_on_another_sees_it_trimmed(void **state)
{
	struct form form = reading(WITH({ "kind", " individual " }));

	(void)state;
	same("kind", form_value(&form, "kind"), "individual");
	same("first name", form_entry(&form, "first_name")->error, "Enter the first name.");
}

static void boxes_come_in_the_order_of_their_list(void **state)
{
	static const struct { const char *a, *b, *set; } rows[] = {
		{ "no_mail", "no_email", "no_email,no_mail" },
		{ "no_email", "no_phone_calls", "no_email,no_phone_calls" },
		{ "no_mail", "", "no_mail" }, { "", "", NULL },
		{ "no_phone_calls,no_email", "", "no_email,no_phone_calls" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct form form = reading(WITH({ "kind", "business" }, { "business_name", "x" },
			{ "privacy", rows[i].a }, { "privacy", rows[i].b }));
		holds("good", form.good);
		same(rows[i].a, form_value(&form, "privacy"), rows[i].set);
	}
}

static void a_box_that_is_not_listed_is_refused(void **state)
{
	static const char *const strangers[] = { "no_fax", "no_email,no_fax", "no_email,", "email" };

	(void)state;
	for (size_t i = 0; i < COUNT(strangers); i++) {
		struct form form = reading(WITH({ "kind", "business" }, { "privacy", strangers[i] }));
		same(strangers[i], form_entry(&form, "privacy")->error,
			"Tick only values listed for Customer Privacy.");
		same(strangers[i], form_value(&form, "privacy"), NULL);
	}
}

static void a_box_sent_twice_counts_once(void **state)
{
	struct form form = reading(WITH({ "kind", "business" }, { "business_name", "x" }, { "privacy", "no_mail" },
		{ "privacy", "no_mail" }));

	(void)state;
	same("twice", form_value(&form, "privacy"), "no_mail");
	assert_true(form.good);
}

static void a_secret_is_not_trimmed(void **state)
{
	struct form form = reading(WITH({ "kind", "business" }, { "ssn", "  pass  word " }));

	(void)state;
	same("blanks", form_value(&form, "ssn"), "  pass  word ");
}

static void a_blank_form_shows_what_is_usual_or_what_is_stored(void **state)
{
	struct form blank = form_blank(mem, NULL, fields, NULL);
	struct form stored = form_blank(mem, WITH({ "kind", "business" }, { "phone", "6145550142" }), fields, NULL);

	(void)state;
	assert_true(blank.good && stored.good);
	same("usual", form_value(&blank, "kind"), "individual");
	same("nothing usual", form_entry(&blank, "first_name")->text, "");
	same("stored", form_value(&stored, "kind"), "business");
	same("shown as people read it", form_entry(&stored, "phone")->text, "(614) 555-0142");
	same("kept as it is stored", form_value(&stored, "phone"), "6145550142");
	same("nothing stored", form_value(&stored, "first_name"), NULL);
}

static void a_refused_field_makes_the_form_bad_and_forgiving_takes_errors_away(void **state)
{
	struct form form = reading(WITH({ "kind", "business" }, { "business_name", "x" }));

	(void)state;
	form_refuse(&form, "phone", "Taken.");
	assert_false(form.good);
	same("refused", form_entry(&form, "phone")->error, "Taken.");
	form_forgive(&form);
	same("forgiven", form_entry(&form, "phone")->error, NULL);
}

static void the_values_of_a_form_are_followed_by_more(void **state)
{
	struct form form = reading(WITH({ "kind", "business" }, { "business_name", "x" }, { "ssn", "1" }));
	const struct text_value *values = form_values(mem, form.entries, WITH({ "id", "7" }, { "none", NULL }));

	(void)state;
	same("first", values[0].name, "kind");
	same("business", text_value_of(values, "business_name"), "x");
	same("more", text_value_of(values, "id"), "7");
	same("no secret", text_value_of(values, "ssn"), NULL);
	same("last", values[6].name, "none");
	same("end", values[7].name, NULL);
}

static void ask_for_a_stranger(void *form)
{
	form_value(form, "stranger");
}

static void asking_for_a_field_that_is_not_there_is_a_fault(void **state)
{
	struct form form = reading(WITH({ "kind", "business" }));

	(void)state;
	has_part("stranger", failing(ask_for_a_stranger, &form).why, "no field stranger");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_was_typed_is_trimmed_checked_and_kept),
		cmocka_unit_test(a_required_field_left_empty_has_its_sentence),
		cmocka_unit_test(a_name_that_reads_otherwise_than_it_is_is_refused),
		cmocka_unit_test(a_limit_counts_characters_and_says_how_many),
		cmocka_unit_test(a_choice_that_is_not_listed_is_refused),
		cmocka_unit_test(a_field_is_asked_only_when_another_says_so),
		cmocka_unit_test(a_field_that_depends_on_another_sees_it_trimmed),
		cmocka_unit_test(boxes_come_in_the_order_of_their_list),
		cmocka_unit_test(a_box_that_is_not_listed_is_refused),
		cmocka_unit_test(a_box_sent_twice_counts_once),
		cmocka_unit_test(a_secret_is_not_trimmed),
		cmocka_unit_test(a_blank_form_shows_what_is_usual_or_what_is_stored),
		cmocka_unit_test(a_refused_field_makes_the_form_bad_and_forgiving_takes_errors_away),
		cmocka_unit_test(the_values_of_a_form_are_followed_by_more),
		cmocka_unit_test(asking_for_a_field_that_is_not_there_is_a_fault),
	};

	return cmocka_run_group_tests_name("form", tests, memory_begin, memory_end);
}
