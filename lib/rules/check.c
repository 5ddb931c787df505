/* What a good value is. Not here: phone numbers (check_phone.c), states (check_state.c), numbers, money and dates (kind.c),
 * which field wants which check (the field tables in lib/domain). */
#include "rules/check.h"

#include "base/text.h"
#include "rules/common.h"
#include "rules/typed.h"

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

/* Letters, digits, dots and dashes, the last part not of digits alone: no port, no path, no number in place of a name. */
static bool is_domain(const char *domain)
{
	for (const char *c = domain; *c; c++)
		if (!isalnum((unsigned char)*c) && !((unsigned char)*c & 0x80) && *c != '.' && *c != '-')
			return false;
	return !text_all_digits(strrchr(domain, '.') + 1);
}

const char *check_email(struct arena *mem, const char **value)
{
	const char *email = typed_email(mem, *value), *at = strrchr(email, '@'), *dot = at ? strrchr(at, '.') : NULL;

	/* ? and & would add to the address in a mailto: link. */
	if (strpbrk(email, " ,;:<>\"()[]\\?&") && !(at && strchr(at, ':')))
		return "Enter one e-mail address, without blanks, commas, colons, brackets, ? or &.";
	if (!at || at == email || strchr(email, '@') != at)
		return "An e-mail address has a name, one @ and a domain, such as maria@example.com.";
	if (!dot || !dot[1] || !dot[2])
		return "Add the part after the last dot, such as .com.";
	if (at - email > 64)
		return "The part before the @ can have 64 characters.";
	if (at[1] == '.' || at[1] == '-' || dot[-1] == '-' || strstr(email, "..") || *email == '.' || at[-1] == '.')
		return "Check the dots in the e-mail address.";
	if (!is_domain(at + 1))
		return "Check what stands behind the @: a domain such as example.com has letters, digits, dots and dashes.";
	char *tidy = arena_copy(mem, email, strlen(email));
	for (char *c = tidy + (at - email); *c; c++)
		*c = (char)(*c >= 'A' && *c <= 'Z' ? *c - 'A' + 'a' : *c);
	*value = tidy;
	return NULL;
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
	const char *zip = typed_bare(mem, *value, "", " '\"", " '\",;.");
	char *tidy = arena_copy(mem, zip, strlen(zip));

	if (shaped(tidy, "99999") || shaped(tidy, "99999-9999")) {
		*value = tidy;
		return NULL;
	}
	if (shaped(tidy, "999999999") || shaped(tidy, "99999 9999") || shaped(tidy, "99999 - 9999") ||
	    shaped(tidy, "99999- 9999") || shaped(tidy, "99999 -9999")) {
		const char *digits = text_digits(mem, tidy);
		*value = arena_text(mem, "%.5s-%s", digits, digits + 5);
		return NULL;
	}
	if (shaped(tidy, "A9A 9A9") || shaped(tidy, "A9A-9A9") || shaped(tidy, "A9A9A9")) {
		for (char *c = tidy; *c; c++)
			*c = (char)toupper((unsigned char)*c);
		*value = arena_text(mem, "%.3s %s", tidy, tidy + strlen(tidy) - 3);
		return NULL;
	}
	return "A ZIP has 5 digits, or 9 with a dash, such as 43206 or 43206-1234.";
}

bool ssn_is_itin(const char *number)
{
	return text_begins(number, "9");
}

/* An ITIN: the groups that the Internal Revenue Service gives out. */
static const char *check_itin(const char *digits)
{
	int group = (digits[3] - '0') * 10 + digits[4] - '0';

	if (!strncmp(digits, "98765432", 8))
		return "987-65-4320 to 987-65-4329 are printed in advertisements and belong to nobody. Type the number again.";
	if ((group >= 50 && group <= 65) || (group >= 70 && group <= 88) || (group >= 90 && group <= 92) || group >= 94)
		return NULL;
	return "A number that begins with 9 is no SSN but a taxpayer number (ITIN), and those have 50 to 65, 70 to 88, "
		"90 to 92 or 94 to 99 in the middle. Type it again.";
}

const char *check_ssn(struct arena *mem, const char **value)
{
	const char *typed = typed_bare(mem, *value, "", " '\"", " '\",;.");

	for (const char *const *word = (const char *const[]){ "ssn", "itin", NULL }; *word; word++)
		if (!strncasecmp(typed, *word, strlen(*word)))
			typed += strlen(*word) + strspn(typed + strlen(*word), " :#");
	const char *digits = text_digits(mem, typed);
	if (!has_only(typed, " -.#"))
		return "Enter the SSN in digits only: nine digits, such as 123-45-6789.";
	if (strlen(digits) != 9)
		return arena_text(mem, "An SSN has nine digits; what you typed has %zu. Type it again.",
			strlen(digits));
	*value = digits;
	if (ssn_is_itin(digits))
		return check_itin(digits);
	if (text_begins(digits, "000") || text_begins(digits, "666"))
		return "No SSN begins with 000 or 666. Type it again.";
	if (!strncmp(digits + 3, "00", 2))
		return "No SSN has 00 in the middle. Type it again.";
	if (!strcmp(digits + 5, "0000"))
		return "No SSN ends in 0000. Type it again.";
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
