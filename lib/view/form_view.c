/* Forms as HDF: what templates/form.cs draws. */
#include "view/node.h"

#include "rules/kind.h"
#include "rules/vocab.h"

/* The errors so far, in the order of the page, for the summary on top. */
struct errors {
	struct arena *mem;
	HDF *list;
	unsigned count;
};

static void put_error(struct errors *errors, const char *at, const char *message)
{
	HDF *one = node_number(errors->list, errors->count++);

	node_put(one, "at", at);
	node_put(one, "message", message);
}

/* Both changed what LABEL names. */
static void put_question(struct errors *errors, const char *at, const char *label)
{
	put_error(errors, at, arena_text(errors->mem, "%s: choose which counts.", label));
}

/* Types that other rows of the card have are not offered. */
static bool is_taken(const struct form_rows *card, const struct form_entry *own, const char *code)
{
	for (unsigned at = 0; card && at < card->count; at++) {
		const struct form_entry *type = &card->rows[at].entries[0];
		if (type != own && text_same(type->text, code) && !text_same(own->text, code))
			return true;
	}
	return false;
}

static void put_choices(HDF *node, const struct form_entry *entry, const struct form_rows *card)
{
	const struct field *field = entry->field;
	const char *list = field->choice ? field->choice : field->choices, *chosen = "";
	bool is_type = card && entry->field == card->group->fields;
	unsigned at = 0;

	if (!list)
		return;
	HDF *choices = node_at(node, "choices");
	for (const struct vocab_term *term = vocab_first(list); term; term = vocab_next(term)) {
		if (is_type && is_taken(card, entry, term->code))
			continue;
		HDF *one = node_number(choices, at++);
		node_put(one, "code", term->code);
		node_put(one, "label", term->label);
		if (!text_in_set(entry->text, term->code))
			continue;
		node_put(one, "on", "1");
		chosen = text_empty(chosen) ? term->label : chosen;
	}
	node_put(node, "chosen", chosen);
}

static const char *flag(bool on)
{
	return on ? "1" : NULL;
}

static void put_entry(struct page *page, HDF *node, const struct form_entry *entry, const char *at,
	const struct form_rows *card, struct errors *errors)
{
	const struct field *field = entry->field;
	const char *input = kind_input(field);
	bool noted = entry->error || entry->stored;

	node_put(node, "plain", flag(!input && !noted && !entry->fixed && !field->required));
	node_put(node, "at", at);
	node_put(node, "label", field->label);
	node_put(node, "input", input);
	node_put(node, "noted", flag(noted));
	node_put(node, "part", field->part);
	node_put(node, "is", field->is);
	node_put(node, "wide", field->wide ? "span-2" : NULL);
	node_put(node, "fixed", flag(entry->fixed));
	node_put(node, "error", entry->error);
	node_put(node, "stored", entry->stored);
	node_put(node, "mine", entry->mine);
	node_put(node, "required", flag(field->required));
	if (!field->secret)
		node_put(node, "text", entry->text);
	node_put(node, "said", kind_said(page->mem, field, entry->value));
	node_put(node, "kept", entry->kept);
	put_choices(node, entry, card);
	if (entry->error)
		put_error(errors, at, entry->error);
	if (entry->stored)
		put_question(errors, at, field->label);
}

/* ENTRIES below NODE but those that may not be seen; their inputs are named BEFORE and then by their fields. */
static void put_entries(struct page *page, HDF *node, const struct form_entry *entries, const char *before,
	const struct form_rows *card, struct errors *errors)
{
	for (const struct form_entry *entry = entries; entry->field; entry++)
		if (!entry->hidden)
			put_entry(page, node_at(node, entry->field->name), entry,
				text_join(page->mem, before, ".", entry->field->name), card, errors);
}

/* What a row is called: its type, or what stands first in it. */
static const char *title(const struct form_rows *card, const struct form_row *row)
{
	const struct form_entry *first = row->entries;

	return text_or(card->group->ids ? first->text : vocab_label(first->field->choice, first->text), "new");
}

