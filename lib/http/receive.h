/* Takes a request in: its body whole or not at all, its address and its words taken apart. */
#ifndef HTTP_RECEIVE_H
#define HTTP_RECEIVE_H

#include "http/request.h"

/* Reads the posted body. It is kept until receive_forget(), so that a request that collided with another one can be
 * carried out again. False, and *ANSWER is set, when it is too large or did not come whole. */
bool receive_body(struct request *rq, struct answer *answer);

/* Fills in RQ: method, area, path, id, query, body, json. False, and *ANSWER is set, when one of them is not whole. */
bool receive_request(struct request *rq, struct answer *answer);

/* Wipes the body. */
void receive_forget(void);

#endif
