/* Lists that are edited in place: every row is a small form of the same fields, named FIELD.ID, and carries as WAS.ID what
 * it showed when somebody began to type, so that two desks never undo each other's rows. */
#ifndef DESK_EDITABLE_H
#define DESK_EDITABLE_H

#include "http/request.h"

/* ROW (with a column id, and one for each of FIELDS) as typed; what was not posted, or not touched since it was shown, as it is
 * stored. In RQ's memory. */
struct form editable_read(struct request *rq, const struct field *fields, const struct row *row);

/* Whether FORM, typed for ROW, says anything else than is stored. */
bool editable_is_changed(const struct row *row, const struct form *form);

/* What is wrong with FORM, typed for ROW: the error of a field, or that somebody else changed the same field meanwhile. NULL for
 * nothing. In RQ's memory. */
const char *editable_error(struct request *rq, const struct row *row, const struct form *form);

/* ROW as it is typed, for the page: FIELDS, error, and `was` for the next try. In RQ's memory. */
struct row *editable_as_typed(struct request *rq, const struct field *fields, const struct row *row);

/* The first of ROWS that is wrong as it was typed; NULL when all of them may be stored. */
const struct row *editable_wrong(struct request *rq, const struct field *fields, const struct row *rows);

#endif
