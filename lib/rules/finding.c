/* Findings: tidying what strangers' answers say. What is asked is lib/outside's, what is accepted
 * domain/customer/social.c's. */
#include "rules/finding.h"

#include "base/buffer.h"
#include "base/fold.h"
#include "base/secret.h"
#include "rules/check.h"
#include "rules/vocab.h"

#include <ctype.h>

enum { TEXT_MAX = 200, LINK_MAX = 500, FINDINGS_MAX = 60 };

static const char *const codes[OUTCOMES] = {
	[OUTCOME_FOUND] = "found",
	[OUTCOME_NOTHING] = "nothing",
	[OUTCOME_QUEUED] = "queued",
	[OUTCOME_LATE] = "late",
	[OUTCOME_BUSY] = "busy",
	[OUTCOME_REFUSED] = "refused",
	[OUTCOME_BROKEN] = "broken",
	[OUTCOME_RESTING] = "resting",
};

const char *outcome_code(enum outcome outcome)
{
	return codes[outcome];
}

enum outcome outcome_of(const char *code)
{
	for (int i = 0; i < OUTCOMES; i++)
		if (text_same(codes[i], code))
			return (enum outcome)i;
	return OUTCOME_BROKEN;
}

/* TEXT tidied; NULL when nothing is left, it is longer than anybody would type, or reads otherwise than it is. */
static const char *tidy(struct arena *mem, const char *text)
{
	text = text ? text_trim(mem, text) : "";
	return *text && strlen(text) <= TEXT_MAX && !text_disguised(text) ? text : NULL;
}

/* The value of FINDING as it is compared: without case and accents; as it is when nothing would be left, and the link of an
 * image. */
static const char *folded(struct arena *mem, const struct finding *finding)
{
	if (finding->folded)
		return finding->folded;
	return strcmp(finding->field, "photo") ? text_or(fold(mem, finding->value), finding->value) : finding->value;
}

/* Profiles are the same by service and handle, images by their link, all else by value. */
static bool is_same(const struct finding *a, const struct finding *b)
{
	return !strcmp(a->field, b->field) && text_same(a->service, b->service) && !strcmp(a->folded, b->folded);
}

static void add(struct arena *mem, struct findings *list, struct finding made)
{
	struct finding *finding;

	made.folded = folded(mem, &made);
	for (finding = list->first; finding; finding = finding->next)
		if (is_same(finding, &made)) {
			if (!strstr(finding->source, made.source))
				finding->source = text_join(mem, finding->source, ", ", made.source);
			return;
		}
	if (list->count >= FINDINGS_MAX)
		return;
	finding = arena_get(mem, sizeof *finding);
	*finding = made;
	finding->next = NULL;
	if (list->last)
		list->last->next = finding;
	else
		list->first = finding;
	list->last = finding;
	list->count++;
}

/* The code of the term of LIST that TEXT names by label or code; NULL for none. */
static const char *code_of(const char *list, const char *text)
{
	for (const struct vocab_term *term = vocab_first(list); term; term = vocab_next(term))
		if (!strcasecmp(term->label, text) || !strcasecmp(term->code, text))
			return term->code;
	return NULL;
}

void finding_add(struct arena *mem, struct findings *list, const char *field, const char *value, const char *source)
{
	value = tidy(mem, value);
	if (value && !strcmp(field, "gender"))
		value = code_of(field, value);
	if (value && !strcmp(field, "state") && check_state(mem, &value))
		return;
	if (value)
		add(mem, list, (struct finding){ .field = field, .value = value, .source = source });
}

void finding_add_name(struct arena *mem, struct findings *list, const char *name, const char *source)
{
	const char *blank, *last;

	name = tidy(mem, name);
	blank = name ? strchr(name, ' ') : NULL;
	last = name ? strrchr(name, ' ') : NULL;
	if (!blank)
		return; /* one word may be a nickname */
	finding_add(mem, list, "first_name", arena_copy(mem, name, (size_t)(blank - name)), source);
	finding_add(mem, list, "last_name", last + 1, source);
}

void finding_add_place(struct arena *mem, struct findings *list, const char *place, const char *source)
{
	const char *comma, *end;

	place = tidy(mem, place);
	comma = place ? strchr(place, ',') : NULL;
	if (!comma)
		return; /* one word may be a city, a country or a joke */
	end = comma + 1 + strcspn(comma + 1, ",");
	const char *state = text_trim(mem, arena_copy(mem, comma + 1, (size_t)(end - comma - 1)));
	if (check_state(mem, &state))
		return;
	finding_add(mem, list, "city", arena_copy(mem, place, (size_t)(comma - place)), source);
	finding_add(mem, list, "state", state, source);
}

