/* Customers. Their addresses, phones and e-mails are contact.c's, the SSN is ssn.c's, search keys are search_key.c's;
 * the verbs here call them, so that one transaction holds all of it. */
#include "domain/customer/customer.h"

#include "base/buffer.h"
#include "base/clock.h"
#include "domain/log/activity.h"
#include "domain/customer/connection.h"
#include "domain/customer/listed.h"
#include "domain/customer/contact.h"
#include "domain/customer/search.h"
#include "domain/customer/ssn.h"
#include "rules/check.h"
#include "rules/format.h"
#include "rules/form_diff.h"
#include "rules/vocab.h"

/* Parts of the page, as templates/part/basics.cs draws them. */
#define WHO .part = "who"
#define NAME .part = "name"
#define PERSON .part = "person"
#define WORK .part = "work"
#define INDIVIDUAL .when = "customer_type", .is = "individual"
#define BUSINESS .when = "customer_type", .is = "business"

const struct field customer_fields[] = {
	{ .name = "customer_type", .label = "Customer Type", .choice = "customer_type", .default_value = "individual",
	  .required = "Choose Individual or Business." },
	{ .name = "privacy", .label = "Customer Privacy", .choices = "privacy", .wide = true, WHO },
	{ .name = "preferred_contact", .label = "Preferred Contact", .choice = "preferred_contact", WHO },
	{ .name = "business_name", .label = "Business Name", .max = 120, .required = "Enter the business name.", .wide = true,
	  NAME, BUSINESS },
	{ .name = "first_name", .label = "First Name", .max = 60, .required = "Enter the first name.", NAME, INDIVIDUAL },
	{ .name = "middle_name", .label = "Middle Name", .max = 60, NAME, INDIVIDUAL },
	{ .name = "last_name", .label = "Last Name", .max = 60, .required = "Enter the last name.", NAME, INDIVIDUAL },
	{ .name = "suffix", .label = "Suffix", .max = 20, NAME, INDIVIDUAL },
	{ .name = "gender", .label = "Gender", .choice = "gender", PERSON, INDIVIDUAL },
	{ .name = "date_of_birth", .label = "Date of Birth", .max = 40, .kind = FIELD_DATE, .least = "1890-01-01",
	  .most = "today", PERSON, INDIVIDUAL },
	{ .name = "marital_status", .label = "Marital Status", .choice = "marital_status", PERSON, INDIVIDUAL },
	{ .name = "company", .label = "Company", .max = 120, .wide = true, WORK, INDIVIDUAL },
	{ .name = "job_title", .label = "Job Title", .max = 120, .wide = true, WORK, INDIVIDUAL },
	{ .name = "ssn", .label = "SSN", .max = 40, .check = check_ssn, .secret = true, INDIVIDUAL },
	{ 0 }
};

/* The one list of a customer's columns that forms fill; it serves both adding and saving. */
#define ASSIGNED \
	"customer_type = :customer_type, privacy = :privacy, preferred_contact = :preferred_contact, " \
	"first_name = :first_name, middle_name = :middle_name, last_name = :last_name, suffix = :suffix, " \
	"business_name = :business_name, gender = :gender, date_of_birth = :date_of_birth, " \
	"marital_status = :marital_status, company = :company, job_title = :job_title, " \
	"primary_phone = :primary_phone, primary_phone_type = :primary_phone_type, primary_email = :primary_email, " \
	"primary_address = :primary_address, primary_city = :primary_city, " \
	"changed_at = NOW(), changed_by = :me"

static const char sql_customer_add[] =
	"INSERT INTO customer SET " ASSIGNED ", created_at = NOW(), created_by = :me";

static const char sql_customer_save[] =
	"UPDATE customer SET " ASSIGNED ", row_version = row_version + 1 WHERE id = :id AND row_version = :row_version";

static const char sql_customer_row[] = "SELECT * FROM customer WHERE id = :id";

static const char sql_customer_lock[] = "SELECT * FROM customer WHERE id = :id FOR UPDATE";

static const char sql_customer_set_inactive[] =
	"UPDATE customer SET inactive = :inactive, row_version = row_version + 1, changed_at = NOW(), changed_by = :me "
	"WHERE id = :id";

/* All columns: a form takes those it has fields for, so a new field needs no word here. */
static const char sql_customer_get[] =
	"SELECT c.*, " SQL_NAME("c") ", CONCAT(s.first_name, ' ', s.last_name) AS changed_by_name, "
	"  UPPER(IF(c.customer_type = 'business', LEFT(c.business_name, 2), "
	"    CONCAT(LEFT(c.first_name, 1), LEFT(c.last_name, 1)))) AS initials, "
	"  " SQL_PHONE("c.primary_phone") " AS phone, l.state AS lookup "
	"FROM customer c JOIN staff s ON s.id = c.changed_by LEFT JOIN lookup l ON l.customer_id = c.id WHERE c.id = :id";

