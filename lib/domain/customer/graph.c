/* The picture's circle: the first connections of a customer, and theirs, shared evenly. Each neighbor is one short range
 * of an index, so a fleet of thousands among them costs no more than a family. */
#include "domain/customer/graph.h"

#include "domain/customer/listed.h"
#include "rules/vocab.h"

enum { NEAR = 24, FAR = 30, TURNS = 6 };

static const char sql_circle_near[] =
	"SELECT c.id, :customer_id AS parent_id, c.customer_type, c.inactive, " SQL_NAME("c") ", k.relationship, k.title "
	"FROM (SELECT other_id, relationship, title, is_primary, other_name FROM connection "
	"  WHERE customer_id = :customer_id ORDER BY is_primary DESC, other_name, other_id LIMIT :near_limit) k "
	"JOIN customer c ON c.id = k.other_id ORDER BY k.is_primary DESC, k.other_name, c.id";

/* Of one neighbor, those that are not connected with the customer itself. */
static const char sql_circle_far[] =
	"SELECT c.id, :parent_id AS parent_id, c.customer_type, c.inactive, " SQL_NAME("c") ", k.relationship, k.title "
	"FROM (SELECT other_id, relationship, title, is_primary, other_name FROM connection "
	"  WHERE customer_id = :parent_id ORDER BY is_primary DESC, other_name, other_id LIMIT :far_limit) k "
	"JOIN customer c ON c.id = k.other_id "
	"LEFT JOIN connection d ON d.customer_id = :customer_id AND d.other_id = k.other_id "
	"WHERE d.other_id IS NULL AND c.id <> :customer_id ORDER BY k.is_primary DESC, k.other_name, c.id";

/* The circle so far. */
struct graph {
	struct rows rows;
	unsigned count;
};

static void add(struct work *w, struct graph *circle, const struct row *row)
{
	rows_add(&circle->rows, row_with(w->mem, row, WITH({ "relationship_label",
		vocab_label("relationship", row_text(row, "relationship")) })));
	circle->count++;
}

/* The next of ROWS that nobody brought yet, NULL when there is none. */
static const struct row *newcomer(const struct graph *circle, const struct row *rows)
{
	while (rows && row_find(circle->rows.first, "id", row_text(rows, "id")))
		rows = rows->next;
	return rows;
}

const struct row *graph_around(struct work *w, const char *customer_id)
{
	const struct row *near = db_rows(w, sql_circle_near,
		WITH({ "customer_id", customer_id }, { "near_limit", text_of_number(w->mem, NEAR) }));
	const struct row *far[NEAR] = { NULL };
	struct graph circle = { 0 };
	unsigned neighbors = 0;

	for (; near && neighbors < NEAR; near = near->next) {
		add(w, &circle, near);
		far[neighbors++] = db_rows(w, sql_circle_far,
			WITH({ "customer_id", customer_id }, { "parent_id", row_text(near, "id") },
				{ "far_limit", text_of_number(w->mem, FAR) }));
	}
	for (unsigned turn = 0; turn < TURNS; turn++)
		for (unsigned at = 0; at < neighbors && circle.count < GRAPH_MAX; at++)
			if ((far[at] = newcomer(&circle, far[at])))
				add(w, &circle, far[at]);
	return circle.rows.first;
}
