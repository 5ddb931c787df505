/* The cookie: the id of its key, a dot, and sealed the device's random name and the ids of people, the latest first, with
 * blanks between. */
#include "domain/staff/device.h"

#include "base/secret.h"
#include "base/text.h"

static const char place[] = "device cookie";
enum { KEY_ID = 8, NAME = 32 };

static const char *opened(struct arena *mem, const char *cookie)
{
	const char *sealed = cookie ? strchr(cookie, '.') : NULL;

	if (!sealed || sealed - cookie != KEY_ID)
		return NULL;
	return secret_open(mem, place, sealed + 1, arena_copy(mem, cookie, KEY_ID));
}

/* The next id behind AT, "" for none; *AT goes on. */
static const char *next_id(struct arena *mem, const char **at)
{
	const char *id = *at + strspn(*at, " ");
	size_t length = strcspn(id, " ");

	*at = id + length;
	return arena_copy(mem, id, length);
}

const char *device_lane(struct arena *mem, const char *cookie, const char *staff_id)
{
	const char *text = opened(mem, cookie), *at = text ? text + NAME : "", *id;

	while (*(id = next_id(mem, &at)))
		if (!strcmp(id, staff_id))
			return arena_text(mem, "%.*s %s", NAME, text, id);
	return NULL;
}

const char *device_cookie(struct arena *mem, const char *cookie, const char *staff_id)
{
	const char *text = opened(mem, cookie), *at = text ? text + NAME : "", *id, *key_id;
	const char *made = arena_text(mem, "%.*s %s", NAME, text ? text : secret_random(mem, NAME / 2), staff_id);

	for (int people = 1; people < DEVICE_PEOPLE && *(id = next_id(mem, &at));) {
		if (!strcmp(id, staff_id))
			continue;
		made = arena_text(mem, "%s %s", made, id);
		people++;
	}
	made = secret_seal(mem, place, made, &key_id);
	return arena_text(mem, "%s.%s", key_id, made);
}
