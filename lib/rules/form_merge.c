/* The three ways of a field: as shown, as typed, as stored. */
#include "rules/form_merge.h"

#include "base/buffer.h"
#include "rules/form_diff.h"

enum side { MINE, THEIRS, ASKED };

/* Stands for a value that the page did not carry: with a blank in front, which no value has, it differs from all of them. */
static const char unknown[] = " ?";

/* ------------------------------------------------------------------ as words */

static void add_word(struct buffer *words, const char *name, const char *text)
{
	buffer_add(words, WITH({ name, text }), sizeof(struct text_value));
}

static const struct text_value *ended(struct buffer *words)
{
	add_word(words, NULL, NULL);
	return (const void *)words->bytes;
}

static void add_entries(struct buffer *words, const char *before, const struct form_entry *entries)
{
	for (; entries->field; entries++)
		if (!entries->field->secret && !text_empty(entries->value))
			add_word(words, text_join(words->mem, before, ".", entries->field->name), entries->value);
}

static void add_card(struct buffer *words, const struct form_rows *card)
{
	unsigned count = 0;

	for (unsigned at = 0; at < card->count; at++) {
		const struct form_row *row = &card->rows[at];
		const char *name = arena_text(words->mem, "%s.%u", card->group->name, count);
		if (form_row_blank(card, row))
			continue;
		add_entries(words, name, row->entries);
		if (row->id)
			add_word(words, text_join(words->mem, name, ".", "id"), row->id);
		if (row->primary)
			add_word(words, text_join(words->mem, name, ".", "primary"), "1");
		count++;
	}
}

const struct text_value *form_to_words(struct arena *mem, const struct form *form)
{
	struct buffer words = { .mem = mem };

	add_entries(&words, "", form->entries);
	for (const struct form_rows *card = form->groups; card && card->group; card++)
		add_card(&words, card);
	return ended(&words);
}

/* The words of WORDS that begin with BEFORE and a dot, without it. */
static const struct text_value *below(struct arena *mem, const struct text_value *words, const char *before)
{
	struct buffer found = { .mem = mem };
	size_t length = strlen(before);

	for (; words && words->name; words++)
		if (text_begins(words->name, before) && words->name[length] == '.')
			add_word(&found, words->name + length + 1, words->text);
	return ended(&found);
}

struct form form_from_words(struct arena *mem, const struct text_value *words, const struct field *fields,
	const struct field_group *groups)
{
	struct form form = form_blank(mem, words ? words : WITH({ NULL, NULL }), fields, groups);

	for (const struct field_group *group = groups; group && group->name; group++) {
		const struct text_value *rows = below(mem, words, group->name), *row;
		for (unsigned at = 0; (row = below(mem, rows, text_of_number(mem, at)))->name; at++)
			form_add_row(mem, &form, group->name, row, text_value_of(row, "primary") != NULL);
	}
	return form;
}

/* ------------------------------------------------------------------ choosing */

/* What a try at merging is doing. */
struct merging {
	struct arena *mem;
	struct form_merge *merge;
	struct buffer next_seen;
	struct form next_base;
	const char *noted; /* the label that was noted last */
	bool asks;
};

static void note_theirs(struct merging *m, const char *label)
{
	if (m->noted != label)
		m->merge->theirs = text_join(m->mem, m->merge->theirs, ", ", label);
	m->noted = label;
}

/* Whose of NAME was chosen, when THEIRS, in words, was asked about: a choice holds for what was seen. */
static enum side chosen(struct merging *m, const char *name, const char *theirs)
{
	const char *choice = text_value_of(m->merge->choices, text_join(m->mem, "choose", ".", name));
	const char *seen = text_value_of(m->merge->seen, text_join(m->mem, "seen", ".", name));

	if (text_same(seen, theirs) && text_same(choice, "mine"))
		return MINE;
	if (text_same(seen, theirs) && text_same(choice, "theirs"))
		return THEIRS;
	add_word(&m->next_seen, text_join(m->mem, "seen", ".", name), theirs);
	m->asks = true;
	return ASKED;
}

/* ------------------------------------------------------------------ a field */

static void take(struct form_entry *entry, const struct form_entry *from)
{
	entry->text = from->text;
	entry->value = from->value;
	entry->error = NULL;
}

