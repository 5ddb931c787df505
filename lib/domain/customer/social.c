/* What of the findings fits the record, and what of it is taken over. */
#include "domain/customer/social.h"

#include "base/clock.h"
#include "domain/log/activity.h"
#include "domain/customer/contact.h"
#include "rules/vocab.h"

#include <ctype.h>

static const char sql_social_profile_put[] =
	"INSERT INTO social_profile SET customer_id = :customer_id, service = :service, handle = :handle, link = :link, "
	"  source = :source, accepted_at = NOW(), accepted_by = :me "
	"ON DUPLICATE KEY UPDATE link = VALUES(link), source = VALUES(source), accepted_at = NOW(), accepted_by = :me";

static const char sql_social_profile_remove[] =
	"DELETE FROM social_profile WHERE customer_id = :customer_id AND service = :service AND handle = :handle";

static const char sql_value_source_put[] =
	"REPLACE INTO value_source SET customer_id = :customer_id, field = :field, source = :source, accepted_at = NOW(), "
	"  accepted_by = :me";

static const char sql_social_taken[] =
	"SELECT service, handle, link, NULL AS field, source, accepted_at FROM social_profile "
	"WHERE customer_id = :customer_id UNION ALL "
	"SELECT NULL, NULL, NULL, field, source, accepted_at FROM value_source WHERE customer_id = :customer_id "
	"ORDER BY service, handle, accepted_at, field";

/* ------------------------------------------------------------------ finding the place in the record */

/* The primary address of FORM, NULL when it has none. */
static struct form_row *home(struct form *form)
{
	struct form_rows *card = form_group(form, "addresses");

	for (unsigned at = 0; at < card->count; at++)
		if (card->rows[at].primary)
			return &card->rows[at];
	return NULL;
}

static bool is_of_address(const char *field)
{
	return !strcmp(field, "city") || !strcmp(field, "state");
}

/* The entry of FORM where a value for FIELD belongs; NULL when this kind of customer has none. An address is added when
 * there is none, which is stored only if something is put there. */
static struct form_entry *entry_for(struct work *w, const struct row *customer, struct form *form, const char *field)
{
	struct form_entry *entry;

	if (is_of_address(field)) {
		if (!home(form))
			form_add_row(w->mem, form, "addresses", NULL, true);
		return form_entry_named(home(form)->entries, field);
	}
	entry = form_entry_named(form->entries, field);
	if (!entry || (entry->field->when && !text_same(row_text(customer, entry->field->when), entry->field->is)))
		return NULL;
	return entry;
}

/* What FINDING would be stored as in FIELD; NULL, and *WRONG, when the field does not take it. */
static const char *stored_as(struct work *w, const struct field *field, const struct finding *finding, const char **wrong)
{
	const char *value = finding->value;

	*wrong = form_check(w->mem, field, &value);
	return *wrong ? NULL : value;
}

static const char *service_label(struct work *w, const char *service)
{
	const char *label = vocab_label("service", service);
	char *made;

	if (label)
		return label;
	made = arena_copy(w->mem, service, strlen(service));
	*made = (char)toupper((unsigned char)*made);
	return made;
}

static const char *label_of(struct work *w, const struct finding *finding, const struct form_entry *entry)
{
	if (!strcmp(finding->field, "profile"))
		return arena_text(w->mem, "%s %s", service_label(w, finding->service), finding->value);
	return entry->field->label;
}

bool social_is_ticked(struct work *w, const struct finding *finding, const struct text_value *ticks)
{
	return ticks && text_values_have(ticks, "take", finding_key(w->mem, finding));
}

/* ------------------------------------------------------------------ beside the record */

static bool has_profile(const struct row *profiles, const struct finding *finding)
{
	for (; profiles; profiles = profiles->next)
		if (text_same(row_text(profiles, "service"), finding->service) &&
		    !strcasecmp(row_text(profiles, "handle"), finding->value))
			return true;
	return false;
}

static const char *shown(const struct form_entry *entry, const char *value)
{
	return entry->field->choice ? vocab_label(entry->field->choice, value) : value;
}

/* Whether A and B read the same: capitals are no news, as some providers send none. */
static bool reads_same(const char *a, const char *b)
{
	return text_same(a, b) || (a && b && !strcasecmp(a, b));
}

