/* The table of providers, and what all of them share. */
#include "outside/provider.h"

#include "base/conf.h"
#include "rules/vocab.h"

/* One row a provider, in the order they are shown: its name, where it lives, whether it needs a key, whether it takes a hook
 * (provider.h). Its file has its ask() and read() under its name, as in github_ask(). */
#define PROVIDERS(ROW) \
	ROW(gravatar, "https://api.gravatar.com/v3", false, false) \
	ROW(github, "https://api.github.com", false, false) \
	ROW(fediverse, "", false, false) \
	ROW(libravatar, "https://seccdn.libravatar.org", false, false) \
	ROW(fullcontact, "https://api.fullcontact.com", true, true) \
	ROW(peopledata, "https://api.peopledatalabs.com", true, false)

#define DECLARED(name, ...) \
	extern void name##_ask(struct inquiry *in); \
	extern void name##_read(struct inquiry *in, const struct reply *reply);
#define LISTED(name, ...) { #name, __VA_ARGS__, name##_ask, name##_read },

PROVIDERS(DECLARED)

const struct provider providers[] = {
	PROVIDERS(LISTED)
	{ 0 }
};

const struct provider *provider_named(const char *name)
{
	for (const struct provider *provider = providers; provider->name; provider++)
		if (text_same(provider->name, name))
			return provider;
	return NULL;
}

bool provider_is_one(const char *name)
{
	return provider_named(name);
}

const char *provider_label(const struct provider *provider)
{
	return vocab_label("provider", provider->name);
}

const char *provider_base(struct arena *mem, const struct provider *provider)
{
	const char *base = conf_get(arena_text(mem, "%s.base", provider->name)), *demo = conf_get("outside.demo");

	if (*base)
		return base;
	return *demo ? arena_text(mem, "%s/%s", demo, provider->name) : provider->base;
}

const char *provider_key(struct arena *mem, const struct provider *provider)
{
	return conf_get(arena_text(mem, "%s.key", provider->name));
}

bool provider_is_ready(struct arena *mem, const struct provider *provider)
{
	return !provider->needs_key || *provider_key(mem, provider);
}

enum outcome provider_outcome(struct inquiry *in, const struct reply *reply)
{
	in->wait = reply->wait;
	switch (reply->status) {
	case 200:
		return OUTCOME_FOUND;
	case 202:
		return OUTCOME_QUEUED;
	case 204:
	case 404:
	case 410:
	case 422: /* it does not take such an address */
		return OUTCOME_NOTHING;
	case 429:
		in->wait = reply->wait ? reply->wait : 60;
		return OUTCOME_BUSY;
	case 401:
	case 402:
	case 403:
		return OUTCOME_REFUSED;
	default:
		return OUTCOME_BROKEN;
	}
}

struct ask *provider_get(struct inquiry *in, const char *url, const char *accept)
{
	struct ask *ask = arena_get(in->mem, sizeof *ask);

	ask->url = url;
	ask->accept = accept;
	in->next = ask;
	return ask;
}
