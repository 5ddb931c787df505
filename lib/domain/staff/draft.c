/* Drafts. http/posted.c is the only caller; handlers know nothing of them. */
#include "domain/staff/draft.h"

#include "base/secret.h"

enum { KEY_LENGTH = 32 };

static const char sql_draft_store[] =
	"INSERT INTO draft SET draft_key = :draft_key, session_id = :session_id, status = :status, sealed = :sealed, "
	"key_id = :key_id, created_at = NOW()";

static const char sql_draft_find[] =
	"SELECT status, sealed, key_id FROM draft WHERE draft_key = :draft_key AND session_id = :session_id";

static const char sql_draft_tidy[] = "DELETE FROM draft WHERE created_at < NOW() - INTERVAL 1 DAY LIMIT 100";

static const char *place(struct work *w, const char *key)
{
	return arena_text(w->mem, "table draft column sealed key %s", key);
}

const char *draft_store(struct work *w, int status, const char *page)
{
	const char *key = secret_random(w->mem, KEY_LENGTH / 2), *key_id;
	const char *sealed = secret_seal(w->mem, place(w, key), page, &key_id);

	db_change(w, sql_draft_store, WITH({ "draft_key", key }, { "status", text_of_number(w->mem, (unsigned)status) },
		{ "sealed", sealed }, { "key_id", key_id }));
	return key;
}

const char *draft_find(struct work *w, const char *key, int *status)
{
	bool is_key = strlen(key) == KEY_LENGTH && strspn(key, "0123456789abcdef") == KEY_LENGTH;
	const struct row *row = is_key ? db_rows(w, sql_draft_find, WITH({ "draft_key", key })) : NULL;

	if (!row)
		return NULL;
	*status = (int)text_number(row_text(row, "status"));
	return secret_open(w->mem, place(w, key), row_text(row, "sealed"), row_text(row, "key_id"));
}

bool draft_tidy(struct work *w)
{
	return db_change(w, sql_draft_tidy, NULL) == DB_DONE;
}
