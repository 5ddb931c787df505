/* The fediverse: WebFinger (RFC 7033) at the address's own domain, then the ActivityPub actor it names. The domain is
 * what a customer typed and the actor's link what a stranger's server says, so fetch.c looks at both. */
#include "base/json.h"
#include "outside/provider.h"

#define ME "Fediverse"

/* Their servers know no accounts by mail address. */
static const char *const mail_only[] = { "gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "live.com",
	"msn.com", "yahoo.com", "ymail.com", "aol.com", "icloud.com", "me.com", "mac.com", "comcast.net", "verizon.net",
	"att.net", "sbcglobal.net", "bellsouth.net", "cox.net", "charter.net", "gmx.com", "proton.me",
	"protonmail.com", NULL };

static bool is_mail_only(const char *domain)
{
	for (const char *const *known = mail_only; *known; known++)
		if (!strcmp(*known, domain))
			return true;
	return false;
}

/* Letters, digits and what addresses have beside them; all else would have to be encoded, and is rare. */
static bool is_plain(const char *text)
{
	return *text && !text[strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789.-_+")];
}

void fediverse_ask(struct inquiry *in)
{
	const char *at = strchr(in->email, '@'), *domain = at ? at + 1 : "", *base = in->base, *local, *plus;

	local = arena_copy(in->mem, in->email, (size_t)(at ? at - in->email : 0));
	in->outcome = OUTCOME_NOTHING;
	if (!is_plain(local) || !is_plain(domain) || !strchr(domain, '.') || is_mail_only(domain))
		return;
	if (!*base)
		base = arena_text(in->mem, "https://%s", domain);
	plus = strchr(local, '+'); /* nobody's account has one */
	if (plus)
		local = arena_copy(in->mem, local, (size_t)(plus - local));
	provider_get(in, arena_text(in->mem, "%s/.well-known/webfinger?resource=acct%%3A%s%%40%s", base, local, domain),
		"application/jrd+json");
}

static const char *host_of(struct arena *mem, const char *url)
{
	const char *host = strstr(url, "://");

	return host ? arena_copy(mem, host + 3, strcspn(host + 3, "/?#")) : "";
}

/* The link of the first LINKS entry with REL and, unless NULL, TYPE. */
static const char *link_of(struct inquiry *in, const struct json *links, const char *rel, const char *type)
{
	const struct json *one;

	for (size_t at = 0; (one = json_item(links, at, NULL)); at++)
		if (text_same(json_text(in->mem, one, "rel"), rel) &&
		    (!type || text_same(json_text(in->mem, one, "type"), type)))
			return json_text(in->mem, one, "href");
	return NULL;
}

static void read_finger(struct inquiry *in, const struct json *finger)
{
	const struct json *links = json_at(finger, "links");
	const char *actor = finding_link(in->mem, link_of(in, links, "self", "application/activity+json"));

	finding_add_photo(in->mem, &in->found, link_of(in, links, "http://webfinger.net/rel/avatar", NULL), ME);
	if (actor)
		provider_get(in, actor, "application/activity+json");
	else
		finding_add_profile(in->mem, &in->found, "fediverse", NULL,
			link_of(in, links, "http://webfinger.net/rel/profile-page", NULL), ME);
}

static void read_actor(struct inquiry *in, const struct json *actor)
{
	const char *url = json_text(in->mem, actor, "url"), *user = json_text(in->mem, actor, "preferredUsername");
	const char *page = finding_link(in->mem, url);

	finding_add_name(in->mem, &in->found, json_text(in->mem, actor, "name"), ME);
	finding_add_photo(in->mem, &in->found, json_text(in->mem, actor, "icon.url"), ME);
	if (page && user)
		finding_add_profile(in->mem, &in->found, "mastodon", user, page, ME);
	else
		finding_add_profile(in->mem, &in->found, "fediverse", page ? host_of(in->mem, page) : NULL, page, ME);
}

/* A domain may send WebFinger on to another one (RFC 7033, 4.2): once, and fetch.c holds it to https and public hosts. */
static bool is_sent_on(struct inquiry *in, const struct reply *reply)
{
	if (reply->status < 301 || reply->status > 308 || in->step || !*reply->location)
		return false;
	provider_get(in, reply->location, "application/jrd+json");
	return true;
}

void fediverse_read(struct inquiry *in, const struct reply *reply)
{
	const struct json *json;

	in->outcome = OUTCOME_NOTHING; /* a domain without such a server is the usual case, however it says so */
	if (is_sent_on(in, reply))
		return;
	if (reply->status == 429)
		in->outcome = provider_outcome(in, reply);
	json = reply->status == 200 ? json_read(in->mem, reply->text, reply->length) : NULL;
	if (json && json_at(json, "links"))
		read_finger(in, json);
	else if (json)
		read_actor(in, json);
	if (in->found.count)
		in->outcome = OUTCOME_FOUND;
}
