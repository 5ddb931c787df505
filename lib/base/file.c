/* Files as texts. */
#include "base/file.h"

#include "base/buffer.h"
#include "base/fail.h"

#include <errno.h>
#include <string.h>

const char *file_text(struct arena *mem, const char *path)
{
	FILE *file = fopen(path, "re");
	struct buffer text = { .mem = mem };
	char piece[4096];
	size_t length;

	if (!file)
		return NULL;
	while ((length = fread(piece, 1, sizeof piece, file)))
		buffer_add(&text, piece, length);
	fclose(file);
	return buffer_text(&text);
}

static void end(void *file)
{
	fclose(file);
}

FILE *file_temporary(struct arena *mem)
{
	FILE *file = tmpfile();

	if (!file)
		fail(FAULT_BROKEN, "no temporary file: %s", strerror(errno));
	arena_defer(mem, end, file);
	return file;
}