/* One row of the comparison; NULL when the finding fits nowhere or says what the record says. */
static struct row *compare(struct work *w, const struct row *customer, struct form *form, const struct row *profiles,
	const struct finding *finding, const struct text_value *ticks, bool first)
{
	bool is_profile = !strcmp(finding->field, "profile");
	struct form_entry *entry = is_profile ? NULL : entry_for(w, customer, form, finding->field);
	const char *wrong = NULL, *value = entry ? stored_as(w, entry->field, finding, &wrong) : finding->value;

	if (!strcmp(finding->field, "photo") || (!is_profile && !entry) || wrong)
		return NULL;
	if (is_profile ? has_profile(profiles, finding) : reads_same(entry->value, value))
		return NULL;
	return row_with(w->mem, NULL, WITH({ "key", finding_key(w->mem, finding) }, { "field", finding->field },
		{ "label", label_of(w, finding, entry) },
		{ "current", !is_profile && entry->value ? shown(entry, entry->value) : NULL },
		{ "value", is_profile ? finding->value : shown(entry, value) }, { "link", finding->link },
		{ "service", is_profile ? service_label(w, finding->service) : NULL }, { "source", finding->source },
		{ "new", is_profile || (text_empty(entry->value) && first) ? "1" : NULL },
		{ "ticked", social_is_ticked(w, finding, ticks) ? "1" : NULL }));
}

/* The order of the rows: as the fields stand in the form, the address, then profiles. */
static const char *const order[] = { "first_name", "middle_name", "last_name", "gender", "city", "state", "company",
	"job_title", "profile", NULL };

const struct row *social_compare(struct work *w, const struct row *customer, struct form *form,
	const struct finding *found, const struct text_value *ticks)
{
	const struct row *profiles = social_taken(w, customer).profiles.first;
	struct rows made = { 0 };

	for (const char *const *field = order; *field; field++)
		for (const struct finding *finding = found; finding; finding = finding->next) {
			struct row *row = strcmp(finding->field, *field) ? NULL :
				compare(w, customer, form, profiles, finding, ticks, !row_find(made.first, "field", *field));
			if (row)
				rows_add(&made, row);
		}
	return made.first;
}

const struct row *social_photos(struct work *w, const struct row *customer, const struct finding *found,
	const struct text_value *ticks)
{
	struct rows made = { 0 };
	unsigned number = 0;

	for (; found; found = found->next) {
		bool adds = !row_text(customer, "photo") && !made.first;
		if (strcmp(found->field, "photo"))
			continue;
		rows_add(&made, row_with(w->mem, NULL, WITH({ "key", finding_key(w->mem, found) },
			{ "number", text_of_number(w->mem, ++number) }, { "source", found->source }, { "new", adds ? "1" : NULL },
			{ "ticked", social_is_ticked(w, found, ticks) ? "1" : NULL })));
	}
	return made.first;
}

/* What FOUND says for FIELD, a name: what the record says when anybody else says so or nobody says anything, the first of
 * the others when not. */
static const char *name_said(struct form *form, const struct finding *found, const char *field, bool *differs)
{
	const char *value = form_value(form, field), *other = NULL;

	for (; found; found = found->next) {
		if (strcmp(found->field, field))
			continue;
		if (reads_same(value, found->value))
			return value;
		other = other ? other : found->value;
	}
	*differs = *differs || other;
	return other ? other : value;
}

const char *social_other_name(struct work *w, struct form *form, const struct finding *found)
{
	bool differs = false;
	const char *first, *last;

	if (!form_value(form, "first_name") && !form_value(form, "last_name"))
		return NULL; /* a business, which is called something else */
	first = name_said(form, found, "first_name", &differs);
	last = name_said(form, found, "last_name", &differs);
	return differs ? text_join(w->mem, first, " ", last) : NULL;
}

/* ------------------------------------------------------------------ into the record */

/* Whether a ticked finding before FINDING is for the same place, which can hold one only. */
static bool is_second(struct work *w, const struct finding *found, const struct finding *finding,
	const struct text_value *ticks)
{
	if (!strcmp(finding->field, "profile"))
		return false;
	for (; found != finding; found = found->next)
		if (!strcmp(found->field, finding->field) && social_is_ticked(w, found, ticks))
			return true;
	return false;
}

/* Puts FINDING where it belongs in FORM; profiles and images have no place there. *WRONG when it does not fit. */
static void put_in_form(struct work *w, const struct row *customer, struct form *form, const struct finding *finding,
	const char **wrong)
{
	struct form_entry *entry = entry_for(w, customer, form, finding->field);
	const char *value = entry ? stored_as(w, entry->field, finding, wrong) : NULL;

	if (value)
		form_set(w->mem, entry, value);
}

