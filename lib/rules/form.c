/* Forms held against tables of fields. Not here: HTML (view), SQL (domain), the request (http). */
#include "rules/form.h"

#include "base/fail.h"
#include "rules/vocab.h"

static size_t field_count(const struct field *fields)
{
	size_t count = 0;

	while (fields[count].name)
		count++;
	return count;
}

static unsigned limit(const struct field_group *group)
{
	return (unsigned)vocab_count(group->fields[0].choice);
}

/* All that was posted under NAME for a list of boxes, with commas between: "no_email,no_mail". */
static const char *read_set(struct arena *mem, const struct text_value *words, const char *name)
{
	const char *set = "";

	for (; words->name; words++)
		if (!strcmp(words->name, name) && !text_empty(words->text) && !text_in_set(set, words->text))
			set = text_join(mem, set, ",", words->text);
	return set;
}

/* SET in the order of LIST, each code once; NULL when it has a code that LIST does not know. */
static const char *tidy_set(struct arena *mem, const char *list, const char *set)
{
	const char *tidy = "";
	size_t known = 0, given = 1;

	for (const char *c = set; *c; c++)
		given += *c == ',';
	for (const struct vocab_term *term = vocab_first(list); term; term = vocab_next(term))
		if (text_in_set(set, term->code)) {
			tidy = text_join(mem, tidy, ",", term->code);
			known++;
		}
	return known == given ? tidy : NULL;
}

static const char *check_text(struct arena *mem, struct form_entry *entry)
{
	const struct field *field = entry->field;
	size_t length = text_length(entry->value);

	if (field->choice && !vocab_label(field->choice, entry->value))
		return arena_text(mem, "Choose one of the values listed for %s.", field->label);
	if (field->choices && !(entry->value = tidy_set(mem, field->choices, entry->value)))
		return arena_text(mem, "Tick only values listed for %s.", field->label);
	if (field->max && length > field->max)
		return arena_text(mem, "%s can have %u characters; this has %zu. Shorten it.",
			field->label, field->max, length);
	return field->check ? field->check(mem, &entry->value) : NULL;
}

const char *form_check(struct arena *mem, const struct field *field, const char **value)
{
	struct form_entry entry = { .field = field, .value = *value };
	const char *error = check_text(mem, &entry);

	*value = entry.value;
	return error;
}

static struct form_entry read_entry(struct arena *mem, const struct text_value *words, const struct field *field,
	const char *name)
{
	struct form_entry entry = { .field = field };

	if (field->choices)
		entry.text = read_set(mem, words, name);
	else if (field->secret) /* a blank belongs to a password */
		entry.text = text_or(text_value_of(words, name), "");
	else
		entry.text = text_trim(mem, text_or(text_value_of(words, name), ""));
	if (field->when && !text_same(text_trim(mem, text_or(text_value_of(words, field->when), "")), field->is))
		return entry;
	if (text_empty(entry.text)) {
		entry.error = field->required;
		return entry;
	}
	entry.value = entry.text;
	entry.error = check_text(mem, &entry);
	if (entry.error)
		entry.value = NULL;
	return entry;
}

/* The number in `group.17.field`, -1 when WORD is no such name. */
static int row_number(const char *word, const char *group)
{
	size_t length = strlen(group);
	int number = 0;

	if (strncmp(word, group, length) || word[length] != '.')
		return -1;
	for (word += length + 1; *word >= '0' && *word <= '9' && number < 100; word++)
		number = number * 10 + (*word - '0');
	return *word == '.' && word[-1] != '.' && number < 100 ? number : -1;
}

static struct form_row read_row(struct arena *mem, const struct text_value *words, const struct field_group *group, unsigned at)
{
	size_t count = field_count(group->fields);
	struct form_row row = { .entries = arena_get(mem, (count + 1) * sizeof *row.entries), .posted = at };

	for (size_t i = 0; i < count; i++)
		row.entries[i] = read_entry(mem, words, &group->fields[i],
			arena_text(mem, "%s.%u.%s", group->name, at, group->fields[i].name));
	return row;
}

