/* Sessions, forms that are carried out once, and who may do what. */
#include "domain/staff/draft.h"
#include "domain/staff/once.h"
#include "domain/staff/right.h"
#include "story.h"

static const char sql_seen[] = "UPDATE session SET seen_at = NOW() - INTERVAL :seconds SECOND WHERE id = :session_id";
static const char sql_started[] = "UPDATE session SET started_at = NOW() - INTERVAL :seconds SECOND, seen_at = NOW() "
	"WHERE id = :session_id";
static const char sql_setting[] = "UPDATE setting SET value = :value WHERE name = :name";
static const char sql_inactive[] = "UPDATE staff SET inactive = :inactive WHERE id = :me";
static const char sql_role[] = "UPDATE staff SET role = :role WHERE id = :me";
static const char sql_stored[] = "SELECT COUNT(*) FROM session WHERE id = :id";
static const char sql_codes[] = "SELECT DISTINCT right_code FROM role_right ORDER BY right_code";
static const char sql_held[] = "SELECT COUNT(*) FROM role_right WHERE right_code = :code";
static const char sql_take_away[] = "DELETE FROM role_right WHERE role = 'Manager' AND right_code = 'ssn.reveal'";

static bool still_in(void)
{
	return session_find(w, manager_secret) != NULL;
}

static void a_session_tells_who_it_is_and_what_they_may(void **state)
{
	const struct row *who = session_find(w, manager_secret);

	(void)state;
	same("user", row_text(who, "user_name"), "manager");
	same("staff", row_text(who, "staff_id"), manager_id);
	same("role", row_text(who, "role"), "Manager");
	same("dealership", row_text(who, "dealership_name"), "Hillside Motors");
	same("search", row_text(who, "simple_search"), "1");
	same("nothing shown", row_text(who, "shown_customer_id"), NULL);
	same("no seconds", row_text(who, "shown_seconds"), "0");
	holds("ssn.reveal", text_in_set(row_text(who, "rights"), "ssn.reveal"));
}

static void the_database_has_only_the_hash_of_a_secret(void **state)
{
	(void)state;
	assert_int_equal(strlen(manager_secret), 64);
	same("secret", cell_of(sql_stored, WITH({ "id", manager_secret })), "0");
	same("hash", cell_of(sql_stored, WITH({ "id", w->session_id })), "1");
	assert_null(session_find(w, w->session_id));
	assert_null(session_find(w, ""));
	assert_null(session_find(w, "0000000000000000000000000000000000000000000000000000000000000000"));
}

static void a_session_ends_after_half_an_hour_without_a_click(void **state)
{
	static const struct { const char *seconds; bool in; } rows[] = {
		{ "0", true }, { "1700", true }, { "1801", false }, { "86400", false },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		db_change(w, sql_seen, WITH({ "seconds", rows[i].seconds }));
		if (still_in() != rows[i].in)
			fail_msg("after %s seconds it is %s", rows[i].seconds, rows[i].in ? "over" : "not over");
	}
	session_touch(w);
	assert_true(still_in());
	db_change(w, sql_setting, WITH({ "name", "session_idle_minutes" }, { "value", "5" }));
	db_change(w, sql_seen, WITH({ "seconds", "301" }));
	assert_false(still_in());
}

static void a_session_ends_twelve_hours_after_it_began_whatever_happens(void **state)
{
	(void)state;
	db_change(w, sql_started, WITH({ "seconds", "43100" }));
	assert_true(still_in());
	db_change(w, sql_started, WITH({ "seconds", "43201" }));
	assert_false(still_in());
	session_touch(w);
	assert_false(still_in());
	db_change(w, sql_setting, WITH({ "name", "session_hours" }, { "value", "13" }));
	assert_true(still_in());
}

static void a_session_is_touched_once_a_minute(void **state)
{
	(void)state;
	session_touch(w);
	same("just now", row_text(session_find(w, manager_secret), "seen_long_ago"), "0");
	db_change(w, sql_seen, WITH({ "seconds", "62" }));
	same("a minute ago", row_text(session_find(w, manager_secret), "seen_long_ago"), "1");
}

