/* What the stories share: a database of their own (the stage makes it), someone who is signed in, customers. */
#ifndef TESTS_STORY_H
#define TESTS_STORY_H

#include "../unit/unit.h"

#include "base/conf.h"
#include "base/secret.h"
#include "domain/customer/customer.h"
#include "domain/customer/contact.h"
#include "domain/customer/search.h"
#include "domain/staff/session.h"
#include "domain/staff/staff.h"

/* Many people at once, called F0001 to Fnnnn :family. */
static const char sql_family[] =
	"INSERT INTO customer (customer_type, first_name, last_name, created_at, created_by, changed_at, changed_by) "
	"WITH d AS (SELECT 0 AS n UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4 UNION ALL "
	"  SELECT 5 UNION ALL SELECT 6 UNION ALL SELECT 7 UNION ALL SELECT 8 UNION ALL SELECT 9), "
	"numbers AS (SELECT t.n * 1000 + h.n * 100 + z.n * 10 + o.n + 1 AS i FROM d t, d h, d z, d o) "
	"SELECT 'individual', CONCAT('F', LPAD(i, 4, '0')), :family, NOW(), :me, NOW(), :me FROM numbers "
	"WHERE i <= :count ORDER BY i";

static struct work work, *w = &work;
static const char *manager_id, *manager_secret; /* in memory that outlives a request */

/* Ends a request and begins the next: what was not committed is gone. */
static inline void next_request(void)
{
	arena_reset(w->mem);
	mem = w->mem;
	db_ready(w->db);
	db_begin(w);
}

static inline void save_and_go_on(void)
{
	db_commit(w);
	next_request();
}

/* As http/gate.c lets somebody in; what it finds is copied, as these requests share one sign-in. */
static inline bool come_in(const char *secret)
{
	static char me[24], session_id[80], rights[400];
	const struct row *who = session_find(w, secret);

	w->me = w->session_id = w->rights = NULL;
	if (!who)
		return false;
	snprintf(me, sizeof me, "%s", row_text(who, "staff_id"));
	snprintf(session_id, sizeof session_id, "%s", row_text(who, "id"));
	snprintf(rights, sizeof rights, "%s", text_or(row_text(who, "rights"), ""));
	w->me = me;
	w->session_id = session_id;
	w->rights = rights;
	return true;
}

/* Adds an account with ROLE and signs it in; the secret of its session lives as long as the program. */
static inline const char *sign_in_new(const char *user_name, const char *role, const char **staff_id)
{
	static struct arena *lasting;
	const char *id = staff_add(w, user_name, "Dana", "Kim", role, "drive-the-lot-2026");

	assert_non_null(id);
	lasting = lasting ? lasting : arena_new();
	const char *secret = session_begin(w, id);
	secret = arena_copy(lasting, secret, strlen(secret));
	if (staff_id)
		*staff_id = arena_copy(lasting, id, strlen(id));
	save_and_go_on();
	return secret;
}

static inline void begin_all(void *nothing)
{
	(void)nothing;
	conf_load();
	secret_load(conf_get("key.file"));
	w->mem = mem = arena_new();
	w->db = db_new();
	w->address = "192.0.2.7";
	next_request();
	manager_secret = sign_in_new("manager", "Manager", &manager_id);
}

static inline int story_begin(void **state)
{
	(void)state;
	if (!getenv("UPCARD_TEST_CONF")) {
		fprintf(stderr, "UPCARD_TEST_CONF is not set: ./check store makes a database and sets it\n");
		return -1;
	}
	setenv("UPCARD_CONF", getenv("UPCARD_TEST_CONF"), 1);
	struct catcher caught = failing(begin_all, NULL);
	if (caught.fault)
		fprintf(stderr, "%s\n", caught.why);
	return caught.fault ? -1 : 0;
}

static inline int story_end(void **state)
{
	(void)state;
	arena_reset(w->mem);
	db_close(w->db);
	arena_free(w->mem);
	return 0;
}

