/* The graph of a record's connections, two steps wide. */
#ifndef DESK_GRAPH_PAGE_H
#define DESK_GRAPH_PAGE_H

#include "http/request.h"

/* Puts the customer of RQ's record in the middle, its connections around it, theirs around those: Graph.dots.N with x, y,
 * from_x, from_y, text_y, short_name, step and the columns of graph_around(); Graph.box, width and height. Nothing when
 * there are none. */
void graph_page_put(struct request *rq);

#endif
