/* What a good value is. */
#include "rules/check.h"
#include "unit.h"

struct good {
	const char *typed, *stored;
};

struct bad {
	const char *typed, *part; /* of the sentence */
};

typedef const char *checking(struct arena *, const char **);

static void all_good(checking *check, const struct good *rows, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const char *value = rows[i].typed;
		same(rows[i].typed, check(mem, &value), NULL);
		same(rows[i].typed, value, rows[i].stored);
	}
}

static void all_bad(checking *check, const struct bad *rows, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const char *value = rows[i].typed;
		has_part(rows[i].typed, check(mem, &value), rows[i].part);
	}
}

#define ALL_GOOD(check, rows) all_good(check, rows, COUNT(rows))
#define ALL_BAD(check, rows) all_bad(check, rows, COUNT(rows))

static void a_phone_number_in_any_punctuation_becomes_ten_digits(void **state)
{
	static const struct good rows[] = {
		{ "6145550142", "6145550142" }, { "(614) 555-0142", "6145550142" }, { "614-555-0142", "6145550142" },
		{ "614.555.0142", "6145550142" }, { "614/555-0142", "6145550142" }, { "16145550142", "6145550142" },
		{ "1-614-555-0142", "6145550142" }, { "+1 614 555 0142", "6145550142" },
		{ "+16145550142", "6145550142" }, { "(+1) 614 555 0142", "6145550142" }, { "tel:+16145550142", "6145550142" },
		{ "TEL: 614-555-0142", "6145550142" }, { "001 614 555 0142", "6145550142" }, { "0111 614 555 0142", "6145550142" },
	};

	(void)state;
	ALL_GOOD(check_phone, rows);
}

static void what_is_pasted_around_and_inside_a_phone_number_does_not_matter(void **state)
{
	static const struct good rows[] = {
		{ "\u202d+1 614 555 0142\u202c", "6145550142" }, { "+1\ufe0d-614-555-0143", "6145550143" },
		{ "614-555-0142\u200b", "6145550142" }, { "\ufeff614\u2011555\u20110142", "6145550142" },
		{ "614\u2013555\u22120142", "6145550142" }, { "(614)\u00a0555\u202f0142", "6145550142" },
		{ "\t614-555-0142\r\n", "6145550142" }, { "\u2066614.555.0142\u2069", "6145550142" },
		{ "'6145550142", "6145550142" }, { "\"614-555-0142\",", "6145550142" }, { "614-555-0142;", "6145550142" },
		{ "６１４-555-0142", "6145550142" },
	};

	(void)state;
	ALL_GOOD(check_phone, rows);
}

static void a_phone_number_keeps_its_extension(void **state)
{
	static const struct good rows[] = {
		{ "614-555-0142 x123", "6145550142x123" }, { "614-555-0142 ext. 123", "6145550142x123" },
		{ "614-555-0142, 123", "6145550142x123" }, { "614-555-0142;ext=123", "6145550142x123" },
		{ "tel:+16145550142;ext=123", "6145550142x123" }, { "(614) 555-0142 x123", "6145550142x123" },
		{ "6145550142X123", "6145550142x123" }, { "614-555-0142 Ext 123", "6145550142x123" },
		{ "614-555-0142 extension: 0123", "6145550142x0123" }, { "614-555-0142 #1", "6145550142x1" },
		{ "614-555-0142 (ext. 1234567)", "6145550142x1234567" }, { "614-555-0142, ext 5", "6145550142x5" },
		{ "+44 20 7946 0958 x12", "+442079460958x12" }, { "+491234567890123 x1234567", "+491234567890123x1234567" },
	};
	static const struct bad wrong[] = {
		{ "614-555-0142 x12345678", "7 digits at most; this one has 8" }, { "555-0142 x12", "area code" },
		{ "614-555-0142 x", "digits only" }, { "x123", "digits only" }, { "614-555-0142 x12a", "digits only" },
		{ "614-555-0142 x1 x2", "digits only" },
	};

	(void)state;
	ALL_GOOD(check_phone, rows);
	ALL_BAD(check_phone, wrong);
}

static void what_is_dialled_for_a_country_and_inside_it_is_understood(void **state)
{
	static const struct good rows[] = {
		{ "+44 (0)20 7946 0958", "+442079460958" }, { "0044 20 7946 0958", "+442079460958" },
		{ "0044 (0)20 7946 0958", "+442079460958" }, { "011 44 20 7946 0958", "+442079460958" },
		{ "011-49-30-901820", "+4930901820" }, { "(+44) 20 7946 0958", "+442079460958" },
	};

	(void)state;
	ALL_GOOD(check_phone, rows);
}

