/* Customers: what a form says is stored, told to the next who opens the record, and never lost between two people. */
#include "domain/customer/ssn.h"
#include "domain/log/activity.h"
#include "story.h"

static const char sql_row[] = "SELECT * FROM customer WHERE id = :id";
static const char sql_delete_keys[] = "DELETE FROM search_key WHERE customer_id = :id";
static const char sql_delete[] = "DELETE FROM customer WHERE id = :id";
static const char sql_activity[] = "SELECT action, fields, row_version, staff_id FROM activity WHERE customer_id = :id "
	"ORDER BY id DESC LIMIT 1";
static const char sql_activities[] = "SELECT COUNT(*) FROM activity WHERE customer_id = :id";
static const char sql_hostile[] = "SELECT COUNT(*) FROM activity WHERE fields LIKE '%Delgado%' OR fields LIKE '%614%'";
static const char sql_update_activity[] = "UPDATE activity SET fields = NULL WHERE customer_id = :id";

/* What of WHOLE is no name, emptied. */
#define EMPTIED { "middle_name", "" }, { "suffix", "" }, { "gender", "" }, { "date_of_birth", "" }, \
	{ "marital_status", "" }, { "privacy", "" }, { "preferred_contact", "" }

#define WHOLE PERSON("María", "Delgado"), { "middle_name", "del Carmen" }, { "suffix", "Jr." }, \
	{ "gender", "female" }, { "date_of_birth", "3/9/1984" }, { "marital_status", "married" }, \
	{ "privacy", "no_mail" }, { "privacy", "no_email" }, { "preferred_contact", "text" }

static void every_field_of_a_person_is_kept(void **state)
{
	static const struct { const char *field, *text; } rows[] = {
		{ "customer_type", "individual" }, { "first_name", "María" }, { "middle_name", "del Carmen" },
		{ "last_name", "Delgado" }, { "suffix", "Jr." }, { "gender", "female" },
		{ "date_of_birth", "3/9/1984" },
		{ "marital_status", "married" }, { "privacy", "no_email,no_mail" }, { "preferred_contact", "text" },
		{ "business_name", "" }, { "ssn", "" },
	};
	struct form form = stored_form(add_customer(WITH(WHOLE)));

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		same(rows[i].field, form_entry(&form, rows[i].field)->text, rows[i].text);
}

static void a_business_has_a_name_and_nothing_of_a_person(void **state)
{
	const char *id = add_customer(WITH(BUSINESS_NAMED("Smith & Sons"), { "first_name", "Maria" },
		{ "gender", "male" }, { "ssn", "123-45-6789" }));
	const struct row *customer = customer_get(w, id);

	(void)state;
	same("name", row_text(customer, "name"), "Smith & Sons");
	same("list name", row_text(customer, "list_name"), "Smith & Sons");
	same("initials", row_text(customer, "initials"), "SM");
	same("first name", row_text(customer, "first_name"), NULL);
	same("gender", row_text(customer, "gender"), NULL);
	same("type", row_text(customer, "type_label"), "Business");
}

static void the_summary_tells_names_labels_and_primary_contacts(void **state)
{
	static const struct { const char *column, *text; } rows[] = {
		{ "name", "María Delgado Jr." }, { "list_name", "Delgado, María Jr." }, { "initials", "MD" },
		{ "type_label", "Individual" }, { "preferred_label", "Text" }, { "inactive", "0" },
		{ "row_version", "1" },
		{ "phone", "(614) 555-0142" }, { "primary_phone", "6145550142" }, { "phone_label", "Cell" },
		{ "primary_email", "Maria@example.com" }, { "primary_address", "1 Elm St, Columbus, OH 43206" },
		{ "no_email", "1" }, { "no_mail", "1" }, { "no_phone_calls", NULL },
	};
	const char *id = add_customer(WITH(WHOLE, { "phones.0.type", "home" }, { "phones.0.number", "6145550199" },
		{ "phones.1.type", "cell" }, { "phones.1.number", "+1 614 555 0142" }, { "phones.primary", "1" },
		{ "emails.0.type", "work" }, { "emails.0.address", "Maria@Example.com" },
		{ "addresses.0.type", "physical" }, { "addresses.0.street", "1 Elm St" },
		{ "addresses.0.city", "Columbus" },
		{ "addresses.0.state", "ohio" }, { "addresses.0.zip", "43206" }));
	const struct row *customer = customer_get(w, id);

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		same(rows[i].column, row_text(customer, rows[i].column), rows[i].text);
}

