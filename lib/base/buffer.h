/* Bytes that grow at their end, in an arena: a long text made of many pieces, or an array of unknown length, without
 * copying all of it for each. */
#ifndef BASE_BUFFER_H
#define BASE_BUFFER_H

#include "base/arena.h"

/* Starts as { .mem = ARENA }. LENGTH is how many bytes there are, not counting the zero behind them. */
struct buffer {
	struct arena *mem;
	char *bytes; /* aligned for any type; NULL while there are none */
	size_t length, room;
};

/* Adds the LENGTH bytes at BYTES. What was there may move: take pointers into it when it is whole. */
void buffer_add(struct buffer *buffer, const void *bytes, size_t length);

/* Adds TEXT; NULL adds nothing. */
void buffer_put(struct buffer *buffer, const char *text);

/* Adds TEXT, behind BETWEEN unless it is the first. NULL and "" add nothing. */
void buffer_join(struct buffer *buffer, const char *between, const char *text);

/* All of it with a zero at its end, "" for nothing. In the arena; what is added later may not be seen there. */
const char *buffer_text(const struct buffer *buffer);

#endif
