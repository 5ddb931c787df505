/* Answers: made by handlers, sent by serve.c. */
#include "http/answer.h"

#include "base/conf.h"
#include "base/fail.h"
#include "http/edge.h"
#include "http/gate.h"

#include <errno.h>

struct answer answer_page_with(int status, const char *template)
{
	return (struct answer){ .status = status, .template = template };
}

struct answer answer_page(const char *template)
{
	return answer_page_with(200, template);
}

struct answer answer_error(int status)
{
	return (struct answer){ .status = status };
}

struct answer answer_bytes(const char *type, const char *bytes, size_t length)
{
	return (struct answer){ .status = 200, .type = type, .bytes = bytes, .length = length };
}

struct answer answer_json(int status, const char *text)
{
	return (struct answer){ .status = status, .type = "application/json", .bytes = text, .length = strlen(text) };
}

struct answer answer_file(const char *type, FILE *file)
{
	if (ferror(file) || fflush(file))
		fail(FAULT_BROKEN, "a file for the answer: %s", strerror(errno));
	return (struct answer){ .status = 200, .type = type, .file = file, .length = (size_t)ftell(file) };
}

struct answer answer_see_other(struct request *rq, const char *path, ...)
{
	va_list values;
	struct answer answer = { .status = 303 };

	va_start(values, path);
	answer.location = arena_text(rq->work.mem, "%s%s", conf_get("site.base"),
		arena_vtext(rq->work.mem, path, values));
	va_end(values);
	return answer;
}

void answer_header(struct request *rq, const char *line, ...)
{
	va_list values;

	va_start(values, line);
	rq->headers = arena_text(rq->work.mem, "%s%s\r\n", text_or(rq->headers, ""),
		arena_vtext(rq->work.mem, line, values));
	va_end(values);
}

static const char *reason(int status)
{
	static const struct { int status; const char *reason; } reasons[] = {
		{ 200, "OK" }, { 303, "See Other" }, { 400, "Bad Request" }, { 401, "Unauthorized" },
		{ 403, "Forbidden" }, { 404, "Not Found" }, { 405, "Method Not Allowed" }, { 409, "Conflict" },
		{ 411, "Length Required" }, { 413, "Payload Too Large" }, { 422, "Unprocessable Content" },
		{ 426, "Upgrade Required" }, { 429, "Too Many Requests" }, { 500, "Internal Server Error" },
		{ 503, "Service Unavailable" }, { 0 },
	};

	for (int i = 0; reasons[i].status; i++)
		if (reasons[i].status == status)
			return reasons[i].reason;
	return "Answer";
}

static void send_file(FILE *file)
{
	char piece[16 * 1024];
	size_t length;

	rewind(file);
	while ((length = fread(piece, 1, sizeof piece, file)))
		edge_write(piece, length);
}

void answer_send(struct request *rq, const struct answer *answer, const char *text)
{
	const char *cookie = gate_cookie(rq);

	if (answer->file)
		answer_header(rq, "Content-Length: %zu", answer->length);
	const char *head = arena_text(rq->work.mem,
		"Status: %d %s\r\nContent-Type: %s\r\nVary: HX-Request\r\n%s%s%s%s%s%s\r\n",
		answer->status, reason(answer->status), text_or(answer->type, "text/html; charset=utf-8"),
		answer->location ? "Location: " : "", text_or(answer->location, ""), answer->location ? "\r\n" : "",
		text_or(cookie, ""), cookie ? "\r\n" : "", text_or(rq->headers, ""));

	edge_write(head, strlen(head));
	if (answer->location || text_same(edge_variable("REQUEST_METHOD"), "HEAD"))
		;
	else if (answer->file)
		send_file(answer->file);
	else
		edge_write(answer->type ? answer->bytes : text, answer->type ? answer->length : strlen(text));
	edge_finish();
}
