/* One spelling for many: what is stored and what is asked must fold to the same. */
#include "base/fold.h"
#include "unit.h"

struct spelling {
	const char *typed, *folded;
};

static void all_fold(const struct spelling *rows, size_t count)
{
	for (size_t i = 0; i < count; i++)
		same(rows[i].typed, fold(mem, rows[i].typed), rows[i].folded);
}

static void case_and_accents_do_not_matter(void **state)
{
	static const struct spelling rows[] = {
		{ "José", "jose" }, { "JOSÉ", "jose" }, { "Jose\u0301", "jose" }, { "jose", "jose" },
		{ "Nguyễn", "nguyen" }, { "NGUYỄN", "nguyen" }, { "Müller", "muller" }, { "Núñez", "nunez" },
		{ "Çelik", "celik" }, { "İnan", "inan" }, { "Žižek", "zizek" }, { "Åse", "ase" },
	};

	(void)state;
	all_fold(rows, COUNT(rows));
}

static void letters_without_an_accent_to_take_off_become_what_is_typed(void **state)
{
	static const struct spelling rows[] = {
		{ "Łukasz", "lukasz" }, { "łukasz", "lukasz" }, { "Đorđe", "dorde" }, { "Søren", "soren" },
		{ "Ægir", "aegir" }, { "Œuvre", "oeuvre" }, { "Straße", "strasse" }, { "STRAẞE", "strasse" },
		{ "Þór", "thor" }, { "Yıldız", "yildiz" }, { "Ǿ", "o" },
	};

	(void)state;
	all_fold(rows, COUNT(rows));
}

static void apostrophes_vanish_and_other_punctuation_parts_words(void **state)
{
	static const struct spelling rows[] = {
		{ "O'Brien", "obrien" }, { "O’Brien", "obrien" }, { "O‘Brien", "obrien" }, { "D’Angelo", "dangelo" },
		{ "D`Angelo", "dangelo" }, { "D´Angelo", "dangelo" }, { "Hawaiʼi", "hawaii" }, { "Hawaiʻi", "hawaii" },
		{ "Castellanos-Whitfield", "castellanos whitfield" },
		{ "Castellanos–Whitfield", "castellanos whitfield" },
		{ "Castellanos-Whitfield, José", "castellanos whitfield jose" },
		{ "Smith & Sons, Inc.", "smith sons inc" }, { "24/7 Towing", "24 7 towing" },
		{ "j.doe@example.com", "j doe example com" }, { "J.Doe+cars@Example.COM", "j doe cars example com" },
		{ "(614) 555-0142", "614 555 0142" }, { "+1 614.555.0142", "1 614 555 0142" },
	};

	(void)state;
	all_fold(rows, COUNT(rows));
}

static void a_code_is_as_a_us_keyboard_types_it(void **state)
{
	static const struct spelling rows[] = {
		{ "", "" }, { " a\tb\n", "a b" }, { "614\u2010555\u2011\u2012\u2013\u2014\u2015\u22120142", "614-555------0142" },
		{ "\u202d1\u200b2\u202c\ufe0d3\u00ad\ufeff", "123" }, { "１２ａ＠", "12a@" }, { "1\u00a02\u20073\u202f4", "1 2 3 4" },
		{ "o’c‘a‛bʼd´e′f", "o'c'a'b'd'e'f" }, { "“a” „b‟ «c»", "\"a\" \"b\" \"c\"" }, { "José Łódź", "José Łódź" }, { "Jose\u0301", "José" },
		{ "3⁄9∕84", "3/9/84" }, { "\ufe63\uff0d", "--" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		same(rows[i].typed, fold_marks(mem, rows[i].typed), rows[i].folded);
}

static void nothing_but_punctuation_folds_to_nothing(void **state)
{
	static const struct spelling rows[] = {
		{ "", "" }, { "   ", "" }, { "'", "" }, { "--- ... ???", "" }, { "%", "" }, { "_%\\", "" }, { "~", "" },
		{ "@", "" }, { "’–—…", "" }, { "\u3000\u00a0", "" }, { "\U0001f600", "" }, { "\u0301", "" },
	};

	(void)state;
	all_fold(rows, COUNT(rows));
}

static void blanks_are_single_and_inside_only(void **state)
{
	static const struct spelling rows[] = {
		{ "  Maria   Delgado ", "maria delgado" }, { "-Maria-", "maria" },
		{ "María\u00a0Delgado", "maria delgado" },
		{ "山田\u3000太郎", "山田 太郎" }, { "\u2014É\u2014", "e" },
	};

	(void)state;
	all_fold(rows, COUNT(rows));
}

static void other_scripts_and_wide_letters_stay_searchable(void **state)
{
	static const struct spelling rows[] = {
		{ "山田太郎", "山田太郎" }, { "Ивано́в", "иванов" }, { "ИВАНОВ", "иванов" }, { "Παπαδόπουλος", "παπαδοπουλοσ" },
		{ "ＡＢＣ１２", "abc12" }, { "ﬁsh ﬂag", "fish flag" }, { "①②", "12" }, { "Ｏ＇Brien", "obrien" },
	};

	(void)state;
	all_fold(rows, COUNT(rows));
	same("Hangul, whole or taken apart", fold(mem, "김"), fold(mem, "\u1100\u1175\u11b7"));
}

static void what_cannot_be_seen_does_not_matter(void **state)
{
	static const struct spelling rows[] = {
		{ "Del\u00adgado", "delgado" }, { "Del\u200dgado", "delgado" }, { "\ufeffMaria", "maria" },
		{ "Del\u200bgado", "delgado" },
	};

	(void)state;
	all_fold(rows, COUNT(rows));
}

static void text_that_is_not_utf8_folds_to_nothing(void **state)
{
	static const char *const rows[] = {
		"\xff", "Jos\xe9", "\xc3", "\xc0\xaf", "\xed\xa0\x80", "\xf4\x90\x80\x80", "ok \x80",
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		same(rows[i], fold(mem, rows[i]), "");
}

static void folding_twice_changes_nothing(void **state)
{
	static const char *const rows[] = {
		"Castellanos-Whitfield, José", "O'Brien", "Łukasz Nguyễn", "Straße", "ǅ ŉ ﷺ ½ ſt", "김 山田", "ΐ ᾳ",
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		same(rows[i], fold(mem, fold(mem, rows[i])), fold(mem, rows[i]));
}

static void the_longest_decomposition_fits(void **state)
{
	char text[3 * 200 + 1] = "";

	(void)state;
	for (size_t i = 0; i < 200; i++)
		memcpy(text + 3 * i, "\xef\xb7\xba", 4); /* U+FDFA: 18 code points */
	assert_true(strlen(fold(mem, text)) > 200 * 18);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(case_and_accents_do_not_matter),
		cmocka_unit_test(letters_without_an_accent_to_take_off_become_what_is_typed),
		cmocka_unit_test(apostrophes_vanish_and_other_punctuation_parts_words),
		cmocka_unit_test(a_code_is_as_a_us_keyboard_types_it),
		cmocka_unit_test(nothing_but_punctuation_folds_to_nothing),
		cmocka_unit_test(blanks_are_single_and_inside_only),
		cmocka_unit_test(other_scripts_and_wide_letters_stay_searchable),
		cmocka_unit_test(what_cannot_be_seen_does_not_matter),
		cmocka_unit_test(text_that_is_not_utf8_folds_to_nothing),
		cmocka_unit_test(folding_twice_changes_nothing),
		cmocka_unit_test(the_longest_decomposition_fits),
	};

	return cmocka_run_group_tests_name("fold", tests, memory_begin, memory_end);
}
