/* Providers: what they are asked, and what their recorded answers come to. */
#include "unit.h"

#include "outside/inquiry.h"

#include <stdio.h>

#define FIXTURES "tests/stand-in/fixtures/"

static struct inquiry *in;

/* An inquiry of NAME about EMAIL, its first request made. */
static void ask(const char *name, const char *email, const char *key)
{
	const struct provider *provider = provider_named(name);

	in = arena_get(mem, sizeof *in);
	*in = (struct inquiry){ .provider = provider, .mem = mem, .email = inquiry_email(mem, email),
		.hash = inquiry_hash(mem, email), .base = "https://p.example", .key = key, .hook = "" };
	provider->ask(in);
}

static void answer_text(int status, const char *text)
{
	struct reply reply = { .status = status, .type = "application/json", .location = "", .text = text,
		.length = strlen(text) };

	in->next = NULL;
	in->provider->read(in, &reply);
	in->step++;
}

/* The body of fixture NAME; what lies behind the head of an .http one. */
static const char *fixture(const char *name)
{
	char *text = arena_get(mem, 100000), *body;
	FILE *file = fopen(arena_text(mem, FIXTURES "%s", name), "re");

	if (!file)
		fail_msg("%s is not there", name);
	size_t length = fread(text, 1, 99999, file);
	fclose(file);
	text[length] = '\0';
	body = strstr(name, ".http") ? strstr(text, "\n\n") : NULL;
	return body ? body + 2 : text;
}

static void answer(int status, const char *name)
{
	answer_text(status, fixture(name));
}

static const char *all(void)
{
	const char *text = "";

	for (const struct finding *one = in->found.first; one; one = one->next)
		text = text_join(mem, text, "|", one->service ? arena_text(mem, "%s:%s", one->service, one->value) :
			arena_text(mem, "%s=%s", one->field, one->value));
	return text;
}

static void is(const char *what, enum outcome wanted)
{
	same(what, outcome_code(in->outcome), outcome_code(wanted));
}

static void the_hash_is_that_of_the_address_in_small_letters(void **state)
{
	(void)state; /* the vector of Gravatar's documentation */
	same("hash", inquiry_hash(mem, " MyEmailAddress@example.com "),
		"84059b07d4be67b806386c0aad8070a23f18836bbaae342275dc0a83414c32ee");
}

static void gravatar_is_asked_by_hash_and_tells_a_person(void **state)
{
	(void)state;
	ask("gravatar", "Dana.Whitfield@example.com", "secret");
	same("url", in->next->url,
		"https://p.example/profiles/16142c4ad90ac327005193d9505c2b91ca9b4e19aea0c3249111fa02bbe97020");
	same("key", in->next->key, "Authorization: Bearer secret");
	answer(200, "gravatar-profile-200.json");
	is("rich", OUTCOME_FOUND);
	same("found", all(), "first_name=Dana|last_name=Whitfield|city=Cedar Falls|state=IA|company=Fernbank Design Group|"
		"job_title=Senior Landscape Architect|gravatar:danawhitfieldexample|github:danawhitfield-example|"
		"mastodon:danaw|photo=https://0.gravatar.com/avatar/"
		"16142c4ad90ac327005193d9505c2b91ca9b4e19aea0c3249111fa02bbe97020");
}

static void gravatar_without_a_key_gives_the_name_in_one(void **state)
{
	(void)state;
	ask("gravatar", "dana.whitfield@example.com", "");
	same("key", in->next->key, NULL);
	answer(200, "gravatar-profile-200-unauthenticated.json");
	has_part("name", all(), "first_name=Dana|last_name=Whitfield");
}

static void hidden_accounts_are_not_shown(void **state)
{
	(void)state;
	ask("gravatar", "a@example.com", "");
	answer_text(200, "{\"verified_accounts\":[{\"service_type\":\"github\",\"url\":\"https://github.com/a\","
		"\"is_hidden\":true},{\"service_type\":\"tumblr\",\"url\":\"https://tumblr.com/b\",\"is_hidden\":false}]}");
	same("shown", all(), "tumblr:b");
}