static void who_was_made_inactive_is_out_with_the_next_click(void **state)
{
	(void)state;
	db_change(w, sql_inactive, WITH({ "inactive", "1" }));
	assert_false(still_in());
}

static void a_right_taken_away_is_gone_with_the_next_click(void **state)
{
	(void)state;
	assert_true(right_held(w, MAY_REVEAL_SSN));
	db_change(w, sql_take_away, NULL);
	assert_true(come_in(manager_secret));
	assert_false(right_held(w, MAY_REVEAL_SSN));
	assert_true(right_held(w, MAY_SEE_SSN_LAST4));
	db_change(w, sql_role, WITH({ "role", "Administrator" }));
	assert_true(come_in(manager_secret));
	assert_false(right_held(w, MAY_SEE_CUSTOMERS));
	assert_true(right_held(w, MAY_MANAGE_STAFF));
}

static void signing_out_ends_this_session_and_no_other(void **state)
{
	const char *other = session_begin(w, manager_id);

	(void)state;
	session_end(w);
	assert_false(still_in());
	assert_non_null(session_find(w, other));
}

static void ending_the_others_leaves_ones_own(void **state)
{
	const char *other = session_begin(w, manager_id);
	const char *id = staff_add(w, "sales", "Luis", "Ortega", "Salesperson", "drive-the-lot-2026");
	const char *of_another = session_begin(w, id);

	(void)state;
	session_end_others(w);
	assert_true(still_in());
	assert_null(session_find(w, other));
	assert_non_null(session_find(w, of_another));
}

static void a_session_keeps_the_latest_search(void **state)
{
	const char *sealed = search_seal(w, WITH({ "search", "delgado" }), false);

	(void)state;
	session_set_find(w, sealed);
	same("kept", row_text(session_find(w, manager_secret), "find"), sealed);
	session_set_find(w, NULL);
	same("forgotten", row_text(session_find(w, manager_secret), "find"), NULL);
}

/* A search text and nine fields of 200 bytes each may be asked (longer ones are cut); the column must hold all that sealed. */
static void the_longest_search_fits_into_its_column(void **state)
{
	const char *longest = "";

	(void)state;
	for (int i = 0; i < 250; i++)
		longest = arena_text(w->mem, "%sx", longest);
	const char *sealed = search_seal(w, WITH({ "style", "advanced" }, { "search", longest },
		{ "first_name", longest }, { "last_name", longest }, { "business_name", longest },
		{ "number", longest },
		{ "phone", longest }, { "email", longest }, { "city", longest }, { "state", longest },
		{ "zip", longest }), true);
	session_set_find(w, sealed);
	same("kept", row_text(session_find(w, manager_secret), "find"), sealed);
}

static void a_token_belongs_to_one_session_and_tells_nothing_of_it(void **state)
{
	const char *token = session_token(w->mem, manager_secret);

	(void)state;
	same("always the same", session_token(w->mem, manager_secret), token);
	assert_string_not_equal(token, w->session_id);
	assert_string_not_equal(token, manager_secret);
	assert_string_not_equal(token, session_token(w->mem, "another"));
}

/* ---- a form is carried out once */

/* Where the form with KEY led, with the words it was kept with. */
static const char *before(const char *key)
{
	const struct row *row = once_find(w, key);

	return row ? arena_text(w->mem, "%s %.1s", row_text(row, "location"), row_text(row, "words")) : NULL;
}

static void a_form_leads_to_its_first_result_until_it_is_replaced(void **state)
{
	static const char key[] = "0123456789abcdef0123456789abcdef";
	struct once form = { .key = key, .words = "a", .location = "/customer/10001/overview" };

	(void)state;
	assert_null(once_find(w, key));
	assert_int_equal(once_store(w, &form), DB_DONE);
	form = (struct once){ .key = key, .words = "b", .location = "/customer/10002/overview", .customer_id = "10002" };
	assert_int_equal(once_store(w, &form), DB_DUPLICATE);
	same("the first", before(key), "/customer/10001/overview a");
	once_replace(w, &form);
	same("the later", before(key), "/customer/10002/overview b");
	same("whom it added", row_text(once_find(w, key), "customer_id"), "10002");
	w->me = staff_add(w, "sales", "Luis", "Ortega", "Salesperson", "drive-the-lot-2026");
	same("another person's", before(key), NULL);
	form = (struct once){ .key = key, .words = "c", .location = "/elsewhere" };
	assert_int_equal(once_store(w, &form), DB_DONE);
	same("another person's own", before(key), "/elsewhere c");
}

