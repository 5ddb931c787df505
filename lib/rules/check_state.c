/* States, territories and provinces, as people spell them. Their codes and names are in vocab.c. */
#include "rules/check.h"

#include "base/fold.h"
#include "base/text.h"
#include "rules/vocab.h"

#include <stdbool.h>

/* Other spellings, folded and without blanks: the abbreviations of newspapers and of the Postal Service of before, names
 * of Publication 28 that are longer or shorter than ours. */
static const struct { const char *spelled, *code; } spellings[] = {
	{ "ala", "AL" }, { "ariz", "AZ" }, { "ark", "AR" }, { "cal", "CA" }, { "calif", "CA" }, { "colo", "CO" },
	{ "col", "CO" }, { "conn", "CT" }, { "del", "DE" }, { "washingtondc", "DC" }, { "districtofcolombia", "DC" },
	{ "fla", "FL" }, { "ill", "IL" }, { "ills", "IL" }, { "ind", "IN" }, { "kan", "KS" }, { "kans", "KS" },
	{ "mass", "MA" }, { "mich", "MI" }, { "minn", "MN" }, { "miss", "MS" }, { "mont", "MT" }, { "neb", "NE" },
	{ "nebr", "NE" }, { "nev", "NV" }, { "nmex", "NM" }, { "newmex", "NM" }, { "ndak", "ND" }, { "nodak", "ND" },
	{ "ncar", "NC" }, { "okla", "OK" }, { "ore", "OR" }, { "oreg", "OR" }, { "penn", "PA" }, { "penna", "PA" },
	{ "scar", "SC" }, { "sdak", "SD" }, { "sodak", "SD" }, { "tenn", "TN" }, { "tex", "TX" }, { "wash", "WA" },
	{ "washingtonstate", "WA" }, { "newyorkstate", "NY" }, { "wva", "WV" }, { "wvirginia", "WV" },
	{ "wis", "WI" }, { "wisc", "WI" }, { "wyo", "WY" }, { "ncarolina", "NC" }, { "scarolina", "SC" },
	{ "ndakota", "ND" }, { "sdakota", "SD" }, { "usvirginislands", "VI" }, { "usvi", "VI" },
	{ "unitedstatesvirginislands", "VI" }, { "virginislandsus", "VI" },
	{ "virginislandsoftheunitedstates", "VI" }, { "cnmi", "MP" }, { "northernmarianas", "MP" },
	{ "commonwealthofthenorthernmarianaislands", "MP" }, { "commonwealthofpuertorico", "PR" },
	{ "micronesia", "FM" }, { "fsm", "FM" }, { "republicofthemarshallislands", "MH" }, { "rmi", "MH" },
	{ "republicofpalau", "PW" }, { "armedforcestheamericas", "AA" }, { "armedforcesafrica", "AE" },
	{ "armedforcescanada", "AE" }, { "armedforcesmiddleeast", "AE" }, { "armedforcesthepacific", "AP" },
	{ "alta", "AB" }, { "man", "MB" }, { "newfoundland", "NL" }, { "labrador", "NL" }, { "nfld", "NL" },
	{ "nf", "NL" }, { "newfoundlandlabrador", "NL" }, { "nwt", "NT" }, { "ont", "ON" }, { "pei", "PE" },
	{ "que", "QC" }, { "pq", "QC" }, { "sask", "SK" }, { "yukonterritory", "YT" }, { "yk", "YT" },
};

/* Letters alone, small and without accents: "D.C." and "dc" are one. */
static const char *letters_of(struct arena *mem, const char *text)
{
	const char *folded = fold(mem, text);
	char *letters = arena_get(mem, strlen(folded) + 1), *end = letters;

	for (; *folded; folded++)
		if (*folded != ' ')
			*end++ = *folded;
	return letters;
}

const char *check_state(struct arena *mem, const char **value)
{
	const char *typed = letters_of(mem, *value);

	for (const struct vocab_term *term = vocab_first("state"); *typed && term; term = vocab_next(term))
		if (!strcasecmp(term->code, typed) || !strcmp(letters_of(mem, term->label), typed)) {
			*value = term->code;
			return NULL;
		}
	for (size_t i = 0; i < sizeof spellings / sizeof *spellings; i++)
		if (!strcmp(spellings[i].spelled, typed)) {
			*value = spellings[i].code;
			return NULL;
		}
	return "Enter the state as two letters, such as OH.";
}