static void a_number_from_abroad_is_kept_with_its_plus(void **state)
{
	static const struct good rows[] = {
		{ "+49 30 901820", "+4930901820" }, { "+52 (55) 1234-5678", "+525512345678" },
		{ "+49123456", "+49123456" }, { "+491234567890123", "+491234567890123" },
	};
	static const struct bad wrong[] = {
		{ "+4912345", "from abroad" }, { "+4912345678901234", "from abroad" }, { "+0123456789", "from abroad" },
	};

	(void)state;
	ALL_GOOD(check_phone, rows);
	ALL_BAD(check_phone, wrong);
}

static void a_phone_number_that_cannot_be_is_refused(void **state)
{
	static const struct bad rows[] = {
		{ "555-0142", "Add the area code" }, { "614555014", "has 9" }, { "61455501423", "has 11" },
		{ "+1", "ten digits" },
		{ "()", "has 0" }, { "26145550142", "has 11" },
		{ "0145550142", "never begin with 0 or 1" }, { "1145550142", "never begin" },
		{ "6140550142", "never begin" }, { "6141550142", "never begin" },
		{ "614-555-CARS", "digits only" }, { "1-800-FLEXING", "digits only" }, { "614-555-0142 or 0143", "digits only" },
		{ "614+5550142", "digits only" }, { "call me", "digits only" },
		{ "++16145550142", "digits only" },
		{ "614,555,0142", "digits only" },
	};

	(void)state;
	ALL_BAD(check_phone, rows);
}

static void a_phone_number_with_plus_one_and_a_digit_less_is_told_so(void **state)
{
	(void)state;
	ALL_BAD(check_phone, ((const struct bad[]){ { "+1 614 555 014", "this one has 9" } }));
}

static void an_email_keeps_its_name_and_has_a_small_domain(void **state)
{
	static const struct good rows[] = {
		{ "maria@example.com", "maria@example.com" },
		{ "Maria.Delgado@Example.COM", "Maria.Delgado@example.com" },
		{ "a+b_c-d'e@sub.example.co.uk", "a+b_c-d'e@sub.example.co.uk" },
		{ "josé@example.com", "josé@example.com" },
		{ "x@y.zz", "x@y.zz" }, { "a/b=c@example.com", "a/b=c@example.com" }, { "pat@bücher.example", "pat@bücher.example" },
		{ "1234567890123456789012345678901234567890123456789012345678901234@example.com",
		  "1234567890123456789012345678901234567890123456789012345678901234@example.com" },
	};

	(void)state;
	ALL_GOOD(check_email, rows);
}

static void what_is_pasted_around_an_email_does_not_matter(void **state)
{
	static const struct good rows[] = {
		{ "mailto:pat@example.com", "pat@example.com" }, { "MAILTO:pat@example.com?subject=Hi", "pat@example.com" },
		{ "'pat@example.com'", "pat@example.com" }, { "\"pat@example.com\"", "pat@example.com" },
		{ "“pat@example.com”", "pat@example.com" }, { "‘pat@example.com’", "pat@example.com" },
		{ "<pat@example.com>", "pat@example.com" }, { "<mailto:pat@example.com>", "pat@example.com" },
		{ "(pat@example.com)", "pat@example.com" }, { "[pat@example.com]", "pat@example.com" },
		{ "Maria Delgado <maria@example.com>", "maria@example.com" }, { "\"Pat\" <pat@example.com>;", "pat@example.com" },
		{ "pat@example.com/", "pat@example.com" }, { "pat@example.com,", "pat@example.com" },
		{ "pat@example.com;", "pat@example.com" }, { "pat@example.com.", "pat@example.com" },
		{ "pat@example.com\u200b", "pat@example.com" }, { "\u202apat@example.com\u202c", "pat@example.com" },
		{ "pat\u00ad@example.com", "pat@example.com" }, { "pat＠example.com", "pat@example.com" },
		{ "pat.o’connor@example.com", "pat.o'connor@example.com" }, { "pat.oʼconnor@example.com", "pat.o'connor@example.com" },
		{ "anne\u2011marie@example\u2011one.com", "anne-marie@example-one.com" }, { "\tpat@example.com\n", "pat@example.com" },
	};

	(void)state;
	ALL_GOOD(check_email, rows);
}