/* How many customers have copies in their row that are not what they are copies of. */
static const char sql_copied_wrongly[] = "SELECT COUNT(*) FROM customer c "
	"LEFT JOIN contact p ON p.primary_of = c.id AND p.kind = 'phones' "
	"LEFT JOIN contact e ON e.primary_of = c.id AND e.kind = 'emails' "
	"LEFT JOIN contact a ON a.primary_of = c.id AND a.kind = 'addresses' "
	"WHERE NOT (c.primary_phone <=> p.number AND c.primary_phone_type <=> p.type AND c.primary_email <=> e.address "
	"AND c.primary_address <=> NULLIF(CONCAT_WS(', ', a.street, a.city, NULLIF(CONCAT_WS(' ', a.state, a.zip), '')), '') "
	"AND c.primary_city <=> NULLIF(CONCAT_WS(', ', a.city, a.state), '') "
	"AND c.is_connected = EXISTS (SELECT 1 FROM connection WHERE customer_id = c.id) "
	"AND c.has_taken = (EXISTS (SELECT 1 FROM social_profile WHERE customer_id = c.id) "
	"OR EXISTS (SELECT 1 FROM value_source WHERE customer_id = c.id)) "
	"AND c.photo <=> (SELECT UNIX_TIMESTAMP(accepted_at) FROM photo WHERE customer_id = c.id))";

static inline void hold_copies(void *nothing)
{
	(void)nothing;
	if (strcmp(db_rows(w, sql_copied_wrongly, NULL)->columns[0].text, "0"))
		(fail)(FAULT_BROKEN, "what is copied into the customer's row is not what it is a copy of");
}

/* Each story begins as the manager, in a transaction; a fault that nobody expects fails it. */
static inline void run_story(void **state)
{
	struct catcher caught;
	void (*story)(void **) = (void (*)(void **))*state;

	if (setjmp(caught.here))
		fail_msg("a fault: %s", caught.why);
	fail_catch(&caught);
	w->address = "192.0.2.7";
	next_request();
	assert_true(come_in(manager_secret));
	story(state);
	fail_catch(NULL);
	caught = failing(hold_copies, NULL);
	if (caught.fault && !strstr(caught.why, "not connected")) /* a story may end without a database */
		fail_msg("%s", caught.why);
}

#define STORY(name) { #name, run_story, NULL, NULL, (void *)(name) }

/* The text of one cell; SQL is a constant with no words or :id. */
static inline const char *cell_of(const char *sql, const struct text_value *values)
{
	const struct row *row = db_rows(w, sql, values);

	return row ? row->columns[0].text : NULL;
}

/* Carries out SQL with every right in the database of the test, as whoever keeps the server does. What the request has
 * read so far is locked against ALTER: begin another one first. */
static inline void as_administrator(const char *sql)
{
	assert_false(strchr(sql, '"'));
	assert_int_equal(system(arena_text(w->mem, "mariadb --no-defaults --socket='%s' '%s' -e \"%s\"",
		conf_get("db.socket"), conf_get("db.name"), sql)), 0);
}

/* A good customer form of WORDS. */
static inline struct form customer_of(const struct text_value *words)
{
	struct form form = form_read(w->mem, words, customer_fields, contact_groups);

	for (struct form_entry *entry = form.entries; entry->field; entry++)
		if (entry->error)
			fail_msg("%s: %s", entry->field->name, entry->error);
	for (struct form_rows *card = form.groups; card->group; card++)
		for (unsigned at = 0; at < card->count; at++)
			for (struct form_entry *entry = card->rows[at].entries; entry->field; entry++)
				if (entry->error)
					fail_msg("%s.%u.%s: %s", card->group->name, at, entry->field->name,
						entry->error);
	assert_true(form.good);
	return form;
}

static inline const char *add_customer(const struct text_value *words)
{
	struct form form = customer_of(words);

	return customer_add(w, &form);
}

static inline struct form stored_form(const char *id)
{
	const struct row *customer = customer_get(w, id);

	assert_non_null(customer);
	return customer_as_form(w, customer);
}

static inline const char *version_of(const char *id)
{
	return row_text(customer_get(w, id), "row_version");
}

/* Saves WORDS over customer ID as somebody who has just opened it. */
static inline enum customer_saved save_customer(const char *id, const struct text_value *words)
{
	struct form form = customer_of(words);

	return customer_save(w, customer_lock(w, id), &form, version_of(id), NULL);
}

#define PERSON(first, last) { "customer_type", "individual" }, { "first_name", first }, { "last_name", last }
#define BUSINESS_NAMED(name) { "customer_type", "business" }, { "business_name", name }

#endif
