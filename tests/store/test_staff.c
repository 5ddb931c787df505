/* Signing in and passwords: who guesses waits, and is not told what was wrong. */
#include "base/password.h"
#include "domain/staff/device.h"
#include "domain/staff/turn.h"
#include "story.h"

#include <unistd.h>

static const char sql_attempt[] = "SELECT failures, TIMESTAMPDIFF(SECOND, since, wait_until) AS wait FROM sign_in_attempt "
	"ORDER BY failures LIMIT 1";
static const char sql_no_wait[] = "UPDATE sign_in_attempt SET wait_until = NULL";
static const char sql_forget_all[] = "DELETE FROM sign_in_attempt";
static const char sql_failures[] = "UPDATE sign_in_attempt SET failures = :failures, since = NOW()";
static const char sql_yesterday[] = "UPDATE sign_in_attempt SET since = since - INTERVAL :hours HOUR, wait_until = NULL";
static const char sql_long_wait[] = "UPDATE sign_in_attempt SET wait_until = NOW() + INTERVAL 100 SECOND";
static const char sql_inactive[] = "UPDATE staff SET inactive = :inactive WHERE user_name = 'sales'";
static const char sql_hash[] = "SELECT password_hash FROM staff WHERE user_name = 'sales'";
static const char sql_set_hash[] = "UPDATE staff SET password_hash = :hash WHERE user_name = 'sales'";
static const char sql_activity[] = "SELECT action, staff_id, address FROM activity ORDER BY id DESC LIMIT 1";
static const char sql_name[] = "SELECT user_name FROM staff WHERE id = :me";
static const char sql_preference[] = "SELECT simple_search FROM staff WHERE id = :me";

#define PASSWORD "drive-the-lot-2026"

static unsigned long long seconds;
static const char *signed_in_id, *device;

/* On the device that sends COOKIE, NULL for one that nobody knows; its cookie afterwards is in DEVICE. */
static enum signed_in sign_in_on(const char *cookie, const char *user_name, const char *password)
{
	struct sign_in in = { .user_name = user_name, .password = password, .device = cookie };
	enum signed_in answer = staff_sign_in(w, &in);

	signed_in_id = in.staff_id;
	seconds = in.seconds;
	device = in.device;
	return answer;
}

static enum signed_in sign_in(const char *user_name, const char *password)
{
	return sign_in_on(NULL, user_name, password);
}

static const char *sales(void)
{
	db_change(w, sql_forget_all, NULL);
	return staff_add(w, arena_text(w->mem, "sales%s", secret_random(w->mem, 4)), "Luis", "Ortega",
		"Salesperson", PASSWORD);
}

/* The account sales, there once for all stories as a failure is kept at once (db_commit_now). */
static void with_sales(void)
{
	db_change(w, sql_forget_all, NULL);
	staff_add(w, "sales", "Luis", "Ortega", "Salesperson", PASSWORD);
	db_change(w, sql_inactive, WITH({ "inactive", "0" }));
}

static void the_right_password_lets_in_and_is_noted(void **state)
{
	static const char *const names[] = { "sales", "SALES", "Sales" };

	(void)state;
	with_sales();
	for (size_t i = 0; i < COUNT(names); i++) {
		assert_int_equal(sign_in(names[i], PASSWORD), SIGN_IN_DONE);
		same("note", row_text(db_rows(w, sql_activity, NULL), "action"), "signed_in");
		same("who", row_text(db_rows(w, sql_activity, NULL), "staff_id"), signed_in_id);
	}
}

static void wrong_unknown_and_inactive_get_the_same_answer(void **state)
{
	static const struct { const char *user_name, *password; } rows[] = {
		{ "sales", "wrong" }, { "sales", "" }, { "sales", PASSWORD " " }, { "nobody", PASSWORD }, { "", "" },
		{ "sales'--", PASSWORD }, { "sale_", PASSWORD }, { "%", PASSWORD },
	};

	(void)state;
	with_sales();
	for (size_t i = 0; i < COUNT(rows); i++) {
		if (sign_in(rows[i].user_name, rows[i].password) != SIGN_IN_WRONG)
			fail_msg("[%s] [%s] is not wrong", rows[i].user_name, rows[i].password);
		assert_null(signed_in_id);
		same("note", row_text(db_rows(w, sql_activity, NULL), "action"), "sign_in_refused");
		db_change(w, sql_forget_all, NULL);
	}
	db_change(w, sql_inactive, WITH({ "inactive", "1" }));
	assert_int_equal(sign_in("sales", PASSWORD), SIGN_IN_WRONG);
	with_sales();
}