static void an_email_that_cannot_be_is_refused(void **state)
{
	static const struct bad rows[] = {
		{ "maria", "one @" }, { "@example.com", "one @" }, { "maria@home@example.com", "one @" },
		{ "maria@", "last dot" }, { "maria@example", "last dot" }, { "maria@example.", "last dot" },
		{ "maria@example.c", "last dot" },
		{ "maria delgado@example.com", "without blanks" }, { "a@example.com, b@example.com", "without blanks" },
		{ "\"maria\"@example.com", "without blanks" }, { "A <a@example.com>, B <b@example.com>", "without blanks" },
		{ "<a@example.com> <b@example.com>", "without blanks" }, { "mail:maria@example.com", "without blanks" },
		{ "a@b:443", "last dot" }, { "a@b.com:443", "behind the @" }, { "a@b.com/path", "behind the @" },
		{ "a@192.0.2.17", "behind the @" }, { "a@exa_mple.com", "behind the @" }, { "maria@example-.com", "dots" },
		{ "a\\b@example.com", "without blanks" },
		{ "maria@.example.com", "dots" }, { "maria@-example.com", "dots" }, { "ma..ria@example.com", "dots" },
		{ ".maria@example.com", "dots" }, { "maria.@example.com", "dots" }, { "maria@example..com", "dots" },
		{ "12345678901234567890123456789012345678901234567890123456789012345@example.com", "64 characters" },
	};

	(void)state;
	ALL_BAD(check_email, rows);
}

static void a_state_becomes_two_letters(void **state)
{
	static const struct good rows[] = {
		{ "OH", "OH" }, { "oh", "OH" }, { "Ohio", "OH" }, { "new york", "NY" },
		{ "DISTRICT OF COLUMBIA", "DC" },
		{ "PR", "PR" }, { "AE", "AE" }, { "Ontario", "ON" }, { "qc", "QC" },
		{ "PW", "PW" }, { "mh", "MH" }, { "FM", "FM" }, { "Palau", "PW" }, { "Micronesia", "FM" }, { "Marshall Islands", "MH" },
		{ "D.C.", "DC" }, { "Washington, D.C.", "DC" }, { "U.S. Virgin Islands", "VI" }, { "USVI", "VI" },
		{ "Virgin Islands (U.S.)", "VI" }, { "Commonwealth of the Northern Mariana Islands", "MP" }, { "CNMI", "MP" },
		{ "Oh.", "OH" }, { "Calif.", "CA" }, { "W. Va.", "WV" }, { "N.Y.", "NY" }, { "N. Carolina", "NC" }, { "Penna.", "PA" },
		{ "Québec", "QC" }, { "Que.", "QC" }, { "P.E.I.", "PE" }, { "Newfoundland", "NL" }, { "new\u00a0york", "NY" },
		{ "OH\u200b", "OH" }, { "\"OH\",", "OH" }, { "Armed Forces Africa", "AE" },
	};
	static const struct bad wrong[] = {
		{ "XX", "two letters" }, { "O", "two letters" }, { "Ohi", "two letters" }, { "Ohioo", "two letters" },
		{ "...", "two letters" }, { "Bavaria", "two letters" },
	};

	(void)state;
	ALL_GOOD(check_state, rows);
	ALL_BAD(check_state, wrong);
}

static void a_zip_has_five_or_nine_digits_or_is_canadian(void **state)
{
	static const struct good rows[] = {
		{ "43206", "43206" }, { "00501", "00501" }, { "43206-1234", "43206-1234" },
		{ "432061234", "43206-1234" },
		{ "43206 1234", "43206-1234" }, { "K1A 0B1", "K1A 0B1" }, { "k1a0b1", "K1A 0B1" },
		{ "k1a 0b1", "K1A 0B1" }, { "H2Y-1N9", "H2Y 1N9" }, { "h2y\u20131n9", "H2Y 1N9" }, { "H2Y\u00a01N9", "H2Y 1N9" },
		{ "43215\u20111234", "43215-1234" }, { "43215\u2013 1234", "43215-1234" }, { "43215 - 1234", "43215-1234" },
		{ "\t43215\u200b", "43215" }, { "'00501", "00501" }, { "43215,", "43215" },
	};
	static const struct bad wrong[] = {
		{ "4320", "5 digits" }, { "432061", "5 digits" }, { "43206-", "5 digits" }, { "43206-123", "5 digits" },
		{ "4320A", "5 digits" }, { "K1A/0B1", "5 digits" }, { "1K1 A0B", "5 digits" },
		{ "43206-12345", "5 digits" },
		{ "é3206", "5 digits" },
	};

	(void)state;
	ALL_GOOD(check_zip, rows);
	ALL_BAD(check_zip, wrong);
}

