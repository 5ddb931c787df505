/* What the stories about connections share: people, businesses, and lists in one line that a row of a table can hold. */
#ifndef TESTS_CONNECTING_H
#define TESTS_CONNECTING_H

#include "story.h"

#include "domain/log/activity.h"
#include "domain/customer/connection.h"

static const char sql_history[] = "SELECT GROUP_CONCAT(action, ': ', IFNULL(fields, '-') ORDER BY id SEPARATOR ' | ') "
	"FROM activity WHERE customer_id = :id AND action <> 'customer_added'";
static const char sql_sides[] = "SELECT COUNT(*) FROM connection WHERE customer_id = :id OR other_id = :id";
static const char sql_primaries[] = "SELECT COUNT(*) FROM connection WHERE customer_id = :id AND is_primary";

/* Connects :id with everybody called :family, as connection_add() would; a business has its first one as primary. */
static const char sql_family_here[] =
	"INSERT INTO connection (customer_id, other_id, relationship, title, is_primary, other_name, added_at) "
	"SELECT :id, id, 'employee', CONCAT('No. ', id), FALSE, LOWER(CONCAT(last_name, ' ', first_name)), "
	"NOW(6) + INTERVAL id MICROSECOND FROM customer WHERE last_name = :family";
static const char sql_family_there[] =
	"INSERT INTO connection (customer_id, other_id, relationship, title, is_primary, other_name, added_at) "
	"SELECT id, :id, 'employee', CONCAT('No. ', id), FALSE, :name, "
	"NOW(6) + INTERVAL id MICROSECOND FROM customer WHERE last_name = :family";
static const char sql_family_marked[] = "UPDATE customer SET is_connected = 1 WHERE id = :id OR last_name = :family";

/* Memory that outlives a request, for numbers of customers that were committed. */
static inline const char *lasting(const char *text)
{
	static struct arena *kept;

	kept = kept ? kept : arena_new();
	return arena_copy(kept, text, strlen(text));
}

static inline const char *person(const char *first, const char *last)
{
	return add_customer(WITH(PERSON(first, last)));
}

static inline const char *business(const char *name)
{
	return add_customer(WITH(BUSINESS_NAMED(name)));
}

/* A good form of Relationship Type and Title. */
static inline struct form how_of(struct work *who, const char *type, const char *title)
{
	struct form how = form_read(who->mem, WITH({ "relationship", type }, { "title", text_or(title, "") }),
		connection_fields, NULL);

	assert_true(how.good);
	return how;
}

static inline enum connected connect_as(const char *id, const char *other, const char *type, const char *title)
{
	struct form how = how_of(w, type, title);

	return connection_add(w, id, other, &how);
}

/* As an employee without a title; must succeed. */
static inline void join(const char *id, const char *other)
{
	assert_int_equal(connect_as(id, other, "employee", NULL), CONNECTED);
}

/* "Ann Ames* Employee Clerk, Bob Bell Friend": a page of the list, the primary contact with a star. */
static inline const char *list_of(const struct row *row)
{
	const char *all = NULL;

	for (; row; row = row->next) {
		const char *one = arena_text(w->mem, "%s%s %s", row_text(row, "name"),
			text_same(row_text(row, "is_primary"), "1") ? "*" : "", row_text(row, "relationship_label"));
		all = text_join(w->mem, all, ", ", text_join(w->mem, one, " ", row_text(row, "title_said")));
	}
	return all;
}

static inline const char *list(const char *id)
{
	return list_of(connection_list(w, id, 0));
}

/* Only the names, the primary contact with a star. */
static inline const char *names(const char *id)
{
	const char *all = NULL;

	for (const struct row *row = connection_list(w, id, 0); row; row = row->next)
		all = text_join(w->mem, all, ", ", arena_text(w->mem, "%s%s", row_text(row, "name"),
			text_same(row_text(row, "is_primary"), "1") ? "*" : ""));
	return all;
}

static inline const char *history(const char *id)
{
	return cell_of(sql_history, WITH({ "id", id }));
}

static inline const char *primaries(const char *id)
{
	return cell_of(sql_primaries, WITH({ "id", id }));
}

/* Adds COUNT people called FAMILY and connects them with ID, whose folded name is NAME. Nobody is primary. */
static inline void add_family(const char *id, const char *name, const char *family, const char *count)
{
	db_change(w, sql_family, WITH({ "family", family }, { "count", count }));
	db_change(w, sql_family_here, WITH({ "id", id }, { "family", family }));
	db_change(w, sql_family_there, WITH({ "id", id }, { "family", family }, { "name", name }));
	db_change(w, sql_family_marked, WITH({ "id", id }, { "family", family }));
}

#endif
