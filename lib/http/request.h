/* One request, as handlers see it. Who is signed in, what they may, the token and the once-key have been looked at
 * before a handler runs. */
#ifndef HTTP_REQUEST_H
#define HTTP_REQUEST_H

#include "domain/staff/right.h"
#include "http/answer.h"
#include "http/multipart.h"
#include "store/db.h"
#include "view/page.h"

struct request {
	struct work work;               /* for the domain */
	struct page *page;              /* what the template will see */
	const char *method;             /* "GET" (also for HEAD) or "POST" */
	const char *area;               /* the first word of the address: "customer" */
	const char *path;               /* behind it, # for a number: "/#/details" */
	const char *id;                 /* that number, NULL when there is none */
	const struct text_value *query; /* words behind the ? */
	const struct text_value *body;  /* words of the posted form */
	struct upload file;             /* the file in a posted form, for a route that takes one; its name is NULL without one */
	const char *json;               /* a posted body that is JSON, for a route that takes it; else NULL */
	const struct row *who;          /* session_find(); NULL when nobody is signed in */
	const struct row *record;       /* what ID names, for a route with a record: never NULL then */
	const struct row *shown;        /* RECORD as its pages show it, once that was asked for (desk/record.h) */
	const struct row *before;       /* once_find(): the same form, carried out with other words; for a route's .again */
	const char *added;              /* customer.id of whom a form has added, for when it comes again; NULL = nobody */
	const struct row *ticket;       /* ticket_take(), for a route that is open BY_TICKET */
	const char *secret;             /* of the session's cookie; for the gate alone */
	const char *headers;            /* further lines of the answer; answer_header() adds them */
	const char *cookie;             /* secret of a session that has just begun; "" to take the cookie away */
};

/* The word NAME of the posted form; NULL when it was not posted. */
const char *request_posted(const struct request *rq, const char *name);

/* The word NAME behind the ? of the address; NULL when it is not there. */
const char *request_query(const struct request *rq, const char *name);

/* Which page of a list is meant, from 0: the word `page`, posted or in the address, where the first one is 1. */
unsigned request_list_page(const struct request *rq);

/* Whether RQ is a POST. */
bool request_is_post(const struct request *rq);

/* A column of who is signed in, as session_find() names them; NULL when nobody is. */
const char *request_who(const struct request *rq, const char *column);

#endif
