/* FastCGI by fcgi2, plain CGI by the environment and standard input. One request at a time, no threads. */
#include "http/edge.h"

#include <fcgiapp.h>
#include <signal.h>
#include <sys/time.h>
#include <string.h>
#include <unistd.h>

extern char **environ;

enum { PATIENCE = 20, PIECE = 64 * 1024 };

static FCGX_Request fcgi;
static bool plain, started;
static volatile sig_atomic_t is_late;

static void stop(int signal)
{
	(void)signal;
	FCGX_ShutdownPending();
}

static void note_late(int signal)
{
	(void)signal;
	is_late = 1;
}

/* Whoever sends a body slowly keeps a program from everybody else, where the web server does not take it in first. From now on
 * a read ends after SECONDS, and a second later once more, should the signal have come just before it; 0 for never. */
static void have_patience(int seconds)
{
	const struct itimerval timer = { .it_value.tv_sec = seconds, .it_interval.tv_sec = seconds ? 1 : 0 };

	setitimer(ITIMER_REAL, &timer, NULL);
}

/* Without SA_RESTART, so that SIGTERM also ends a wait for the next request, and SIGALRM one for a body. */
static void start(void)
{
	struct sigaction action = { .sa_handler = stop }, alarm = { .sa_handler = note_late };

	started = true;
	sigaction(SIGALRM, &alarm, NULL);
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
	is_late = 0;
	return plain ? first : FCGX_Accept_r(&fcgi) == 0;
}

const char *edge_variable(const char *name)
{
	return FCGX_GetParam(name, plain ? environ : fcgi.envp);
}

size_t edge_read(char *buffer, size_t length)
{
	size_t count = 0, due = 0;

	while (count < length && !is_late) {
		if (count >= due) {
			have_patience(PATIENCE);
			due = count + PIECE;
		}
		int wanted = (int)(length - count);
		int got = plain ? (int)read(0, buffer + count, (size_t)wanted) :
			FCGX_GetStr(buffer + count, wanted, fcgi.in);
		if (got <= 0)
			break;
		count += (size_t)got;
	}
	have_patience(0);
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

	have_patience(PATIENCE);
	while (reads++ < 4096 && !is_late && read(0, rest, sizeof rest) > 0)
		;
	have_patience(0);
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
