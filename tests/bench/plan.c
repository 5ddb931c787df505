/* Plans are read once and for all; requests are written from them again and again. */
#include "plan.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static _Noreturn void stop(const char *why, const char *what)
{
	fprintf(stderr, "load: %s: %s\n", why, what);
	exit(1);
}

/* ---------------------------------------------------------------- reading */

static char *cell(char **rest)
{
	char *text = strsep(rest, "\t");

	return text ? text : "";
}

static void take_step(struct task *task, char *rest)
{
	unsigned at = 0;
	char *other;

	while (task->steps[at].method)
		at++;
	if (at == STEPS)
		stop("a task has too many steps", rest);
	task->steps[at].status = (unsigned)strtoul(cell(&rest), &other, 10);
	task->steps[at].or_status = *other == '|' ? (unsigned)strtoul(other + 1, NULL, 10) : 0;
	task->steps[at].method = cell(&rest);
	task->steps[at].path = cell(&rest);
	task->steps[at].body = cell(&rest);
}

static void take_line(struct plan *plan, char *rest)
{
	const char *kind = cell(&rest);
	size_t length = strlen(plan->headers);

	if (!strcmp(kind, "header") && length + strlen(rest) + 3 < sizeof plan->headers) {
		snprintf(plan->headers + length, sizeof plan->headers - length, "%s\r\n", rest);
	} else if (!strcmp(kind, "task") && plan->count < TASKS) {
		plan->tasks[plan->count].share = (unsigned)strtoul(cell(&rest), NULL, 10);
		plan->shares += plan->tasks[plan->count++].share;
	} else if (!strcmp(kind, "step") && plan->count) {
		take_step(&plan->tasks[plan->count - 1], rest);
	} else if (*kind) {
		stop("no such line, or too many of them", kind);
	}
}

void plan_read(struct plan *plan, const char *path)
{
	FILE *file = fopen(path, "re");
	char *text = NULL, *line;
	size_t room = 0;

	if (!file || getdelim(&text, &room, '\0', file) < 0)
		stop("cannot be read", path);
	fclose(file);
	while ((line = strsep(&text, "\n")))
		take_line(plan, line);
	if (!plan->shares)
		stop("has nothing to do", path);
	srandom((unsigned)getpid());
}

const struct task *plan_choose(const struct plan *plan)
{
	unsigned at = (unsigned)random() % plan->shares;
	const struct task *task = plan->tasks;

	while (at >= task->share)
		at -= task++->share;
	return task;
}

/* ---------------------------------------------------------------- writing */

/* What is written, and how much of its room is left. */
struct writer {
	char *end;
	size_t room;
};

static void write_text(struct writer *to, const char *text, size_t length)
{
	if (length >= to->room)
		stop("a request is too long", text);
	memcpy(to->end, text, length);
	to->end += length;
	to->room -= length;
}

static void write_random(struct writer *to, unsigned count, unsigned from, unsigned letters)
{
	static const char all[] = "0123456789abcdefghijklmnopqrstuvwxyz";

	while (count--)
		write_text(to, &all[from + (unsigned)random() % letters], 1);
}

/* What stands in BEFORE behind LEAD, up to END. */
static void write_found(struct writer *to, const char *before, const char *lead, const char *end)
{
	const char *found = strcasestr(before, lead);

	if (!found)
		stop("the page before does not have", lead);
	found += strlen(lead);
	write_text(to, found, strcspn(found, end));
}

static void write_word(struct writer *to, const char *name, const char *before)
{
	char lead[80];

	if (!strcmp(name, "random")) {
		write_random(to, 32, 0, 16);
	} else if (!strcmp(name, "digits")) {
		write_random(to, 7, 2, 8);
	} else if (!strcmp(name, "letters")) {
		write_random(to, 8, 10, 26);
	} else if (!strcmp(name, "location")) {
		write_found(to, before, "\nLocation: ", "\r");
	} else {
		snprintf(lead, sizeof lead, "name=\"%s\" value=\"", name);
		write_found(to, before, lead, "\"");
	}
}

static void write_filled(struct writer *to, const char *text, const char *before)
{
	char name[40];

	while (*text) {
		size_t plain = strcspn(text, "{");
		write_text(to, text, plain);
		text += plain;
		if (!*text)
			return;
		size_t length = strcspn(++text, "}");
		snprintf(name, sizeof name, "%.*s", (int)length, text);
		write_word(to, name, before);
		text += length + (text[length] == '}');
	}
}

/* An absolute Location becomes the path that a request names. */
static const char *path_of(const char *address)
{
	const char *host = strstr(address, "://");

	return host ? strchr(host + 3, '/') : address;
}

size_t plan_request(const struct plan *plan, const struct step *step, const char *before, char *request)
{
	static char path[8192], body[8192];
	struct writer in_path = { path, sizeof path }, in_body = { body, sizeof body };
	int length;

	write_filled(&in_path, step->path, before);
	write_filled(&in_body, step->body, before);
	*in_path.end = *in_body.end = '\0';
	length = snprintf(request, REQUEST, "%s %s HTTP/1.1\r\nHost: 127.0.0.1\r\n%s", step->method, path_of(path),
		plan->headers);
	if (strcmp(step->method, "POST"))
		length += snprintf(request + length, REQUEST - (size_t)length, "\r\n");
	else
		length += snprintf(request + length, REQUEST - (size_t)length, "Sec-Fetch-Site: same-origin\r\n"
			"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: %zu\r\n\r\n%s",
			(size_t)(in_body.end - body), body);
	if (length >= REQUEST)
		stop("a request is too long", path);
	return (size_t)length;
}
