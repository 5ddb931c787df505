/* One request after the other. A request is one transaction: what a handler writes is committed when it answers with
 * success, and undone when it answers with a mistake or the machine fails. */
#include "http/serve.h"

#include "base/clock.h"
#include "base/conf.h"
#include "base/fail.h"
#include "base/secret.h"
#include "domain/staff/once.h"
#include "domain/staff/ticket.h"
#include "http/decode.h"
#include "http/edge.h"
#include "desk/page_frame.h"
#include "http/gate.h"

#include <sys/resource.h>

enum { TRIES = 3 };

/* The posted body as it came: a request that collided with another one is carried out again from here. */
static char body[DECODE_BODY_MAX + 1];
static size_t body_length;

/* What the answer needs when nothing else works any more. */
static const char last_resort[] =
	"<!doctype html><html lang=\"en\"><title>Upcard</title><h1>Something broke in Upcard</h1>"
	"<p>Nothing half done was kept. Go back and try again. If it happens again, tell your administrator this "
	"request number: %s</p>";

/* ------------------------------------------------------------------ reading */

static size_t content_length(struct request *rq)
{
	const char *length = edge_variable("CONTENT_LENGTH");

	if (strcmp(rq->method, "POST"))
		return 0;
	if (!text_all_digits(length)) {
		show_error(rq, 411);
		return 0;
	}
	if (strlen(length) > 8 || text_number(length) > DECODE_BODY_MAX) {
		show_error(rq, 413);
		return 0;
	}
	return (size_t)text_number(length);
}

/* Takes in the posted body, whole or not at all. */
static void read_body(struct request *rq)
{
	size_t wanted = content_length(rq);

	body_length = edge_read(body, wanted);
	body[body_length] = '\0';
	if (body_length < wanted)
		show_error(rq, 400);
}

static bool is_body(const char *type)
{
	const char *given = text_or(edge_variable("CONTENT_TYPE"), "");
	size_t length = strlen(type);

	return !strncasecmp(given, type, length) && (!given[length] || strchr("; ", given[length]));
}

/* "/10482/details" becomes "/#/details", and the number is kept. It has one spelling only: no zeros in front. */
static void read_path(struct request *rq)
{
	const char *path = text_or(edge_variable("PATH_INFO"), ""), *number = path + 1;
	size_t digits = *path == '/' ? strspn(number, "0123456789") : 0;

	rq->path = arena_copy(rq->work.mem, path, strlen(path));
	if (!digits || digits > 18 || *number == '0' || (number[digits] && number[digits] != '/'))
		return;
	rq->id = arena_copy(rq->work.mem, number, digits);
	rq->path = arena_text(rq->work.mem, "/#%s", number + digits);
}

/* Takes the request apart. An answer is set when it is not whole. */
static void read_request(struct request *rq)
{
	const char *query = text_or(edge_variable("QUERY_STRING"), "");

	read_path(rq);
	rq->query = decode_words(rq->work.mem, query, strlen(query));
	rq->json = body_length && is_body("application/json") ? body : NULL;
	rq->body = decode_words(rq->work.mem, body, rq->json ? 0 : body_length);
	if (!rq->query || !rq->body || strlen(body) != body_length ||
	    (body_length && !rq->json && !is_body("application/x-www-form-urlencoded"))) {
		rq->query = rq->body = arena_get(rq->work.mem, sizeof *rq->query);
		show_error(rq, 400);
	}
}

/* ------------------------------------------------------------------ guarding */

static const struct route *find_route(struct request *rq, const struct route *routes)
{
	bool known = false;

	for (; routes->method; routes++) {
		if (strcmp(routes->path, rq->path))
			continue;
		if (!strcmp(routes->method, rq->method))
			return routes;
		known = true;
	}
	show_error(rq, known ? 405 : 404);
	if (known)
		add_header(rq, "Allow: %s", strcmp(rq->method, "POST") ? "POST" : "GET, HEAD");
	return NULL;
}

/* The form's once-key; NULL when it has none that we made. */
static const char *once_key(const struct request *rq)
{
	const char *key = text_value_of(rq->body, "once");

	return rq->who && key && strlen(key) == 32 && strspn(key, "0123456789abcdef") == 32 ? key : NULL;
}

/* A form without the token of this session: of an older one, when somebody signed in again in another tab. What was
 * typed is kept for another try; by then gate_is_ours() has made sure that it comes from our own page. A form that
 * was kept by the sign-in brings name and password in its place. */
