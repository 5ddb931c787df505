/* Gravatar's profiles, REST API v3 (docs.gravatar.com): one GET by the hash of the address. Without a key the answer
 * has no name parts and four accounts at most. */
#include "base/json.h"
#include "outside/provider.h"

#define ME "Gravatar"

void gravatar_ask(struct inquiry *in)
{
	struct ask *ask = provider_get(in, arena_text(in->mem, "%s/profiles/%s", in->base, in->hash), "application/json");

	if (*in->key)
		ask->key = arena_text(in->mem, "Authorization: Bearer %s", in->key);
}

static void read_accounts(struct inquiry *in, const struct json *accounts)
{
	const struct json *one;

	for (size_t at = 0; (one = json_item(accounts, at, NULL)); at++)
		if (!json_holds(one, "is_hidden"))
			finding_add_profile(in->mem, &in->found, json_text(in->mem, one, "service_type"), NULL,
				json_text(in->mem, one, "url"), ME);
}

static void read_profile(struct inquiry *in, const struct json *profile)
{
	const char *first = json_text(in->mem, profile, "first_name"), *last = json_text(in->mem, profile, "last_name");

	if (first || last) {
		finding_add(in->mem, &in->found, "first_name", first, ME);
		finding_add(in->mem, &in->found, "last_name", last, ME);
	} else {
		finding_add_name(in->mem, &in->found, json_text(in->mem, profile, "display_name"), ME);
	}
	finding_add_place(in->mem, &in->found, json_text(in->mem, profile, "location"), ME);
	finding_add(in->mem, &in->found, "company", json_text(in->mem, profile, "company"), ME);
	finding_add(in->mem, &in->found, "job_title", json_text(in->mem, profile, "job_title"), ME);
	finding_add_profile(in->mem, &in->found, "gravatar", NULL, json_text(in->mem, profile, "profile_url"), ME);
	read_accounts(in, json_at(profile, "verified_accounts"));
	finding_add_photo(in->mem, &in->found, json_text(in->mem, profile, "avatar_url"), ME);
}

void gravatar_read(struct inquiry *in, const struct reply *reply)
{
	const struct json *profile;

	in->outcome = provider_outcome(in, reply);
	if (reply->status == 403) /* the profile is private: a matter of the person's, not of our key's */
		in->outcome = OUTCOME_NOTHING;
	if (in->outcome != OUTCOME_FOUND)
		return;
	profile = json_read(in->mem, reply->text, reply->length);
	if (profile)
		read_profile(in, profile);
	in->outcome = !profile ? OUTCOME_BROKEN : in->found.count ? OUTCOME_FOUND : OUTCOME_NOTHING;
}