static void github_is_asked_three_times(void **state)
{
	(void)state;
	ask("github", "dana.whitfield+x@example.com", "");
	same("search", in->next->url, "https://p.example/search/users?q=dana.whitfield%2Bx%40example.com+in:email&per_page=5");
	answer(200, "github-search-users-200.json");
	same("user", in->next->url, "https://p.example/users/danawhitfield-example");
	answer(200, "github-user-200.json");
	same("accounts", in->next->url, "https://p.example/users/danawhitfield-example/social_accounts");
	is("after two", OUTCOME_FOUND);
	answer(200, "github-user-social-accounts-200.json");
	assert_null(in->next);
	same("found", all(), "first_name=Dana|last_name=Whitfield|city=Cedar Falls|state=IA|company=fernbank-example|"
		"github:danawhitfield-example|twitter:danaw_example|"
		"photo=https://avatars.githubusercontent.com/u/900000001?v=4|mastodon:danaw|linkedin:dana-whitfield-example");
}

static void github_finding_two_finds_nobody(void **state)
{
	(void)state;
	ask("github", "a@example.com", "");
	answer_text(200, "{\"total_count\":2,\"items\":[{\"login\":\"a\"},{\"login\":\"b\"}]}");
	is("two", OUTCOME_NOTHING);
	assert_null(in->next);
}

static void github_keeps_what_it_had_when_the_last_answer_is_bad(void **state)
{
	(void)state;
	ask("github", "dana.whitfield@example.com", "");
	answer(200, "github-search-users-200.json");
	answer(200, "github-user-200.json");
	answer_text(503, "");
	is("kept", OUTCOME_FOUND);
}

static void the_fediverse_is_asked_at_the_address_own_domain(void **state)
{
	(void)state;
	ask("fediverse", "danaw@social.example.com", "");
	same("finger", in->next->url,
		"https://p.example/.well-known/webfinger?resource=acct%3Adanaw%40social.example.com");
	answer(200, "webfinger-200.json");
	same("actor", in->next->url, "https://social.example.com/users/danaw");
	same("kind", in->next->accept, "application/activity+json");
	answer(200, "activitypub-actor-200.json");
	is("actor", OUTCOME_FOUND);
	same("found", all(), "photo=https://social.example.com/avatars/danaw.png|first_name=Dana|last_name=Whitfield|"
		"mastodon:danaw");
}

static void the_fediverse_is_not_asked_at_mail_providers_or_odd_domains(void **state)
{
	static const char *const table[] = { "dana@gmail.com", "dana@localhost", "da na@example.com", "dana@exam/ple.com",
		"dana@example.com:99", "@example.com", "dana@", "dana" };

	(void)state;
	for (size_t i = 0; i < COUNT(table); i++) {
		ask("fediverse", table[i], "");
		holds(table[i], !in->next);
		is(table[i], OUTCOME_NOTHING);
	}
}

static void webfinger_may_send_on_once(void **state)
{
	struct reply reply = { .status = 302, .type = "", .location = "https://elsewhere.example/finger", .text = "" };

	(void)state;
	ask("fediverse", "danaw@social.example.com", "");
	for (int i = 0; i < 2; i++) {
		in->next = NULL;
		in->provider->read(in, &reply);
		in->step++;
		same("sent on", in->next ? in->next->url : NULL, i ? NULL : "https://elsewhere.example/finger");
	}
	is("twice", OUTCOME_NOTHING);
}

