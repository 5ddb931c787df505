/* The Connections screen of a record and the pop-up of one connection. Add Connection is cgi-bin/connect.c; what may
 * be connected with what is domain/connection.c's to say. */
#include "view/radial.h"
#include "domain/customer/graph.h"
#include "domain/customer/connection.h"
#include "domain/customer/customer.h"
#include "desk/record.h"
#include "http/serve.h"
#include "rules/vocab.h"

/* Which page of the list, from 0; in addresses and forms the first one is 1. */
static unsigned page_of(const struct request *rq)
{
	unsigned long long page = text_number(text_or(text_or(text_value_of(rq->body, "page"), text_value_of(rq->query, "page")), ""));

	return page > 1 && page < 1000 ? (unsigned)page - 1 : 0;
}

/* ------------------------------------------------------------------ the list */

/* Relationship Type and Title of one row as posted; as stored when the row was not. */
static struct form row_form(struct request *rq, const struct row *row)
{
	struct arena *mem = rq->work.mem;
	const char *id = row_text(row, "id"), *type = text_value_of(rq->body, arena_text(mem, "relationship.%s", id));

	if (!type)
		return form_blank(mem, row->columns, connection_fields, NULL);
	return form_read(mem, WITH({ "relationship", type },
		{ "title", text_value_of(rq->body, arena_text(mem, "title.%s", id)) }), connection_fields, NULL);
}

/* Who is to be primary contact; NULL when nobody was chosen, or the one who is being removed. */
static const char *chosen_primary(struct request *rq)
{
	const char *chosen = text_or(text_value_of(rq->body, "primary_contact"), text_value_of(rq->body, "primary"));

	return text_empty(chosen) || text_same(chosen, text_value_of(rq->body, "remove")) ? NULL : chosen;
}

/* A row as it is stored, in one word for the form. */
static const char *as_stored(struct request *rq, const struct row *row)
{
	return arena_text(rq->work.mem, "%s|%s", row_text(row, "relationship"), text_or(row_text(row, "title"), ""));
}

/* The same of what is typed. */
static const char *as_posted(struct request *rq, const struct form *form)
{
	return arena_text(rq->work.mem, "%s|%s", text_or(form_value(form, "relationship"), ""),
		text_or(form_value(form, "title"), ""));
}

/* What was shown when somebody began to type; what is stored when the form does not say. */
static const char *as_shown(struct request *rq, const struct row *row)
{
	const char *was = text_value_of(rq->body, arena_text(rq->work.mem, "was.%s", row_text(row, "id")));

	return was ? was : as_stored(rq, row);
}

/* Whether anything was typed into the row since it was shown, and is not stored so already. */
static bool is_changed(struct request *rq, const struct row *row, const struct form *form)
{
	const char *typed = as_posted(rq, form);

	return strcmp(typed, as_shown(rq, row)) && strcmp(typed, as_stored(rq, row));
}

/* Whether another desk changed the row after it was shown here, and here it was changed too. */
static bool is_stale(struct request *rq, const struct row *row, const struct form *form)
{
	return is_changed(rq, row, form) && strcmp(as_shown(rq, row), as_stored(rq, row));
}

static const char *what_is_wrong(struct request *rq, const struct row *row, struct form *form)
{
	struct form_entry *type = form_entry(form, "relationship"), *title = form_entry(form, "title");

	if (type->error || title->error)
		return type->error ? type->error : title->error;
	if (!is_stale(rq, row, form))
		return NULL;
	return arena_text(rq->work.mem, "Somebody else made this %s%s%s meanwhile. Make it as it should be and save again.",
		vocab_label("relationship", row_text(row, "relationship")), row_text(row, "title") ? ", " : "",
		text_or(row_text(row, "title"), ""));
}

/* ROWS as they are typed: what was posted wins over what is stored, and a chosen primary contact over the present. */
static const struct row *as_typed(struct request *rq, const struct row *rows)
{
	const char *primary = chosen_primary(rq);
	struct rows made = { 0 };

	for (unsigned count = 0; rows && count < CONNECTION_PAGE; rows = rows->next, count++) {
		struct form form = row_form(rq, rows);
		struct form_entry *type = form_entry(&form, "relationship"), *title = form_entry(&form, "title");
		bool is_primary = text_empty(primary) ? row_is(rows, "is_primary") :
			text_same(primary, row_text(rows, "id"));
		rows_add(&made, row_with(rq->work.mem, rows, WITH({ "relationship", type->text }, { "title", title->text },
			{ "error", what_is_wrong(rq, rows, &form) }, { "was", as_stored(rq, rows) },
			{ "is_primary", is_primary ? "1" : "0" })));
	}
	return made.first;
}

