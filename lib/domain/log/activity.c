/* The activity log. The programs' database account may add and read rows here, not change them. */
#include "domain/log/activity.h"

#include "base/clock.h"

enum { CHANGES_READ = 100 }; /* of those since a form was opened: together they name every field by far */

static const char sql_activity_note[] =
	"INSERT INTO activity SET happened_at = NOW(6), staff_id = :staff_id, session_id = :session_id, "
	"  address = :client, customer_id = :customer_id, action = :action, fields = :fields, row_version = :row_version";

static const char sql_activity_of_customer[] =
	"SELECT a.action, a.fields, a.happened_at, TRIM(CONCAT(s.first_name, ' ', s.last_name)) AS who "
	"FROM activity a LEFT JOIN staff s ON s.id = a.staff_id "
	"WHERE a.customer_id = :customer_id AND a.action <> 'social_asked' ORDER BY a.id DESC LIMIT :history_limit";

static const char sql_activity_fields_since[] =
	"SELECT fields FROM activity WHERE customer_id = :customer_id AND row_version > :row_version "
	"AND fields IS NOT NULL ORDER BY id LIMIT :rows_limit";

static const char sql_activity_others_since[] =
	"SELECT CONCAT(s.first_name, ' ', s.last_name, ' changed ', a.fields) AS what "
	"FROM activity a JOIN staff s ON s.id = a.staff_id "
	"WHERE a.customer_id = :customer_id AND a.row_version > :row_version AND a.staff_id <> :me "
	"AND a.fields IS NOT NULL ORDER BY a.id LIMIT :rows_limit";

/* What each action is called in the history of a record. */
static const struct { const char *action, *what, *icon; } sentences[] = {
	{ "customer_added", "Customer added", "plus" },
	{ "customer_changed", "Changed", "user" },
	{ "set_inactive", "Set Inactive", "archive" },
	{ "set_active", "Set Active", "check" },
	{ "ssn_shown", "SSN viewed", "eye" },
	{ "contact_copied", "Contact information copied", "users" },
	{ "connection_added", "Connection added", "users" },
	{ "connection_changed", "Connection changed", "users" },
	{ "connection_removed", "Connection removed", "users" },
	{ "primary_contact", "Primary contact", "star" },
	{ "social_searched", "Social media searched", "globe" },
	{ "social_updated", "Taken from social media", "globe" },
	{ "profile_removed", "Social profile removed", "globe" },
	{ "photo_removed", "Profile image removed", "user" },
};

static void note(struct work *w, const char *action, const char *staff_id, const char *customer_id,
	const char *fields, const char *row_version)
{
	db_change(w, sql_activity_note, WITH({ "action", action }, { "staff_id", staff_id },
		{ "customer_id", customer_id }, { "fields", fields }, { "row_version", row_version }));
}

void activity_note(struct work *w, const char *action, const char *customer_id, const char *fields,
	const char *row_version)
{
	note(w, action, w->me, customer_id, fields, row_version);
}

void activity_note_staff(struct work *w, const char *action, const char *staff_id)
{
	note(w, action, staff_id, NULL, NULL, NULL);
}

static struct row *in_words(struct work *w, const struct row *row)
{
	const char *what = row_text(row, "action"), *icon = "clock";

	for (size_t i = 0; i < sizeof sentences / sizeof *sentences; i++)
		if (!strcmp(sentences[i].action, what)) {
			what = sentences[i].what;
			icon = sentences[i].icon;
			break;
		}
	return row_with(w->mem, row, WITH({ "what", what }, { "icon", icon },
		{ "shown_at", clock_shown(w->mem, row_text(row, "happened_at")) }));
}

const struct row *activity_of_customer(struct work *w, const char *customer_id)
{
	const struct row *row = db_rows(w, sql_activity_of_customer, WITH({ "customer_id", customer_id },
		{ "history_limit", text_of_number(w->mem, ACTIVITY_HISTORY) }));
	struct rows made = { 0 };

	for (; row; row = row->next) {
		rows_add(&made, in_words(w, row));
	}
	return made.first;
}

/* ALL and those of LABELS that it does not have yet; both with ", " between. */
static const char *add_labels(struct work *w, const char *all, const char *labels)
{
	while (*labels) {
		size_t length = strcspn(labels, ",");
		const char *label = arena_copy(w->mem, labels, length);
		if (!strstr(arena_text(w->mem, ", %s,", all), arena_text(w->mem, ", %s,", label)))
			all = text_join(w->mem, all, ", ", label);
		labels += length + strspn(labels + length, ", ");
	}
	return all;
}

const char *activity_fields_since(struct work *w, const char *customer_id, const char *row_version)
{
	const struct row *row = db_rows(w, sql_activity_fields_since,
		WITH({ "customer_id", customer_id }, { "row_version", row_version },
			{ "rows_limit", text_of_number(w->mem, CHANGES_READ) }));
	const char *all = "";

	for (; row; row = row->next)
		all = add_labels(w, all, row_text(row, "fields"));
	return all;
}

const char *activity_others_since(struct work *w, const char *customer_id, const char *row_version)
{
	const struct row *row = db_rows(w, sql_activity_others_since,
		WITH({ "customer_id", customer_id }, { "row_version", row_version },
			{ "rows_limit", text_of_number(w->mem, CHANGES_READ) }));
	const char *all = "";

	for (; row; row = row->next)
		all = text_join(w->mem, all, "; ", row_text(row, "what"));
	return all;
}
