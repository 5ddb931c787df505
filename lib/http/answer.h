/* What a handler returns: its answer. A page is rendered once the handler has returned; sending, committing and
 * freeing come after it. */
#ifndef HTTP_ANSWER_H
#define HTTP_ANSWER_H

#include <stdio.h>

struct request;

struct answer {
	int status;           /* never 0: a handler that returns nothing does not compile, an empty answer is a fault */
	const char *template; /* of the page; NULL with a status of 400 and more: the site's page for that error */
	const char *location; /* of a 303 */
	const char *type;     /* Content-Type of BYTES, which are the answer in place of a page; else NULL */
	const char *bytes;
	size_t length;
	FILE *file;           /* whose content is the answer, of that TYPE; else NULL */
};

/* The page TEMPLATE, with status 200 or another one. */
struct answer answer_page(const char *template);
struct answer answer_page_with(int status, const char *template);

/* The site's page for STATUS: 400, 403, 404 ... */
struct answer answer_error(int status);

/* LENGTH bytes of the Content-Type TYPE. They live as long as the request. */
struct answer answer_bytes(const char *type, const char *bytes, size_t length);

/* TEXT as JSON (base/json.h writes it), with STATUS. It lives as long as the request. */
struct answer answer_json(int status, const char *text);

/* What was written to FILE, which file_temporary() opened, as the Content-Type TYPE: for more than fits in memory. It is
 * sent after the commit, and with its length, so that a download that broke off cannot be taken for a whole one.
 * Fails when it could not be written whole. */
struct answer answer_file(const char *type, FILE *file);

/* 303 to the address below the site's base, made as printf makes it: a form was carried out. */
struct answer answer_see_other(struct request *rq, const char *path, ...) __attribute__((format(printf, 2, 3)));

/* Adds a header line to whatever RQ is answered with, without its line end. */
void answer_header(struct request *rq, const char *line, ...) __attribute__((format(printf, 2, 3)));

/* Sends ANSWER, whose page has become TEXT ("" for none). For serve.c alone. */
void answer_send(struct request *rq, const struct answer *answer, const char *text);

#endif
