/* JSON by jansson, behind paths. */
#include "base/json.h"

#include "base/text.h"

#include <jansson.h>

static const json_t *of(const struct json *json)
{
	return (const json_t *)json;
}

static void forget(void *json)
{
	json_decref(json);
}

/* Whether TEXT can hold too many values: each but the outermost follows one of these, whatever else they stand in. */
static bool is_crowded(const char *text, size_t length)
{
	size_t values = 1;

	for (size_t i = 0; i < length; i++)
		values += text[i] == '[' || text[i] == '{' || text[i] == ',';
	return values > JSON_VALUES_MAX;
}

const struct json *json_read(struct arena *mem, const char *text, size_t length)
{
	json_t *json = is_crowded(text, length) ? NULL : json_loadb(text, length, JSON_DECODE_ANY, NULL);

	if (json)
		arena_defer(mem, forget, json);
	return (const struct json *)json;
}

const struct json *json_at(const struct json *json, const char *path)
{
	const json_t *at = of(json);
	char name[80];

	while (at && *path) {
		size_t length = strcspn(path, ".");
		if (length >= sizeof name)
			return NULL;
		snprintf(name, sizeof name, "%.*s", (int)length, path);
		if (json_is_array(at))
			at = text_all_digits(name) ? json_array_get(at, (size_t)text_number(name)) : NULL;
		else
			at = json_object_get(at, name);
		path += length + (path[length] == '.');
	}
	return (const struct json *)at;
}

const char *json_text(struct arena *mem, const struct json *json, const char *path)
{
	const json_t *at = of(json_at(json, path));

	if (json_is_string(at) && json_string_length(at))
		return json_string_value(at);
	if (json_is_integer(at))
		return arena_text(mem, "%lld", (long long)json_integer_value(at));
	return NULL;
}

bool json_holds(const struct json *json, const char *path)
{
	return json_is_true(of(json_at(json, path)));
}

const struct json *json_item(const struct json *json, size_t at, const char **name)
{
	const json_t *list = of(json);
	void *member;

	if (name)
		*name = NULL;
	if (at >= JSON_ITEMS_MAX)
		return NULL;
	if (json_is_array(list))
		return (const struct json *)json_array_get(list, at);
	if (!json_is_object(list))
		return NULL;
	member = json_object_iter((json_t *)list);
	while (member && at--)
		member = json_object_iter_next((json_t *)list, member);
	if (member && name)
		*name = json_object_iter_key(member);
	return (const struct json *)(member ? json_object_iter_value(member) : NULL);
}

const char *json_write(struct arena *mem, const struct text_value *values)
{
	json_t *json = json_object();
	char *text;
	const char *kept;

	for (; values->name; values++)
		if (!text_empty(values->text))
			json_object_set_new(json, values->name, json_string(values->text));
	text = json_dumps(json, JSON_COMPACT);
	kept = text ? arena_copy(mem, text, strlen(text)) : "{}";
	free(text);
	json_decref(json);
	return kept;
}
