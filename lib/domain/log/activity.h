/* The log that every change writes to, in the same transaction; shown as the history of a record.
 * It says who did what to which fields, never what is in them. */
#ifndef DOMAIN_LOG_ACTIVITY_H
#define DOMAIN_LOG_ACTIVITY_H

#include "store/db.h"

enum { ACTIVITY_HISTORY = 50 };

/* Adds that W->me did ACTION (a word of the column's ENUM). CUSTOMER_ID, FIELDS (labels with commas between) and
 * ROW_VERSION (the record's, afterwards) may be NULL. */
void activity_note(struct work *w, const char *action, const char *customer_id, const char *fields,
	const char *row_version);

/* The same for ID of staff while nobody is signed in yet; NULL when it is not known who tried. */
void activity_note_staff(struct work *w, const char *action, const char *staff_id);

/* What happened to CUSTOMER_ID, latest first, at most ACTIVITY_HISTORY: columns what, icon, fields, who, shown_at. In W->mem. */
const struct row *activity_of_customer(struct work *w, const char *customer_id);

/* Labels of the fields of CUSTOMER_ID that others changed after ROW_VERSION, with commas between; "" for none. */
const char *activity_fields_since(struct work *w, const char *customer_id, const char *row_version);

/* What everybody but W->me changed of CUSTOMER_ID after ROW_VERSION: "Ann Ames changed Suffix; ...", "" for nothing. In
 * W->mem. */
const char *activity_others_since(struct work *w, const char *customer_id, const char *row_version);

#endif
