/* The Add Connection pop-up of a record: first a search among those who are there, then, at any time, a new customer.
 * What may be connected with what is domain/customer/connection.c's to say. */
#include "base/clock.h"
#include "desk/customer_form.h"
#include "desk/record.h"
#include "desk/sentence.h"
#include "domain/customer/connection_new.h"
#include "domain/customer/customer.h"
#include "domain/customer/search.h"
#include "rules/kin.h"

/* Titles to choose from, each with what it is the other way round. */
static void put_titles(struct request *rq)
{
	for (unsigned at = 0; kin_rows[at].title; at++) {
		const char *const *back = kin_rows[at].back, *all = "";
		for (unsigned i = 0; i < KIN_BACK && back[i]; i++)
			all = text_join(rq->work.mem, all, ",", back[i]);
		page_put(rq->page, arena_text(rq->work.mem, "Titles.%u.title", at), kin_rows[at].title);
		page_put(rq->page, arena_text(rq->work.mem, "Titles.%u.back", at), all);
	}
}

/* Relationship Type and Title as posted. Who is there already becomes an employee of a business, whatever was posted;
 * a new customer only starts as that. */
static struct form how_form(struct request *rq, bool existing)
{
	const char *type = customer_is_business(rq->record) && existing ? "employee" : request_posted(rq, "relationship");

	return form_read(rq->work.mem, WITH({ "relationship", type }, { "title", request_posted(rq, "title") },
		{ "other_title", request_posted(rq, "other_title") }), connection_add_fields, NULL);
}

/* The same for a step that just opens: nothing is wrong yet. */
static struct form how_started(struct request *rq)
{
	const char *type = text_or(request_posted(rq, "relationship"), customer_is_business(rq->record) ? "employee" : NULL);

	return form_blank(rq->work.mem, WITH({ "relationship", type }, { "title", request_posted(rq, "title") },
		{ "other_title", request_posted(rq, "other_title") }), connection_add_fields, NULL);
}

/* To the record, which now has OTHER_ID; NULL: several. */
static struct answer lead_back(struct request *rq, const char *other_id)
{
	return answer_see_other(rq, "/customer/%s/overview?done=%s", rq->id,
		sentence_word(rq, other_id ? "connected" : "all_connected", other_id, NULL));
}

/* ------------------------------------------------------------------ who is there */

/* Who was ticked in an earlier search and is not among FOUND: they stay in the list, ticked. */
static struct rows kept_ticks(struct request *rq, const struct row *found)
{
	struct rows made = { 0 };

	for (const struct text_value *word = rq->body; word->name; word++) {
		if (strcmp(word->name, "other") || row_find(found, "id", word->text) ||
		    row_find(made.first, "id", word->text))
			continue;
		const struct row *kept = text_all_digits(word->text) ? customer_get(&rq->work, word->text) : NULL;
		if (!kept)
			continue;
		rows_add(&made, row_with(rq->work.mem, kept, WITH({ "ticked", "1" })));
	}
	return made;
}

/* Who was searched for and found, with the ticks that were made. */
static struct answer show_search(struct request *rq, struct form *how, int status)
{
	const char *text = text_cut(rq->work.mem, text_trim(rq->work.mem, text_or(request_posted(rq, "search"), "")), 200);
	const struct row *found = search_others(&rq->work, text, rq->record);
	struct rows made = kept_ticks(rq, found);

	page_put(rq->page, "Find.none", *text && !found ? "1" : NULL);
	for (; found; found = found->next)
		rows_add(&made, row_with(rq->work.mem, found, WITH(
			{ "ticked", text_values_have(rq->body, "other", row_text(found, "id")) ? "1" : NULL })));
	page_put_form(rq->page, how);
	put_titles(rq);
	page_put_rows(rq->page, "Found", made.first, 0);
	page_put(rq->page, "Find.text", text);
	return answer_page_with(status, "connect/add.cs");
}

