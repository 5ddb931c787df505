/* What http/site.h's `answered` is at the desk: what people were shown and refused is written down. */
#ifndef DESK_SEEN_H
#define DESK_SEEN_H

#include "http/request.h"

/* Notes an ANSWER that shows customers (their rows in the page, or a picture of the one in the address), is a file to be kept,
 * refuses (403, 429) or is a fault (500 and more). Others leave no trace here: what they change is in the history. */
void seen_note(struct request *rq, const struct answer *answer);

#endif
