/* The program of the social media look-up: apart from the pages, so that slow providers hold nobody who saves. A form orders
 * a look-up (customers.c after a save, order() here), another carries it out (search()), a third takes over what was
 * ticked (update()). */
#include "base/conf.h"
#include "desk/desk.h"
#include "desk/record.h"
#include "desk/sentence.h"
#include "domain/customer/contact.h"
#include "domain/customer/customer.h"
#include "domain/customer/lookup.h"
#include "domain/customer/social.h"
#include "domain/log/activity.h"
#include "outside/provider.h"
#include "task/lookup_photo.h"
#include "task/lookup_run.h"

/* The look-up of the record; NULL when none was ordered, and then there is nothing here to see. */
static const struct row *ordered_lookup(struct request *rq)
{
	return lookup_get(&rq->work, rq->id);
}

static struct answer nothing_ordered(struct request *rq)
{
	return answer_see_other(rq, "/customer/%s/overview", rq->id);
}

/* Where the pop-up lies over, as posted or in the address: the search, or NULL for the record. */
static const char *lies_over(struct request *rq)
{
	const char *back = text_or(request_posted(rq, "back"), request_query(rq, "back"));

	return text_same(back, "search") ? "search" : NULL;
}

/* ------------------------------------------------------------------ the pop-up */

/* A sentence about a provider that said nothing, NULL for one that did. */
static const char *excuse(enum outcome outcome)
{
	static const char *const sentences[OUTCOMES] = {
		[OUTCOME_QUEUED] = "is still searching. Its answer will wait in the record.",
		[OUTCOME_LATE] = "did not answer in time.",
		[OUTCOME_BUSY] = "takes no more questions for now. Search again later.",
		[OUTCOME_REFUSED] = "does not accept the dealership's key. Tell the administrator.",
		[OUTCOME_BROKEN] = "could not be reached.",
		[OUTCOME_RESTING] = "had trouble and is left alone for a minute.",
	};

	return sentences[outcome];
}

/* Whether the same was said of the same provider in a row of RUN before ROW. */
static bool is_told(const struct lookup_run *run, const struct lookup_run_row *row)
{
	for (const struct lookup_run_row *before = run->rows; before != row; before = before->next)
		if (before->provider == row->provider && before->outcome == row->outcome)
			return true;
	return false;
}

/* Puts who did not answer, each once, and the addresses that were asked about. */
static void put_run(struct request *rq, const struct lookup_run *run)
{
	const char *emails = "", *last = NULL;
	unsigned late = 0;

	for (const struct lookup_run_row *row = run->rows; row; row = row->next) {
		const char *why = excuse(row->outcome);
		if (why && !is_told(run, row)) {
			page_put(rq->page, arena_text(rq->work.mem, "Late.%u.name", late), provider_label(row->provider));
			page_put(rq->page, arena_text(rq->work.mem, "Late.%u.why", late++), why);
		}
		if (!text_same(row->email, last))
			emails = text_join(rq->work.mem, emails, ", ", row->email);
		last = row->email;
	}
	page_put(rq->page, "Lookup.emails", emails);
}

static struct answer show_found(struct request *rq, const struct lookup_run *run, int status)
{
	const struct text_value *ticks = request_is_post(rq) ? rq->body : NULL;
	const struct row *customer = record_shown(rq);
	struct form form = customer_as_form(&rq->work, customer);
	const struct row *rows = social_compare(&rq->work, customer, &form, run->found.first, ticks);
	const struct row *photos = social_photos(&rq->work, customer, run->found.first, ticks);

	put_run(rq, run);
	page_put(rq->page, "Lookup.name", social_other_name(&rq->work, &form, run->found.first));
	page_put(rq->page, "Lookup.known", run->found.first ? "1" : NULL);
	page_put(rq->page, "Lookup.new", row_find(rows, "new", "1") || row_find(photos, "new", "1") ? "1" : NULL);
	page_put(rq->page, "Lookup.back", lies_over(rq));
	page_put(rq->page, "Lookup.row_version", row_text(customer, "row_version"));
	page_put_rows(rq->page, "Compared", rows, 0);
	page_put_rows(rq->page, "Photos", photos, 0);
	return answer_page_with(status, rows || photos ? "lookup/found.cs" : "lookup/nothing.cs");
}

/* The pop-up that searches: its form is sent by itself, or by a button where no script runs. */
static struct answer show_search(struct request *rq, const struct row *ordered)
{
	const struct row *email = lookup_emails(&rq->work, rq->id, ordered);
	const char *emails = "";

	for (; email; email = email->next)
		emails = text_join(rq->work.mem, emails, ", ", row_text(email, "address"));
	page_put(rq->page, "Lookup.emails", emails);
	page_put(rq->page, "Lookup.back", lies_over(rq));
	return answer_page("lookup/search.cs");
}

/* The pop-up: what is known, unless the look-up, in one of the states UNDONE, is to be carried out first. */
static struct answer show(struct request *rq, const char *undone)
{
	const struct row *ordered = ordered_lookup(rq);

	if (!ordered)
		return nothing_ordered(rq);
	if (text_in_set(undone, row_text(ordered, "state")))
		return show_search(rq, ordered);
	return show_found(rq, lookup_run(&rq->work, rq->id, ordered, false), 200);
}

static struct answer pop_up(struct request *rq)
{
	return show(rq, "ordered,opened,waiting,news");
}

/* What search() leads to. A provider that is still busy is not waited for. */
static struct answer found(struct request *rq)
{
	return show(rq, "ordered,opened");
}

