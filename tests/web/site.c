/* A program of the tests: routes that say all a route can say, with handlers that only answer, so that what is done around
 * handlers is tested where no page needs it yet. It runs as plain CGI. */
#include "base/buffer.h"
#include "base/file.h"
#include "base/json.h"
#include "desk/desk.h"
#include "desk/record.h"

static struct answer page(struct request *rq)
{
	return answer_json(200, json_write(rq->work.mem, WITH({ "area", rq->area }, { "path", rq->path }, { "id", rq->id },
		{ "word", request_query(rq, "word") }, { "who", request_who(rq, "user_name") },
		{ "record", rq->record ? row_text(rq->record, "id") : NULL })));
}

static struct answer form(struct request *rq)
{
	return answer_see_other(rq, "/site/done/%s", request_posted(rq, "word"));
}

/* What came as JSON, taken apart and put together again. */
static struct answer json(struct request *rq)
{
	const struct json *read = json_read(rq->work.mem, rq->json, strlen(rq->json));

	return answer_json(read ? 200 : 422, json_write(rq->work.mem,
		WITH({ "word", json_text(rq->work.mem, read, "word") }, { "form", request_posted(rq, "word") })));
}

/* What came with a file, and the file's bytes in hexadecimal. */
static struct answer upload(struct request *rq)
{
	struct buffer bytes = { .mem = rq->work.mem };

	for (size_t i = 0; i < rq->file.length; i++)
		buffer_put(&bytes, arena_text(rq->work.mem, "%02x", (unsigned char)rq->file.bytes[i]));
	return answer_json(200, json_write(rq->work.mem, WITH({ "word", request_posted(rq, "word") },
		{ "name", rq->file.name }, { "bytes", buffer_text(&bytes) })));
}

/* A megabyte that is never in memory. */
static struct answer download(struct request *rq)
{
	FILE *file = file_temporary(rq->work.mem);

	for (int i = 0; i < 64 * 1024; i++)
		fprintf(file, "%015d\n", i);
	answer_header(rq, "Content-Disposition: attachment; filename=\"numbers.txt\"");
	return answer_file("text/plain", file);
}

/* What a newcomer might write: a handler whose answer was never filled in. */
static struct answer forgetful(struct request *rq)
{
	struct answer none = { 0 };

	(void)rq;
	return none;
}

static const struct route routes[] = {
	{ "GET",  "/page",     ANYONE,            page },
	{ "GET",  "/mine",     SIGNED_IN,         page },
	{ "GET",  "/fresh",    SIGNED_IN,         page, .fresh = 300 },
	{ "POST", "/fresh",    SIGNED_IN,         form, .fresh = 300 },
	{ "GET",  "/#/record", MAY_SEE_CUSTOMERS, page, .record = &record_of_customer },
	{ "GET",  "/record",   MAY_SEE_CUSTOMERS, page, .record = &record_of_customer },
	{ "POST", "/#/change", MAY_SEE_CUSTOMERS, page, .record = &record_to_change },
	{ "POST", "/form",     ANYONE,            form },
	{ "POST", "/json",     ANYONE,            json, .json = true },
	{ "POST", "/upload",   ANYONE,            upload, .file = 100 * 1024 },
	{ "GET",  "/download", ANYONE,            download },
	{ "GET",  "/none",     ANYONE,            forgetful },
	{ "GET",  "/mine/none", SIGNED_IN,        forgetful },
	{ 0 }
};

static const struct area site_area = { "site", routes };

int main(void)
{
	static const struct area *const areas[] = { &site_area, NULL };

	return desk_serve(areas);
}
