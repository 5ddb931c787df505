/* Connections between customers: family, employer, the contacts of a business. A pair is connected once, is seen from
 * both sides with the same type, and never joins two businesses. A title says what the other is to this one, so each side has its
 * own; only the job at a business reads the same from both. A business with connections has exactly one primary contact. */
#ifndef DOMAIN_CUSTOMER_CONNECTION_H
#define DOMAIN_CUSTOMER_CONNECTION_H

#include "rules/form.h"
#include "store/db.h"

enum { CONNECTION_PAGE = 25, CONNECTION_SUMMARY = 5, CONNECTION_COUNTED = 1000 };

/* Relationship Type and Title. */
extern const struct field connection_fields[];

/* The same for a new connection, with the title that the other record gets. */
extern const struct field connection_add_fields[];

enum connected {
	CONNECTED,
	CONNECT_SELF,           /* a customer cannot be connected with itself */
	CONNECT_TWICE,          /* the pair is connected already */
	CONNECT_TWO_BUSINESSES,
	CONNECT_INACTIVE,       /* the other one is inactive */
	CONNECT_GONE,           /* there is no such customer */
};

/* What CONNECTED says to a person who asked for OTHER (a name). In MEM; NULL for CONNECTED. */
const char *connection_refusal(struct arena *mem, enum connected connected, const char *other);

/* Connects CUSTOMER_ID with OTHER_ID as HOW (a good form of connection_add_fields) says, on both records and in both
 * histories. The first connection of a business becomes its primary contact. Both customers stay locked until the
 * transaction ends, so two desks at once make one primary. */
enum connected connection_add(struct work *w, const char *customer_id, const char *other_id, const struct form *how);

/* Page PAGE (from 0) of the connections of CUSTOMER_ID, the primary contact first, then by name: at most
 * CONNECTION_PAGE + 1 rows, the last one telling that there are more. Columns: id, customer_type, name, list_name,
 * inactive, relationship, relationship_label, title, other_title (what this one is to the other), title_said (as it reads here:
 * "mother", or "mother of Ann Ames" where only the other side has a title), offer_1 to offer_3 (titles that would fit here),
 * is_primary, phone, email. In W->mem; NULL when there are none. */
const struct row *connection_list(struct work *w, const char *customer_id, unsigned page);

/* The first CONNECTION_SUMMARY of those of CUSTOMER (of customer_get); *COUNT is how many there are, "1,000+" when there
 * are more than that. */
const struct row *connection_summary(struct work *w, const struct row *customer, const char **count);

/* The connection of CUSTOMER_ID with OTHER_ID, columns as connection_list(); NULL when there is none. */
const struct row *connection_get(struct work *w, const char *customer_id, const char *other_id);

/* Whether ROW, of connection_list() of CUSTOMER, is a contact of a business: that stays an employee. */
bool connection_stays_employee(const struct row *customer, const struct row *row);

/* Changes the type, on both sides unless connection_stays_employee(), and the title of CUSTOMER_ID's side (with a business: of
 * both) to what HOW says; what it did not post stays. False when there is no such connection or HOW is not good. */
bool connection_change(struct work *w, const char *customer_id, const char *other_id, struct form *how);

/* Makes OTHER_ID the primary contact of business CUSTOMER_ID. False when they are not connected or it is no business. */
bool connection_make_primary(struct work *w, const char *customer_id, const char *other_id);

enum handed {
	HANDED_NOTHING,         /* it was nobody's primary contact */
	HANDED_ON,
	HANDED_TO_NOBODY,       /* it still is one, where there is no other contact that is active */
};

/* CUSTOMER_ID is inactive now: at the businesses that had it as primary contact the longest-standing active one takes its
 * place. */
enum handed connection_hand_on(struct work *w, const char *customer_id);

/* Takes the connection from both records. When the primary contact of a business goes, the longest-standing one that
 * remains, an active one if there is any, takes its place and *PROMOTED is its name (else NULL).
 * False when there is no such connection. */
bool connection_remove(struct work *w, const char *customer_id, const char *other_id, const char **promoted);

/* Keeps the order of lists right after CUSTOMER_ID got NAME, last name first. */
void connection_renamed(struct work *w, const char *customer_id, const char *name);

#endif
