/* The way out of the building: whom it talks to, and what it never connects to. Against the stand-in's three ports. */
#include "base/conf.h"
#include "outside/fetch.h"
#include "unit.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

enum { GOOD, UNTRUSTED, ELSEWHERE, PORTS, PATIENCE = 5000 };

static char folder[] = "/tmp/upcard-fetch.XXXXXX";
static pid_t stand_in;
static unsigned ports[PORTS];

/* ------------------------------------------------------------------ the stand-in */

/* Starts PROGRAM with ARGUMENT and FOLDER; what it says goes to OUT. */
static pid_t started(const char *program, const char *argument, int out)
{
	pid_t child = fork();

	if (child)
		return child;
	dup2(out, STDOUT_FILENO);
	execlp(program, program, argument, folder, (char *)NULL);
	_exit(127);
}

/* Its first line has the ports: a good certificate, one of an authority nobody knows, one for another host. */
static bool has_ports(int out)
{
	char line[100] = "";
	size_t length = 0;

	while (length < sizeof line - 1 && !strchr(line, '\n') && read(out, line + length, 1) == 1)
		line[++length] = '\0';
	return sscanf(line, "ready %u %u %u", &ports[GOOD], &ports[UNTRUSTED], &ports[ELSEWHERE]) == PORTS;
}

static int begin(void **state)
{
	int pipes[2], status;

	if (!mkdtemp(folder) || pipe2(pipes, O_CLOEXEC) || memory_begin(state))
		return -1;
	if (waitpid(started("bash", "tests/stand-in/certificates.sh", STDERR_FILENO), &status, 0) < 0 || status)
		return -1;
	stand_in = started("node", "tests/stand-in/server.mjs", pipes[1]);
	close(pipes[1]);
	bool ready = has_ports(pipes[0]);
	close(pipes[0]);
	return ready ? 0 : -1;
}

static int end(void **state)
{
	static const char *const names[] = { "ca.pem", "good.pem", "good.key", "untrusted.pem", "untrusted.key",
		"elsewhere.pem", "elsewhere.key", "requests.log", "conf" };

	kill(stand_in, SIGTERM);
	waitpid(stand_in, NULL, 0);
	for (size_t i = 0; i < COUNT(names); i++)
		unlink(arena_text(mem, "%s/%s", folder, names[i]));
	rmdir(folder);
	return memory_end(state);
}

/* As upcard.conf of somebody who trusts CA and has the stand-in at DEMO. */
static void configure(const char *ca, const char *demo)
{
	const char *path = arena_text(mem, "%s/conf", folder);
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	fprintf(file, "db.socket = x\ndb.user = x\ndb.name = x\nkey.file = x\ntemplate.folder = x\n"
		"outside.ca = %s\noutside.demo = %s\n", ca, demo);
	fclose(file);
	setenv("UPCARD_CONF", path, 1);
	conf_load();
}

/* The status of what URL answers, 0 for nothing that can be trusted. */
static int status_of(const char *url)
{
	const struct ask ask = { .url = url, .accept = "*/*" };
	struct fetch *fetch = fetch_new(mem, PATIENCE);
	struct reply reply;

	fetch_begin(fetch, &ask, &ports);
	assert_ptr_equal(fetch_next(fetch, &reply), &ports);
	return reply.status;
}

/* ------------------------------------------------------------------ whom it talks to */

