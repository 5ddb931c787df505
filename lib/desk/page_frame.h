/* What every page has around its own content. */
#ifndef DESK_PAGE_FRAME_H
#define DESK_PAGE_FRAME_H

#include "http/request.h"

/* Puts "Page" (base, dealership, first_name, initials, token, once, done, find ...) and "May" (a flag for each right
 * held) into RQ's page. */
void page_frame_put(struct request *rq);

#endif
