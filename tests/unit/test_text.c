/* Small work on text. */
#include "unit.h"

static void trimming_leaves_single_blanks_inside_and_none_outside(void **state)
{
	static const struct { const char *what, *text, *trimmed; } rows[] = {
		{ "nothing", "", "" },
		{ "blanks only", " \t\r\n ", "" },
		{ "a word", "Maria", "Maria" },
		{ "blanks around", "  Maria  ", "Maria" },
		{ "blanks inside", "Maria   del \t Carmen", "Maria del Carmen" },
		{ "line ends", "12 Elm St\r\nApt 4", "12 Elm St Apt 4" },
		{ "control characters", "\001Mar\033ia\177", "Mar ia" },
		{ "no-break space around", "\u00a0Maria\u00a0", "Maria" },
		{ "no-break space inside", "Maria\u00a0\u00a0Delgado", "Maria Delgado" },
		{ "ideographic space", "\u3000山田\u3000太郎\u3000", "山田 太郎" },
		{ "mixed blanks", "a \u00a0\t\u3000 b", "a b" },
		{ "letters that begin like a no-break space", "¡Olé!", "¡Olé!" },
		{ "accents", "José Nguyễn", "José Nguyễn" },
		{ "blanks of all widths", "\u2003Ann\u202f\u2009Ames\u2028Jr.\u205f", "Ann Ames Jr." },
		{ "letters that are drawn as nothing", "\u3164\u2800\uffa0", "" },
		{ "marks that nobody sees", "\ufeffA\u200bn\u00ad\u2060n\u200e\u200f\u061c", "Ann" },
		{ "marks between blanks", " \u200b Ann \u200b\u200b Ames \u200b", "Ann Ames" },
		{ "nothing but marks", "\u200b\u200d\ufe0f", "" },
		{ "apostrophes and hyphens", "D’Angelo-O'Brien Hawaiʻi", "D’Angelo-O'Brien Hawaiʻi" },
		{ "right to left", "שלום\u200f עליכם", "שלום עליכם" },
		{ "a joiner of Persian", "علی\u200cرضا", "علی\u200cرضا" },
		{ "joiners between letters of ASCII", "O\u200dBri\u200cen\u200d", "OBrien" },
		{ "an emoji of several", "Ann \U0001f468\u200d\U0001f469\u200d\U0001f467 \u2764\ufe0f", "Ann \U0001f468\u200d\U0001f469\u200d\U0001f467 \u2764\ufe0f" },
		{ "the flag of Scotland", "\U0001f3f4\U000e0067\U000e0062\U000e007f", "\U0001f3f4\U000e0067\U000e0062\U000e007f" },
		{ "tags behind anything else", "王\U000e0067\U000e0062\U000e007f", "王" },
		{ "a variant of a Japanese name", "葛\U000e0100城", "葛\U000e0100城" },
		{ "what is no UTF-8", "a\xe2\x80", "a\xe2\x80" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		same(rows[i].what, text_trim(mem, rows[i].text), rows[i].trimmed);
}

static void what_reads_otherwise_than_it_is_is_known(void **state)
{
	static const char *const good[] = { "", "Ann", "O’Brien", "José", "שלום", "王小明", "علی\u200cرضا", "\U0001f468\u200d\U0001f469", "\u00a0" };
	static const char *const bad[] = { "Ann\u202eyraM", "\u202aAnn", "A\u202dn", "A\u202bn\u202c", "\u2066Ann\u2069", "\u2067", "\u2068",
		"A\xc2\x90n", "\xc2\x80", "\ufff9" };

	(void)state;
	for (size_t i = 0; i < COUNT(good); i++)
		holds(good[i], !text_disguised(good[i]));
	for (size_t i = 0; i < COUNT(bad); i++)
		holds(bad[i], text_disguised(bad[i]));
}

static void cutting_never_cuts_a_character(void **state)
{
	static const struct { const char *text; size_t limit; const char *cut; } rows[] = {
		{ "abc", 3, "abc" }, { "abc", 2, "ab" }, { "abc", 0, "" }, { "", 0, "" }, { "", 5, "" },
		{ "é", 1, "" }, { "aé", 2, "a" }, { "aé", 3, "aé" }, { "éé", 3, "é" },
		{ "山田", 5, "山" }, { "山田", 6, "山田" }, { "x\U0001f600y", 4, "x" }, { "x\U0001f600y", 5, "x\U0001f600" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		same(rows[i].text, text_cut(mem, rows[i].text, rows[i].limit), rows[i].cut);
}

static void a_short_text_is_not_copied_to_be_cut(void **state)
{
	const char *text = "short";

	(void)state;
	assert_ptr_equal(text_cut(mem, text, 5), text);
}

static void a_length_counts_characters_not_bytes(void **state)
{
	static const struct { const char *text; size_t length; } rows[] = {
		{ "", 0 }, { "abc", 3 }, { "José", 4 }, { "山田太郎", 4 }, { "\U0001f600", 1 }, { "e\u0301", 2 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		if (text_length(rows[i].text) != rows[i].length)
			fail_msg("[%s] has %zu characters", rows[i].text, text_length(rows[i].text));
}

static void a_set_has_whole_codes_only(void **state)
{
	static const struct { const char *set, *code; bool has; } rows[] = {
		{ "a,b,c", "a", true }, { "a,b,c", "b", true }, { "a,b,c", "c", true }, { "a,b,c", "d", false },
		{ "no_email", "no_email", true }, { "no_email", "no_e", false }, { "no_e", "no_email", false },
		{ "ssn.reveal,ssn.last4", "ssn.last", false }, { "ssn.last4", "last4", false },
		{ "", "a", false }, { NULL, "a", false }, { "a,b", "", false }, { "a,,b", "", false },
		{ "A", "a", false },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		if (text_in_set(rows[i].set, rows[i].code) != rows[i].has)
			fail_msg("[%s] %s [%s]", rows[i].set, rows[i].has ? "lacks" : "has", rows[i].code);
}

static void a_number_has_digits_only_and_fits(void **state)
{
	static const struct { const char *text; unsigned long long number; } rows[] = {
		{ "0", 0 }, { "7", 7 }, { "007", 7 }, { "10001", 10001 },
		{ "18446744073709551615", 18446744073709551615u }, { "18446744073709551614", 18446744073709551614u },
		{ "18446744073709551616", 0 }, { "18446744073709551620", 0 }, { "99999999999999999999", 0 },
		{ "184467440737095516150", 0 }, { "", 0 }, { NULL, 0 }, { "-1", 0 }, { "+1", 0 }, { " 1", 0 },
		{ "1 ", 0 }, { "1.5", 0 }, { "0x10", 0 }, { "12a", 0 }, { "١٢", 0 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		if (text_number(rows[i].text) != rows[i].number)
			fail_msg("[%s] gave %llu", rows[i].text, text_number(rows[i].text));
}

static void digits_are_taken_out_of_any_punctuation(void **state)
{
	(void)state;
	same("phone", text_digits(mem, "+1 (614) 555-0142"), "16145550142");
	same("none", text_digits(mem, "none"), "");
	same("other digits", text_digits(mem, "٣4"), "4");
	holds("digits", text_all_digits("0142"));
	holds("nothing is no digits", !text_all_digits("") && !text_all_digits(NULL));
	holds("a letter", !text_all_digits("12a"));
}

static void empty_null_and_the_same_are_told_apart(void **state)
{
	(void)state;
	holds("two NULLs", text_same(NULL, NULL));
	holds("NULL and nothing", !text_same(NULL, "") && !text_same("", NULL));
	holds("equal", text_same("a", "a") && !text_same("a", "A"));
	holds("empty", text_empty(NULL) && text_empty("") && !text_empty(" "));
	same("otherwise for NULL", text_or(NULL, "x"), "x");
	same("otherwise for nothing", text_or("", "x"), "x");
	same("itself", text_or("a", "x"), "a");
	holds("begins", text_begins("~2410", "~") && text_begins("a", "") && !text_begins("a", "ab"));
	holds("NULL begins with nothing", !text_begins(NULL, ""));
}

static void joining_leaves_out_what_is_empty(void **state)
{
	static const struct { const char *a, *b, *joined; } rows[] = {
		{ "Maria", "Delgado", "Maria Delgado" }, { "Maria", "", "Maria" }, { "Maria", NULL, "Maria" },
		{ "", "Delgado", "Delgado" }, { NULL, "Delgado", "Delgado" }, { NULL, NULL, "" }, { "", "", "" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		same(rows[i].joined, text_join(mem, rows[i].a, " ", rows[i].b), rows[i].joined);
}

static void a_name_may_be_there_with_several_texts(void **state)
{
	const struct text_value *values = WITH({ "take", "a" }, { "take", "b" }, { "other", "c" });

	(void)state;
	assert_true(text_values_have(values, "take", "a"));
	assert_true(text_values_have(values, "take", "b"));
	assert_false(text_values_have(values, "take", "c"));
	assert_false(text_values_have(values, "tak", "a"));
	assert_false(text_values_have(values, "take", NULL));
	assert_false(text_values_have(NULL, "take", "a"));
}

static void a_value_is_found_by_its_whole_name_and_the_first_counts(void **state)
{
	const struct text_value *values = WITH({ "ssn_kept", "1" }, { "ssn", "2" }, { "ssn", "3" }, { "none", NULL });

	(void)state;
	same("ssn", text_value_of(values, "ssn"), "2");
	same("a NULL value", text_value_of(values, "none"), NULL);
	same("not there", text_value_of(values, "ss"), NULL);
	same("reversed", text_reversed(mem, "6145550142"), "2410555416");
	same("nothing reversed", text_reversed(mem, ""), "");
}

static void a_number_in_digits_is_that_number_again(void **state)
{
	static const struct { unsigned long long number; const char *digits; } rows[] = {
		{ 0, "0" }, { 9, "9" }, { 10, "10" }, { 20000, "20000" }, { UINT64_MAX, "18446744073709551615" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		same(rows[i].digits, text_of_number(mem, rows[i].number), rows[i].digits);
		assert_true(text_number(rows[i].digits) == rows[i].number);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(trimming_leaves_single_blanks_inside_and_none_outside),
		cmocka_unit_test(what_reads_otherwise_than_it_is_is_known),
		cmocka_unit_test(cutting_never_cuts_a_character),
		cmocka_unit_test(a_short_text_is_not_copied_to_be_cut),
		cmocka_unit_test(a_length_counts_characters_not_bytes),
		cmocka_unit_test(a_set_has_whole_codes_only),
		cmocka_unit_test(a_number_has_digits_only_and_fits),
		cmocka_unit_test(digits_are_taken_out_of_any_punctuation),
		cmocka_unit_test(empty_null_and_the_same_are_told_apart),
		cmocka_unit_test(joining_leaves_out_what_is_empty),
		cmocka_unit_test(a_name_may_be_there_with_several_texts),
		cmocka_unit_test(a_value_is_found_by_its_whole_name_and_the_first_counts),
		cmocka_unit_test(a_number_in_digits_is_that_number_again),
	};

	return cmocka_run_group_tests_name("text", tests, memory_begin, memory_end);
}
