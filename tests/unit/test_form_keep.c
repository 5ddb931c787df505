/* Posted, not posted and emptied are three things; and who may not see or change a field neither reads nor writes it. */
#include "domain/customer/contact.h"
#include "rules/form.h"
#include "rules/format.h"
#include "unit.h"

static const struct field fields[] = {
	{ .name = "kind", .label = "Kind", .choice = "customer_type", .required = "Choose a kind." },
	{ .name = "first_name", .label = "First Name", .max = 5, .required = "Enter the first name.",
	  .when = "kind", .is = "individual" },
	{ .name = "business_name", .label = "Business Name", .max = 10, .required = "Enter the business name.",
	  .when = "kind", .is = "business" },
	{ .name = "nickname", .label = "Nickname", .max = 10 },
	{ .name = "privacy", .label = "Customer Privacy", .choices = "privacy" },
	{ .name = "phone", .label = "Phone", .max = 30, .format = format_phone },
	{ 0 }
};

static struct form stored_one(void)
{
	return form_blank(mem, WITH({ "kind", "individual" }, { "first_name", "Ann" }, { "nickname", "Nan" },
		{ "privacy", "no_mail" }, { "phone", "6145550142" }), fields, NULL);
}

/* WORDS read over what is stored. */
static struct form over(const struct text_value *words)
{
	struct form form = form_read(mem, words, fields, NULL), stored = stored_one();

	form_keep(mem, &form, &stored);
	return form;
}

static void what_was_not_posted_stays_as_it_is_stored(void **state)
{
	struct form form = over(WITH({ "kind", "individual" }, { "first_name", "Anna" }));

	(void)state;
	assert_true(form.good);
	same("posted", form_value(&form, "first_name"), "Anna");
	same("not posted", form_value(&form, "nickname"), "Nan");
	same("boxes that were not there", form_value(&form, "privacy"), "no_mail");
	same("as people read it", form_entry(&form, "phone")->text, "(614) 555-0142");
	assert_false(form_entry(&form, "nickname")->posted);
	assert_true(form_entry(&form, "first_name")->posted);
}

static void what_was_emptied_is_empty(void **state)
{
	struct form form = over(WITH({ "kind", "individual" }, { "first_name", "Ann" }, { "nickname", " " }, { "privacy", "" }));

	(void)state;
	assert_true(form.good);
	same("emptied", form_value(&form, "nickname"), NULL);
	same("no box is ticked", form_value(&form, "privacy"), NULL);
	assert_true(form_entry(&form, "privacy")->posted);
}

static void the_empty_word_of_boxes_is_none_of_them(void **state)
{
	struct form form = over(WITH({ "privacy", "" }, { "privacy", "no_email" }));

	(void)state;
	same("one box", form_value(&form, "privacy"), "no_email");
}

static void nothing_posted_changes_nothing(void **state)
{
	struct form form = over(NULL);

	(void)state;
	assert_true(form.good);
	same("kind", form_value(&form, "kind"), "individual");
	same("first name", form_value(&form, "first_name"), "Ann");
	same("phone", form_value(&form, "phone"), "6145550142");
}

static void what_is_required_is_missing_from_a_new_one_and_stays_of_a_stored_one(void **state)
{
	struct form new = form_read(mem, NULL, fields, NULL), emptied = over(WITH({ "first_name", "" }));

	(void)state;
	assert_false(new.good);
	same("new", form_entry(&new, "kind")->error, "Choose a kind.");
	assert_false(emptied.good);
	same("emptied", form_entry(&emptied, "first_name")->error, "Enter the first name.");
}

static void a_mistake_in_what_was_posted_stays_a_mistake(void **state)
{
	struct form form = over(WITH({ "first_name", "Annabella" }));

	(void)state;
	assert_false(form.good);
	has_part("too long", form_entry(&form, "first_name")->error, "can have 5 characters");
	same("as typed", form_entry(&form, "first_name")->text, "Annabella");
}

static void a_field_that_depends_on_another_is_asked_by_what_is_stored_of_that(void **state)
{
	struct form form = over(WITH({ "first_name", "Anna" }, { "business_name", "X" }));
	struct form other = over(WITH({ "kind", "business" }, { "business_name", "Acme" }));

	(void)state;
	assert_true(form.good);
	same("asked", form_value(&form, "first_name"), "Anna");
	same("not asked", form_value(&form, "business_name"), NULL);
	assert_true(other.good);
	same("of the other kind", form_value(&other, "first_name"), NULL);
	same("asked now", form_value(&other, "business_name"), "Acme");
}

