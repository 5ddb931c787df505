/* How a form was filled when its page was made: a sealed word `was` that the page carries and the form brings back, so that
 * what was touched is known without trust in the page (rules/form_merge.h). */
#ifndef DESK_FORM_WAS_H
#define DESK_FORM_WAS_H

#include "http/request.h"
#include "rules/form_merge.h"

/* Puts Form.was: WORDS (form_to_words(), or `next` of a merge) sealed for PLACE, which names form and record; NULL: what was
 * posted, when the form comes back for another reason. */
void form_was_put(struct request *rq, const char *place, const struct text_value *words);

/* What form_merge() needs of the form that RQ posts for PLACE; *BASE becomes what it was filled with. Its base is NULL when the
 * page did not say so or said it of another PLACE. In RQ's memory. */
struct form_merge form_was(struct request *rq, const char *place, const struct field *fields, const struct field_group *groups,
	struct form *base);

#endif
