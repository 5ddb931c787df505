/* Two forms of the same tables beside each other. */
#include "rules/form_diff.h"

#include "rules/vocab.h"

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
		if (!form_row_blank(a, &a->rows[at]) && row_differs(&a->rows[at], form_row_like(b, &a->rows[at])))
			return true;
	return false;
}

const char *form_diff(struct arena *mem, const struct form *form, const struct form *stored)
{
	const char *labels = "";

	for (size_t i = 0; form->entries[i].field; i++)
		if (!text_same(form->entries[i].value, stored->entries[i].value))
			labels = text_join(mem, labels, ", ", form->entries[i].field->label);
	for (size_t i = 0; form->groups && form->groups[i].group; i++)
		if (card_differs(&form->groups[i], &stored->groups[i]))
			labels = text_join(mem, labels, ", ", form->groups[i].group->label);
	return labels;
}

/* ------------------------------------------------------------------ in words */

static const char *set_in_words(struct arena *mem, const struct form_entry *entry)
{
	const char *words = "";

	for (const struct vocab_term *term = vocab_first(entry->field->choices); term; term = vocab_next(term))
		if (text_in_set(entry->value, term->code))
			words = text_join(mem, words, ", ", term->label);
	return text_or(words, "none");
}

const char *form_diff_words(struct arena *mem, const struct form_entry *entry)
{
	const struct field *field = entry->field;

	if (field->secret)
		return "another number";
	if (field->choice)
		return text_or(vocab_label(field->choice, entry->value), "empty");
	return field->choices ? set_in_words(mem, entry) : text_or(entry->text, "empty");
}

const char *form_diff_row_words(struct arena *mem, const struct form_row *row)
{
	const char *one = "";

	for (const struct form_entry *entry = row->entries; entry->field; entry++)
		if (!text_empty(entry->value))
			one = text_join(mem, one, " ", form_diff_words(mem, entry));
	return one;
}
