/* Customer Search, the Quick Look and New Customer. What is found is domain/customer/search.c's to say, what
 * is a good customer domain/customer/customer.c's. */
#include "base/clock.h"
#include "base/json.h"
#include "desk/customer_form.h"
#include "desk/list.h"
#include "desk/record.h"
#include "desk/sentence.h"
#include "domain/customer/contact.h"
#include "domain/customer/customer.h"
#include "domain/customer/lookup.h"
#include "domain/customer/search.h"
#include "domain/staff/session.h"
#include "rules/kind.h"

/* ------------------------------------------------------------------ Customer Search */

/* ROWS with how their dates read. */
static const struct row *with_dates(struct request *rq, const struct row *rows)
{
	struct rows made = { 0 };

	for (; rows; rows = rows->next)
		rows_add(&made, row_with(rq->work.mem, rows, WITH(
			{ "changed_shown", clock_day(rq->work.mem, row_text(rows, "changed_at")) })));
	return made.first;
}

static bool has_filter(const struct form *form)
{
	for (const struct form_entry *entry = form->entries; entry->field; entry++)
		if (!text_empty(entry->text))
			return true;
	return false;
}

static const struct row *find(struct request *rq, const struct text_value *query, const struct form *filters,
	bool inactive_too, unsigned page)
{
	const char *text = text_trim(rq->work.mem, text_or(text_value_of(query, "search"), ""));

	if (has_filter(filters))
		return search_advanced(&rq->work, filters, inactive_too, page);
	if (*text)
		return search_find(&rq->work, text, inactive_too, page);
	return customer_recent(&rq->work, inactive_too, page);
}

static bool is_advanced(struct request *rq, const struct text_value *query)
{
	const char *style = text_or(request_query(rq, "style"), text_value_of(query, "style"));

	return text_empty(style) ? text_same(request_who(rq, "simple_search"), "0") : text_same(style, "advanced");
}

static struct answer search(struct request *rq)
{
	const char *sealed = request_query(rq, "find"), *lookup = request_query(rq, "lookup");
	const struct text_value *query = search_open(&rq->work, sealed);
	bool inactive_too = text_same(text_value_of(query, "inactive"), "1");
	struct form filters = form_read(rq->work.mem, query, search_fields, NULL);
	unsigned page = request_list_page(rq);
	const struct row *rows = find(rq, query, &filters, inactive_too, page);

	page_put_form(rq->page, &filters);
	page_put(rq->page, "Find.text", text_value_of(query, "search"));
	page_put(rq->page, "Find.asked", has_filter(&filters) || text_value_of(query, "search") ? "1" : NULL);
	page_put(rq->page, "Find.filtered", has_filter(&filters) ? "1" : NULL);
	page_put(rq->page, "Find.inactive", inactive_too ? "1" : NULL);
	page_put(rq->page, "Find.advanced", is_advanced(rq, query) ? "1" : NULL);
	page_put(rq->page, "Find.sealed", query && query->name ? sealed : NULL);
	if (!rows && !inactive_too && find(rq, query, &filters, true, page))
		page_put(rq->page, "Find.only_inactive", "1");
	list_put(rq, "Customers", with_dates(rq, rows), page, SEARCH_PAGE, SEARCH_PAGES);
	page_put(rq->page, "Lookup.id", text_all_digits(lookup) ? lookup : NULL);
	return answer_page("customers/search.cs");
}

/* What was typed goes on as a sealed word in the address, where no log can read it. */
static struct answer search_post(struct request *rq)
{
	const char *inactive = text_or(request_posted(rq, "show_inactive"), text_or(request_posted(rq, "inactive"), "0"));
	const char *sealed = search_seal(&rq->work, rq->body, text_same(inactive, "1"));

	session_set_find(&rq->work, sealed);
	return answer_see_other(rq, "/customers?find=%s", sealed);
}

static struct answer quick_look(struct request *rq)
{
	(void)rq;
	return answer_page("customers/look.cs");
}

/* ------------------------------------------------------------------ New Customer */

static struct answer show_form(struct request *rq, struct form *form, int status)
{
	page_put(rq->page, "Before.id", request_posted(rq, "before"));
	page_put(rq->page, "Find.sealed", text_or(request_posted(rq, "find"), request_query(rq, "find")));
	return customer_form_show(rq, form, status, "customers/new.cs");
}

static struct answer blank(struct request *rq)
{
	const struct text_value *query = search_open(&rq->work, request_query(rq, "find"));
	struct form form = form_blank(rq->work.mem, NULL, customer_fields, contact_groups);

	if (text_value_of(query, "search"))
		customer_form_carry_over(rq, &form, text_value_of(query, "search"));
	return show_form(rq, &form, 200);
}

static struct answer add(struct request *rq)
{
	struct form form = customer_form_read(rq, NULL);
	const char *id, *done;
	bool looked_up;

	if (customer_form_changes_rows(rq, &form, NULL))
		return show_form(rq, &form, 200);
	if (!form.good)
		return show_form(rq, &form, 422);
	id = rq->added = customer_add(&rq->work, &form);
	done = sentence_word(rq, "added", id, customer_warning(&form));
	/* lookup_order() looks at the switch as well; where it is off, this saves its statement */
	looked_up = row_is(rq->who, "access_social_media") && !customer_is_left_alone(&form) &&
		lookup_order(&rq->work, id, NULL);
	if (text_same(request_posted(rq, "save"), "continue"))
		return answer_see_other(rq, "/customers?done=%s%s%s", done, looked_up ? "&lookup=" : "", looked_up ? id : "");
	return answer_see_other(rq, "/customer/%s/overview?done=%s", id, done);
}

/* This form has added a customer, then other words were typed: what was typed is the same person's, or another one's. */
static struct answer added_before(struct request *rq)
{
	struct form form = customer_form_read(rq, NULL);
	struct answer answer;

	customer_form_changes_rows(rq, &form, NULL);
	answer = show_form(rq, &form, 409);
	page_put(rq->page, "Before.id", row_text(rq->before, "customer_id"));
	page_put(rq->page, "Before.at", clock_shown(rq->work.mem, row_text(rq->before, "created_at")));
	return answer;
}

/* What is understood by a date while the form is still being filled in, in words, or what is wrong with it. */
static struct answer say_date(struct request *rq)
{
	const char *said = NULL, *error = NULL;

	for (const struct field *field = customer_fields; field->name; field++) {
		const char *day = text_trim(rq->work.mem, text_or(request_posted(rq, field->name), ""));
		if (field->kind != FIELD_DATE || !*day)
			continue;
		error = form_check(rq->work.mem, field, &day);
		said = error ? NULL : kind_said(rq->work.mem, field, day);
	}
	return answer_json(200, json_write(rq->work.mem, WITH({ "error", error }, { "said", said })));
}

static const struct route routes[] = {
	{ "GET",  "",        MAY_SEE_CUSTOMERS, search },
	{ "POST", "",        MAY_SEE_CUSTOMERS, search_post },
	{ "GET",  "/#/look", MAY_SEE_CUSTOMERS, quick_look, .record = &record_at_a_glance },
	{ "GET",  "/new",    MAY_ADD_CUSTOMERS, blank },
	{ "POST", "/new",    MAY_ADD_CUSTOMERS, add, .again = added_before },
	{ "POST", "/date",   MAY_SEE_CUSTOMERS, say_date },
	{ 0 }
};

const struct area customers_area = { "customers", routes };