static void a_value_that_was_set_counts_as_posted(void **state)
{
	struct form form = stored_one(), stored = stored_one();

	(void)state;
	form_set(mem, form_entry(&form, "nickname"), "Annie");
	form_keep(mem, &form, &stored);
	same("set", form_value(&form, "nickname"), "Annie");
	same("left alone", form_value(&form, "first_name"), "Ann");
}

/* ------------------------------------------------------------------ rows */

static const struct field no_fields[] = { { 0 } };

/* "cell 6145550141*, home 6145550143", * the primary one. */
static const char *phones(struct form *form)
{
	const struct form_rows *rows = form_group(form, "phones");
	const char *all = "";

	for (unsigned at = 0; at < rows->count; at++)
		all = text_join(mem, all, ", ", arena_text(mem, "%s %s%s", text_or(rows->rows[at].entries[0].value, "?"),
			text_or(rows->rows[at].entries[1].value, "-"), rows->rows[at].primary ? "*" : ""));
	return all;
}

/* WORDS over a cell phone and a home phone, which is primary. */
static struct form over_phones(const struct text_value *words)
{
	struct form form = form_read(mem, words, no_fields, contact_groups);
	struct form stored = form_blank(mem, NULL, no_fields, contact_groups);

	form_add_row(mem, &stored, "phones", WITH({ "type", "home" }, { "number", "6145550143" }), true);
	form_add_row(mem, &stored, "phones", WITH({ "type", "cell" }, { "number", "6145550141" }), false);
	form_add_row(mem, &stored, "addresses", WITH({ "type", "work" }, { "street", "1 Elm St" }, { "city", "Columbus" },
		{ "zip", "43206" }), true);
	form_keep(mem, &form, &stored);
	return form;
}

static void a_card_that_was_not_posted_stays(void **state)
{
	struct form form = over_phones(WITH({ "addresses.0.type", "work" }, { "addresses.0.street", "" },
		{ "addresses.0.city", "" }, { "addresses.0.state", "" }, { "addresses.0.zip", "" }));

	(void)state;
	assert_true(form.good);
	same("not posted", phones(&form), "home 6145550143*, cell 6145550141");
	same("emptied", form_group(&form, "addresses")->rows[0].entries[1].value, NULL);
	assert_true(form_row_blank(form_group(&form, "addresses"), &form_group(&form, "addresses")->rows[0]));
}

static void a_row_that_was_not_posted_beside_others_was_removed(void **state)
{
	struct form form = over_phones(WITH({ "phones.0.type", "cell" }, { "phones.0.number", "6145550199" }));

	(void)state;
	same("one is left", phones(&form), "cell 6145550199*");
}

static void a_field_of_a_row_that_was_not_posted_stays(void **state)
{
	struct form form = over_phones(WITH({ "addresses.3.type", "work" }, { "addresses.3.street", "2 Oak St" },
		{ "addresses.4.type", "other" }, { "addresses.4.city", "Dublin" }));
	const struct form_entry *work = form_group(&form, "addresses")->rows[0].entries;
	const struct form_entry *other = form_group(&form, "addresses")->rows[1].entries;

	(void)state;
	same("posted", work[1].value, "2 Oak St");
	same("not posted", work[2].value, "Columbus");
	same("nor this", work[4].value, "43206");
	same("nothing is stored of another", other[1].value, NULL);
	same("only what was posted", other[2].value, "Dublin");
}

static void the_primary_row_stays_primary_unless_another_was_chosen(void **state)
{
	struct form kept = over_phones(WITH({ "phones.0.type", "cell" }, { "phones.0.number", "6145550141" },
		{ "phones.1.type", "home" }, { "phones.1.number", "6145550143" }));
	struct form chosen = over_phones(WITH({ "phones.0.type", "cell" }, { "phones.0.number", "6145550141" },
		{ "phones.1.type", "home" }, { "phones.1.number", "6145550143" }, { "phones.primary", "0" }));

	(void)state;
	same("nothing was said", phones(&kept), "cell 6145550141, home 6145550143*");
	same("chosen", phones(&chosen), "cell 6145550141*, home 6145550143");
}

/* ------------------------------------------------------------------ rows with ids */

