/* What may come again is looked up after it was carried out, in the same transaction: looking first would be a statement for
 * every form that is sent once. */
#include "http/resend.h"

#include "base/buffer.h"
#include "base/fail.h"
#include "base/secret.h"
#include "domain/staff/once.h"

enum { DIGITS = 32 };

/* What is no word of the form: who sent it with what, which button was pressed. The name and password are those asked for
 * when a session ended before the form arrived. */
static const char not_typed[] = "token,once,save,user_name,password";

static const char *digits_of(struct request *rq, const char *purpose, const char *text, size_t length)
{
	return arena_copy(rq->work.mem, secret_hash_bytes(rq->work.mem, purpose, text, length), DIGITS);
}

/* Salted with KEY, which is random and not kept itself: nobody guesses an SSN or a password from it. */
static const char *words_of(struct request *rq, const char *key)
{
	struct buffer all = { .mem = rq->work.mem };

	buffer_put(&all, key);
	for (const struct text_value *word = rq->body; word && word->name; word++)
		if (!text_in_set(not_typed, word->name)) {
			buffer_add(&all, word->name, strlen(word->name) + 1);
			buffer_add(&all, word->text, strlen(word->text) + 1);
		}
	buffer_put(&all, rq->file.name);
	buffer_add(&all, rq->file.bytes, rq->file.length);
	return digits_of(rq, "form words", all.bytes, all.length);
}

/* The form of RQ; its key is NULL when it has none that we made. */
static struct once form_of(struct request *rq)
{
	const char *key = request_posted(rq, "once"), *place;

	if (!rq->who || !key || strlen(key) != DIGITS || strspn(key, "0123456789abcdef") != DIGITS)
		return (struct once){ 0 };
	place = arena_text(rq->work.mem, "%s /%s%s %s", key, rq->area, rq->path, text_or(rq->id, ""));
	return (struct once){ .key = digits_of(rq, "form", place, strlen(place)), .words = words_of(rq, key) };
}

static bool lead_to(struct answer *answer, const struct row *before)
{
	*answer = (struct answer){ .status = 303, .location = row_text(before, "location") };
	return true;
}

bool resend_is_answered(struct request *rq, const struct route *route, struct answer *answer)
{
	struct once form = route->again ? form_of(rq) : (struct once){ 0 };

	rq->before = form.key ? once_find(&rq->work, form.key) : NULL;
	if (!rq->before)
		return false;
	if (text_same(row_text(rq->before, "words"), form.words))
		return lead_to(answer, rq->before);
	*answer = route->again(rq);
	return true;
}

/* Whether BEFORE, the form as it was carried out first, had the words of FORM. What was added for other words is not added
 * for these. */
static bool has_same_words(struct request *rq, const struct row *before, const struct once *form, const struct route *route)
{
	bool same = before && text_same(row_text(before, "words"), form->words);

	if (before && !same && route->again && !rq->before)
		fail(FAULT_COLLISION, "the form has added something for other words");
	return same;
}

/* Keeps FORM, which led to ANSWER. False when it was carried out before with the same words. */
static bool is_new(struct request *rq, const struct route *route, struct once *form)
{
	if (once_store(&rq->work, form) != DB_DUPLICATE)
		return true;
	if (has_same_words(rq, once_find(&rq->work, form->key), form, route))
		return false;
	once_replace(&rq->work, form);
	return true;
}

void resend_commit(struct request *rq, const struct route *route, struct answer *answer)
{
	struct once form = form_of(rq);
	const struct row *before;

	form.location = answer->location;
	form.customer_id = rq->added;
	if (answer->status < 400 && (answer->status != 303 || !form.key || is_new(rq, route, &form))) {
		db_commit(&rq->work);
		return;
	}
	db_rollback(&rq->work);
	before = form.key ? once_find(&rq->work, form.key) : NULL;
	if (has_same_words(rq, before, &form, route))
		lead_to(answer, before);
}
