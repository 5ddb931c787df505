/* The table visit. The programs' database account may add and read rows here, not change them. */
#include "domain/log/visit.h"

static const char sql_visit_note[] =
	"INSERT INTO visit SET happened_at = NOW(), staff_id = :me, session_id = :session_id, address = COALESCE(:client, ''), "
	"  page = :page, status = :status, customer_id = :customer_id, shown = :shown, "
	"  once_a_minute = IF(:me IS NULL, "
	"    SHA2(CONCAT_WS(' ', FLOOR(UNIX_TIMESTAMP() / 60), :client, :status, :page), 256), NULL)";

void visit_note(struct work *w, const struct visit *visit)
{
	db_change(w, sql_visit_note, WITH({ "page", text_cut(w->mem, visit->page, 120) },
		{ "status", text_of_number(w->mem, (unsigned)visit->status) }, { "customer_id", visit->customer_id },
		{ "shown", *visit->shown ? arena_text(w->mem, "[%s]", visit->shown) : NULL }));
}
