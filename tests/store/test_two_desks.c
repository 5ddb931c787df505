/* Two desks at once with the same record, form, ticket or number: whoever comes second waits where it reads, and then
 * sees what the first one did. */
#include "connecting.h"
#include "desks.h"

#include "desk/record.h"
#include "domain/customer/ssn.h"
#include "domain/staff/once.h"
#include "domain/staff/ticket.h"

#define HASH "16142c4ad90ac327005193d9505c2b91ca9b4e19aea0c3249111fa02bbe97020"

static const char sql_shown[] = "SELECT CONCAT(action, ' ', (SELECT shown_customer_id FROM session WHERE id = :session_id)) "
	"FROM activity WHERE customer_id = :id ORDER BY id DESC LIMIT 1";
static const char sql_version[] = "SELECT CONCAT(last_name, ' ', row_version) FROM customer WHERE id = :id";

static int saves(struct work *other, const char *id, const char *last_name)
{
	struct form form = form_read(other->mem, WITH(PERSON("Ann", last_name)), customer_fields, contact_groups);

	return customer_save(other, customer_lock(other, id), &form, "1", NULL);
}

static const char *ann(void)
{
	const char *id = lasting(person("Ann", "Ames"));

	save_and_go_on();
	return id;
}

/* ------------------------------------------------------------------ a record */

static void of_two_who_save_a_record_the_second_sees_what_the_first_saved(void **state)
{
	const char *id = ann();

	(void)state;
	assert_int_equal(saves(w, id, "Bell"), CUSTOMER_SAVED);
	assert_int_equal(meanwhile(&(struct task){ .doing = saves, .id = id, .with = "Cole" }), CUSTOMER_STALE);
	same("saved", cell_of(sql_version, WITH({ "id", id })), "Bell 2");
}

static void what_the_first_one_takes_back_does_not_hinder_the_second(void **state)
{
	const char *id = ann();
	struct task task = { .doing = saves, .id = id, .with = "Cole" };

	(void)state;
	assert_int_equal(saves(w, id, "Bell"), CUSTOMER_SAVED);
	desk_waits(&task, READING);
	next_request();
	assert_int_equal(desk_does(&task), CUSTOMER_SAVED);
	same("saved", cell_of(sql_version, WITH({ "id", id })), "Cole 2");
}

/* Between looking and writing nobody may come, also when there is nothing to write in the end. */
static void a_save_holds_its_record_from_the_moment_it_looks(void **state)
{
	const char *id = ann();

	(void)state;
	assert_int_equal(saves(w, id, "Ames"), CUSTOMER_SAME);
	assert_int_equal(meanwhile(&(struct task){ .doing = saves, .id = id, .with = "Cole" }), CUSTOMER_SAVED);
	assert_false(customer_set_inactive(w, customer_lock(w, id), false));
	assert_int_equal(meanwhile(&(struct task){ .doing = saves, .id = id, .with = "Bell" }), CUSTOMER_STALE);
}

static int opens(struct work *other, const char *id, const char *unused)
{
	struct request rq = { .work = *other, .method = "POST", .id = id };

	(void)unused;
	return record_to_change.find(&rq) != NULL;
}

static void a_route_that_changes_a_record_holds_it_from_the_start(void **state)
{
	const char *id = ann();

	(void)state;
	assert_int_equal(opens(w, id, NULL), true);
	assert_int_equal(meanwhile(&(struct task){ .doing = opens, .id = id }), true);
}

/* ------------------------------------------------------------------ a form */

static int carries_out(struct work *other, const char *key, const char *location)
{
	return once_store(other, &(struct once){ .key = key, .words = "a", .location = location });
}

static void of_two_twins_of_a_form_the_second_is_told_that_it_was_done(void **state)
{
	static const char key[] = "0123456789abcdef0123456789abcdef";
	struct task twin = { .doing = carries_out, .id = key, .with = "/second" };

	(void)state;
	assert_int_equal(once_store(w, &(struct once){ .key = key, .words = "a", .location = "/first" }), DB_DONE);
	desk_waits(&twin, WRITING);
	save_and_go_on();
	assert_int_equal(desk_does(&twin), DB_DUPLICATE);
	same("where both lead", row_text(once_find(w, key), "location"), "/first");
}

static void the_twin_of_a_form_that_was_refused_is_carried_out(void **state)
{
	static const char key[] = "fedcba9876543210fedcba9876543210";
	struct task twin = { .doing = carries_out, .id = key, .with = "/second" };

	(void)state;
	assert_int_equal(once_store(w, &(struct once){ .key = key, .words = "a", .location = "/first" }), DB_DONE);
	desk_waits(&twin, WRITING);
	next_request();
	assert_int_equal(desk_does(&twin), DB_DONE);
	same("where it leads", row_text(once_find(w, key), "location"), "/second");
}

/* ------------------------------------------------------------------ a ticket */

static int comes_in(struct work *other, const char *secret, const char *unused)
{
	(void)unused;
	return ticket_take(other, secret) != NULL;
}

static void of_two_who_bring_the_same_ticket_one_is_let_in(void **state)
{
	const char *secret = lasting(ticket_make(w, ann(), "fullcontact", HASH));

	(void)state;
	save_and_go_on();
	assert_non_null(ticket_take(w, secret));
	assert_false(meanwhile(&(struct task){ .doing = comes_in, .id = secret }));
}

static void a_ticket_is_good_again_when_what_it_brought_was_not_kept(void **state)
{
	const char *secret = lasting(ticket_make(w, ann(), "fullcontact", HASH));
	struct task twin = { .doing = comes_in, .id = secret };

	(void)state;
	save_and_go_on();
	assert_non_null(ticket_take(w, secret));
	desk_waits(&twin, READING);
	next_request();
	assert_true(desk_does(&twin));
}

/* ------------------------------------------------------------------ a number */

static const char *seen_by_the_other;

static int looks(struct work *other, const char *id, const char *unused)
{
	const struct row *row = db_rows(other, sql_shown, WITH({ "id", id }));

	(void)unused;
	seen_by_the_other = row && row->columns[0].text ? lasting(row->columns[0].text) : NULL;
	return 0;
}

static void a_number_is_in_the_log_for_everybody_before_it_is_on_the_screen(void **state)
{
	const char *id = lasting(add_customer(WITH(PERSON("Ann", "Ames"), { "ssn", "216-45-0198" })));
	struct task task = { .doing = looks, .id = id };

	(void)state;
	save_and_go_on();
	desk_does(&task);
	assert_null(seen_by_the_other);
	assert_true(ssn_reveal(w, id));
	desk_does(&task);
	same("though the request goes on", seen_by_the_other, arena_text(w->mem, "ssn_shown %s", id));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		STORY(of_two_who_save_a_record_the_second_sees_what_the_first_saved),
		STORY(what_the_first_one_takes_back_does_not_hinder_the_second),
		STORY(a_save_holds_its_record_from_the_moment_it_looks),
		STORY(a_route_that_changes_a_record_holds_it_from_the_start),
		STORY(of_two_twins_of_a_form_the_second_is_told_that_it_was_done),
		STORY(the_twin_of_a_form_that_was_refused_is_carried_out),
		STORY(of_two_who_bring_the_same_ticket_one_is_let_in),
		STORY(a_ticket_is_good_again_when_what_it_brought_was_not_kept),
		STORY(a_number_is_in_the_log_for_everybody_before_it_is_on_the_screen),
	};

	return cmocka_run_group_tests_name("two_desks", tests, story_begin, desks_end);
}
