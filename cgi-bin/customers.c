/* Customer Search, the Quick Look and New Customer. What is found is domain/search.c's to say, what is a good
 * customer domain/customer.c's. */
#include "base/clock.h"
#include "domain/customer/customer.h"
#include "domain/customer/lookup.h"
#include "domain/customer/contact.h"
#include "domain/customer/search.h"
#include "domain/staff/session.h"
#include "desk/customer_form.h"
#include "http/serve.h"

/* ------------------------------------------------------------------ Customer Search */

/* Puts the rows of a list, how its dates read, and the way to the pages before and behind. */
static void put_rows(struct request *rq, const struct row *rows, unsigned page)
{
	struct rows shown = { 0 };
	unsigned count = 0;

	for (; rows && count < SEARCH_PAGE; rows = rows->next, count++)
		rows_add(&shown, row_with(rq->work.mem, rows, WITH(
			{ "changed_shown", clock_day(rq->work.mem, row_text(rows, "changed_at")) })));
	page_put_rows(rq->page, "Customers", shown.first, 0);
	page_put(rq->page, "List.first", arena_text(rq->work.mem, "%u", page * SEARCH_PAGE + 1));
	page_put(rq->page, "List.last", arena_text(rq->work.mem, "%u", page * SEARCH_PAGE + count));
	if (page) /* in addresses the first page is 1; a template would take 0 for nothing */
		page_put(rq->page, "List.previous", arena_text(rq->work.mem, "%u", page));
	if (rows && page + 1 < SEARCH_PAGES)
		page_put(rq->page, "List.next", arena_text(rq->work.mem, "%u", page + 2));
}

static bool has_filter(const struct form *form)
{
	for (const struct form_entry *entry = form->entries; entry->field; entry++)
		if (!text_empty(entry->text))
			return true;
	return false;
}

static const struct row *find(struct request *rq, const struct text_value *sought, const struct form *filters,
	bool inactive_too, unsigned page)
{
	const char *text = text_trim(rq->work.mem, text_or(text_value_of(sought, "search"), ""));

	if (has_filter(filters))
		return search_advanced(&rq->work, filters, inactive_too, page);
	if (*text)
		return search_find(&rq->work, text, inactive_too, page);
	return customer_recent(&rq->work, inactive_too, page);
}

static bool is_advanced(struct request *rq, const struct text_value *sought)
{
	const char *style = text_or(text_value_of(rq->query, "style"), text_value_of(sought, "style"));

	return text_empty(style) ? text_same(request_who(rq, "simple_search"), "0") : text_same(style, "advanced");
}

static void search(struct request *rq)
{
	const char *sealed = text_value_of(rq->query, "find");
	const struct text_value *sought = search_open(&rq->work, sealed);
	unsigned page = request_number(rq, "page") ? request_number(rq, "page") - 1 : 0;

	sought = sought ? sought : NULL;
	bool inactive_too = text_same(text_value_of(sought, "inactive"), "1");
	struct form filters = form_read(rq->work.mem, sought, search_fields, NULL);
	const struct row *rows = find(rq, sought, &filters, inactive_too, page);
	page_put_form(rq->page, &filters);
	page_put(rq->page, "Find.text", text_value_of(sought, "search"));
	page_put(rq->page, "Find.asked", has_filter(&filters) || text_value_of(sought, "search") ? "1" : NULL);
	page_put(rq->page, "Find.filtered", has_filter(&filters) ? "1" : NULL);
	page_put(rq->page, "Find.inactive", inactive_too ? "1" : NULL);
	page_put(rq->page, "Find.advanced", is_advanced(rq, sought) ? "1" : NULL);
	page_put(rq->page, "Find.sealed", sought->name ? sealed : NULL);
	if (!rows && !inactive_too && find(rq, sought, &filters, true, page))
		page_put(rq->page, "Find.only_inactive", "1");
	put_rows(rq, rows, page);
	page_put(rq->page, "Lookup.id", text_all_digits(text_value_of(rq->query, "lookup")) ? text_value_of(rq->query, "lookup") : NULL);
	show(rq, "customers/search.cs");
}

/* What was typed goes on as a sealed word in the address, where no log can read it. */
static void look_for(struct request *rq)
{
	const char *inactive = text_or(request_posted(rq, "show_inactive"), text_or(request_posted(rq, "inactive"), "0"));
	struct text_value sought[16] = { { "style", request_posted(rq, "style") }, { "search", request_posted(rq, "search") },
		{ "inactive", text_same(inactive, "1") ? "1" : NULL } };
	struct text_value *end = sought + 3;
	const char *sealed;

	for (const struct field *field = search_fields; field->name; field++) {
		const char *text = text_trim(rq->work.mem, text_or(request_posted(rq, field->name), ""));
		*end++ = (struct text_value){ field->name, text_cut(rq->work.mem, text, 200) };
	}
	sought[1].text = text_cut(rq->work.mem, text_trim(rq->work.mem, text_or(sought[1].text, "")), 200);
	sealed = search_seal(&rq->work, sought);
	session_set_find(&rq->work, sealed);
	see_other(rq, "/customers?find=%s", sealed);
}

static void look(struct request *rq)
{
	const struct row *customer = customer_get(&rq->work, rq->id);

	if (!customer) {
		show_error(rq, 404);
		return;
	}
	page_put_row(rq->page, "Customer", customer);
	show(rq, "customers/look.cs");
}

/* ------------------------------------------------------------------ New Customer */

static void show_form(struct request *rq, struct form *form, int status)
{
	page_put(rq->page, "Find.sealed", request_posted(rq, "find"));
	customer_form_show(rq, form, status, "customers/new.cs");
}

static void blank(struct request *rq)
{
	const struct text_value *sought = search_open(&rq->work, text_value_of(rq->query, "find"));
	struct form form = form_blank(rq->work.mem, NULL, customer_fields, contact_groups);

	if (sought && text_value_of(sought, "search"))
		customer_form_carry_over(rq, &form, text_value_of(sought, "search"));
	show_form(rq, &form, 200);
}

static void add(struct request *rq)
{
	struct form form = customer_form_read(rq, NULL);
	const char *id;
	bool looked_up;

	if (customer_form_changes_rows(rq, &form)) {
		show_form(rq, &form, 200);
	} else if (!form.good) {
		show_form(rq, &form, 422);
	} else {
		id = customer_add(&rq->work, &form);
		looked_up = text_same(request_who(rq, "access_social_media"), "1") && lookup_order(&rq->work, id, NULL);
		if (text_same(request_posted(rq, "save"), "continue"))
			see_other(rq, "/customers?done=added&warn=%s&lookup=%s", customer_warning(&form), looked_up ? id : "");
		else
			see_other(rq, "/customer/%s/overview?done=added&warn=%s", id, customer_warning(&form));
	}
}

static const struct route routes[] = {
	{ "GET",  "",        MAY_SEE_CUSTOMERS, search },
	{ "POST", "",        MAY_SEE_CUSTOMERS, look_for },
	{ "GET",  "/#/look", MAY_SEE_CUSTOMERS, look },
	{ "GET",  "/new",    MAY_ADD_CUSTOMERS, blank },
	{ "POST", "/new",    MAY_ADD_CUSTOMERS, add },
	{ 0 }
};

int main(void)
{
	return serve(routes);
}
