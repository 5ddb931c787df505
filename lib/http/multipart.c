/* Parts between boundaries. Browsers write a part's name and its file's name in quotes and a quote in them as %22 (HTML,
 * "multipart form data"), so a quote ends them. */
#include "http/multipart.h"

#include "http/decode.h"

enum { BOUNDARY_MAX = 70 }; /* RFC 2046, 5.1.1 */

/* What is left of a body. */
struct rest {
	const char *at;
	size_t length;
};

static bool step_over(struct rest *rest, const char *text)
{
	size_t length = strlen(text);

	if (rest->length < length || memcmp(rest->at, text, length))
		return false;
	rest->at += length;
	rest->length -= length;
	return true;
}

/* What stands before MARK; MARK is stepped over. False when it does not come. */
static bool take_until(struct rest *rest, const char *mark, struct rest *before)
{
	const char *found = memmem(rest->at, rest->length, mark, strlen(mark));

	if (!found)
		return false;
	*before = (struct rest){ rest->at, (size_t)(found - rest->at) };
	rest->length -= before->length;
	rest->at = found;
	return step_over(rest, mark);
}

/* The parameter NAME (as in `; name="`) of a part's HEAD; NULL when it is not there or not text. */
static const char *parameter(struct arena *mem, const char *head, const char *name)
{
	const char *line = strcasestr(head, "content-disposition:");
	const char *found = line ? strcasestr(line, name) : NULL;

	if (!found || memchr(line, '\n', (size_t)(found - line)))
		return NULL;
	found += strlen(name);
	return decode_text(mem, found, strcspn(found, "\"\r\n"));
}

static const char *without_folders(const char *name)
{
	for (const char *c = name; *c; c++)
		if (*c == '/' || *c == '\\')
			name = c + 1;
	return name;
}

/* A part with HEAD and CONTENT: the next word or the file. */
static bool take_part(struct arena *mem, const char *head, struct rest content, struct text_value *word, struct upload *file)
{
	const char *file_name = parameter(mem, head, "; filename=\"");

	word->name = NULL;
	if (file_name && *file_name) {
		if (file->name)
			return false;
		*file = (struct upload){ without_folders(file_name), content.at, content.length };
		return true;
	}
	if (file_name)
		return !content.length;
	word->name = parameter(mem, head, "; name=\"");
	word->text = decode_text(mem, content.at, content.length);
	return word->name && word->text && decode_is_name(word->name);
}

static const char *boundary_of(struct arena *mem, const char *type)
{
	const char *found = strcasestr(type, "boundary=");
	size_t length;

	if (!found)
		return NULL;
	found += strlen("boundary=");
	found += *found == '"';
	length = strcspn(found, "\"; \r\n");
	return length && length <= BOUNDARY_MAX ? arena_copy(mem, found, length) : NULL;
}

const struct text_value *multipart_read(struct arena *mem, const char *type, const char *body, size_t length,
	struct upload *file)
{
	const char *boundary = boundary_of(mem, type);
	const char *mark = arena_text(mem, "\r\n--%s", text_or(boundary, ""));
	struct text_value *words = arena_get(mem, (DECODE_WORD_MAX + 1) * sizeof *words), *word = words;
	struct rest rest = { body, length }, head, content;

	*file = (struct upload){ 0 };
	if (!boundary || !step_over(&rest, mark + 2))
		return NULL;
	while (!step_over(&rest, "--")) {
		if (word == words + DECODE_WORD_MAX || !step_over(&rest, "\r\n") || !take_until(&rest, mark, &content) ||
		    !take_until(&content, "\r\n\r\n", &head) ||
		    !take_part(mem, arena_copy(mem, head.at, head.length), content, word, file))
			return NULL;
		word += word->name != NULL;
	}
	*word = (struct text_value){ 0 };
	return words;
}
