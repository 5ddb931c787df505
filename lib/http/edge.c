/* FastCGI by fcgi2, plain CGI by the environment and standard input. One request at a time, no threads. */
#include "http/edge.h"

#include <fcgiapp.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

extern char **environ;

static FCGX_Request fcgi;
static bool plain, started;

static void stop(int signal)
{
	(void)signal;
	FCGX_ShutdownPending();
}

/* Without SA_RESTART, so that SIGTERM also ends a wait for the next request. */
static void start(void)
{
	struct sigaction action = { .sa_handler = stop };

	started = true;
	FCGX_Init();
	plain = FCGX_IsCGI();
	if (plain)
		return;
	FCGX_InitRequest(&fcgi, 0, FCGI_FAIL_ACCEPT_ON_INTR);
	sigaction(SIGTERM, &action, NULL);
	sigaction(SIGUSR1, &action, NULL);
	signal(SIGPIPE, SIG_IGN);
}

bool edge_accept(void)
{
	bool first = !started;

	if (first)
		start();
	return plain ? first : FCGX_Accept_r(&fcgi) == 0;
}

const char *edge_variable(const char *name)
{
	return FCGX_GetParam(name, plain ? environ : fcgi.envp);
}

size_t edge_read(char *buffer, size_t length)
{
	size_t count = 0;

	while (count < length) {
		int wanted = (int)(length - count);
		int got = plain ? (int)read(0, buffer + count, (size_t)wanted) :
			FCGX_GetStr(buffer + count, wanted, fcgi.in);
		if (got <= 0)
			break;
		count += (size_t)got;
	}
	return count;
}

void edge_write(const char *text, size_t length)
{
	if (plain)
		fwrite(text, 1, length, stdout);
	else
		FCGX_PutStr(text, (int)length, fcgi.out);
}

/* A web server that still has some of the body to hand over would lose the answer with it. */
static void drop_rest(void)
{
	char rest[4096];
	int reads = 0;

	while (reads++ < 4096 && read(0, rest, sizeof rest) > 0)
		;
	explicit_bzero(rest, sizeof rest);
}

void edge_finish(void)
{
	if (!plain) {
		FCGX_Finish_r(&fcgi);
		return;
	}
	drop_rest();
	fflush(stdout);
}
