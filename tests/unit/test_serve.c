/* What a program still knows of a request that it has answered: nothing that was posted. It looks through its own memory. */
#include "desk/desk.h"
#include "unit.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum { LENGTH = 24, PIECE = 65536, VEIL = 0x5a };

static char folder[] = "/tmp/upcard-serve.XXXXXX";
static char secret[LENGTH]; /* veiled, so that this copy is not found */
static char piece[PIECE + LENGTH];

static void write_file(const char *name, const char *text)
{
	FILE *file = fopen(arena_text(mem, "%s/%s", folder, name), "w");

	assert_non_null(file);
	fputs(text, file);
	fclose(file);
	chmod(arena_text(mem, "%s/%s", folder, name), 0400);
}

static int begin(void **state)
{
	char *here = get_current_dir_name();

	if (!here || !mkdtemp(folder) || memory_begin(state))
		return -1;
	write_file("key", "5eed5eed f0f1f2f3f4f5f6f7f8f9fafbfcfdfeffe0e1e2e3e4e5e6e7e8e9eaebecedeeef\n");
	write_file("conf", arena_text(mem, "db.socket = x\ndb.user = x\ndb.name = x\nkey.file = %s/key\n"
		"template.folder = %s/templates\n", folder, here));
	setenv("UPCARD_CONF", arena_text(mem, "%s/conf", folder), 1);
	free(here);
	for (int i = 0; i < LENGTH; i++)
		secret[i] = (char)(("kestrelmarmaladeobelisk"[i % 23] ^ VEIL));
	return 0;
}

static int end(void **state)
{
	unlink(arena_text(mem, "%s/key", folder));
	unlink(arena_text(mem, "%s/conf", folder));
	rmdir(folder);
	return memory_end(state);
}

/* How often the secret stands in LENGTH bytes at TEXT. */
static unsigned occurrences(const char *text, size_t length)
{
	unsigned count = 0;

	for (size_t at = 0; at + LENGTH <= length; at++) {
		size_t same = 0;
		while (same < LENGTH && (text[at + same] ^ VEIL) == secret[same])
			same++;
		count += same == LENGTH;
	}
	return count;
}

/* The same in the memory from FROM to TO, a piece at a time with what could begin before it. */
static unsigned in_range(int memory, size_t from, size_t to)
{
	unsigned count = 0;

	for (; from < to; from += PIECE) {
		size_t wanted = to - from < sizeof piece ? to - from : sizeof piece;
		ssize_t got = pread(memory, piece, wanted, (off_t)from);
		count += got > 0 ? occurrences(piece, (size_t)got) : 0;
		explicit_bzero(piece, sizeof piece);
	}
	return count;
}

/* In all that this process can write to. */
static unsigned in_memory(void)
{
	FILE *maps = fopen("/proc/self/maps", "re");
	int memory = open("/proc/self/mem", O_RDONLY | O_CLOEXEC);
	unsigned count = 0;
	size_t from, to;
	char line[1000], rights[8];

	assert_non_null(maps);
	assert_true(memory >= 0);
	while (fgets(line, sizeof line, maps))
		if (sscanf(line, "%zx-%zx %7s", &from, &to, rights) == 3 && rights[1] == 'w')
			count += in_range(memory, from, to);
	fclose(maps);
	close(memory);
	return count;
}

/* Input for a process: a form with the secret, written by another one. Returns its length. */
static size_t post(void)
{
	static const char before[] = "customer_type=individual&password=";
	int pipes[2];

	assert_int_equal(pipe(pipes), 0);
	pid_t child = fork();
	if (!child) {
		char plain[LENGTH];
		for (int i = 0; i < LENGTH; i++)
			plain[i] = (char)(secret[i] ^ VEIL);
		bool whole = write(pipes[1], before, strlen(before)) > 0 && write(pipes[1], plain, LENGTH) == LENGTH;
		_exit(whole ? 0 : 1);
	}
	assert_int_equal(waitpid(child, NULL, 0), child);
	dup2(pipes[0], STDIN_FILENO);
	close(pipes[0]);
	close(pipes[1]);
	return strlen(before) + LENGTH;
}

static struct answer look_away(struct request *rq)
{
	(void)rq;
	return answer_error(404);
}

/* A program that answers one request as plain CGI and then looks: how often the secret is left. 100 if it failed. */
static _Noreturn void be_the_program(const char *path)
{
	static const struct route routes[] = { { "POST", "", ANYONE, look_away }, { 0 } };
	static const struct area known = { "known", routes };
	static const struct area *const areas[] = { &known, NULL };
	char length[24];

	snprintf(length, sizeof length, "%zu", post());
	setenv("REQUEST_METHOD", "POST", 1);
	setenv("PATH_INFO", path, 1);
	setenv("CONTENT_TYPE", "application/x-www-form-urlencoded", 1);
	setenv("CONTENT_LENGTH", length, 1);
	dup2(open("/dev/null", O_WRONLY | O_CLOEXEC), STDOUT_FILENO);
	_exit(desk_serve(areas) ? 100 : (int)in_memory());
}

static void what_is_in_memory_is_found(void **state)
{
	char plain[LENGTH];

	(void)state;
	assert_int_equal(in_memory(), 0);
	for (int i = 0; i < LENGTH; i++)
		plain[i] = (char)(secret[i] ^ VEIL);
	assert_int_not_equal(in_memory(), 0);
	explicit_bzero(plain, sizeof plain);
	assert_int_equal(in_memory(), 0);
}

static void is_wiped_after(const char *path)
{
	pid_t child = fork();
	int status;

	if (!child)
		be_the_program(path);
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 0);
}

static void what_was_posted_is_wiped_when_it_is_answered(void **state)
{
	(void)state;
	is_wiped_after("/known");
}

static void what_was_posted_to_no_page_is_wiped_as_well(void **state)
{
	(void)state;
	is_wiped_after("/nowhere");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_in_memory_is_found),
		cmocka_unit_test(what_was_posted_is_wiped_when_it_is_answered),
		cmocka_unit_test(what_was_posted_to_no_page_is_wiped_as_well),
	};

#ifdef __SANITIZE_ADDRESS__
	return 0; /* the sanitizer's own notes are terabytes of addresses: nobody can search them */
#endif
	return cmocka_run_group_tests_name("serve", tests, begin, end);
}
