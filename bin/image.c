/* Makes a picture small and plain: PNG, JPEG, GIF or WebP in, JPEG of at most 512 x 512 out, by libgd. It is started for
 * one picture, with an empty environment and no files but its two ends, and locks itself in before it looks at a byte:
 * decoders of pictures are where strangers break in. */
#include <gd.h>
#include <seccomp.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

enum { BYTES_MAX = 5 * 1024 * 1024, SIDE_MAX = 512, PIXELS_MAX = 40 * 1000 * 1000, QUALITY = 86 };

static unsigned char bytes[BYTES_MAX + 1];

static bool limit(int what, rlim_t most)
{
	const struct rlimit limits = { most, most };

	return !setrlimit((__rlimit_resource_t)what, &limits);
}

/* All that is asked of the kernel from here on: to read, to write, memory, and the end. */
#ifdef __SANITIZE_ADDRESS__
enum { MEMORY_MAX = 0 }; /* the sanitizer wants terabytes of addresses, and a few calls, for itself */
static const int calls[] = { SCMP_SYS(read), SCMP_SYS(write), SCMP_SYS(brk), SCMP_SYS(mremap), SCMP_SYS(munmap),
	SCMP_SYS(exit_group), SCMP_SYS(madvise), SCMP_SYS(sched_yield), SCMP_SYS(futex), SCMP_SYS(gettid),
	SCMP_SYS(getpid), SCMP_SYS(sigaltstack) };
#else
enum { MEMORY_MAX = 384 * 1024 * 1024 };
static const int calls[] = { SCMP_SYS(read), SCMP_SYS(write), SCMP_SYS(brk), SCMP_SYS(mremap), SCMP_SYS(munmap),
	SCMP_SYS(exit_group) };
#endif

/* Little memory and time, no core. The rest is for a filter that would fail us. */
static bool limit_all(void)
{
	return limit(RLIMIT_CPU, 4) && (!MEMORY_MAX || limit(RLIMIT_AS, MEMORY_MAX)) && limit(RLIMIT_CORE, 0) &&
		limit(RLIMIT_FSIZE, 0) && limit(RLIMIT_NOFILE, 3) && limit(RLIMIT_NPROC, 0);
}

/* Every other call ends the process before it is carried out: no file, no socket, no program, nobody's memory, and no
 * memory of its own that could be run. */
static bool lock_in(void)
{
	scmp_filter_ctx filter = seccomp_init(SCMP_ACT_KILL_PROCESS);
	bool good = filter != NULL;

	for (size_t i = 0; i < sizeof calls / sizeof *calls; i++)
		good = good && !seccomp_rule_add(filter, SCMP_ACT_ALLOW, calls[i], 0);
	good = good && !seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(mmap), 1, SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0));
	good = good && !prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) && !seccomp_load(filter);
	seccomp_release(filter);
	return good;
}

static int read_all(void)
{
	size_t got = 0;
	ssize_t count;

	while (got < sizeof bytes && (count = read(0, bytes + got, sizeof bytes - got)) > 0)
		got += (size_t)count;
	return got > BYTES_MAX ? 0 : (int)got;
}

/* Of four bytes, the highest first. */
static uint32_t number(const unsigned char *at)
{
	return (uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 | (uint32_t)at[2] << 8 | at[3];
}

static gdImagePtr decode(int length)
{
	static const unsigned char png[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };
	uint32_t width, height;

	if (length < 32)
		return NULL;
	if (!memcmp(bytes, png, sizeof png)) {
		/* the one format that packs a wall into a few bytes says its size in front */
		width = number(bytes + 16);
		height = number(bytes + 20);
		return (uint64_t)width * height > PIXELS_MAX ? NULL : gdImageCreateFromPngPtr(length, bytes);
	}
	if (!memcmp(bytes, "\xff\xd8\xff", 3))
		return gdImageCreateFromJpegPtr(length, bytes);
	if (!memcmp(bytes, "GIF8", 4))
		return gdImageCreateFromGifPtr(length, bytes);
	if (!memcmp(bytes, "RIFF", 4) && !memcmp(bytes + 8, "WEBP", 4))
		return gdImageCreateFromWebpPtr(length, bytes);
	return NULL;
}

/* A copy on white, as JPEG knows no transparency, that fits into the square; small ones keep their size. */
static gdImagePtr shrink(gdImagePtr from)
{
	int width = gdImageSX(from), height = gdImageSY(from), most = width > height ? width : height;
	int to_width = most > SIDE_MAX ? width * SIDE_MAX / most : width;
	int to_height = most > SIDE_MAX ? height * SIDE_MAX / most : height;
	gdImagePtr to;

	to_width = to_width ? to_width : 1;
	to_height = to_height ? to_height : 1;
	to = gdImageCreateTrueColor(to_width, to_height);
	if (!to)
		return NULL;
	gdImageFilledRectangle(to, 0, 0, to_width, to_height, gdTrueColor(255, 255, 255));
	gdImageCopyResampled(to, from, 0, 0, 0, 0, to_width, to_height, width, height);
	return to;
}

static bool write_all(const char *made, int length)
{
	ssize_t count;

	for (; length > 0; made += count, length -= (int)count)
		if ((count = write(1, made, (size_t)length)) <= 0)
			return false;
	return true;
}

static void silent(int priority, const char *format, va_list values)
{
	(void)priority;
	(void)format;
	(void)values;
}

static bool make_plain(void)
{
	gdImagePtr from = decode(read_all()), to;
	void *made;
	int size = 0;

	if (!from || (uint64_t)gdImageSX(from) * (uint64_t)gdImageSY(from) > PIXELS_MAX)
		return false;
	to = shrink(from);
	made = to ? gdImageJpegPtr(to, &size, QUALITY) : NULL;
	return made && write_all(made, size);
}

/* Nothing runs behind _exit() that might ask for more than is allowed. */
int main(void)
{
	gdSetErrorMethod(silent);
	if (!limit_all() || !lock_in())
		_exit(2);
	_exit(make_plain() ? 0 : 1);
}
