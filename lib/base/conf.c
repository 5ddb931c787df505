/* upcard.conf, read once at the start against the table of the names it may have. */
#include "base/conf.h"

#include "base/fail.h"

#include <ctype.h>
#include <errno.h>
#include <stdbool.h>

static struct {
	const char *name;
	bool needed;
	char value[300];
} table[] = {
	{ .name = "db.socket", .needed = true },
	{ .name = "db.user", .needed = true },
	{ .name = "db.password" },
	{ .name = "db.name", .needed = true },
	{ .name = "key.file", .needed = true },
	{ .name = "template.folder", .needed = true },
	{ .name = "site.base" },
	{ .name = "site.address" },
	{ .name = "site.time_zone" },
	{ .name = "image.program" },
	{ .name = "outside.ca" },
	{ .name = "outside.demo" },
	{ .name = "gravatar.base" },
	{ .name = "gravatar.key" },
	{ .name = "github.base" },
	{ .name = "github.key" },
	{ .name = "fediverse.base" },
	{ .name = "fediverse.key" },
	{ .name = "libravatar.base" },
	{ .name = "libravatar.key" },
	{ .name = "fullcontact.base" },
	{ .name = "fullcontact.key" },
	{ .name = "peopledata.base" },
	{ .name = "peopledata.key" },
};
enum { NAMES = sizeof table / sizeof *table };

static char *strip(char *text)
{
	char *end = text + strlen(text);

	while (isspace((unsigned char)*text))
		text++;
	while (end > text && isspace((unsigned char)end[-1]))
		*--end = '\0';
	return text;
}

/* Makes VALUE that of NAME. WRONG says what is wrong with it, "" when nothing is. */
static void put(const char *name, const char *value, char *wrong, size_t size)
{
	for (int i = 0; i < NAMES; i++)
		if (!strcmp(table[i].name, name)) {
			if ((size_t)snprintf(table[i].value, sizeof table[i].value, "%s", value) >=
			    sizeof table[i].value)
				snprintf(wrong, size, "the value is too long");
			return;
		}
	snprintf(wrong, size, "unknown name %s", name);
}

/* Takes one line. WRONG says what is wrong with it, "" when nothing is. */
static void take(char *text, char *wrong, size_t size)
{
	char *equals = strchr(text, '=');

	if (!*text || *text == '#')
		return;
	if (!equals) {
		snprintf(wrong, size, "expected name = value");
		return;
	}
	*equals = '\0';
	const char *name = strip(text), *value = strip(equals + 1);
	put(name, value, wrong, size);
}

const char *conf_path(void)
{
	return getenv("UPCARD_CONF") ? getenv("UPCARD_CONF") : UPCARD_CONF;
}

void conf_load(void)
{
	const char *path = conf_path();
	char wrong[120] = "";
	char *text = NULL;
	size_t size = 0;
	unsigned line = 0;
	FILE *file = fopen(path, "re");

	if (!file)
		fail(FAULT_BROKEN, "%s: %s", path, strerror(errno));
	while (!*wrong && getline(&text, &size, file) > 0) {
		line++;
		take(strip(text), wrong, sizeof wrong);
	}
	free(text);
	fclose(file);
	if (*wrong)
		fail(FAULT_BROKEN, "%s:%u: %s", path, line, wrong);
	for (int i = 0; i < NAMES; i++)
		if (table[i].needed && !*table[i].value)
			fail(FAULT_BROKEN, "%s: %s is missing", path, table[i].name);
}

const char *conf_get(const char *name)
{
	for (int i = 0; i < NAMES; i++)
		if (!strcmp(table[i].name, name))
			return table[i].value;
	fail(FAULT_BROKEN, "conf_get: unknown name %s", name);
}

void conf_set(const char *name, const char *value)
{
	char wrong[120] = "";

	put(name, value, wrong, sizeof wrong);
	if (*wrong)
		fail(FAULT_BROKEN, "%s: %s", name, wrong);
}
