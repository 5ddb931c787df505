/* The reading side of a request, for handlers. */
#include "http/request.h"

enum { LIST_PAGE_MAX = 1000 };

bool request_is_post(const struct request *rq)
{
	return !strcmp(rq->method, "POST");
}

const char *request_posted(const struct request *rq, const char *name)
{
	return text_value_of(rq->body, name);
}

const char *request_query(const struct request *rq, const char *name)
{
	return text_value_of(rq->query, name);
}

unsigned request_list_page(const struct request *rq)
{
	const char *page = text_or(request_posted(rq, "page"), request_query(rq, "page"));
	unsigned long long number = text_number(text_or(page, ""));

	return number > 1 && number < LIST_PAGE_MAX ? (unsigned)number - 1 : 0;
}

const char *request_who(const struct request *rq, const char *column)
{
	return rq->who ? row_text(rq->who, column) : NULL;
}
