/* The web server's side: the same request whether it comes by FastCGI or by plain CGI. Only this room and
 * edge.c know <fcgiapp.h>. */
#ifndef HTTP_EDGE_H
#define HTTP_EDGE_H

#include <stdbool.h>
#include <stddef.h>

/* Waits for the next request. False when there is none any more: told to stop, or a plain CGI request was answered. */
bool edge_accept(void);

/* A variable of the request such as REQUEST_METHOD, NULL when it is not set. Lives until edge_finish(). */
const char *edge_variable(const char *name);

/* Reads LENGTH bytes of the posted body into BUFFER. Returns how many came; less when the sender stopped, or took more than
 * 20 seconds for 64 KB. */
size_t edge_read(char *buffer, size_t length);

/* Sends LENGTH bytes of the answer, its head lines first. */
void edge_write(const char *text, size_t length);

/* The answer is complete. */
void edge_finish(void);

#endif