static void a_customer_without_contacts_has_an_empty_summary(void **state)
{
	const struct row *customer = customer_get(w, add_customer(WITH(PERSON("Bo", "Li"))));

	(void)state;
	same("phone", row_text(customer, "phone"), NULL);
	same("email", row_text(customer, "primary_email"), NULL);
	same("address", row_text(customer, "primary_address"), NULL);
	same("preferred", row_text(customer, "preferred_label"), NULL);
}

static void numbers_go_up_and_are_not_used_again(void **state)
{
	unsigned long long first = text_number(add_customer(WITH(PERSON("Ann", "One"))));
	const char *second = add_customer(WITH(PERSON("Bob", "Two")));

	(void)state;
	assert_true(first >= 10001);
	assert_int_equal(text_number(second), first + 1);
	next_request(); /* neither was saved: their numbers are gone with them */
	assert_true(text_number(add_customer(WITH(PERSON("Cyd", "Three")))) > first + 1);
	same("no record of the lost one", customer_get(w, arena_text(w->mem, "%llu", first)) ? "there" : NULL, NULL);
}

static void delete_it(void *id)
{
	db_change(w, sql_delete, WITH({ "id", id }));
}

/* That is why a number is never free again. */
static void a_record_with_a_history_cannot_be_deleted(void **state)
{
	const char *id = add_customer(WITH(PERSON("Ann", "Kept")));

	(void)state;
	db_change(w, sql_delete_keys, WITH({ "id", id }));
	has_part("DELETE", failing(delete_it, (void *)id).why, "MariaDB error 1451");
	next_request();
}

static void saving_the_same_again_writes_nothing(void **state)
{
	const char *id = add_customer(WITH(WHOLE, { "phones.0.type", "cell" }, { "phones.0.number", "6145550142" }));
	const char *history = cell_of(sql_activities, WITH({ "id", id }));

	(void)state;
	assert_int_equal(save_customer(id, WITH(WHOLE, { "phones.4.type", "cell" },
		{ "phones.4.number", "(614) 555-0142" },
		{ "phones.5.type", "home" }, { "phones.5.number", "" }, { "phones.primary", "4" })), CUSTOMER_SAME);
	same("version", version_of(id), "1");
	same("history", cell_of(sql_activities, WITH({ "id", id })), history);
}

static void a_change_raises_the_version_and_tells_labels_never_values(void **state)
{
	const char *id = add_customer(WITH(WHOLE));
	const struct row *note;

	(void)state;
	assert_int_equal(save_customer(id, WITH(PERSON("María", "Delgado-Ruiz"), EMPTIED, { "phones.0.type", "cell" },
		{ "phones.0.number", "6145550142" }, { "ssn", "123-45-6789" })), CUSTOMER_SAVED);
	same("version", version_of(id), "2");
	note = db_rows(w, sql_activity, WITH({ "id", id }));
	same("action", row_text(note, "action"), "customer_changed");
	same("fields", row_text(note, "fields"), "Customer Privacy, Preferred Contact, Middle Name, Last Name, Suffix, "
		"Gender, Date of Birth, Marital Status, SSN, Phone Numbers");
	same("version", row_text(note, "row_version"), "2");
	same("who", row_text(note, "staff_id"), manager_id);
	same("no value anywhere", cell_of(sql_hostile, NULL), "0");
}

static void a_field_that_is_emptied_is_empty_afterwards(void **state)
{
	const char *id = add_customer(WITH(WHOLE));

	(void)state;
	assert_int_equal(save_customer(id, WITH(PERSON("María", "Delgado"), EMPTIED)), CUSTOMER_SAVED);
	const struct row *row = db_rows(w, sql_row, WITH({ "id", id }));
	same("middle name", row_text(row, "middle_name"), NULL);
	same("privacy", row_text(row, "privacy"), NULL);
	same("date of birth", row_text(row, "date_of_birth"), NULL);
}