static void an_ssn_becomes_nine_digits(void **state)
{
	static const struct good rows[] = {
		{ "123-45-6789", "123456789" }, { "123 45 6789", "123456789" }, { "123456789", "123456789" },
		{ " 123-45-6789 ", "123456789" }, { "001-01-0001", "001010001" }, { "665-99-9999", "665999999" },
		{ "667-01-0001", "667010001" }, { "899-99-9999", "899999999" }, { "078-05-1120", "078051120" },
		{ "\t123-45-6789\r\n", "123456789" }, { "123\u00a045\u00a06789", "123456789" },
		{ "123\u201145\u20136789", "123456789" }, { "123.45.6789", "123456789" }, { "\u202d123-45-6789\u202c", "123456789" },
		{ "'123456789", "123456789" }, { "SSN: 123-45-6789", "123456789" }, { "１２３-45-6789", "123456789" },
	};

	(void)state;
	ALL_GOOD(check_ssn, rows);
}

static void an_itin_is_known_by_its_group(void **state)
{
	static const struct good rows[] = {
		{ "900-70-6789", "900706789" }, { "999-88-0000", "999880000" }, { "ITIN 912-50-1234", "912501234" },
		{ "912651234", "912651234" }, { "912-90-1234", "912901234" }, { "912-92-1234", "912921234" }, { "912-94-1234", "912941234" },
		{ "912-99-1234", "912991234" },
	};
	static const struct bad wrong[] = {
		{ "912-49-1234", "ITIN" }, { "912-66-1234", "ITIN" }, { "912-69-1234", "ITIN" }, { "912-89-1234", "ITIN" },
		{ "912-93-1234", "ITIN" }, { "912-00-1234", "ITIN" }, { "987-65-4320", "advertisements" }, { "987-65-4329", "advertisements" },
	};

	(void)state;
	ALL_GOOD(check_ssn, rows);
	ALL_BAD(check_ssn, wrong);
	holds("an ITIN", ssn_is_itin("900706789"));
	holds("an SSN", !ssn_is_itin("899999999"));
	holds("none", !ssn_is_itin(NULL));
}

static void an_ssn_that_was_never_given_out_is_refused(void **state)
{
	static const struct bad rows[] = {
		{ "000-45-6789", "000 or 666" }, { "666-45-6789", "000 or 666" }, { "900-45-6789", "begins with 9" },
		{ "999-93-9999", "begins with 9" },
		{ "123-00-6789", "00 in the middle" }, { "123-45-0000", "ends in 0000" },
		{ "12345678", "has 8" }, { "1234567890", "has 10" }, { "   ", "has 0" },
		{ "XXX-XX-6789", "digits only" },
	};

	(void)state;
	ALL_BAD(check_ssn, rows);
}

/* "Nine digits; what you typed has 9" would tell nobody what to do. */
static void an_ssn_with_something_else_in_it_is_not_told_to_have_nine_digits(void **state)
{
	static const char *const rows[] = { "123-45-6789a", "123/45/6789", "123-45-6789 (wife)", "123,45,6789" };

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const char *value = rows[i], *sentence = check_ssn(mem, &value);
		holds(rows[i], !sentence || !strstr(sentence, "has 9"));
	}
}

static void the_numbers_of_sample_cards_are_known(void **state)
{
	(void)state;
	holds("1938 wallet", ssn_is_specimen("078051120"));
	holds("1940 pamphlet", ssn_is_specimen("219099999"));
	holds("another", !ssn_is_specimen("123456789"));
	holds("none", !ssn_is_specimen(NULL));
}

static void a_password_is_long_and_hard_to_guess(void **state)
{
	static const char *const nobody[] = { NULL };
	static const struct { const char *password, *part; } rows[] = {
		{ "", "at least 12" }, { "kw8!xQz2pLm", "at least 12" }, { "éééééééééééé", "easy to guess" },
		{ "aaaaaaaaaaaa", "easy to guess" }, { "123456789012", "easy to guess" },
		{ "passwordpassword", "easy to guess" },
		{ "qwertyuiop12", "easy to guess" }, { "upcardupcard", "easy to guess" },
		{ "abcdefghijkl", "easy to guess" },
		{ "drive-the-lot-2026", NULL }, { "correct horse battery staple", NULL }, { "kw8!xQz2pLm4", NULL },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const char *sentence = check_password(mem, rows[i].password, nobody);
		if (rows[i].part)
			has_part(rows[i].password, sentence, rows[i].part);
		else
			same(rows[i].password, sentence, NULL);
	}
	same("nobody known", check_password(mem, "kw8!xQz2pLm4", NULL), NULL);
}