static const char sql_customer_mark[] =
	"UPDATE customer c SET is_connected = EXISTS (SELECT 1 FROM connection WHERE customer_id = c.id), "
	"  has_taken = EXISTS (SELECT 1 FROM social_profile WHERE customer_id = c.id) "
	"    OR EXISTS (SELECT 1 FROM value_source WHERE customer_id = c.id), "
	"  photo = (SELECT UNIX_TIMESTAMP(accepted_at) FROM photo WHERE customer_id = c.id) WHERE id = :id";

#define RECENT(active) \
	"SELECT " SQL_LISTED " FROM (SELECT id, ROW_NUMBER() OVER (ORDER BY changed_at DESC, id DESC) AS n FROM (" \
	"SELECT id, changed_at FROM customer " active "ORDER BY changed_at DESC, id DESC LIMIT :all_limit) r) k " \
	"JOIN customer c ON c.id = k.id WHERE k.n BETWEEN :first AND :last ORDER BY k.n"
#define RECENT_FIRST(active) \
	"SELECT " SQL_LISTED " FROM (SELECT id FROM customer " active "ORDER BY changed_at DESC, id DESC LIMIT :page_limit) k " \
	"JOIN customer c ON c.id = k.id ORDER BY c.changed_at DESC, c.id DESC"

static const char sql_recent[] = RECENT_FIRST("WHERE inactive = 0 ");
static const char sql_recent_all[] = RECENT_FIRST("");
static const char sql_recent_later[] = RECENT("WHERE inactive = 0 ");
static const char sql_recent_all_later[] = RECENT("");

/* The form's entries, and what is copied of its contacts. */
static const struct text_value *assigned(struct work *w, const struct form *form, const struct text_value *extra)
{
	return form_values(w->mem, form->entries, text_values(w->mem, extra, contact_primary(w, form)));
}

/* By what the customer ID of FORM is found. */
static struct search_subject subject_of(struct work *w, const char *id, const struct form *form)
{
	struct search_subject searched = {
		.id = id, .first_name = form_value(form, "first_name"), .middle_name = form_value(form, "middle_name"),
		.last_name = form_value(form, "last_name"), .business_name = form_value(form, "business_name"),
	};

	contact_subject(w, form, &searched);
	return searched;
}

const char *customer_add(struct work *w, const struct form *form)
{
	struct search_subject searched;
	const char *id;

	db_change(w, sql_customer_add, assigned(w, form, NULL));
	id = db_new_id(w);
	contact_add(w, id, form);
	if (form_value(form, "ssn"))
		ssn_put(w, id, form_value(form, "ssn"));
	searched = subject_of(w, id, form);
	search_key_add(w, &searched, false);
	activity_note(w, "customer_added", id, NULL, "1");
	return id;
}

const char *customer_warning(const struct form *form)
{
	const char *way = text_or(form_value(form, "preferred_contact"), ""), *privacy = form_value(form, "privacy");

	if (ssn_is_specimen(form_value(form, "ssn")))
		return "specimen";
	if ((!strcmp(way, "email") && text_in_set(privacy, "no_email")) ||
	    (!strcmp(way, "mail") && text_in_set(privacy, "no_mail")) ||
	    (!strcmp(way, "phone") && text_in_set(privacy, "no_phone_calls")))
		return "contact";
	return "";
}

bool customer_is_left_alone(const struct form *form)
{
	const char *privacy = form_value(form, "privacy");

	return text_in_set(privacy, "no_email") && text_in_set(privacy, "no_mail") && text_in_set(privacy, "no_phone_calls");
}

struct form customer_as_form(struct work *w, const struct row *customer)
{
	struct form form = form_blank(w->mem, customer->columns, customer_fields, contact_groups);

	contact_read(w, row_text(customer, "id"), &form);
	return form;
}

/* As SQL_NAME's list_name: "Delgado, Maria Jr.". */
static const char *name_in_lists(struct work *w, const struct form *form)
{
	const char *given = text_join(w->mem, form_value(form, "first_name"), " ", form_value(form, "suffix"));

	return text_or(form_value(form, "business_name"),
		text_join(w->mem, form_value(form, "last_name"), ", ", given));
}

/* What is on file is not in STORED: its word there tells only whether the posted number differs. */
static bool ssn_changes(struct work *w, const char *id, struct form *form, struct form *stored)
{
	const struct form_entry *ssn = form_entry(form, "ssn");
	bool changes = ssn->posted && ssn_may_put(w, id) && ssn_differs(w, id, ssn->value);

	form_entry(stored, "ssn")->value = changes ? "on file" : ssn->value;
	return changes;
}

/* Merges FORM with STORED. Of an SSN the page carries nothing: whether somebody else changed it stands in the history. */
static bool merges(struct work *w, const char *id, struct form *form, struct form *stored, const char *row_version,
	struct form_merge *merge)
{
	struct form_merge none = { 0 };

