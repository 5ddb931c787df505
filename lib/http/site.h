/* What a program answers: areas, each with its routes, and what all of its pages share. Everything that must never be
 * forgotten is done around the handlers by serve(), once: limits, sign-in, rights, the token, the once-key, the record,
 * the transaction, error pages, freeing. */
#ifndef HTTP_SITE_H
#define HTTP_SITE_H

#include "base/fail.h"
#include "http/request.h"

/* What the number in an address names. */
struct route_record {
	/* Finds it before the handler runs; NULL when there is none, which is answered with 404. */
	const struct row *(*find)(struct request *rq);
	/* Puts into the page what every page of it shows; called when the handler has answered with a page. */
	void (*put)(struct request *rq);
};

/* One page or action: what asks for it, who may, what it does. */
struct route {
	const char *method;
	const char *path;
	enum right right;
	struct answer (*run)(struct request *rq);
	enum right also;                   /* a second right that is needed; ANYONE when there is none */
	const struct route_record *record; /* what the # is; NULL when the handler looks for itself */
	/* Of a route that adds something: answers a form that has added it already and comes again with other words. NULL: such a
	 * form is carried out as any other. */
	struct answer (*again)(struct request *rq);
	bool json;                         /* takes a body that is JSON, and no form */
	size_t file;                       /* takes a form with a file in it, and so many bytes of both; 0 = no file */
	unsigned fresh;                    /* seconds since the sign-in, after which the password is asked for again; 0 = never */
};

/* The routes below one first word of the address. ROUTES ends with an empty row. */
struct area {
	const char *name;
	const struct route *routes;
};

struct site {
	const struct area *const *areas;   /* ends with NULL */

	/* Puts what every page has around its own content. */
	void (*frame)(struct request *rq);

	/* The template of the page for STATUS, 400 and more. */
	const char *(*error)(struct request *rq, int status);

	/* A route needs somebody, and nobody is signed in, or not freshly enough. True when the posted words have just signed
	 * somebody in and RQ may go on; else *ANSWER asks for it and keeps what was posted. */
	bool (*sign_in)(struct request *rq, struct answer *answer);

	/* A form came from our own page, but without the token of this session. As sign_in(). */
	bool (*renew)(struct request *rq, struct answer *answer);

	/* The machine failed, by FAULT; the log has it under NUMBER. Puts what the page of that error tells, and the posted words
	 * for another try. */
	void (*apologize)(struct request *rq, const char *number, enum fault fault);

	/* RQ is about to be answered with ANSWER: leaves a trace of it where there should be one. What RQ wrote is committed
	 * or undone by now; when this fails, RQ has failed. */
	void (*answered)(struct request *rq, const struct answer *answer);

	/* Work that is nobody's request, done after each answer was sent; W has no transaction. NULL for none. */
	void (*afterwards)(struct work *w);
};

/* Serves SITE until the web server says stop. Returns the program's exit status. */
int serve(const struct site *site);

#endif
