/* The way of every request, from the web server to the handler and back. Everything that must never be forgotten
 * is done here, once: limits, sign-in, rights, the token, the once-key, the transaction, error pages, freeing. */
#ifndef HTTP_SERVE_H
#define HTTP_SERVE_H

#include "http/request.h"

/* Serves ROUTES (ended by an empty row) until the web server says stop. Returns the program's exit status. */
int serve(const struct route *routes);

#endif