static void a_failure_is_kept_whatever_becomes_of_the_request(void **state)
{
	(void)state;
	with_sales();
	sign_in("sales", "wrong");
	next_request();
	same("failures", row_text(db_rows(w, sql_attempt, NULL), "failures"), "1");
}

static void from_the_fifth_failure_on_each_one_doubles_the_wait(void **state)
{
	static const char *const names[] = { "sales", "nobody" };
	static const char *const waits[] = { NULL, NULL, NULL, NULL, "1", "2", "4", "8", "16", "32" };

	(void)state;
	for (size_t n = 0; n < COUNT(names); n++) {
		with_sales();
		for (size_t i = 0; i < COUNT(waits); i++) {
			assert_int_equal(sign_in(names[n], "wrong"), SIGN_IN_WRONG);
			same(names[n], row_text(db_rows(w, sql_attempt, NULL), "wait"), waits[i]);
			db_change(w, sql_no_wait, NULL);
		}
	}
}

static void the_longest_wait_is_a_quarter_of_an_hour(void **state)
{
	(void)state;
	with_sales();
	sign_in("sales", "wrong");
	db_change(w, sql_failures, WITH({ "failures", "40" }));
	sign_in("sales", "wrong");
	db_change(w, sql_failures, WITH({ "failures", "4000000000" }));
	db_change(w, sql_no_wait, NULL);
	assert_int_equal(sign_in("sales", "wrong"), SIGN_IN_WRONG);
	same("wait", row_text(db_rows(w, sql_attempt, NULL), "wait"), "900");
}

static void who_must_wait_is_not_let_in_with_the_right_password_either(void **state)
{
	(void)state;
	with_sales();
	sign_in("sales", "wrong");
	db_change(w, sql_long_wait, NULL);
	assert_int_equal(sign_in("sales", PASSWORD), SIGN_IN_WAIT);
	assert_true(seconds > 90 && seconds <= 101);
	assert_int_equal(sign_in("SALES", "wrong"), SIGN_IN_WAIT);
	same("waiting is no failure", row_text(db_rows(w, sql_attempt, NULL), "failures"), "1");
}

/* Whatever the database takes for the same name must wait together, or guessing goes on under another spelling. */
static void another_spelling_of_a_name_waits_as_well(void **state)
{
	static const char *const names[] = { "SALES", "sáles", "ŠALES", "saleß", "sales " };

	(void)state;
	with_sales();
	for (size_t i = 0; i < COUNT(names); i++) {
		db_change(w, sql_forget_all, NULL);
		sign_in("sales", "wrong");
		db_change(w, sql_long_wait, NULL);
		w->address = arena_text(w->mem, "192.0.2.%zu", 100 + i);
		if (sign_in(names[i], PASSWORD) == SIGN_IN_DONE)
			fail_msg("[%s] does not wait for sales", names[i]);
		w->address = "192.0.2.7";
	}
}

static void an_address_waits_after_twenty_failures_for_any_name(void **state)
{
	(void)state;
	with_sales();
	for (int i = 0; i < 19; i++)
		assert_int_equal(sign_in(arena_text(w->mem, "guess%d", i), "wrong"), SIGN_IN_WRONG);
	assert_int_equal(sign_in("sales", PASSWORD), SIGN_IN_DONE);
	assert_int_equal(sign_in("guess20", "wrong"), SIGN_IN_WRONG);
	assert_int_equal(sign_in("sales", PASSWORD), SIGN_IN_WAIT);
	assert_true(seconds > 0 && seconds <= 601);
	w->address = "192.0.2.8";
	assert_int_equal(sign_in("sales", PASSWORD), SIGN_IN_DONE);
	w->address = "192.0.2.7";
}

/* Twenty wrong tries from FIRST, each of another name; then whether one from SECOND has to wait. */
static bool waits_with(const char *first, const char *second)
{
	enum signed_in answer;

	with_sales();
	w->address = first;
	for (int i = 0; i < 20; i++)
		assert_int_equal(sign_in(arena_text(w->mem, "guess%d", i), "wrong"), SIGN_IN_WRONG);
	w->address = second;
	answer = sign_in("sales", PASSWORD);
	w->address = "192.0.2.7";
	return answer == SIGN_IN_WAIT;
}

