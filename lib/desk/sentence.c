/* One row a sentence. A handler leads to "...?done=WORD". */
#include "desk/sentence.h"

#include <string.h>

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
	{ "contact", "The preferred contact is one that Customer Privacy rules out. Check both." },
	{ NULL, NULL }
};

const char *sentence_of(const char *word)
{
	for (int i = 0; word && sentences[i].word; i++)
		if (!strcmp(sentences[i].word, word))
			return sentences[i].sentence;
	return NULL;
}