static bool check_token(struct request *rq)
{
	if (gate_has_token(rq))
		return true;
	if (text_value_of(rq->body, "user_name") && text_value_of(rq->body, "password"))
		return gate_ask(rq);
	gate_put_words(rq);
	show_error(rq, 403);
	page_put(rq->page, "Error.token", "1");
	return false;
}

/* A provider of ours sends what it promised. Its ticket is all that it has to show, and is taken in the same transaction
 * as what the handler does. */
static bool has_ticket(struct request *rq)
{
	rq->ticket = gate_is_safe() ? ticket_take(&rq->work, text_value_of(rq->query, "ticket")) : NULL;
	if (!rq->ticket || !rq->json)
		show_error(rq, rq->ticket ? 400 : 404);
	return rq->ticket && rq->json;
}

/* All that must be right before a handler runs. Sets the answer when something is not. */
static bool admitted(struct request *rq, const struct route *route)
{
	bool posted = !strcmp(rq->method, "POST"), known;

	if (route->right == BY_TICKET)
		return has_ticket(rq);
	if (rq->json) {
		show_error(rq, 400); /* pages of ours send forms */
		return false;
	}
	if (!gate_is_safe()) {
		show_error(rq, 426);
		return false;
	}
	if (!gate_recognize(rq)) {
		show_error(rq, 400);
		return false;
	}
	if (posted && !gate_is_ours()) {
		show_error(rq, 403);
		return false;
	}
	known = rq->who != NULL;
	if (route->right != ANYONE && !(known ? !posted || check_token(rq) : gate_ask(rq)))
		return false;
	if (!right_held(&rq->work, route->right) || !right_held(&rq->work, route->also)) {
		show_error(rq, 403);
		return false;
	}
	return true;
}

/* ------------------------------------------------------------------ answering */

static const char *reason(int status)
{
	static const struct { int status; const char *reason; } reasons[] = {
		{ 200, "OK" }, { 303, "See Other" }, { 400, "Bad Request" }, { 401, "Unauthorized" },
		{ 403, "Forbidden" }, { 404, "Not Found" }, { 405, "Method Not Allowed" }, { 409, "Conflict" },
		{ 411, "Length Required" }, { 413, "Payload Too Large" }, { 422, "Unprocessable Content" },
		{ 426, "Upgrade Required" }, { 429, "Too Many Requests" }, { 500, "Internal Server Error" },
		{ 503, "Service Unavailable" },
	};

	for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++)
		if (reasons[i].status == status)
			return reasons[i].reason;
	return "Answer";
}

static void send(struct request *rq, const char *text)
{
	const char *cookie = gate_cookie(rq);
	const char *head = arena_text(rq->work.mem,
		"Status: %d %s\r\nContent-Type: %s\r\nVary: HX-Request\r\n%s%s%s%s%s%s\r\n",
		rq->status, reason(rq->status), rq->bytes ? rq->type : "text/html; charset=utf-8",
		rq->location ? "Location: " : "", text_or(rq->location, ""), rq->location ? "\r\n" : "",
		text_or(cookie, ""), cookie ? "\r\n" : "", text_or(rq->headers, ""));

	edge_write(head, strlen(head));
	if (!rq->location && !text_same(edge_variable("REQUEST_METHOD"), "HEAD"))
		edge_write(rq->bytes ? rq->bytes : text, rq->bytes ? rq->length : strlen(text));
	edge_finish();
}

/* The once-key goes into the same transaction as what the form did. When the form was carried out before, by a twin or
 * when it was first sent, all that is undone, whether it was refused or done twice, and its sender is led to where it led. */
static void commit(struct request *rq)
{
	const char *key = once_key(rq), *location;

	if (rq->status < 400 &&
	    (rq->status != 303 || !key || once_store(&rq->work, key, rq->location) != DB_DUPLICATE)) {
		db_commit(&rq->work);
		return;
	}
	db_rollback(&rq->work);
	location = key ? once_find(&rq->work, key) : NULL;
	if (location) {
		rq->status = 303;
		rq->location = location;
	}
}

static const char *render(struct request *rq)
{
	if (!rq->template)
		return "";
	page_frame_put(rq);
	return page_render(rq->page, rq->template);
}

