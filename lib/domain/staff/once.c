/* Keys of forms that were carried out. http/resend.c is the only caller; handlers know nothing of it. */
#include "domain/staff/once.h"

static const char sql_once_find[] =
	"SELECT location, words, customer_id, created_at FROM once WHERE once_key = :once_key AND staff_id = :me";

#define CARRIED_OUT "words = :words, location = :location, customer_id = :customer_id, created_at = NOW()"

static const char sql_once_store[] = "INSERT INTO once SET once_key = :once_key, staff_id = :me, " CARRIED_OUT;

static const char sql_once_replace[] = "UPDATE once SET " CARRIED_OUT " WHERE once_key = :once_key AND staff_id = :me";

static const char sql_once_tidy[] = "DELETE FROM once WHERE created_at < NOW() - INTERVAL 2 DAY LIMIT 500";

const struct row *once_find(struct work *w, const char *key)
{
	return db_rows(w, sql_once_find, WITH({ "once_key", key }));
}

static const struct text_value *carried_out(struct work *w, const struct once *once)
{
	return text_values(w->mem, WITH({ "once_key", once->key }, { "words", once->words }, { "location", once->location },
		{ "customer_id", once->customer_id }), NULL);
}

enum db_changed once_store(struct work *w, const struct once *once)
{
	return db_change(w, sql_once_store, carried_out(w, once));
}

void once_replace(struct work *w, const struct once *once)
{
	db_change(w, sql_once_replace, carried_out(w, once));
}

bool once_tidy(struct work *w)
{
	return db_change(w, sql_once_tidy, NULL) == DB_DONE;
}
