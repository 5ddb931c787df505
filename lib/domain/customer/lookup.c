/* Look-ups: orders, answers, breakers. */
#include "domain/customer/lookup.h"

#include "base/secret.h"
#include "domain/log/activity.h"

#define SWITCHED_ON "EXISTS (SELECT 1 FROM setting WHERE name = 'access_social_media' AND value = '1')"

/* Addresses nobody owns are left out. */
#define NO_PLACEHOLDER(address) "NOT EXISTS (SELECT 1 FROM placeholder p WHERE " address " LIKE p.pattern)"
#define EMAILS "FROM contact e WHERE e.customer_id = :customer_id AND e.kind = 'emails' AND " NO_PLACEHOLDER("e.address")

static const char sql_lookup_order[] =
	"INSERT INTO lookup (customer_id, state, email, ordered_at, ordered_by) "
	"SELECT :customer_id, 'ordered', :email, NOW(), :me FROM DUAL "
	"WHERE " SWITCHED_ON " AND IF(:email IS NULL, EXISTS (SELECT 1 " EMAILS "), " NO_PLACEHOLDER(":email") ") "
	"ON DUPLICATE KEY UPDATE state = 'ordered', email = VALUES(email), ordered_at = NOW(), ordered_by = :me";

static const char sql_lookup_get[] =
	"SELECT state, email FROM lookup WHERE customer_id = :customer_id AND " SWITCHED_ON;

static const char sql_lookup_emails[] =
	"SELECT e.address " EMAILS " ORDER BY e.is_primary DESC, e.type";

static const char sql_lookup_set_state[] = "UPDATE lookup SET state = :state WHERE customer_id = :customer_id";

static const char sql_lookup_answer[] =
	"SELECT outcome, found, outcome IN ('found','nothing') AS fresh "
	"FROM lookup_answer WHERE provider = :provider AND email_hash = :email_hash AND answered_at > NOW() - INTERVAL 1 DAY";

static const char sql_lookup_store[] =
	"INSERT INTO lookup_answer SET provider = :provider, email_hash = :email_hash, outcome = :outcome, found = :found, "
	"  answered_at = NOW() "
	"ON DUPLICATE KEY UPDATE outcome = VALUES(outcome), found = VALUES(found), answered_at = NOW()";

static const char sql_lookup_tidy[] = "DELETE FROM lookup_answer WHERE answered_at < NOW() - INTERVAL 1 DAY LIMIT 200";

static const char sql_provider_store[] =
	"INSERT INTO provider_state SET provider = :provider, failures = :failed, "
	"  wait_until = IF(:wait = 0, NULL, NOW() + INTERVAL :wait SECOND) "
	"ON DUPLICATE KEY UPDATE failures = IF(:failed = 1, failures + 1, 0), "
	"  wait_until = IF(:wait > 0, NOW() + INTERVAL :wait SECOND, "
	"    IF(failures >= 5, NOW() + INTERVAL 1 MINUTE, NULL))";

static const char sql_provider_may[] =
	"SELECT FIND_IN_SET(:provider, (SELECT value FROM setting WHERE name = 'social_providers')) > 0 AS is_on, "
	"  EXISTS (SELECT 1 FROM provider_state WHERE provider = :provider AND wait_until > NOW()) AS resting";

bool lookup_order(struct work *w, const char *customer_id, const char *email)
{
	return db_change(w, sql_lookup_order, WITH({ "customer_id", customer_id }, { "email", email })) == DB_DONE;
}

const struct row *lookup_get(struct work *w, const char *customer_id)
{
	return db_rows(w, sql_lookup_get, WITH({ "customer_id", customer_id }));
}

const struct row *lookup_emails(struct work *w, const char *customer_id, const struct row *lookup)
{
	if (row_text(lookup, "email"))
		return row_with(w->mem, lookup, WITH({ "address", row_text(lookup, "email") }));
	return db_rows(w, sql_lookup_emails, WITH({ "customer_id", customer_id }));
}

void lookup_set_state(struct work *w, const char *customer_id, const char *state)
{
	db_change(w, sql_lookup_set_state, WITH({ "customer_id", customer_id }, { "state", state }));
}

void lookup_note(struct work *w, const char *customer_id, unsigned asked, unsigned answered)
{
	activity_note(w, "social_searched", customer_id, arena_text(w->mem, "%u of %u answered", answered, asked), NULL);
}

/* What the sealed findings are bound to. */
static const char *place(struct work *w, const char *provider, const char *email_hash)
{
	return arena_text(w->mem, "lookup_answer.found %s %s", provider, email_hash);
}

struct lookup_answer lookup_answer(struct work *w, const char *provider, const char *email_hash)
{
	const struct row *row = db_rows(w, sql_lookup_answer, WITH({ "provider", provider }, { "email_hash", email_hash }));
	struct lookup_answer answer = { .is_known = row != NULL };
	const char *packed;

	if (!row)
		return answer;
	answer.outcome = outcome_of(row_text(row, "outcome"));
	answer.is_fresh = row_is(row, "fresh");
	if (!row_text(row, "found"))
		return answer;
	packed = secret_open(w->mem, place(w, provider, email_hash), row_text(row, "found"), NULL);
	answer.found = finding_unpack(w->mem, packed);
	answer.is_fresh = answer.is_fresh && packed; /* sealed with a key that is no longer the first: asked anew */
	return answer;
}

void lookup_store(struct work *w, const char *customer_id, const char *provider, const char *email_hash,
	enum outcome outcome, const struct finding *found, unsigned wait)
{
	bool failed = outcome == OUTCOME_LATE || outcome == OUTCOME_BROKEN;
	const char *sealed = found ? secret_seal(w->mem, place(w, provider, email_hash),
		finding_pack(w->mem, found), NULL) : NULL;

	db_change(w, sql_lookup_store, WITH({ "provider", provider }, { "email_hash", email_hash },
		{ "outcome", outcome_code(outcome) }, { "found", sealed }));
	db_change(w, sql_provider_store, WITH({ "provider", provider }, { "failed", failed ? "1" : "0" },
		{ "wait", text_of_number(w->mem, wait) }));
	activity_note(w, "social_asked", customer_id,
		arena_text(w->mem, "%s, %s, %s", provider, email_hash, outcome_code(outcome)), NULL);
}

bool lookup_tidy(struct work *w)
{
	return db_change(w, sql_lookup_tidy, NULL) == DB_DONE;
}

bool lookup_may_ask(struct work *w, const char *provider, bool *resting)
{
	const struct row *row = db_rows(w, sql_provider_may, WITH({ "provider", provider }));

	*resting = row_is(row, "resting");
	return row_is(row, "is_on") && !*resting;
}