/* From the first byte to the last. What fails on the way lands in answer(). */
static void carry_out(struct request *rq, const struct route *routes)
{
	bool posted = !strcmp(rq->method, "POST");
	const struct route *route;
	const char *text;

	if (!rq->status)
		read_request(rq);
	route = rq->status ? NULL : find_route(rq, routes);
	if (route) {
		db_ready(rq->work.db);
		if (posted)
			db_begin(&rq->work);
		if (admitted(rq, route))
			route->run(rq);
		if (!rq->status)
			fail(FAULT_BROKEN, "%s %s: the handler gave no answer", rq->method, rq->path);
	}
	text = render(rq);
	if (route && posted)
		commit(rq);
	send(rq, text);
}

/* The machine failed: a line for the log, a page for the person; nothing that was typed is in the line. */
static void apologize(struct request *rq, const struct catcher *catcher)
{
	struct catcher second = { 0 };
	const char *number = secret_random(rq->work.mem, 4);
	const char *volatile text = arena_text(rq->work.mem, last_resort, number);
	bool unavailable = catcher->fault != FAULT_BROKEN;

	fprintf(stderr, "upcard %s: %s %s: %s\n", number, rq->method, text_or(rq->path, ""), catcher->why);
	rq->who = NULL;
	rq->cookie = NULL;
	rq->headers = rq->bytes = NULL;
	fail_catch(&second);
	if (!setjmp(second.here)) {
		rq->page = page_new(rq->work.mem);
		page_put(rq->page, "Error.number", number);
		page_put(rq->page, "Error.here", text_or(edge_variable("REQUEST_URI"), "/"));
		if (!strcmp(rq->method, "POST")) {
			page_put(rq->page, "Error.posted", "1");
			page_put(rq->page, "Page.token", text_value_of(rq->body, "token")); /* so that another try has it */
			gate_put_words(rq);
		}
		show_error(rq, unavailable ? 503 : 500);
		text = render(rq);
	} else {
		fprintf(stderr, "upcard %s: the error page failed: %s\n", number, second.why);
		rq->status = unavailable ? 503 : 500;
		rq->location = NULL;
	}
	if (unavailable)
		add_header(rq, "Retry-After: 5");
	send(rq, text);
	fail_catch(NULL);
}

/* A request that met another one in the database is carried out again, from the start: nothing was sent yet. */
static void answer(struct arena *mem, struct db *db, const struct route *routes)
{
	for (volatile int tries = 0; tries < TRIES; tries++) {
		struct catcher catcher = { 0 };
		const char *method = text_or(edge_variable("REQUEST_METHOD"), "GET");
		struct request *rq = arena_get(mem, sizeof *rq);
		rq->work = (struct work){ .mem = mem, .db = db, .address = edge_variable("REMOTE_ADDR") };
		rq->method = strcmp(method, "HEAD") ? method : "GET";
		rq->query = rq->body = arena_get(mem, sizeof *rq->query);
		fail_catch(&catcher);
		if (!setjmp(catcher.here)) {
			rq->page = page_new(mem);
			if (!tries)
				read_body(rq);
			carry_out(rq, routes);
			fail_catch(NULL);
			return;
		}
		if (catcher.fault != FAULT_COLLISION || tries + 1 == TRIES) {
			apologize(rq, &catcher);
			return;
		}
		arena_reset(mem);
	}
}

/* ------------------------------------------------------------------ starting */

static void start(void)
{
	static const char *const proxies[] = { "HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy", "ALL_PROXY",
		"all_proxy", "NO_PROXY", "no_proxy", NULL };
	const struct rlimit none = { 0, 0 };

	setrlimit(RLIMIT_CORE, &none); /* a core file would hold what was being typed */
	for (const char *const *proxy = proxies; *proxy; proxy++)
		unsetenv(*proxy);
	conf_load();
	secret_load(conf_get("key.file"));
	clock_zone(conf_get("site.time_zone"));
}

int serve(const struct route *routes)
{
	struct arena *mem = arena_new();
	struct db *db = db_new();
	struct catcher catcher = { 0 };

	fail_catch(&catcher);
	if (setjmp(catcher.here)) {
		fprintf(stderr, "upcard does not start: %s\n", catcher.why);
		return 1;
	}
	start();
	while (edge_accept()) {
		answer(mem, db, routes);
		explicit_bzero(body, body_length);
		arena_reset(mem);
	}
	db_close(db);
	free(db);
	arena_free(mem);
	return 0;
}