static const struct field vehicle_fields[] = {
	{ .name = "model", .label = "Model", .max = 40, .required = "Enter the model." },
	{ .name = "odometer", .label = "Odometer", .kind = FIELD_WHOLE },
	{ 0 }
};
static const struct field_group vehicle_groups[] = {
	{ .name = "vehicles", .label = "Vehicles", .one = "vehicle", .fields = vehicle_fields, .ids = true, .max = 3 },
	{ 0 }
};

/* "7 Focus 45210, new Golf -". */
static const char *vehicles(struct form *form)
{
	const struct form_rows *rows = form_group(form, "vehicles");
	const char *all = "";

	for (unsigned at = 0; at < rows->count; at++)
		all = text_join(mem, all, ", ", arena_text(mem, "%s %s %s%s", text_or(rows->rows[at].id, "new"),
			text_or(rows->rows[at].entries[0].value, "-"), text_or(rows->rows[at].entries[1].value, "-"),
			rows->rows[at].primary ? "*" : ""));
	return all;
}

static struct form over_vehicles(const struct text_value *words)
{
	struct form form = form_read(mem, words, no_fields, vehicle_groups);
	struct form stored = form_blank(mem, NULL, no_fields, vehicle_groups);

	form_add_row(mem, &stored, "vehicles", WITH({ "id", "7" }, { "model", "Focus" }, { "odometer", "45210" }), false);
	form_add_row(mem, &stored, "vehicles", WITH({ "id", "9" }, { "model", "Focus" }, { "odometer", "100" }), false);
	form_keep(mem, &form, &stored);
	return form;
}

static void rows_with_ids_are_known_by_them_and_have_no_primary(void **state)
{
	struct form form = over_vehicles(WITH({ "vehicles.0.id", "9" }, { "vehicles.0.model", "Fiesta" },
		{ "vehicles.1.id", "7" }, { "vehicles.1.odometer", "45,300" }, { "vehicles.2.id", "" }, { "vehicles.2.model", "Golf" }));

	(void)state;
	assert_true(form.good);
	same("vehicles", vehicles(&form), "9 Fiesta 100, 7 Focus 45300, new Golf -");
}

static void an_id_that_is_not_stored_or_comes_twice_is_a_new_row(void **state)
{
	struct form form = over_vehicles(WITH({ "vehicles.0.id", "9" }, { "vehicles.0.model", "Fiesta" },
		{ "vehicles.1.id", "9" }, { "vehicles.1.model", "Golf" }, { "vehicles.2.id", "8" }, { "vehicles.2.model", "Polo" }));

	(void)state;
	same("vehicles", vehicles(&form), "9 Fiesta 100, new Golf -, new Polo -");
}

static void rows_with_ids_have_a_limit_of_their_own(void **state)
{
	struct form form = over_vehicles(WITH({ "vehicles.0.model", "A" }, { "vehicles.1.model", "B" }, { "vehicles.2.model", "C" },
		{ "vehicles.3.model", "D" }));

	(void)state;
	assert_false(form.good);
	same("sentence", form_group(&form, "vehicles")->error, "A customer can have 3 of these. Remove a row.");
	form_remove_row(&form, "vehicles", 3);
	form_add_row(mem, &form, "vehicles", NULL, false);
	assert_int_equal(form_group(&form, "vehicles")->count, 3);
}

/* ------------------------------------------------------------------ two forms on one page */

static void two_forms_with_a_prefix_do_not_collide(void **state)
{
	const struct text_value *words = WITH({ "buyer.kind", "individual" }, { "buyer.first_name", "Ann" },
		{ "seller.kind", "business" }, { "seller.business_name", "Acme" }, { "first_name", "Bob" },
		{ "buyer.phones.0.type", "cell" }, { "buyer.phones.0.number", "6145550141" }, { "buyer.phones.2.type", "home" },
		{ "buyer.phones.2.number", "6145550143" }, { "buyer.phones.primary", "2" },
		{ "phones.0.type", "fax" }, { "phones.0.number", "6145550142" });
	struct form buyer = form_read_as(mem, words, fields, contact_groups, (struct form_asked){ .prefix = "buyer" });
	struct form seller = form_read_as(mem, words, fields, contact_groups, (struct form_asked){ .prefix = "seller" });

	(void)state;
	assert_true(buyer.good && seller.good);
	same("buyer", form_value(&buyer, "first_name"), "Ann");
	same("seller", form_value(&seller, "business_name"), "Acme");
	same("seller's", form_value(&seller, "first_name"), NULL);
	same("buyer's phones", phones(&buyer), "cell 6145550141, home 6145550143*");
	same("seller's phones", phones(&seller), "");
}

