/* People Data Labs Person Enrichment v5 (docs.peopledatalabs.com): one GET. On some plans a member is `true` ("we have
 * it") in place of a text, which json_text() takes for nothing. The same rule holds as for FullContact: nothing is
 * kept that is not read here. */
#include "base/json.h"
#include "outside/provider.h"

#define ME "People Data Labs"

void peopledata_ask(struct inquiry *in)
{
	struct ask *ask = provider_get(in, arena_text(in->mem, "%s/v5/person/enrich?email=%s&titlecase=true", in->base,
		text_encoded(in->mem, in->email)), "application/json");

	ask->key = arena_text(in->mem, "X-Api-Key: %s", in->key);
}

static void read_profiles(struct inquiry *in, const struct json *person)
{
	const struct json *profiles = json_at(person, "profiles"), *one;

	for (size_t at = 0; (one = json_item(profiles, at, NULL)); at++)
		finding_add_profile(in->mem, &in->found, json_text(in->mem, one, "network"),
			json_text(in->mem, one, "username"), json_text(in->mem, one, "url"), ME);
}

static void read_person(struct inquiry *in, const struct json *person)
{
	static const struct { const char *field, *member; } texts[] = {
		{ "first_name", "first_name" }, { "middle_name", "middle_name" }, { "last_name", "last_name" },
		{ "gender", "sex" }, { "city", "location_locality" }, { "state", "location_region" },
		{ "company", "job_company_name" }, { "job_title", "job_title" },
	};

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		finding_add(in->mem, &in->found, texts[i].field, json_text(in->mem, person, texts[i].member), ME);
	read_profiles(in, person);
}

void peopledata_read(struct inquiry *in, const struct reply *reply)
{
	const struct json *answer;

	in->outcome = provider_outcome(in, reply);
	if (in->outcome != OUTCOME_FOUND)
		return;
	answer = json_read(in->mem, reply->text, reply->length);
	if (answer)
		read_person(in, json_at(answer, "data"));
	in->outcome = !answer ? OUTCOME_BROKEN : in->found.count ? OUTCOME_FOUND : OUTCOME_NOTHING;
}
