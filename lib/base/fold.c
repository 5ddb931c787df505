/* Folding for search, by utf8proc (Unicode case folding and decomposition, marks stripped). */
#include "base/fold.h"

#include "base/text.h"

#include <stdbool.h>
#include <utf8proc.h>

/* Letters that Unicode does not take apart, as people type them on a US keyboard. */
static const struct { utf8proc_int32_t letter; const char *typed; } plain[] = {
	{ 0x00e6, "ae" }, { 0x0153, "oe" }, { 0x00f8, "o" }, { 0x0142, "l" }, { 0x0111, "d" },
	{ 0x00f0, "d" }, { 0x00fe, "th" }, { 0x0131, "i" }, { 0x0127, "h" }, { 0x0167, "t" }, { 0x014b, "n" },
};

static const char *typed_as(utf8proc_int32_t letter)
{
	for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
		if (plain[i].letter == letter)
			return plain[i].typed;
	return NULL;
}

/* O'Brien is typed obrien, d’Angelo dangelo: these vanish where other punctuation parts words. */
static bool vanishes(utf8proc_int32_t c)
{
	return c == '\'' || c == 0x2019 || c == 0x2018 || c == 0x02bb || c == 0x02bc || c == '`';
}

/* An acute accent typed as an apostrophe would be taken apart into a blank and a mark. */
static utf8proc_int32_t before_decomposing(utf8proc_int32_t c, void *unused)
{
	(void)unused;
	return c == 0x00b4 ? '\'' : c;
}

/* Quotes that utf8proc leaves as they are. */
static utf8proc_int32_t before_lumping(utf8proc_int32_t c, void *unused)
{
	(void)unused;
	if ((c >= 0x201c && c <= 0x201f) || c == 0xab || c == 0xbb)
		return '"';
	return c == 0x00b4 || c == 0x02bb || c == 0x201b || c == 0x2032 ? '\'' : c;
}

static bool is_word(utf8proc_int32_t c)
{
	utf8proc_category_t kind = utf8proc_category(c);

	return (kind >= UTF8PROC_CATEGORY_LU && kind <= UTF8PROC_CATEGORY_LO) ||
	       (kind >= UTF8PROC_CATEGORY_ND && kind <= UTF8PROC_CATEGORY_NO);
}

static char *add(char *end, utf8proc_int32_t c)
{
	const char *typed = typed_as(c);

	if (!typed)
		return end + utf8proc_encode_char(c, (utf8proc_uint8_t *)end);
	size_t length = strlen(typed);
	memcpy(end, typed, length);
	return end + length;
}

/* Most of what is typed is plain ASCII; this spares it the tables. */
static const char *fold_ascii(struct arena *mem, const char *text)
{
	char *folded = arena_get(mem, strlen(text) + 1), *end = folded;
	bool gap = false;

	for (; *text; text++) {
		char c = *text;
		if (c >= 'A' && c <= 'Z')
			c = (char)(c - 'A' + 'a');
		if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
			if (gap && end > folded)
				*end++ = ' ';
			gap = false;
			*end++ = c;
		} else if (c != '\'' && c != '`') {
			gap = true;
		}
	}
	return folded;
}

static bool is_ascii(const char *text)
{
	while (*text && !((unsigned char)*text & 0x80))
		text++;
	return !*text;
}

/* TEXT taken apart into *POINTS by HOW, each looked at by FIRST; their count, -1 when it is no UTF-8. */
static utf8proc_ssize_t points_of(struct arena *mem, const char *text, utf8proc_option_t how,
	utf8proc_custom_func first, utf8proc_int32_t **points)
{
	size_t length = strlen(text);
	/* The longest decomposition is 18 code points; four bytes each is the room to encode them. */
	utf8proc_ssize_t room = (utf8proc_ssize_t)length * 18 + 1;

	*points = arena_get(mem, (size_t)room * sizeof **points);
	utf8proc_ssize_t count = utf8proc_decompose_custom((const utf8proc_uint8_t *)text,
		(utf8proc_ssize_t)length, *points, room, how, first, NULL);
	return count > room ? -1 : count;
}

const char *fold(struct arena *mem, const char *text)
{
	const utf8proc_option_t how = UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD |
		UTF8PROC_STRIPMARK | UTF8PROC_IGNORE;
	utf8proc_int32_t *points;

	if (is_ascii(text))
		return fold_ascii(mem, text);
	utf8proc_ssize_t count = points_of(mem, text, how, before_decomposing, &points);
	if (count < 0)
		return "";
	char *folded = arena_get(mem, (size_t)count * 4 + 1), *end = folded;
	bool gap = false;
	for (utf8proc_ssize_t i = 0; i < count; i++) {
		if (vanishes(points[i]))
			continue;
		if (is_word(points[i])) {
			if (gap && end > folded)
				*end++ = ' ';
			gap = false;
			end = add(end, points[i]);
		} else {
			gap = true;
		}
	}
	return folded;
}

const char *fold_marks(struct arena *mem, const char *text)
{
	const utf8proc_option_t how = UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_IGNORE | UTF8PROC_LUMP;
	utf8proc_int32_t *points;

	if (is_ascii(text))
		return text_trim(mem, text);
	utf8proc_ssize_t count = points_of(mem, text, how, before_lumping, &points);
	if (count < 0)
		return text_trim(mem, text);
	count = utf8proc_normalize_utf32(points, count, UTF8PROC_COMPOSE);
	char *marks = arena_get(mem, (size_t)(count < 0 ? 0 : count) * 4 + 1), *end = marks;
	for (utf8proc_ssize_t i = 0; i < count; i++)
		end += utf8proc_encode_char(points[i], (utf8proc_uint8_t *)end);
	return text_trim(mem, marks);
}