static void a_form_that_was_not_carried_out_may_be_sent_again(void **state)
{
	static const char key[] = "fedcba9876543210fedcba9876543210";

	(void)state;
	once_store(w, &(struct once){ .key = key, .words = "a", .location = "/x" });
	next_request();
	assert_null(once_find(w, key));
}

/* ---- pages that are kept */

static void a_page_is_kept_sealed_for_its_session_alone(void **state)
{
	const char *key = draft_store(w, 422, "<p>typed</p>");
	int status = 0;

	(void)state;
	same("the page", draft_find(w, key, &status), "<p>typed</p>");
	assert_int_equal(status, 422);
	assert_null(strstr(cell_of("SELECT sealed FROM draft WHERE draft_key = :key", WITH({ "key", key })), "typed"));
	same("no such key", draft_find(w, "0123456789abcdef0123456789abcdef", &status), NULL);
	same("a long key", draft_find(w, arena_text(w->mem, "%s0", key), &status), NULL);
	w->session_id = "another";
	same("another session's", draft_find(w, key, &status), NULL);
}

/* ---- who may do what */

static void every_right_of_the_code_is_in_the_tables_and_the_other_way(void **state)
{
	const struct row *row = db_rows(w, sql_codes, NULL);

	(void)state;
	for (const struct right_row *right = right_rows; right->code; right++)
		if (!text_number(cell_of(sql_held, WITH({ "code", right->code }))))
			fail_msg("no role holds %s", right->code);
	for (; row; row = row->next) {
		bool known = false;
		for (const struct right_row *right = right_rows; right->code && !known; right++)
			known = !strcmp(right->code, row_text(row, "right_code"));
		holds(row_text(row, "right_code"), known);
	}
}

static void nobody_may_what_needs_somebody(void **state)
{
	(void)state;
	for (const struct right_row *row = right_rows; row->code; row++) {
		w->me = manager_id;
		w->rights = "";
		assert_false(right_held(w, row->right));
		w->rights = NULL;
		assert_false(right_held(w, row->right));
		w->rights = row->code;
		assert_true(right_held(w, row->right));
		w->me = NULL; /* rights of nobody are none */
		assert_false(right_held(w, row->right));
	}
	assert_true(right_held(w, ANYONE));
	assert_false(right_held(w, SIGNED_IN));
	w->me = manager_id;
	assert_true(right_held(w, SIGNED_IN));
	assert_false(right_held(w, BY_TICKET));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		STORY(a_session_tells_who_it_is_and_what_they_may),
		STORY(the_database_has_only_the_hash_of_a_secret),
		STORY(a_session_ends_after_half_an_hour_without_a_click),
		STORY(a_session_ends_twelve_hours_after_it_began_whatever_happens),
		STORY(a_session_is_touched_once_a_minute),
		STORY(who_was_made_inactive_is_out_with_the_next_click),
		STORY(a_right_taken_away_is_gone_with_the_next_click),
		STORY(signing_out_ends_this_session_and_no_other),
		STORY(ending_the_others_leaves_ones_own),
		STORY(a_session_keeps_the_latest_search),
		STORY(the_longest_search_fits_into_its_column),
		STORY(a_token_belongs_to_one_session_and_tells_nothing_of_it),
		STORY(a_form_leads_to_its_first_result_until_it_is_replaced),
		STORY(a_form_that_was_not_carried_out_may_be_sent_again),
		STORY(a_page_is_kept_sealed_for_its_session_alone),
		STORY(every_right_of_the_code_is_in_the_tables_and_the_other_way),
		STORY(nobody_may_what_needs_somebody),
	};

	return cmocka_run_group_tests_name("session", tests, story_begin, story_end);
}
