/* Folding any text, and the search keys made of it: letters, digits and single blanks, which need no escaping. */
#include "fuzz.h"

#include "base/fold.h"
#include "domain/customer/search.h"

#include <utf8proc.h>

static void is_folded(const char *text)
{
	const utf8proc_uint8_t *at = (const utf8proc_uint8_t *)text;
	size_t length = strlen(text);
	utf8proc_int32_t point, before = ' ';

	MUST(!length || text[length - 1] != ' ');
	for (const utf8proc_uint8_t *end = at + length; at < end; before = point) {
		utf8proc_ssize_t used = utf8proc_iterate(at, end - at, &point);
		MUST(used > 0);
		at += used;
		MUST(point >= 0x80 || point == ' ' || (point >= '0' && point <= '9') || (point >= 'a' && point <= 'z'));
		MUST(point != ' ' || before != ' ');
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	struct arena *mem = arena_new();
	const char *text = arena_copy(mem, size ? (const char *)bytes : "", size);
	const char *half = arena_copy(mem, text, strlen(text) / 2);
	struct search_subject searched = { .id = "10001", .first_name = half, .middle_name = half, .last_name = text,
		.business_name = text, .contacts = WITH({ "phone", text }, { "email", text }, { "zip", half }, { "city", text }) };

	is_folded(fold(mem, text));
	MUST(strlen(search_key_asked(mem, text)) <= SEARCH_KEY_LENGTH);
	for (const char *c = fold_marks(mem, text); *c; c++)
		MUST((unsigned char)*c >= ' ' && *c != 0x7f);
	for (const char **word = search_key_words(mem, &searched); *word; word++) {
		MUST(**word && strlen(*word) <= 100);
		for (const char *c = *word; *c; c++)
			MUST(*c != '"' && *c != '\\' && (unsigned char)*c >= ' ');
	}
	arena_free(mem);
	return 0;
}
