/* Posted bodies, with a file and without, and cookies: whatever comes, the words that are let through are what decode.h promises. */
#include "fuzz.h"

#include "http/decode.h"
#include "http/multipart.h"

static void is_word(struct arena *mem, const struct text_value *word)
{
	size_t length = strlen(word->name);

	MUST(length > 0 && length <= 64);
	for (const char *c = word->name; *c; c++)
		MUST((*c >= '0' && *c <= '9') || ((*c | 0x20) >= 'a' && (*c | 0x20) <= 'z') || strchr("_.-", *c));
	for (const char *c = word->text; *c; c++)
		MUST((unsigned char)*c >= ' ' || *c == '\t' || *c == '\n' || *c == '\r');
	if (strstr(word->text, "\r\n")) /* of CR CR LF, which would now become LF */
		return;
	/* What was decoded, encoded and decoded once more is the same: nothing was decoded twice. */
	const char *again = arena_text(mem, "%s=%s", word->name, text_encoded(mem, word->text));
	const struct text_value *back = decode_words(mem, again, strlen(again));
	MUST(back && !strcmp(back->name, word->name) && !strcmp(back->text, word->text) && !back[1].name);
}

static void try_cookie(struct arena *mem, const uint8_t *bytes, size_t size)
{
	bool twice;
	const char *header = arena_copy(mem, (const char *)bytes, size), *value;

	value = decode_cookie(mem, header, "sid", &twice);
	MUST(!value || !strchr(value, ';'));
	MUST(value || !twice);
}

/* The same bytes as a form with a file. */
static void try_multipart(struct arena *mem, const char *body, size_t size)
{
	struct upload file;
	const struct text_value *words = multipart_read(mem, "multipart/form-data; boundary=b", body, size, &file);

	for (; words && words->name; words++)
		is_word(mem, words);
	if (words && file.name)
		MUST(file.bytes > body && file.bytes + file.length < body + size && !strchr(file.name, '/'));
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	struct arena *mem = arena_new();
	const struct text_value *words = decode_words(mem, (const char *)bytes, size);
	size_t count = 0;

	for (; words && words[count].name; count++)
		is_word(mem, &words[count]);
	MUST(count <= DECODE_WORD_MAX);
	if (size)
		try_cookie(mem, bytes, size);
	try_multipart(mem, (const char *)bytes, size);
	arena_free(mem);
	return 0;
}
