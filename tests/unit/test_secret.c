/* Keys, sealing and passwords: what was altered, moved or sealed with another key does not open. */
#include "base/base64.h"
#include "base/password.h"
#include "base/secret.h"
#include "unit.h"

#include <sys/stat.h>
#include <unistd.h>

#define OLD "0badcafe 000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f\n"
#define NEW "5eed5eed f0f1f2f3f4f5f6f7f8f9fafbfcfdfeffe0e1e2e3e4e5e6e7e8e9eaebecedeeef\n"
#define PLACE "table ssn column sealed customer 10001"

static char path[] = "/tmp/upcard-key.XXXXXX";

static void load(void *nothing)
{
	(void)nothing;
	secret_load(path);
}

/* Writes TEXT as the key file with MODE, loads it and tells what was wrong, "" for nothing. */
static const char *loaded(const char *text, mode_t mode)
{
	FILE *file;

	chmod(path, 0600);
	file = fopen(path, "w");
	assert_non_null(file);
	fputs(text, file);
	fclose(file);
	chmod(path, mode);
	const char *why = failing(load, NULL).why;
	return arena_copy(mem, why, strlen(why));
}

static int begin(void **state)
{
	int file = mkstemp(path);

	if (file < 0)
		return -1;
	close(file);
	return memory_begin(state);
}

static int end(void **state)
{
	unlink(path);
	return memory_end(state);
}

static int fresh(void **state)
{
	(void)state;
	same("good key file", loaded(NEW OLD, 0400), "");
	return 0;
}

static void a_key_file_that_others_may_read_is_refused(void **state)
{
	static const mode_t open[] = { 0440, 0404, 0640, 0604, 0644, 0600 | S_IWGRP, 0601, 0777 };

	(void)state;
	for (size_t i = 0; i < COUNT(open); i++)
		has_part(arena_text(mem, "mode %o", open[i]), loaded(NEW, open[i]), "only its owner may read");
	same("mode 600", loaded(NEW, 0600), "");
	same("mode 400", loaded(NEW, 0400), "");
}

