/* Connections. Each pair is two rows, one a side, written together, so that a record's list is one range of an index
 * however long it is. */
#include "domain/customer/connection.h"

#include "base/fold.h"
#include "domain/log/activity.h"
#include "domain/customer/customer.h"
#include "domain/customer/listed.h"
#include "rules/form_diff.h"
#include "rules/kin.h"
#include "rules/vocab.h"

enum { OTHER_NAME_MAX = 100 }; /* bytes of the column */

const struct field connection_fields[] = {
	{ .name = "relationship", .label = "Relationship Type", .choice = "relationship",
	  .required = "Choose a relationship type." },
	{ .name = "title", .label = "Title", .max = 60 },
	{ 0 }
};

const struct field connection_add_fields[] = {
	{ .name = "relationship", .label = "Relationship Type", .choice = "relationship",
	  .required = "Choose a relationship type." },
	{ .name = "title", .label = "Title", .max = 60 },
	{ .name = "other_title", .label = "Title on the Other Record", .max = 60 },
	{ 0 }
};

/* In the order of their numbers, always, so that two desks cannot wait for each other. */
static const char sql_connection_lock[] =
	"SELECT id, customer_type, inactive, " SQL_NAME("c") " FROM customer c WHERE id IN (:customer_id, :other_id) "
	"ORDER BY id FOR UPDATE";

static const char sql_connection_add[] =
	"INSERT INTO connection SET customer_id = :customer_id, other_id = :other_id, relationship = :relationship, "
	"  title = :title, is_primary = :is_primary, other_name = :other_name, added_at = NOW(6)";

static const char sql_connection_any[] = "SELECT 1 FROM connection WHERE customer_id = :customer_id LIMIT 1";

#define SQL_OTHER_TITLE \
	"(SELECT b.title FROM connection b WHERE b.customer_id = k.other_id AND b.other_id = k.customer_id) AS other_title"
#define CONNECTED_ROW \
	"SELECT c.id, c.customer_type, " SQL_NAME("c") ", c.inactive, k.relationship, k.title, k.is_primary, " \
	SQL_OTHER_TITLE ", " SQL_PHONE("c.primary_phone") " AS phone, c.primary_email AS email FROM "
#define CONNECTED_FROM " k JOIN customer c ON c.id = k.other_id "
#define IN_ORDER "ORDER BY is_primary DESC, other_name, other_id "

static const char sql_connection_list[] =
	CONNECTED_ROW "(SELECT * FROM connection WHERE customer_id = :customer_id " IN_ORDER "LIMIT :page_limit)" CONNECTED_FROM
	"ORDER BY k.is_primary DESC, k.other_name, k.other_id";

/* Later pages count rows; the first one need not, however long the list is. */
static const char sql_connection_list_later[] =
	CONNECTED_ROW "(SELECT *, ROW_NUMBER() OVER (" IN_ORDER ") AS n FROM connection WHERE customer_id = :customer_id)"
	CONNECTED_FROM "WHERE k.n BETWEEN :first AND :last ORDER BY k.n";

static const char sql_connection_get[] =
	CONNECTED_ROW "(SELECT * FROM connection WHERE customer_id = :customer_id AND other_id = :other_id)" CONNECTED_FROM;

static const char sql_connection_summary[] =
	"SELECT c.id, c.customer_type, " SQL_NAME("c") ", c.inactive, k.relationship, k.title, k.is_primary, "
	SQL_OTHER_TITLE ", "
	"  (SELECT COUNT(*) FROM (SELECT 1 FROM connection WHERE customer_id = :customer_id LIMIT :count_limit) n) AS count "
	"FROM (SELECT * FROM connection WHERE customer_id = :customer_id " IN_ORDER "LIMIT :summary_limit) k "
	"JOIN customer c ON c.id = k.other_id ORDER BY k.is_primary DESC, k.other_name, c.id";

static const char sql_connection_change[] =
	"UPDATE connection SET relationship = :relationship, "
	"  title = IF(:same_title OR customer_id = :customer_id, :title, title) "
	"WHERE (customer_id = :customer_id AND other_id = :other_id) OR (customer_id = :other_id AND other_id = :customer_id)";

static const char sql_connection_no_primary[] = "UPDATE connection SET is_primary = 0 WHERE primary_of = :customer_id";

