/* FullContact Person Enrich v3 (docs.fullcontact.com): one POST. It may answer "queued": then it is asked again a
 * little later, and may send its answer to our hook. What it sells beyond the fields read here is not kept: enriched
 * data must not reach financing (FCRA, 15 U.S.C. 1681). */
#include "base/json.h"
#include "outside/provider.h"

#define ME "FullContact"
enum { TRIES = 3, PAUSE = 900 };

static void post(struct inquiry *in, unsigned after)
{
	struct ask *ask = provider_get(in, arena_text(in->mem, "%s/v3/person.enrich", in->base), "application/json");

	ask->key = arena_text(in->mem, "Authorization: Bearer %s", in->key);
	ask->body = json_write(in->mem, WITH({ "email", in->email }, { "webhookUrl", in->hook }));
	ask->after = after;
}

void fullcontact_ask(struct inquiry *in)
{
	post(in, 0);
}

static void read_profiles(struct inquiry *in, const struct json *person)
{
	const struct json *profiles = json_at(person, "details.profiles"), *one;
	const char *service;
	static const char *const plain[] = { "twitter", "linkedin", "facebook", NULL };

	for (size_t at = 0; (one = json_item(profiles, at, &service)); at++)
		finding_add_profile(in->mem, &in->found, service, json_text(in->mem, one, "username"),
			json_text(in->mem, one, "url"), ME);
	for (const char *const *name = plain; *name; name++)
		finding_add_profile(in->mem, &in->found, *name, NULL, json_text(in->mem, person, *name), ME);
}

static void read_pictures(struct inquiry *in, const struct json *person)
{
	const struct json *photos = json_at(person, "details.photos"), *one;

	finding_add_photo(in->mem, &in->found, json_text(in->mem, person, "avatar"), ME);
	for (size_t at = 0; at < 4 && (one = json_item(photos, at, NULL)); at++)
		finding_add_photo(in->mem, &in->found, json_text(in->mem, one, "value"), ME);
}

static void read_name(struct inquiry *in, const struct json *person)
{
	const char *given = json_text(in->mem, person, "details.name.given");
	const char *family = json_text(in->mem, person, "details.name.family");

	if (given || family) {
		finding_add(in->mem, &in->found, "first_name", given, ME);
		finding_add(in->mem, &in->found, "last_name", family, ME);
	} else {
		finding_add_name(in->mem, &in->found, json_text(in->mem, person, "fullName"), ME);
	}
}

static void read_place(struct inquiry *in, const struct json *person)
{
	const char *region = json_text(in->mem, person, "details.locations.0.regionCode");

	if (json_text(in->mem, person, "details.locations.0.city")) {
		finding_add(in->mem, &in->found, "city", json_text(in->mem, person, "details.locations.0.city"), ME);
		finding_add(in->mem, &in->found, "state",
			region ? region : json_text(in->mem, person, "details.locations.0.region"), ME);
	} else {
		finding_add_place(in->mem, &in->found, json_text(in->mem, person, "location"), ME);
	}
}

static void read_person(struct inquiry *in, const struct json *person)
{
	read_name(in, person);
	finding_add(in->mem, &in->found, "gender", json_text(in->mem, person, "gender"), ME);
	read_place(in, person);
	finding_add(in->mem, &in->found, "company", json_text(in->mem, person, "organization"), ME);
	finding_add(in->mem, &in->found, "job_title", json_text(in->mem, person, "title"), ME);
	read_profiles(in, person);
	read_pictures(in, person);
}

void fullcontact_read(struct inquiry *in, const struct reply *reply)
{
	const struct json *person;

	in->outcome = provider_outcome(in, reply);
	if (in->outcome == OUTCOME_QUEUED && in->step + 1 < TRIES)
		post(in, PAUSE);
	if (in->outcome != OUTCOME_FOUND)
		return;
	person = json_read(in->mem, reply->text, reply->length);
	if (person)
		read_person(in, person);
	in->outcome = !person ? OUTCOME_BROKEN : in->found.count ? OUTCOME_FOUND : OUTCOME_NOTHING;
}
