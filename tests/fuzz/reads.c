/* A provider's read() on any bytes, as the answer to each of its steps: it says "found" only with findings, every link
 * is http or https, every text is short, and what is packed comes back. PROVIDER names it when this is built. */
#include "fuzz.h"

#include "outside/provider.h"

static void is_link(const char *link)
{
	MUST(!strncasecmp(link, "http://", 7) || !strncasecmp(link, "https://", 8));
	MUST(strlen(link) <= 510 && !strpbrk(link, "\"'<> "));
}

static void is_finding(const struct finding *one)
{
	MUST(*one->value && strlen(one->value) <= 510 && !strpbrk(one->value, "\t\n\r"));
	if (one->link)
		is_link(one->link);
	if (!strcmp(one->field, "photo"))
		is_link(one->value);
	MUST(!strcmp(one->field, "profile") == (one->link != NULL));
}

static void answer(struct inquiry *in, const uint8_t *bytes, size_t size)
{
	/* the first byte chooses the status */
	static const int statuses[] = { 200, 200, 200, 200, 302, 404, 429, 503 };
	char *text = arena_copy(in->mem, (const char *)bytes + (size > 0), size - (size > 0));
	struct reply reply = { .status = size ? statuses[bytes[0] % 8] : 0, .type = "image/png", .location = text,
		.text = text, .length = size - (size > 0) };

	in->provider->read(in, &reply);
	in->step++;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	struct arena *mem = arena_new();
	struct inquiry in = { .provider = provider_named(PROVIDER), .mem = mem, .email = "dana@example.com",
		.hash = "00", .base = "https://p.example", .key = "k", .hook = "" };

	in.provider->ask(&in);
	for (int step = 0; step < 3; step++) {
		in.next = NULL;
		answer(&in, bytes, size);
	}
	MUST(in.outcome != OUTCOME_FOUND || in.found.count);
	MUST(in.found.count <= 60);
	for (const struct finding *one = in.found.first; one; one = one->next)
		is_finding(one);
	MUST(finding_unpack(mem, finding_pack(mem, in.found.first)).count == in.found.count);
	arena_free(mem);
	return 0;
}