bool form_row_blank(const struct form_rows *group, const struct form_row *row)
{
	for (size_t i = 1; i < field_count(group->group->fields); i++)
		if (!text_empty(row->entries[i].text))
			return false;
	return true;
}

/* A row with nothing but a type is no mistake: it is a row that was added and not used. */
static void forgive_blank(const struct form_rows *group)
{
	for (unsigned at = 0; at < group->count; at++)
		if (form_row_blank(group, &group->rows[at]))
			for (struct form_entry *entry = group->rows[at].entries; entry->field; entry++)
				entry->error = NULL;
}

/* Whether a row before AT that is not blank has the same type. */
static bool is_twice(const struct form_rows *group, unsigned at)
{
	const char *type = group->rows[at].entries[0].text;

	for (unsigned before = 0; before < at; before++)
		if (!form_row_blank(group, &group->rows[before]) &&
		    text_same(type, group->rows[before].entries[0].text))
			return true;
	return false;
}

static void refuse_twice(struct arena *mem, struct form_rows *group)
{
	unsigned used = 0;

	for (unsigned at = 0; at < group->count; at++) {
		struct form_entry *type = &group->rows[at].entries[0];
		if (form_row_blank(group, &group->rows[at]))
			continue;
		used++;
		if (!type->value || !is_twice(group, at))
			continue;
		type->error = arena_text(mem, "There is already a %s %s. Choose another type.",
			vocab_label(type->field->choice, type->value), group->group->one);
		type->value = NULL;
	}
	if (used > limit(group->group))
		group->error = arena_text(mem, "A customer can have %u of these, one of each type. "
			"Remove a row.", limit(group->group));
}

/* Exactly one: the chosen row, else the first that is not blank. */
static void choose_primary(struct form_rows *group, const char *chosen)
{
	struct form_row *primary = NULL;

	for (unsigned at = group->count; at-- > 0;)
		if (!form_row_blank(group, &group->rows[at]))
			primary = &group->rows[at];
	for (unsigned at = 0; primary && at < group->count; at++)
		if (text_all_digits(chosen) && text_number(chosen) == group->rows[at].posted &&
		    !form_row_blank(group, &group->rows[at]))
			primary = &group->rows[at];
	if (!primary && group->count)
		primary = &group->rows[0]; /* all are blank: none is stored, but the page shows which it would be */
	if (primary)
		primary->primary = true;
}

static struct form_rows read_group(struct arena *mem, const struct text_value *words, const struct field_group *group)
{
	struct form_rows read = { .group = group };
	bool posted[100] = { false };

	for (const struct text_value *word = words; word->name; word++) {
		int number = row_number(word->name, group->name);
		if (number >= 0 && !posted[number]) {
			posted[number] = true;
			read.count++;
		}
	}
	read.rows = arena_get(mem, (read.count + 1) * sizeof *read.rows);
	for (unsigned number = 0, at = 0; number < 100; number++)
		if (posted[number])
			read.rows[at++] = read_row(mem, words, group, number);
	forgive_blank(&read);
	refuse_twice(mem, &read);
	choose_primary(&read, text_value_of(words, arena_text(mem, "%s.primary", group->name)));
	return read;
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

