/* Settings of the dealership that people change on a page: one more is a row here and a line of templates/setup/settings.cs.
 * Others (dealership_name ...) are only read so far. */
#include "domain/staff/setting.h"

#include "domain/log/activity.h"
#include "rules/form_diff.h"

const struct field setting_fields[] = {
	{ .name = "access_social_media", .label = "Access Social Media", .choice = "yes_no",
	  .default_value = "0", .required = "Choose Yes or No." },
	{ .name = "social_providers", .label = "Providers", .choices = "provider" },
	{ .name = "placeholders", .label = "Placeholder Addresses", .max = 2000 },
	{ 0 }
};
enum { SETTINGS = sizeof setting_fields / sizeof *setting_fields }; /* and the empty row */

static const char sql_setting_all[] =
	"SELECT name, value FROM setting UNION ALL "
	"SELECT 'placeholders', GROUP_CONCAT(REPLACE(REPLACE(pattern, '\\\\_', '_'), '%', '*') ORDER BY pattern SEPARATOR ' ') "
	"FROM placeholder";

/* Whoever saves second waits here and then sees what the first one saved. */
static const char sql_setting_lock[] = "SELECT name FROM setting FOR UPDATE";

static const char sql_setting_dealership[] = "SELECT value FROM setting WHERE name = 'dealership_name'";

static const char sql_setting_put[] =
	"INSERT INTO setting SET name = :name, value = :value ON DUPLICATE KEY UPDATE value = VALUES(value)";

static const char sql_setting_forget[] = "DELETE FROM placeholder";

/* As LIKE knows it: only the star is special, whatever else people type. */
static const char sql_setting_placeholder[] =
	"INSERT IGNORE INTO placeholder SET pattern = "
	"  REPLACE(REPLACE(REPLACE(REPLACE(:pattern, '\\\\', ''), '%', ''), '_', '\\\\_'), '*', '%')";

struct form setting_form(struct work *w)
{
	const struct row *rows = db_rows(w, sql_setting_all, NULL);
	struct text_value *values = arena_get(w->mem, SETTINGS * sizeof *values), *value = values;

	for (const struct field *field = setting_fields; field->name; field++) {
		const struct row *row = row_find(rows, "name", field->name);
		*value++ = (struct text_value){ field->name, row ? row_text(row, "value") : field->default_value };
	}
	return form_blank(w->mem, values, setting_fields, NULL);
}

const char *setting_dealership(struct work *w)
{
	const struct row *row = db_rows(w, sql_setting_dealership, NULL);

	return row ? row_text(row, "value") : "";
}

static void put_placeholders(struct work *w, const char *all)
{
	db_change(w, sql_setting_forget, NULL);
	for (const char *at = text_or(all, ""); *at;) {
		size_t length = strcspn(at, " ,;");
		if (length)
			db_change(w, sql_setting_placeholder, WITH({ "pattern",
				text_cut(w->mem, arena_copy(w->mem, at, length), 200) }));
		at += length + strspn(at + length, " ,;");
	}
}

static void put(struct work *w, const struct form_entry *entry)
{
	if (!strcmp(entry->field->name, "placeholders"))
		put_placeholders(w, entry->value);
	else
		db_change(w, sql_setting_put, WITH({ "name", entry->field->name }, { "value", text_or(entry->value, "") }));
}

enum setting_saved setting_save(struct work *w, struct form *form, struct form_merge *merge)
{
	struct form stored;
	const char *changed;

	db_rows(w, sql_setting_lock, NULL);
	stored = setting_form(w);
	form_keep(w->mem, form, &stored);
	if (!form->good)
		return SETTING_REFUSED;
	if (merge)
		merge->stored = &stored;
	if (merge && merge->base && !form_merge(w->mem, form, merge))
		return SETTING_STALE;
	changed = form_diff(w->mem, form, &stored);
	if (text_empty(changed))
		return SETTING_SAME;
	for (const struct form_entry *entry = form->entries, *old = stored.entries; entry->field; entry++, old++)
		if (!text_same(entry->value, old->value))
			put(w, entry);
	activity_note(w, "setting_changed", NULL, changed, NULL);
	return SETTING_SAVED;
}
