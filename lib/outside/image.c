/* The way to the image program (bin/image.c): a process without our memory, files, environment or time. */
#include "outside/image.h"

#include "base/conf.h"
#include "base/fail.h"
#include "outside/fetch.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { FETCHED_MAX = 5 * 1024 * 1024, MADE_MAX = 1024 * 1024, MILLISECONDS = 5000 };

/* A running image program. */
struct child {
	pid_t pid;
	int to, from; /* its input and its output, -1 when closed */
};

static void shut(int *end)
{
	if (*end >= 0)
		close(*end);
	*end = -1;
}

/* Whatever happened, the program ends now. */
static void stop(void *of)
{
	struct child *child = of;
	int status;

	shut(&child->to);
	shut(&child->from);
	if (child->pid > 0) {
		kill(child->pid, SIGKILL);
		while (waitpid(child->pid, &status, 0) < 0 && errno == EINTR)
			;
	}
	child->pid = 0;
}

static bool start(struct child *child)
{
	const char *program = conf_get("image.program");
	char *words[] = { (char *)program, NULL }, *nothing[] = { NULL };
	int in[2] = { -1, -1 }, out[2] = { -1, -1 };
	posix_spawn_file_actions_t files;
	bool started = false;

	if (!pipe2(in, O_CLOEXEC) && !pipe2(out, O_CLOEXEC)) {
		posix_spawn_file_actions_init(&files);
		posix_spawn_file_actions_adddup2(&files, in[0], 0);
		posix_spawn_file_actions_adddup2(&files, out[1], 1);
		posix_spawn_file_actions_addopen(&files, 2, "/dev/null", O_WRONLY, 0);
		posix_spawn_file_actions_addclosefrom_np(&files, 3);
		started = !posix_spawn(&child->pid, program, &files, NULL, words, nothing);
		posix_spawn_file_actions_destroy(&files);
	}
	shut(&in[0]);
	shut(&out[1]);
	child->to = in[1];
	child->from = out[0];
	if (!started)
		child->pid = 0;
	return started;
}

static long long now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (long long)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

/* Writes BYTES and reads the answer at the same time, so that neither waits for the other. Returns the answer's length,
 * 0 when it did not come whole and in time. */
static size_t talk(struct child *child, const char *bytes, size_t length, char *made)
{
	long long until = now() + MILLISECONDS;
	size_t sent = 0, got = 0;

	fcntl(child->to, F_SETFL, O_NONBLOCK);
	for (;;) {
		struct pollfd ends[] = { { child->from, POLLIN, 0 }, { child->to, POLLOUT, 0 } };
		long long left = until - now();
		ssize_t count;
		if (left <= 0 || poll(ends, child->to < 0 ? 1 : 2, (int)left) <= 0)
			return 0;
		if (child->to >= 0 && ends[1].revents) {
			count = write(child->to, bytes + sent, length - sent);
			sent += count > 0 ? (size_t)count : 0;
			if (sent == length || (count < 0 && errno != EAGAIN))
				shut(&child->to);
		}
		if (!ends[0].revents)
			continue;
		count = read(child->from, made + got, MADE_MAX - got);
		if (count <= 0)
			return count ? 0 : got;
		got += (size_t)count;
	}
}

const char *image_plain(struct arena *mem, const char *bytes, size_t *length)
{
	struct child *child = arena_get(mem, sizeof *child);
	char *made = arena_get(mem, MADE_MAX);
	size_t got;

	signal(SIGPIPE, SIG_IGN); /* the program may end before it has read all */
	child->to = child->from = -1;
	arena_defer(mem, stop, child);
	if (!start(child))
		fail(FAULT_BROKEN, "image: %s cannot be started", conf_get("image.program"));
	got = talk(child, bytes, *length, made);
	stop(child);
	if (got < 4 || memcmp(made, "\xff\xd8\xff", 3))
		return NULL;
	*length = got;
	return made;
}

const char *image_fetch(struct arena *mem, const char *url, size_t *length)
{
	struct fetch *fetch = fetch_new(mem, 3000);
	struct ask ask = { .url = url, .accept = "image/*", .most = FETCHED_MAX };
	struct reply reply;

	fetch_begin(fetch, &ask, fetch);
	if (!fetch_next(fetch, &reply) || reply.status != 200 || !reply.length)
		return NULL;
	*length = reply.length;
	return image_plain(mem, reply.text, length);
}
