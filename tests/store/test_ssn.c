/* Social security numbers: sealed in the table, masked on pages, shown for 60 seconds to those who may. */
#include "domain/log/activity.h"
#include "domain/customer/ssn.h"
#include "story.h"

static const char sql_row[] = "SELECT CONCAT_WS('|', customer_id, key_id, sealed) FROM ssn WHERE customer_id = :id";
static const char sql_key[] = "SELECT key_id FROM ssn WHERE customer_id = :id";
static const char sql_move[] = "UPDATE ssn a, ssn b SET a.key_id = b.key_id, a.sealed = b.sealed "
	"WHERE a.customer_id = :to AND b.customer_id = :id";
static const char sql_alter[] = "UPDATE ssn SET sealed = CONCAT(LEFT(sealed, 40), IF(MID(sealed, 41, 1) = 'A', 'B', 'A'), "
	"MID(sealed, 42)) WHERE customer_id = :id";
static const char sql_other_key[] = "UPDATE ssn SET key_id = 'ffffffff' WHERE customer_id = :id";
static const char sql_long_ago[] = "UPDATE session SET shown_at = NOW(6) - INTERVAL :seconds SECOND WHERE id = :session_id";
static const char sql_activity[] = "SELECT action, staff_id, session_id, address, fields FROM activity "
	"WHERE customer_id = :id ORDER BY id DESC LIMIT 1";
static const char sql_shown[] = "SELECT shown_customer_id FROM session WHERE id = :session_id";
static const char sql_everywhere[] =
	"SELECT (SELECT COUNT(*) FROM activity WHERE CONCAT_WS('|', fields, address) LIKE '%6789%') + "
	"(SELECT COUNT(*) FROM search_key WHERE word LIKE '%6789%') + (SELECT COUNT(*) FROM ssn WHERE sealed LIKE '%6789%') + "
	"(SELECT COUNT(*) FROM customer WHERE CONCAT_WS('|', first_name, middle_name, last_name, suffix, business_name) "
	"  LIKE '%6789%')";

#define NUMBER { "ssn", "123-45-6789" }

static const char *with_number(void)
{
	return add_customer(WITH(PERSON("Ann", "Ames"), NUMBER));
}

/* What a page shows now of the number of ID, by the session as the next request finds it. */
static const char *seen(const char *id, const char *secret)
{
	const struct row *who = session_find(w, secret);

	return ssn_shown(w, id, row_text(who, "shown_customer_id"), row_text(who, "shown_seconds"));
}

static const char *sales_secret(void)
{
	static const char *secret;

	return secret ? secret : (secret = sign_in_new("sales", "Salesperson", NULL));
}

static void the_digits_occur_nowhere_in_the_database(void **state)
{
	const char *row = cell_of(sql_row, WITH({ "id", with_number() }));

	(void)state;
	assert_non_null(row);
	assert_null(strstr(row, "123456789"));
	assert_null(strstr(row, "6789"));
	same("nowhere else", cell_of(sql_everywhere, NULL), "0");
}

static void the_same_number_is_sealed_differently_for_each_customer(void **state)
{
	const char *ann = cell_of(sql_row, WITH({ "id", with_number() }));
	const char *bob = cell_of(sql_row, WITH({ "id", with_number() }));

	(void)state;
	assert_string_not_equal(strrchr(ann, '|'), strrchr(bob, '|'));
}

static void a_row_copied_altered_or_of_a_lost_key_is_lost_and_nothing_else(void **state)
{
	const char *ann = with_number(), *bob = with_number(), *cyd = with_number(), *dan = with_number();

	(void)state;
	db_change(w, sql_move, WITH({ "id", ann }, { "to", bob }));
	db_change(w, sql_alter, WITH({ "id", cyd }));
	db_change(w, sql_other_key, WITH({ "id", dan }));
	for (size_t i = 0; i < 3; i++) {
		const char *id = (const char *[]){ bob, cyd, dan }[i];
		enum ssn_file file;
		same("nothing of it", ssn_masked(w, id, &file), "XXX-XX-XXXX");
		assert_int_equal(file, SSN_FILE_LOST);
		same("not shown", ssn_shown(w, id, id, "60"), NULL);
		assert_true(ssn_differs(w, id, "123456789"));
	}
	same("Ann's still does", ssn_masked(w, ann, NULL), "XXX-XX-6789");
}

