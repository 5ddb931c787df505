/* What a browser sends, taken apart: decoded once, or not at all. */
#include "http/decode.h"
#include "unit.h"

static const struct text_value *words(const char *text)
{
	return decode_words(mem, text, strlen(text));
}

/* Words in one line: "a=1&b=2", without encoding; NULL when they were refused. */
static const char *line(const struct text_value *word)
{
	const char *all = "";

	for (; word && word->name; word++)
		all = text_join(mem, all, "&", arena_text(mem, "%s=%s", word->name, word->text));
	return word ? all : NULL;
}

static void words_come_in_their_order_decoded_once(void **state)
{
	static const struct { const char *sent, *line; } rows[] = {
		{ "", "" }, { "a=1", "a=1" }, { "a=1&b=2&a=3", "a=1&b=2&a=3" }, { "a", "a=" }, { "a=", "a=" },
		{ "a==", "a==" },
		{ "a=b=c", "a=b=c" }, { "&&a=1&&b=2&", "a=1&b=2" }, { "a=x+y", "a=x y" }, { "a=x%2By", "a=x+y" },
		{ "a=%4a%4A", "a=JJ" }, { "a=%2541", "a=%41" }, { "a=1%262", "a=1&2" }, { "a=%3d", "a==" },
		{ "phones.0.number=%28614%29+555-0142", "phones.0.number=(614) 555-0142" }, { "%61=1", "a=1" },
		{ "a=Jos%C3%A9", "a=José" }, { "a=Jos\xc3\xa9", "a=José" }, { "a=%F0%9F%98%80", "a=\U0001f600" },
		{ "a=x%09y", "a=x\ty" }, { "a=%0D%0A", "a=\n" }, { "a=x%0D%0Ay", "a=x\ny" }, { "a=x%0Dy", "a=x\ry" },
		{ "a=%0D%0D%0A", "a=\r\n" }, { "a=x\r\ny", "a=x\ny" }, { "a=;b=1", "a=;b=1" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		same(rows[i].sent, line(words(rows[i].sent)), rows[i].line);
}

static void words_that_are_not_whole_are_refused_all_together(void **state)
{
	static const char *const rows[] = {
		"a=%", "a=%4", "a=%4&b=1", "a=%zz", "a=%4g", "a=% 1", "a=%-1", "a=%00", "a=x%00y", "a%00=1",
			"a=%1B", "a=%7F", "a=\001",
		"a=%FF", "a=%C3", "a=%C3&b=%A9", "a=%C0%AF", "a=%ED%A0%80", "a=%F4%90%80%80", "a=\xff", "=1",
			"a b=1", "a+b=1",
		"a%26b=1", "a/b=1", "a[0]=1", "<script>=1", "%C3%A9=1", "good=1&a=%", "a=%E2%82", "a\n=1",
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		same(rows[i], line(words(rows[i])), NULL);
}

static void a_nul_in_the_bytes_is_refused(void **state)
{
	(void)state;
	assert_null(decode_words(mem, "a=x\0y", 5));
	assert_null(decode_words(mem, "a\0b=x", 5));
	assert_non_null(decode_words(mem, "a=x\0y", 3));
}

static void bytes_behind_the_length_are_not_read(void **state)
{
	(void)state;
	same("three bytes", line(decode_words(mem, "a=12&b=3", 3)), "a=1");
	same("a broken % at the end", line(decode_words(mem, "a=%41", 4)), NULL);
	same("no bytes", line(decode_words(mem, "a=1", 0)), "");
}

static void a_name_has_64_characters_at_most(void **state)
{
	(void)state;
	assert_non_null(words(arena_text(mem, "%064d=1", 1)));
	assert_null(words(arena_text(mem, "%065d=1", 1)));
}

static const char *many(unsigned count)
{
	const char *all = "w=1";

	for (unsigned i = 1; i < count; i++)
		all = arena_text(mem, "%s&w=1", all);
	return all;
}

static void four_hundred_words_are_read_and_one_more_is_not(void **state)
{
	const struct text_value *word = words(many(400));
	unsigned count = 0;

	(void)state;
	assert_non_null(word);
	for (; word->name; word++)
		count++;
	assert_int_equal(count, 400);
	assert_null(words(many(401)));
}

static void a_cookie_is_found_by_its_whole_name(void **state)
{
	static const struct { const char *header, *value; bool twice; } rows[] = {
		{ "sid=abc", "abc", false }, { "a=1; sid=abc; b=2", "abc", false }, { "sid=abc;b=2", "abc", false },
		{ " ; ;sid=abc ;", "abc ", false }, { "sid=", "", false }, { "sid=a=b", "a=b", false },
		{ "xsid=abc", NULL, false }, { "sid2=abc", NULL, false }, { "sid", NULL, false },
		{ "SID=abc", NULL, false },
		{ "__Host-sid=abc", NULL, false }, { "a=sid=abc", NULL, false }, { "", NULL, false },
		{ NULL, NULL, false },
		{ "sid=a; sid=b", "b", true }, { "sid=a; x=1; sid=a", "a", true }, { "sid=a; sid=b; sid=c", "c", true },
		{ "sid=; sid=b", "b", true },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		bool twice = !rows[i].twice;
		same(rows[i].header, decode_cookie(mem, rows[i].header, "sid", &twice), rows[i].value);
		if (twice != rows[i].twice)
			fail_msg("[%s] is %stwice", rows[i].header, twice ? "" : "not ");
	}
}

static void an_encoded_word_comes_back_as_it_was(void **state)
{
	static const struct { const char *text, *encoded; } rows[] = {
		{ "", "" }, { "abcXYZ019-_.~/", "abcXYZ019-_.~%2F" }, { "a b&c=d+e%", "a%20b%26c%3Dd%2Be%25" },
		{ "José", "Jos%C3%A9" }, { "/customers?find=x#y", "%2Fcustomers%3Ffind%3Dx%23y" },
		{ "\"<script>'", "%22%3Cscript%3E%27" }, { "a\r\nSet-Cookie: x", "a%0D%0ASet-Cookie%3A%20x" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		same(rows[i].text, text_encoded(mem, rows[i].text), rows[i].encoded);
	same("there and back", line(words(arena_text(mem, "a=%s", text_encoded(mem, "x & 100% é\t\n+")))),
		"a=x & 100% é\t\n+");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_come_in_their_order_decoded_once),
		cmocka_unit_test(words_that_are_not_whole_are_refused_all_together),
		cmocka_unit_test(a_nul_in_the_bytes_is_refused),
		cmocka_unit_test(bytes_behind_the_length_are_not_read),
		cmocka_unit_test(a_name_has_64_characters_at_most),
		cmocka_unit_test(four_hundred_words_are_read_and_one_more_is_not),
		cmocka_unit_test(a_cookie_is_found_by_its_whole_name),
		cmocka_unit_test(an_encoded_word_comes_back_as_it_was),
	};

	return cmocka_run_group_tests_name("decode", tests, memory_begin, memory_end);
}