/* Carries out what was ordered. The pop-up opens by itself once: who cancels it while it searches and goes on to another
 * page of the record is not asked again. */
static struct answer search(struct request *rq)
{
	const struct row *ordered = ordered_lookup(rq);
	const struct lookup_run *run;
	bool undone;

	if (!ordered)
		return nothing_ordered(rq);
	undone = text_in_set("ordered,opened,waiting", row_text(ordered, "state"));
	if (undone)
		lookup_set_state(&rq->work, rq->id, "opened");
	run = lookup_run(&rq->work, rq->id, ordered, undone);
	lookup_set_state(&rq->work, rq->id, lookup_run_is_queued(run) ? "waiting" : "done");
	return answer_see_other(rq, "/lookup/%s/found%s", rq->id, lies_over(rq) ? "?back=search" : "");
}

/* The pop-up comes back with what was TYPED and the sentence WRONG. */
static struct answer ask_again(struct request *rq, const char *typed, const char *wrong)
{
	page_put(rq->page, "Lookup.typed", typed);
	page_put(rq->page, "Lookup.error", wrong);
	page_put(rq->page, "Lookup.back", lies_over(rq));
	return answer_page_with(422, "lookup/nothing.cs");
}

/* Search Web, and the button on Details. */
static struct answer order(struct request *rq)
{
	const char *email = request_posted(rq, "email");
	struct form form = form_read(rq->work.mem, WITH({ "type", "personal" }, { "address", email }),
		email_fields, NULL);

	if (email && !form_value(&form, "address"))
		return ask_again(rq, email,
			text_or(form_entry(&form, "address")->error, "Enter the e-mail address to search by."));
	if (lookup_order(&rq->work, rq->id, email ? form_value(&form, "address") : NULL))
		return answer_see_other(rq, "/lookup/%s%s", rq->id, lies_over(rq) ? "?back=search" : "");
	return ask_again(rq, email, row_is(rq->who, "access_social_media") ?
		"Nobody can be asked about that: type another e-mail address." :
		"Social media is switched off in Setup, so nobody was asked.");
}

/* A found profile image, for the pop-up. */
static struct answer photo(struct request *rq)
{
	const struct row *ordered = ordered_lookup(rq);
	const struct lookup_run *run = ordered ? lookup_run(&rq->work, rq->id, ordered, false) : NULL;
	size_t length;
	const char *image = run ? lookup_photo(&rq->work, run->found.first, request_query(rq, "key"), &length) : NULL;

	return image ? answer_bytes("image/jpeg", image, length) : answer_error(404);
}

/* ------------------------------------------------------------------ taking over */

static struct answer show_stale(struct request *rq, const struct lookup_run *run)
{
	page_put(rq->page, "Stale.who", row_text(record_shown(rq), "changed_by_name"));
	page_put(rq->page, "Stale.fields",
		activity_fields_since(&rq->work, rq->id, request_posted(rq, "row_version")));
	return show_found(rq, run, 409);
}

/* Update Customer: exactly what is ticked. */
static struct answer update(struct request *rq)
{
	const struct row *ordered = ordered_lookup(rq);
	const char *wrong, *place = lies_over(rq) ? "/customers" : arena_text(rq->work.mem, "/customer/%s/overview", rq->id);
	const struct lookup_run *run;
	enum customer_saved saved;

	if (!ordered)
		return nothing_ordered(rq);
	run = lookup_run(&rq->work, rq->id, ordered, false);
	saved = social_accept(&rq->work, rq->record, run->found.first, rq->body, request_posted(rq, "row_version"), &wrong);
	if (saved == CUSTOMER_SAVED && !lookup_photo_take(&rq->work, rq->id, run->found.first, rq->body))
		wrong = "The ticked profile image cannot be used: it was not there, or is no image. Tick another one or none.";
	if (wrong) {
		page_put(rq->page, "Error.sentence", wrong);
		return show_found(rq, run, 422);
	}
	if (saved == CUSTOMER_STALE)
		return show_stale(rq, run);
	return answer_see_other(rq, "%s?done=%s", place,
		sentence_word(rq, saved == CUSTOMER_SAVED ? "social" : "unticked", rq->id, NULL));
}

/* A provider sends what it had queued; it is shown when the record is opened next. */
static struct answer late(struct request *rq)
{
	lookup_run_late(&rq->work, rq->ticket, rq->json);
	return answer_bytes("text/plain", "ok\n", 3);
}

static const struct route routes[] = {
	{ "GET",  "/#",       MAY_EDIT_CUSTOMERS, pop_up, .record = &record_of_customer },
	{ "GET",  "/#/found", MAY_EDIT_CUSTOMERS, found, .record = &record_of_customer },
	{ "POST", "/#/found", MAY_EDIT_CUSTOMERS, search, .record = &record_of_customer },
	{ "GET",  "/#/photo", MAY_EDIT_CUSTOMERS, photo },
	{ "POST", "/#/order", MAY_EDIT_CUSTOMERS, order, .record = &record_of_customer },
	{ "POST", "/#",       MAY_EDIT_CUSTOMERS, update, .record = &record_to_change },
	{ "POST", "/late",    BY_TICKET,          late, .json = true },
	{ 0 }
};

static const struct area lookup_area = { "lookup", routes };

int main(void)
{
	static const struct area *const areas[] = { &lookup_area, NULL };

	conf_set_owner(provider_is_one);
	return desk_serve(areas);
}
