/* What every page has around its own content. */
#ifndef DESK_PAGE_FRAME_H
#define DESK_PAGE_FRAME_H

#include "base/fail.h"
#include "http/request.h"

/* Puts "Page" (base, dealership, first_name, initials, token, once, find ...), what was done (sentence_put()) and "May" (a flag
 * for each right held) into RQ's page. */
void page_frame_put(struct request *rq);

/* The template of the page for STATUS, 400 and more. In RQ's memory. */
const char *page_frame_error(struct request *rq, int status);

/* Puts what the page of FAULT tells: the NUMBER it has in the log, and the words for another try that our own
 * page posted. */
void page_frame_apologize(struct request *rq, const char *number, enum fault fault);

#endif