static void put_types(struct request *rq)
{
	unsigned at = 0;

	for (const struct vocab_term *term = vocab_first("relationship"); term; term = vocab_next(term), at++) {
		page_put(rq->page, arena_text(rq->work.mem, "Types.%u.code", at), term->code);
		page_put(rq->page, arena_text(rq->work.mem, "Types.%u.label", at), term->label);
	}
}

/* ------------------------------------------------------------------ the picture */

/* Fills DOTS with the customer and its CIRCLE; returns how many there are. */
static size_t place_circle(struct request *rq, const struct row *circle, struct radial_dot *dots)
{
	const char *ids[GRAPH_MAX + 1] = { rq->id };
	size_t count = 1;

	dots[0].parent = -1;
	for (const struct row *row = circle; row; row = row->next, count++) {
		ids[count] = row_text(row, "id");
		for (size_t i = 0; i < count; i++)
			if (text_same(ids[i], row_text(row, "parent_id")))
				dots[count].parent = (int)i;
	}
	radial_place(dots, count);
	return count;
}

/* A name for the picture: long ones would run into their neighbors; the whole one is the dot's title. */
static const char *short_name(struct arena *mem, const char *name)
{
	const char *end = name;

	if (text_length(name) <= 24)
		return name;
	for (int letters = 0; letters < 23; letters++)
		end += strlen(text_first(mem, end));
	return arena_text(mem, "%.*s\xe2\x80\xa6", (int)(end - name), name);
}

static void put_dot(struct request *rq, size_t at, const struct radial_dot *dots, const struct row *row)
{
	struct arena *mem = rq->work.mem;
	const struct radial_dot *dot = &dots[at], *from = &dots[dot->parent < 0 ? 0 : dot->parent];

	page_put_row(rq->page, arena_text(mem, "Picture.dots.%zu", at), row_with(mem, row, WITH(
		{ "x", arena_text(mem, "%d", dot->x) }, { "y", arena_text(mem, "%d", dot->y) },
		{ "from_x", arena_text(mem, "%d", from->x) }, { "from_y", arena_text(mem, "%d", from->y) },
		{ "text_y", arena_text(mem, "%d", dot->y + 36) },
		{ "short_name", short_name(mem, row_text(row, "name")) },
		{ "step", dot->step ? arena_text(mem, "%d", dot->step) : NULL })));
}

/* The customer in the middle, its connections around it, theirs around those. */
static void put_picture(struct request *rq, const struct row *customer)
{
	const struct row *circle = graph_around(&rq->work, rq->id), *row = circle;
	struct radial_dot dots[GRAPH_MAX + 1] = { 0 }, least = { 0 }, most = { 0 };
	size_t count = place_circle(rq, circle, dots);

	if (!circle)
		return;
	put_dot(rq, 0, dots, customer);
	for (size_t at = 1; at < count; at++, row = row->next) {
		put_dot(rq, at, dots, row);
		least.x = dots[at].x < least.x ? dots[at].x : least.x;
		least.y = dots[at].y < least.y ? dots[at].y : least.y;
		most.x = dots[at].x > most.x ? dots[at].x : most.x;
		most.y = dots[at].y > most.y ? dots[at].y : most.y;
	}
	/* around the outermost dots, with room for the names below them */
	page_put(rq->page, "Picture.box", arena_text(rq->work.mem, "%d %d %d %d", least.x - 160, least.y - 30,
		most.x - least.x + 320, most.y - least.y + 80));
	page_put(rq->page, "Picture.width", arena_text(rq->work.mem, "%d", most.x - least.x + 320));
	page_put(rq->page, "Picture.height", arena_text(rq->work.mem, "%d", most.y - least.y + 80));
}

/* ------------------------------------------------------------------ the screen */

