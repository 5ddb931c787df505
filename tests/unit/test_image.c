/* The picture program with a decoder that has been taken over: whatever it tries, the process dies before it is done.
 * The decoder of PNG is ours here and does what ATTEMPT says; those of the other formats are libgd's. */
#define main image_main
#include "../../bin/image.c"
#undef main

#include "unit.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>

static void (*attempt)(void);
static pid_t parent;

gdImagePtr gdImageCreateFromPngPtr(int size, void *data)
{
	(void)size;
	(void)data;
	if (attempt)
		attempt();
	return gdImageCreateTrueColor(600, 400);
}

static const char png[40] = "\x89PNG\r\n\x1a\n";

/* What came of a picture: how the process ended, and what it wrote. */
struct end {
	int status;
	char made[1024 * 1024];
	size_t length;
};
static struct end end;

static void be_the_program(int in, int out)
{
	dup2(in, 0);
	dup2(out, 1);
	image_main();
}

/* Gives PICTURE to the program, in a process of its own in which FIRST is done before anything else. */
static void run(const void *picture, size_t length, void (*first)(void))
{
	FILE *file = tmpfile();
	int out[2], in = file ? fileno(file) : -1;
	ssize_t count = 1;
	pid_t child;

	assert_true(file && fwrite(picture, 1, length, file) == length && !fflush(file) && !fseek(file, 0, SEEK_SET) && !pipe(out));
	parent = getpid();
	child = fork();
	if (!child) {
		if (first)
			first();
		be_the_program(in, out[1]);
	}
	close(out[1]);
	for (end.length = 0; count > 0 && end.length < sizeof end.made; end.length += (size_t)count)
		count = read(out[0], end.made + end.length, sizeof end.made - end.length);
	close(out[0]);
	fclose(file);
	assert_true(child > 0 && waitpid(child, &end.status, 0) == child);
}

static bool is_jpeg(void)
{
	return WIFEXITED(end.status) && !WEXITSTATUS(end.status) && end.length > 4 && !memcmp(end.made, "\xff\xd8\xff", 3);
}

/* ------------------------------------------------------------------ what it tries */

static void open_a_file(void)
{
	open("/etc/passwd", O_RDONLY | O_CLOEXEC);
}

/* What a limit on descriptors does not hold. */
static void open_a_file_in_place_of_its_own(void)
{
	close(0);
	open("/etc/passwd", O_RDONLY | O_CLOEXEC);
}

static void open_a_socket(void)
{
	socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
}

static void run_a_program(void)
{
	char *words[] = { (char *)"true", NULL };

	execv("/bin/true", words);
}

static void start_a_process(void)
{
	if (!syscall(SYS_clone, SIGCHLD, NULL, NULL, NULL, NULL))
		_exit(0);
}

static void read_the_memory_of_its_parent(void)
{
	char byte;
	struct iovec here = { &byte, 1 }, there = { &parent, 1 };

	syscall(SYS_process_vm_readv, parent, &here, 1, &there, 1, 0);
}

static void trace(void)
{
	syscall(SYS_ptrace, PTRACE_TRACEME, 0, NULL, NULL);
}

static void signal_somebody(void)
{
	syscall(SYS_kill, parent, 0);
}

static void get_memory_that_runs(void)
{
	syscall(SYS_mmap, NULL, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
}

static void make_its_memory_run(void)
{
	syscall(SYS_mprotect, (uintptr_t)bytes & ~(uintptr_t)4095, 4096, PROT_READ | PROT_EXEC);
}

static void nothing_is_reached_from_a_decoder(void **state)
{
	static const struct { const char *name; void (*attempt)(void); } table[] = {
		{ "a file", open_a_file }, { "a file in place of its own", open_a_file_in_place_of_its_own },
		{ "a socket", open_a_socket }, { "a program", run_a_program }, { "a process", start_a_process },
		{ "the memory of its parent", read_the_memory_of_its_parent }, { "tracing", trace },
		{ "a signal", signal_somebody }, { "new memory that runs", get_memory_that_runs },
		{ "memory made to run", make_its_memory_run },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(table); i++) {
		attempt = table[i].attempt;
		run(png, sizeof png, NULL);
		holds(table[i].name, WIFSIGNALED(end.status) && WTERMSIG(end.status) == SIGSYS);
		assert_int_equal(end.length, 0);
	}
}

static void a_decoder_that_tries_nothing_makes_a_picture(void **state)
{
	(void)state;
	attempt = NULL;
	run(png, sizeof png, NULL);
	assert_true(is_jpeg());
}

/* Large enough to ask for memory in every way. */
static void the_decoders_of_libgd_need_no_more(void **state)
{
	gdImagePtr picture = gdImageCreateTrueColor(3000, 2000);
	int size[3];
	void *made[] = { gdImageJpegPtr(picture, &size[0], 90), gdImageGifPtr(picture, &size[1]), gdImageWebpPtr(picture, &size[2]) };

	(void)state;
	for (size_t i = 0; i < COUNT(made); i++) {
		assert_non_null(made[i]);
		run(made[i], (size_t)size[i], NULL);
		assert_true(is_jpeg());
		gdFree(made[i]);
	}
	gdImageDestroy(picture);
}

/* ------------------------------------------------------------------ where it cannot lock itself in */

static void forbid_filters(void)
{
	scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);

	if (seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(seccomp), 0) ||
	    seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(prctl), 1, SCMP_A0(SCMP_CMP_EQ, PR_SET_SECCOMP)) ||
	    seccomp_load(filter))
		_exit(3);
}

static void say_that_it_decodes(void)
{
	if (write(1, "decoding", 8) != 8)
		_exit(3);
}

static void without_a_filter_nothing_is_decoded(void **state)
{
	(void)state;
	attempt = say_that_it_decodes;
	run(png, sizeof png, NULL);
	assert_true(end.length > 8 && !memcmp(end.made, "decoding", 8));
	run(png, sizeof png, forbid_filters);
	assert_int_equal(end.length, 0);
	assert_true(WIFEXITED(end.status) && WEXITSTATUS(end.status) == 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nothing_is_reached_from_a_decoder), cmocka_unit_test(a_decoder_that_tries_nothing_makes_a_picture),
		cmocka_unit_test(the_decoders_of_libgd_need_no_more), cmocka_unit_test(without_a_filter_nothing_is_decoded),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
