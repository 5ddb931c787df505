/* A posted form with a file in it, taken apart: whole or not at all. */
#include "http/multipart.h"
#include "unit.h"

static const char *const type = "multipart/form-data; boundary=b";

#define PART(head, content) "--b\r\nContent-Disposition: form-data; " head "\r\n\r\n" content "\r\n"
#define END "--b--\r\n"

/* Words and file in one line: "a=1&[name]bytes"; NULL when the body was refused. */
static const char *line(const char *of, const char *body)
{
	struct upload file;
	const struct text_value *word = multipart_read(mem, of, body, strlen(body), &file);
	const char *all = "";

	if (!word)
		return NULL;
	for (; word->name; word++)
		all = text_join(mem, all, "&", arena_text(mem, "%s=%s", word->name, word->text));
	return file.name ? arena_text(mem, "%s&[%s]%.*s", all, file.name, (int)file.length, file.bytes) : all;
}

static void words_and_the_file_come_whole(void **state)
{
	static const struct { const char *body, *line; } rows[] = {
		{ END, "" },
		{ PART("name=\"a\"", "1") END, "a=1" },
		{ PART("name=\"a\"", "1") PART("name=\"a\"", "") END "what stands behind it", "a=1&a=" },
		{ PART("name=\"a\"", "x\r\ny") END, "a=x\ny" },
		{ PART("name=\"a\"", "+%41&b=1") END, "a=+%41&b=1" },
		{ PART("name=\"a\"", "x--b") END, "a=x--b" },
		{ PART("name=\"f\"; filename=\"x.csv\"\r\nContent-Type: text/csv", "1\r\n\r\n2") END, "&[x.csv]1\r\n\r\n2" },
		{ PART("name=\"f\"; filename=\"../x\"", "") END, "&[x]" },
		{ PART("name=\"f\"; filename=\"C:\\y\\x.csv\"", "\x01\xff") END, "&[x.csv]\x01\xff" },
		{ PART("name=\"f\"; filename=\"\"", "") PART("name=\"a\"", "1") END, "a=1" },
		{ "--b\r\ncontent-type: text/plain\r\nCONTENT-DISPOSITION: form-data; NAME=\"a\"\r\n\r\n1\r\n" END, "a=1" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		same(rows[i].body, line(type, rows[i].body), rows[i].line);
}

static void what_is_not_whole_is_refused_all_together(void **state)
{
	static const char *const rows[] = {
		"", "--b", "--c--\r\n", "--b\r\n", "--b\r\n\r\n", PART("name=\"a\"", "1"), PART("name=\"a\"", "1") "--b\r\n",
		"\r\n" PART("name=\"a\"", "1") END, "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n1\r\n" END,
		"--b\r\nContent-Disposition: form-data; name=\"a\"\r\n1\r\n" PART("name=\"b\"", "2") END,
		PART("", "1") END, PART("name=\"\"", "1") END, PART("name=\"a b\"", "1") END, PART("name=\"<a>\"", "1") END,
		PART("name=\"a\"", "\x01") END, PART("name=\"a\"", "\xff") END, PART("name=\"f\"; filename=\"\"", "1") END,
		PART("name=\"f\"; filename=\"a\"", "1") PART("name=\"g\"; filename=\"b\"", "2") END,
		"--b\r\nContent-Type: text/plain\r\nX: ; name=\"a\"\r\n\r\n1\r\n" END,
		"--b\r\nContent-Disposition: form-data\r\nX: ; name=\"a\"\r\n\r\n1\r\n" END,
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		same(rows[i], line(type, rows[i]), NULL);
}

static void there_are_as_many_words_as_in_any_form(void **state)
{
	const char *part = PART("name=\"a\"", "1");
	size_t size = strlen(part);
	char *body = arena_get(mem, 401 * size + sizeof END);

	(void)state;
	for (int i = 0; i < 400; i++)
		memcpy(body + (size_t)i * size, part, size);
	memcpy(body + 400 * size, END, sizeof END);
	assert_non_null(line(type, body));
	memcpy(body + 400 * size, part, size);
	memcpy(body + 401 * size, END, sizeof END - 1);
	assert_null(line(type, body));
}

static void the_boundary_is_what_the_type_says(void **state)
{
	static const char *const whole[] = { "multipart/form-data; boundary=\"b\"", "multipart/form-data; charset=x; BOUNDARY=b",
		"multipart/form-data; boundary=b; x=y" };
	static const char *const none[] = { "multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=\"\"",
		"multipart/form-data; boundary=bb" };

	(void)state;
	for (size_t i = 0; i < COUNT(whole); i++)
		same(whole[i], line(whole[i], PART("name=\"a\"", "1") END), "a=1");
	for (size_t i = 0; i < COUNT(none); i++)
		same(none[i], line(none[i], PART("name=\"a\"", "1") END), NULL);
	const char *longest = arena_text(mem, "multipart/form-data; boundary=%070d", 0);
	const char *body = arena_text(mem, "--%070d--", 0);
	assert_non_null(line(longest, body));
	assert_null(line(arena_text(mem, "%s0", longest), arena_text(mem, "--%071d--", 0)));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_and_the_file_come_whole),
		cmocka_unit_test(what_is_not_whole_is_refused_all_together),
		cmocka_unit_test(there_are_as_many_words_as_in_any_form),
		cmocka_unit_test(the_boundary_is_what_the_type_says),
	};

	return cmocka_run_group_tests_name("multipart", tests, memory_begin, memory_end);
}
