/* Forms as HDF: what templates/form.cs draws. */
#include "view/node.h"

#include "rules/vocab.h"

/* The errors so far, in the order of the page, for the summary on top. */
struct errors {
	HDF *list;
	unsigned count;
};

static void put_error(struct errors *errors, const char *at, const char *message)
{
	HDF *one = node_number(errors->list, errors->count++);

	node_put(one, "at", at);
	node_put(one, "message", message);
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

static void put_entry(HDF *node, const struct form_entry *entry, const char *at, const struct form_rows *card,
	struct errors *errors)
{
	const struct field *field = entry->field;

	node_put(node, "at", at);
	node_put(node, "label", field->label);
	node_put(node, "input", field->input);
	node_put(node, "error", entry->error);
	node_put(node, "stored", entry->stored);
	if (field->required)
		node_put(node, "required", "1");
	if (!field->secret)
		node_put(node, "text", entry->text);
	node_put(node, "kept", entry->kept);
	put_choices(node, entry, card);
	if (entry->error)
		put_error(errors, at, entry->error);
}

/* What a row is called, and whether it is primary. */
static void put_title(HDF *node, const struct form_row *row)
{
	node_put(node, "title", text_or(vocab_label(row->entries[0].field->choice, row->entries[0].text), "new"));
	if (row->primary)
		node_put(node, "primary", "1");
}

static void put_row(struct page *page, HDF *rows, const struct form_rows *card, unsigned at, struct errors *errors)
{
	const struct form_row *row = &card->rows[at];
	HDF *node = node_number(rows, at);

	for (const struct form_entry *entry = row->entries; entry->field; entry++)
		put_entry(node_at(node, entry->field->name), entry,
			arena_text(page->mem, "%s.%u.%s", card->group->name, at, entry->field->name), card, errors);
	put_title(node, row);
	node_put(node, "summary", text_join(page->mem,
		vocab_label(row->entries[0].field->choice, row->entries[0].text), ", ", row->entries[1].text));
}

/* A row for the script to copy: the card with one more, blank, row. */
static void put_blank(struct page *page, HDF *node, const struct form_rows *card)
{
	struct form_rows none = { .group = card->group };
	struct form_row row = { .entries = arena_get(page->mem, 16 * sizeof *row.entries) };
	struct errors errors = { 0 };

	for (unsigned i = 0; card->group->fields[i].name; i++)
		row.entries[i] = (struct form_entry){ .field = &card->group->fields[i], .text = "" };
	none.rows = &row;
	none.count = 1;
	HDF *blank = node_at(node, "blank");
	for (const struct form_entry *entry = row.entries; entry->field; entry++)
		put_entry(node_at(blank, entry->field->name), entry,
			arena_text(page->mem, "%s.__.%s", card->group->name, entry->field->name), &none, &errors);
}

static void put_card(struct page *page, HDF *form, const struct form_rows *card, struct errors *errors)
{
	HDF *node = node_at(form, card->group->name), *rows = node_at(node, "rows");
	char limit[12];

	snprintf(limit, sizeof limit, "%zu", vocab_count(card->group->fields[0].choice));
	node_put(node, "name", card->group->name);
	node_put(node, "label", card->group->label);
	node_put(node, "one", card->group->one);
	node_put(node, "limit", limit);
	node_put(node, "error", card->error);
	node_put(node, "stored", card->stored);
	if (card->count >= text_number(limit))
		node_put(node, "full", "1");
	if (card->count > 1)
		node_put(node, "several", "1");
	if (card->error)
		put_error(errors, card->group->name, card->error);
	for (unsigned at = 0; at < card->count; at++)
		put_row(page, rows, card, at, errors);
	put_blank(page, node, card);
}

void page_put_form(struct page *page, const struct form *form)
{
	HDF *node = node_at(page->hdf, "Form");
	struct errors errors = { .list = node_at(node, "errors") };

	/* A page may show two forms; their errors make one list. */
	for (HDF *one = hdf_obj_child(errors.list); one; one = hdf_obj_next(one))
		errors.count++;

	for (const struct form_entry *entry = form->entries; entry->field; entry++)
		put_entry(node_at(node, entry->field->name), entry, entry->field->name, NULL, &errors);
	for (const struct form_rows *card = form->groups; card->group; card++)
		put_card(page, node, card, &errors);
	hdf_set_value(node, "one_error", errors.count == 1 ? "1" : "");
}

void page_put_cards(struct page *page, const struct form *form)
{
	for (const struct form_rows *card = form->groups; card->group; card++) {
		HDF *rows = node_at(node_at(node_at(page->hdf, "Form"), card->group->name), "rows");
		for (unsigned at = 0; at < card->count; at++) {
			HDF *node = node_number(rows, at);
			for (const struct form_entry *entry = card->rows[at].entries; entry->field; entry++)
				node_put(node_at(node, entry->field->name), "text", entry->text);
			put_title(node, &card->rows[at]);
		}
	}
}