static void only_a_certificate_for_this_host_of_an_authority_we_know_is_trusted(void **state)
{
	const char *ours = arena_text(mem, "%s/ca.pem", folder), *stranger = arena_text(mem, "%s/untrusted.pem", folder);
	const struct { const char *what, *ca; int port, status; } rows[] = {
		{ "a good one", ours, GOOD, 404 },
		{ "of a strange authority", ours, UNTRUSTED, 0 },
		{ "for another host", ours, ELSEWHERE, 0 },
		{ "of an authority that is not ours", stranger, GOOD, 0 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const char *place = arena_text(mem, "https://localhost:%u", ports[rows[i].port]);
		configure(rows[i].ca, place);
		int status = status_of(arena_text(mem, "%s/nobody", place));
		if (status != rows[i].status)
			fail_msg("[%s] gave %d, not %d", rows[i].what, status, rows[i].status);
	}
}

/* ------------------------------------------------------------------ where it does not connect to */

/* Listens on a port of the loopback address; returns the port. */
static unsigned listening(int *listener)
{
	struct sockaddr_in address = { .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	socklen_t length = sizeof address;

	*listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
	assert_int_equal(bind(*listener, (struct sockaddr *)&address, sizeof address), 0);
	assert_int_equal(listen(*listener, 5), 0);
	assert_int_equal(getsockname(*listener, (struct sockaddr *)&address, &length), 0);
	return ntohs(address.sin_port);
}

/* Asks URL in vain. A connection would stand in the listener's queue, even before anybody takes it. */
static void is_not_connected_to(const char *url, int listener)
{
	assert_int_equal(status_of(url), 0);
	if (poll(&(struct pollfd){ .fd = listener, .events = POLLIN }, 1, 0))
		fail_msg("[%s] was connected to", url);
}

static void no_connection_is_opened_to_this_machine(void **state)
{
	static const char *const hosts[] = { "127.0.0.1", "localhost", "0.0.0.0", "2130706433" };
	int listener;
	unsigned port = listening(&listener);

	(void)state;
	configure(arena_text(mem, "%s/ca.pem", folder), "https://localhost:1");
	for (size_t i = 0; i < COUNT(hosts); i++)
		is_not_connected_to(arena_text(mem, "https://%s:%u/", hosts[i], port), listener);
	close(listener);
}

static void nothing_but_https_is_asked_not_even_where_all_is_allowed(void **state)
{
	static const char *const schemes[] = { "http", "ftp", "gopher", "telnet" };
	int listener;
	unsigned port = listening(&listener);

	(void)state;
	for (size_t i = 0; i < COUNT(schemes); i++) {
		const char *place = arena_text(mem, "%s://localhost:%u", schemes[i], port);
		configure(arena_text(mem, "%s/ca.pem", folder), place);
		is_not_connected_to(arena_text(mem, "%s/", place), listener);
	}
	close(listener);
}

static bool is_public(const char *text, unsigned port)
{
	struct sockaddr_in v4 = { .sin_family = AF_INET, .sin_port = htons((uint16_t)port) };
	struct sockaddr_in6 v6 = { .sin6_family = AF_INET6, .sin6_port = htons((uint16_t)port) };

	if (inet_pton(AF_INET, text, &v4.sin_addr) == 1)
		return fetch_is_public((struct sockaddr *)&v4);
	if (inet_pton(AF_INET6, text, &v6.sin6_addr) != 1)
		fail_msg("[%s] is no address", text);
	return fetch_is_public((struct sockaddr *)&v6);
}

/* The first and the last address of each range of RFC 6890 and its kin, and what lies beside them. */
static void addresses_of_nobody_in_public_are_told_apart(void **state)
{
	static const char *const nobodys[] = {
		"0.0.0.0", "0.255.255.255", "10.0.0.0", "10.255.255.255", "100.64.0.0", "100.127.255.255", "127.0.0.1",
		"127.255.255.255", "169.254.0.0", "169.254.169.254", "169.254.255.255", "172.16.0.0", "172.31.255.255",
		"192.0.0.0", "192.0.0.255", "192.0.2.0", "192.0.2.255", "192.168.0.0", "192.168.255.255", "198.18.0.0",
		"198.19.255.255", "198.51.100.0", "198.51.100.255", "203.0.113.0", "203.0.113.255", "224.0.0.0",
		"239.255.255.255", "240.0.0.0", "255.255.255.255",
		"::", "::1", "::ffff:8.8.8.8", "64:ff9b::808:808", "1fff:ffff::1", "2001::1", "2001:1ff:ffff::1",
		"2001:db8::", "2001:db8:ffff:ffff::1", "2002::1", "2002:808:808::1", "4000::1", "fc00::1", "fdff:ffff::1",
		"fe80::1", "febf::1", "ff02::1",
	};
	static const char *const somebodys[] = {
		"1.0.0.0", "8.8.8.8", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255",
		"128.0.0.0", "169.253.255.255", "169.255.0.0", "172.15.255.255", "172.32.0.0", "191.255.255.255", "192.0.1.0",
		"192.0.3.0", "192.167.255.255", "192.169.0.0", "198.17.255.255", "198.20.0.0", "198.51.99.255",
		"198.51.101.0", "203.0.112.255", "203.0.114.0", "223.255.255.255",
		"2000::1", "2001:200::1", "2001:db7::1", "2001:db9::1", "2001:4860:4860::8888", "2003::1", "2a00:1450::1",
		"3fff:ffff::1",
	};

	(void)state;
	for (size_t i = 0; i < COUNT(nobodys); i++)
		holds(nobodys[i], !is_public(nobodys[i], 443));
	for (size_t i = 0; i < COUNT(somebodys); i++)
		holds(somebodys[i], is_public(somebodys[i], 443));
}

static void only_the_port_of_https_is_public(void **state)
{
	static const unsigned others[] = { 0, 22, 25, 80, 442, 444, 3306, 8443, 65535 };
	const struct sockaddr_un local = { .sun_family = AF_UNIX };

	(void)state;
	for (size_t i = 0; i < COUNT(others); i++) {
		holds(arena_text(mem, "%u of IPv4", others[i]), !is_public("8.8.8.8", others[i]));
		holds(arena_text(mem, "%u of IPv6", others[i]), !is_public("2a00:1450::1", others[i]));
	}
	assert_false(fetch_is_public((const struct sockaddr *)&local));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(only_a_certificate_for_this_host_of_an_authority_we_know_is_trusted),
		cmocka_unit_test(nothing_but_https_is_asked_not_even_where_all_is_allowed),
		cmocka_unit_test(no_connection_is_opened_to_this_machine),
		cmocka_unit_test(addresses_of_nobody_in_public_are_told_apart),
		cmocka_unit_test(only_the_port_of_https_is_public),
	};

	return cmocka_run_group_tests_name("fetch", tests, begin, end);
}
