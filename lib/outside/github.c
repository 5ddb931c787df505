/* GitHub's users (docs.github.com, REST 2022-11-28): who shows this address, then what that person shows. */
#include "base/json.h"
#include "outside/provider.h"

#define ME "GitHub"
#define KIND "application/vnd.github+json"

static void get(struct inquiry *in, const char *url)
{
	struct ask *ask = provider_get(in, url, KIND);

	if (*in->key)
		ask->key = arena_text(in->mem, "Authorization: Bearer %s", in->key);
}

void github_ask(struct inquiry *in)
{
	get(in, arena_text(in->mem, "%s/search/users?q=%s+in:email&per_page=5", in->base, text_encoded(in->mem, in->email)));
}

/* Who was found. More than one would be a guess. */
static void read_search(struct inquiry *in, const struct json *search)
{
	const char *login = json_text(in->mem, search, "items.0.login");

	if (json_at(search, "items.1") || !login || strlen(login) > 80)
		return;
	get(in, arena_text(in->mem, "%s/users/%s", in->base, text_encoded(in->mem, login)));
}

static void read_user(struct inquiry *in, const struct json *user)
{
	const char *login = json_text(in->mem, user, "login"), *company = json_text(in->mem, user, "company");
	const char *twitter = json_text(in->mem, user, "twitter_username");

	finding_add_name(in->mem, &in->found, json_text(in->mem, user, "name"), ME);
	finding_add_place(in->mem, &in->found, json_text(in->mem, user, "location"), ME);
	if (company)
		finding_add(in->mem, &in->found, "company", company + (*company == '@'), ME);
	finding_add_profile(in->mem, &in->found, "github", login, json_text(in->mem, user, "html_url"), ME);
	if (twitter)
		finding_add_profile(in->mem, &in->found, "twitter", twitter,
			arena_text(in->mem, "https://twitter.com/%s", text_encoded(in->mem, twitter)), ME);
	finding_add_photo(in->mem, &in->found, json_text(in->mem, user, "avatar_url"), ME);
	if (login && strlen(login) <= 80)
		get(in, arena_text(in->mem, "%s/users/%s/social_accounts", in->base, text_encoded(in->mem, login)));
}

static void read_accounts(struct inquiry *in, const struct json *accounts)
{
	const struct json *one;

	for (size_t at = 0; (one = json_item(accounts, at, NULL)); at++)
		finding_add_profile(in->mem, &in->found, json_text(in->mem, one, "provider"), NULL,
			json_text(in->mem, one, "url"), ME);
}

void github_read(struct inquiry *in, const struct reply *reply)
{
	static void (*const steps[])(struct inquiry *, const struct json *) = { read_search, read_user, read_accounts };
	enum outcome outcome = provider_outcome(in, reply);
	const struct json *json;

	if (reply->status == 403) { /* the search is used up for this minute */
		outcome = OUTCOME_BUSY;
		in->wait = in->wait ? in->wait : 60;
	}
	json = outcome == OUTCOME_FOUND ? json_read(in->mem, reply->text, reply->length) : NULL;
	if (json && in->step < 3)
		steps[in->step](in, json);
	if (in->found.count)
		in->outcome = OUTCOME_FOUND; /* also when the last of the three answers was bad */
	else if (outcome == OUTCOME_FOUND)
		in->outcome = json ? OUTCOME_NOTHING : OUTCOME_BROKEN;
	else
		in->outcome = outcome;
}
