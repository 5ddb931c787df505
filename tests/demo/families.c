/* Adds a few customers who belong together to the database of upcard.conf, unless it has customers: families, an employer, the
 * people of two businesses. As the demo person `manager`, by the verbs that the pages use. */
#include "base/conf.h"
#include "base/fail.h"
#include "base/secret.h"
#include "domain/customer/connection.h"
#include "domain/customer/contact.h"
#include "domain/customer/customer.h"

static const struct {
	const char *first_name, *last_name, *business_name, *job_title, *phone, *email, *street, *zip;
} customers[] = {
	{ "Kenneth", "Hamilton", NULL, "Owner", "614 555 0142", "kenneth.hamilton@example.com", "418 Maple Ave", "43215" },
	{ "Ruth", "Hamilton", NULL, NULL, "614 555 0118", NULL, "77 Neil Ave", "43201" },
	{ "Elena", "Hamilton", NULL, "Nurse", "614 555 0143", "elena.hamilton@example.com", "418 Maple Ave", "43215" },
	{ "Theo", "Hamilton", NULL, NULL, "614 555 0177", NULL, "418 Maple Ave", "43215" },
	{ NULL, NULL, "Red Maple Roofing, Ltd.", NULL, "614 555 0160", "office@redmaple.example", "2200 Frank Rd", "43223" },
	{ "Marcus", "Oyelaran", NULL, "Estimator", "614 555 0161", "marcus@redmaple.example", NULL, NULL },
	{ "Priya", "Raman", NULL, "Bookkeeper", "614 555 0162", "priya@redmaple.example", NULL, NULL },
	{ NULL, NULL, "Fernbank Design Group", NULL, "614 555 0190", "hello@fernbank.example", "9 Bank St", "43206" },
	{ "Noor", "Haddad", NULL, "Landscape Architect", "614 555 0191", "noor@fernbank.example", "310 City Park Ave", "43206" },
};
enum { KENNETH, RUTH, ELENA, THEO, ROOFING, MARCUS, PRIYA, FERNBANK, NOOR, CUSTOMERS };

static const struct {
	int customer, other;
	const char *relationship, *title, *other_title;
} connections[] = {
	{ KENNETH, RUTH, "relative", "mother", NULL },
	{ KENNETH, ELENA, "relative", "wife", "husband" },
	{ KENNETH, THEO, "relative", "son", "father" },
	{ ELENA, THEO, "relative", "son", "mother" },
	{ ROOFING, KENNETH, "employee", "Owner", NULL },
	{ ROOFING, MARCUS, "employee", "Estimator", NULL },
	{ ROOFING, PRIYA, "employee", "Bookkeeper", NULL },
	{ FERNBANK, NOOR, "employee", "Landscape Architect", NULL },
	{ ELENA, NOOR, "friend", "neighbor", "neighbor" },
};

static const char sql_manager[] = "SELECT id FROM staff WHERE user_name = 'manager'";

static const char *add(struct work *w, int number)
{
	const char *business = customers[number].business_name, *street = customers[number].street;
	struct form form = form_read(w->mem, WITH({ "customer_type", business ? "business" : "individual" },
		{ "first_name", customers[number].first_name }, { "last_name", customers[number].last_name },
		{ "business_name", business }, { "job_title", customers[number].job_title },
		{ "phones.0.type", business ? "work" : "cell" }, { "phones.0.number", customers[number].phone },
		{ "emails.0.type", business ? "work" : "personal" }, { "emails.0.address", customers[number].email },
		{ "addresses.0.type", "physical" }, { "addresses.0.street", street },
		{ "addresses.0.city", street ? "Columbus" : NULL }, { "addresses.0.state", street ? "OH" : NULL },
		{ "addresses.0.zip", customers[number].zip }), customer_fields, contact_groups);

	if (!form.good)
		fail(FAULT_BROKEN, "customer %d is not as a form would have it", number);
	return customer_add(w, &form);
}

static void connect(struct work *w, const char *const *ids)
{
	for (size_t i = 0; i < sizeof connections / sizeof *connections; i++) {
		struct form how = form_read(w->mem, WITH({ "relationship", connections[i].relationship },
			{ "title", connections[i].title }, { "other_title", connections[i].other_title }),
			connection_add_fields, NULL);
		if (connection_add(w, ids[connections[i].customer], ids[connections[i].other], &how) != CONNECTED)
			fail(FAULT_BROKEN, "connection %zu is refused", i);
	}
}

static void add_all(struct work *w)
{
	const char *ids[CUSTOMERS];
	const struct row *manager;

	conf_load();
	secret_load(conf_get("key.file"));
	w->db = db_new();
	db_ready(w->db);
	db_begin(w);
	manager = db_rows(w, sql_manager, NULL);
	if (manager && !customer_recent(w, true, 0)) {
		w->me = row_text(manager, "id");
		for (int i = 0; i < CUSTOMERS; i++)
			ids[i] = add(w, i);
		connect(w, ids);
	}
	db_commit(w);
	arena_reset(w->mem);
	db_close(w->db);
	free(w->db);
}

int main(void)
{
	struct catcher catcher;
	struct work w = { .mem = arena_new() };

	if (setjmp(catcher.here)) {
		fprintf(stderr, "families: %s\n", catcher.why);
		return 1;
	}
	fail_catch(&catcher);
	add_all(&w);
	arena_free(w.mem);
	return 0;
}
