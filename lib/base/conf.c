/* upcard.conf, read once at the start against the table of the names it may have. */
#include "base/conf.h"

#include "base/fail.h"

#include <ctype.h>
#include <errno.h>

struct entry {
	const char *name;
	bool needed;
	char value[300];
	struct entry *next; /* of those that are not in the table */
};

static struct entry table[] = {
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
};
enum { NAMES = sizeof table / sizeof *table };

static struct entry *others; /* of names like "gravatar.key"; they live as long as the process */
static conf_owner *owner;

void conf_set_owner(conf_owner *is_one)
{
	owner = is_one;
}

static char *strip(char *text)
{
	char *end = text + strlen(text);

	while (isspace((unsigned char)*text))
		text++;
	while (end > text && isspace((unsigned char)end[-1]))
		*--end = '\0';
	return text;
}

/* Whether NAME is a word with .base or .key behind it, and somebody has that word. */
static bool is_of_owner(const char *name)
{
	size_t length = strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789_");
	char word[40];

	if (!length || length >= sizeof word || (strcmp(name + length, ".base") && strcmp(name + length, ".key")))
		return false;
	snprintf(word, sizeof word, "%.*s", (int)length, name);
	return !owner || owner(word);
}

/* The entry of NAME, NULL when there is none. */
static struct entry *find(const char *name)
{
	struct entry *entry = others;

	for (int i = 0; i < NAMES; i++)
		if (!strcmp(table[i].name, name))
			return &table[i];
	while (entry && strcmp(entry->name, name))
		entry = entry->next;
	return entry;
}

/* A new one of NAME, which is not in the table. */
static struct entry *add(const char *name)
{
	struct entry *entry = calloc(1, sizeof *entry);
	char *copy = strdup(name);

	if (!entry || !copy)
		fail(FAULT_BROKEN, "no memory left");
	*entry = (struct entry){ .name = copy, .next = others };
	return others = entry;
}

/* Makes VALUE that of NAME. WRONG says what is wrong with it, "" when nothing is. */
static void put(const char *name, const char *value, char *wrong, size_t size)
{
	struct entry *entry = find(name);

	if (!entry && is_of_owner(name))
		entry = add(name);
	if (!entry)
		snprintf(wrong, size, "unknown name %s", name);
	else if ((size_t)snprintf(entry->value, sizeof entry->value, "%s", value) >= sizeof entry->value)
		snprintf(wrong, size, "the value is too long");
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
	const struct entry *entry = find(name);

	if (!entry && !is_of_owner(name))
		fail(FAULT_BROKEN, "conf_get: unknown name %s", name);
	return entry ? entry->value : "";
}

void conf_set(const char *name, const char *value)
{
	char wrong[120] = "";

	put(name, value, wrong, sizeof wrong);
	if (*wrong)
		fail(FAULT_BROKEN, "%s: %s", name, wrong);
}