	merge = merge ? merge : &none;
	merge->stored = stored;
	if (merge->base && !strstr(activity_fields_since(w, id, text_or(row_version, "0")), "SSN"))
		form_entry(merge->base, "ssn")->value = form_value(stored, "ssn");
	return form_merge(w->mem, form, merge);
}

enum customer_saved customer_save(struct work *w, const struct row *locked, struct form *form, const char *row_version,
	struct form_merge *merge)
{
	const char *id = row_text(locked, "id"), *version = row_text(locked, "row_version"), *changed;
	struct search_subject searched;
	struct form stored;

	stored = customer_as_form(w, locked);
	form_keep(w->mem, form, &stored);
	if (!form->good)
		return CUSTOMER_REFUSED;
	bool new_ssn = ssn_changes(w, id, form, &stored);
	if (!text_empty(form_diff(w->mem, form, &stored)) && !text_same(row_version, version) &&
	    !merges(w, id, form, &stored, row_version, merge))
		return CUSTOMER_STALE;
	changed = form_diff(w->mem, form, &stored);
	if (text_empty(changed))
		return CUSTOMER_SAME;
	db_change(w, sql_customer_save, assigned(w, form, WITH({ "id", id }, { "row_version", version })));
	contact_write(w, id, form);
	if (new_ssn && !text_same(form_value(form, "ssn"), form_value(&stored, "ssn")))
		ssn_put(w, id, form_value(form, "ssn"));
	searched = subject_of(w, id, form);
	search_key_write(w, &searched, row_is(locked, "inactive"));
	if (!text_same(name_in_lists(w, form), name_in_lists(w, &stored)))
		connection_renamed(w, id, name_in_lists(w, form));
	activity_note(w, "customer_changed", id, changed,
		text_of_number(w->mem, text_number(version) + 1));
	return CUSTOMER_SAVED;
}

const struct row *customer_row(struct work *w, const char *id)
{
	return db_rows(w, sql_customer_row, WITH({ "id", id }));
}

const struct row *customer_lock(struct work *w, const char *id)
{
	return db_rows(w, sql_customer_lock, WITH({ "id", id }));
}

const struct row *customer_get(struct work *w, const char *id)
{
	const struct row *row = db_rows(w, sql_customer_get, WITH({ "id", id }));

	if (!row)
		return NULL;
	return row_with(w->mem, row, WITH(
		{ "type_label", vocab_label("customer_type", row_text(row, "customer_type")) },
		{ "preferred_label", vocab_label("preferred_contact", row_text(row, "preferred_contact")) },
		{ "dial", row_text(row, "primary_phone") ? format_dial(w->mem, row_text(row, "primary_phone")) : NULL },
		{ "phone_label", vocab_label("phone_type", row_text(row, "primary_phone_type")) },
		{ "no_email", text_in_set(row_text(row, "privacy"), "no_email") ? "1" : NULL },
		{ "no_mail", text_in_set(row_text(row, "privacy"), "no_mail") ? "1" : NULL },
		{ "no_phone_calls", text_in_set(row_text(row, "privacy"), "no_phone_calls") ? "1" : NULL },
		{ "changed_shown", clock_day(w->mem, row_text(row, "changed_at")) }));
}

void customer_mark(struct work *w, const char *id)
{
	db_change(w, sql_customer_mark, WITH({ "id", id }));
}

bool customer_is_business(const struct row *row)
{
	return text_same(row_text(row, "customer_type"), "business");
}

const struct row *customer_recent(struct work *w, bool inactive_too, unsigned page)
{
	const unsigned first = page * SEARCH_PAGE + 1;

	if (page >= SEARCH_PAGES)
		return NULL;
	if (page)
		return db_rows(w, inactive_too ? sql_recent_all_later : sql_recent_later, WITH(
			{ "all_limit", text_of_number(w->mem, SEARCH_PAGES * SEARCH_PAGE + 1) },
			{ "first", text_of_number(w->mem, first) }, { "last", text_of_number(w->mem, first + SEARCH_PAGE) }));
	return db_rows(w, inactive_too ? sql_recent_all : sql_recent,
		WITH({ "page_limit", text_of_number(w->mem, SEARCH_PAGE + 1) }));
}

bool customer_set_inactive(struct work *w, const struct row *locked, bool inactive)
{
	const char *id = row_text(locked, "id"), *wanted = inactive ? "1" : "0";

	if (text_same(row_text(locked, "inactive"), wanted))
		return false;
	db_change(w, sql_customer_set_inactive, WITH({ "id", id }, { "inactive", wanted }));
	search_key_set_inactive(w, id, inactive);
	activity_note(w, inactive ? "set_inactive" : "set_active", id, NULL,
		text_of_number(w->mem, text_number(row_text(locked, "row_version")) + 1));
	return true;
}
