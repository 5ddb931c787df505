/* Profile images that look-ups found: fetched once, whoever asks first, and taken over when ticked. */
#ifndef TASK_LOOKUP_PHOTO_H
#define TASK_LOOKUP_PHOTO_H

#include "rules/finding.h"
#include "store/db.h"

/* The image among FOUND whose finding_key() is KEY, as a JPEG of *LENGTH bytes in W->mem. NULL when there is none or it is
 * no image. May take eight seconds the first time. */
const char *lookup_photo(struct work *w, const struct finding *found, const char *key, size_t *length);

/* Makes the image that is ticked among FOUND (TICKS are the posted words) the profile image of CUSTOMER_ID. False when one
 * is ticked and cannot be used. */
bool lookup_photo_take(struct work *w, const char *customer_id, const struct finding *found,
	const struct text_value *ticks);

#endif
