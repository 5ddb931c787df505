/* Pages as trees. Forms are put in form_view.c, templates are parsed and rendered in template.c. */
#include "view/node.h"

struct page *page_new(struct arena *mem)
{
	struct page *page = arena_get(mem, sizeof *page);

	*page = (struct page){ .mem = mem, .hdf = node_root(mem) };
	return page;
}

void page_put(struct page *page, const char *name, const char *text)
{
	if (!text_empty(text))
		node_path(page->hdf, name)->value = arena_copy(page->mem, text, strlen(text));
}

/* Rows are looked through when page_shown() asks, and mostly nobody does. */
static void remember(struct page *page, const struct row *row)
{
	struct page_row *one = arena_get(page->mem, sizeof *one);

	one->row = row;
	*(page->last ? &page->last->next : &page->first) = one;
	page->last = one;
}

void page_put_row(struct page *page, const char *name, const struct row *row)
{
	remember(page, row);
	node_put_all(node_path(page->hdf, name), row->columns);
}

void page_put_rows(struct page *page, const char *name, const struct row *rows, unsigned limit)
{
	HDF *node = node_path(page->hdf, name);

	for (unsigned at = 0; rows && (!limit || at < limit); rows = rows->next) {
		remember(page, rows);
		node_put_all(node_number(node, at++), rows->columns);
	}
}

const char *page_shown(const struct page *page, const char *kind)
{
	const char *ids = "";

	for (const struct page_row *one = page->first; one; one = one->next) {
		const char *id = text_value_of(one->row->columns, "id");
		if (id && text_value_of(one->row->columns, kind) && !text_in_set(ids, id))
			ids = text_join(page->mem, ids, ",", id);
	}
	return ids;
}

void page_put_values(struct page *page, const char *name, const struct text_value *values)
{
	HDF *node = node_path(page->hdf, name);

	for (unsigned at = 0; values->name; values++) {
		HDF *one = node_number(node, at++);
		node_put(one, "name", values->name);
		node_put(one, "value", values->text);
	}
}

const char *page_render(struct page *page, const char *template)
{
	return template_render(page->mem, page->hdf, template);
}