/* A page may show less than there is: an old one, one of two cards, one that a program fills. */
static void what_a_form_did_not_post_is_still_stored(void **state)
{
	const char *id = add_customer(WITH(WHOLE, { "company", "Acme" }, { "job_title", "Clerk" }, { "ssn", "123-45-6789" },
		{ "phones.0.type", "cell" }, { "phones.0.number", "6145550142" }, { "emails.0.type", "work" },
		{ "emails.0.address", "m@example.com" }));
	static const struct { const char *field, *text; } rows[] = {
		{ "first_name", "Maria" }, { "middle_name", "del Carmen" }, { "suffix", "Jr." }, { "gender", "female" },
		{ "date_of_birth", "3/9/1984" }, { "marital_status", "married" }, { "privacy", "no_email,no_mail" },
		{ "preferred_contact", "text" }, { "company", "Acme" }, { "job_title", "Clerk" },
	};
	struct form form = form_read(w->mem, WITH({ "first_name", "Maria" }), customer_fields, contact_groups);

	(void)state;
	assert_int_equal(customer_save(w, customer_lock(w, id), &form, "1", NULL), CUSTOMER_SAVED);
	form = stored_form(id);
	for (size_t i = 0; i < COUNT(rows); i++)
		same(rows[i].field, form_entry(&form, rows[i].field)->text, rows[i].text);
	same("phone", form_group(&form, "phones")->rows[0].entries[1].value, "6145550142");
	same("e-mail", form_group(&form, "emails")->rows[0].entries[1].value, "m@example.com");
	assert_true(ssn_differs(w, id, NULL));
	assert_false(ssn_differs(w, id, "123456789"));
	same("history", row_text(db_rows(w, sql_activity, WITH({ "id", id })), "fields"), "First Name");
}

static void a_form_that_is_not_good_together_with_what_is_stored_writes_nothing(void **state)
{
	const char *id = add_customer(WITH(WHOLE));
	struct form form = form_read(w->mem, WITH({ "first_name", "Maria" }, { "last_name", "" }), customer_fields, contact_groups);

	(void)state;
	assert_int_equal(customer_save(w, customer_lock(w, id), &form, "1", NULL), CUSTOMER_REFUSED);
	same("error", form_entry(&form, "last_name")->error, "Enter the last name.");
	same("not posted, to be shown", form_entry(&form, "middle_name")->text, "del Carmen");
	same("nothing was written", row_text(customer_get(w, id), "first_name"), "María");
	same("version", version_of(id), "1");
}

/* Two people opened version 1; the second to save must choose with open eyes. */
static void who_saves_second_is_told_what_is_stored_now(void **state)
{
	const char *id = add_customer(WITH(WHOLE, { "phones.0.type", "cell" }, { "phones.0.number", "6145550142" }));
	struct form second = customer_of(WITH(WHOLE, { "phones.0.type", "cell" }, { "phones.0.number", "6145550143" }));

	(void)state;
	assert_int_equal(save_customer(id, WITH(PERSON("Maria", "Delgado"), { "gender", "nonbinary" },
		{ "privacy", "" }, { "date_of_birth", "" }, { "phones.0.type", "work" },
		{ "phones.0.number", "6145550199" })), CUSTOMER_SAVED);
	assert_int_equal(customer_save(w, customer_lock(w, id), &second, "1", NULL), CUSTOMER_STALE);
	same("first name", form_entry(&second, "first_name")->stored, "Maria");
	same("first name as typed", form_entry(&second, "first_name")->text, "María");
	same("last name is the same", form_entry(&second, "last_name")->stored, NULL);
	same("gender in words", form_entry(&second, "gender")->stored, "Nonbinary");
	same("privacy in words", form_entry(&second, "privacy")->stored, "none");
	same("date of birth", form_entry(&second, "date_of_birth")->stored, "empty");
	same("which phone is primary", form_group(&second, "phones")->stored, "primary: Work (614) 555-0199");
	same("their phone", form_group(&second, "phones")->rows[1].stored, "Work (614) 555-0199");
	same("e-mails are the same", form_group(&second, "emails")->stored, NULL);
	same("nothing was written", row_text(customer_get(w, id), "first_name"), "Maria");
	has_part("what the other did", activity_fields_since(w, id, "1"), "Gender");
	assert_int_equal(customer_save(w, customer_lock(w, id), &second, "2", NULL), CUSTOMER_SAVED);
	same("now it was", row_text(customer_get(w, id), "first_name"), "María");
}