static void merge_entry(struct merging *m, struct form_entry *entry, const struct form_entry *stored, struct form_entry *base)
{
	const char *was = m->merge->base ? base->value : unknown;

	if (text_same(entry->value, stored->value) || text_same(stored->value, was)) {
		base->value = stored->value;
		return;
	}
	if (text_same(entry->value, was)) {
		take(entry, stored);
		base->value = stored->value;
		note_theirs(m, entry->field->label);
		return;
	}
	const char *theirs = form_diff_words(m->mem, stored);
	enum side side = chosen(m, entry->field->name, theirs);
	if (side == THEIRS)
		take(entry, stored);
	if (side != ASKED) {
		base->value = stored->value;
		return;
	}
	entry->stored = theirs;
	entry->mine = entry->field->secret ? "what you typed" : form_diff_words(m->mem, entry);
	base->value = was;
}

/* ------------------------------------------------------------------ a row */

static bool row_same(const struct form_row *a, const struct form_row *b)
{
	if (!a || !b)
		return a == b;
	for (size_t i = 0; a->entries[i].field; i++)
		if (!text_same(a->entries[i].value, b->entries[i].value))
			return false;
	return true;
}

static const char *row_words(struct merging *m, const struct form_row *row)
{
	return row ? form_diff_row_words(m->mem, row) : "removed";
}

/* A card on its way: what rows it has in the end, and what rows it was shown with for the next try. */
struct card {
	struct form_rows *rows;
	const struct form_rows *stored, *base;
	struct form_row *made, *next;
	unsigned made_count, next_count;
};

static void keep(struct form_row *list, unsigned *count, const struct form_row *row)
{
	if (row)
		list[(*count)++] = *row;
}

static void decided(struct card *card, const struct form_row *row, const struct form_row *stored)
{
	keep(card->made, &card->made_count, row);
	keep(card->next, &card->next_count, stored);
}

/* Shows ROW with what is to be asked about it. BASE goes to the next try: it is what the choice is about. */
static void ask(struct card *card, const struct form_row *row, const char *stored, const struct form_row *base)
{
	decided(card, row, base);
	card->made[card->made_count - 1].stored = stored;
}

/* Changed here and, otherwise, there (or removed there). */
static void choose_row(struct merging *m, struct card *card, const struct form_row *mine, const struct form_row *stored,
	const struct form_row *base)
{
	const struct field_group *group = card->rows->group;
	const char *name = text_join(m->mem, group->name, ".", group->ids ? mine->id : mine->entries[0].value);
	const char *theirs = row_words(m, stored);
	enum side side = chosen(m, name, theirs);

	if (side != ASKED) {
		decided(card, side == MINE ? mine : stored, stored);
		return;
	}
	ask(card, mine, theirs, m->merge->base ? base : NULL);
	card->made[card->made_count - 1].name = name;
	card->made[card->made_count - 1].mine = row_words(m, mine);
}

/* Decides about the rows of one type: MINE, STORED and BASE may each be missing. */
static void merge_row(struct merging *m, struct card *card, const struct form_row *mine, const struct form_row *stored,
	const struct form_row *base)
{
	bool known = m->merge->base || !base;

	if (row_same(mine, stored) || (known && row_same(stored, base))) {
		decided(card, mine, stored);
	} else if (known && row_same(mine, base)) {
		decided(card, stored, stored);
		note_theirs(m, card->rows->group->label);
	} else if (!mine) { /* removed here and changed there: it is back, and may be removed again */
		ask(card, stored, row_words(m, stored), stored);
		m->asks = true;
	} else {
		choose_row(m, card, mine, stored, base);
	}
}

static const struct form_row *primary_of(const struct form_rows *card)
{
	for (unsigned at = 0; card && at < card->count; at++)
		if (card->rows[at].primary && !form_row_blank(card, &card->rows[at]))
			return &card->rows[at];
	return NULL;
}

static const char *type_of(const struct form_row *row)
{
	return row ? row->entries[0].value : NULL;
}

