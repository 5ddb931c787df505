/* What look-ups found, held beside the record, and what of it was taken over: values with their source and date,
 * profiles, a profile image. */
#ifndef DOMAIN_CUSTOMER_SOCIAL_H
#define DOMAIN_CUSTOMER_SOCIAL_H

#include "domain/customer/customer.h"
#include "rules/finding.h"

/* FOUND beside FORM (customer_as_form() of CUSTOMER), for the page: columns key, field, label (the box's name), current, value,
 * link, source, new ("1" for what adds to the record and overwrites nothing), ticked (when it is among TICKS, the posted
 * words; NULL for none: nothing is ticked before a person ticks it). What the record says already is left out, and so are
 * photos, which are social_photos()'s. In W->mem; NULL for nothing. */
const struct row *social_compare(struct work *w, const struct row *customer, struct form *form,
	const struct finding *found, const struct text_value *ticks);

/* The photos of FOUND: columns key, number (from 1), source, new, ticked. In W->mem. */
const struct row *social_photos(struct work *w, const struct row *customer, const struct finding *found,
	const struct text_value *ticks);

/* What they call the person of FORM, when that is not what the record says: "Dana Whitfield". A part that they do not
 * name is the record's. NULL when they agree or say nothing. In W->mem. */
const char *social_other_name(struct work *w, struct form *form, const struct finding *found);

/* Whether FINDING is ticked among the posted words TICKS ("take" with its key). */
bool social_is_ticked(struct work *w, const struct finding *finding, const struct text_value *ticks);

/* Takes what is ticked of FOUND into the customer LOCKED (of customer_lock), all or nothing: values that pass the rules of
 * their fields, and profiles. A ticked photo is noted, but photo_put() is the caller's. CUSTOMER_SAME: nothing is ticked.
 * *WRONG is a sentence when nothing was taken because two values of one field are ticked, or one breaks a rule; else
 * NULL. */
enum customer_saved social_accept(struct work *w, const struct row *locked, const struct finding *found,
	const struct text_value *ticks, const char *row_version, const char **wrong);

/* What CUSTOMER (of customer_get) has taken over from look-ups: PROFILES with the columns service, label, handle, link,
 * source; SOURCES, where the value of a field is from: field, label, source, accepted_shown. In W->mem. */
struct social_taken {
	struct rows profiles, sources;
};
struct social_taken social_taken(struct work *w, const struct row *customer);

/* Takes the profile at SERVICE named HANDLE off CUSTOMER_ID; false when there is none. */
bool social_remove_profile(struct work *w, const char *customer_id, const char *service, const char *handle);

#endif
