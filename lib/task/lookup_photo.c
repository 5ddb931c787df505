/* Found profile images. Fetching is outside/image.c's, keeping domain/customer/photo.c's. */
#include "task/lookup_photo.h"

#include "domain/customer/photo.h"
#include "domain/customer/social.h"
#include "outside/image.h"

/* The image that FOUND points to; NULL when it is none. */
static const char *image_of(struct work *w, const struct finding *found, size_t *length)
{
	bool known;
	const char *image = photo_found(w, found->value, length, &known);

	if (known)
		return image;
	image = image_fetch(w->mem, found->value, length);
	photo_store_found(w, found->value, image, image ? *length : 0);
	return image;
}

const char *lookup_photo(struct work *w, const struct finding *found, const char *key, size_t *length)
{
	for (; found; found = found->next)
		if (!strcmp(found->field, "photo") && text_same(finding_key(w->mem, found), key))
			return image_of(w, found, length);
	return NULL;
}

bool lookup_photo_take(struct work *w, const char *customer_id, const struct finding *found,
	const struct text_value *ticks)
{
	size_t length;
	const char *image;

	for (; found; found = found->next) {
		if (strcmp(found->field, "photo") || !social_is_ticked(w, found, ticks))
			continue;
		image = image_of(w, found, &length);
		if (!image)
			return false;
		photo_put(w, customer_id, image, length, found->source);
	}
	return true;
}
