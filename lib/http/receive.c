/* The receiving side. What a browser sends is decoded by decode.c; who may send it is admit.c's to say. */
#include "http/receive.h"

#include "http/decode.h"
#include "http/edge.h"

#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>

static char form[DECODE_BODY_MAX + 1];
static char *body = form;
static size_t body_length;

static bool refuse(struct answer *answer, int status)
{
	*answer = answer_error(status);
	return false;
}

static bool is_body(const char *type)
{
	const char *given = text_or(edge_variable("CONTENT_TYPE"), "");
	size_t length = strlen(type);

	return !strncasecmp(given, type, length) && (!given[length] || strchr("; ", given[length]));
}

/* Room for LENGTH bytes in a file without a name: more than a process should hold. */
static char *room_for_file(size_t length)
{
	FILE *file = tmpfile();
	char *room = MAP_FAILED;

	if (file && !posix_fallocate(fileno(file), 0, (off_t)length))
		room = mmap(NULL, length, PROT_READ | PROT_WRITE, MAP_SHARED, fileno(file), 0);
	if (file)
		fclose(file);
	if (room == MAP_FAILED)
		fail(FAULT_BROKEN, "no room for a file of %zu bytes", length);
	return room;
}

bool receive_body(struct request *rq, const struct route *route, struct answer *answer)
{
	const char *length = edge_variable("CONTENT_LENGTH");
	bool has_file = route->file && is_body("multipart/form-data");
	size_t wanted;

	if (!request_is_post(rq))
		return true;
	if (!text_all_digits(length))
		return refuse(answer, 411);
	wanted = strlen(length) > 9 ? SIZE_MAX : (size_t)text_number(length);
	if (wanted > (has_file ? route->file : DECODE_BODY_MAX))
		return refuse(answer, 413);
	if (has_file && wanted)
		body = room_for_file(wanted);
	else
		body[wanted] = '\0';
	body_length = wanted;
	return edge_read(body, wanted) == wanted || refuse(answer, 400);
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

bool receive_address(struct request *rq, struct answer *answer)
{
	const char *query = text_or(edge_variable("QUERY_STRING"), "");

	read_path(rq);
	rq->query = decode_words(rq->work.mem, query, strlen(query));
	return rq->query || refuse(answer, 400);
}

bool receive_words(struct request *rq, struct answer *answer)
{
	if (body != form)
		rq->body = multipart_read(rq->work.mem, edge_variable("CONTENT_TYPE"), body, body_length, &rq->file);
	else if (memchr(body, '\0', body_length))
		rq->body = NULL;
	else if (body_length && is_body("application/json"))
		rq->json = body;
	else if (!body_length || is_body("application/x-www-form-urlencoded"))
		rq->body = decode_words(rq->work.mem, body, body_length);
	return rq->body || rq->json || refuse(answer, 400);
}

void receive_forget(void)
{
	explicit_bzero(body, body_length);
	if (body != form)
		munmap(body, body_length);
	body = form;
	body_length = 0;
}
