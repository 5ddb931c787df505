/* Lists that are read a page at a time, without being counted: one row more than a page has tells that there are more. */
#ifndef DESK_LIST_H
#define DESK_LIST_H

#include "http/request.h"

/* Puts page PAGE (from 0) of a list as NAME.0, NAME.1 ...: the first SIZE of ROWS. Puts List.page, first and last (which
 * rows these are) and, where there are such pages, List.previous and List.next; all count from 1. There is no page behind
 * number PAGES; 0 = no end. */
void list_put(struct request *rq, const char *name, const struct row *rows, unsigned page, unsigned size, unsigned pages);

#endif