static void the_mask_shows_the_last_four_to_those_who_may_see_them(void **state)
{
	const char *id = with_number(), *none = add_customer(WITH(PERSON("Bo", "Li")));

	(void)state;
	same("manager", ssn_masked(w, id, NULL), "XXX-XX-6789");
	same("none on file", ssn_masked(w, none, NULL), NULL);
	w->rights = "customer.see,customer.edit,ssn.reveal";
	same("without ssn.last4", ssn_masked(w, id, NULL), "XXX-XX-XXXX");
	w->rights = "";
	same("without any", ssn_masked(w, id, NULL), "XXX-XX-XXXX");
	w->me = NULL;
	same("nobody", ssn_masked(w, id, NULL), "XXX-XX-XXXX");
}

static void revealing_writes_the_log_and_the_session_at_once(void **state)
{
	const struct row *note;
	char id[24];

	(void)state;
	snprintf(id, sizeof id, "%s", with_number());
	assert_true(ssn_reveal(w, id));
	next_request(); /* whatever became of the request, the log has it */
	note = db_rows(w, sql_activity, WITH({ "id", id }));
	same("action", row_text(note, "action"), "ssn_shown");
	same("who", row_text(note, "staff_id"), w->me);
	same("session", row_text(note, "session_id"), w->session_id);
	same("address", row_text(note, "address"), "192.0.2.7");
	same("no values", row_text(note, "fields"), NULL);
	same("shown", seen(id, manager_secret), "123-45-6789");
	same("in the history", row_text(activity_of_customer(w, id), "what"), "SSN viewed");
}

static void none_on_file_is_not_revealed(void **state)
{
	const char *id = add_customer(WITH(PERSON("Bo", "Li")));

	(void)state;
	session_show_ssn(w, NULL);
	assert_false(ssn_reveal(w, id));
	same("session", cell_of(sql_shown, NULL), NULL);
	same("note", row_text(db_rows(w, sql_activity, WITH({ "id", id })), "action"), "customer_added");
}

static void it_is_shown_for_that_customer_and_session_only(void **state)
{
	const char *ann = with_number(), *bob = with_number();
	const char *again;

	(void)state;
	ssn_reveal(w, ann);
	same("Ann's", seen(ann, manager_secret), "123-45-6789");
	same("Bob's", seen(bob, manager_secret), NULL);
	again = session_begin(w, manager_id);
	same("another session of the same person", seen(ann, again), NULL);
	ssn_reveal(w, bob);
	same("Ann's, once Bob's is shown", seen(ann, manager_secret), NULL);
	session_show_ssn(w, NULL);
	same("hidden", seen(bob, manager_secret), NULL);
}

static void it_is_masked_again_after_60_seconds_and_before_they_began(void **state)
{
	static const struct { const char *seconds; bool shown; } rows[] = {
		{ "0", true }, { "30", true }, { "60", false }, { "61", false }, { "86400", false }, { "-3600", false },
	};
	const char *id = with_number();

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		ssn_reveal(w, id);
		db_change(w, sql_long_ago, WITH({ "seconds", rows[i].seconds }));
		same(rows[i].seconds, seen(id, manager_secret), rows[i].shown ? "123-45-6789" : NULL);
	}
}

static void without_the_right_nothing_is_shown_even_in_the_60_seconds(void **state)
{
	const char *id = with_number();

	(void)state;
	ssn_reveal(w, id);
	w->rights = "customer.see,customer.edit,ssn.last4";
	same("no right", seen(id, manager_secret), NULL);
	w->rights = NULL;
	same("no rights at all", seen(id, manager_secret), NULL);
	w->me = NULL;
	w->rights = "ssn.reveal";
	same("nobody", seen(id, manager_secret), NULL);
	same("no seconds", ssn_shown(w, id, id, NULL), NULL);
	same("no customer", ssn_shown(w, id, NULL, "60"), NULL);
}

static void a_number_may_be_changed_and_taken_away(void **state)
{
	const char *id = with_number();

	(void)state;
	assert_int_equal(save_customer(id, WITH(PERSON("Ann", "Ames"), { "ssn", "123456789" })), CUSTOMER_SAME);
	assert_int_equal(save_customer(id, WITH(PERSON("Ann", "Ames"))), CUSTOMER_SAME); /* it was not asked */
	assert_int_equal(save_customer(id, WITH(PERSON("Ann", "Ames"), { "ssn", "321-54-9876" })), CUSTOMER_SAVED);
	same("changed", ssn_masked(w, id, NULL), "XXX-XX-9876");
	same("label", row_text(db_rows(w, sql_activity, WITH({ "id", id })), "fields"), "SSN");
	assert_int_equal(save_customer(id, WITH(PERSON("Ann", "Ames"), { "ssn", "" })), CUSTOMER_SAVED);
	same("taken away", ssn_masked(w, id, NULL), NULL);
	same("no row", cell_of(sql_row, WITH({ "id", id })), NULL);
}

