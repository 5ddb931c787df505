/* upcard.conf: what is wrong in it is said at the start, with file and line. */
#include "base/conf.h"
#include "unit.h"

#include <unistd.h>

static char path[] = "/tmp/upcard-conf.XXXXXX";

static void write_conf(const char *text)
{
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	fputs(text, file);
	fclose(file);
}

static void load(void *nothing)
{
	(void)nothing;
	conf_load();
}

static void get(void *name)
{
	conf_get(name);
}

#define WHOLE "db.socket = /run/db.sock\ndb.user=upcard\ndb.name = upcard\nkey.file = /etc/key\n" \
	"template.folder = /usr/share/upcard\n"

static const char *const not_of_a_word[] = { ".key", "two.words.key", "Upper.base", "gravatar.keys", "gravatar.", "base",
	"a_word_that_is_longer_than_anybody_is_called.key" };

static int begin(void **state)
{
	int file = mkstemp(path);

	if (file < 0)
		return -1;
	close(file);
	setenv("UPCARD_CONF", path, 1);
	return memory_begin(state);
}

static int end(void **state)
{
	unlink(path);
	return memory_end(state);
}

/* First of all tests: names that were read once stay in this process. */
static void a_name_that_is_needed_and_missing_is_named(void **state)
{
	static const struct { const char *text, *why; } rows[] = {
		{ "", "db.socket is missing" },
		{ "db.socket = x\n", "db.user is missing" },
		{ "db.user = x\n", "db.name is missing" },
		{ "db.name = x\n", "key.file is missing" },
		{ "key.file = x\n", "template.folder is missing" },
		{ "db.name =\n", "db.name is missing" },
		{ "db.name = \t \n", "db.name is missing" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		write_conf(rows[i].text);
		struct catcher caught = failing(load, NULL);
		assert_int_equal(caught.fault, FAULT_BROKEN);
		has_part(rows[i].text, caught.why, rows[i].why);
	}
}

static void a_line_that_is_no_name_and_value_is_refused_with_its_number(void **state)
{
	static const struct { const char *text, *why; } rows[] = {
		{ WHOLE "nonsense\n", ":6: expected name = value" },
		{ WHOLE "\n\ndb.port = 3306\n", ":8: unknown name db.port" },
		{ "DB.NAME = x\n", ":1: unknown name DB.NAME" },
		{ "= x\n", ":1: unknown name" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		write_conf(rows[i].text);
		struct catcher caught = failing(load, NULL);
		assert_int_equal(caught.fault, FAULT_BROKEN);
		has_part(rows[i].text, caught.why, rows[i].why);
	}
}

static void a_value_too_long_is_refused_not_cut(void **state)
{
	(void)state;
	write_conf(arena_text(mem, "site.base = /%0*d\n", 300, 1));
	has_part("300 characters", failing(load, NULL).why, ":1: the value is too long");
	write_conf(arena_text(mem, "site.base = /%0*d\n", 2000, 1));
	has_part("2000 characters", failing(load, NULL).why, ":1: the value is too long");
}

static void a_file_that_is_not_there_is_named(void **state)
{
	(void)state;
	setenv("UPCARD_CONF", "/nonexistent/upcard.conf", 1);
	struct catcher caught = failing(load, NULL);
	setenv("UPCARD_CONF", path, 1);
	assert_int_equal(caught.fault, FAULT_BROKEN);
	has_part("no file", caught.why, "/nonexistent/upcard.conf: No such file");
}

static void names_values_and_comments_are_read(void **state)
{
	(void)state;
	write_conf("# a comment = not read\n\n  \t" WHOLE "db.password =  a = b # c \r\n  # indented\nsite.base=/upcard");
	assert_int_equal(failing(load, NULL).fault, FAULT_NONE);
	same("blanks around", conf_get("db.socket"), "/run/db.sock");
	same("no blanks", conf_get("db.user"), "upcard");
	same("a value with = and # in it", conf_get("db.password"), "a = b # c");
	same("a last line without end", conf_get("site.base"), "/upcard");
	same("left out", conf_get("site.time_zone"), "");
}

static void a_long_comment_is_a_comment_to_its_end(void **state)
{
	(void)state;
	write_conf(arena_text(mem, "# %0*d\n" WHOLE, 900, 1));
	struct catcher caught = failing(load, NULL);
	same("900 characters of comment", caught.why, "");
}

static void asking_for_an_unknown_name_is_a_fault(void **state)
{
	(void)state;
	struct catcher caught = failing(get, "db.port");
	assert_int_equal(caught.fault, FAULT_BROKEN);
	has_part("unknown", caught.why, "db.port");
}

/* As the programs of look-ups do: who is one, they know. */
static bool is_gravatar(const char *word)
{
	return !strcmp(word, "gravatar");
}

static void a_base_and_a_key_are_taken_of_any_word_until_somebody_knows_better(void **state)
{
	(void)state;
	write_conf(WHOLE "some_where1.base = https://example.com\nelse.key =\n");
	same("taken", failing(load, NULL).why, "");
	same("its base", conf_get("some_where1.base"), "https://example.com");
	same("empty", conf_get("else.key"), "");
	same("left out", conf_get("nobody.key"), "");
	same("the table's own", conf_get("site.base"), "/upcard");
	for (size_t i = 0; i < COUNT(not_of_a_word); i++) {
		write_conf(arena_text(mem, WHOLE "%s = x\n", not_of_a_word[i]));
		has_part(not_of_a_word[i], failing(load, NULL).why, arena_text(mem, ":6: unknown name %s", not_of_a_word[i]));
		has_part(not_of_a_word[i], failing(get, (void *)not_of_a_word[i]).why, "unknown name");
	}
}

static void a_misspelt_word_is_refused_by_who_knows_them(void **state)
{
	(void)state;
	conf_set_owner(is_gravatar);
	write_conf(WHOLE "gravatar.key = first\ngravatar.base = x\ngravatar.key = second\n");
	same("known", failing(load, NULL).why, "");
	same("the last one counts", conf_get("gravatar.key"), "second");
	write_conf(WHOLE "gravatr.key = x\n");
	has_part("misspelt", failing(load, NULL).why, ":6: unknown name gravatr.key");
	has_part("asked for", failing(get, "gravatr.key").why, "unknown name gravatr.key");
	write_conf(arena_text(mem, "gravatar.key = %0*d\n", 300, 1));
	has_part("too long", failing(load, NULL).why, ":1: the value is too long");
	conf_set("gravatar.key", "third");
	same("told otherwise", conf_get("gravatar.key"), "third");
	conf_set_owner(NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_name_that_is_needed_and_missing_is_named),
		cmocka_unit_test(a_line_that_is_no_name_and_value_is_refused_with_its_number),
		cmocka_unit_test(a_value_too_long_is_refused_not_cut),
		cmocka_unit_test(a_file_that_is_not_there_is_named),
		cmocka_unit_test(names_values_and_comments_are_read),
		cmocka_unit_test(a_long_comment_is_a_comment_to_its_end),
		cmocka_unit_test(a_base_and_a_key_are_taken_of_any_word_until_somebody_knows_better),
		cmocka_unit_test(a_misspelt_word_is_refused_by_who_knows_them),
		cmocka_unit_test(asking_for_an_unknown_name_is_a_fault),
	};

	return cmocka_run_group_tests_name("conf", tests, begin, end);
}
