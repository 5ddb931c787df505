/* The common ones. Nothing depends on them: they are offered where a title is typed. */
#include "rules/kin.h"

#include <stddef.h>
#include <strings.h>

const struct kin kin_rows[] = {
	{ "mother", { "child", "son", "daughter" } },
	{ "father", { "child", "son", "daughter" } },
	{ "parent", { "child", "son", "daughter" } },
	{ "child", { "parent", "mother", "father" } },
	{ "son", { "parent", "mother", "father" } },
	{ "daughter", { "parent", "mother", "father" } },
	{ "husband", { "wife", "husband" } },
	{ "wife", { "husband", "wife" } },
	{ "spouse", { "spouse", "husband", "wife" } },
	{ "partner", { "partner" } },
	{ "brother", { "brother", "sister" } },
	{ "sister", { "sister", "brother" } },
	{ "grandmother", { "grandchild", "grandson", "granddaughter" } },
	{ "grandfather", { "grandchild", "grandson", "granddaughter" } },
	{ "grandson", { "grandmother", "grandfather" } },
	{ "granddaughter", { "grandmother", "grandfather" } },
	{ "aunt", { "nephew", "niece" } },
	{ "uncle", { "nephew", "niece" } },
	{ "nephew", { "aunt", "uncle" } },
	{ "niece", { "aunt", "uncle" } },
	{ "cousin", { "cousin" } },
	{ "employer", { "employee" } },
	{ "employee", { "employer" } },
	{ "neighbor", { "neighbor" } },
	{ "landlord", { "tenant" } },
	{ "tenant", { "landlord" } },
	{ NULL, { NULL } }
};

const struct kin *kin_of(const char *title)
{
	for (const struct kin *row = kin_rows; title && row->title; row++)
		if (!strcasecmp(row->title, title))
			return row;
	return NULL;
}
