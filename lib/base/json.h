/* JSON from outside, read by path. The only room that knows jansson. Whatever a member is, asking for it is safe:
 * what is missing, null or of another kind is NULL. */
#ifndef BASE_JSON_H
#define BASE_JSON_H

#include "base/arena.h"

#include <stdbool.h>

/* What is read of an answer is bounded by its shape, so that none can cost much time or memory, whoever made it. Honest
 * ones have a few hundred values, and a few of anything. */
enum { JSON_VALUES_MAX = 10000, JSON_ITEMS_MAX = 100 };

struct json;

/* The LENGTH bytes at TEXT as JSON; NULL when they are not whole or may hold more than JSON_VALUES_MAX values. It lives
 * in MEM. */
const struct json *json_read(struct arena *mem, const char *text, size_t length);

/* What lies at PATH ("details.employment.0.name") below JSON, which may be NULL; NULL when nothing does. */
const struct json *json_at(const struct json *json, const char *path);

/* The text at PATH, a whole number as its digits; NULL for anything else and for "". It lives as long as JSON. */
const char *json_text(struct arena *mem, const struct json *json, const char *path);

/* Whether true stands at PATH. */
bool json_holds(const struct json *json, const char *path);

/* Member number AT of the list or object JSON, whose name goes to *NAME if wanted; NULL behind the last one
 * and behind number JSON_ITEMS_MAX. */
const struct json *json_item(const struct json *json, size_t at, const char **name);

/* VALUES (name, text; ended by an empty name) as one JSON object, in MEM; those without a text are left out. */
struct text_value;
const char *json_write(struct arena *mem, const struct text_value *values);

#endif
