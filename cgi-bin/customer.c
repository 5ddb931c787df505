/* One customer's record: Overview, Details, the SSN for a minute, Set Inactive and Set Active, what came from social
 * media. */
#include "desk/customer_form.h"
#include "desk/form_was.h"
#include "desk/record.h"
#include "desk/sentence.h"
#include "domain/customer/connection.h"
#include "domain/customer/contact.h"
#include "domain/customer/customer.h"
#include "domain/customer/photo.h"
#include "domain/customer/social.h"
#include "domain/customer/ssn.h"
#include "domain/log/activity.h"
#include "domain/staff/session.h"

static struct answer front(struct request *rq)
{
	return answer_see_other(rq, "/customer/%s/overview", rq->id);
}

/* To a PAGE of the record, which says what was DONE, and WARNs. */
static struct answer lead_to(struct request *rq, const char *page, const char *done, const char *warn)
{
	return answer_see_other(rq, "/customer/%s/%s?done=%s", rq->id, page, sentence_word(rq, done, rq->id, warn));
}

static struct answer overview(struct request *rq)
{
	struct form form = customer_as_form(&rq->work, rq->record);

	page_put_cards(rq->page, &form);
	page_put_rows(rq->page, "History", activity_of_customer(&rq->work, rq->id), 0);
	page_put_rows(rq->page, "Profiles", social_taken(&rq->work, rq->record).profiles.first, 0);
	return answer_page("customer/overview.cs");
}

/* ------------------------------------------------------------------ Details */

/* The SSN as it may be seen now: nothing, a mask, or the number and the seconds that are left. */
static void put_ssn(struct request *rq, const char *shown_id, const char *seconds)
{
	const char *number = ssn_shown(&rq->work, rq->id, shown_id, seconds);
	enum ssn_file file;

	page_put(rq->page, "Ssn.masked", ssn_masked(&rq->work, rq->id, &file));
	page_put(rq->page, "Ssn.itin", file == SSN_FILE_ITIN ? "1" : "0");
	if (file == SSN_FILE_LOST) {
		page_put(rq->page, "Ssn.lost", "1");
		fprintf(stderr, "upcard: the number of customer %s does not open with the keys here\n", rq->id);
	}
	page_put(rq->page, "Ssn.shown", number);
	page_put(rq->page, "Ssn.seconds", number ? seconds : NULL);
	page_put(rq->page, "Ssn.seconds_most", text_of_number(rq->work.mem, SESSION_SSN_SECONDS));
}

static const char *form_place(struct request *rq)
{
	return arena_text(rq->work.mem, "form details customer %s", rq->id);
}

/* The Details page that shows FORM, typed when the record was at VERSION and filled with the words WAS; NULL: as posted. */
static struct answer show_details(struct request *rq, struct form *form, const char *version, const struct text_value *was,
	int status)
{
	struct social_taken taken = social_taken(&rq->work, record_shown(rq));

	form_was_put(rq, form_place(rq), was);
	page_put(rq->page, "Form.row_version", version);
	page_put_rows(rq->page, "Profiles", taken.profiles.first, 0);
	page_put_rows(rq->page, "Sources", taken.sources.first, 0);
	return customer_form_show(rq, form, status, "customer/details.cs");
}

static struct answer details(struct request *rq)
{
	struct form form = customer_as_form(&rq->work, rq->record);

	put_ssn(rq, request_who(rq, "shown_customer_id"), request_who(rq, "shown_seconds"));
	if (request_query(rq, "since"))
		page_put(rq->page, "Page.kept", activity_others_since(&rq->work, rq->id, request_query(rq, "since")));
	return show_details(rq, &form, row_text(rq->record, "row_version"), form_to_words(rq->work.mem, &form), 200);
}

/* Shows the posted form again. When both changed the same, it asks, by MERGE; the version stays the old one until that is
 * answered. */
static struct answer show_again(struct request *rq, struct form *form, const struct form_merge *merge, int status)
{
	const char *version = request_posted(rq, "row_version");

	put_ssn(rq, request_who(rq, "shown_customer_id"), request_who(rq, "shown_seconds"));
	if (status == 409) {
		page_put(rq->page, "Stale.who", row_text(record_shown(rq), "changed_by_name"));
		page_put(rq->page, "Stale.fields", activity_fields_since(&rq->work, rq->id, version));
	}
	return show_details(rq, form, version, status == 409 ? merge->next : NULL, status);
}