/* ------------------------------------------------------------------ rights */

static const struct field guarded[] = {
	{ .name = "name", .label = "Name", .max = 20 },
	{ .name = "cost", .label = "Cost", .kind = FIELD_MONEY, .see = "deal.cost", .required = "Enter the cost." },
	{ .name = "price", .label = "Price", .kind = FIELD_MONEY, .change = "deal.price" },
	{ 0 }
};

/* WHO is a list of rights. */
static bool holds_right(const void *who, const char *right)
{
	return text_in_set(who, right);
}

/* What somebody with RIGHTS posts over what is stored: "Name Cost Price". */
static const char *posted_by(const char *rights)
{
	struct form_asked asked = { .may = rights ? holds_right : NULL, .who = rights };
	struct form form = form_read_as(mem, WITH({ "name", "New" }, { "cost", "1" }, { "price", "2" }), guarded, NULL, asked);
	struct form stored = form_blank(mem, WITH({ "name", "Old" }, { "cost", "10.00" }, { "price", "20.00" }), guarded, NULL);

	form_keep(mem, &form, &stored);
	assert_true(form.good);
	return arena_text(mem, "%s %s %s", form_value(&form, "name"), form_value(&form, "cost"), form_value(&form, "price"));
}

static void a_field_without_its_right_is_not_read_and_stays(void **state)
{
	(void)state;
	same("both", posted_by("deal.cost,deal.price"), "New 1.00 2.00");
	same("cost", posted_by("deal.cost"), "New 1.00 20.00");
	same("price", posted_by("deal.price"), "New 10.00 2.00");
	same("neither", posted_by("other"), "New 10.00 20.00");
	same("nobody asked who it is", posted_by(NULL), "New 10.00 20.00");
}

static void a_form_says_what_is_hidden_and_what_is_fixed(void **state)
{
	struct form form = form_blank_as(mem, NULL, guarded, NULL, (struct form_asked){ .may = holds_right, .who = "deal.cost" });
	struct form other = form_read(mem, WITH({ "name", "X" }), guarded, NULL);

	(void)state;
	assert_false(form_entry(&form, "name")->hidden || form_entry(&form, "name")->fixed);
	assert_false(form_entry(&form, "cost")->hidden);
	assert_true(form_entry(&form, "price")->fixed);
	assert_true(form_entry(&other, "cost")->hidden);
	assert_true(other.good); /* what somebody cannot see is not missing */
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_was_not_posted_stays_as_it_is_stored),
		cmocka_unit_test(what_was_emptied_is_empty),
		cmocka_unit_test(the_empty_word_of_boxes_is_none_of_them),
		cmocka_unit_test(nothing_posted_changes_nothing),
		cmocka_unit_test(what_is_required_is_missing_from_a_new_one_and_stays_of_a_stored_one),
		cmocka_unit_test(a_mistake_in_what_was_posted_stays_a_mistake),
		cmocka_unit_test(a_field_that_depends_on_another_is_asked_by_what_is_stored_of_that),
		cmocka_unit_test(a_value_that_was_set_counts_as_posted),
		cmocka_unit_test(a_card_that_was_not_posted_stays),
		cmocka_unit_test(a_row_that_was_not_posted_beside_others_was_removed),
		cmocka_unit_test(a_field_of_a_row_that_was_not_posted_stays),
		cmocka_unit_test(the_primary_row_stays_primary_unless_another_was_chosen),
		cmocka_unit_test(rows_with_ids_are_known_by_them_and_have_no_primary),
		cmocka_unit_test(an_id_that_is_not_stored_or_comes_twice_is_a_new_row),
		cmocka_unit_test(rows_with_ids_have_a_limit_of_their_own),
		cmocka_unit_test(two_forms_with_a_prefix_do_not_collide),
		cmocka_unit_test(a_field_without_its_right_is_not_read_and_stays),
		cmocka_unit_test(a_form_says_what_is_hidden_and_what_is_fixed),
	};

	return cmocka_run_group_tests_name("form keep", tests, memory_begin, memory_end);
}
