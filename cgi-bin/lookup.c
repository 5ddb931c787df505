/* The social media look-up: a program of its own, so that slow providers hold nobody who saves. A form orders a look-up
 * (customers.c after a save, order() here); found() carries it out, and update() takes over what was ticked. */
#include "domain/customer/lookup.h"

#include "base/conf.h"
#include "domain/log/activity.h"
#include "domain/customer/photo.h"
#include "domain/customer/contact.h"
#include "domain/customer/social.h"
#include "domain/staff/ticket.h"
#include "desk/record.h"
#include "http/serve.h"
#include "outside/inquiry.h"
#include "outside/image.h"

enum { ASKED_MAX = 40 };

/* All there is to one look-up: a row each of who was asked about which address. */
struct round {
	struct { const struct provider *provider; const char *email, *hash; enum outcome outcome; bool is_cached;
		struct inquiry *in; } rows[ASKED_MAX];
	size_t count;
	struct findings found;
};

/* ------------------------------------------------------------------ asking */

/* Where PROVIDER may send an answer that takes longer; "" when it does not do that or cannot reach us. */
static const char *hook_of(struct request *rq, const struct provider *provider, const char *hash)
{
	const char *site = conf_get("site.address");

	if (!provider->takes_hook || !*site)
		return "";
	return arena_text(rq->work.mem, "%s%s/lookup/late?ticket=%s", site, conf_get("site.base"),
		ticket_make(&rq->work, rq->id, provider->name, hash));
}

/* Adds PROVIDER to the round: with what it answered before, or to be asked when ASK says so and it wants to be. */
static void add(struct request *rq, struct round *round, const struct provider *provider, const char *email, bool ask)
{
	const char *hash = inquiry_hash(rq->work.mem, email);
	struct lookup_answer answer = lookup_answer(&rq->work, provider->name, hash);
	bool again = ask && !answer.is_fresh, resting;
	size_t at = round->count;

	if (at == ASKED_MAX || !provider_is_ready(rq->work.mem, provider) || (!ask && !answer.is_known))
		return;
	round->rows[at].provider = provider;
	round->rows[at].email = email;
	round->rows[at].hash = hash;
	round->rows[at].is_cached = !again;
	round->rows[at].outcome = answer.outcome;
	if (!again) {
		finding_merge(rq->work.mem, &round->found, answer.found.first);
	} else if (lookup_may_ask(&rq->work, provider->name, &resting)) {
		round->rows[at].in = inquiry_new(rq->work.mem, provider, email, hook_of(rq, provider, hash));
	} else if (!resting) {
		return; /* switched off */
	} else {
		round->rows[at].outcome = OUTCOME_RESTING;
		round->rows[at].is_cached = true;
	}
	round->count++;
}

/* Asks all of the round that is to be asked, and keeps what they answered. */
static void ask_all(struct request *rq, struct round *round)
{
	struct inquiry *asked[ASKED_MAX];
	size_t count = 0;
	unsigned answered = 0;

	for (size_t i = 0; i < round->count; i++)
		if (round->rows[i].in)
			asked[count++] = round->rows[i].in;
	if (!count)
		return;
	inquiry_ask_all(rq->work.mem, asked, count);
	db_begin(&rq->work);
	for (size_t i = 0; i < round->count; i++) {
		struct inquiry *in = round->rows[i].in;
		if (!in)
			continue;
		round->rows[i].outcome = in->outcome;
		answered += in->outcome == OUTCOME_FOUND || in->outcome == OUTCOME_NOTHING;
		lookup_store(&rq->work, rq->id, in->provider->name, in->hash, in->outcome, in->found.first, in->wait);
		finding_merge(rq->work.mem, &round->found, in->found.first);
	}
	lookup_note(&rq->work, rq->id, (unsigned)count, answered);
	db_commit(&rq->work);
}

