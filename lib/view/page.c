/* Pages as HDF trees. Forms are put in form_view.c, templates are parsed and rendered in template.c. */
#include "view/node.h"

#include "base/fail.h"

void node_check(NEOERR *error, const char *doing)
{
	char why[200];

	if (error == STATUS_OK)
		return;
	STRING text;
	string_init(&text);
	nerr_error_string(error, &text);
	snprintf(why, sizeof why, "%s", text.buf ? text.buf : "ClearSilver error");
	string_clear(&text);
	nerr_ignore(&error);
	fail(FAULT_BROKEN, "%s: %s", doing, why);
}

HDF *node_at(HDF *parent, const char *name)
{
	HDF *node;

	node_check(hdf_get_node(parent, name, &node), name);
	return node;
}

HDF *node_number(HDF *parent, unsigned number)
{
	char name[12];

	snprintf(name, sizeof name, "%u", number);
	return node_at(parent, name);
}

void node_put(HDF *parent, const char *name, const char *text)
{
	if (!text_empty(text))
		node_check(hdf_set_value(parent, name, text), name);
}

static void destroy(void *hdf)
{
	HDF *gone = hdf;

	hdf_destroy(&gone);
}

struct page *page_new(struct arena *mem)
{
	struct page *page = arena_get(mem, sizeof *page);

	page->mem = mem;
	node_check(hdf_init(&page->hdf), "hdf_init");
	arena_defer(mem, destroy, page->hdf);
	return page;
}

void page_put(struct page *page, const char *name, const char *text)
{
	node_put(page->hdf, name, text);
}

static void put_columns(HDF *node, const struct row *row)
{
	for (const struct text_value *column = row->columns; column->name; column++)
		node_put(node, column->name, column->text);
}

void page_put_row(struct page *page, const char *name, const struct row *row)
{
	put_columns(node_at(page->hdf, name), row);
}

void page_put_rows(struct page *page, const char *name, const struct row *rows, unsigned limit)
{
	HDF *node = node_at(page->hdf, name);

	for (unsigned at = 0; rows && (!limit || at < limit); rows = rows->next)
		put_columns(node_number(node, at++), rows);
}

void page_put_values(struct page *page, const char *name, const struct text_value *values)
{
	HDF *node = node_at(page->hdf, name);

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
