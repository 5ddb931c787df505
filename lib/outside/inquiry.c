/* The providers' ask() and read() in turn, for as many providers as there are at once. */
#include "outside/inquiry.h"

#include "base/secret.h"
#include "outside/fetch.h"

#include <ctype.h>

enum { STEPS_MAX = 4 };

const char *inquiry_email(struct arena *mem, const char *email)
{
	const char *tidy = text_trim(mem, email);
	char *small = arena_copy(mem, tidy, strlen(tidy));

	for (char *c = small; *c; c++)
		*c = (char)tolower((unsigned char)*c);
	return small;
}

const char *inquiry_hash(struct arena *mem, const char *email)
{
	return secret_sha256(mem, inquiry_email(mem, email));
}

struct inquiry *inquiry_new(struct arena *mem, const struct provider *provider, const char *email, const char *hook)
{
	struct inquiry *in = arena_get(mem, sizeof *in);

	*in = (struct inquiry){ .provider = provider, .mem = mem, .email = inquiry_email(mem, email),
		.hash = inquiry_hash(mem, email), .base = provider_base(mem, provider),
		.key = provider_key(mem, provider), .hook = hook };
	return in;
}

/* Sends what IN asks next; what it had until now is what it has when there is no answer. */
static void send(struct fetch *fetch, struct inquiry *in)
{
	const struct ask *ask = in->next;

	in->next = NULL;
	if (ask && in->step < STEPS_MAX)
		fetch_begin(fetch, ask, in);
}

void inquiry_ask_all(struct arena *mem, struct inquiry **all, size_t count)
{
	struct fetch *fetch = fetch_new(mem, INQUIRY_MILLISECONDS);
	struct reply reply;
	struct inquiry *in;

	for (size_t i = 0; i < count; i++) {
		all[i]->provider->ask(all[i]);
		if (all[i]->next)
			all[i]->outcome = OUTCOME_LATE;
		send(fetch, all[i]);
	}
	while ((in = fetch_next(fetch, &reply))) {
		in->provider->read(in, &reply);
		in->step++;
		if (in->next && in->outcome == OUTCOME_NOTHING)
			in->outcome = OUTCOME_LATE; /* until its next answer says better */
		send(fetch, in);
	}
}