/* Brings together what is known for the look-up ORDERED of the record; what was not asked yet is asked now when ASK. */
static const struct round *go_round(struct request *rq, const struct row *ordered, bool ask)
{
	struct round *round = arena_get(rq->work.mem, sizeof *round);
	const struct row *email = lookup_emails(&rq->work, rq->id, ordered);

	for (; email; email = email->next)
		for (const struct provider *provider = providers; provider->name; provider++)
			add(rq, round, provider, row_text(email, "address"), ask);
	ask_all(rq, round);
	return round;
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

/* Puts who did not answer, each once, and the addresses that were asked about. */
static void put_round(struct request *rq, const struct round *round)
{
	const char *emails = "";
	unsigned late = 0;

	for (size_t i = 0; i < round->count; i++) {
		const char *why = excuse(round->rows[i].outcome), *label = provider_label(round->rows[i].provider);
		bool told = false;
		for (size_t before = 0; before < i; before++)
			told = told || (round->rows[before].provider == round->rows[i].provider &&
				round->rows[before].outcome == round->rows[i].outcome);
		if (why && !told) {
			page_put(rq->page, arena_text(rq->work.mem, "Late.%u.name", late), label);
			page_put(rq->page, arena_text(rq->work.mem, "Late.%u.why", late++), why);
		}
		if (!i || !text_same(round->rows[i].email, round->rows[i - 1].email))
			emails = text_join(rq->work.mem, emails, ", ", round->rows[i].email);
	}
	page_put(rq->page, "Lookup.emails", emails);
}

/* Where the pop-up lies over, as posted or in the address: the search or the record. */
static void put_back(struct request *rq)
{
	page_put(rq->page, "Lookup.back", text_same(request_posted(rq, "back"), "search") ? "search" : NULL);
}

static void show_found(struct request *rq, const struct row *customer, const struct round *round, int status)
{
	const struct text_value *ticks = strcmp(rq->method, "POST") ? NULL : rq->body;
	struct form form = customer_form(&rq->work, customer);
	const struct row *rows = social_compare(&rq->work, customer, &form, round->found.first, ticks);
	const struct row *pictures = social_pictures(&rq->work, customer, round->found.first, ticks);

	put_round(rq, round);
	put_back(rq);
	page_put(rq->page, "Lookup.row_version", row_text(customer, "row_version"));
	page_put_rows(rq->page, "Compared", rows, 0);
	page_put_rows(rq->page, "Pictures", pictures, 0);
	show_status(rq, status, rows || pictures ? "lookup/found.cs" : "lookup/nothing.cs");
}

/* The record and its look-up; NULL, and answered, when one of them is not there. */
static const struct row *open(struct request *rq, const struct row **ordered)
{
	const struct row *customer = record_open(rq);

	if (!customer)
		return NULL;
	*ordered = lookup_get(&rq->work, rq->id);
	if (*ordered)
		return customer;
	see_other(rq, "/customer/%s/overview", rq->id);
	return NULL;
}

/* The pop-up that says that it searches, and goes on to found() by itself. It opens by itself once: who cancels it and
 * goes on to another page of the record is not asked again. */
static void search(struct request *rq)
{
	const struct row *ordered, *customer = open(rq, &ordered), *email;
	const char *emails = "";

	if (!customer)
		return;
	for (email = lookup_emails(&rq->work, rq->id, ordered); email; email = email->next)
		emails = text_join(rq->work.mem, emails, ", ", row_text(email, "address"));
	page_put(rq->page, "Lookup.emails", emails);
	if (text_same(row_text(ordered, "state"), "ordered"))
		lookup_set_state(&rq->work, rq->id, "opened");
	page_put(rq->page, "Lookup.searching", "1");
	put_back(rq);
	show(rq, "lookup/search.cs");
}

/* Whether a provider is still busy with it. */
static bool is_queued(const struct round *round)
{
	for (size_t i = 0; i < round->count; i++)
		if (round->rows[i].outcome == OUTCOME_QUEUED)
			return true;
	return false;
}

/* Carries out what was ordered, and shows it. Opened again, it shows what is known without asking anew. */
static void found(struct request *rq)
{
	const struct row *ordered, *customer = open(rq, &ordered);
	const struct round *round;

	if (!customer)
		return;
	round = go_round(rq, ordered, text_in_set("ordered,opened,waiting", row_text(ordered, "state")));
	lookup_set_state(&rq->work, rq->id, is_queued(round) ? "waiting" : "done");
	show_found(rq, customer, round, 200);
}

/* The pop-up comes back with what was TYPED and the sentence WRONG. */
static void ask_again(struct request *rq, const char *typed, const char *wrong)
{
	if (!record_open(rq))
		return;
	page_put(rq->page, "Lookup.typed", typed);
	page_put(rq->page, "Lookup.error", wrong);
	put_back(rq);
	show_status(rq, 422, "lookup/nothing.cs");
}

/* Search Web, and the button on Details. */
static void order(struct request *rq)
{
	const char *email = request_posted(rq, "email"), *back = text_same(request_posted(rq, "back"), "search") ? "?back=search" : "";
	struct form form = form_read(rq->work.mem, WITH({ "type", "personal" }, { "address", email }),
		email_fields, NULL);
	bool is_on = text_same(request_who(rq, "access_social_media"), "1");

	if (email && !form_value(&form, "address")) {
		ask_again(rq, email, text_or(form_entry(&form, "address")->error, "Enter the e-mail address to search by."));
	} else if (is_on && lookup_order(&rq->work, rq->id, email ? form_value(&form, "address") : NULL)) {
		see_other(rq, "/lookup/%s%s", rq->id, back);
	} else {
		ask_again(rq, email, is_on ?
			"Nobody can be asked about that: type another e-mail address." :
			"Social media is switched off in Setup, so nobody was asked.");
	}
}

/* ------------------------------------------------------------------ pictures */

static const struct finding *with_key(struct request *rq, const struct finding *found, const char *key)
{
	for (; found; found = found->next)
		if (!strcmp(found->field, "picture") && text_same(finding_key(rq->work.mem, found), key))
			return found;
	return NULL;
}

/* The picture that FOUND points to: fetched once, whoever asks first. NULL when it is none. */
static const char *picture_of(struct request *rq, const struct finding *found, size_t *length)
{
	bool known;
	const char *picture = photo_found(&rq->work, found->value, length, &known);

	if (known)
		return picture;
	picture = image_fetch(rq->work.mem, found->value, length);
	photo_store_found(&rq->work, found->value, picture, picture ? *length : 0);
	return picture;
}

/* A found profile image, for the pop-up. */
static void picture(struct request *rq)
{
	const struct row *ordered = lookup_get(&rq->work, rq->id);
	const struct round *round = ordered ? go_round(rq, ordered, false) : NULL;
	const struct finding *finding = round ? with_key(rq, round->found.first, request_posted(rq, "key")) : NULL;
	size_t length;
	const char *bytes = finding ? picture_of(rq, finding, &length) : NULL;

	if (bytes)
		show_bytes(rq, "image/jpeg", bytes, length);
	else
		show_error(rq, 404);
}

/* Makes the ticked picture the profile image; false when it cannot be used. */
static bool take_picture(struct request *rq, const struct finding *found)
{
	size_t length;
	const char *bytes;

	for (; found; found = found->next) {
		if (strcmp(found->field, "picture") || !social_is_ticked(&rq->work, found, rq->body))
			continue;
		bytes = picture_of(rq, found, &length);
		if (!bytes)
			return false;
		photo_put(&rq->work, rq->id, bytes, length, found->source);
	}
	return true;
}

/* ------------------------------------------------------------------ taking over */

/* Update Customer: exactly what is ticked. */
static void update(struct request *rq)
{
	const struct row *ordered, *customer = open(rq, &ordered);
	const char *wrong, *place;
	const struct round *round;
	enum customer_saved saved;

	if (!customer)
		return;
	place = text_same(request_posted(rq, "back"), "search") ? "/customers" : arena_text(rq->work.mem, "/customer/%s/overview", rq->id);
	round = go_round(rq, ordered, false);
	saved = social_accept(&rq->work, rq->id, round->found.first, rq->body, request_posted(rq, "row_version"), &wrong);
	if (saved == CUSTOMER_SAVED && !take_picture(rq, round->found.first))
		wrong = "The ticked profile image cannot be used: it was not there, or is no picture. Tick another one or none.";
	if (wrong) {
		page_put(rq->page, "Error.sentence", wrong);
		show_found(rq, customer, round, 422);
	} else if (saved == CUSTOMER_STALE) {
		page_put(rq->page, "Stale.who", row_text(customer, "changed_by_name"));
		page_put(rq->page, "Stale.fields", activity_fields_since(&rq->work, rq->id, request_posted(rq, "row_version")));
		show_found(rq, customer, round, 409);
	} else {
		see_other(rq, "%s?done=%s", place, saved == CUSTOMER_SAVED ? "social" : "unticked");
	}
}

/* ------------------------------------------------------------------ late answers */

/* A provider sends what it had queued; it is shown when the record is opened next. */
static void late(struct request *rq)
{
	const struct provider *provider = provider_named(row_text(rq->ticket, "provider"));
	const char *customer_id = row_text(rq->ticket, "customer_id");
	struct inquiry in = { .provider = provider, .mem = rq->work.mem, .email = "", .base = "", .key = "", .hook = "" };
	struct reply reply = { .status = 200, .type = "application/json", .location = "", .text = rq->json,
		.length = strlen(rq->json) };

	if (lookup_answer(&rq->work, provider->name, row_text(rq->ticket, "email_hash")).outcome != OUTCOME_QUEUED) {
		show_bytes(rq, "text/plain", "ok\n", 3); /* it answered when it was asked again */
		return;
	}
	provider->read(&in, &reply);
	lookup_store(&rq->work, customer_id, provider->name, row_text(rq->ticket, "email_hash"), in.outcome,
		in.found.first, 0);
	lookup_set_state(&rq->work, customer_id, "news");
	show_bytes(rq, "text/plain", "ok\n", 3);
}

static const struct route routes[] = {
	{ "GET",  "/#",         MAY_EDIT_CUSTOMERS, search },
	{ "GET",  "/#/found",   MAY_EDIT_CUSTOMERS, found },
	{ "GET",  "/#/picture", MAY_EDIT_CUSTOMERS, picture },
	{ "POST", "/#/order",   MAY_EDIT_CUSTOMERS, order },
	{ "POST", "/#",         MAY_EDIT_CUSTOMERS, update },
	{ "POST", "/late",      BY_TICKET,          late },
	{ 0 }
};

int main(void)
{
	return serve(routes);
}
