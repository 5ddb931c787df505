/* Social security numbers. What is wiped: everything of a request, by arena_reset(). */
#include "domain/customer/ssn.h"

#include "base/secret.h"
#include "domain/log/activity.h"
#include "domain/staff/right.h"
#include "domain/staff/session.h"
#include "rules/check.h"

static const char sql_ssn_put[] =
	"INSERT INTO ssn SET customer_id = :customer_id, key_id = :key_id, sealed = :sealed "
	"ON DUPLICATE KEY UPDATE key_id = VALUES(key_id), sealed = VALUES(sealed)";

static const char sql_ssn_remove[] = "DELETE FROM ssn WHERE customer_id = :customer_id";

static const char sql_ssn_get[] = "SELECT key_id, sealed FROM ssn WHERE customer_id = :customer_id";

static const char kept[] = "form ssn";

static const char *place(struct work *w, const char *customer_id)
{
	return arena_text(w->mem, "table ssn column sealed customer %s", customer_id);
}

void ssn_put(struct work *w, const char *customer_id, const char *number)
{
	const char *key_id, *sealed;

	if (!number) {
		db_change(w, sql_ssn_remove, WITH({ "customer_id", customer_id }));
		return;
	}
	sealed = secret_seal(w->mem, place(w, customer_id), number, &key_id);
	db_change(w, sql_ssn_put, WITH({ "customer_id", customer_id }, { "key_id", key_id }, { "sealed", sealed }));
}

/* Nine digits, or NULL when none is on file; also when what is on file cannot be opened, and then it is *LOST. */
static const char *number_of(struct work *w, const char *customer_id, bool *lost)
{
	const struct row *row = db_rows(w, sql_ssn_get, WITH({ "customer_id", customer_id }));
	const char *number = !row ? NULL :
		secret_open(w->mem, place(w, customer_id), row_text(row, "sealed"), row_text(row, "key_id"));

	*lost = row && !number;
	return number;
}

const char *ssn_mask(struct work *w, const char *number)
{
	return right_held(w, MAY_SEE_SSN_LAST4) ? arena_text(w->mem, "XXX-XX-%s", number + 5) : "XXX-XX-XXXX";
}

const char *ssn_masked(struct work *w, const char *customer_id, enum ssn_file *file)
{
	bool lost;
	const char *number = number_of(w, customer_id, &lost);
	enum ssn_file found = lost ? SSN_FILE_LOST : ssn_is_itin(number) ? SSN_FILE_ITIN : SSN_FILE_SSN;

	if (file)
		*file = found;
	return lost ? "XXX-XX-XXXX" : number ? ssn_mask(w, number) : NULL;
}

bool ssn_reveal(struct work *w, const char *customer_id)
{
	if (!db_rows(w, sql_ssn_get, WITH({ "customer_id", customer_id })))
		return false;
	activity_note(w, "ssn_shown", customer_id, NULL, NULL);
	session_show_ssn(w, customer_id);
	db_commit_now(w);
	return true;
}

const char *ssn_shown(struct work *w, const char *customer_id, const char *shown_id, const char *shown_seconds)
{
	const char *number;
	bool lost;

	if (!right_held(w, MAY_REVEAL_SSN) || !text_same(customer_id, shown_id) || !text_number(text_or(shown_seconds, "")))
		return NULL;
	number = number_of(w, customer_id, &lost);
	w->shows_secret |= number != NULL;
	return number ? arena_text(w->mem, "%.3s-%.2s-%s", number, number + 3, number + 5) : NULL;
}

bool ssn_differs(struct work *w, const char *customer_id, const char *number)
{
	bool lost;
	const char *stored = number_of(w, customer_id, &lost);

	return lost || ((stored || number) && !secret_same(stored, number));
}

bool ssn_may_put(struct work *w, const char *customer_id)
{
	return right_held(w, MAY_REVEAL_SSN) || !db_rows(w, sql_ssn_get, WITH({ "customer_id", customer_id }));
}

const char *ssn_seal_typed(struct work *w, const char *text)
{
	const char *key_id, *sealed = secret_seal(w->mem, kept, text, &key_id);

	return arena_text(w->mem, "%s.%s", key_id, sealed);
}

const struct text_value *ssn_open_typed(struct work *w, const struct text_value *words)
{
	const char *sealed = text_value_of(words, "ssn_kept"), *typed = text_value_of(words, "ssn"), *number;

	if (text_empty(sealed) || strlen(sealed) < 10 || sealed[8] != '.')
		return words;
	number = secret_open(w->mem, kept, sealed + 9, arena_copy(w->mem, sealed, 8));
	if (!number || (!text_empty(typed) && !text_begins(typed, "XXX-XX-")))
		return words;
	return text_values(w->mem, WITH({ "ssn", number }), words);
}
