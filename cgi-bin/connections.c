/* The Connections screen of a record and the pop-up of one connection. Add Connection is connect.c; what may be connected
 * with what is domain/customer/connection.c's to say. */
#include "desk/editable.h"
#include "desk/graph_page.h"
#include "desk/list.h"
#include "desk/record.h"
#include "desk/sentence.h"
#include "domain/customer/connection.h"
#include "domain/customer/customer.h"
#include "rules/vocab.h"

/* ------------------------------------------------------------------ the list */

/* Who is to be primary contact; NULL when nobody was chosen, or the one who is being removed. */
static const char *chosen_primary(struct request *rq)
{
	const char *chosen = text_or(request_posted(rq, "primary_contact"), request_posted(rq, "primary"));

	return text_empty(chosen) || text_same(chosen, request_posted(rq, "remove")) ? NULL : chosen;
}

/* Whether ROW is primary contact; "pending" while that waits for Save, so that it does not look like what is stored. */
static const char *primary_state(const struct row *row, const char *chosen)
{
	bool is = row_is(row, "is_primary"), will = chosen ? text_same(chosen, row_text(row, "id")) : is;

	if (will != is)
		return will ? "pending yes" : "pending no";
	return is ? "yes" : "no";
}

/* ROWS as they are typed: what was posted wins over what is stored. */
static const struct row *as_typed(struct request *rq, const struct row *rows)
{
	const char *primary = chosen_primary(rq);
	struct rows made = { 0 };

	for (; rows; rows = rows->next)
		rows_add(&made, row_with(rq->work.mem, editable_as_typed(rq, connection_fields, rows),
			WITH({ "primary_state", primary_state(rows, primary) },
			{ "is_employee", connection_stays_employee(rq->record, rows) ? "1" : NULL })));
	return made.first;
}

/* Whether what is typed in ROWS, or who was chosen, waits for Save. */
static bool is_unsaved(struct request *rq, const struct row *rows)
{
	for (; rows; rows = rows->next) {
		struct form form = editable_read(rq, connection_fields, rows);
		if (editable_is_changed(rows, &form))
			return true;
	}
	return chosen_primary(rq) != NULL;
}

static void put_types(struct request *rq)
{
	unsigned at = 0;

	for (const struct vocab_term *term = vocab_first("relationship"); term; term = vocab_next(term), at++) {
		page_put(rq->page, arena_text(rq->work.mem, "Types.%u.code", at), term->code);
		page_put(rq->page, arena_text(rq->work.mem, "Types.%u.label", at), term->label);
	}
}

/* ------------------------------------------------------------------ the screen */

static struct answer show_list(struct request *rq, int status)
{
	unsigned page = request_list_page(rq);
	const struct row *rows = connection_list(&rq->work, rq->id, page);

	if (!rows && page) /* behind the last page, as after its only row was removed */
		rows = connection_list(&rq->work, rq->id, page = 0);
	list_put(rq, "Connected", as_typed(rq, rows), page, CONNECTION_PAGE, 0);
	put_types(rq);
	page_put(rq->page, "List.primary", chosen_primary(rq));
	page_put(rq->page, "List.unsaved", is_unsaved(rq, rows) ? "1" : NULL);
	if (!page)
		graph_page_put(rq);
	return answer_page_with(status, "connections/list.cs");
}

static struct answer list(struct request *rq)
{
	return show_list(rq, 200);
}

/* One connection: who it is, Primary Contact, Remove Connection. */
static struct answer one(struct request *rq)
{
	const char *with = request_query(rq, "with");
	const struct row *other = with ? connection_get(&rq->work, rq->id, with) : NULL;

	if (!with)
		return answer_see_other(rq, "/connections/%s", rq->id);
	if (!other)
		return answer_error(404);
	page_put_row(rq->page, "Other", other);
	page_put(rq->page, "List.page", text_of_number(rq->work.mem, request_list_page(rq) + 1));
	return answer_page("connections/one.cs");
}

/* Stores what is typed in ROWS; false when something is wrong, and then nothing is. */
static bool change_rows(struct request *rq, const struct row *rows)
{
	if (editable_wrong(rq, connection_fields, rows))
		return false;
	for (; rows; rows = rows->next) {
		struct form form = editable_read(rq, connection_fields, rows);
		if (editable_is_changed(rows, &form))
			connection_change(&rq->work, rq->id, row_text(rows, "id"), &form);
	}
	return true;
}

/* Gone at once; what is typed in the other rows comes back to be saved or not. */
static struct answer remove_one(struct request *rq, const char *other)
{
	const char *promoted;

	if (connection_remove(&rq->work, rq->id, other, &promoted))
		page_put(rq->page, "Page.done", promoted ? arena_text(rq->work.mem,
			"The connection was removed. %s is the primary contact now.", promoted) :
			"The connection was removed.");
	return show_list(rq, 200);
}

/* Save; or the buttons of a connection's pop-up: Remove, and the X, which keeps the choice without storing it. */
static struct answer save(struct request *rq)
{
	const char *primary = chosen_primary(rq), *other = request_posted(rq, "remove");

	if (other)
		return remove_one(rq, other);
	if (text_same(request_posted(rq, "do"), "close"))
		return show_list(rq, 200);
	if (!change_rows(rq, connection_list(&rq->work, rq->id, request_list_page(rq))))
		return show_list(rq, 422);
	if (primary && customer_is_business(rq->record) && !connection_make_primary(&rq->work, rq->id, primary)) {
		page_put(rq->page, "Error.sentence",
			"Whoever was chosen as primary contact is not connected any more. Choose again.");
		return show_list(rq, 422);
	}
	return answer_see_other(rq, "/connections/%s?page=%u&done=%s", rq->id, request_list_page(rq) + 1,
		sentence_word(rq, "connections", rq->id, NULL));
}

static const struct route routes[] = {
	{ "GET",  "/#",     MAY_SEE_CUSTOMERS,  list, .record = &record_of_customer },
	{ "GET",  "/#/one", MAY_SEE_CUSTOMERS,  one, .record = &record_of_customer },
	{ "POST", "/#",     MAY_EDIT_CUSTOMERS, save, .record = &record_of_customer },
	{ 0 }
};

const struct area connections_area = { "connections", routes };
