/* Titles that have a counterpart: whose mother she is, is her child. */
#ifndef RULES_KIN_H
#define RULES_KIN_H

enum { KIN_BACK = 3 };

struct kin {
	const char *title;
	const char *back[KIN_BACK]; /* what the one with whom somebody is that may be to them; NULL behind the last */
};

/* Ends with an empty row. */
extern const struct kin kin_rows[];

/* The row of TITLE, however it is capitalized; NULL when it has none. */
const struct kin *kin_of(const char *title);

#endif