static void put_title(HDF *node, const struct form_rows *card, const struct form_row *row)
{
	node_put(node, "title", title(card, row));
	node_put(node, "primary", flag(row->primary));
}

static void put_row(struct page *page, HDF *rows, const struct form_rows *card, const char *name, unsigned at,
	struct errors *errors)
{
	const struct form_row *row = &card->rows[at];
	HDF *node = node_number(rows, at);

	put_entries(page, node, row->entries, arena_text(page->mem, "%s.%u", name, at), card, errors);
	put_title(node, card, row);
	node_put(node, "id", row->id);
	node_put(node, "name", row->name);
	node_put(node, "stored", row->stored);
	node_put(node, "mine", row->mine);
	if (row->stored)
		put_question(errors, name, arena_text(page->mem, "%s %s", title(card, row), card->group->one));
	if (!card->group->ids)
		node_put(node, "summary", text_join(page->mem,
			vocab_label(row->entries[0].field->choice, row->entries[0].text), ", ", row->entries[1].text));
}

/* A row for the script to copy: the card with one more, blank, row. */
static void put_blank(struct page *page, HDF *node, const struct form_rows *card, const char *name)
{
	const struct form blank = form_blank(page->mem, WITH({ NULL, NULL }), card->group->fields, NULL);
	struct form_row row = { .entries = blank.entries };
	const struct form_rows one = { .group = card->group, .rows = &row, .count = 1 };
	struct errors errors = { .mem = page->mem };

	put_entries(page, node_at(node, "blank"), row.entries, arena_text(page->mem, "%s.__", name), &one, &errors);
}

static void put_card(struct page *page, HDF *form, const struct form_rows *card, const char *name, struct errors *errors)
{
	HDF *node = node_at(form, card->group->name), *rows = node_at(node, "rows");
	unsigned limit = form_rows_max(card->group);

	node_put(node, "kind", card->group->name);
	node_put(node, "name", name);
	node_put(node, "label", card->group->label);
	node_put(node, "one", card->group->one);
	node_put(node, "limit", text_of_number(page->mem, limit));
	node_put(node, "error", card->error);
	node_put(node, "stored", card->stored);
	node_put(node, "mine", card->mine);
	if (card->stored)
		put_question(errors, name, arena_text(page->mem, "Primary %s", card->group->one));
	node_put(node, "full", flag(card->count >= limit));
	node_put(node, "several", flag(card->count > 1));
	if (card->error)
		put_error(errors, name, card->error);
	for (unsigned at = 0; at < card->count; at++)
		put_row(page, rows, card, name, at, errors);
	put_blank(page, node, card, name);
}

void page_put_form(struct page *page, const struct form *form)
{
	HDF *all = node_at(page->hdf, "Form"), *node = text_empty(form->prefix) ? all : node_at(all, form->prefix);
	struct errors errors = { .mem = page->mem, .list = node_at(all, "errors") };

	/* A page may show two forms; their errors make one list. */
	for (HDF *one = hdf_obj_child(errors.list); one; one = hdf_obj_next(one))
		errors.count++;

	put_entries(page, node, form->entries, form->prefix, NULL, &errors);
	for (const struct form_rows *card = form->groups; card->group; card++)
		put_card(page, node, card, text_join(page->mem, form->prefix, ".", card->group->name), &errors);
}

void page_put_cards(struct page *page, const struct form *form)
{
	for (const struct form_rows *card = form->groups; card->group; card++) {
		HDF *rows = node_at(node_at(node_at(page->hdf, "Form"), card->group->name), "rows");
		for (unsigned at = 0; at < card->count; at++) {
			HDF *node = node_number(rows, at);
			for (const struct form_entry *entry = card->rows[at].entries; entry->field; entry++)
				node_put(node_at(node, entry->field->name), "text", entry->text);
			put_title(node, card, &card->rows[at]);
		}
	}
}
