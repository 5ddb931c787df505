/* Files as texts. */
#include "base/file.h"

#include "base/buffer.h"

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
