/* Where providers (outside) and what is known of them (domain) meet. */
#include "task/lookup_run.h"

#include "base/conf.h"
#include "domain/customer/lookup.h"
#include "domain/staff/ticket.h"
#include "outside/inquiry.h"

/* A look-up being carried out. */
struct running {
	struct work *w;
	const char *customer_id;
	bool ask;
	struct lookup_run run;
	struct lookup_run_row **end;
};

/* Where PROVIDER may send an answer that takes longer; "" when it does not do that or cannot reach us. */
static const char *hook_of(struct running *it, const struct provider *provider, const char *hash)
{
	const char *site = conf_get("site.address");

	if (!provider->takes_hook || !*site)
		return "";
	return arena_text(it->w->mem, "%s%s/lookup/late?ticket=%s", site, conf_get("site.base"),
		ticket_make(it->w, it->customer_id, provider->name, hash));
}

static struct lookup_run_row *new_row(struct running *it, const struct provider *provider, const char *email)
{
	struct lookup_run_row *row = arena_get(it->w->mem, sizeof *row);

	row->provider = provider;
	row->email = email;
	row->hash = inquiry_hash(it->w->mem, email);
	return row;
}

static void put_row(struct running *it, struct lookup_run_row *row)
{
	*it->end = row;
	it->end = &row->next;
}

/* Adds PROVIDER: with what it answered before, or to be asked when that is wanted and it may be. */
static void add(struct running *it, const struct provider *provider, const char *email)
{
	struct lookup_run_row *row = new_row(it, provider, email);
	struct lookup_answer answer = lookup_answer(it->w, provider->name, row->hash);
	bool may_ask, resting;

	if (!provider_is_ready(it->w->mem, provider))
		return;
	row->outcome = answer.outcome;
	if (it->ask ? answer.is_fresh : answer.is_known) {
		finding_merge(it->w->mem, &it->run.found, answer.found.first);
	} else {
		may_ask = lookup_may_ask(it->w, provider->name, &resting);
		if (!resting && !(may_ask && it->ask))
			return; /* switched off, or never asked */
		row->outcome = OUTCOME_RESTING;
		if (may_ask)
			row->inquiry = inquiry_new(it->w->mem, provider, email, hook_of(it, provider, row->hash));
	}
	put_row(it, row);
}

/* The inquiries of RUN, *COUNT of them. */
static struct inquiry **inquiries(struct work *w, const struct lookup_run *run, size_t *count)
{
	struct inquiry **all;

	*count = 0;
	for (const struct lookup_run_row *row = run->rows; row; row = row->next)
		*count += row->inquiry != NULL;
	all = arena_get(w->mem, (*count + 1) * sizeof(struct inquiry *));
	for (const struct lookup_run_row *row = run->rows; row; row = row->next)
		if (row->inquiry)
			*all++ = row->inquiry;
	return all - *count;
}

static void store(struct running *it, size_t count)
{
	unsigned answered = 0;

	for (struct lookup_run_row *row = it->run.rows; row; row = row->next) {
		struct inquiry *in = row->inquiry;
		if (!in)
			continue;
		row->outcome = in->outcome;
		answered += in->outcome == OUTCOME_FOUND || in->outcome == OUTCOME_NOTHING;
		lookup_store(it->w, it->customer_id, in->provider->name, in->hash, in->outcome, in->found.first, in->wait);
		finding_merge(it->w->mem, &it->run.found, in->found.first);
	}
	lookup_note(it->w, it->customer_id, (unsigned)count, answered);
}

const struct lookup_run *lookup_run(struct work *w, const char *customer_id, const struct row *ordered, bool ask)
{
	struct running *it = arena_get(w->mem, sizeof *it);
	const struct row *email = lookup_emails(w, customer_id, ordered);
	struct inquiry **all;
	size_t count;

	*it = (struct running){ .w = w, .customer_id = customer_id, .ask = ask, .end = &it->run.rows };
	for (; email; email = email->next)
		for (const struct provider *provider = providers; provider->name; provider++)
			add(it, provider, row_text(email, "address"));
	all = inquiries(w, &it->run, &count);
	if (count) {
		db_commit_now(w);
		inquiry_ask_all(w->mem, all, count);
		store(it, count);
	}
	return &it->run;
}

bool lookup_run_is_queued(const struct lookup_run *run)
{
	for (const struct lookup_run_row *row = run->rows; row; row = row->next)
		if (row->outcome == OUTCOME_QUEUED)
			return true;
	return false;
}

void lookup_run_late(struct work *w, const struct row *ticket, const char *json)
{
	const struct provider *provider = provider_named(row_text(ticket, "provider"));
	const char *customer_id = row_text(ticket, "customer_id"), *hash = row_text(ticket, "email_hash");
	struct inquiry in = { .provider = provider, .mem = w->mem, .email = "", .base = "", .key = "", .hook = "" };
	struct reply reply = { .status = 200, .type = "application/json", .location = "", .text = json,
		.length = strlen(json) };

	if (lookup_answer(w, provider->name, hash).outcome != OUTCOME_QUEUED)
		return; /* it answered when it was asked again */
	provider->read(&in, &reply);
	lookup_store(w, customer_id, provider->name, hash, in.outcome, in.found.first, 0);
	lookup_set_state(w, customer_id, "news");
}
