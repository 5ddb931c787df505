/* Answers as long as fetch.c takes them, made to cost as much as they can: reading one takes little work and memory. A
 * reader that needs more than a second of the processor or 64 MB ends its child, whatever else the machine does. */
#include "unit.h"

#include "base/buffer.h"
#include "base/json.h"
#include "outside/inquiry.h"

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#ifdef __SANITIZE_ADDRESS__
enum { MEMORY_MAX = 0 }; /* the sanitizer wants terabytes of addresses for itself */
#else
enum { MEMORY_MAX = 64 * 1024 * 1024 };
#endif

enum { ANSWER_MAX = 256 * 1024, STEPS = 3 };

/* FRONT, then as many of ONE as have room, each # in it its number and BETWEEN them, then BACK. */
struct shape {
	const char *name, *front, *one, *between, *back;
};

/* An account whose handle is ten times as long when it is folded. */
#define GROWS "\uFDFA\uFDFA\uFDFA\uFDFA\uFDFA\uFDFA\uFDFA\uFDFA\uFDFA\uFDFA"
#define ACCOUNT "{\"provider\":\"a\",\"network\":\"a\",\"service_type\":\"a\",\"url\":\"h.co/" GROWS GROWS GROWS "#\"}"

static const struct shape shapes[] = {
	{ "github's accounts", "[", ACCOUNT, ",", "]" },
	{ "gravatar's accounts", "{\"verified_accounts\":[", ACCOUNT, ",", "]}" },
	{ "people data's profiles", "{\"data\":{\"profiles\":[", ACCOUNT, ",", "]}}" },
	{ "fullcontact's profiles", "{\"details\":{\"profiles\":{", "\"s#\":{\"url\":\"h.co/#\"}", ",", "}}}" },
	{ "members in place of github's list", "{", "\"#\":0", ",", "}" },
	{ "members in place of gravatar's list", "{\"verified_accounts\":{", "\"#\":0", ",", "}}" },
	{ "members in place of people data's list", "{\"data\":{\"profiles\":{", "\"#\":0", ",", "}}}" },
	{ "members of fullcontact's profiles", "{\"details\":{\"profiles\":{", "\"#\":0", ",", "}}}" },
	{ "members in place of the fediverse's list", "{\"links\":{", "\"#\":0", ",", "}}" },
	{ "pictures", "{\"details\":{\"photos\":[", "{\"value\":\"https://h.co/#\"}", ",", "]}}" },
	{ "empty objects", "[", "{}", ",", "]" },
	{ "empty lists", "{\"links\":[", "[]", ",", "]}" },
	{ "small numbers", "[", "0", ",", "]" },
	{ "lists in lists", "", "[", "", "" },
	{ "a long name", "{\"name\":\"a ", "b", "", "\"}" },
	{ "a long link", "{\"avatar_url\":\"https://h.co/", "a", "", "\"}" },
};

/* The body of SHAPE with COUNT of its ones at most. */
static const char *body_of(const struct shape *shape, unsigned count)
{
	struct buffer text = { .mem = mem };

	buffer_put(&text, shape->front);
	for (unsigned i = 0; i < count && text.length < ANSWER_MAX - 200; i++) {
		buffer_put(&text, i ? shape->between : "");
		for (const char *at = shape->one; *at; at++)
			if (*at == '#')
				buffer_put(&text, text_of_number(mem, i));
			else
				buffer_add(&text, at, 1);
	}
	buffer_put(&text, shape->back);
	return buffer_text(&text);
}

static void read_all(const struct provider *provider, const char *body)
{
	struct arena *own = arena_new();
	struct inquiry in = { .provider = provider, .mem = own, .email = "dana@example.com", .hash = "00",
		.base = "https://p.example", .key = "k", .hook = "" };
	struct reply reply = { .status = 200, .type = "application/json", .location = "", .text = body,
		.length = strlen(body) };

	for (in.step = 0; in.step < STEPS; in.step++)
		provider->read(&in, &reply);
	arena_free(own);
}

static void limit(__rlimit_resource_t what, rlim_t most)
{
	const struct rlimit limits = { most, most };

	if (setrlimit(what, &limits))
		_exit(3);
}

/* What this process has of addresses. */
static rlim_t memory_now(void)
{
	unsigned long pages = 0;
	FILE *file = fopen("/proc/self/statm", "re");

	if (!file || fscanf(file, "%lu", &pages) != 1)
		_exit(3);
	fclose(file);
	return (rlim_t)pages * (rlim_t)sysconf(_SC_PAGESIZE);
}

/* Whether a child that may take this much comes to its end. */
static bool is_cheap(const struct provider *provider, const char *body)
{
	int status = 0;
	pid_t child = fork();

	if (!child) {
		limit(RLIMIT_CORE, 0);
		limit(RLIMIT_CPU, 1);
		if (MEMORY_MAX)
			limit(RLIMIT_AS, memory_now() + MEMORY_MAX);
		read_all(provider, body);
		_exit(0);
	}
	assert_true(child > 0 && waitpid(child, &status, 0) == child);
	return status == 0;
}

static void an_answer_made_to_be_expensive_is_cheap(void **state)
{
	const char *expensive = NULL;

	(void)state;
	for (size_t i = 0; i < COUNT(shapes); i++) {
		const char *body = body_of(&shapes[i], ANSWER_MAX);
		for (const struct provider *provider = providers; provider->name; provider++)
			if (!is_cheap(provider, body))
				expensive = text_join(mem, expensive, ", ",
					arena_text(mem, "%s read by %s", shapes[i].name, provider->name));
	}
	same("took too much", expensive, NULL);
}

static void of_lists_and_objects_the_first_hundred_are_read(void **state)
{
	static const struct shape tried[] = { { "list", "[", "#", ",", "]" }, { "object", "{", "\"#\":#", ",", "}" } };

	(void)state;
	for (size_t i = 0; i < COUNT(tried); i++)
		for (unsigned there = JSON_ITEMS_MAX - 1; there <= JSON_ITEMS_MAX + 1; there++) {
			const char *body = body_of(&tried[i], there);
			const struct json *json = json_read(mem, body, strlen(body));
			unsigned count = 0;
			while (json_item(json, count, NULL))
				count++;
			assert_int_equal(count, there < JSON_ITEMS_MAX ? there : JSON_ITEMS_MAX);
		}
}

static void what_holds_more_values_than_anybody_sends_is_not_read(void **state)
{
	static const struct shape list = { "list", "[", "0", ",", "]" };
	const char *most = body_of(&list, JSON_VALUES_MAX - 1), *more = body_of(&list, JSON_VALUES_MAX);

	(void)state;
	assert_non_null(json_read(mem, most, strlen(most)));
	assert_null(json_read(mem, more, strlen(more)));
}

#define T(name) cmocka_unit_test_setup_teardown(name, memory_begin, memory_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(an_answer_made_to_be_expensive_is_cheap), T(of_lists_and_objects_the_first_hundred_are_read),
		T(what_holds_more_values_than_anybody_sends_is_not_read),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
