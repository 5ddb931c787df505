/* One row a sentence. A handler leads to "...?done=" and its sentence_word(). */
#include "desk/sentence.h"

#include "base/secret.h"
#include "desk/record.h"
#include "domain/customer/customer.h"
#include "http/gate.h"

/* A customer's name stands between the two halves of a sentence that has two. */
static const struct sentence { const char *word, *before, *after; } sentences[] = {
	{ "added", "", " was added." },
	{ "saved", "Your changes to ", " were saved." },
	{ "same", "Nothing was changed, so nothing had to be saved.", NULL },
	{ "inactive", "", " is inactive now and hidden from searches." },
	{ "active", "", " is active again." },
	{ "connected", "", " was connected." },
	{ "all_connected", "All that you ticked were connected.", NULL },
	{ "connections", "The connections of ", " were saved." },
	{ "social", "The record of ", " has what you ticked." },
	{ "unticked", "Nothing was ticked, so nothing was changed.", NULL },
	{ "profile", "The social profile of ", " was removed." },
	{ "photo", "The profile image of ", " was removed." },
	{ "settings", "The settings were saved.", NULL },
	{ "password", "Your password was changed. Other devices were signed out.", NULL },
	{ "preferences", "Your preferences were saved.", NULL },
	{ "specimen", "The SSN is a well-known sample number. Check it with the customer.", NULL },
	{ "contact", "The preferred contact is one that Customer Privacy rules out. Check both.", NULL },
	{ "handed_on", "Somebody else is the primary contact of the business now.", NULL },
	{ "handed_nobody", "The business has no other primary contact yet. Choose one on its Connections screen.", NULL },
	{ NULL, NULL, NULL }
};

static const struct sentence *sentence_of(const char *word)
{
	for (const struct sentence *one = sentences; one->word; one++)
		if (!strcmp(one->word, word))
			return one;
	return NULL;
}

const char *sentence_word(struct request *rq, const char *done, const char *id, const char *warn)
{
	const char *said = arena_text(rq->work.mem, "%s.%s.%s", done, text_or(id, ""), text_or(warn, ""));

	return arena_text(rq->work.mem, "%s.%s", said, gate_seal(rq, said));
}

/* The piece of *REST before the next dot, which *REST then stands behind. */
static const char *piece(struct request *rq, const char **rest)
{
	size_t length = strcspn(*rest, ".");
	const char *cut = arena_copy(rq->work.mem, *rest, length);

	*rest += length + ((*rest)[length] == '.');
	return cut;
}

/* Who may not see customers reads the number alone. */
static void put_name(struct request *rq, const struct sentence *sentence, const char *id)
{
	bool may = right_held(&rq->work, MAY_SEE_CUSTOMERS);
	const struct row *customer = !may ? NULL : rq->record && text_same(rq->id, id) ? record_shown(rq) :
		customer_get(&rq->work, id);

	page_put(rq->page, "Done.before", sentence->before);
	page_put(rq->page, "Done.after", sentence->after);
	page_put(rq->page, "Done.id", customer ? id : NULL);
	page_put(rq->page, "Done.name", customer ? row_text(customer, "name") : arena_text(rq->work.mem, "Customer %s", id));
}

void sentence_put(struct request *rq)
{
	const char *word = request_query(rq, "done"), *dot = word ? strrchr(word, '.') : NULL;
	const char *said = dot ? arena_copy(rq->work.mem, word, (size_t)(dot - word)) : NULL, *id;
	const struct sentence *sentence, *warning;

	if (!said || !rq->who || !secret_same(gate_seal(rq, said), dot + 1))
		return;
	sentence = sentence_of(piece(rq, &said));
	id = piece(rq, &said);
	warning = sentence_of(said);
	if (!sentence)
		return;
	page_put(rq->page, "Page.done", sentence->after ? sentence->after : sentence->before);
	page_put(rq->page, "Page.warn", warning ? warning->before : NULL);
	if (sentence->after)
		put_name(rq, sentence, id);
}
