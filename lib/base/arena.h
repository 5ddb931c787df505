/* Memory for one request, and the list of what to undo when it ends.
 * Everything made for a request lives here and dies in arena_reset(); nothing is freed by hand. */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stdarg.h>
#include <stddef.h>

struct arena;

/* Makes an empty arena. The caller frees it with arena_free(). Aborts when memory has run out. */
struct arena *arena_new(void);

/* SIZE bytes of zeroes, aligned for any type. They live until the next arena_reset().
 * Aborts when memory has run out, as there is nothing left to answer with. */
void *arena_get(struct arena *mem, size_t size);

/* A copy of the LENGTH bytes at TEXT with a closing NUL. NULL stays NULL. */
char *arena_copy(struct arena *mem, const char *text, size_t length);

/* Text made as printf makes it. */
char *arena_text(struct arena *mem, const char *format, ...) __attribute__((format(printf, 2, 3)));
char *arena_vtext(struct arena *mem, const char *format, va_list values)
	__attribute__((format(printf, 2, 0)));

/* Remembers that UNDO(THING) must be called when the arena is reset; the latest goes first.
 * For whatever is not memory of the arena: a tree of a library, an open transaction. */
void arena_defer(struct arena *mem, void (*undo)(void *thing), void *thing);

/* Undoes what was deferred, wipes what was used (it may have held an SSN or a password) and starts over. */
void arena_reset(struct arena *mem);

/* arena_reset(), then gives the memory back. */
void arena_free(struct arena *mem);

#endif