static void a_malformed_key_file_is_refused(void **state)
{
	static const struct { const char *text, *why; } rows[] = {
		{ "", "has no key" },
		{ "\n", "line 1 is no key" },
		{ "# a comment\n" NEW, "line 1 is no key" },
		{ NEW "0badcafe 0001\n", "line 2 is no key" },
		{ "0BADCAFE 000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f\n", "is no key" },
		{ "0badcafe\t000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f\n", "is no key" },
		{ "0badcaf 000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f0\n", "is no key" },
		{ "0badcafe 000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1g\n", "is no key" },
		{ "0badcafe 000102030405060708090a0b0c0d0e0f10111213141516171819 a1b1c1d1e1f\n", "is no key" },
		{ "0badcafe  000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f\n", "is no key" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		has_part(rows[i].text, loaded(rows[i].text, 0400), rows[i].why);
}

static void eight_keys_are_read_and_one_more_is_not(void **state)
{
	const char *eight = "";

	(void)state;
	for (int i = 0; i < 8; i++)
		eight = arena_text(mem, "%s%08x %064x\n", eight, 0xa0 + (unsigned)i, 1);
	same("eight", loaded(eight, 0400), "");
	has_part("nine", loaded(arena_text(mem, "%s" NEW, eight), 0400), "more than 8 keys");
}

static void a_line_with_more_than_a_key_is_refused(void **state)
{
	static const char *const rows[] = {
		"0badcafe 000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20\n",
		"0badcafe 000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f was Dana's\n",
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		has_part(rows[i], loaded(rows[i], 0400), "is no key");
}

/* The first would be used to open what the second sealed. */
static void two_keys_of_one_name_are_refused(void **state)
{
	(void)state;
	has_part("0badcafe twice",
		loaded(OLD "0badcafe f0f1f2f3f4f5f6f7f8f9fafbfcfdfeffe0e1e2e3e4e5e6e7e8e9eaebecedeeef\n",
		0400), "0badcafe");
}

static void no_key_file_and_a_folder_are_refused(void **state)
{
	(void)state;
	unlink(path);
	has_part("no file", failing(load, NULL).why, "No such file");
	assert_int_equal(mkdir(path, 0700), 0);
	has_part("a folder", failing(load, NULL).why, "must be a regular file");
	rmdir(path);
}

static void what_was_sealed_opens_again_in_its_place(void **state)
{
	static const char *const texts[] = { "", "1", "123456789", "José 山田", "a\tb\nc" };

	(void)state;
	for (size_t i = 0; i < COUNT(texts); i++) {
		const char *key_id, *sealed = secret_seal(mem, PLACE, texts[i], &key_id);
		same("current key", key_id, "5eed5eed");
		same(texts[i], secret_open(mem, PLACE, sealed, key_id), texts[i]);
		same(texts[i], secret_open(mem, PLACE, sealed, NULL), texts[i]);
		assert_null(strlen(texts[i]) < 8 ? NULL : strstr(sealed, texts[i])); /* a digit may be there by chance */
		assert_int_equal(strspn(sealed, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"),
			strlen(sealed));
	}
}

static void the_same_text_never_seals_to_the_same_letters(void **state)
{
	(void)state;
	assert_string_not_equal(secret_seal(mem, PLACE, "123456789", NULL), secret_seal(mem, PLACE, "123456789", NULL));
}

static void what_was_sealed_does_not_open_in_another_place(void **state)
{
	static const char *const places[] = {
		"table ssn column sealed customer 10002", "table ssn column sealed customer 1000",
		"table ssn column sealed customer 100010", "", "search session x", PLACE " key 5eed5eed",
	};
	const char *sealed = secret_seal(mem, PLACE, "123456789", NULL);

	(void)state;
	for (size_t i = 0; i < COUNT(places); i++)
		same(places[i], secret_open(mem, places[i], sealed, NULL), NULL);
}

static void every_altered_letter_is_noticed(void **state)
{
	const char *sealed = secret_seal(mem, PLACE, "123456789", NULL);
	size_t length = strlen(sealed);

	(void)state;
	for (size_t i = 0; i < length; i++) {
		char *altered = arena_copy(mem, sealed, length);
		altered[i] = altered[i] == 'A' ? 'B' : 'A';
		same(altered, secret_open(mem, PLACE, altered, NULL), NULL);
		same("cut short", secret_open(mem, PLACE, arena_copy(mem, sealed, i), NULL), NULL);
	}
	same("longer", secret_open(mem, PLACE, arena_text(mem, "%sAAAA", sealed), NULL), NULL);
	same("a stray character", secret_open(mem, PLACE, arena_text(mem, "%s=", sealed), NULL), NULL);
}

static void a_new_key_seals_and_the_old_one_still_opens(void **state)
{
	const char *old, *new, *key_id;

	(void)state;
	same("old key alone", loaded(OLD, 0400), "");
	old = secret_seal(mem, PLACE, "123456789", &key_id);
	same("old key's name", key_id, "0badcafe");
	same("new key on top", loaded(NEW OLD, 0400), "");
	new = secret_seal(mem, PLACE, "123456789", &key_id);
	same("new key's name", key_id, "5eed5eed");
	same("sealed before", secret_open(mem, PLACE, old, "0badcafe"), "123456789");
	same("sealed before, said to be the new key's", secret_open(mem, PLACE, old, "5eed5eed"), NULL);
	same("sealed since", secret_open(mem, PLACE, new, "5eed5eed"), "123456789");
	same("the old key thrown away", loaded(NEW, 0400), "");
	same("sealed before", secret_open(mem, PLACE, old, "0badcafe"), NULL);
}

static void the_key_s_name_is_part_of_the_seal(void **state)
{
	const char *sealed = secret_seal(mem, PLACE, "123456789", NULL);

	(void)state;
	same("the same key by another name",
		loaded("0badcafe f0f1f2f3f4f5f6f7f8f9fafbfcfdfeffe0e1e2e3e4e5e6e7e8e9eaebecedeeef\n",
		0400), "");
	same("sealed under the first name", secret_open(mem, PLACE, sealed, "0badcafe"), NULL);
}

static void random_text_has_the_asked_length_and_never_comes_twice(void **state)
{
	const char *one = secret_random(mem, 32);

	(void)state;
	assert_int_equal(strlen(one), 64);
	assert_int_equal(strspn(one, "0123456789abcdef"), 64);
	assert_string_not_equal(one, secret_random(mem, 32));
	assert_int_equal(strlen(secret_random(mem, 64)), 128);
}

static void a_hash_depends_on_purpose_and_text_and_not_on_where_one_ends(void **state)
{
	const char *hash = secret_hash(mem, "session", "abc");

	(void)state;
	assert_int_equal(strlen(hash), 64);
	same("again", secret_hash(mem, "session", "abc"), hash);
	assert_string_not_equal(secret_hash(mem, "token", "abc"), hash);
	assert_string_not_equal(secret_hash(mem, "session", "abd"), hash);
	assert_string_not_equal(secret_hash(mem, "sessiona", "bc"), hash);
}

static void null_is_never_the_same(void **state)
{
	(void)state;
	holds("equal", secret_same("abc", "abc") && secret_same("", ""));
	holds("different", !secret_same("abc", "abd") && !secret_same("abc", "ab") && !secret_same("ab", "abc"));
	holds("NULL", !secret_same(NULL, NULL) && !secret_same(NULL, "") && !secret_same("", NULL));
}

static void only_the_right_password_fits(void **state)
{
	const char *hash = password_hash(mem, "correct horse battery");

	(void)state;
	has_part("costs", hash, "$argon2id$v=19$m=19456,t=2,p=1$");
	holds("right", password_fits(hash, "correct horse battery"));
	holds("other case", !password_fits(hash, "Correct horse battery"));
	holds("a blank more", !password_fits(hash, "correct horse battery "));
	holds("nothing", !password_fits(hash, ""));
	holds("nobody's", !password_fits(NULL, "") && !password_fits(NULL, "correct horse battery"));
	holds("no hash", !password_fits("", "") && !password_fits("x", "x"));
	assert_string_not_equal(hash, password_hash(mem, "correct horse battery"));
}

static void a_hash_of_other_costs_is_old(void **state)
{
	static const char cheap[] = "$argon2id$v=19$m=8192,t=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$"
		"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

	(void)state;
	holds("today's", !password_is_old(password_hash(mem, "correct horse battery")));
	holds("cheaper", password_is_old(cheap));
	holds("no hash at all", password_is_old("x"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_key_file_that_others_may_read_is_refused),
		cmocka_unit_test(a_malformed_key_file_is_refused),
		cmocka_unit_test(eight_keys_are_read_and_one_more_is_not),
		cmocka_unit_test(a_line_with_more_than_a_key_is_refused),
		cmocka_unit_test(two_keys_of_one_name_are_refused),
		cmocka_unit_test(no_key_file_and_a_folder_are_refused),
		cmocka_unit_test_setup(what_was_sealed_opens_again_in_its_place, fresh),
		cmocka_unit_test_setup(the_same_text_never_seals_to_the_same_letters, fresh),
		cmocka_unit_test_setup(what_was_sealed_does_not_open_in_another_place, fresh),
		cmocka_unit_test_setup(every_altered_letter_is_noticed, fresh),
		cmocka_unit_test(a_new_key_seals_and_the_old_one_still_opens),
		cmocka_unit_test_setup(the_key_s_name_is_part_of_the_seal, fresh),
		cmocka_unit_test_setup(random_text_has_the_asked_length_and_never_comes_twice, fresh),
		cmocka_unit_test_setup(a_hash_depends_on_purpose_and_text_and_not_on_where_one_ends, fresh),
		cmocka_unit_test_setup(null_is_never_the_same, fresh),
		cmocka_unit_test_setup(only_the_right_password_fits, fresh),
		cmocka_unit_test_setup(a_hash_of_other_costs_is_old, fresh),
	};

	return cmocka_run_group_tests_name("secret", tests, begin, end);
}
