/* Keys of forms that were carried out. serve.c is the only caller; handlers know nothing of it. */
#include "domain/staff/once.h"

static const char sql_once_find[] = "SELECT location FROM once WHERE once_key = :once_key AND staff_id = :me";

static const char sql_once_store[] =
	"INSERT INTO once SET once_key = :once_key, staff_id = :me, location = :location, created_at = NOW()";

static const char sql_once_tidy[] = "DELETE FROM once WHERE created_at < NOW() - INTERVAL 2 DAY LIMIT 500";

const char *once_find(struct work *w, const char *key)
{
	const struct row *row = db_rows(w, sql_once_find, WITH({ "once_key", key }));

	return row ? row_text(row, "location") : NULL;
}

enum db_changed once_store(struct work *w, const char *key, const char *location)
{
	return db_change(w, sql_once_store, WITH({ "once_key", key }, { "location", location }));
}

bool once_tidy(struct work *w)
{
	return db_change(w, sql_once_tidy, NULL) == DB_DONE;
}
