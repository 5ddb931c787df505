/* The words that demo customers are made of. How they are put together is made.c's. */
#ifndef DEMO_NAMES_H
#define DEMO_NAMES_H

/* Heritage keeps names together that go together: e English and whatever else is common in the US,
 * s Spanish, v Vietnamese, p Polish, n Nordic, f French and Italian, i Indian.
 * Gender of a first name: f, m, or n for both. */
struct name {
	const char *text;
	unsigned weight; /* how frequent among its like */
	char heritage, gender;
};

/* A name that only fits as a whole, with what its owner puts in front of an @. */
struct whole_name {
	const char *last, *first, *mail;
};

struct city {
	const char *name, *state, *zip; /* the first three digits of its ZIP codes */
	const char *areas[2];           /* telephone area codes */
	unsigned weight;
};

enum { NAMES_WHOLE = 12 };

/* Lists without a length end with an empty entry. */
extern const struct name names_family[], names_given[];
extern const struct whole_name names_whole[NAMES_WHOLE];
extern const struct city names_cities[];

/* The long tail of surnames: a beginning and an end make one, as in Ashford. */
extern const char *const names_family_starts[], *const names_family_ends[];

extern const char *const names_streets[], *const names_street_kinds[];
extern const char *const names_firms[], *const names_trades[], *const names_legal[];
extern const char *const names_mail_domains[];

#endif