static void libravatar_has_a_picture_or_nothing(void **state)
{
	struct reply reply = { .status = 200, .type = "image/png", .location = "", .text = "x", .length = 1 };

	(void)state;
	ask("libravatar", "dana.whitfield@example.com", "");
	in->provider->read(in, &reply);
	same("found", all(), "photo=https://p.example/avatar/"
		"16142c4ad90ac327005193d9505c2b91ca9b4e19aea0c3249111fa02bbe97020?s=512&d=404");
	ask("libravatar", "dana.whitfield@example.com", "");
	reply.type = "text/html";
	in->provider->read(in, &reply);
	is("a page", OUTCOME_BROKEN);
	reply.status = 302;
	in->provider->read(in, &reply);
	is("a picture for everybody", OUTCOME_NOTHING);
}

static void fullcontact_is_told_the_address_and_nothing_else(void **state)
{
	(void)state;
	ask("fullcontact", "Dana.Whitfield@example.com", "secret");
	same("url", in->next->url, "https://p.example/v3/person.enrich");
	same("body", in->next->body, "{\"email\":\"dana.whitfield@example.com\"}");
	same("key", in->next->key, "Authorization: Bearer secret");
	answer(200, "fullcontact-enrich-200.json");
	is("rich", OUTCOME_FOUND);
	same("found", all(), "first_name=Dana|last_name=Whitfield|gender=female|city=Cedar Falls|state=IA|"
		"company=Fernbank Design Group|job_title=Senior Landscape Architect|twitter:danaw_example|"
		"linkedin:dana-whitfield-example|pinterest:danawhitfieldexample|"
		"photo=https://img.example.com/avatars/dana-whitfield.png|"
		"photo=https://img.example.com/avatars/danaw-twitter.png");
}

static void fullcontact_is_asked_again_while_it_queues(void **state)
{
	(void)state;
	ask("fullcontact", "queued@example.com", "secret");
	for (int i = 0; i < 3; i++) {
		answer(202, "fullcontact-202.json");
		is("queued", OUTCOME_QUEUED);
		holds("asked again twice, later", i == 2 ? !in->next : in->next && in->next->after > 0);
	}
}

static void people_data_labs_tells_a_person(void **state)
{
	(void)state;
	ask("peopledata", "dana+x@example.com", "secret");
	same("url", in->next->url, "https://p.example/v5/person/enrich?email=dana%2Bx%40example.com&titlecase=true");
	same("key", in->next->key, "X-Api-Key: secret");
	answer(200, "pdl-200.json");
	has_part("found", all(), "first_name=dana|last_name=whitfield|gender=female|city=cedar falls|state=IA|"
		"company=fernbank design group|job_title=senior landscape architect|linkedin:dana-whitfield-example");
}

static void statuses_mean_the_same_everywhere_but_where_they_do_not(void **state)
{
	static const struct { const char *provider; int status; enum outcome wanted; } table[] = {
		{ "gravatar", 404, OUTCOME_NOTHING }, { "gravatar", 403, OUTCOME_NOTHING }, { "gravatar", 401, OUTCOME_REFUSED },
		{ "gravatar", 429, OUTCOME_BUSY }, { "gravatar", 503, OUTCOME_BROKEN }, { "gravatar", 0, OUTCOME_BROKEN },
		{ "github", 403, OUTCOME_BUSY }, { "github", 422, OUTCOME_NOTHING }, { "github", 302, OUTCOME_BROKEN },
		{ "fediverse", 404, OUTCOME_NOTHING }, { "fediverse", 0, OUTCOME_NOTHING }, { "fediverse", 429, OUTCOME_BUSY },
		{ "libravatar", 404, OUTCOME_NOTHING }, { "libravatar", 500, OUTCOME_BROKEN },
		{ "fullcontact", 401, OUTCOME_REFUSED }, { "fullcontact", 403, OUTCOME_REFUSED },
		{ "fullcontact", 404, OUTCOME_NOTHING }, { "fullcontact", 422, OUTCOME_NOTHING },
		{ "fullcontact", 429, OUTCOME_BUSY }, { "fullcontact", 400, OUTCOME_BROKEN },
		{ "peopledata", 402, OUTCOME_REFUSED }, { "peopledata", 404, OUTCOME_NOTHING },
		{ "peopledata", 429, OUTCOME_BUSY }, { "peopledata", 500, OUTCOME_BROKEN },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(table); i++) {
		ask(table[i].provider, "a@example.com", "secret");
		answer_text(table[i].status, "{\"message\":\"secret\"}");
		is(arena_text(mem, "%s %d", table[i].provider, table[i].status), table[i].wanted);
		assert_int_equal(in->found.count, 0);
	}
}

