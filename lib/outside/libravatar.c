/* Libravatar (wiki.libravatar.org/api): a picture by the hash of the address, or 404. Only whether there is one is
 * asked here. Its federation by DNS is left out: it would let any domain name a host that is asked. */
#include "outside/provider.h"

#define ME "Libravatar"

void libravatar_ask(struct inquiry *in)
{
	struct ask *ask = provider_get(in, arena_text(in->mem, "%s/avatar/%s?s=512&d=404", in->base, in->hash), "image/*");

	ask->most = 5 * 1024 * 1024;
}

void libravatar_read(struct inquiry *in, const struct reply *reply)
{
	in->outcome = provider_outcome(in, reply);
	if (reply->status >= 301 && reply->status <= 308)
		in->outcome = OUTCOME_NOTHING; /* it points to a picture for everybody */
	if (in->outcome != OUTCOME_FOUND)
		return;
	if (text_begins(reply->type, "image/"))
		finding_add_photo(in->mem, &in->found,
			arena_text(in->mem, "%s/avatar/%s?s=512&d=404", in->base, in->hash), ME);
	in->outcome = in->found.count ? OUTCOME_FOUND : OUTCOME_BROKEN;
}