/* Two people opened version 1 and touched different fields: both are kept. */
static void what_two_people_changed_apart_is_kept_together(void **state)
{
	const char *id = add_customer(WITH(PERSON("Ann", "Ames"), { "ssn", "216-45-0198" }, { "phones.0.type", "cell" },
		{ "phones.0.number", "6145550142" }));
	struct form base = customer_as_form(w, customer_row(w, id));
	struct form_merge merge = { .base = &base };
	struct form mine = customer_of(WITH(PERSON("Ann", "Ames"), { "middle_name", "" }, { "suffix", "Jr." }, { "ssn", "216-45-0197" },
		{ "phones.0.type", "cell" }, { "phones.0.number", "6145550142" }, { "phones.1.type", "home" },
		{ "phones.1.number", "6145550143" }));

	(void)state;
	assert_int_equal(save_customer(id, WITH(PERSON("Ann", "Ames"), { "middle_name", "Lou" }, { "phones.0.type", "cell" },
		{ "phones.0.number", "6145550199" })), CUSTOMER_SAVED);
	assert_int_equal(customer_save(w, customer_lock(w, id), &mine, "1", &merge), CUSTOMER_SAVED);
	same("what came from the other", merge.theirs, "Middle Name, Phone Numbers");
	same("theirs", row_text(customer_row(w, id), "middle_name"), "Lou");
	same("mine", row_text(customer_row(w, id), "suffix"), "Jr.");
	same("their phone is the primary one still", row_text(customer_row(w, id), "primary_phone"), "6145550199");
	same("my phone beside it", cell_of("SELECT GROUP_CONCAT(type, ':', number ORDER BY type) FROM contact WHERE customer_id = :id", WITH({ "id", id })),
		"cell:6145550199,home:6145550143");
	assert_false(ssn_differs(w, id, "216450197"));
	same("version", version_of(id), "3");
}

/* An SSN is in no page, so its history says whether somebody else changed it. */
static void an_ssn_that_both_changed_is_asked_about(void **state)
{
	const char *id = add_customer(WITH(PERSON("Ann", "Ames"), { "ssn", "216-45-0198" }));
	struct form base = customer_as_form(w, customer_row(w, id)), again = base;
	struct form_merge merge = { .base = &base };
	struct form mine = customer_of(WITH(PERSON("Ann", "Ames"), { "ssn", "216-45-0197" }));

	(void)state;
	assert_int_equal(save_customer(id, WITH(PERSON("Ann", "Ames"), { "ssn", "216-45-0196" })), CUSTOMER_SAVED);
	assert_int_equal(customer_save(w, customer_lock(w, id), &mine, "1", &merge), CUSTOMER_STALE);
	same("asked", form_entry(&mine, "ssn")->stored, "another number");
	assert_false(ssn_differs(w, id, "216450196"));
	merge = (struct form_merge){ .base = &again, .seen = merge.next, .choices = WITH({ "choose.ssn", "theirs" }) };
	mine = customer_of(WITH(PERSON("Ann", "Ames"), { "ssn", "216-45-0197" }, { "suffix", "Jr." }));
	assert_int_equal(customer_save(w, customer_lock(w, id), &mine, "1", &merge), CUSTOMER_SAVED);
	assert_false(ssn_differs(w, id, "216450196"));
}

static void labels_of_what_others_changed_come_once_each(void **state)
{
	const char *id = add_customer(WITH(PERSON("Ann", "Ames")));

	(void)state;
	save_customer(id, WITH(PERSON("Ann", "Bell")));
	save_customer(id, WITH(PERSON("Anna", "Cole")));
	same("since the first", activity_fields_since(w, id, "1"), "Last Name, First Name");
	same("since the second", activity_fields_since(w, id, "2"), "First Name, Last Name");
	same("since the last", activity_fields_since(w, id, "3"), "");
}

static void a_stale_page_that_would_change_nothing_is_no_quarrel(void **state)
{
	const char *id = add_customer(WITH(PERSON("Ann", "Ames")));
	struct form second = customer_of(WITH(PERSON("Ann", "Bell")));

	(void)state;
	save_customer(id, WITH(PERSON("Ann", "Bell")));
	assert_int_equal(customer_save(w, customer_lock(w, id), &second, "1", NULL), CUSTOMER_SAME);
	assert_int_equal(customer_save(w, customer_lock(w, id), &second, NULL, NULL), CUSTOMER_SAME);
}

static void a_missing_or_strange_version_is_stale(void **state)
{
	static const char *const versions[] = { NULL, "", "0", "2", "1 ", "01", "x" };
	const char *id = add_customer(WITH(PERSON("Ann", "Ames")));

	(void)state;
	for (size_t i = 0; i < COUNT(versions); i++) {
		struct form form = customer_of(WITH(PERSON("Ann", "Bell")));
		if (customer_save(w, customer_lock(w, id), &form, versions[i], NULL) != CUSTOMER_STALE)
			fail_msg("[%s] is not stale", versions[i] ? versions[i] : "(null)");
	}
}