static void a_password_has_128_characters_at_most(void **state)
{
	const char *half = "kw8!xQz2pLm4-uvR9#tYb6_hJd3@sGn7+aEf5=cWi1/oKe0(zUr)qMv&yTx*lBpQ";
	const char *whole = arena_text(mem, "%s%.64s", half,
		"Zq8!wJz2nLm4-evR9#oYb6_xJd3@kGn7+pEf5=sWi1/aKe0(mUr)hMv&uTx*iBpV");

	(void)state;
	assert_int_equal(strlen(whole), 128);
	same("128", check_password(mem, whole, NULL), NULL);
	has_part("129", check_password(mem, arena_text(mem, "%sA", whole), NULL), "at most 128");
	same("128 characters of two bytes", check_password(mem,
		arena_text(mem, "%.124sñöüé", whole), NULL), NULL);
}

static void a_password_made_of_ones_own_name_is_easy(void **state)
{
	static const char *const about[] = { "mwhitfield", "margarethe", "castellanos", NULL };
	static const char *const rows[] = { "margarethecastellanos", "mwhitfieldmwhitfield", "castellanos2026" };

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		has_part(rows[i], check_password(mem, rows[i], about), "easy to guess");
}

/* What zxcvbn alone lets pass. */
static void a_password_is_none_that_was_found_elsewhere_or_is_walked_on_the_keyboard(void **state)
{
	static const char *const rows[] = { "liverpoolfc1892", "Liverpoolfc1892!", "fktrcfylhjdyf", "liverpoolfc.liverpoolfc.77",
		"fktr-cfyl-hjdyf-1892", "1qaz2wsx3edc4rfv", "!QAZ2wsx#EDC4rfv", "q1w2e3r4t5y6", "1q2w3e4r5t6y7u8i", "November2026upcard" };
	static const char *const good[] = { "were tree pool lamp cousin", "7$9!2#8k@1&5z", "839201748392", "liverpoolfc and a walrus",
		"correct horse battery staple", "пароль для машины" };

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		has_part(rows[i], check_password(mem, rows[i], NULL), "easy to guess");
	for (size_t i = 0; i < COUNT(good); i++)
		same(good[i], check_password(mem, good[i], NULL), NULL);
}

static void a_password_is_not_made_of_the_persons_and_the_dealerships_names(void **state)
{
	static const char *const about[] = { "dk30601fc42", "Dana", "Castellanos-Kim", "Hillside Motors", NULL };
	static const char *const rows[] = { "HillsideMotors2026", "HillsideMotors1!", "h1lls1deM0tors", "DanaKim-2026!!", "kim.hillside.2026",
		"CastellanosKim7", "Hillside-liverpoolfc-1892", "dk30601fc42-hillside-1!" };

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		has_part(rows[i], check_password(mem, rows[i], about), "easy to guess");
	same("more than names", check_password(mem, "Dana feeds nine walrus", about), NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_phone_number_in_any_punctuation_becomes_ten_digits),
		cmocka_unit_test(what_is_pasted_around_and_inside_a_phone_number_does_not_matter),
		cmocka_unit_test(a_phone_number_keeps_its_extension),
		cmocka_unit_test(what_is_dialled_for_a_country_and_inside_it_is_understood),
		cmocka_unit_test(a_number_from_abroad_is_kept_with_its_plus),
		cmocka_unit_test(a_phone_number_that_cannot_be_is_refused),
		cmocka_unit_test(a_phone_number_with_plus_one_and_a_digit_less_is_told_so),
		cmocka_unit_test(an_email_keeps_its_name_and_has_a_small_domain),
		cmocka_unit_test(what_is_pasted_around_an_email_does_not_matter),
		cmocka_unit_test(an_email_that_cannot_be_is_refused),
		cmocka_unit_test(a_state_becomes_two_letters),
		cmocka_unit_test(a_zip_has_five_or_nine_digits_or_is_canadian),
		cmocka_unit_test(an_ssn_becomes_nine_digits),
		cmocka_unit_test(an_itin_is_known_by_its_group),
		cmocka_unit_test(an_ssn_that_was_never_given_out_is_refused),
		cmocka_unit_test(an_ssn_with_something_else_in_it_is_not_told_to_have_nine_digits),
		cmocka_unit_test(the_numbers_of_sample_cards_are_known),
		cmocka_unit_test(a_password_is_long_and_hard_to_guess),
		cmocka_unit_test(a_password_has_128_characters_at_most),
		cmocka_unit_test(a_password_is_none_that_was_found_elsewhere_or_is_walked_on_the_keyboard),
		cmocka_unit_test(a_password_is_not_made_of_the_persons_and_the_dealerships_names),
		cmocka_unit_test(a_password_made_of_ones_own_name_is_easy),
	};

	return cmocka_run_group_tests_name("check", tests, memory_begin, memory_end);
}
