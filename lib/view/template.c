/* Templates: each file is parsed once per process and its tree kept; a file that has changed is parsed again.
 * The text is gathered whole before a byte is sent, so a fault in the last line is still a clean error page. */
#include "view/node.h"

#include "base/buffer.h"
#include "base/conf.h"
#include "base/fail.h"
#include "base/file.h"

#include <errno.h>
#include <sys/stat.h>

static struct template {
	struct template *next;
	const char *name, *path;
	struct timespec changed; /* when its file was, when it was parsed */
	CSPARSE *tree;           /* NULL when it could not be parsed */
	size_t length;           /* of the longest page it has made */
} *templates;

/* ------------------------------------------------------------------ the text of a template */

/* What is put into the text of templates, so that no request has to. */
struct loading {
	struct arena *mem;
	const char *name;        /* the template's, which may include others */
	const char *base, *icon; /* Page.base as a page shows it; what the macro icon draws */
};

static size_t begins(const char *text, const char *with)
{
	return strncmp(text, with, strlen(with)) ? 0 : strlen(with);
}

/* Adds the icon that the tag at TAG calls; returns the tag's length, 0 when it is no icon with its name in place. */
static size_t add_icon(struct buffer *text, const struct loading *loading, const char *tag)
{
	static const char name_tag[] = "<?cs var:name ?>";
	size_t before = begins(tag, "<?cs call:icon(\"");
	size_t length = before ? strspn(tag + before, "abcdefghijklmnopqrstuvwxyz0123456789-") : 0;
	size_t behind = length ? begins(tag + before + length, "\") ?>") : 0;
	const char *place = loading->icon && behind ? strstr(loading->icon, name_tag) : NULL;

	if (!place)
		return 0;
	buffer_add(text, loading->icon, (size_t)(place - loading->icon));
	buffer_add(text, tag + before, length);
	buffer_put(text, place + strlen(name_tag));
	return before + length + behind;
}

/* The file NAME with its constants put in, without the line ends behind tags, which would be blank lines in every page,
 * and without the one at its end when it is included. NULL when it cannot be read. */
static const char *prepared(const struct loading *loading, const char *name)
{
	const char *plain = file_text(loading->mem, arena_text(loading->mem, "%s/%s", conf_get("template.folder"), name));
	bool included = strcmp(name, loading->name);
	struct buffer text = { .mem = loading->mem };
	size_t taken;

	if (!plain)
		return NULL;
	for (const char *from = plain; *from; from += taken) {
		if (*from == '\n' && ((included && !from[1]) || (from - plain > 1 && begins(from - 2, "?>"))))
			taken = strspn(from, "\n");
		else if ((taken = begins(from, "<?cs var:Page.base ?>")))
			buffer_put(&text, loading->base);
		else if (!(taken = add_icon(&text, loading, from)))
			buffer_add(&text, from, taken = 1 + strcspn(from + 1, "<\n"));
	}
	return buffer_text(&text);
}

/* Called by ClearSilver, which frees *TEXT: must not fail(). */
static NEOERR *load(void *context, HDF *hdf, const char *name, char **text)
{
	const struct loading *loading = context;
	const char *ready = prepared(loading, name);
	STRING made;

	(void)hdf;
	if (!ready)
		return nerr_raise(NERR_NOT_FOUND, "%s: %s", name, strerror(errno));
	string_init(&made);
	NEOERR *error = string_append(&made, ready);
	*text = made.buf;
	return nerr_pass(error);
}

/* ------------------------------------------------------------------ trees */

/* What every tree is parsed with: html escaping, on before any parse. */
static HDF *settings(void)
{
	static HDF *hdf;

	if (hdf)
		return hdf;
	node_check(hdf_init(&hdf), "hdf_init");
	node_check(hdf_set_value(hdf, "Config.VarEscapeMode", "html"), "hdf_set_value");
	return hdf;
}

static const char *escaped_base(void)
{
	static char *escaped;
	const char *plain = conf_get("site.base");

	if (!escaped)
		node_check(neos_html_escape(plain, (int)strlen(plain), &escaped), "site.base");
	return escaped;
}

static void parse(struct template *template)
{
	struct loading loading = { .name = template->name, .base = escaped_base() };
	HDF *hdf = settings();

	cs_destroy(&template->tree);
	node_check(cs_init(&template->tree, hdf), template->name);
	loading.mem = arena_new();
	loading.icon = prepared(&loading, "part/icon.cs");
	cs_register_fileload(template->tree, &loading, load);
	NEOERR *error = cs_parse_file(template->tree, template->name);
	arena_free(loading.mem);
	if (error != STATUS_OK)
		cs_destroy(&template->tree);
	node_check(error, template->name);
}

static struct template *known(const char *name)
{
	static struct arena *kept; /* as long as the process */
	struct template *template = templates;

	while (template && strcmp(template->name, name))
		template = template->next;
	if (template)
		return template;
	kept = kept ? kept : arena_new();
	template = arena_get(kept, sizeof *template);
	*template = (struct template){ .next = templates, .name = arena_copy(kept, name, strlen(name)),
		.path = arena_text(kept, "%s/%s", conf_get("template.folder"), name) };
	return templates = template;
}

/* The template NAME with its tree. */
static struct template *parsed(const char *name)
{
	struct template *template = known(name);
	struct stat about;

	if (stat(template->path, &about))
		fail(FAULT_BROKEN, "template %s: %s", name, strerror(errno));
	if (!template->tree || memcmp(&about.st_mtim, &template->changed, sizeof about.st_mtim))
		parse(template);
	template->changed = about.st_mtim;
	return template;
}

/* Called by ClearSilver: must not fail(). */
static NEOERR *gather(void *text, char *piece)
{
	buffer_put(text, piece);
	return STATUS_OK;
}

const char *template_render(struct arena *mem, HDF *hdf, const char *name)
{
	struct template *template = parsed(name);
	struct buffer text = { .mem = mem, .room = template->length + 4096 }; /* as large as it was before, at once */
	CSPARSE *tree = template->tree;

	/* What a template sets goes into a tree of its own, which is asked first. */
	text.bytes = arena_get(mem, text.room + 1);
	node_check(hdf_init(&tree->hdf), "hdf_init");
	tree->global_hdf = hdf;
	NEOERR *error = cs_render(tree, &text, gather);
	hdf_destroy(&tree->hdf);
	tree->hdf = settings();
	tree->global_hdf = NULL;
	node_check(error, name);
	if (text.length > template->length)
		template->length = text.length;
	return text.bytes;
}
