/* Query strings, posted bodies and cookies. Not here: what the words mean (rules/form.c). */
#include "http/decode.h"

#include <ctype.h>
#include <utf8proc.h>

static int hex(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c = (char)(c | 0x20);
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static bool is_utf8(const char *text, size_t length)
{
	const utf8proc_uint8_t *at = (const utf8proc_uint8_t *)text;
	utf8proc_ssize_t left = (utf8proc_ssize_t)length;
	utf8proc_int32_t point;

	while (left > 0) {
		utf8proc_ssize_t used = utf8proc_iterate(at, left, &point);
		if (used < 1)
			return false;
		at += used;
		left -= used;
	}
	return true;
}

static bool is_control(char c)
{
	return ((unsigned char)c < ' ' && c != '\t' && c != '\n' && c != '\r') || c == 0x7f;
}

/* Appends C to what is MADE up to *TO. False when it cannot stand in a text. */
static bool add(const char *made, char **to, char c)
{
	if (is_control(c))
		return false;
	if (c == '\n' && *to > made && (*to)[-1] == '\r')
		(*to)--;
	*(*to)++ = c;
	return true;
}

const char *decode_text(struct arena *mem, const char *text, size_t length)
{
	char *made = arena_get(mem, length + 1), *to = made;

	for (size_t i = 0; i < length; i++)
		if (!add(made, &to, text[i]))
			return NULL;
	return is_utf8(made, (size_t)(to - made)) ? made : NULL;
}

/* The bytes from TEXT to END, decoded; NULL when they are not whole. */
static const char *decoded(struct arena *mem, const char *text, const char *end)
{
	char *made = arena_get(mem, (size_t)(end - text) + 1), *to = made;

	while (text < end) {
		char c = *text++;
		if (c == '+') {
			c = ' ';
		} else if (c == '%') {
			if (end - text < 2 || hex(text[0]) < 0 || hex(text[1]) < 0)
				return NULL;
			c = (char)(hex(text[0]) * 16 + hex(text[1]));
			text += 2;
		}
		if (!add(made, &to, c))
			return NULL;
	}
	*to = '\0';
	return is_utf8(made, (size_t)(to - made)) ? made : NULL;
}

bool decode_is_name(const char *name)
{
	size_t length = strlen(name);

	if (!length || length > 64)
		return false;
	for (; *name; name++)
		if (!isalnum((unsigned char)*name) && !strchr("_.-", *name))
			return false;
	return true;
}

const struct text_value *decode_words(struct arena *mem, const char *text, size_t length)
{
	const char *end = text + length;
	size_t count = 1;

	for (const char *c = text; c < end; c++)
		count += *c == '&';
	if (count > DECODE_WORD_MAX)
		return NULL;
	struct text_value *words = arena_get(mem, (count + 1) * sizeof *words), *word = words;
	while (text < end) {
		const char *stop = memchr(text, '&', (size_t)(end - text));
		stop = stop ? stop : end;
		const char *equals = memchr(text, '=', (size_t)(stop - text));
		word->name = decoded(mem, text, equals ? equals : stop);
		word->text = decoded(mem, equals ? equals + 1 : stop, stop);
		if (stop > text) {
			if (!word->name || !word->text || !decode_is_name(word->name))
				return NULL;
			word++;
		}
		text = stop + 1;
	}
	*word = (struct text_value){ 0 };
	return words;
}

const char *decode_cookie(struct arena *mem, const char *header, const char *name, bool *twice)
{
	size_t length = strlen(name);
	const char *found = NULL;

	*twice = false;
	while (header && *header) {
		header += strspn(header, " ;");
		size_t whole = strcspn(header, ";");
		if (whole > length && !strncmp(header, name, length) && header[length] == '=') {
			*twice = found != NULL;
			found = arena_copy(mem, header + length + 1, whole - length - 1);
		}
		header += whole;
	}
	return found;
}
