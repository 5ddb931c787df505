/* Makes a picture small and plain: PNG, JPEG, GIF or WebP in, JPEG of at most 512 x 512 out, by libgd. It is started for
 * one picture, with an empty environment and no files but its two ends, and takes everything else from itself before
 * it looks at a byte: decoders of pictures are where strangers break in. */
#include <gd.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
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

#ifdef __SANITIZE_ADDRESS__
enum { MEMORY_MAX = 0 }; /* the sanitizer wants terabytes of addresses for itself */
#else
enum { MEMORY_MAX = 384 * 1024 * 1024 };
#endif

/* No new files, no new processes, no core, little memory and time. */
static bool give_up_rights(void)
{
	return limit(RLIMIT_CPU, 4) && (!MEMORY_MAX || limit(RLIMIT_AS, MEMORY_MAX)) && limit(RLIMIT_CORE, 0) &&
		limit(RLIMIT_FSIZE, 0) && limit(RLIMIT_NOFILE, 3) && limit(RLIMIT_NPROC, 0) &&
		!prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
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

int main(void)
{
	gdImagePtr from, to;
	void *made;
	int size = 0;

	gdSetErrorMethod(silent);
	if (!give_up_rights())
		return 2;
	from = decode(read_all());
	if (!from || (uint64_t)gdImageSX(from) * (uint64_t)gdImageSY(from) > PIXELS_MAX)
		return 1;
	to = shrink(from);
	made = to ? gdImageJpegPtr(to, &size, QUALITY) : NULL;
	return made && write_all(made, size) ? 0 : 1;
}
