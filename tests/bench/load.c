/* Asks a web server over kept-alive connections for as long as it is told and says how that went, as one line of
 * JSON. One process, no threads: what it costs is small and is told too.
 *
 *   load PORT CONNECTIONS SECONDS PLAN
 *
 * PLAN is a file of lines whose cells are parted by tabs:
 *   header  a header that goes with every request
 *   task    how often this is done, as a share of the sum of all tasks; its steps follow
 *   step    the status that is expected (or two: 303|409), the method, the path, the body of a POST
 * {random} in a path or body becomes 32 random hexadecimal digits, {digits} seven random digits, {letters} eight
 * random letters, {location} where the answer before led, {NAME} the value of the input NAME in the page before.
 * Each task keeps to one connection. A page must be whole: as long as its head says, with </html> at its end. */
#include "plan.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <stdbool.h>
#include <stdint.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { CONNECTIONS = 1000, PAGE = 256 * 1024, FINE = 64, RANGES = 32, STATUSES = 600, SECOND = 1000000 };

struct line {
	int socket;
	const struct task *task;
	unsigned step;
	uint64_t asked_at;
	size_t wanted, sent, got;
	char request[REQUEST];
	char answer[PAGE + 1];
};

static struct load {
	struct plan plan;
	int port, poll;
	bool ending;
	unsigned busy;
	uint64_t requests, tasks, errors, bytes, least, most, longest, reopened, statuses[STATUSES];
	uint64_t times[RANGES * FINE]; /* how many answers took so many microseconds, in steps of 1/64 */
	struct line lines[CONNECTIONS];
} load;

static uint64_t now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (uint64_t)time.tv_sec * SECOND + (uint64_t)time.tv_nsec / 1000;
}

/* ---------------------------------------------------------------- times */

static unsigned place_of(uint64_t time)
{
	unsigned range = 0;

	while (time >> range >= 2 * FINE)
		range++;
	return range * FINE + (unsigned)(time >> range);
}

static double time_at(unsigned place)
{
	unsigned range = place < 2 * FINE ? 0 : place / FINE - 1;

	return (double)((uint64_t)(place - range * FINE) << range);
}

/* Milliseconds within which that part of the requests was answered. */
static double within(double part)
{
	uint64_t sum = 0, wanted = (uint64_t)((double)load.requests * part);

	for (unsigned place = 0; place < RANGES * FINE; place++) {
		sum += load.times[place];
		if (sum > wanted)
			return time_at(place) / 1000;
	}
	return 0;
}

/* ---------------------------------------------------------------- one connection */

static void complain(struct line *line, const char *why)
{
	if (++load.errors <= 5)
		fprintf(stderr, "load: %s %s: %s: %.200s\n", line->task->steps[line->step].method,
			line->task->steps[line->step].path, why, line->answer);
}

