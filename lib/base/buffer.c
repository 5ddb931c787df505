/* Room doubles, so that each byte is copied twice at most on average. */
#include "base/buffer.h"

enum { FIRST_ROOM = 256 };

static void make_room(struct buffer *buffer, size_t wanted)
{
	size_t room = buffer->room ? buffer->room : FIRST_ROOM;

	while (room < wanted)
		room *= 2;
	char *bytes = arena_get(buffer->mem, room + 1);
	if (buffer->length)
		memcpy(bytes, buffer->bytes, buffer->length);
	buffer->bytes = bytes;
	buffer->room = room;
}

void buffer_add(struct buffer *buffer, const void *bytes, size_t length)
{
	if (!buffer->bytes || length > buffer->room - buffer->length)
		make_room(buffer, buffer->length + length);
	if (length)
		memcpy(buffer->bytes + buffer->length, bytes, length);
	buffer->length += length;
}

void buffer_put(struct buffer *buffer, const char *text)
{
	if (text)
		buffer_add(buffer, text, strlen(text));
}

void buffer_join(struct buffer *buffer, const char *between, const char *text)
{
	if (!text || !*text)
		return;
	if (buffer->length)
		buffer_put(buffer, between);
	buffer_put(buffer, text);
}

const char *buffer_text(const struct buffer *buffer)
{
	return buffer->bytes ? buffer->bytes : "";
}