static void who_may_not_see_a_number_may_add_one_but_not_replace_it(void **state)
{
	const char *secret = sales_secret();
	const char *id = with_number(), *none = add_customer(WITH(PERSON("Bo", "Li")));

	(void)state;
	assert_true(come_in(secret));
	assert_false(ssn_may_put(w, id));
	assert_true(ssn_may_put(w, none));
	assert_int_equal(save_customer(id, WITH(PERSON("Ann", "Ames"), { "ssn", "321-54-9876" })), CUSTOMER_SAME);
	assert_int_equal(save_customer(id, WITH(PERSON("Ann", "Ames"), { "ssn", "" })), CUSTOMER_SAME);
	assert_int_equal(save_customer(none, WITH(PERSON("Bo", "Li"), { "ssn", "321-54-9876" })), CUSTOMER_SAVED);
	same("mask", ssn_masked(w, none, NULL), "XXX-XX-XXXX");
	assert_true(come_in(manager_secret));
	same("untouched", ssn_masked(w, id, NULL), "XXX-XX-6789");
	same("added", ssn_masked(w, none, NULL), "XXX-XX-9876");
}

static void the_key_that_sealed_is_noted(void **state)
{
	const char *key_id;

	(void)state;
	secret_seal(w->mem, "x", "x", &key_id);
	same("key", cell_of(sql_key, WITH({ "id", with_number() })), key_id);
}

static void a_typed_number_comes_back_through_a_page_sealed(void **state)
{
	const char *kept = ssn_seal_typed(w, "123456789");
	static const struct { const char *typed, *back; } rows[] = {
		{ "", "123456789" }, { NULL, "123456789" }, { "XXX-XX-6789", "123456789" },
		{ "XXX-XX-XXXX", "123456789" },
		{ "321-54-9876", "321-54-9876" },
	};

	(void)state;
	assert_null(strstr(kept, "6789"));
	for (size_t i = 0; i < COUNT(rows); i++) {
		const struct text_value *words = ssn_open_typed(w, WITH({ "a", "1" }, { "ssn", rows[i].typed },
			{ "ssn_kept", kept }));
		same(rows[i].typed ? rows[i].typed : "(not sent)", text_value_of(words, "ssn"), rows[i].back);
		same("the others", text_value_of(words, "a"), "1");
	}
}

static void a_kept_number_that_was_altered_is_nothing(void **state)
{
	const char *kept = ssn_seal_typed(w, "123456789");
	const char *const altered[] = {
		"", "x", "01234567.", "01234567.AAAA", arena_text(w->mem, "%sA", kept), arena_text(w->mem,
			"ffffffff%s", kept + 8),
		secret_seal(w->mem, "form ssn", "123456789", NULL),
	};

	(void)state;
	for (size_t i = 0; i < COUNT(altered); i++)
		same(altered[i], text_value_of(ssn_open_typed(w, WITH({ "ssn", "" }, { "ssn_kept", altered[i] })), "ssn"), "");
	same("none kept", text_value_of(ssn_open_typed(w, WITH({ "ssn", "1" })), "ssn"), "1");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		STORY(the_digits_occur_nowhere_in_the_database),
		STORY(the_same_number_is_sealed_differently_for_each_customer),
		STORY(a_row_copied_altered_or_of_a_lost_key_is_lost_and_nothing_else),
		STORY(the_mask_shows_the_last_four_to_those_who_may_see_them),
		STORY(revealing_writes_the_log_and_the_session_at_once),
		STORY(none_on_file_is_not_revealed),
		STORY(it_is_shown_for_that_customer_and_session_only),
		STORY(it_is_masked_again_after_60_seconds_and_before_they_began),
		STORY(without_the_right_nothing_is_shown_even_in_the_60_seconds),
		STORY(a_number_may_be_changed_and_taken_away),
		STORY(who_may_not_see_a_number_may_add_one_but_not_replace_it),
		STORY(the_key_that_sealed_is_noted),
		STORY(a_typed_number_comes_back_through_a_page_sealed),
		STORY(a_kept_number_that_was_altered_is_nothing),
	};

	return cmocka_run_group_tests_name("ssn", tests, story_begin, story_end);
}