static const char sql_connection_set_primary[] =
	"UPDATE connection SET is_primary = 1 WHERE customer_id = :customer_id AND other_id = :other_id";

static const char sql_connection_remove[] =
	"DELETE FROM connection "
	"WHERE (customer_id = :customer_id AND other_id = :other_id) OR (customer_id = :other_id AND other_id = :customer_id)";

static const char sql_connection_oldest[] =
	"SELECT k.other_id, c.inactive, " SQL_NAME("c") " FROM connection k JOIN customer c ON c.id = k.other_id "
	"WHERE k.customer_id = :customer_id ORDER BY c.inactive, k.added_at, k.other_id LIMIT 1";

static const char sql_connection_primary_of[] =
	"SELECT customer_id FROM connection WHERE other_id = :other_id AND is_primary ORDER BY customer_id";

static const char sql_connection_renamed[] =
	"UPDATE connection SET other_name = :other_name WHERE other_id = :customer_id";

/* ------------------------------------------------------------------ adding */

const char *connection_refusal(struct arena *mem, enum connected connected, const char *other)
{
	switch (connected) {
	case CONNECTED:
		return NULL;
	case CONNECT_SELF:
		return "A customer cannot be connected with itself. Choose somebody else.";
	case CONNECT_TWICE:
		return arena_text(mem, "%s is connected already. Change the type or title on the Connections screen.", other);
	case CONNECT_TWO_BUSINESSES:
		return "Two businesses cannot be connected. Connect a person who works there.";
	case CONNECT_INACTIVE:
		return arena_text(mem, "%s is inactive. Set the record active first.", other);
	case CONNECT_GONE:
		break;
	}
	return "That customer is not there any more. Search again.";
}

static bool is_business(const struct row *customer)
{
	return text_same(row_text(customer, "customer_type"), "business");
}

/* A number has one spelling only; MariaDB would take "10279x" for 10279. */
static bool is_number(const char *id)
{
	return text_all_digits(id) && *id != '0' && strlen(id) <= 18;
}

/* Both customers, locked: *CUSTOMER and *OTHER. False when one is missing. */
static bool lock(struct work *w, const char *customer_id, const char *other_id, const struct row **customer,
	const struct row **other)
{
	const struct row *row = !is_number(other_id) ? NULL : db_rows(w, sql_connection_lock,
		WITH({ "customer_id", customer_id }, { "other_id", other_id }));

	*customer = *other = NULL;
	for (; row; row = row->next) {
		if (text_same(row_text(row, "id"), customer_id))
			*customer = row;
		else
			*other = row;
	}
	return *customer && *other;
}

static bool has_connections(struct work *w, const char *customer_id)
{
	return db_rows(w, sql_connection_any, WITH({ "customer_id", customer_id })) != NULL;
}

/* What CUSTOMER is to OTHER, when HOW says what OTHER is to CUSTOMER. With a business it is the job, from either side. */
static const char *title_back(const struct row *customer, const struct row *other, const struct form *how)
{
	const struct form_entry *back = form_entry_named(how->entries, "other_title");

	if (is_business(customer) || is_business(other))
		return form_value(how, "title");
	return back ? back->value : NULL;
}

/* One side of the pair: OTHER, who is TITLE, on the record of CUSTOMER. */
static enum db_changed add_side(struct work *w, const struct row *customer, const struct row *other, const struct form *how,
	const char *title)
{
	const char *id = row_text(customer, "id");
	bool primary = is_business(customer) && !has_connections(w, id);

	return db_change(w, sql_connection_add, WITH({ "customer_id", id }, { "other_id", row_text(other, "id") },
		{ "relationship", form_value(how, "relationship") }, { "title", title }, { "is_primary", primary ? "1" : "0" },
		{ "other_name", text_cut(w->mem, fold(w->mem, row_text(other, "list_name")), OTHER_NAME_MAX) }));
}

/* "Elena Delgado, Relative, Daughter", for the history. */
static const char *in_words(struct work *w, const struct row *other, const struct form *how, const char *title)
{
	const char *type = how ? vocab_label("relationship", form_value(how, "relationship")) : NULL;

	return text_join(w->mem, text_join(w->mem, row_text(other, "name"), ", ", type), ", ", title);
}

