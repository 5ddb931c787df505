/* Small work on text. Not here: rules about good values (rules/check.c), folding for search (fold.c). */
#include "base/text.h"

#include <stdint.h>

const char *text_value_of(const struct text_value *values, const char *name)
{
	for (; values && values->name; values++)
		if (!strcmp(values->name, name))
			return values->text;
	return NULL;
}

static size_t value_count(const struct text_value *values)
{
	size_t count = 0;

	while (values && values[count].name)
		count++;
	return count;
}

bool text_values_have(const struct text_value *values, const char *name, const char *text)
{
	for (; values && values->name; values++)
		if (!strcmp(values->name, name) && text_same(values->text, text))
			return true;
	return false;
}

const struct text_value *text_values(struct arena *mem, const struct text_value *a, const struct text_value *b)
{
	size_t count = value_count(a), more = value_count(b);
	struct text_value *values = arena_get(mem, (count + more + 1) * sizeof *values);

	if (count)
		memcpy(values, a, count * sizeof *values);
	if (more)
		memcpy(values + count, b, more * sizeof *values);
	return values;
}

bool text_same(const char *a, const char *b)
{
	return a == b || (a && b && !strcmp(a, b));
}

bool text_empty(const char *text)
{
	return !text || !*text;
}

bool text_begins(const char *text, const char *with)
{
	return text && !strncmp(text, with, strlen(with));
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

bool text_all_digits(const char *text)
{
	if (text_empty(text))
		return false;
	while (is_digit(*text))
		text++;
	return !*text;
}

const char *text_or(const char *text, const char *otherwise)
{
	return text_empty(text) ? otherwise : text;
}

/* The code point at TEXT and its LENGTH in bytes; U+FFFD for a byte that begins none. */
static uint32_t point_at(const char *text, size_t *length)
{
	unsigned char c = (unsigned char)*text;
	uint32_t point = c < 0xe0 ? c & 0x1f : c < 0xf0 ? c & 0x0f : c & 0x07;
	size_t more = c < 0xc2 ? 0 : c < 0xe0 ? 1 : c < 0xf0 ? 2 : 3;

	*length = 1;
	if (!more)
		return c < 0x80 ? c : 0xfffd;
	for (size_t i = 1; i <= more; i++) {
		if (((unsigned char)text[i] & 0xc0) != 0x80)
			return 0xfffd;
		point = point << 6 | ((unsigned char)text[i] & 0x3f);
	}
	*length = more + 1;
	return point;
}

struct span {
	uint32_t first, last;
};

static bool is_in(const struct span *spans, size_t count, uint32_t point)
{
	for (size_t i = 0; i < count; i++)
		if (point >= spans[i].first && point <= spans[i].last)
			return true;
	return false;
}
#define IS_IN(spans, point) is_in(spans, sizeof spans / sizeof *spans, point)

/* Blanks of all widths, line ends, and letters that are drawn as nothing. */
static bool is_blank(uint32_t point)
{
	static const struct span blanks[] = { { 0x01, ' ' }, { 0x7f, 0x7f }, { 0x85, 0x85 }, { 0xa0, 0xa0 }, { 0x115f, 0x1160 },
		{ 0x1680, 0x1680 }, { 0x2000, 0x200a }, { 0x2028, 0x2029 }, { 0x202f, 0x202f }, { 0x205f, 0x205f },
		{ 0x2800, 0x2800 }, { 0x3000, 0x3000 }, { 0x3164, 0x3164 }, { 0xffa0, 0xffa0 } };

	return IS_IN(blanks, point);
}

/* Marks that nobody sees. Those that shape what stands BEFORE them (parts of an emoji, joiners of Persian, variants of
 * Japanese names) are something only there: between letters of ASCII they come from a sheet or a page. */
static bool is_hidden(uint32_t point, uint32_t before, const char *behind)
{
	static const struct span hidden[] = { { 0xad, 0xad }, { 0x34f, 0x34f }, { 0x61c, 0x61c }, { 0x200b, 0x200b },
		{ 0x200e, 0x200f }, { 0x2060, 0x2064 }, { 0x206a, 0x206f }, { 0xfeff, 0xfeff }, { 0xe0001, 0xe0001 } };
	static const struct span joiners[] = { { 0x200c, 0x200d } }, tags[] = { { 0xe0020, 0xe007f } };
	static const struct span variants[] = { { 0x180b, 0x180e }, { 0xfe00, 0xfe0f }, { 0xe0100, 0xe01ef } };

	if (IS_IN(tags, point))
		return before != 0x1f3f4 && !IS_IN(tags, before); /* the flag of Scotland */
	if (IS_IN(joiners, point))
		return before < 0x80 || !((unsigned char)*behind & 0x80);
	return IS_IN(hidden, point) || (before < 0x80 && IS_IN(variants, point));
}

const char *text_trim(struct arena *mem, const char *text)
{
	char *trimmed = arena_get(mem, strlen(text) + 1), *end = trimmed;
	uint32_t before = ' ', point;
	bool gap = false;

	for (size_t length; *text; text += length) {
		point = point_at(text, &length);
		if (is_blank(point)) {
			gap = true;
			before = ' ';
		} else if (!is_hidden(point, before, text + length)) {
			if (gap && end > trimmed)
				*end++ = ' ';
			gap = false;
			memcpy(end, text, length);
			end += length;
			before = point;
		}
	}
	return trimmed;
}

bool text_disguised(const char *text)
{
	static const struct span marks[] = { { 0x80, 0x9f }, { 0x202a, 0x202e }, { 0x2066, 0x2069 }, { 0xfff9, 0xfffb } };

	for (size_t length; *text; text += length) {
		uint32_t point = point_at(text, &length);
		if (length > 1 && IS_IN(marks, point))
			return true;
	}
	return false;
}

const char *text_lines(struct arena *mem, const char *text)
{
	char *lines = arena_get(mem, strlen(text) + 1);
	size_t length = 0, end = 0;

	for (bool first = true; ; first = false) {
		size_t size = strcspn(text, "\r\n");
		const char *line = text_trim(mem, arena_copy(mem, text, size));
		if (!first && length)
			lines[length++] = '\n';
		memcpy(lines + length, line, strlen(line));
		length += strlen(line);
		end = *line ? length : end;
		if (!text[size])
			break;
		text += size + (text[size] == '\r' && text[size + 1] == '\n') + 1;
	}
	lines[end] = '\0';
	return lines;
}

const char *text_digits(struct arena *mem, const char *text)
{
	char *digits = arena_get(mem, strlen(text) + 1), *end = digits;

	for (; *text; text++)
		if (is_digit(*text))
			*end++ = *text;
	return digits;
}

const char *text_reversed(struct arena *mem, const char *text)
{
	size_t length = strlen(text);
	char *reversed = arena_get(mem, length + 1);

	for (size_t i = 0; i < length; i++)
		reversed[i] = text[length - 1 - i];
	return reversed;
}

size_t text_length(const char *text)
{
	size_t length = 0;

	for (; *text; text++)
		length += ((unsigned char)*text & 0xc0) != 0x80;
	return length;
}

const char *text_cut(struct arena *mem, const char *text, size_t limit)
{
	if (strlen(text) <= limit)
		return text;
	while (limit && ((unsigned char)text[limit] & 0xc0) == 0x80)
		limit--;
	return arena_copy(mem, text, limit);
}

const char *text_first(struct arena *mem, const char *text)
{
	size_t length = *text != '\0';

	while (((unsigned char)text[length] & 0xc0) == 0x80)
		length++;
	return arena_copy(mem, text, length);
}

bool text_in_set(const char *set, const char *code)
{
	size_t length = strlen(code);

	for (; set && length; set = strchr(set, ',') ? strchr(set, ',') + 1 : NULL)
		if (!strncmp(set, code, length) && (set[length] == ',' || !set[length]))
			return true;
	return false;
}

const char *text_join(struct arena *mem, const char *a, const char *between, const char *b)
{
	if (text_empty(a))
		return text_or(b, "");
	if (text_empty(b))
		return a;
	/* Names of inputs and search keys are made of these: a hundred in a page. */
	size_t first = strlen(a), gap = strlen(between), last = strlen(b);
	char *joined = arena_get(mem, first + gap + last + 1);
	memcpy(joined, a, first);
	memcpy(joined + first, between, gap);
	memcpy(joined + first + gap, b, last);
	return joined;
}

const char *text_of_number(struct arena *mem, unsigned long long number)
{
	char digits[24], *first = digits + sizeof digits;

	do
		*--first = (char)('0' + number % 10);
	while (number /= 10);
	return arena_copy(mem, first, (size_t)(digits + sizeof digits - first));
}

unsigned long long text_number(const char *text)
{
	unsigned long long number = 0;

	if (!text_all_digits(text))
		return 0;
	for (; *text; text++) {
		unsigned digit = (unsigned)(*text - '0');
		if (number > (UINT64_MAX - digit) / 10)
			return 0;
		number = number * 10 + digit;
	}
	return number;
}

const char *text_encoded(struct arena *mem, const char *text)
{
	static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
	char *made = arena_get(mem, strlen(text) * 3 + 1), *end = made;

	for (; *text; text++)
		if (strchr(plain, *text))
			*end++ = *text;
		else
			end += snprintf(end, 4, "%%%02X", (unsigned char)*text);
	return made;
}
