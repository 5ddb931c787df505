/* The tree of a page, node by node in the arena. */
#include "view/node.h"

#include "base/fail.h"

/* Every node knows the root (its top), and the root knows where the next node is made. */
struct root {
	HDF node;
	struct arena *mem;
};

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

HDF *node_root(struct arena *mem)
{
	struct root *root = arena_get(mem, sizeof *root);

	root->mem = mem;
	root->node.top = &root->node;
	return &root->node;
}

static struct arena *memory(const HDF *node)
{
	return ((const struct root *)node->top)->mem;
}

/* LAST_CHILD is ClearSilver's own end of the list, which it looks at only where it has made a hash. */
static HDF *add(HDF *parent, const char *name, size_t length)
{
	HDF *node = arena_get(memory(parent), sizeof *node);

	node->top = parent->top;
	node->name = (char *)name;
	node->name_len = (int)length;
	if (parent->last_child)
		parent->last_child->next = node;
	else
		parent->child = node;
	parent->last_child = node;
	return node;
}

static HDF *find(const HDF *parent, const char *name, size_t length)
{
	HDF *node = parent->child;

	while (node && ((size_t)node->name_len != length || memcmp(node->name, name, length)))
		node = node->next;
	return node;
}

HDF *node_at(HDF *parent, const char *name)
{
	size_t length = strlen(name);
	HDF *node = find(parent, name, length);

	return node ? node : add(parent, name, length);
}

/* The same for a NAME of LENGTH bytes that is not kept. */
static HDF *at_copy(HDF *parent, const char *name, size_t length)
{
	HDF *node = find(parent, name, length);

	return node ? node : add(parent, arena_copy(memory(parent), name, length), length);
}

HDF *node_path(HDF *parent, const char *name)
{
	for (size_t length; *name; name += length + (name[length] == '.')) {
		length = strcspn(name, ".");
		parent = at_copy(parent, name, length);
	}
	return parent;
}

HDF *node_number(HDF *parent, unsigned number)
{
	char name[12], *end = name + sizeof name, *first = end;

	do
		*--first = (char)('0' + number % 10);
	while (number /= 10);
	return at_copy(parent, first, (size_t)(end - first));
}

void node_put(HDF *parent, const char *name, const char *text)
{
	if (!text_empty(text))
		node_at(parent, name)->value = (char *)text;
}

void node_put_all(HDF *parent, const struct text_value *values)
{
	bool fresh = !parent->child; /* nothing to look for */

	for (; values->name; values++)
		if (fresh && !text_empty(values->text))
			add(parent, values->name, strlen(values->name))->value = (char *)values->text;
		else
			node_put(parent, values->name, values->text);
}