/* Whether TEXT may be the host of a link: names with dots; no user, no number in place of a name. */
static bool is_host(const char *text, size_t length)
{
	bool dot = false, letter = false;

	for (size_t i = 0; i < length; i++) {
		unsigned char c = (unsigned char)text[i];
		if (c == ':' && i) /* a port */
			break;
		if (!isalnum(c) && c != '-' && c != '.')
			return false;
		dot = dot || c == '.';
		letter = letter || isalpha(c);
	}
	return letter && (dot || !strncasecmp(text, "localhost", 9));
}

const char *finding_link(struct arena *mem, const char *link)
{
	const char *host, *colon;

	link = link ? text_trim(mem, link) : "";
	if (!*link || strlen(link) > LINK_MAX || strpbrk(link, " \"'<>\\`{}|^"))
		return NULL;
	if (!strncasecmp(link, "https://", 8)) {
		host = link + 8;
	} else if (!strncasecmp(link, "http://", 7)) {
		host = link + 7;
	} else {
		colon = strchr(link, ':');
		if (colon && colon < link + strcspn(link, "/?#"))
			return NULL; /* another scheme, or a user */
		link = arena_text(mem, "https://%s", link);
		host = link + 8;
	}
	return is_host(host, strcspn(host, "/?#")) ? link : NULL;
}

/* The last part of a link's path without the signs in front that some services write. */
static const char *handle_of(struct arena *mem, const char *link)
{
	const char *path = strchr(strstr(link, "://") + 3, '/'), *end, *start;

	if (!path)
		return NULL;
	end = path + strcspn(path, "?#");
	while (end > path && end[-1] == '/')
		end--;
	for (start = end; start > path && start[-1] != '/';)
		start--;
	while (start < end && *start == '@')
		start++;
	return start < end ? arena_copy(mem, start, (size_t)(end - start)) : NULL;
}

void finding_add_profile(struct arena *mem, struct findings *list, const char *service, const char *handle,
	const char *link, const char *source)
{
	char *small;

	link = finding_link(mem, link);
	service = tidy(mem, service);
	if (!link || !service || strlen(service) > 40)
		return;
	handle = tidy(mem, text_empty(handle) ? handle_of(mem, link) : handle);
	if (!handle || strlen(handle) > 120)
		return;
	small = arena_copy(mem, service, strlen(service));
	for (char *c = small; *c; c++)
		*c = (char)tolower((unsigned char)*c);
	add(mem, list, (struct finding){ .field = "profile", .value = handle, .service = small, .link = link,
		.source = source });
}

void finding_add_photo(struct arena *mem, struct findings *list, const char *link, const char *source)
{
	link = finding_link(mem, link);
	if (link && !strncasecmp(link, "https://", 8))
		add(mem, list, (struct finding){ .field = "photo", .value = link, .source = source });
}

void finding_merge(struct arena *mem, struct findings *list, const struct finding *more)
{
	for (; more; more = more->next)
		add(mem, list, *more);
}

const char *finding_key(struct arena *mem, const struct finding *finding)
{
	const char *all = arena_text(mem, "%s\n%s\n%s", finding->field, text_or(finding->service, ""),
		folded(mem, finding));

	return arena_copy(mem, secret_hash(mem, "finding", all), 16);
}

/* Tidied texts have neither tabs nor line ends, so these separate. */
const char *finding_pack(struct arena *mem, const struct finding *first)
{
	struct buffer all = { .mem = mem };

	for (; first; first = first->next)
		buffer_put(&all, arena_text(mem, "%s\t%s\t%s\t%s\t%s\n", first->field, first->value,
			text_or(first->service, ""), text_or(first->link, ""), first->source));
	return buffer_text(&all);
}

/* The text before the next END at *AT, which moves behind it; NULL when there is none. */
static const char *part(struct arena *mem, const char **at, char end)
{
	const char *start = *at, *stop = strchr(start, end);

	if (!stop)
		return NULL;
	*at = stop + 1;
	return arena_copy(mem, start, (size_t)(stop - start));
}

struct findings finding_unpack(struct arena *mem, const char *packed)
{
	struct findings list = { 0 };
	const char *at = text_or(packed, "");

	while (*at) {
		struct finding made = { 0 };
		made.field = part(mem, &at, '\t');
		made.value = made.field ? part(mem, &at, '\t') : NULL;
		made.service = made.value ? part(mem, &at, '\t') : NULL;
		made.link = made.service ? part(mem, &at, '\t') : NULL;
		made.source = made.link ? part(mem, &at, '\n') : NULL;
		if (!made.source)
			break;
		made.service = text_empty(made.service) ? NULL : made.service;
		made.link = text_empty(made.link) ? NULL : made.link;
		add(mem, &list, made);
	}
	return list;
}
