/* Profile images. Bytes travel to and from the database as base64, like all else as text. */
#ifndef DOMAIN_CUSTOMER_PHOTO_H
#define DOMAIN_CUSTOMER_PHOTO_H

#include "store/db.h"

/* Makes the LENGTH bytes at IMAGE (a JPEG of outside/image.h) the profile image of CUSTOMER_ID; SOURCE showed it. */
void photo_put(struct work *w, const char *customer_id, const char *image, size_t length, const char *source);

/* The profile image of CUSTOMER_ID, its length in *LENGTH. In W->mem; NULL when there is none. */
const char *photo_get(struct work *w, const char *customer_id, size_t *length);

/* Takes the profile image of CUSTOMER_ID away; false when there was none. */
bool photo_remove(struct work *w, const char *customer_id);

/* Keeps for a day what was fetched at LINK; IMAGE is NULL when it was no image. */
void photo_store_found(struct work *w, const char *link, const char *image, size_t length);

/* What was kept for LINK: its bytes and *LENGTH, NULL for no image. *KNOWN tells whether LINK was fetched at all. */
const char *photo_found(struct work *w, const char *link, size_t *length, bool *known);

/* Deletes some of what was fetched more than a day ago; false when there is none. */
bool photo_tidy(struct work *w);

#endif
