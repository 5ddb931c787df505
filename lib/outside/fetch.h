/* The way out of the building: requests to other people's servers, several at a time, none for longer than is left.
 * The only room that knows curl, and the only one with a socket to the world. Answers are hostile bytes. */
#ifndef OUTSIDE_FETCH_H
#define OUTSIDE_FETCH_H

#include "outside/provider.h"

struct fetch;
struct sockaddr;

/* Requests that together may take MILLISECONDS. It lives in MEM; what still runs when MEM is reset is cut off. */
struct fetch *fetch_new(struct arena *mem, unsigned milliseconds);

/* Begins ASK, whose answer fetch_next() gives with WHOSE. Held to: https, certificate and host name of a CA that
 * outside.ca holds; a public address at port 443, but for outside.demo; no redirects, no cookies, no proxy, no
 * compression; ASK->most bytes. What breaks one of these gets a reply of status 0. */
void fetch_begin(struct fetch *fetch, const struct ask *ask, void *whose);

/* Waits for the next answer: its owner, with *REPLY in MEM. NULL when nothing runs any more or the time is up. */
void *fetch_next(struct fetch *fetch, struct reply *reply);

/* Whether ADDRESS is allotted to the public internet and its port is 443: the only kind a stranger's name may lead to. */
bool fetch_is_public(const struct sockaddr *address);

#endif
