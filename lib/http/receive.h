/* Takes a request in: its body whole or not at all, its address and its words taken apart. */
#ifndef HTTP_RECEIVE_H
#define HTTP_RECEIVE_H

#include "http/site.h"

/* Fills in RQ: area, path, id, query. False, and *ANSWER is set, when one of them is not whole. */
bool receive_address(struct request *rq, struct answer *answer);

/* Reads the posted body for ROUTE. It is kept until receive_forget(), so that a request that collided with another one can
 * be carried out again. False, and *ANSWER is set, when it is too large or did not come whole. */
bool receive_body(struct request *rq, const struct route *route, struct answer *answer);

/* Fills in RQ: body, file, json. False, and *ANSWER is set, when they are not what was announced. */
bool receive_words(struct request *rq, struct answer *answer);

/* Wipes the body. */
void receive_forget(void);

#endif