static struct answer save(struct request *rq)
{
	struct form form = customer_form_read(rq, row_text(rq->record, "customer_type")); /* it stays what it is */
	struct form base;
	struct form_merge merge = form_was(rq, form_place(rq), customer_fields, contact_groups, &base);
	const char *version = request_posted(rq, "row_version");

	if (customer_form_changes_rows(rq, &form, rq->record))
		return show_again(rq, &form, NULL, 200);
	switch (customer_save(&rq->work, rq->record, &form, version, &merge)) {
	case CUSTOMER_REFUSED:
		return show_again(rq, &form, NULL, 422);
	case CUSTOMER_SAVED:
		return answer_see_other(rq, "/customer/%s/details?done=%s%s%s", rq->id,
			sentence_word(rq, "saved", rq->id, customer_warning(&form)),
			text_empty(merge.theirs) ? "" : "&since=", text_empty(merge.theirs) ? "" : version);
	case CUSTOMER_SAME:
		return lead_to(rq, "details", "same", NULL);
	case CUSTOMER_STALE:
		break;
	}
	return show_again(rq, &form, &merge, 409);
}

/* A click into the SSN. What else was typed on the page comes back with the answer. */
static struct answer reveal(struct request *rq)
{
	bool show_it = text_same(request_posted(rq, "ssn_do"), "reveal");
	const struct row *customer;
	struct form form;

	if (show_it)
		ssn_reveal(&rq->work, rq->id);
	else
		session_show_ssn(&rq->work, NULL);
	customer = record_shown(rq);
	form = customer_form_read(rq, row_text(customer, "customer_type"));
	customer_form_keep(rq, &form, customer);
	form_forgive(&form);
	form_entry(&form, "ssn")->value = NULL;
	put_ssn(rq, show_it ? rq->id : NULL, text_of_number(rq->work.mem, SESSION_SSN_SECONDS));
	return show_details(rq, &form, request_posted(rq, "row_version"), NULL, 200);
}

static struct answer set_status(struct request *rq)
{
	static const char *const warnings[] = { [HANDED_NOTHING] = "", [HANDED_ON] = "handed_on",
		[HANDED_TO_NOBODY] = "handed_nobody" };
	bool inactive = text_same(request_posted(rq, "inactive"), "1");
	enum handed handed = HANDED_NOTHING;

	customer_set_inactive(&rq->work, rq->record, inactive);
	if (inactive)
		handed = connection_hand_on(&rq->work, rq->id);
	return lead_to(rq, "overview", inactive ? "inactive" : "active", warnings[handed]);
}

/* ------------------------------------------------------------------ what came from social media */

static struct answer photo(struct request *rq)
{
	size_t length;
	const char *image = photo_get(&rq->work, rq->id, &length);

	return image ? answer_bytes("image/jpeg", image, length) : answer_error(404);
}

/* Taken away twice is taken away: a second click is no mistake. */
static struct answer remove_photo(struct request *rq)
{
	photo_remove(&rq->work, rq->id);
	return lead_to(rq, "details", "photo", NULL);
}

/* The button's value is the service, a blank and the handle. */
static struct answer remove_profile(struct request *rq)
{
	const char *profile = text_or(request_posted(rq, "profile"), ""), *blank = strchr(profile, ' ');

	if (blank)
		social_remove_profile(&rq->work, rq->id,
			arena_copy(rq->work.mem, profile, (size_t)(blank - profile)), blank + 1);
	return lead_to(rq, "details", "profile", NULL);
}

static const struct route routes[] = {
	{ "GET",  "/#",          MAY_SEE_CUSTOMERS,  front },
	{ "GET",  "/#/overview", MAY_SEE_CUSTOMERS,  overview, .record = &record_of_customer },
	{ "GET",  "/#/details",  MAY_SEE_CUSTOMERS,  details, .record = &record_of_customer },
	{ "POST", "/#/details",  MAY_EDIT_CUSTOMERS, save, .record = &record_to_change },
	{ "POST", "/#/ssn",      MAY_REVEAL_SSN,     reveal, .record = &record_of_customer },
	{ "POST", "/#/status",   MAY_SET_STATUS,     set_status, .record = &record_to_change },
	{ "GET",  "/#/photo",    MAY_SEE_CUSTOMERS,  photo },
	{ "POST", "/#/photo",    MAY_EDIT_CUSTOMERS, remove_photo, .record = &record_of_customer },
	{ "POST", "/#/profile",  MAY_EDIT_CUSTOMERS, remove_profile, .record = &record_of_customer },
	{ 0 }
};

const struct area customer_area = { "customer", routes };
