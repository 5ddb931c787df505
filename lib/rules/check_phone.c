/* Phone numbers, from here and from abroad, with extensions. Not here: how they are shown (format.c). */
#include "rules/check.h"

#include "base/text.h"
#include "rules/typed.h"

enum { EXTENSION_MAX = 7 }; /* what is stored has 24 characters then, and contact.number room for 30 */

static const char *bare(struct arena *mem, const char *text)
{
	return typed_bare(mem, text, "tel:", " '\"", " '\",;");
}

/* The extension behind the number at *TEXT, which is cut off there: "x123", "ext. 123", ", 123", ";ext=123". "" for none. */
static const char *cut_extension(struct arena *mem, const char **text)
{
	static const char *const words[] = { "extension", "extn", "ext", "x", "#" };
	size_t number = strcspn(*text, "xXeE#,;"), length;
	const char *at = *text + number, *rest = at + strspn(at, " ,;");
	bool marked = rest > at;

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (!strncasecmp(rest, words[i], strlen(words[i]))) {
			rest += strlen(words[i]);
			marked = true;
			break;
		}
	rest += strspn(rest, " .:=#-");
	length = strspn(rest, "0123456789");
	if (!marked || !number || !length || rest[length + strspn(rest + length, " .)")])
		return "";
	*text = arena_copy(mem, *text, number);
	return arena_copy(mem, rest, length);
}

static bool is_punctuated(const char *text)
{
	const char *plus = strchr(text, '+');

	return !text[strspn(text, "0123456789 ()-.+/")] && (!plus || strspn(text, " (") == (size_t)(plus - text)) &&
		plus == strrchr(text, '+');
}

/* The digits of TEXT; *ABROAD: behind a country's own code, which has + or what is dialled for it in front. */
static const char *digits_of(struct arena *mem, const char *text, bool *abroad)
{
	const char *zero = strstr(text, "(0)"); /* dialled only inside that country */
	const char *digits = text_digits(mem, zero ? arena_text(mem, "%.*s%s", (int)(zero - text), text, zero + 3) : text);
	size_t prefix = text_begins(digits, "011") && strlen(digits) > 10 ? 3 :
		text_begins(digits, "00") && strlen(digits) > 9 ? 2 : 0;

	*abroad = strchr(text, '+') || prefix;
	return strchr(text, '+') ? digits : digits + prefix;
}

/* *NUMBER becomes ten digits, or + and the digits of a number from abroad. */
static const char *check_number(struct arena *mem, const char **number)
{
	bool abroad;
	const char *digits = digits_of(mem, *number, &abroad);
	size_t count = strlen(digits);

	if (!is_punctuated(*number))
		return "Enter the phone number in digits only, such as (614) 555-0142, and an extension as x123 behind it.";
	if (abroad && *digits != '1') {
		if (count < 8 || count > 15 || *digits == '0')
			return "Check the number from abroad: + and 8 to 15 digits, such as +49 30 901820.";
		*number = arena_text(mem, "+%s", digits);
		return NULL;
	}
	if (*digits == '1' && (count == 11 || (count > 1 && abroad)))
		digits++, count--;
	if (count == 7)
		return "Add the area code: a phone number has ten digits.";
	if (count != 10)
		return arena_text(mem, "A phone number has ten digits; this one has %zu.", count);
	if (digits[0] < '2' || digits[3] < '2')
		return "Check the phone number: area code and exchange never begin with 0 or 1.";
	*number = digits;
	return NULL;
}

const char *check_phone(struct arena *mem, const char **value)
{
	const char *number = bare(mem, *value), *extension = cut_extension(mem, &number);
	const char *error = check_number(mem, &number);

	if (error)
		return error;
	if (strlen(extension) > EXTENSION_MAX)
		return arena_text(mem, "An extension has %d digits at most; this one has %zu.", EXTENSION_MAX, strlen(extension));
	*value = text_join(mem, number, "x", extension);
	return NULL;
}

const char *typed_phone_digits(struct arena *mem, const char *text)
{
	const char *number = bare(mem, text), *all = number;
	bool abroad;

	/* what is too short for a number has no extension: "43215, 7" */
	if (*cut_extension(mem, &number) && strlen(digits_of(mem, number, &abroad)) < 7)
		number = all;
	return *number && is_punctuated(number) ? digits_of(mem, number, &abroad) : NULL;
}