/* Connects all that are ticked, or nobody: an answer of 422 undoes what went before the refusal. */
static struct answer connect_ticked(struct request *rq)
{
	struct form how = how_form(rq, true);
	const char *wrong = NULL;
	unsigned count = 0;

	for (const struct text_value *word = rq->body; word->name && how.good && !wrong; word++) {
		if (strcmp(word->name, "other"))
			continue;
		const struct row *other = customer_get(&rq->work, word->text);
		wrong = connection_refusal(rq->work.mem, connection_add(&rq->work, rq->id, word->text, &how),
			other ? row_text(other, "name") : "");
		count++;
	}
	if (how.good && !count)
		wrong = "Tick a name in the list first, or create a new customer.";
	if (how.good && !wrong)
		return lead_back(rq, count == 1 ? request_posted(rq, "other") : NULL);
	page_put(rq->page, "Error.sentence", wrong);
	return show_search(rq, &how, 422);
}

/* ------------------------------------------------------------------ a new customer */

static struct answer show_new(struct request *rq, struct form *form, struct form *how, int status)
{
	page_put_form(rq->page, form);
	page_put_form(rq->page, how);
	put_titles(rq);
	page_put(rq->page, "Form.different_contact", text_same(request_posted(rq, "same_contact"), "0") ? "1" : NULL);
	return answer_page_with(status, "connect/new.cs");
}

/* The second step opens with the words that were searched for in the name. */
static struct answer start_new(struct request *rq)
{
	const char *text = text_trim(rq->work.mem, text_or(request_posted(rq, "search"), ""));
	struct form form = form_blank(rq->work.mem, NULL, customer_fields, NULL);
	struct form how = how_started(rq);

	if (*text && !strpbrk(text, "@0123456789"))
		customer_form_carry_over(rq, &form, text);
	return show_new(rq, &form, &how, 200);
}

static struct answer add_new(struct request *rq)
{
	bool same = !text_same(request_posted(rq, "same_contact"), "0");
	struct form form = customer_form_read(rq, customer_is_business(rq->record) ? "individual" : NULL);
	struct form how = how_form(rq, false);
	const char *wrong;

	if (!form.good || !how.good)
		return show_new(rq, &form, &how, 422);
	wrong = connection_refusal(rq->work.mem,
		connection_new(&rq->work, rq->id, &form, &how, same, &rq->added), "That customer");
	if (!wrong)
		return lead_back(rq, rq->added);
	page_put(rq->page, "Error.sentence", wrong);
	return show_new(rq, &form, &how, 422);
}

/* This form has added and connected a customer, then other words were typed. */
static struct answer added_before(struct request *rq)
{
	struct form form = customer_form_read(rq, customer_is_business(rq->record) ? "individual" : NULL);
	struct form how = how_form(rq, false);

	page_put(rq->page, "Before.id", row_text(rq->before, "customer_id"));
	page_put(rq->page, "Before.at", clock_shown(rq->work.mem, row_text(rq->before, "created_at")));
	return show_new(rq, &form, &how, 409);
}

/* ------------------------------------------------------------------ the pop-up */

static struct answer start(struct request *rq)
{
	struct form how = how_started(rq);

	return show_search(rq, &how, 200);
}

static struct answer add(struct request *rq)
{
	if (text_same(request_posted(rq, "do"), "create") && right_held(&rq->work, MAY_ADD_CUSTOMERS))
		return start_new(rq);
	if (text_same(request_posted(rq, "do"), "save"))
		return connect_ticked(rq);
	return start(rq);
}

static const struct route routes[] = {
	{ "GET",  "/#",     MAY_EDIT_CUSTOMERS, start, .record = &record_of_customer },
	{ "POST", "/#",     MAY_EDIT_CUSTOMERS, add, .record = &record_of_customer },
	/* the opened record changes as well */
	{ "POST", "/#/new", MAY_ADD_CUSTOMERS,  add_new, .also = MAY_EDIT_CUSTOMERS, .record = &record_of_customer,
	  .again = added_before },
	{ 0 }
};

const struct area connect_area = { "connect", routes };