static void of_ipv6_the_first_half_is_one_address(void **state)
{
	(void)state;
	assert_true(waits_with("2001:db8:1:2::1", "2001:db8:1:2:ffff:ffff:ffff:ffff"));
	assert_true(waits_with("2001:DB8:1:2:0:0:0:1", "2001:db8:1:2::1"));
	assert_false(waits_with("2001:db8:1:2::1", "2001:db8:1:3::1"));
	assert_true(waits_with("::ffff:192.0.2.9", "192.0.2.9"));
	assert_false(waits_with("::ffff:192.0.2.9", "::ffff:192.0.2.10"));
}

/* ---- devices */

static void guessing_elsewhere_holds_nobody_up_on_their_own_device(void **state)
{
	const char *own;

	(void)state;
	with_sales();
	assert_int_equal(sign_in("sales", PASSWORD), SIGN_IN_DONE);
	own = device;
	for (int i = 0; i < 15; i++) {
		assert_int_equal(sign_in("sales", "wrong"), SIGN_IN_WRONG);
		db_change(w, sql_no_wait, NULL);
	}
	for (int i = 0; i < 20; i++)
		sign_in(arena_text(w->mem, "guess%d", i), "wrong");
	db_change(w, sql_long_wait, NULL);
	assert_int_equal(sign_in("sales", PASSWORD), SIGN_IN_WAIT);
	assert_int_equal(sign_in_on(own, "sales", PASSWORD), SIGN_IN_DONE);
	assert_int_equal(sign_in_on(own, "SALES", PASSWORD), SIGN_IN_DONE);
}

static void a_device_has_an_allowance_of_its_own_and_no_more(void **state)
{
	const char *own;

	(void)state;
	with_sales();
	sign_in("sales", PASSWORD);
	own = device;
	db_change(w, sql_forget_all, NULL);
	for (int i = 0; i < 5; i++)
		assert_int_equal(sign_in_on(own, "sales", "wrong"), SIGN_IN_WRONG);
	db_change(w, sql_long_wait, NULL);
	assert_int_equal(sign_in_on(own, "sales", PASSWORD), SIGN_IN_WAIT);
	assert_int_equal(sign_in("sales", PASSWORD), SIGN_IN_DONE);
}

static void a_device_is_known_for_those_who_signed_in_on_it(void **state)
{
	const char *first, *both, *many, *name;

	(void)state;
	first = device_cookie(mem, NULL, "7");
	both = device_cookie(mem, first, "8");
	assert_non_null(device_lane(mem, first, "7"));
	assert_null(device_lane(mem, first, "8"));
	same("the same device", device_lane(mem, both, "7"), device_lane(mem, first, "7"));
	holds("for each another lane", strcmp(device_lane(mem, both, "7"), device_lane(mem, both, "8")));
	holds("another device", strcmp(device_lane(mem, first, "7"), device_lane(mem, device_cookie(mem, NULL, "7"), "7")));
	many = both;
	for (int i = 100; i < 110; i++)
		many = device_cookie(mem, many, arena_text(mem, "%d", i));
	assert_non_null(device_lane(mem, many, "8"));
	assert_non_null(device_lane(mem, many, "7"));
	many = device_cookie(mem, device_cookie(mem, many, "8"), "110");
	assert_null(device_lane(mem, many, "7")); /* the one who was there longest ago makes room */
	assert_non_null(device_lane(mem, many, "8"));
	name = "longer than any name";
	assert_null(device_lane(mem, many, name));
}

static void what_is_no_cookie_of_ours_is_no_device(void **state)
{
	const char *good = device_cookie(mem, NULL, "7"), *rows[] = { NULL, "", ".", "7", "5eed5eed.", "5eed5eed", good + 1, good + 9,
		arena_text(mem, "%sA", good), arena_text(mem, "%.*s", (int)strlen(good) - 4, good),
		arena_text(mem, "00000000%s", good + 8) };

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		assert_null(device_lane(mem, rows[i], "7"));
		assert_non_null(device_lane(mem, device_cookie(mem, rows[i], "7"), "7"));
	}
}

/* ---- turns */

static void as_many_passwords_are_hashed_at_once_as_there_are_processors(void **state)
{
	enum { MOST = 64 };
	long count = sysconf(_SC_NPROCESSORS_ONLN);
	struct work others[MOST];
	struct turn *turns[MOST];

	(void)state;
	count = count < MOST ? count : MOST - 1;
	for (long i = 0; i < count + 1; i++) {
		others[i] = (struct work){ .mem = arena_new(), .db = db_new() };
		db_ready(others[i].db);
		turns[i] = turn_take(&others[i], 0);
		holds(arena_text(mem, "turn %ld", i + 1), (turns[i] != NULL) == (i < count));
	}
	turn_give(&others[0], turns[0]);
	holds("one came free", (turns[count] = turn_take(&others[count], 0)));
	turn_give(&others[count], turns[count]);
	for (long i = 0; i < count + 1; i++) {
		if (i == 1) /* a fault in the middle: the request ends, and with it the turn */
			arena_reset(others[i].mem);
		else
			db_close(others[i].db);
	}
	holds("none was kept", (turns[0] = turn_take(w, 5)));
	turn_give(w, turns[0]);
	for (long i = 0; i < count + 1; i++) {
		arena_free(others[i].mem);
		db_close(others[i].db);
		free(others[i].db);
	}
}

