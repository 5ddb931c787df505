/* Templates: each file is parsed once per process and its tree kept; a file that has changed is parsed again.
 * The text is gathered whole before a byte is sent, so a fault in the last line is still a clean error page. */
#include "view/node.h"

#include "base/conf.h"
#include "base/fail.h"

#include <errno.h>
#include <sys/stat.h>

enum { TEMPLATES = 64 };

static struct parsed {
	char name[80];
	struct timespec changed;
	CSPARSE *tree;
} cache[TEMPLATES];
static unsigned count;

/* The text of a template without the line ends behind its tags, which would be blank lines in every page.
 * Called by ClearSilver, which frees *TEXT: must not fail(). */
static NEOERR *load(void *context, HDF *hdf, const char *name, char **text)
{
	char path[1024], *to;

	(void)hdf;
	snprintf(path, sizeof path, "%s/%s", (const char *)context, name);
	NEOERR *error = ne_load_file(path, text);
	if (error != STATUS_OK)
		return nerr_pass(error);
	to = *text;
	for (const char *from = *text; *from; from++)
		if (*from != '\n' || to == *text || to[-1] != '>' || to - *text < 2 || to[-2] != '?')
			*to++ = *from;
	*to = '\0';
	return STATUS_OK;
}

/* What every tree is parsed with: html escaping, on before any parse. */
static HDF *settings(void)
{
	static HDF *hdf;

	if (hdf)
		return hdf;
	node_check(hdf_init(&hdf), "hdf_init");
	node_put(hdf, "Config.VarEscapeMode", "html");
	return hdf;
}

static struct parsed *slot(const char *name)
{
	for (unsigned i = 0; i < count; i++)
		if (!strcmp(cache[i].name, name))
			return &cache[i];
	if (count == TEMPLATES)
		fail(FAULT_BROKEN, "template: more than %d", TEMPLATES);
	snprintf(cache[count].name, sizeof cache[count].name, "%s", name);
	return &cache[count++];
}

static CSPARSE *parse(struct arena *mem, const char *name)
{
	struct parsed *parsed = slot(name);
	const char *path = arena_text(mem, "%s/%s", conf_get("template.folder"), name);
	struct stat about;

	if (stat(path, &about))
		fail(FAULT_BROKEN, "template %s: %s", name, strerror(errno));
	if (parsed->tree && about.st_mtim.tv_sec == parsed->changed.tv_sec &&
	    about.st_mtim.tv_nsec == parsed->changed.tv_nsec)
		return parsed->tree;
	cs_destroy(&parsed->tree);
	node_check(cs_init(&parsed->tree, settings()), name);
	cs_register_fileload(parsed->tree, (void *)conf_get("template.folder"), load);
	NEOERR *error = cs_parse_file(parsed->tree, name);
	if (error != STATUS_OK)
		cs_destroy(&parsed->tree);
	node_check(error, name);
	parsed->changed = about.st_mtim;
	return parsed->tree;
}

/* Called by ClearSilver: must not fail(). */
static NEOERR *gather(void *text, char *piece)
{
	return nerr_pass(string_append(text, piece));
}

const char *template_render(struct arena *mem, HDF *hdf, const char *template)
{
	CSPARSE *tree = parse(mem, template);
	STRING text;

	string_init(&text);
	tree->hdf = hdf;
	NEOERR *error = cs_render(tree, &text, gather);
	tree->hdf = settings();
	const char *made = error == STATUS_OK ? arena_copy(mem, text.buf ? text.buf : "", (size_t)text.len) : NULL;
	if (text.buf)
		explicit_bzero(text.buf, (size_t)text.len); /* a page may show an SSN */
	string_clear(&text);
	node_check(error, template);
	return made;
}