/* The type of the primary row is merged as a field is; that of the next try goes to *NEXT. */
static const char *merged_primary(struct merging *m, struct card *card, const char **next)
{
	const char *mine = type_of(primary_of(card->rows)), *stored = type_of(primary_of(card->stored));
	const char *base = m->merge->base ? type_of(primary_of(card->base)) : unknown;

	*next = stored;
	if (!mine || text_same(mine, stored) || text_same(mine, base) || (stored && !base)) /* the first row is primary unasked */
		return stored;
	if (!stored || text_same(stored, base))
		return mine;
	const char *theirs = arena_text(m->mem, "primary: %s", row_words(m, primary_of(card->stored)));
	enum side side = chosen(m, text_join(m->mem, card->rows->group->name, ".", "primary"), theirs);
	if (side == ASKED) {
		card->rows->stored = theirs;
		card->rows->mine = arena_text(m->mem, "primary: %s", row_words(m, primary_of(card->rows)));
		*next = base;
	}
	return side == THEIRS ? stored : mine;
}

static void set_primary(struct form_row *rows, unsigned count, const char *type)
{
	bool found = false;

	for (unsigned at = 0; at < count; at++) {
		rows[at].primary = text_same(type_of(&rows[at]), type);
		found |= rows[at].primary;
	}
	if (count && !found)
		rows[0].primary = true;
}

static void renumber(struct form_row *rows, unsigned count)
{
	for (unsigned at = 0; at < count; at++)
		rows[at].posted = at;
}

static void merge_card(struct merging *m, struct form_rows *rows, const struct form_rows *stored, struct form_rows *base)
{
	size_t room = (size_t)rows->count + stored->count + base->count + 1;
	struct card card = { .rows = rows, .stored = stored, .base = base,
		.made = arena_get(m->mem, room * sizeof *card.made), .next = arena_get(m->mem, room * sizeof *card.next) };
	const char *next, *primary = rows->group->ids ? NULL : merged_primary(m, &card, &next);

	for (const struct form_row *row = rows->rows; row < rows->rows + rows->count; row++)
		if (!form_row_blank(rows, row))
			merge_row(m, &card, row, form_row_like(stored, row), form_row_like(base, row));
	for (unsigned at = 0; at < stored->count; at++)
		if (!form_row_like(rows, &stored->rows[at]))
			merge_row(m, &card, NULL, &stored->rows[at], form_row_like(base, &stored->rows[at]));
	if (!rows->group->ids) {
		set_primary(card.made, card.made_count, primary);
		set_primary(card.next, card.next_count, next);
	}
	renumber(card.made, card.made_count);
	rows->rows = card.made;
	rows->count = card.made_count;
	base->rows = card.next;
	base->count = card.next_count;
}

/* ------------------------------------------------------------------ all of it */

static struct form copied(struct arena *mem, const struct form *form)
{
	struct form copy = *form;
	size_t entries = 0, groups = 0;

	while (form->entries[entries].field)
		entries++;
	while (form->groups && form->groups[groups].group)
		groups++;
	copy.entries = arena_get(mem, (entries + 1) * sizeof *copy.entries);
	memcpy(copy.entries, form->entries, entries * sizeof *copy.entries);
	copy.groups = arena_get(mem, (groups + 1) * sizeof *copy.groups);
	if (groups)
		memcpy(copy.groups, form->groups, groups * sizeof *copy.groups);
	return copy;
}

static const struct text_value *next_words(struct merging *m)
{
	struct buffer words = { .mem = m->mem };
	const struct text_value *base = form_to_words(m->mem, &m->next_base), *seen = ended(&m->next_seen);

	for (; base->name; base++)
		add_word(&words, base->name, base->text);
	for (; seen->name; seen++)
		add_word(&words, seen->name, seen->text);
	return ended(&words);
}

bool form_merge(struct arena *mem, struct form *form, struct form_merge *merge)
{
	struct merging m = { .mem = mem, .merge = merge, .next_seen = { .mem = mem } };

	merge->theirs = "";
	m.next_base = copied(mem, merge->base ? merge->base : merge->stored);
	for (size_t i = 0; form->entries[i].field; i++)
		merge_entry(&m, &form->entries[i], &merge->stored->entries[i], &m.next_base.entries[i]);
	for (size_t i = 0; form->groups && form->groups[i].group; i++)
		merge_card(&m, &form->groups[i], &merge->stored->groups[i], &m.next_base.groups[i]);
	merge->next = m.asks ? next_words(&m) : NULL;
	return !m.asks;
}
