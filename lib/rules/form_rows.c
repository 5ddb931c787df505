/* Cards of rows: one of each type and one of them primary, or rows with ids. */
#include "rules/form_part.h"

#include "base/fail.h"
#include "rules/vocab.h"

unsigned form_rows_max(const struct field_group *group)
{
	return group->ids ? group->max : (unsigned)vocab_count(group->fields[0].choice);
}

bool form_row_blank(const struct form_rows *group, const struct form_row *row)
{
	for (size_t i = group->group->ids ? 0 : 1; row->entries[i].field; i++)
		if (!text_empty(row->entries[i].text))
			return false;
	return true;
}

const struct form_row *form_row_like(const struct form_rows *rows, const struct form_row *row)
{
	for (unsigned at = 0; at < rows->count; at++) {
		const struct form_row *other = &rows->rows[at];
		if (form_row_blank(rows, other))
			continue;
		if (rows->group->ids ? row->id && text_same(other->id, row->id) :
		    text_same(other->entries[0].value, row->entries[0].value))
			return other;
	}
	return NULL;
}

/* ------------------------------------------------------------------ reading */

/* The number in `group.17.field`, -1 when WORD is no such name. */
static int row_number(const char *word, const char *group)
{
	size_t length = strlen(group);
	int number = 0;

	if (strncmp(word, group, length) || word[length] != '.')
		return -1;
	for (word += length + 1; *word >= '0' && *word <= '9' && number < 100000; word++)
		number = number * 10 + (*word - '0');
	return *word == '.' && word[-1] != '.' ? number : -1;
}

/* Puts NUMBER in its place among the COUNT in NUMBERS, unless it is there; returns how many there are then. */
static unsigned note_number(unsigned *numbers, unsigned count, unsigned number)
{
	unsigned at = count;

	while (at && numbers[at - 1] > number)
		at--;
	if (at && numbers[at - 1] == number)
		return count;
	memmove(numbers + at + 1, numbers + at, (count - at) * sizeof *numbers);
	numbers[at] = number;
	return count + 1;
}

/* The numbers of the rows of GROUP (its whole name) in order; *COUNT is how many. */
static const unsigned *posted_numbers(const struct form_reading *reading, const char *group, unsigned *count)
{
	size_t words = 0;

	while (reading->words && reading->words[words].name)
		words++;
	unsigned *numbers = arena_get(reading->mem, (words + 1) * sizeof *numbers);
	*count = 0;
	for (size_t i = 0; i < words; i++) {
		int number = row_number(reading->words[i].name, group);
		if (number >= 0)
			*count = note_number(numbers, *count, (unsigned)number);
	}
	return numbers;
}

static struct form_row read_row(const struct form_reading *reading, const struct field_group *group, const char *name,
	unsigned at)
{
	size_t count = field_count(group->fields);
	struct form_row row = { .entries = arena_get(reading->mem, (count + 1) * sizeof *row.entries), .posted = at };
	const char *before = arena_text(reading->mem, "%s.%u", name, at);

	for (size_t i = 0; i < count; i++)
		row.entries[i] = form_entry_read(reading, &group->fields[i],
			text_join(reading->mem, before, ".", group->fields[i].name));
	if (group->ids)
		row.id = text_value_of(reading->words, text_join(reading->mem, before, ".", "id"));
	if (text_empty(row.id))
		row.id = NULL;
	return row;
}

/* A row with nothing but a type is no mistake: it is a row that was added and not used. */
static void forgive_blank(const struct form_rows *group)
{
	for (unsigned at = 0; at < group->count; at++)
		if (form_row_blank(group, &group->rows[at]))
			for (struct form_entry *entry = group->rows[at].entries; entry->field; entry++)
				entry->error = NULL;
}

/* Whether a row before AT that is not blank has the same type, or the same id. */
static bool is_twice(const struct form_rows *group, unsigned at)
{
	struct form_rows before = { .group = group->group, .rows = group->rows, .count = at };

	return form_row_like(&before, &group->rows[at]) != NULL;
}

static void refuse_twice(struct arena *mem, struct form_rows *group)
{
	const struct field_group *rules = group->group;
	unsigned used = 0;

	for (unsigned at = 0; at < group->count; at++) {
		struct form_entry *type = &group->rows[at].entries[0];
		if (form_row_blank(group, &group->rows[at]))
			continue;
		used++;
		if (rules->ids && is_twice(group, at))
			group->rows[at].id = NULL; /* one is stored: what else has its id is new */
		if (rules->ids || !type->value || !is_twice(group, at))
			continue;
		type->error = arena_text(mem, "There is already a %s %s. Choose another type.",
			vocab_label(type->field->choice, type->value), rules->one);
		type->value = NULL;
	}
	if (used > form_rows_max(rules))
		group->error = arena_text(mem, "A customer can have %u of these%s. Remove a row.", form_rows_max(rules),
			rules->ids ? "" : ", one of each type");
}