	for (struct form_rows *group = form->groups; group->group; group++) {
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

static size_t group_count(const struct field_group *groups)
{
	size_t count = 0;

	while (groups && groups[count].name)
		count++;
	return count;
}

struct form form_read(struct arena *mem, const struct text_value *words, const struct field *fields,
	const struct field_group *groups)
{
	size_t count = field_count(fields), cards = group_count(groups);
	struct form form = {
		.entries = arena_get(mem, (count + 1) * sizeof *form.entries),
		.groups = arena_get(mem, (cards + 1) * sizeof *form.groups),
	};

	for (size_t i = 0; i < count; i++)
		form.entries[i] = read_entry(mem, words, &fields[i], fields[i].name);
	for (size_t i = 0; i < cards; i++)
		form.groups[i] = read_group(mem, words, &groups[i]);
	form.good = all_good(&form, false);
	return form;
}

static struct form_entry fill_entry(struct arena *mem, const struct text_value *values, const struct field *field)
{
	const char *value = values ? text_value_of(values, field->name) : field->default_value;

	if (text_empty(value))
		return (struct form_entry){ .field = field, .text = "" };
	return (struct form_entry){ .field = field, .value = value,
		.text = field->format ? field->format(mem, value) : value };
}

struct form form_blank(struct arena *mem, const struct text_value *values, const struct field *fields,
	const struct field_group *groups)
{
	size_t count = field_count(fields), cards = group_count(groups);
	struct form form = {
		.good = true,
		.entries = arena_get(mem, (count + 1) * sizeof *form.entries),
		.groups = arena_get(mem, (cards + 1) * sizeof *form.groups),
	};

	for (size_t i = 0; i < count; i++)
		form.entries[i] = fill_entry(mem, values, &fields[i]);
	for (size_t i = 0; i < cards; i++)
		form.groups[i] = (struct form_rows){ .group = &groups[i] };
	return form;
}

static bool type_used(const struct form_rows *group, const char *code)
{
	for (unsigned at = 0; at < group->count; at++)
		if (text_same(group->rows[at].entries[0].text, code))
			return true;
	return false;
}

static const char *free_type(const struct form_rows *group)
{
	const struct field *type = &group->group->fields[0];

	if (!type_used(group, type->default_value))
		return type->default_value;
	for (const struct vocab_term *term = vocab_first(type->choice); term; term = vocab_next(term))
		if (!type_used(group, term->code))
			return term->code;
	return NULL;
}

void form_add_row(struct arena *mem, struct form *form, const char *name, const struct text_value *values, bool primary)
{
	struct form_rows *group = form_group(form, name);
	size_t count = field_count(group->group->fields);
	const char *type = free_type(group);
	struct form_row *rows, row = { .primary = primary || !group->count };

	if (group->count >= limit(group->group))
		return;
	rows = arena_get(mem, (group->count + 2) * sizeof *rows);
	if (group->count)
		memcpy(rows, group->rows, group->count * sizeof *rows);
	row.entries = arena_get(mem, (count + 1) * sizeof *row.entries);
	for (size_t i = 0; i < count; i++)
		row.entries[i] = fill_entry(mem, values, &group->group->fields[i]);
	if (!values || !text_value_of(values, group->group->fields[0].name))
		row.entries[0].text = row.entries[0].value = type;
	rows[group->count++] = row;
	group->rows = rows;
}

void form_remove_row(struct form *form, const char *name, unsigned posted)
{
	struct form_rows *group = form_group(form, name);
	unsigned at = 0;

	while (at < group->count && group->rows[at].posted != posted)
		at++;
	if (at == group->count)
		return;
	bool primary = group->rows[at].primary;
	group->count--;
	memmove(&group->rows[at], &group->rows[at + 1], (group->count - at) * sizeof *group->rows);
	if (primary && group->count)
		group->rows[0].primary = true;
}

struct form_entry *form_entry(struct form *form, const char *name)
{
	for (struct form_entry *entry = form->entries; entry->field; entry++)
		if (!strcmp(entry->field->name, name))
			return entry;
	fail(FAULT_BROKEN, "form: no field %s", name);
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
	size_t count = 0, more = 0;

	while (entries[count].field)
		count++;
	while (extra && extra[more].name)
		more++;
	struct text_value *values = arena_get(mem, (count + more + 1) * sizeof *values);
	for (size_t i = 0; i < count; i++)
		values[i] = (struct text_value){ entries[i].field->name, entries[i].value };
	if (more)
		memcpy(values + count, extra, more * sizeof *values);
	return values;
}

void form_set(struct arena *mem, struct form_entry *entry, const char *value)
{
	entry->value = value;
	entry->text = entry->field->format ? entry->field->format(mem, value) : value;
}

void form_refuse(struct form *form, const char *name, const char *error)
{
	struct form_entry *entry = form_entry(form, name);

	entry->error = error;
	entry->value = NULL;
	form->good = false;
}
