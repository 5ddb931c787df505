/* Forms held against tables of fields. Not here: one entry (form_entry.c), rows (form_rows.c), HTML (view),
 * SQL (domain), the request (http). */
#include "rules/form_part.h"

#include "base/fail.h"
#include "rules/kind.h"

static size_t group_count(const struct field_group *groups)
{
	size_t count = 0;

	while (groups && groups[count].name)
		count++;
	return count;
}

/* A form with room for FIELDS and GROUPS. */
static struct form begun(struct arena *mem, const struct field *fields, const struct field_group *groups,
	struct form_asked asked)
{
	return (struct form){ .good = true, .prefix = text_or(asked.prefix, ""),
		.entries = arena_get(mem, (field_count(fields) + 1) * sizeof(struct form_entry)),
		.groups = arena_get(mem, (group_count(groups) + 1) * sizeof(struct form_rows)) };
}

/* Whether ENTRIES have no error; with FORGIVE they have none afterwards. */
static bool are_good(struct form_entry *entries, bool forgive)
{
	bool good = true;

	for (; entries->field; entries++) {
		good = good && !entries->error;
		if (forgive)
			entries->error = NULL;
	}
	return good;
}

static bool all_good(struct form *form, bool forgive)
{
	bool good = are_good(form->entries, forgive);

	for (struct form_rows *group = form->groups; group && group->group; group++) {
		good = good && !group->error;
		if (forgive)
			group->error = NULL;
		for (unsigned at = 0; at < group->count; at++)
			good = are_good(group->rows[at].entries, forgive) && good;
	}
	return good;
}

void form_forgive(struct form *form)
{
	all_good(form, true);
}

struct form form_read_as(struct arena *mem, const struct text_value *words, const struct field *fields,
	const struct field_group *groups, struct form_asked asked)
{
	struct form_reading reading = { mem, words, asked };
	struct form form = begun(mem, fields, groups, asked);

	for (size_t i = 0; fields[i].name; i++)
		form.entries[i] = form_entry_read(&reading, &fields[i], form_name(&reading, fields[i].name));
	for (size_t i = 0; i < group_count(groups); i++)
		form.groups[i] = form_rows_read(&reading, &groups[i]);
	form.good = all_good(&form, false);
	return form;
}

struct form form_read(struct arena *mem, const struct text_value *words, const struct field *fields,
	const struct field_group *groups)
{
	return form_read_as(mem, words, fields, groups, (struct form_asked){ 0 });
}

struct form form_blank_as(struct arena *mem, const struct text_value *values, const struct field *fields,
	const struct field_group *groups, struct form_asked asked)
{
	struct form_reading reading = { .mem = mem, .asked = asked };
	struct form form = begun(mem, fields, groups, asked);

	for (size_t i = 0; fields[i].name; i++)
		form.entries[i] = form_entry_fill(&reading, values, &fields[i]);
	for (size_t i = 0; i < group_count(groups); i++)
		form.groups[i] = (struct form_rows){ .group = &groups[i] };
	return form;
}

struct form form_blank(struct arena *mem, const struct text_value *values, const struct field *fields,
	const struct field_group *groups)
{
	return form_blank_as(mem, values, fields, groups, (struct form_asked){ 0 });
}

/* A field that depends on one that was not posted is asked after all, or is not, by what is stored of that one. */
static void ask_again(struct arena *mem, struct form *form, struct form_entry *entry)
{
	const struct field *field = entry->field;
	const struct form_entry *other = field->when ? form_entry(form, field->when) : NULL;
	bool asked = other && text_same(other->value, field->is);

	if (!other)
		return;
	if (entry->posted && !other->posted)
		form_entry_judge(mem, entry, asked);
	else if (!asked)
		entry->value = NULL;
}

void form_keep(struct arena *mem, struct form *form, const struct form *stored)
{
	const struct form_entry *old = stored->entries;

	for (struct form_entry *entry = form->entries; entry->field; entry++, old++)
		form_entry_keep(entry, old);
	for (struct form_entry *entry = form->entries; entry->field; entry++)
		ask_again(mem, form, entry);
	for (size_t i = 0; form->groups && form->groups[i].group; i++)
		form_rows_keep(mem, &form->groups[i], &stored->groups[i]);
	form->good = all_good(form, false);
}

struct form_entry *form_entry_named(struct form_entry *entries, const char *name)
{
	while (entries->field && strcmp(entries->field->name, name))
		entries++;
	return entries->field ? entries : NULL;
}

struct form_entry *form_entry(struct form *form, const char *name)
{
	struct form_entry *entry = form_entry_named(form->entries, name);

	if (!entry)
		fail(FAULT_BROKEN, "form: no field %s", name);
	return entry;
}

struct form_rows *form_group(struct form *form, const char *name)
{
	for (struct form_rows *group = form->groups; group->group; group++)
		if (!strcmp(group->group->name, name))
			return group;
	fail(FAULT_BROKEN, "form: no group %s", name);
}

const char *form_value(const struct form *form, const char *name)
{
	return form_entry((struct form *)form, name)->value;
}

const struct text_value *form_values(struct arena *mem, const struct form_entry *entries, const struct text_value *extra)
{
	size_t count = 0;

	while (entries[count].field)
		count++;
	struct text_value *values = arena_get(mem, (count + 1) * sizeof *values), *end = values;
	for (; entries->field; entries++)
		if (!entries->field->secret)
			*end++ = (struct text_value){ entries->field->name, entries->value };
	return text_values(mem, values, extra);
}

void form_refuse(struct form *form, const char *name, const char *error)
{
	struct form_entry *entry = form_entry(form, name);

	entry->error = error;
	entry->value = NULL;
	form->good = false;
}
