/* The frame of a page. Its drawing is templates/layout.cs. */
#include "desk/page_frame.h"

#include "base/conf.h"
#include "base/secret.h"
#include "http/gate.h"

/* What a page says after a form was carried out: the word in `done` or `warn` of its address, and the sentence. */
static const struct { const char *word, *sentence; } sentences[] = {
	{ "added", "The customer was added." },
	{ "saved", "Your changes were saved." },
	{ "same", "Nothing was changed, so nothing had to be saved." },
	{ "inactive", "The customer is inactive now and hidden from searches." },
	{ "active", "The customer is active again." },
	{ "connected", "The connection was added." },
	{ "connections", "The connections were saved." },
	{ "social", "What you ticked is in the record." },
	{ "unticked", "Nothing was ticked, so nothing was changed." },
	{ "profile", "The social profile was removed." },
	{ "photo", "The profile image was removed." },
	{ "settings", "The settings were saved." },
	{ "password", "Your password was changed. Other devices were signed out." },
	{ "preferences", "Your preferences were saved." },
	{ "specimen", "The SSN is a well-known sample number. Check it with the customer." },
	{ "picture", "The profile image could not be fetched, so it was left out." },
	{ "placeholder", "That address is a placeholder or social media is switched off, so nobody was asked about it." },
	{ "contact", "The preferred contact is one that Customer Privacy rules out. Check both." },
};

static const char *sentence(const char *word)
{
	for (size_t i = 0; word && i < sizeof sentences / sizeof *sentences; i++)
		if (!strcmp(sentences[i].word, word))
			return sentences[i].sentence;
	return NULL;
}

static void put_person(struct request *rq)
{
	struct page *page = rq->page;
	const char *first = request_who(rq, "first_name"), *last = request_who(rq, "last_name");

	page_put(page, "Page.first_name", first);
	page_put(page, "Page.user_name", request_who(rq, "user_name"));
	page_put(page, "Page.initials", arena_text(rq->work.mem, "%s%s",
		text_first(rq->work.mem, first), text_first(rq->work.mem, last)));
	page_put(page, "Page.dealership", request_who(rq, "dealership_name"));
	page_put(page, "Page.find", request_who(rq, "find"));
	page_put(page, "Page.token", gate_token(rq));
	page_put(page, "Page.once", secret_random(rq->work.mem, 16));
}

void page_frame_put(struct request *rq)
{
	page_put(rq->page, "Page.base", conf_get("site.base"));
	page_put(rq->page, "Page.demo", *conf_get("outside.demo") ? "1" : NULL);
	page_put(rq->page, "Page.done", sentence(text_value_of(rq->query, "done")));
	page_put(rq->page, "Page.warn", sentence(text_value_of(rq->query, "warn")));
	if (!rq->who)
		return;
	put_person(rq);
	for (enum right right = MAY_SEE_CUSTOMERS; right <= MAY_CHANGE_SETTINGS; right++)
		if (right_held(&rq->work, right)) {
			char *name = arena_text(rq->work.mem, "May.%s", right_code(right));
			*strrchr(name, '.') = '_';
			page_put(rq->page, name, "1");
		}
}
