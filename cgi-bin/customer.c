/* One customer's record: Overview, Details, the SSN for a minute, Set Inactive and Set Active, what came from social
 * media. */
#include "domain/log/activity.h"
#include "domain/customer/customer.h"
#include "domain/customer/photo.h"
#include "domain/staff/session.h"
#include "domain/customer/social.h"
#include "domain/customer/ssn.h"
#include "desk/customer_form.h"
#include "desk/record.h"
#include "http/serve.h"

static void front(struct request *rq)
{
	see_other(rq, "/customer/%s/overview", rq->id);
}

static void overview(struct request *rq)
{
	const struct row *customer = record_open(rq);
	struct form form;

	if (!customer)
		return;
	form = customer_form(&rq->work, customer);
	page_put_cards(rq->page, &form);
	page_put_rows(rq->page, "History", activity_of_customer(&rq->work, rq->id), 0);
	page_put_rows(rq->page, "Profiles", social_taken(&rq->work, customer).profiles.first, 0);
	show(rq, "customer/overview.cs");
}

/* ------------------------------------------------------------------ Details */

/* The SSN as it may be seen now: nothing, a mask, or the number and the seconds that are left. */
static void put_ssn(struct request *rq, const char *shown_id, const char *seconds)
{
	const char *number = ssn_shown(&rq->work, rq->id, shown_id, seconds);

	page_put(rq->page, "Ssn.masked", ssn_masked(&rq->work, rq->id));
	page_put(rq->page, "Ssn.shown", number);
	page_put(rq->page, "Ssn.seconds", number ? seconds : NULL);
}

/* Answers with the Details page of CUSTOMER that shows FORM. */
static void show_details(struct request *rq, const struct row *customer, struct form *form, int status)
{
	struct social_taken taken = social_taken(&rq->work, customer);

	page_put_rows(rq->page, "Profiles", taken.profiles.first, 0);
	page_put_rows(rq->page, "Sources", taken.sources.first, 0);
	customer_form_show(rq, form, status, "customer/details.cs");
}

static void details(struct request *rq)
{
	const struct row *customer = record_open(rq);
	struct form form;

	if (!customer)
		return;
	form = customer_form(&rq->work, customer);
	put_ssn(rq, request_who(rq, "shown_customer_id"), request_who(rq, "shown_seconds"));
	page_put(rq->page, "Form.row_version", row_text(customer, "row_version"));
	show_details(rq, customer, &form, 200);
}

/* Shows the posted form again. A stale one gets the current version: saving once more is then a choice. */
static void show_again(struct request *rq, struct form *form, int status)
{
	const struct row *customer = customer_get(&rq->work, rq->id);
	const char *version = request_posted(rq, "row_version");

	put_ssn(rq, request_who(rq, "shown_customer_id"), request_who(rq, "shown_seconds"));
	if (status == 409) {
		page_put(rq->page, "Stale.who", row_text(customer, "changed_by_name"));
		page_put(rq->page, "Stale.fields", activity_fields_since(&rq->work, rq->id, version));
		version = row_text(customer, "row_version");
	}
	page_put(rq->page, "Form.row_version", version);
	show_details(rq, customer, form, status);
}

static void save(struct request *rq)
{
	const struct row *customer = record_open(rq);
	bool ssn_asked = request_posted(rq, "ssn") || request_posted(rq, "ssn_kept");
	struct form form;

	if (!customer)
		return;
	form = customer_form_read(rq, row_text(customer, "customer_type")); /* it stays what it is */
	if (customer_form_changes_rows(rq, &form)) {
		show_again(rq, &form, 200);
		return;
	}
	if (!form.good) {
		show_again(rq, &form, 422);
		return;
	}
	switch (customer_save(&rq->work, rq->id, &form, request_posted(rq, "row_version"), ssn_asked)) {
	case CUSTOMER_SAVED:
		see_other(rq, "/customer/%s/details?done=saved&warn=%s", rq->id, customer_warning(&form));
		break;
	case CUSTOMER_SAME:
		see_other(rq, "/customer/%s/details?done=same", rq->id);
		break;
	case CUSTOMER_STALE:
		show_again(rq, &form, 409);
		break;
	case CUSTOMER_GONE:
		show_error(rq, 404);
		break;
	}
}

/* A click into the SSN. What else was typed on the page comes back with the answer. */
static void reveal(struct request *rq)
{
	const struct row *customer = record_open(rq);
	bool show_it = text_same(request_posted(rq, "ssn_do"), "reveal");
	struct form form;

	if (!customer)
		return;
	if (show_it)
		ssn_reveal(&rq->work, rq->id);
	else
		session_show_ssn(&rq->work, NULL);
	form = request_posted(rq, "row_version") ? customer_form_read(rq, row_text(customer, "customer_type")) :
		customer_form(&rq->work, customer);
	form_forgive(&form);
	form_entry(&form, "ssn")->value = NULL;
	put_ssn(rq, show_it ? rq->id : NULL, "60");
	page_put(rq->page, "Form.row_version", text_or(request_posted(rq, "row_version"), row_text(customer, "row_version")));
	show_details(rq, customer, &form, 200);
}

static void set_status(struct request *rq)
{
	bool inactive = text_same(request_posted(rq, "inactive"), "1");

	if (customer_set_inactive(&rq->work, rq->id, inactive) == CUSTOMER_GONE)
		show_error(rq, 404);
	else
		see_other(rq, "/customer/%s/overview?done=%s", rq->id, inactive ? "inactive" : "active");
}

/* ------------------------------------------------------------------ what came from social media */

static void photo(struct request *rq)
{
	size_t length;
	const char *picture = photo_get(&rq->work, rq->id, &length);

	if (picture)
		show_bytes(rq, "image/jpeg", picture, length);
	else
		show_error(rq, 404);
}

/* Taken away twice is taken away: a second click is no mistake. */
static void remove_photo(struct request *rq)
{
	if (!record_open(rq))
		return;
	photo_remove(&rq->work, rq->id);
	see_other(rq, "/customer/%s/details?done=photo", rq->id);
}

/* The button's value is the service, a blank and the handle. */
static void remove_profile(struct request *rq)
{
	const char *profile = text_or(request_posted(rq, "profile"), ""), *blank = strchr(profile, ' ');

	if (!record_open(rq))
		return;
	if (blank)
		social_remove_profile(&rq->work, rq->id,
			arena_copy(rq->work.mem, profile, (size_t)(blank - profile)), blank + 1);
	see_other(rq, "/customer/%s/details?done=profile", rq->id);
}

static const struct route routes[] = {
	{ "GET",  "/#",          MAY_SEE_CUSTOMERS,  front },
	{ "GET",  "/#/overview", MAY_SEE_CUSTOMERS,  overview },
	{ "GET",  "/#/details",  MAY_SEE_CUSTOMERS,  details },
	{ "POST", "/#/details",  MAY_EDIT_CUSTOMERS, save },
	{ "POST", "/#/ssn",      MAY_REVEAL_SSN,     reveal },
	{ "POST", "/#/status",   MAY_SET_STATUS,     set_status },
	{ "GET",  "/#/photo",    MAY_SEE_CUSTOMERS,  photo },
	{ "POST", "/#/photo",    MAY_EDIT_CUSTOMERS, remove_photo },
	{ "POST", "/#/profile",  MAY_EDIT_CUSTOMERS, remove_profile },
	{ 0 }
};

int main(void)
{
	return serve(routes);
}
