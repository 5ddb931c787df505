/* Reading the files of migrations/. A line "-- step: what it does" begins a step, "-- done: ..." asks whether it was carried
 * out, in as many comment lines as it takes; what follows up to the next step is the statement. */
#include "store/migration_file.h"

#include "base/fail.h"
#include "base/file.h"
#include "base/secret.h"
#include "base/text.h"

#include <dirent.h>
#include <errno.h>

enum { STEP_MAX = 400 };

static const char STEP[] = "-- step: ", DONE[] = "-- done: ";

/* TEXT without blanks and semicolons at its ends. */
static const char *bare(struct arena *mem, const char *text)
{
	size_t length;

	text += strspn(text, " \t\r\n");
	length = strlen(text);
	while (length && strchr(" \t\r\n;", text[length - 1]))
		length--;
	return arena_copy(mem, text, length);
}

/* ------------------------------------------------------------------ the question */

static bool is_name(const char *text)
{
	return *text && !text[strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789_")];
}

/* "customer.company AND ..." in its parts: what stands before the dot, behind it, and the rest of the condition. */
static bool split(struct arena *mem, const char *text, const char **table, const char **name, const char **more)
{
	size_t length = strcspn(text, " "), dot = strcspn(text, ".");

	*more = text[length] ? text + length : "";
	*table = arena_copy(mem, text, dot < length ? dot : length);
	*name = dot < length ? arena_copy(mem, text + dot + 1, length - dot - 1) : "";
	return is_name(*table) && (!**name || is_name(*name)) && (!**more || text_begins(*more, " AND "));
}

/* "table NAME", "column TABLE.NAME" and "index TABLE.NAME", each with "AND condition" behind it and "no" before it if
 * need be, become a SELECT; a SELECT stays. NULL for anything else. */
static const char *question(struct arena *mem, const char *text)
{
	static const struct { const char *word, *view, *column; } kinds[] = {
		{ "table ", "TABLES", NULL }, { "column ", "COLUMNS", "COLUMN_NAME" }, { "index ", "STATISTICS", "INDEX_NAME" },
	};
	bool is_no = text_begins(text, "no ");
	const char *table, *name, *more;

	if (text_begins(text, "SELECT "))
		return text;
	text += is_no ? strlen("no ") : 0;
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		if (!text_begins(text, kinds[i].word))
			continue;
		if (!split(mem, text + strlen(kinds[i].word), &table, &name, &more) || !*name != !kinds[i].column)
			return NULL;
		const char *which = *name ? arena_text(mem, " AND %s = '%s'", kinds[i].column, name) : "";
		return arena_text(mem, "SELECT COUNT(*) %s FROM information_schema.%s WHERE TABLE_SCHEMA = DATABASE() "
			"AND TABLE_NAME = '%s'%s%s", is_no ? "= 0" : "> 0", kinds[i].view, table, which, more);
	}
	return NULL;
}

/* ------------------------------------------------------------------ one file */

/* The text of one step's lines, which are taken from *AT; FILE and LINE are for what is wrong with them. */
static struct migration_step read_step(struct arena *mem, const char *file, unsigned *line, const char **at)
{
	struct migration_step step = { .about = "", .done = NULL, .sql = "" };
	const char *done = NULL;
	unsigned first = *line;
	bool asking = false;

	while (**at) {
		size_t length = strcspn(*at, "\n");
		const char *text = arena_copy(mem, *at, length);
		if (text_begins(text, STEP) && *step.about)
			break;
		if (text_begins(text, STEP)) {
			step.about = bare(mem, text + strlen(STEP));
		} else if (text_begins(text, DONE) && !done && !*step.sql) {
			done = bare(mem, text + strlen(DONE));
			asking = true;
		} else if (asking && text_begins(text, "-- ")) {
			done = text_join(mem, done, " ", bare(mem, text + strlen("-- ")));
		} else {
			asking = false;
			step.sql = text_join(mem, step.sql, "\n", text);
		}
		*at += length + ((*at)[length] == '\n');
		++*line;
	}
	step.sql = bare(mem, step.sql);
	step.done = done ? question(mem, done) : NULL;
	if (!*step.about || !step.done || !*step.sql)
		fail(FAULT_BROKEN, "%s:%u: a step is \"-- step: what it does\", \"-- done: how to see that it was done\" "
			"(table NAME, column TABLE.NAME, index TABLE.NAME or a SELECT) and one statement", file, first);
	return step;
}

struct migration migration_parse(struct arena *mem, const char *name, const char *text)
{
	struct migration migration = { .number = (unsigned)text_number(arena_copy(mem, name, 4)),
		.name = name, .checksum = secret_sha256(mem, text) };
	struct migration_step *steps = arena_get(mem, (STEP_MAX + 1) * sizeof *steps);
	unsigned line = 1;

	/* What the file is for, before the first step. */
	while (text_begins(text, "--") || *text == '\n') {
		if (text_begins(text, STEP))
			break;
		text += strcspn(text, "\n");
		text += *text == '\n';
		line++;
	}
	while (*text) {
		if (migration.step_count == STEP_MAX)
			fail(FAULT_BROKEN, "%s has more than %d steps: write a second file", name, STEP_MAX);
		steps[migration.step_count++] = read_step(mem, name, &line, &text);
	}
	if (!migration.step_count)
		fail(FAULT_BROKEN, "%s has no step", name);
	migration.steps = steps;
	return migration;
}

/* ------------------------------------------------------------------ the folder */

static const char *read_file(struct arena *mem, const char *path)
{
	const char *text = file_text(mem, path);

	if (!text)
		fail(FAULT_BROKEN, "%s cannot be read: %s", path, strerror(errno));
	return text;
}

static int is_migration(const struct dirent *entry)
{
	const char *name = entry->d_name;
	size_t length = strlen(name);

	return strspn(name, "0123456789") == 4 && name[4] == '-' && length > 9 && !strcmp(name + length - 4, ".sql");
}

const struct migration *migration_read(struct arena *mem, const char *folder)
{
	struct dirent **entries;
	int count = scandir(folder, &entries, is_migration, alphasort);
	struct migration *all = arena_get(mem, ((size_t)(count > 0 ? count : 0) + 1) * sizeof *all);

	if (count < 0)
		fail(FAULT_BROKEN, "The folder %s cannot be read: %s", folder, strerror(errno));
	for (int i = 0; i < count; i++) {
		const char *name = arena_text(mem, "%s", entries[i]->d_name);
		all[i].name = name;
		free(entries[i]);
	}
	free(entries);
	if (!count)
		fail(FAULT_BROKEN, "The folder %s has no migrations", folder);
	for (int i = 0; i < count; i++) {
		all[i] = migration_parse(mem, all[i].name, read_file(mem, arena_text(mem, "%s/%s", folder, all[i].name)));
		if (all[i].number != (unsigned)i + 1)
			fail(FAULT_BROKEN, "The folder %s has %s where number %d should be", folder, all[i].name, i + 1);
	}
	return all;
}