static bool is_chosen(const struct form_rows *group, const struct form_row *row)
{
	return text_all_digits(group->chosen) && text_number(group->chosen) == row->posted;
}

/* Exactly one: the chosen row, else the first that is not blank. */
static void choose_primary(struct form_rows *group)
{
	struct form_row *primary = NULL;

	for (unsigned at = group->count; at-- > 0;) {
		group->rows[at].primary = false;
		if (!form_row_blank(group, &group->rows[at]))
			primary = &group->rows[at];
	}
	for (unsigned at = 0; primary && at < group->count; at++)
		if (is_chosen(group, &group->rows[at]) && !form_row_blank(group, &group->rows[at]))
			primary = &group->rows[at];
	if (!primary && group->count)
		primary = &group->rows[0]; /* all are blank: none is stored, but the page shows which it would be */
	if (primary)
		primary->primary = true;
}

/* What rows are to each other. */
static void judge(struct arena *mem, struct form_rows *rows)
{
	rows->error = NULL;
	forgive_blank(rows);
	refuse_twice(mem, rows);
	if (!rows->group->ids)
		choose_primary(rows);
}

struct form_rows form_rows_read(const struct form_reading *reading, const struct field_group *group)
{
	const char *name = form_name(reading, group->name);
	struct form_rows read = { .group = group };
	const unsigned *numbers = posted_numbers(reading, name, &read.count);

	read.posted = read.count > 0;
	read.chosen = text_value_of(reading->words, arena_text(reading->mem, "%s.primary", name));
	read.rows = arena_get(reading->mem, (read.count + 1) * sizeof *read.rows);
	for (unsigned at = 0; at < read.count; at++)
		read.rows[at] = read_row(reading, group, name, numbers[at]);
	judge(reading->mem, &read);
	return read;
}

/* ------------------------------------------------------------------ what was not posted */

static void keep_row(struct arena *mem, struct form_rows *rows, struct form_row *row, const struct form_rows *stored)
{
	const struct form_row *old = form_row_like(stored, row);

	if (!old)
		row->id = NULL; /* forged, or removed meanwhile */
	for (size_t i = 0; row->entries[i].field; i++)
		form_entry_keep(&row->entries[i], old ? &old->entries[i] : NULL);
	if (!rows->chosen && old && old->primary)
		rows->chosen = text_of_number(mem, row->posted);
}

void form_rows_keep(struct arena *mem, struct form_rows *rows, const struct form_rows *stored)
{
	if (!rows->posted) {
		rows->rows = stored->rows;
		rows->count = stored->count;
		rows->error = NULL;
		return;
	}
	for (unsigned at = 0; at < rows->count; at++)
		keep_row(mem, rows, &rows->rows[at], stored);
	judge(mem, rows);
}

/* ------------------------------------------------------------------ one more, one less */

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

static struct form_row filled_row(struct arena *mem, const struct form_rows *group, const struct text_value *values)
{
	const struct field *fields = group->group->fields;
	struct form_reading reading = { .mem = mem };
	size_t count = field_count(fields);
	struct form_row row = { .entries = arena_get(mem, (count + 1) * sizeof *row.entries) };

	for (size_t i = 0; i < count; i++)
		row.entries[i] = form_entry_fill(&reading, values, &fields[i]);
	if (group->group->ids)
		row.id = text_value_of(values, "id");
	else if (!values || !text_value_of(values, fields[0].name))
		row.entries[0].text = row.entries[0].value = free_type(group);
	return row;
}

void form_add_row(struct arena *mem, struct form *form, const char *name, const struct text_value *values, bool primary)
{
	struct form_rows *group = form_group(form, name);
	struct form_row *rows;

	if (group->count >= form_rows_max(group->group))
		return;
	rows = arena_get(mem, (group->count + 2) * sizeof *rows);
	if (group->count)
		memcpy(rows, group->rows, group->count * sizeof *rows);
	for (unsigned at = 0; primary && at < group->count; at++)
		rows[at].primary = false;
	rows[group->count] = filled_row(mem, group, values);
	rows[group->count].primary = !group->group->ids && (primary || !group->count);
	rows[group->count].posted = group->count ? rows[group->count - 1].posted + 1 : 0;
	group->count++;
	group->rows = rows;
	group->posted = true;
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
