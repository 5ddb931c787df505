/* One request after the other. A request is one transaction: what a handler writes is committed when it answers with
 * success, and undone when it answers with a mistake or the machine fails. */
#include "http/site.h"

#include "base/clock.h"
#include "base/conf.h"
#include "base/fail.h"
#include "base/secret.h"
#include "http/admit.h"
#include "http/edge.h"
#include "http/posted.h"
#include "http/receive.h"
#include "http/resend.h"

#include <sys/resource.h>

enum { TRIES = 3 };

/* What the answer needs when nothing else works any more. */
static const char last_resort[] =
	"<!doctype html><html lang=\"en\"><title>Upcard</title><h1>Something broke in Upcard</h1>"
	"<p>Nothing half done was kept. Go back and try again. If it happens again, tell your administrator this "
	"request number: %s</p>";

/* The page of ANSWER, "" when it is none. */
static const char *render(struct request *rq, const struct site *site, const struct route *route, struct answer *answer)
{
	if (!answer->template && answer->status >= 400 && !answer->type)
		answer->template = site->error(rq, answer->status);
	else if (answer->template && rq->record)
		route->record->put(rq);
	if (!answer->template)
		return "";
	site->frame(rq);
	return page_render(rq->page, answer->template);
}

/* A page that was kept is at its form's address, whether that has a page of its own or not. */
static const struct route *route_of(struct request *rq, const struct site *site, struct answer *answer)
{
	const struct route *kept = posted_route(rq);

	return kept ? kept : admit_route(rq, site, answer);
}

/* From the first byte to the last. What fails on the way lands in attend(). */
static void carry_out(struct request *rq, const struct site *site, bool again)
{
	struct answer answer = { 0 };
	const struct route *route = receive_address(rq, &answer) ? route_of(rq, site, &answer) : NULL;
	bool whole = route && (again || receive_body(rq, route, &answer)) && receive_words(rq, &answer);
	bool admitted = false;
	const char *text;

	if (whole) {
		db_ready(rq->work.db);
		if (request_is_post(rq))
			db_begin(&rq->work);
		admitted = admit(rq, site, route, &answer);
		if (admitted && !(again && resend_is_answered(rq, route, &answer)))
			answer = route->run(rq);
		if (!answer.status)
			fail(FAULT_BROKEN, "%s %s%s: the handler gave no answer", rq->method, rq->area, rq->path);
	}
	text = render(rq, site, route, &answer);
	if (admitted && request_is_post(rq))
		resend_commit(rq, route, &answer);
	else if (whole && request_is_post(rq))
		db_rollback(&rq->work);
	if (whole)
		site->answered(rq, &answer);
	if (admitted && request_is_post(rq))
		posted_keep(rq, &answer, text);
	answer_send(rq, &answer, text);
}

/* The page of a fault, "" and a line in the log when even that fails. */
static const char *apology(struct request *rq, const struct site *site, const char *number, enum fault fault,
	struct answer *answer)
{
	struct catcher second = { 0 };
	const char *volatile text = arena_text(rq->work.mem, last_resort, number);

	fail_catch(&second);
	if (!setjmp(second.here)) {
		rq->page = page_new(rq->work.mem);
		site->apologize(rq, number, fault);
		text = render(rq, site, NULL, answer);
	} else {
		fprintf(stderr, "upcard %s: the error page failed: %s\n", number, second.why);
	}
	return text;
}

/* Leaves a trace of a fault when the database is not what failed; the log has the line anyway. */
static void note_fault(struct request *rq, const struct site *site, const struct answer *answer)
{
	struct catcher third = { 0 };

	fail_catch(&third);
	if (!setjmp(third.here)) {
		db_ready(rq->work.db);
		site->answered(rq, answer);
	}
}

/* The machine failed: a line for the log, a page for the person; nothing that was typed is in the line. */
static void apologize(struct request *rq, const struct site *site, const struct catcher *catcher)
{
	const char *number = secret_random(rq->work.mem, 4);
	bool unavailable = catcher->fault != FAULT_BROKEN;
	struct answer answer = answer_error(unavailable ? 503 : 500);
	const char *text;

	fprintf(stderr, "upcard %s: %s /%s%s by %s at %s: %s\n", number, rq->method, text_or(rq->area, ""),
		text_or(rq->path, ""), text_or(rq->work.me, "nobody"), text_or(rq->work.address, "?"), catcher->why);
	rq->who = rq->record = NULL;
	rq->cookie = rq->headers = NULL;
	text = apology(rq, site, number, catcher->fault, &answer);
	if (unavailable)
		answer_header(rq, "Retry-After: 5");
	if (!unavailable)
		note_fault(rq, site, &answer);
	answer_send(rq, &answer, text);
	fail_catch(NULL);
}

static struct request *new_request(struct arena *mem, struct db *db)
{
	struct request *rq = arena_get(mem, sizeof *rq);
	const char *method = text_or(edge_variable("REQUEST_METHOD"), "GET");

	rq->work = (struct work){ .mem = mem, .db = db, .address = edge_variable("REMOTE_ADDR") };
	rq->method = strcmp(method, "HEAD") ? method : "GET";
	return rq;
}

/* A request that met another one in the database is carried out again, from the start: nothing was sent yet. */
static void attend(struct arena *mem, struct db *db, const struct site *site)
{
	for (volatile int tries = 0; tries < TRIES; tries++) {
		struct catcher catcher = { 0 };
		struct request *rq = new_request(mem, db);
		fail_catch(&catcher);
		if (!setjmp(catcher.here)) {
			rq->page = page_new(mem);
			carry_out(rq, site, tries > 0);
			fail_catch(NULL);
			return;
		}
		if (catcher.fault != FAULT_COLLISION || tries + 1 == TRIES) {
			apologize(rq, site, &catcher);
			return;
		}
		arena_reset(mem);
	}
}

/* What fails here is told to the log alone: the answer was sent. In plain CGI the web server waits for the process to end
 * before it ends the answer, so this must be short there as well. */
static void go_on(struct arena *mem, struct db *db, const struct site *site)
{
	struct catcher catcher = { 0 };
	struct work w = { .mem = mem, .db = db };

	if (!site->afterwards)
		return;
	fail_catch(&catcher);
	if (!setjmp(catcher.here))
		site->afterwards(&w);
	else
		fprintf(stderr, "upcard, after an answer: %s\n", catcher.why);
	fail_catch(NULL);
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

int serve(const struct site *site)
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
		attend(mem, db, site);
		receive_forget();
		arena_reset(mem);
		go_on(mem, db, site);
		arena_reset(mem);
	}
	db_close(db);
	free(db);
	arena_free(mem);
	return 0;
}