/* Bodies that are whole, broken or of other kinds than they should be. */
static void no_body_breaks_a_reader(void **state)
{
	static const char *const bodies[] = { "", "{", "null", "true", "[]", "{}", "[null]", "[[]]", "\"text\"", "17",
		"{\"data\":true}", "{\"data\":{\"profiles\":true,\"first_name\":true,\"sex\":[]}}", "{\"items\":{\"0\":1}}",
		"{\"items\":[null]}", "{\"items\":[{\"login\":null}]}", "{\"links\":true}", "{\"links\":[null,7,{\"rel\":3}]}",
		"{\"details\":{\"profiles\":[1,2],\"photos\":{\"a\":1},\"name\":null,\"locations\":\"x\"}}",
		"{\"verified_accounts\":{\"a\":{\"url\":7}}}", "{\"display_name\":{\"a\":[]},\"avatar_url\":12.5}",
		"{\"login\":\"\",\"company\":\"\"}", "{\"company\":\"@\"}", "\xff\xfe", "{\"name\":\"\xff\"}" };

	(void)state;
	for (const struct provider *provider = providers; provider->name; provider++)
		for (size_t i = 0; i < COUNT(bodies); i++) {
			ask(provider->name, "a@example.com", "secret");
			for (int step = 0; step < 3; step++)
				answer_text(200, bodies[i]);
			holds(arena_text(mem, "%s %s", provider->name, bodies[i]), in->outcome != OUTCOME_FOUND ||
				in->found.count > 0);
		}
}

static void scripts_are_kept_as_text_and_never_as_links(void **state)
{
	(void)state;
	ask("fullcontact", "a@example.com", "secret");
	answer_text(200, "{\"organization\":\"<script>alert(1)</script>\",\"twitter\":\"javascript:alert(1)\","
		"\"avatar\":\"data:image/png;base64,AA\",\"details\":{\"profiles\":{\"<b>\":{\"url\":\"vbscript:x\","
		"\"username\":\"x\"}}}}");
	same("found", all(), "company=<script>alert(1)</script>");
}

static void every_provider_has_a_label(void **state)
{
	(void)state;
	for (const struct provider *provider = providers; provider->name; provider++)
		assert_non_null(provider_label(provider));
	assert_null(provider_named("nobody"));
}

#define T(name) cmocka_unit_test_setup_teardown(name, memory_begin, memory_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(the_hash_is_that_of_the_address_in_small_letters), T(gravatar_is_asked_by_hash_and_tells_a_person),
		T(gravatar_without_a_key_gives_the_name_in_one), T(hidden_accounts_are_not_shown),
		T(github_is_asked_three_times), T(github_finding_two_finds_nobody),
		T(github_keeps_what_it_had_when_the_last_answer_is_bad),
		T(the_fediverse_is_asked_at_the_address_own_domain),
		T(the_fediverse_is_not_asked_at_mail_providers_or_odd_domains), T(webfinger_may_send_on_once),
		T(libravatar_has_a_picture_or_nothing), T(fullcontact_is_told_the_address_and_nothing_else),
		T(fullcontact_is_asked_again_while_it_queues), T(people_data_labs_tells_a_person),
		T(statuses_mean_the_same_everywhere_but_where_they_do_not), T(no_body_breaks_a_reader),
		T(scripts_are_kept_as_text_and_never_as_links), T(every_provider_has_a_label),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