static void note_both(struct work *w, const char *action, const struct row *customer, const struct row *other,
	const struct form *how)
{
	activity_note(w, action, row_text(customer, "id"), in_words(w, other, how, how ? form_value(how, "title") : NULL), NULL);
	activity_note(w, action, row_text(other, "id"), in_words(w, customer, how,
		how ? title_back(customer, other, how) : NULL), NULL);
}

static void mark_both(struct work *w, const char *customer_id, const char *other_id)
{
	customer_mark(w, customer_id);
	customer_mark(w, other_id);
}

enum connected connection_add(struct work *w, const char *customer_id, const char *other_id, const struct form *how)
{
	const struct row *customer, *other;

	if (text_same(customer_id, other_id))
		return CONNECT_SELF;
	if (!lock(w, customer_id, other_id, &customer, &other))
		return CONNECT_GONE;
	if (is_business(customer) && is_business(other))
		return CONNECT_TWO_BUSINESSES;
	if (row_is(other, "inactive"))
		return CONNECT_INACTIVE;
	if (add_side(w, customer, other, how, form_value(how, "title")) == DB_DUPLICATE)
		return CONNECT_TWICE;
	add_side(w, other, customer, how, title_back(customer, other, how));
	mark_both(w, customer_id, other_id);
	note_both(w, "connection_added", customer, other, how);
	return CONNECTED;
}

/* ------------------------------------------------------------------ reading */

/* How ROW's title reads on its record: its own, or the other side's the right way round, "mother of Kenneth Hamilton". */
static const char *title_said(struct work *w, const struct row *row)
{
	const char *title = row_text(row, "title"), *back = row_text(row, "other_title");

	return title || !back ? title : arena_text(w->mem, "%s of %s", back, row_text(row, "name"));
}

static const struct row *labelled(struct work *w, const struct row *row)
{
	static const struct kin none = { 0 };
	struct rows made = { 0 };

	for (; row; row = row->next) {
		const struct kin *known = kin_of(row_text(row, "other_title")), *kin = known ? known : &none;
		rows_add(&made, row_with(w->mem, row, WITH({ "relationship_label",
			vocab_label("relationship", row_text(row, "relationship")) }, { "title_said", title_said(w, row) },
			{ "offer_1", kin->back[0] }, { "offer_2", kin->back[1] }, { "offer_3", kin->back[2] })));
	}
	return made.first;
}

const struct row *connection_list(struct work *w, const char *customer_id, unsigned page)
{
	const unsigned first = page * CONNECTION_PAGE + 1;

	if (page)
		return labelled(w, db_rows(w, sql_connection_list_later, WITH({ "customer_id", customer_id },
			{ "first", text_of_number(w->mem, first) },
			{ "last", text_of_number(w->mem, first + CONNECTION_PAGE) })));
	return labelled(w, db_rows(w, sql_connection_list, WITH({ "customer_id", customer_id },
		{ "page_limit", text_of_number(w->mem, CONNECTION_PAGE + 1) })));
}

const struct row *connection_summary(struct work *w, const struct row *customer, const char **count)
{
	const struct row *rows = !row_is(customer, "is_connected") ? NULL :
		db_rows(w, sql_connection_summary, WITH({ "customer_id", row_text(customer, "id") },
			{ "summary_limit", text_of_number(w->mem, CONNECTION_SUMMARY) },
			{ "count_limit", text_of_number(w->mem, CONNECTION_COUNTED + 1) }));

	*count = rows ? row_text(rows, "count") : "0";
	if (text_number(*count) > CONNECTION_COUNTED)
		*count = "1,000+";
	return labelled(w, rows);
}

const struct row *connection_get(struct work *w, const char *customer_id, const char *other_id)
{
	if (!is_number(other_id))
		return NULL;
	return labelled(w, db_rows(w, sql_connection_get,
		WITH({ "customer_id", customer_id }, { "other_id", other_id })));
}

/* ------------------------------------------------------------------ changing */

bool connection_stays_employee(const struct row *customer, const struct row *row)
{
	return (is_business(customer) || is_business(row)) && text_same(row_text(row, "relationship"), "employee");
}

