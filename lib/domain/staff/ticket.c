/* Single-use tickets. Looked up by their hash, so the time it takes tells nothing about the secret. */
#include "domain/staff/ticket.h"

#include "base/secret.h"

static const char sql_ticket_make[] =
	"INSERT INTO ticket SET id = :id, customer_id = :customer_id, provider = :provider, email_hash = :email_hash, "
	"  made_at = NOW()";

static const char sql_ticket_tidy[] = "DELETE FROM ticket WHERE made_at < NOW() - INTERVAL 1 DAY LIMIT 500";

static const char sql_ticket_find[] =
	"SELECT customer_id, provider, email_hash FROM ticket WHERE id = :id AND made_at > NOW() - INTERVAL 1 DAY FOR UPDATE";

static const char sql_ticket_take[] = "DELETE FROM ticket WHERE id = :id";

static const char *id_of(struct work *w, const char *secret)
{
	return secret_hash(w->mem, "ticket", secret);
}

const char *ticket_make(struct work *w, const char *customer_id, const char *provider, const char *email_hash)
{
	const char *secret = secret_random(w->mem, 32);

	db_change(w, sql_ticket_make, WITH({ "id", id_of(w, secret) }, { "customer_id", customer_id },
		{ "provider", provider }, { "email_hash", email_hash }));
	return secret;
}

const struct row *ticket_take(struct work *w, const char *secret)
{
	const struct row *row = text_empty(secret) ? NULL : db_rows(w, sql_ticket_find, WITH({ "id", id_of(w, secret) }));

	if (row)
		db_change(w, sql_ticket_take, WITH({ "id", id_of(w, secret) }));
	return row;
}

bool ticket_tidy(struct work *w)
{
	return db_change(w, sql_ticket_tidy, NULL) == DB_DONE;
}