static void a_success_forgets_the_failures_of_the_name(void **state)
{
	(void)state;
	with_sales();
	for (int i = 0; i < 4; i++)
		sign_in("sales", "wrong");
	assert_int_equal(sign_in("sales", PASSWORD), SIGN_IN_DONE);
	sign_in("sales", "wrong");
	same("failures", row_text(db_rows(w, sql_attempt, NULL), "failures"), "1");
}

static void failures_of_yesterday_are_forgotten(void **state)
{
	(void)state;
	with_sales();
	for (int i = 0; i < 4; i++)
		sign_in("sales", "wrong");
	db_change(w, sql_yesterday, WITH({ "hours", "25" }));
	sign_in("sales", "wrong");
	same("failures", row_text(db_rows(w, sql_attempt, NULL), "failures"), "1");
}

static void a_hash_of_other_costs_is_made_anew_at_sign_in(void **state)
{
	/* crypto_pwhash_str of libsodium with 1 pass and 8 MiB, of the password "cheap" */
	static const char cheap[] = "$argon2id$v=19$m=8192,t=1,p=1$sYd72lp6Mj5k+DiGdcTyRw$1GFqcPCLCRfa3M3piTIRHWQ6ihA4wRr1i5TPaJqgzco";
	const char *hash;

	(void)state;
	with_sales();
	db_change(w, sql_set_hash, WITH({ "hash", cheap }));
	assert_int_equal(sign_in("sales", "cheap"), SIGN_IN_DONE);
	hash = cell_of(sql_hash, NULL);
	assert_string_not_equal(hash, cheap);
	assert_false(password_is_old(hash));
	assert_int_equal(sign_in("sales", "cheap"), SIGN_IN_DONE);
	same("not again", cell_of(sql_hash, NULL), hash);
}

static void a_user_name_is_there_once(void **state)
{
	(void)state;
	assert_non_null(staff_add(w, "robin", "Robin", "Hale", "Administrator", PASSWORD));
	assert_null(staff_add(w, "robin", "Another", "Robin", "Manager", PASSWORD));
	assert_null(staff_add(w, "ROBIN", "Another", "Robin", "Manager", PASSWORD));
}

/* ---- changing one's own password */

static const char *renewed; /* the secret of the session afterwards */

static bool change(const char *now, const char *wanted, const char *again, struct form *form)
{
	*form = form_read(w->mem, WITH({ "password", now }, { "new_password", wanted }, { "confirm_password", again }),
		password_fields, NULL);
	return staff_change_password(w, form, &renewed);
}

static void a_password_is_changed_when_all_three_are_right(void **state)
{
	static const struct { const char *now, *wanted, *again, *field, *part; } rows[] = {
		{ "wrong", "three hidden walrus lamps", "three hidden walrus lamps", "password",
			"not your current password" },
		{ PASSWORD, "short", "short", "new_password", "at least 12" },
		{ PASSWORD, "passwordpassword", "passwordpassword", "new_password", "easy to guess" },
		{ PASSWORD, "three hidden walrus lamps", "three hidden walrus lamp", "confirm_password", "differ" },
		{ PASSWORD, "", "", "new_password", "Enter a new password." },
		{ "", "three hidden walrus lamps", "three hidden walrus lamps", "password",
			"Enter your current password." },
	};
	struct form form;

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		db_change(w, sql_forget_all, NULL);
		assert_true(come_in(session_begin(w, sales())));
		holds(rows[i].part, !change(rows[i].now, rows[i].wanted, rows[i].again, &form));
		has_part(rows[i].wanted, form_entry(&form, rows[i].field)->error, rows[i].part);
	}
	assert_true(change(PASSWORD, "three hidden walrus lamps", "three hidden walrus lamps", &form));
	assert_false(change(PASSWORD, "four hidden walrus lamps", "four hidden walrus lamps", &form));
	assert_true(change("three hidden walrus lamps", " blanks belong to it  ", " blanks belong to it  ", &form));
}

