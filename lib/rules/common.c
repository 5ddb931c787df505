/* What is taken away from a password, and what is looked for in the rest. The list is made when Upcard is built
 * (common_list.sh). */
#include "rules/common.h"

#include "base/fold.h"
#include "base/text.h"
#include "rules/common_list.h"

#include <ctype.h>

/* How long a walk and a word are at least, and what is too little to be guessed at. */
enum { WALK = 4, WORD = 3, LISTED = 4, FEW_LETTERS = 4, FEW_SIGNS = 8 };

static const char everybodys[] = "upcard january february march april june july august september october november december "
	"spring summer autumn fall winter monday tuesday wednesday thursday friday saturday sunday motors auto";

/* ------------------------------------------------------------------ the keyboard */

/* The row of the keyboard that has C, from 0, and where; -1 for none. */
static int row_of(char c, int *column)
{
	static const char *const rows[][2] = {
		{ "1234567890-=", "!@#$%^&*()_+" }, { "qwertyuiop[]", "QWERTYUIOP{}" }, { "asdfghjkl;'", "ASDFGHJKL:\"" },
		{ "zxcvbnm,./", "ZXCVBNM<>?" },
	};

	for (int row = 0; row < 4; row++)
		for (int shift = 0; shift < 2; shift++) {
			const char *at = c ? strchr(rows[row][shift], c) : NULL;
			if (at) {
				*column = (int)(at - rows[row][shift]);
				return row;
			}
		}
	return -1;
}

/* Whether B lies beside A, above, below or across, or is A. */
static bool is_step(char a, char b)
{
	int a_column, b_column, a_row = row_of(a, &a_column), b_row = row_of(b, &b_column);

	return a_row >= 0 && b_row >= 0 && abs(a_row - b_row) <= 1 && abs(a_column - b_column) <= 1;
}

static size_t walk(const char *at)
{
	size_t length = 1;

	while (at[length - 1] && is_step(at[length - 1], at[length]))
		length++;
	return length >= WALK ? length : 0;
}

/* TEXT without its walks. */
static const char *unwalked(struct arena *mem, const char *text)
{
	char *made = arena_get(mem, strlen(text) + 1), *end = made;

	while (*text) {
		size_t length = walk(text);
		if (!length)
			*end++ = *text;
		text += length ? length : 1;
	}
	return made;
}

/* ------------------------------------------------------------------ words */

static const char *lower(struct arena *mem, const char *text)
{
	char *made = arena_copy(mem, text, strlen(text));

	for (char *c = made; *c; c++)
		*c = (char)tolower((unsigned char)*c);
	return made;
}

/* TEXT in small letters; what is written for a letter (p@ssw0rd) as that letter when it stands AMONG letters, gone when it
 * stands at an end. Letters beyond ASCII stay. */
static const char *letters(struct arena *mem, const char *text, bool among)
{
	static const char written[] = "@40310$5!7", meant[] = "aaoeiossit";
	size_t first = 0, last = strlen(text);
	char *made = arena_get(mem, last + 1), *end = made;

	while (first < last && !isalpha((unsigned char)text[first]) && (unsigned char)text[first] < 0x80)
		first++;
	while (last > first && !isalpha((unsigned char)text[last - 1]) && (unsigned char)text[last - 1] < 0x80)
		last--;
	for (; first < last; first++) {
		const char *at = among ? strchr(written, text[first]) : NULL;
		if (at)
			*end++ = meant[at - written];
		else if (isalpha((unsigned char)text[first]) || (unsigned char)text[first] >= 0x80)
			*end++ = (char)tolower((unsigned char)text[first]);
	}
	return made;
}

/* TEXT without WORD wherever it stands. */
static const char *without(struct arena *mem, const char *text, const char *word)
{
	size_t length = strlen(word);
	const char *at;

	while (length >= WORD && (at = strstr(text, word)))
		text = arena_text(mem, "%.*s%s", (int)(at - text), text, at + length);
	return text;
}

/* The same for each word of WORDS, of which only the letters count when BARE. */
static const char *without_words(struct arena *mem, const char *text, const char *words, bool bare)
{
	for (const char *at = fold(mem, words); *at;) {
		size_t length = strcspn(at, " ");
		const char *word = arena_copy(mem, at, length);
		text = without(mem, text, bare ? letters(mem, word, false) : word);
		at += length + strspn(at + length, " ");
	}
	return text;
}

static const char *without_all(struct arena *mem, const char *text, const char *const *about, bool bare)
{
	for (; about && *about; about++)
		text = without_words(mem, text, *about, bare);
	return without_words(mem, text, everybodys, bare);
}

/* Whether WORD is in the list, once or said several times. */
static bool is_listed(struct arena *mem, const char *word)
{
	size_t length = strlen(word);

	for (size_t part = LISTED; part <= length / 2; part++)
		if (length % part == 0 && !strncmp(word, word + part, length - part))
			length = part;
	return length >= LISTED && strstr(common_list, arena_text(mem, "\n%.*s\n", (int)length, word));
}

/* Whether TEXT is listed, or when ABOUT and everybody's words are taken away listed or too little to be guessed at. First whole
 * words go, which may have digits, then what their letters were written with. */
static bool is_nothing_new(struct arena *mem, const char *text, bool among, const char *const *about)
{
	const char *rest = without_all(mem, lower(mem, text), about, false), *bare = letters(mem, rest, among);
	size_t signs = strlen(rest) - strlen(letters(mem, rest, false));

	bare = without_all(mem, bare, about, true);
	return is_listed(mem, letters(mem, text, among)) || is_listed(mem, bare) ||
		(strlen(bare) < FEW_LETTERS && signs < FEW_SIGNS);
}

bool common_is(struct arena *mem, const char *password, const char *const *about)
{
	const char *rest = unwalked(mem, password);

	for (int among = 0; among < 2; among++)
		if (is_nothing_new(mem, password, among, about) || is_nothing_new(mem, rest, among, about))
			return true;
	return is_listed(mem, lower(mem, password));
}
