/* Words to one sealed word and back. */
#include "desk/form_was.h"

#include "base/buffer.h"
#include "base/secret.h"
#include "http/decode.h"

void form_was_put(struct request *rq, const char *place, const struct text_value *words)
{
	struct buffer all = { .mem = rq->work.mem };

	if (!words) {
		page_put(rq->page, "Form.was", request_posted(rq, "was"));
		return;
	}
	for (; words->name; words++) {
		buffer_join(&all, "&", words->name);
		buffer_put(&all, "=");
		buffer_put(&all, text_encoded(rq->work.mem, words->text));
	}
	page_put(rq->page, "Form.was", secret_seal(rq->work.mem, place, buffer_text(&all), NULL));
}

struct form_merge form_was(struct request *rq, const char *place, const struct field *fields, const struct field_group *groups,
	struct form *base)
{
	const char *sealed = request_posted(rq, "was");
	const char *text = sealed ? secret_open(rq->work.mem, place, sealed, NULL) : NULL;
	const struct text_value *words = text ? decode_words(rq->work.mem, text, strlen(text)) : NULL;

	if (!words)
		return (struct form_merge){ .choices = rq->body };
	*base = form_from_words(rq->work.mem, words, fields, groups);
	return (struct form_merge){ .base = base, .choices = rq->body, .seen = words };
}
