/* The receiving side. What a browser sends is decoded by decode.c; who may send it is admit.c's to say. */
#include "http/receive.h"

#include "http/decode.h"
#include "http/edge.h"

static char body[DECODE_BODY_MAX + 1];
static size_t body_length;

static bool refuse(struct answer *answer, int status)
{
	*answer = answer_error(status);
	return false;
}

bool receive_body(struct request *rq, struct answer *answer)
{
	const char *length = edge_variable("CONTENT_LENGTH");
	size_t wanted;

	body_length = 0;
	if (!request_is_post(rq))
		return true;
	if (!text_all_digits(length))
		return refuse(answer, 411);
	if (strlen(length) > 8 || text_number(length) > DECODE_BODY_MAX)
		return refuse(answer, 413);
	wanted = (size_t)text_number(length);
	body_length = edge_read(body, wanted);
	body[body_length] = '\0';
	return body_length == wanted || refuse(answer, 400);
}

static bool is_body(const char *type)
{
	const char *given = text_or(edge_variable("CONTENT_TYPE"), "");
	size_t length = strlen(type);

	return !strncasecmp(given, type, length) && (!given[length] || strchr("; ", given[length]));
}

/* "/customer/10482/details" is the area "customer" and the path "/#/details", and the number is kept. A number has one
 * spelling only: no zeros in front. */
static void read_path(struct request *rq)
{
	const char *path = text_or(edge_variable("PATH_INFO"), "");
	const char *area = path + (*path == '/'), *rest = area + strcspn(area, "/"), *number = rest + 1;
	size_t digits = *rest == '/' ? strspn(number, "0123456789") : 0;

	rq->area = arena_copy(rq->work.mem, area, (size_t)(rest - area));
	rq->path = arena_copy(rq->work.mem, rest, strlen(rest));
	if (!digits || digits > 18 || *number == '0' || (number[digits] && number[digits] != '/'))
		return;
	rq->id = arena_copy(rq->work.mem, number, digits);
	rq->path = arena_text(rq->work.mem, "/#%s", number + digits);
}

bool receive_request(struct request *rq, struct answer *answer)
{
	const char *query = text_or(edge_variable("QUERY_STRING"), "");

	read_path(rq);
	rq->query = decode_words(rq->work.mem, query, strlen(query));
	rq->json = body_length && is_body("application/json") ? body : NULL;
	rq->body = decode_words(rq->work.mem, body, rq->json ? 0 : body_length);
	if (rq->query && rq->body && strlen(body) == body_length &&
	    (!body_length || rq->json || is_body("application/x-www-form-urlencoded")))
		return true;
	rq->query = rq->body = NULL;
	return refuse(answer, 400);
}

void receive_forget(void)
{
	explicit_bzero(body, body_length);
	body_length = 0;
}
