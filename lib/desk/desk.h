/* A program of the desk: its areas, and the pages they share. */
#ifndef DESK_DESK_H
#define DESK_DESK_H

#include "http/site.h"

/* Serves AREAS (ended by NULL) with the desk's frame, sign-in and error pages. Returns the program's exit status. */
int desk_serve(const struct area *const *areas);

#endif
