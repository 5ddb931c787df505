/* Pictures from outside: fetched once by the server, made small and plain by a program that has nothing to lose. */
#ifndef OUTSIDE_IMAGE_H
#define OUTSIDE_IMAGE_H

#include "base/arena.h"

/* The image at URL as a JPEG of at most 512 x 512 without metadata, its length in *LENGTH. At most three seconds for
 * the fetching and five for the rest. In MEM; NULL when there is none, it is no PNG, JPEG, GIF or WebP, or is too big
 * (5 MiB, 40 megapixels). */
const char *image_fetch(struct arena *mem, const char *url, size_t *length);

/* The same for LENGTH bytes that are here already. */
const char *image_plain(struct arena *mem, const char *bytes, size_t *length);

#endif
