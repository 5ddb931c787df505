/* What a good value is. Not here: numbers, money and dates (kind.c), which field wants which check (the field tables in
 * lib/domain). */
#include "rules/check.h"

#include "base/text.h"
#include "rules/common.h"
#include "rules/vocab.h"

#include <ctype.h>
#include <stdbool.h>
#include <zxcvbn.h>

static bool has_only(const char *text, const char *others)
{
	for (; *text; text++)
		if (!isdigit((unsigned char)*text) && !strchr(others, *text))
			return false;
	return true;
}

const char *check_phone(struct arena *mem, const char **value)
{
	const char *digits = text_digits(mem, *value);
	size_t count = strlen(digits);

	if (!has_only(*value, " ()-.+/") || (strchr(*value, '+') && strrchr(*value, '+') != *value))
		return "Enter the phone number in digits only, such as (614) 555-0142.";
	if (**value == '+' && *digits != '1') {
		if (count < 8 || count > 15 || *digits == '0')
			return "Check the number from abroad: + and 8 to 15 digits, such as +49 30 901820.";
		*value = arena_text(mem, "+%s", digits);
		return NULL;
	}
	if (*digits == '1' && (count == 11 || (count > 1 && **value == '+')))
		digits++, count--;
	if (count == 7)
		return "Add the area code: a phone number has ten digits.";
	if (count != 10)
		return arena_text(mem, "A phone number has ten digits; this one has %zu.", count);
	if (digits[0] < '2' || digits[3] < '2')
		return "Check the phone number: area code and exchange never begin with 0 or 1.";
	*value = digits;
	return NULL;
}

const char *check_email(struct arena *mem, const char **value)
{
	const char *at = strrchr(*value, '@'), *dot = at ? strrchr(at, '.') : NULL;

	/* ? and & would add to the address in a mailto: link. */
	if (strpbrk(*value, " ,;<>\"()[]\\?&"))
		return "Enter one e-mail address, without blanks, commas, brackets, ? or &.";
	if (!at || at == *value || strchr(*value, '@') != at)
		return "An e-mail address has a name, one @ and a domain, such as maria@example.com.";
	if (!dot || !dot[1] || !dot[2])
		return "Add the part after the last dot, such as .com.";
	if (at - *value > 64)
		return "The part before the @ can have 64 characters.";
	if (at[1] == '.' || at[1] == '-' || strstr(*value, "..") || **value == '.' || at[-1] == '.')
		return "Check the dots in the e-mail address.";
	char *tidy = arena_copy(mem, *value, strlen(*value));
	for (char *c = tidy + (at - *value); *c; c++)
		*c = (char)(*c >= 'A' && *c <= 'Z' ? *c - 'A' + 'a' : *c);
	*value = tidy;
	return NULL;
}

const char *check_state(struct arena *mem, const char **value)
{
	(void)mem;
	for (const struct vocab_term *term = vocab_first("state"); term; term = vocab_next(term))
		if (!strcasecmp(term->code, *value) || !strcasecmp(term->label, *value)) {
			*value = term->code;
			return NULL;
		}
	return "Enter the state as two letters, such as OH.";
}

/* Whether TEXT has the shape of PATTERN: 9 = a digit, A = a letter, anything else itself. */
static bool shaped(const char *text, const char *pattern)
{
	for (; *pattern; text++, pattern++) {
		unsigned char c = (unsigned char)*text;
		if (*pattern == '9' ? !isdigit(c) : *pattern == 'A' ? !isalpha(c) : c != *pattern)
			return false;
	}
	return !*text;
}

const char *check_zip(struct arena *mem, const char **value)
{
	char *tidy = arena_copy(mem, *value, strlen(*value));

	if (shaped(tidy, "99999") || shaped(tidy, "99999-9999"))
		return NULL;
	if (shaped(tidy, "999999999") || shaped(tidy, "99999 9999")) {
		const char *digits = text_digits(mem, tidy);
		*value = arena_text(mem, "%.5s-%s", digits, digits + 5);
		return NULL;
	}
	if (shaped(tidy, "A9A 9A9") || shaped(tidy, "A9A9A9")) {
		for (char *c = tidy; *c; c++)
			*c = (char)toupper((unsigned char)*c);
		*value = arena_text(mem, "%.3s %s", tidy, tidy + strlen(tidy) - 3);
		return NULL;
	}
	return "A ZIP has 5 digits, or 9 with a dash, such as 43206 or 43206-1234.";
}

const char *check_ssn(struct arena *mem, const char **value)
{
	const char *digits = text_digits(mem, *value);

	if (!has_only(*value, " -"))
		return "Enter the SSN in digits only: nine digits, such as 123-45-6789.";
	if (strlen(digits) != 9)
		return arena_text(mem, "An SSN has nine digits; what you typed has %zu. Type it again.",
			strlen(digits));
	if (*digits == '9')
		return "A number that begins with 9 is no SSN but a taxpayer number (ITIN). Leave SSN empty or "
		       "type the SSN again.";
	if (text_begins(digits, "000") || text_begins(digits, "666"))
		return "No SSN begins with 000 or 666. Type it again.";
	if (!strncmp(digits + 3, "00", 2))
		return "No SSN has 00 in the middle. Type it again.";
	if (!strcmp(digits + 5, "0000"))
		return "No SSN ends in 0000. Type it again.";
	*value = digits;
	return NULL;
}

bool ssn_is_specimen(const char *ssn)
{
	return ssn && (!strcmp(ssn, "078051120") || !strcmp(ssn, "219099999"));
}

const char *check_password(struct arena *mem, const char *password, const char *const *about)
{
	/* zxcvbn's score 3 is 10^8 guesses and more; the library gives the logarithm of base 2. */
	const double score_3 = 8 / 0.30103;
	size_t length = text_length(password), count = 0;

	while (about && about[count])
		count++;
	const char **words = arena_get(mem, (count + 2) * sizeof *words);
	words[0] = "upcard";
	for (size_t i = 0; i < count; i++)
		words[i + 1] = about[i];
	if (length < 12)
		return "Use at least 12 characters. Four words that do not belong together are easy to keep in mind.";
	if (length > 128)
		return "Use at most 128 characters.";
	if (ZxcvbnMatch(password, words, NULL) < score_3 || common_is(mem, password, about))
		return "That password is easy to guess. Add another word that does not belong to it.";
	return NULL;
}
