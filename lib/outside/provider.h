/* Who can be asked about an e-mail address. A provider is a row of provider.c and a file of its own; its ask() and read()
 * are pure, so tests feed them what was once answered, and the fuzzer what never was. */
#ifndef OUTSIDE_PROVIDER_H
#define OUTSIDE_PROVIDER_H

#include "rules/finding.h"

/* One request. */
struct ask {
	const char *url;
	const char *accept;    /* the kind of answer that is wanted */
	const char *key;       /* a whole header line with our key; NULL = none */
	const char *body;      /* JSON to be posted; NULL = GET */
	unsigned after;        /* milliseconds to wait before it */
	size_t most;           /* bytes of an answer at most; 0 = 256 KiB */
};

/* What came back; status 0 when there was no answer that can be trusted. */
struct reply {
	int status;
	const char *type;      /* Content-Type, "" for none */
	const char *location;  /* of a redirect, "" for none */
	const char *text;
	size_t length;
	unsigned wait;         /* seconds until it wants to be asked again, 0 = it does not say */
};

/* One provider being asked about one address. */
struct inquiry {
	const struct provider *provider;
	struct arena *mem;
	const char *email;     /* in small letters */
	const char *hash;      /* SHA-256 of that in hexadecimal */
	const char *base;      /* where the provider lives, without a slash at the end */
	const char *key;       /* ours, "" for none */
	const char *hook;      /* where it may send a late answer, "" for nowhere */
	unsigned step;         /* answers read before */
	const struct ask *next; /* what is to be asked; NULL: it is done */
	enum outcome outcome;
	unsigned wait;         /* seconds before the provider may be asked anything again */
	struct findings found;
};

struct provider {
	const char *name;      /* the code in rules/vocab.c and the word in upcard.conf */
	const char *base;      /* where it lives unless upcard.conf says otherwise; "" = at the address's own domain */
	bool needs_key;
	bool takes_hook;       /* it can send a late answer to an address of ours */
	void (*ask)(struct inquiry *in);                            /* sets the first IN->next */
	void (*read)(struct inquiry *in, const struct reply *reply); /* takes in an answer; may set the next IN->next */
};

/* All providers in the order they are shown, ended by an empty row. */
extern const struct provider providers[];

/* The provider of NAME, NULL for none. */
const struct provider *provider_named(const char *name);

/* Whether there is one of NAME: for conf_set_owner(). */
bool provider_is_one(const char *name);

/* What it is called. It lives for ever. */
const char *provider_label(const struct provider *provider);

/* Where it lives and our key for it, from upcard.conf. In MEM. */
const char *provider_base(struct arena *mem, const struct provider *provider);
const char *provider_key(struct arena *mem, const struct provider *provider);

/* Whether it can be asked at all: it needs no key, or we have one. */
bool provider_is_ready(struct arena *mem, const struct provider *provider);

/* What the status of REPLY means whoever sent it; a body is worth reading for OUTCOME_FOUND alone. Notes how long to
 * wait in IN. */
enum outcome provider_outcome(struct inquiry *in, const struct reply *reply);

/* Sets IN->next to a GET of URL. In IN->mem. */
struct ask *provider_get(struct inquiry *in, const char *url, const char *accept);

#endif