bool connection_change(struct work *w, const char *customer_id, const char *other_id, struct form *how)
{
	const struct row *customer, *other, *now;
	struct form stored;

	if (!lock(w, customer_id, other_id, &customer, &other) || !(now = connection_get(w, customer_id, other_id)))
		return false;
	stored = form_blank(w->mem, now->columns, connection_fields, NULL);
	form_keep(w->mem, how, &stored);
	if (connection_stays_employee(customer, now))
		form_set(w->mem, form_entry(how, "relationship"), "employee");
	if (!how->good || text_empty(form_diff(w->mem, how, &stored)))
		return how->good;
	db_change(w, sql_connection_change, form_values(w->mem, how->entries,
		WITH({ "customer_id", customer_id }, { "other_id", other_id },
		{ "same_title", is_business(customer) || is_business(other) ? "1" : "0" })));
	note_both(w, "connection_changed", customer, other, how);
	return true;
}

static bool set_primary(struct work *w, const char *customer_id, const char *other_id)
{
	db_change(w, sql_connection_no_primary, WITH({ "customer_id", customer_id }));
	return db_change(w, sql_connection_set_primary,
		WITH({ "customer_id", customer_id }, { "other_id", other_id })) == DB_DONE;
}

bool connection_make_primary(struct work *w, const char *customer_id, const char *other_id)
{
	const struct row *customer, *other, *now;

	if (!lock(w, customer_id, other_id, &customer, &other) || !is_business(customer))
		return false;
	now = connection_get(w, customer_id, other_id);
	if (!now)
		return false;
	if (row_is(now, "is_primary"))
		return true;
	activity_note(w, "primary_contact", customer_id, row_text(other, "name"), NULL);
	return set_primary(w, customer_id, other_id);
}

/* After a connection of CUSTOMER is gone: whoever has been there longest is primary, if it was the primary one; somebody inactive
 * only when there is nobody else. */
static const char *promote(struct work *w, const struct row *customer, bool was_primary)
{
	const char *id = row_text(customer, "id");
	const struct row *oldest;

	if (!was_primary || !is_business(customer))
		return NULL;
	oldest = db_rows(w, sql_connection_oldest, WITH({ "customer_id", id }));
	if (!oldest)
		return NULL;
	set_primary(w, id, row_text(oldest, "other_id"));
	activity_note(w, "primary_contact", id, row_text(oldest, "name"), NULL);
	return row_text(oldest, "name");
}

bool connection_remove(struct work *w, const char *customer_id, const char *other_id, const char **promoted)
{
	const struct row *customer, *other, *mine, *theirs;
	const char *there;

	*promoted = NULL;
	if (!lock(w, customer_id, other_id, &customer, &other))
		return false;
	mine = connection_get(w, customer_id, other_id);
	theirs = connection_get(w, other_id, customer_id);
	if (!mine || !theirs)
		return false;
	db_change(w, sql_connection_remove, WITH({ "customer_id", customer_id }, { "other_id", other_id }));
	mark_both(w, customer_id, other_id);
	note_both(w, "connection_removed", customer, other, NULL);
	*promoted = promote(w, customer, row_is(mine, "is_primary"));
	there = promote(w, other, row_is(theirs, "is_primary"));
	*promoted = *promoted ? *promoted : there;
	return true;
}

/* CUSTOMER_ID, who is inactive, was the primary contact of BUSINESS_ID. */
static bool hand_on(struct work *w, const char *customer_id, const char *business_id)
{
	const struct row *business, *contact, *next;

	if (!lock(w, business_id, customer_id, &business, &contact))
		return true;
	next = db_rows(w, sql_connection_oldest, WITH({ "customer_id", business_id }));
	if (!next || row_is(next, "inactive"))
		return false;
	set_primary(w, business_id, row_text(next, "other_id"));
	activity_note(w, "primary_contact", business_id, row_text(next, "name"), NULL);
	return true;
}

enum handed connection_hand_on(struct work *w, const char *customer_id)
{
	const struct row *business = db_rows(w, sql_connection_primary_of, WITH({ "other_id", customer_id }));
	enum handed handed = business ? HANDED_ON : HANDED_NOTHING;

	for (; business; business = business->next)
		if (!hand_on(w, customer_id, row_text(business, "customer_id")))
			handed = HANDED_TO_NOBODY;
	return handed;
}

void connection_renamed(struct work *w, const char *customer_id, const char *name)
{
	db_change(w, sql_connection_renamed, WITH({ "customer_id", customer_id },
		{ "other_name", text_cut(w->mem, fold(w->mem, name), OTHER_NAME_MAX) }));
}
