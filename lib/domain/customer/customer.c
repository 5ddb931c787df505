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
#include "rules/vocab.h"

#define INDIVIDUAL .when = "customer_type", .is = "individual"
#define BUSINESS .when = "customer_type", .is = "business"

const struct field customer_fields[] = {
	{ .name = "customer_type", .label = "Customer Type", .choice = "customer_type", .default_value = "individual",
	  .required = "Choose Individual or Business." },
	{ .name = "privacy", .label = "Customer Privacy", .choices = "privacy" },
	{ .name = "preferred_contact", .label = "Preferred Contact", .choice = "preferred_contact" },
	{ .name = "first_name", .label = "First Name", .max = 60, .required = "Enter the first name.", INDIVIDUAL },
	{ .name = "middle_name", .label = "Middle Name", .max = 60, INDIVIDUAL },
	{ .name = "last_name", .label = "Last Name", .max = 60, .required = "Enter the last name.", INDIVIDUAL },
	{ .name = "suffix", .label = "Suffix", .max = 20, INDIVIDUAL },
	{ .name = "business_name", .label = "Business Name", .max = 120, .required = "Enter the business name.", BUSINESS },
	{ .name = "gender", .label = "Gender", .choice = "gender", INDIVIDUAL },
	{ .name = "date_of_birth", .label = "Date of Birth", .max = 20, .check = check_birth_date, .input = "date",
	  INDIVIDUAL },
	{ .name = "marital_status", .label = "Marital Status", .choice = "marital_status", INDIVIDUAL },
	{ .name = "company", .label = "Company", .max = 120, INDIVIDUAL },
	{ .name = "job_title", .label = "Job Title", .max = 120, INDIVIDUAL },
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
	"SELECT id, changed_at FROM customer " active "ORDER BY changed_at DESC, id DESC LIMIT 1001) r) k " \
	"JOIN customer c ON c.id = k.id WHERE k.n BETWEEN :first AND :first + 25 ORDER BY k.n"
#define RECENT_FIRST(active) \
	"SELECT " SQL_LISTED " FROM (SELECT id FROM customer " active "ORDER BY changed_at DESC, id DESC LIMIT 26) k " \
	"JOIN customer c ON c.id = k.id ORDER BY c.changed_at DESC, c.id DESC"

static const char sql_recent[] = RECENT_FIRST("WHERE inactive = 0 ");
static const char sql_recent_all[] = RECENT_FIRST("");
static const char sql_recent_later[] = RECENT("WHERE inactive = 0 ");
static const char sql_recent_all_later[] = RECENT("");

/* The form's entries without those that are kept elsewhere, and what is copied of its contacts. */
static const struct text_value *assigned(struct work *w, const struct form *form, const struct text_value *extra)
{
	const struct text_value *all = form_values(w->mem, form->entries, extra);
	const struct text_value *primary = contact_primary(w, form);
	struct buffer kept = { .mem = w->mem };

	for (; all->name; all++)
		if (strcmp(all->name, "ssn"))
			buffer_add(&kept, all, sizeof *all);
	for (; primary->name; primary++)
		buffer_add(&kept, primary, sizeof *primary);
	buffer_add(&kept, primary, sizeof *primary); /* the end */
	return (const void *)kept.bytes;
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

struct form customer_as_form(struct work *w, const struct row *customer)
{
	struct form form = form_blank(w->mem, customer->columns, customer_fields, contact_groups);

	contact_read(w, row_text(customer, "id"), &form);
	return form;
}

static const struct form_row *row_of_type(const struct form_rows *card, const char *type)
{
	for (unsigned at = 0; at < card->count; at++)
		if (text_same(card->rows[at].entries[0].value, type) && !form_row_blank(card, &card->rows[at]))
			return &card->rows[at];
	return NULL;
}

static bool row_differs(const struct form_row *a, const struct form_row *b)
{
	if (!b || a->primary != b->primary)
		return true;
	for (size_t i = 0; a->entries[i].field; i++)
		if (!text_same(a->entries[i].value, b->entries[i].value))
			return true;
	return false;
}

static unsigned filled(const struct form_rows *card)
{
	unsigned count = 0;

	for (unsigned at = 0; at < card->count; at++)
		count += !form_row_blank(card, &card->rows[at]);
	return count;
}

static bool card_differs(const struct form_rows *a, const struct form_rows *b)
{
	if (filled(a) != filled(b))
		return true;
	for (unsigned at = 0; at < a->count; at++)
		if (!form_row_blank(a, &a->rows[at]) &&
		    row_differs(&a->rows[at], row_of_type(b, a->rows[at].entries[0].value)))
			return true;
	return false;
}

/* A card in one line, for the one who has to choose between two: "Cell (614) 555-0142 (primary); Home ...". */
static const char *card_in_words(struct work *w, const struct form_rows *card)
{
	const char *all = "";

	for (unsigned at = 0; at < card->count; at++) {
		const struct form_row *row = &card->rows[at];
		const char *one = vocab_label(row->entries[0].field->choice, row->entries[0].value);
		for (const struct form_entry *entry = row->entries + 1; entry->field; entry++)
			one = text_join(w->mem, one, " ", entry->text);
		all = text_join(w->mem, all, "; ", row->primary ? arena_text(w->mem, "%s (primary)", one) : one);
	}
	return text_or(all, "none");
}

static const char *entry_in_words(struct work *w, const struct form_entry *entry)
{
	const struct field *field = entry->field;
	const char *words = "";

	if (field->choice)
		return text_or(vocab_label(field->choice, entry->value), "empty");
	if (!field->choices)
		return text_or(entry->text, "empty");
	for (const struct vocab_term *term = vocab_first(field->choices); term; term = vocab_next(term))
		if (text_in_set(entry->value, term->code))
			words = text_join(w->mem, words, ", ", term->label);
	return text_or(words, "none");
}

/* Labels of what FORM would change in STORED, with commas between; "" for nothing. With TELL, FORM's entries
 * learn what is stored. */
static const char *differences(struct work *w, struct form *form, struct form *stored, bool ssn_differs_too, bool tell)
{
	const char *labels = "";

	for (struct form_entry *entry = form->entries, *old = stored->entries; entry->field; entry++, old++) {
		bool differs = entry->field->secret ? ssn_differs_too : !text_same(entry->value, old->value);
		if (!differs)
			continue;
		labels = text_join(w->mem, labels, ", ", entry->field->label);
		if (tell)
			entry->stored = entry->field->secret ? "another number" : entry_in_words(w, old);
	}
	for (struct form_rows *card = form->groups, *old = stored->groups; card->group; card++, old++) {
		if (!card_differs(card, old))
			continue;
		labels = text_join(w->mem, labels, ", ", card->group->label);
		if (tell)
			card->stored = card_in_words(w, old);
	}
	return labels;
}

/* As SQL_NAME's list_name: "Delgado, Maria Jr.". */
static const char *name_in_lists(struct work *w, const struct form *form)
{
	const char *given = text_join(w->mem, form_value(form, "first_name"), " ", form_value(form, "suffix"));

	return text_or(form_value(form, "business_name"),
		text_join(w->mem, form_value(form, "last_name"), ", ", given));
}

enum customer_saved customer_save(struct work *w, const struct row *locked, struct form *form, const char *row_version,
	bool ssn_asked)
{
	const char *id = row_text(locked, "id"), *changed;
	struct search_subject searched;
	struct form stored;

	bool stale = !text_same(row_version, row_text(locked, "row_version"));
	bool ssn_changes = ssn_asked && ssn_may_put(w, id) &&
		ssn_differs(w, id, form_value(form, "ssn"));
	stored = customer_as_form(w, locked);
	changed = differences(w, form, &stored, ssn_changes, stale);
	if (text_empty(changed))
		return CUSTOMER_SAME;
	if (stale)
		return CUSTOMER_STALE;
	db_change(w, sql_customer_save, assigned(w, form, WITH({ "id", id }, { "row_version", row_version })));
	contact_write(w, id, form);
	if (ssn_changes)
		ssn_put(w, id, form_value(form, "ssn"));
	searched = subject_of(w, id, form);
	search_key_write(w, &searched, row_is(locked, "inactive"));
	if (!text_same(name_in_lists(w, form), name_in_lists(w, &stored)))
		connection_renamed(w, id, name_in_lists(w, form));
	activity_note(w, "customer_changed", id, changed,
		arena_text(w->mem, "%llu", text_number(row_version) + 1));
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
	const char *first = arena_text(w->mem, "%u", page * SEARCH_PAGE + 1);

	if (page >= SEARCH_PAGES)
		return NULL;
	if (page)
		return db_rows(w, inactive_too ? sql_recent_all_later : sql_recent_later, WITH({ "first", first }));
	return db_rows(w, inactive_too ? sql_recent_all : sql_recent, NULL);
}

bool customer_set_inactive(struct work *w, const struct row *locked, bool inactive)
{
	const char *id = row_text(locked, "id"), *wanted = inactive ? "1" : "0";

	if (text_same(row_text(locked, "inactive"), wanted))
		return false;
	db_change(w, sql_customer_set_inactive, WITH({ "id", id }, { "inactive", wanted }));
	search_key_set_inactive(w, id, inactive);
	activity_note(w, inactive ? "set_inactive" : "set_active", id, NULL,
		arena_text(w->mem, "%llu", text_number(row_text(locked, "row_version")) + 1));
	return true;
}