static const char *field_label(struct work *w, const struct row *customer, struct form *form, const struct finding *finding)
{
	struct form_entry *entry;

	if (!strcmp(finding->field, "photo"))
		return "Profile image";
	if (!strcmp(finding->field, "profile"))
		return arena_text(w->mem, "%s profile", service_label(w, finding->service));
	entry = entry_for(w, customer, form, finding->field);
	return entry ? entry->field->label : finding->field;
}

/* Fills FORM with the ticked values; the result says what was ticked, "" for nothing. */
static const char *fill(struct work *w, const struct row *customer, struct form *form, const struct finding *found,
	const struct text_value *ticks, const char **wrong)
{
	const char *taken = "";

	for (const struct finding *finding = found; finding && !*wrong; finding = finding->next) {
		if (!social_is_ticked(w, finding, ticks))
			continue;
		const char *label = field_label(w, customer, form, finding);
		if (is_second(w, found, finding, ticks))
			*wrong = arena_text(w->mem, "Tick one %s only.", label);
		else if (strcmp(finding->field, "profile") && strcmp(finding->field, "photo"))
			put_in_form(w, customer, form, finding, wrong);
		taken = text_join(w->mem, taken, ", ", label);
	}
	return taken;
}

static void keep_sources(struct work *w, const char *id, const struct finding *found, const struct text_value *ticks)
{
	for (const struct finding *finding = found; finding; finding = finding->next) {
		const char *source = text_cut(w->mem, finding->source, 120);
		if (!social_is_ticked(w, finding, ticks))
			continue;
		if (!strcmp(finding->field, "profile"))
			db_change(w, sql_social_profile_put, WITH({ "customer_id", id }, { "service", finding->service },
				{ "handle", finding->value }, { "link", finding->link }, { "source", source }));
		else if (strcmp(finding->field, "photo"))
			db_change(w, sql_value_source_put, WITH({ "customer_id", id }, { "field", finding->field },
				{ "source", source }));
	}
}

enum customer_saved social_accept(struct work *w, const struct row *locked, const struct finding *found,
	const struct text_value *ticks, const char *row_version, const char **wrong)
{
	const char *id = row_text(locked, "id");
	struct form form;
	const char *taken;
	enum customer_saved saved;

	*wrong = NULL;
	form = customer_as_form(w, locked);
	taken = fill(w, locked, &form, found, ticks, wrong);
	if (*wrong || text_empty(taken))
		return CUSTOMER_SAME;
	if (!text_same(row_version, row_text(locked, "row_version")))
		return CUSTOMER_STALE;
	saved = customer_save(w, locked, &form, row_version, NULL);
	if (saved != CUSTOMER_SAVED && saved != CUSTOMER_SAME)
		return saved;
	keep_sources(w, id, found, ticks);
	customer_mark(w, id);
	activity_note(w, "social_updated", id, text_cut(w->mem, taken, 600), NULL);
	return CUSTOMER_SAVED;
}

/* ------------------------------------------------------------------ what was taken before */

bool social_remove_profile(struct work *w, const char *customer_id, const char *service, const char *handle)
{
	if (db_change(w, sql_social_profile_remove, WITH({ "customer_id", customer_id }, { "service", service },
		{ "handle", handle })) != DB_DONE)
		return false;
	customer_mark(w, customer_id);
	activity_note(w, "profile_removed", customer_id, service_label(w, service), NULL);
	return true;
}

/* The label of FIELD, wherever it belongs. */
static const char *label_named(const char *name)
{
	if (is_of_address(name))
		return strcmp(name, "city") ? "State" : "City";
	for (const struct field *field = customer_fields; field->name; field++)
		if (!strcmp(field->name, name))
			return field->label;
	return name;
}

/* Most records have taken nothing, which their own row says. */
struct social_taken social_taken(struct work *w, const struct row *customer)
{
	const struct row *row = !row_is(customer, "has_taken") ? NULL :
		db_rows(w, sql_social_taken, WITH({ "customer_id", row_text(customer, "id") }));
	struct social_taken taken = { 0 };

	for (; row; row = row->next)
		if (row_text(row, "service"))
			rows_add(&taken.profiles, row_with(w->mem, row,
				WITH({ "label", service_label(w, row_text(row, "service")) })));
		else
			rows_add(&taken.sources, row_with(w->mem, row, WITH({ "label", label_named(row_text(row, "field")) },
				{ "accepted_shown", clock_day(w->mem, row_text(row, "accepted_at")) })));
	return taken;
}