static void a_record_that_is_not_there_is_gone(void **state)
{
	static const char *const ids[] = { "1", "0", "99999999", "18446744073709551615" };

	(void)state;
	for (size_t i = 0; i < COUNT(ids); i++) {
		assert_null(customer_get(w, ids[i]));
		assert_null(customer_row(w, ids[i]));
		assert_null(customer_lock(w, ids[i]));
	}
}

static void inactive_and_active_again_are_changes_with_a_history(void **state)
{
	const char *id = add_customer(WITH(PERSON("Ann", "Ames")));

	(void)state;
	assert_false(customer_set_inactive(w, customer_lock(w, id), false));
	assert_true(customer_set_inactive(w, customer_lock(w, id), true));
	assert_false(customer_set_inactive(w, customer_lock(w, id), true));
	same("inactive", row_text(customer_get(w, id), "inactive"), "1");
	same("version", version_of(id), "2");
	same("note", row_text(db_rows(w, sql_activity, WITH({ "id", id })), "action"), "set_inactive");
	assert_true(customer_set_inactive(w, customer_lock(w, id), false));
	same("history", row_text(activity_of_customer(w, id), "what"), "Set Active");
	same("who", row_text(activity_of_customer(w, id), "who"), "Dana Kim");
	same("version", version_of(id), "3");
}

static void who_edits_an_inactive_customer_leaves_it_inactive(void **state)
{
	const char *id = add_customer(WITH(PERSON("Ann", "Quietly")));

	(void)state;
	customer_set_inactive(w, customer_lock(w, id), true);
	assert_int_equal(save_customer(id, WITH(PERSON("Anna", "Quietly"))), CUSTOMER_SAVED);
	same("inactive", row_text(customer_get(w, id), "inactive"), "1");
	assert_null(search_find(w, "quietly", false, 0));
	assert_non_null(search_find(w, "quietly", true, 0));
}

static void rewrite(void *id)
{
	db_change(w, sql_update_activity, WITH({ "id", id }));
}

static void what_happened_cannot_be_rewritten(void **state)
{
	const char *id = add_customer(WITH(PERSON("Ann", "Ames")));

	(void)state;
	has_part("UPDATE activity", failing(rewrite, (void *)id).why, "1142");
	next_request();
}

static void a_sample_ssn_and_a_forbidden_contact_are_warned_of(void **state)
{
	struct form specimen = customer_of(WITH(PERSON("A", "B"), { "ssn", "078-05-1120" }));
	struct form contact = customer_of(WITH(PERSON("A", "B"), { "privacy", "no_phone_calls" },
		{ "preferred_contact", "phone" }));
	struct form fine = customer_of(WITH(PERSON("A", "B"), { "privacy", "no_phone_calls" },
		{ "preferred_contact", "text" }, { "ssn", "123-45-6789" }));

	(void)state;
	same("specimen", customer_warning(&specimen), "specimen");
	same("contact", customer_warning(&contact), "contact");
	same("fine", customer_warning(&fine), "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		STORY(every_field_of_a_person_is_kept),
		STORY(a_business_has_a_name_and_nothing_of_a_person),
		STORY(the_summary_tells_names_labels_and_primary_contacts),
		STORY(a_customer_without_contacts_has_an_empty_summary),
		STORY(numbers_go_up_and_are_not_used_again),
		STORY(a_record_with_a_history_cannot_be_deleted),
		STORY(saving_the_same_again_writes_nothing),
		STORY(a_change_raises_the_version_and_tells_labels_never_values),
		STORY(a_field_that_is_emptied_is_empty_afterwards),
		STORY(what_a_form_did_not_post_is_still_stored),
		STORY(a_form_that_is_not_good_together_with_what_is_stored_writes_nothing),
		STORY(who_saves_second_is_told_what_is_stored_now),
		STORY(what_two_people_changed_apart_is_kept_together),
		STORY(an_ssn_that_both_changed_is_asked_about),
		STORY(labels_of_what_others_changed_come_once_each),
		STORY(a_stale_page_that_would_change_nothing_is_no_quarrel),
		STORY(a_missing_or_strange_version_is_stale),
		STORY(a_record_that_is_not_there_is_gone),
		STORY(inactive_and_active_again_are_changes_with_a_history),
		STORY(who_edits_an_inactive_customer_leaves_it_inactive),
		STORY(what_happened_cannot_be_rewritten),
		STORY(a_sample_ssn_and_a_forbidden_contact_are_warned_of),
	};

	return cmocka_run_group_tests_name("customer", tests, story_begin, story_end);
}