static void a_new_password_ends_the_other_sessions(void **state)
{
	const char *id = sales(), *mine = session_begin(w, id), *other = session_begin(w, id);
	struct form form;

	(void)state;
	assert_true(come_in(mine));
	assert_true(change(PASSWORD, "three hidden walrus lamps", "three hidden walrus lamps", &form));
	assert_null(session_find(w, mine)); /* a copy of it is worth nothing */
	same("mine", row_text(session_find(w, renewed), "staff_id"), id);
	same("goes on", row_text(session_find(w, renewed), "id"), w->session_id);
	assert_null(session_find(w, other));
	same("note", row_text(db_rows(w, sql_activity, NULL), "action"), "password_changed");
}

static void a_session_that_has_ended_meanwhile_is_not_renewed(void **state)
{
	struct form form;

	(void)state;
	assert_true(come_in(session_begin(w, sales())));
	session_end(w);
	assert_true(change(PASSWORD, "three hidden walrus lamps", "three hidden walrus lamps", &form));
	assert_null(renewed);
}

static void wrong_current_passwords_wait_in_their_own_session(void **state)
{
	struct form form;

	(void)state;
	w->me = sales();
	change("wrong", "three hidden walrus lamps", "three hidden walrus lamps", &form);
	same("failures", row_text(db_rows(w, sql_attempt, NULL), "failures"), "1");
	db_change(w, sql_long_wait, NULL);
	assert_false(change(PASSWORD, "three hidden walrus lamps", "three hidden walrus lamps", &form));
	has_part("waits", form_entry(&form, "password")->error, "Too many wrong tries");
	w->session_id = "another one";
	for (int i = 0; i < 9; i++) { /* the right one, whatever is wrong with the new one, is no wrong try */
		assert_false(change(PASSWORD, "short", "short", &form));
		db_rollback(w);
		db_begin(w);
	}
	assert_true(change(PASSWORD, "three hidden walrus lamps", "three hidden walrus lamps", &form));
}

static void whoever_guesses_keeps_nobody_from_changing_their_password(void **state)
{
	const char *name;
	struct form form;

	(void)state;
	w->me = sales();
	name = cell_of(sql_name, NULL);
	for (int i = 0; i < 6; i++)
		sign_in(name, "wrong");
	db_change(w, sql_long_wait, NULL);
	assert_int_equal(sign_in(name, PASSWORD), SIGN_IN_WAIT);
	assert_true(change(PASSWORD, "three hidden walrus lamps", "three hidden walrus lamps", &form));
}

static void the_preference_of_a_search_is_kept(void **state)
{
	(void)state;
	staff_set_simple_search(w, "0");
	same("advanced", cell_of(sql_preference, NULL), "0");
	same("with the next click", row_text(session_find(w, manager_secret), "simple_search"), "0");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		STORY(the_right_password_lets_in_and_is_noted),
		STORY(wrong_unknown_and_inactive_get_the_same_answer),
		STORY(a_failure_is_kept_whatever_becomes_of_the_request),
		STORY(from_the_fifth_failure_on_each_one_doubles_the_wait),
		STORY(the_longest_wait_is_a_quarter_of_an_hour),
		STORY(who_must_wait_is_not_let_in_with_the_right_password_either),
		STORY(another_spelling_of_a_name_waits_as_well),
		STORY(an_address_waits_after_twenty_failures_for_any_name),
		STORY(of_ipv6_the_first_half_is_one_address),
		STORY(guessing_elsewhere_holds_nobody_up_on_their_own_device),
		STORY(a_device_has_an_allowance_of_its_own_and_no_more),
		STORY(a_device_is_known_for_those_who_signed_in_on_it),
		STORY(what_is_no_cookie_of_ours_is_no_device),
		STORY(as_many_passwords_are_hashed_at_once_as_there_are_processors),
		STORY(a_success_forgets_the_failures_of_the_name),
		STORY(failures_of_yesterday_are_forgotten),
		STORY(a_hash_of_other_costs_is_made_anew_at_sign_in),
		STORY(a_user_name_is_there_once),
		STORY(a_password_is_changed_when_all_three_are_right),
		STORY(a_new_password_ends_the_other_sessions),
		STORY(a_session_that_has_ended_meanwhile_is_not_renewed),
		STORY(wrong_current_passwords_wait_in_their_own_session),
		STORY(whoever_guesses_keeps_nobody_from_changing_their_password),
		STORY(the_preference_of_a_search_is_kept),
	};

	return cmocka_run_group_tests_name("staff", tests, story_begin, story_end);
}
