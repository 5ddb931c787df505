/* Memory for one request: blocks that only grow, emptied all at once. The only file that calls malloc
 * for requests. Not here: what lives as long as the process (db.c, template.c). */
#include "base/arena.h"

#include <stdint.h>

/* Bytes behind USED are zero: calloc made them so, and a reset wipes what was used. */
struct block {
	struct block *next;
	size_t size, used;
	max_align_t bytes[];
};

struct deferred {
	struct deferred *next;
	void (*undo)(void *);
	void *thing;
};

struct arena {
	struct block *blocks;
	struct deferred *deferred;
};

/* Under AddressSanitizer every piece is a block of its own, so that it sees a byte written too far. */
#ifdef __SANITIZE_ADDRESS__
enum { BLOCK = 1 };
#else
enum { BLOCK = 256 * 1024 - 64 }; /* a page of 25 rows takes 100 KB; what is not touched costs nothing */
#endif

static struct block *add_block(struct arena *mem, size_t wanted)
{
	size_t size = wanted > BLOCK ? wanted : BLOCK;
	struct block *block = size > SIZE_MAX / 2 ? NULL : calloc(1, sizeof *block + size);

	if (!block)
		abort();
	block->next = mem->blocks;
	block->size = size;
	mem->blocks = block;
	return block;
}

struct arena *arena_new(void)
{
	struct arena *mem = calloc(1, sizeof *mem);

	if (!mem)
		abort();
	return mem;
}

void *arena_get(struct arena *mem, size_t size)
{
	const size_t unit = sizeof(max_align_t);
	size_t rounded = (size + unit - 1) / unit * unit;
	struct block *block = mem->blocks;

	if (rounded < size)
		abort();
	if (!block || block->size - block->used < rounded)
		block = add_block(mem, rounded ? rounded : unit);
	char *piece = (char *)block->bytes + block->used;
	block->used += rounded;
	return piece;
}

char *arena_copy(struct arena *mem, const char *text, size_t length)
{
	if (!text)
		return NULL;
	char *copy = arena_get(mem, length + 1);
	memcpy(copy, text, length);
	return copy;
}

char *arena_vtext(struct arena *mem, const char *format, va_list values)
{
	struct block *block = mem->blocks;
	size_t room = block ? block->size - block->used : 0;
	va_list again;

	/* Nearly every text fits where the next piece would be, and is then printed once. */
	va_copy(again, values);
	int length = vsnprintf(room ? (char *)block->bytes + block->used : NULL, room, format, again);
	va_end(again);
	if (length < 0)
		abort();
	if ((size_t)length < room)
		return arena_get(mem, (size_t)length + 1);
	if (room)
		block->used = block->size; /* its rest is not zero any more */
	char *text = arena_get(mem, (size_t)length + 1);
	vsnprintf(text, (size_t)length + 1, format, values);
	return text;
}

char *arena_text(struct arena *mem, const char *format, ...)
{
	va_list values;

	va_start(values, format);
	char *text = arena_vtext(mem, format, values);
	va_end(values);
	return text;
}

void arena_defer(struct arena *mem, void (*undo)(void *), void *thing)
{
	struct deferred *deferred = arena_get(mem, sizeof *deferred);

	*deferred = (struct deferred){ .next = mem->deferred, .undo = undo, .thing = thing };
	mem->deferred = deferred;
}

void arena_reset(struct arena *mem)
{
	while (mem->deferred) {
		struct deferred *deferred = mem->deferred;
		mem->deferred = deferred->next;
		deferred->undo(deferred->thing);
	}
	/* The oldest block is kept: most requests fit into it and then never call malloc. */
	while (mem->blocks) {
		struct block *block = mem->blocks;
		explicit_bzero(block->bytes, block->used);
		block->used = 0;
		if (!block->next && block->size == BLOCK)
			return;
		mem->blocks = block->next;
		free(block);
	}
}

void arena_free(struct arena *mem)
{
	arena_reset(mem);
	free(mem->blocks);
	free(mem);
}
