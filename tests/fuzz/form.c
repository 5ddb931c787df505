/* The customer form read from any words: at most one primary row a card, errors keep their value back, and a form
 * that is good says the same when it is shown and sent again. */
#include "fuzz.h"

#include "domain/customer/customer.h"
#include "domain/customer/contact.h"
#include "http/decode.h"
#include "rules/vocab.h"

static void is_entry(const struct form_entry *entry)
{
	MUST(entry->text);
	MUST(!entry->value || *entry->value);
}

static void is_card(const struct form_rows *card, bool good)
{
	unsigned primary = 0, used = 0;

	for (unsigned at = 0; at < card->count; at++) {
		for (const struct form_entry *entry = card->rows[at].entries; entry->field; entry++)
			is_entry(entry);
		used += !form_row_blank(card, &card->rows[at]);
		primary += card->rows[at].primary;
		MUST(!card->rows[at].primary || !used || !form_row_blank(card, &card->rows[at]));
	}
	MUST(primary == (card->count > 0));
	MUST(!good || used <= vocab_count(card->group->fields[0].choice));
}

static void change_rows(struct arena *mem, struct form *form, uint8_t how)
{
	const char *name = contact_groups[how % 3].name;

	form_add_row(mem, form, name, NULL, how & 4);
	form_remove_row(form, name, how >> 4);
	MUST(form_group(form, name)->count <= DECODE_WORD_MAX);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	struct arena *mem = arena_new();
	const struct text_value *words = decode_words(mem, (const char *)bytes, size);

	if (words) {
		struct form form = form_read(mem, words, customer_fields, contact_groups);
		for (const struct form_entry *entry = form.entries; entry->field; entry++)
			is_entry(entry);
		for (const struct form_rows *card = form.groups; card->group; card++)
			is_card(card, form.good);
		customer_warning(&form);
		struct form stored = form_blank(mem, NULL, customer_fields, contact_groups), kept = form;
		form_keep(mem, &kept, &stored);
		for (const struct form_rows *card = kept.groups; card->group; card++)
			is_card(card, kept.good);
		change_rows(mem, &form, size ? bytes[size - 1] : 0);
	}
	arena_free(mem);
	return 0;
}