static void show_list(struct request *rq, const struct row *customer, int status)
{
	unsigned page = page_of(rq), count = 0;
	const struct row *rows = connection_list(&rq->work, rq->id, page), *more;

	if (!rows && page) /* behind the last page, as after its only row was removed */
		rows = connection_list(&rq->work, rq->id, page = 0);
	for (more = rows; more && count < CONNECTION_PAGE; count++)
		more = more->next;
	page_put_rows(rq->page, "Connected", as_typed(rq, rows), 0);
	put_types(rq);
	page_put(rq->page, "List.page", arena_text(rq->work.mem, "%u", page + 1));
	page_put(rq->page, "List.first", arena_text(rq->work.mem, "%u", page * CONNECTION_PAGE + 1));
	page_put(rq->page, "List.last", arena_text(rq->work.mem, "%u", page * CONNECTION_PAGE + count));
	if (page)
		page_put(rq->page, "List.previous", arena_text(rq->work.mem, "%u", page));
	if (more)
		page_put(rq->page, "List.next", arena_text(rq->work.mem, "%u", page + 2));
	page_put(rq->page, "List.primary", chosen_primary(rq));
	if (!page)
		put_picture(rq, customer);
	show_status(rq, status, "connections/list.cs");
}

static void list(struct request *rq)
{
	const struct row *customer = record_open(rq);

	if (customer)
		show_list(rq, customer, 200);
}

/* One connection: who it is, Primary Contact, Remove Connection. */
static void one(struct request *rq)
{
	const struct row *customer = record_open(rq), *other;

	if (!customer)
		return;
	if (!request_posted(rq, "with")) {
		see_other(rq, "/connections/%s", rq->id);
		return;
	}
	other = connection_get(&rq->work, rq->id, request_posted(rq, "with"));
	if (!other) {
		show_error(rq, 404);
		return;
	}
	page_put_row(rq->page, "Other", other);
	page_put(rq->page, "List.page", arena_text(rq->work.mem, "%u", page_of(rq) + 1));
	show(rq, "connections/one.cs");
}

/* Stores what is typed in ROWS; false when something is wrong, and then nothing is. */
static bool change_rows(struct request *rq, const struct row *rows)
{
	for (const struct row *row = rows; row; row = row->next) {
		struct form form = row_form(rq, row);
		if (what_is_wrong(rq, row, &form))
			return false;
	}
	for (const struct row *row = rows; row; row = row->next) {
		struct form form = row_form(rq, row);
		if (is_changed(rq, row, &form))
			connection_change(&rq->work, rq->id, row_text(row, "id"), &form);
	}
	return true;
}

/* Gone at once; what is typed in the other rows comes back to be saved or not. */
static void remove_one(struct request *rq, const char *other)
{
	const struct row *customer;
	const char *promoted;
	bool removed = connection_remove(&rq->work, rq->id, other, &promoted);

	if (!(customer = record_open(rq)))
		return;
	if (removed)
		page_put(rq->page, "Page.done", promoted ? arena_text(rq->work.mem,
			"The connection was removed. %s is the primary contact now.", promoted) :
			"The connection was removed.");
	show_list(rq, customer, 200);
}

/* Save; or the buttons of a connection's pop-up: Remove, and the X, which keeps the choice without storing it. */
static void save(struct request *rq)
{
	const char *primary = chosen_primary(rq);
	const struct row *customer;

	if (request_posted(rq, "remove")) {
		remove_one(rq, request_posted(rq, "remove"));
		return;
	}
	if (!(customer = record_open(rq)))
		return;
	if (text_same(request_posted(rq, "do"), "close")) {
		show_list(rq, customer, 200);
	} else if (!change_rows(rq, connection_list(&rq->work, rq->id, page_of(rq)))) {
		show_list(rq, customer, 422);
	} else if (primary && customer_is_business(customer) &&
		   !connection_make_primary(&rq->work, rq->id, primary)) {
		page_put(rq->page, "Error.sentence",
			"Whoever was chosen as primary contact is not connected any more. Choose again.");
		show_list(rq, customer, 422);
	} else {
		see_other(rq, "/connections/%s?page=%u&done=connections", rq->id, page_of(rq) + 1);
	}
}

static const struct route routes[] = {
	{ "GET",  "/#",     MAY_SEE_CUSTOMERS,  list },
	{ "GET",  "/#/one", MAY_SEE_CUSTOMERS,  one },
	{ "POST", "/#",     MAY_EDIT_CUSTOMERS, save },
	{ 0 }
};

int main(void)
{
	return serve(routes);
}