static void open_line(struct line *line)
{
	struct sockaddr_in there = { .sin_family = AF_INET, .sin_port = htons((uint16_t)load.port),
		.sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	int yes = 1;

	line->socket = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
	if (line->socket < 0 || connect(line->socket, (struct sockaddr *)&there, sizeof there)) {
		perror("load: connect");
		exit(1);
	}
	setsockopt(line->socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
	fcntl(line->socket, F_SETFL, O_NONBLOCK);
	struct epoll_event event = { .events = EPOLLIN, .data.ptr = line };
	epoll_ctl(load.poll, EPOLL_CTL_ADD, line->socket, &event);
}

static void reopen(struct line *line)
{
	close(line->socket);
	load.reopened++;
	open_line(line);
}

static void send_rest(struct line *line)
{
	while (line->sent < line->wanted) {
		ssize_t count = send(line->socket, line->request + line->sent, line->wanted - line->sent, MSG_NOSIGNAL);
		if (count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK))
			usleep(100); /* a request is a few hundred bytes, so this is rare */
		else if (count < 0)
			return; /* reading finds out why */
		else
			line->sent += (size_t)count;
	}
}

/* Sends the step that LINE is at; the page before is still in line->answer. */
static void ask(struct line *line)
{
	line->wanted = plan_request(&load.plan, &line->task->steps[line->step], line->answer, line->request);
	line->sent = line->got = 0;
	line->asked_at = now();
	send_rest(line);
}

static void begin(struct line *line)
{
	if (load.ending) {
		close(line->socket); /* Apache ends kept connections when it likes: no answer is missing */
		load.busy--;
		return;
	}
	line->task = plan_choose(&load.plan);
	line->step = 0;
	ask(line);
}

/* ---------------------------------------------------------------- answers */

/* The bytes of the whole answer when it is complete, else 0. */
static size_t whole(const struct line *line, const char **body)
{
	const char *end = strstr(line->answer, "\r\n\r\n"), *length;
	bool chunked;

	if (!end)
		return 0;
	*body = end + 4;
	size_t head = (size_t)(*body - line->answer);
	chunked = strcasestr(line->answer, "\nTransfer-Encoding: chunked") && strcasestr(line->answer, "chunked") < end;
	length = strcasestr(line->answer, "\nContent-Length: ");
	if (chunked)
		return line->got >= head + 5 && !memcmp(line->answer + line->got - 5, "0\r\n\r\n", 5) ? line->got : 0;
	if (!length || length > end)
		return line->answer[9] == '3' ? head : 0;
	head += strtoul(length + strlen("\nContent-Length: "), NULL, 10);
	return line->got >= head ? head : 0;
}

static bool is_whole_page(const struct line *line, const char *body)
{
	const char *type = strcasestr(line->answer, "\nContent-Type: text/html");
	size_t tail = line->got < 40 ? 0 : line->got - 40;

	return !type || type > body || strcasestr(line->answer, "\nContent-Encoding:") ||
		strstr(line->answer + tail, "</html>");
}

static void count(struct line *line, size_t size)
{
	uint64_t time = now() - line->asked_at;
	unsigned place = place_of(time);

	load.requests++;
	load.bytes += size;
	load.least = !load.least || size < load.least ? size : load.least;
	load.most = size > load.most ? size : load.most;
	load.longest = time > load.longest ? time : load.longest;
	load.times[place < RANGES * FINE ? place : RANGES * FINE - 1]++;
}

static void answered(struct line *line, const char *body, size_t size)
{
	const struct step *step = &line->task->steps[line->step];
	unsigned status = (unsigned)strtoul(line->answer + 9, NULL, 10);
	bool good = status == step->status || status == step->or_status, closing = strcasestr(line->answer, "\r\nConnection: close") != NULL;

	count(line, size);
	load.statuses[status < STATUSES ? status : 0]++;
	if (!good)
		complain(line, "another status");
	else if (status == 200 && !is_whole_page(line, body))
		complain(line, "not whole");
	if (closing)
		reopen(line);
	if (good && line->task->steps[++line->step].method) {
		ask(line);
		return;
	}
	load.tasks += good;
	begin(line);
}

static void hear(struct line *line)
{
	ssize_t count = recv(line->socket, line->answer + line->got, PAGE - line->got, 0);
	const char *body;
	size_t size;

	if (count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK))
		return;
	if (count <= 0) {
		if (line->got || now() - line->asked_at > SECOND) /* else a kept connection that had just been closed */
			complain(line, "the connection broke off");
		reopen(line);
		begin(line);
		return;
	}
	line->got += (size_t)count;
	line->answer[line->got] = '\0';
	size = whole(line, &body);
	if (size)
		answered(line, body, size);
}

/* ---------------------------------------------------------------- the run */

static void run(unsigned connections, double seconds)
{
	struct epoll_event events[64];
	uint64_t end = now() + (uint64_t)(seconds * SECOND), give_up = end + 30ULL * SECOND;

	for (unsigned i = 0; i < connections; i++) {
		open_line(&load.lines[i]);
		load.busy++;
		begin(&load.lines[i]);
	}
	while (load.busy && now() < give_up) {
		int count = epoll_wait(load.poll, events, 64, 100);
		load.ending = now() >= end;
		for (int i = 0; i < count; i++)
			hear(events[i].data.ptr);
	}
	load.errors += load.busy; /* were never answered */
}

static void tell(double seconds)
{
	struct rusage used;

	getrusage(RUSAGE_SELF, &used);
	printf("{\"requests\":%llu,\"tasks\":%llu,\"errors\":%llu,\"seconds\":%.3f,\"p50\":%.3f,\"p95\":%.3f,"
		"\"p99\":%.3f,\"max\":%.3f,\"bytes\":%.0f,\"least\":%llu,\"most\":%llu,\"reopened\":%llu,\"cpu\":%.3f,"
		"\"statuses\":{", (unsigned long long)load.requests, (unsigned long long)load.tasks,
		(unsigned long long)load.errors, seconds, within(0.5), within(0.95), within(0.99),
		(double)load.longest / 1000, load.requests ? (double)load.bytes / (double)load.requests : 0,
		(unsigned long long)load.least, (unsigned long long)load.most, (unsigned long long)load.reopened,
		(double)(used.ru_utime.tv_sec + used.ru_stime.tv_sec) +
		(double)(used.ru_utime.tv_usec + used.ru_stime.tv_usec) / SECOND);
	for (unsigned status = 0, told = 0; status < STATUSES; status++)
		if (load.statuses[status])
			printf("%s\"%u\":%llu", told++ ? "," : "", status, (unsigned long long)load.statuses[status]);
	printf("}}\n");
}

int main(int argc, char **argv)
{
	unsigned connections = argc == 5 ? (unsigned)strtoul(argv[2], NULL, 10) : 0;
	double seconds = argc == 5 ? strtod(argv[3], NULL) : 0;

	if (!connections || connections > CONNECTIONS || seconds <= 0) {
		fprintf(stderr, "Usage: load PORT CONNECTIONS SECONDS PLAN\n");
		return 2;
	}
	load.port = (int)strtol(argv[1], NULL, 10);
	load.poll = epoll_create1(EPOLL_CLOEXEC);
	plan_read(&load.plan, argv[4]);
	uint64_t began = now();
	run(connections, seconds);
	tell((double)(now() - began) / SECOND);
	return 0;
}
