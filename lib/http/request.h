/* One request and its answer, as handlers see it. Who is signed in, what they may, the token and the once-key have
 * been looked at before a handler runs; sending, committing and freeing come after it. */
#ifndef HTTP_REQUEST_H
#define HTTP_REQUEST_H

#include "domain/staff/right.h"
#include "store/db.h"
#include "view/page.h"

struct request {
	struct work work;          /* for the domain */
	struct page *page;         /* what the template will see */
	const char *method;        /* "GET" (also for HEAD) or "POST" */
	const char *path;          /* behind the program's name, # for a number: "/#/details" */
	const char *id;            /* that number, NULL when there is none */
	const struct text_value *query; /* words behind the ? */
	const struct text_value *body;  /* words of the posted form */
	const struct row *who;     /* session_find(); NULL when nobody is signed in */
	const struct row *ticket;  /* ticket_take(), for a route that is open BY_TICKET */
	const char *json;          /* a posted body that is JSON, for such a route; else NULL */
	const char *secret;        /* of the session's cookie; for the gate alone */

	/* The answer; handlers use show() and its kin below. */
	int status;
	const char *template;
	const char *location;
	const char *headers;       /* further lines, each ended by CR LF */
	const char *type;          /* Content-Type of BYTES, which are the answer in place of a template; else NULL */
	const char *bytes;
	size_t length;
	const char *cookie;        /* secret of a session that has just begun; "" to take the cookie away */
};

/* One page or action of a program: what asks for it, who may, what it does. */
struct route {
	const char *method;
	const char *path;
	enum right right;
	void (*run)(struct request *rq);
	enum right also; /* a second right that is needed; ANYONE when there is none */
};

/* The posted or (for a GET) queried word NAME; NULL when it was not sent. */
const char *request_posted(const struct request *rq, const char *name);

/* The number in query word NAME, 0 when there is none. */
unsigned request_number(const struct request *rq, const char *name);

/* A column of who is signed in, as session_find() names them; NULL when nobody is. */
const char *request_who(const struct request *rq, const char *column);

/* Answers with TEMPLATE: status 200, or another one. It is rendered when the handler has returned. */
void show(struct request *rq, const char *template);
void show_status(struct request *rq, int status, const char *template);

/* Answers with the plain page for STATUS: 400, 403, 404 ... */
void show_error(struct request *rq, int status);

/* Answers with LENGTH bytes of the Content-Type TYPE, which live as long as the request. */
void show_bytes(struct request *rq, const char *type, const char *bytes, size_t length);

/* Answers with 303 to the address below the site's base, made as printf makes it: a form was carried out. */
void see_other(struct request *rq, const char *path, ...) __attribute__((format(printf, 2, 3)));

/* Adds a header line to the answer, without its line end. */
void add_header(struct request *rq, const char *line, ...) __attribute__((format(printf, 2, 3)));

#endif
