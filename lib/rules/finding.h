/* What a look-up found about a customer: one value or link a finding, with who says so. Texts of strangers: tidied
 * here, escaped by the page, held against the field tables before they are offered. Pure. */
#ifndef RULES_FINDING_H
#define RULES_FINDING_H

#include "base/text.h"

/* How a question to a provider ended. */
enum outcome {
	OUTCOME_FOUND,
	OUTCOME_NOTHING, /* it knows nobody with this address, or shows nothing */
	OUTCOME_QUEUED,  /* it searches on and answers later */
	OUTCOME_LATE,    /* no whole answer in time */
	OUTCOME_BUSY,    /* it has had enough questions for now */
	OUTCOME_REFUSED, /* it does not take our key: for the administrator */
	OUTCOME_BROKEN,  /* it could not be reached, or answered nonsense */
	OUTCOME_RESTING, /* it failed so often that it is not asked for a while */
	OUTCOMES
};

struct finding {
	const char *field;   /* a field of the customer, "city", "state", "profile" or "photo" */
	const char *value;   /* what stands there; the handle of a profile; the link of an image */
	const char *service; /* of a profile, in small letters: "linkedin" */
	const char *link;    /* of a profile, http or https only */
	const char *source;  /* labels of the providers that say so, with commas between */
	const char *folded;  /* how VALUE is compared; finding.c makes it, once */
	struct finding *next;
};

/* A list being made; starts as { 0 }. */
struct findings {
	struct finding *first, *last;
	unsigned count;
};

/* Adds that SOURCE says VALUE for FIELD; tidied, a gender or state as its code, and left out when nothing is left, it is
 * longer than 200 bytes or there are 60 already. The same value from another source adds to that finding. In MEM. */
void finding_add(struct arena *mem, struct findings *list, const char *field, const char *value, const char *source);

/* The same for a whole name of which no parts are known: "Dana R Whitfield" is a first and a last name. */
void finding_add_name(struct arena *mem, struct findings *list, const char *name, const char *source);

/* The same for a place in words: "Cedar Falls, Iowa, USA" is a city and, when it is a known one, a state. */
void finding_add_place(struct arena *mem, struct findings *list, const char *place, const char *source);

/* The same for an account: its SERVICE, HANDLE (NULL: the last part of the link) and LINK, which may lack a scheme.
 * Left out without a good link. */
void finding_add_profile(struct arena *mem, struct findings *list, const char *service, const char *handle,
	const char *link, const char *source);

/* The same for an image at LINK (https). */
void finding_add_photo(struct arena *mem, struct findings *list, const char *link, const char *source);

/* Adds all of MORE to LIST. */
void finding_merge(struct arena *mem, struct findings *list, const struct finding *more);

/* What tells a finding from all others in the same list, 16 hexadecimal digits. In MEM. */
const char *finding_key(struct arena *mem, const struct finding *finding);

/* LINK as it may stand in a page: http or https with a named host, at most 500 bytes, nothing that could be taken
 * for something else; https:// in front when it has no scheme. NULL when it cannot. In MEM. */
const char *finding_link(struct arena *mem, const char *link);

/* The findings as one text to be kept, and back. What is no such text gives none. In MEM. */
const char *finding_pack(struct arena *mem, const struct finding *first);
struct findings finding_unpack(struct arena *mem, const char *packed);

/* OUTCOME as it is kept ("found", "late" ...), and back (OUTCOME_BROKEN for what is none). */
const char *outcome_code(enum outcome outcome);
enum outcome outcome_of(const char *code);

#endif
