/* The reading and the writing side of a request, for handlers. */
#include "http/request.h"

#include "base/conf.h"

const char *request_posted(const struct request *rq, const char *name)
{
	return text_value_of(strcmp(rq->method, "POST") ? rq->query : rq->body, name);
}

unsigned request_number(const struct request *rq, const char *name)
{
	unsigned long long number = text_number(text_or(text_value_of(rq->query, name), ""));

	return number > 1000000 ? 0 : (unsigned)number;
}

const char *request_who(const struct request *rq, const char *column)
{
	return rq->who ? row_text(rq->who, column) : NULL;
}

void show_status(struct request *rq, int status, const char *template)
{
	rq->status = status;
	rq->template = template;
	rq->location = rq->bytes = NULL;
}

void show(struct request *rq, const char *template)
{
	show_status(rq, 200, template);
}

void show_error(struct request *rq, int status)
{
	show_status(rq, status, arena_text(rq->work.mem, "error/%d.cs", status));
}

void show_bytes(struct request *rq, const char *type, const char *bytes, size_t length)
{
	rq->status = 200;
	rq->template = rq->location = NULL;
	rq->type = type;
	rq->bytes = bytes;
	rq->length = length;
}

void see_other(struct request *rq, const char *path, ...)
{
	va_list values;

	va_start(values, path);
	rq->status = 303;
	rq->template = NULL;
	rq->location = arena_text(rq->work.mem, "%s%s", conf_get("site.base"),
		arena_vtext(rq->work.mem, path, values));
	va_end(values);
}

void add_header(struct request *rq, const char *line, ...)
{
	va_list values;

	va_start(values, line);
	rq->headers = arena_text(rq->work.mem, "%s%s\r\n", text_or(rq->headers, ""),
		arena_vtext(rq->work.mem, line, values));
	va_end(values);
}
