/* One field of a form: read, judged, filled with what is stored. Not here: what a good value is (check.c, kind.c). */
#include "rules/form_part.h"

#include "rules/kind.h"
#include "rules/vocab.h"

size_t field_count(const struct field *fields)
{
	size_t count = 0;

	while (fields[count].name)
		count++;
	return count;
}

const char *form_name(const struct form_reading *reading, const char *name)
{
	return text_empty(reading->asked.prefix) ? name : arena_text(reading->mem, "%s.%s", reading->asked.prefix, name);
}

/* All that was posted under NAME for a list of boxes, with commas between: "no_email,no_mail". */
static const char *read_set(struct arena *mem, const struct text_value *words, const char *name)
{
	const char *set = "";

	for (; words && words->name; words++)
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

/* Whether FIELD takes what people call things, and no code, of which only what it means is kept. */
static bool is_words(const struct field *field)
{
	return !field->check && !field->secret && (field->kind == FIELD_TEXT || field->kind == FIELD_LINES);
}

const char *form_check(struct arena *mem, const struct field *field, const char **value)
{
	size_t length = text_length(*value);
	const char *error;

	if (field->choice && !vocab_label(field->choice, *value))
		return arena_text(mem, "Choose one of the values listed for %s.", field->label);
	if (field->choices && !(*value = tidy_set(mem, field->choices, *value)))
		return arena_text(mem, "Tick only values listed for %s.", field->label);
	if (field->max && length > field->max)
		return arena_text(mem, "%s can have %u characters; this has %zu. Shorten it.",
			field->label, field->max, length);
	if (is_words(field) && text_disguised(*value))
		return arena_text(mem, "%s has marks in it that nobody sees and that turn text around. "
			"Type it instead of pasting it.", field->label);
	error = kind_check(mem, field, value);
	return error || !field->check ? error : field->check(mem, value);
}

void form_entry_judge(struct arena *mem, struct form_entry *entry, bool asked)
{
	entry->value = entry->error = NULL;
	if (!asked)
		return;
	if (text_empty(entry->text)) {
		entry->error = entry->field->required;
		return;
	}
	entry->value = entry->text;
	entry->error = form_check(mem, entry->field, &entry->value);
	if (entry->error)
		entry->value = NULL;
}

static bool may(const struct form_asked *asked, const char *right)
{
	return !right || (asked->may && asked->may(asked->who, right));
}

static struct form_entry begun(const struct form_asked *asked, const struct field *field)
{
	return (struct form_entry){ .field = field, .text = "", .hidden = !may(asked, field->see),
		.fixed = !may(asked, field->change) };
}

/* Whether the field that FIELD depends on was posted with the value that asks for it. */
static bool is_asked(const struct form_reading *reading, const struct field *field)
{
	const char *word = field->when ? text_value_of(reading->words, form_name(reading, field->when)) : NULL;

	return !field->when || text_same(text_trim(reading->mem, text_or(word, "")), field->is);
}

static const char *typed(struct arena *mem, const struct field *field, const char *text)
{
	if (field->secret) /* a blank belongs to a password */
		return text;
	return field->kind == FIELD_LINES ? text_lines(mem, text) : text_trim(mem, text);
}

struct form_entry form_entry_read(const struct form_reading *reading, const struct field *field, const char *name)
{
	struct form_entry entry = begun(&reading->asked, field);
	const char *word = text_value_of(reading->words, name);

	if (entry.hidden || entry.fixed)
		return entry;
	entry.posted = word != NULL;
	entry.text = field->choices ? read_set(reading->mem, reading->words, name) :
		typed(reading->mem, field, text_or(word, ""));
	form_entry_judge(reading->mem, &entry, is_asked(reading, field));
	return entry;
}

struct form_entry form_entry_fill(const struct form_reading *reading, const struct text_value *values,
	const struct field *field)
{
	struct form_entry entry = begun(&reading->asked, field);
	const char *value = values ? text_value_of(values, field->name) : field->default_value;

	if (!text_empty(value)) {
		entry.value = value;
		entry.text = kind_format(reading->mem, field, value);
	}
	return entry;
}

void form_entry_keep(struct form_entry *entry, const struct form_entry *stored)
{
	if (entry->posted || !stored)
		return;
	entry->text = stored->text;
	entry->value = stored->value;
	entry->error = NULL;
}

void form_set(struct arena *mem, struct form_entry *entry, const char *value)
{
	entry->posted = true;
	entry->value = value;
	entry->text = kind_format(mem, entry->field, value);
	entry->error = NULL;
}
