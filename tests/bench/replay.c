/* The statements of a page without the page: the domain is asked as the page's handler asks it, and the rows are read
 * through the Connector, but there is no web server, no form and no template. What a page costs above this and above
 * nothing.c is its own.
 *
 *   replay PAGE SECRET COUNT VALUE...
 *
 * SECRET is the cookie of a session; VALUE is what is searched for or a customer number, one after the other. */
#include "base/conf.h"
#include "base/fail.h"
#include "base/secret.h"
#include "domain/log/activity.h"
#include "domain/customer/connection.h"
#include "domain/customer/customer.h"
#include "domain/staff/once.h"
#include "domain/customer/contact.h"
#include "domain/customer/search.h"
#include "domain/staff/session.h"
#include "domain/customer/ssn.h"

#include <sys/resource.h>

static void come_in(struct work *w, const char *secret)
{
	const struct row *who = session_find(w, secret);

	if (!who)
		fail(FAULT_BROKEN, "nobody is signed in");
	w->me = row_text(who, "staff_id");
	w->session_id = row_text(who, "id");
	w->rights = row_text(who, "rights");
}

static const struct row *record(struct work *w, const char *id)
{
	const struct row *customer = customer_get(w, id);
	const char *count;

	if (!customer)
		fail(FAULT_BROKEN, "there is no customer %s", id);
	connection_summary(w, customer, &count);
	customer_as_form(w, customer);
	return customer;
}

static void search(struct work *w, const char *text)
{
	if (!search_find(w, text, false, 0))
		fail(FAULT_BROKEN, "nobody is found by %s", text);
}

static void overview(struct work *w, const char *id)
{
	record(w, id);
	activity_of_customer(w, id);
}

static void details(struct work *w, const char *id)
{
	record(w, id);
	ssn_masked(w, id, NULL);
}

static void create(struct work *w, const char *unused)
{
	const char *key = secret_random(w->mem, 16), *name = secret_random(w->mem, 4);
	struct form form = form_read(w->mem, WITH({ "customer_type", "individual" }, { "first_name", "Maria" },
		{ "last_name", name }, { "phones.0.type", "cell" }, { "phones.0.number", "(614) 555-0142" },
		{ "emails.0.type", "personal" }, { "emails.0.address", "maria@example.com" },
		{ "addresses.0.type", "physical" }, { "addresses.0.street", "1200 Main Street" },
		{ "addresses.0.city", "Columbus" }, { "addresses.0.state", "OH" }, { "addresses.0.zip", "43004" }),
		customer_fields, contact_groups);

	(void)unused;
	if (!form.good)
		fail(FAULT_BROKEN, "the form is not good");
	once_find(w, key);
	customer_add(w, &form);
	once_store(w, &(struct once){ .key = key, .words = key, .location = "/" });
}

static const struct {
	const char *name;
	void (*run)(struct work *w, const char *value);
	bool writes;
} pages[] = {
	{ "search", search, false }, { "overview", overview, false }, { "details", details, false },
	{ "create", create, true },
};

static void once_around(struct work *w, unsigned page, const char *secret, const char *value)
{
	db_ready(w->db);
	if (pages[page].writes)
		db_begin(w);
	come_in(w, secret);
	pages[page].run(w, value);
	if (pages[page].writes)
		db_commit(w);
	arena_reset(w->mem);
}

static void replay(struct work *w, const char *name, const char *secret, unsigned long count, char **values)
{
	unsigned page = 0, pages_known = sizeof pages / sizeof *pages;
	unsigned long value_count = 0;
	struct rusage used;

	while (page < pages_known && strcmp(pages[page].name, name))
		page++;
	if (page == pages_known)
		fail(FAULT_BROKEN, "there is no page %s", name);
	while (values[value_count])
		value_count++;
	conf_load();
	secret_load(conf_get("key.file"));
	w->db = db_new();
	for (unsigned long i = 0; i < count; i++)
		once_around(w, page, secret, value_count ? values[i % value_count] : "");
	getrusage(RUSAGE_SELF, &used);
	printf("{\"requests\":%lu,\"cpu\":%.6f}\n", count,
		(double)(used.ru_utime.tv_sec + used.ru_stime.tv_sec) +
		(double)(used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e6);
	db_close(w->db);
	free(w->db);
}

int main(int argc, char **argv)
{
	struct work w = { .mem = arena_new(), .address = "127.0.0.1" };
	struct catcher catcher = { 0 };

	if (argc < 4) {
		fprintf(stderr, "Usage: replay PAGE SECRET COUNT VALUE...\n");
		return 2;
	}
	if (setjmp(catcher.here)) {
		fprintf(stderr, "replay: %s\n", catcher.why);
		return 1;
	}
	fail_catch(&catcher);
	replay(&w, argv[1], argv[2], strtoul(argv[3], NULL, 10), argv + 4);
	arena_free(w.mem);
	return 0;
}
