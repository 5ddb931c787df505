/* Sessions: rows that name who is signed in. All times are the database's, so a wrong clock elsewhere shows nothing. */
#include "domain/staff/session.h"

#include "base/secret.h"
#include "domain/log/activity.h"

static const char sql_session_begin[] =
	"INSERT INTO session SET id = :id, staff_id = :staff_id, address = :client, started_at = NOW(), seen_at = NOW()";

/* A number is shown while 0 <= now - shown_at < SESSION_SSN_SECONDS: a clock that stepped back masks too. */
static const char sql_session_find[] =
	"SELECT s.id, s.staff_id, p.user_name, p.first_name, p.last_name, p.role, p.simple_search, s.find, "
	"  s.shown_customer_id, "
	"  IF(s.shown_at <= NOW(6), GREATEST(0, CEIL(TIMESTAMPDIFF(MICROSECOND, NOW(6), "
	"    s.shown_at + INTERVAL :ssn_seconds SECOND) / 1000000)), 0) AS shown_seconds, "
	"  s.seen_at < NOW() - INTERVAL 1 MINUTE AS seen_long_ago, "
	"  TIMESTAMPDIFF(SECOND, s.started_at, NOW()) AS signed_in_seconds, "
	"  (SELECT GROUP_CONCAT(r.right_code) FROM role_right r WHERE r.role = p.role) AS rights, "
	"  (SELECT value FROM setting WHERE name = 'dealership_name') AS dealership_name, "
	"  (SELECT value FROM setting WHERE name = 'access_social_media') AS access_social_media "
	"FROM session s JOIN staff p ON p.id = s.staff_id "
	"WHERE s.id = :id AND NOT p.inactive "
	"  AND s.seen_at > NOW() - INTERVAL (SELECT value FROM setting WHERE name = 'session_idle_minutes') MINUTE "
	"  AND s.started_at > NOW() - INTERVAL (SELECT value FROM setting WHERE name = 'session_hours') HOUR";

static const char sql_session_touch[] = "UPDATE session SET seen_at = NOW() WHERE id = :session_id";

static const char sql_session_end[] = "DELETE FROM session WHERE id = :session_id";

static const char sql_session_end_others[] = "DELETE FROM session WHERE staff_id = :me AND id <> :session_id";

static const char sql_session_renew[] = "UPDATE session SET id = :id WHERE id = :session_id";

static const char sql_session_show_ssn[] =
	"UPDATE session SET shown_customer_id = :customer_id, shown_at = IF(:customer_id IS NULL, NULL, NOW(6)) "
	"WHERE id = :session_id";

static const char sql_session_set_find[] = "UPDATE session SET find = :find WHERE id = :session_id";

/* Sessions that ended by themselves leave rows. */
static const char sql_session_tidy[] = "DELETE FROM session WHERE started_at < NOW() - INTERVAL 2 DAY LIMIT 500";

static const char *id_of(struct arena *mem, const char *secret)
{
	return secret_hash(mem, "session", secret);
}

const char *session_begin(struct work *w, const char *staff_id)
{
	const char *secret = secret_random(w->mem, 32);

	db_change(w, sql_session_begin, WITH({ "id", id_of(w->mem, secret) }, { "staff_id", staff_id }));
	return secret;
}

const struct row *session_find(struct work *w, const char *secret)
{
	return db_rows(w, sql_session_find, WITH({ "id", id_of(w->mem, secret) },
		{ "ssn_seconds", text_of_number(w->mem, SESSION_SSN_SECONDS) }));
}

void session_touch(struct work *w)
{
	db_change(w, sql_session_touch, NULL);
}

void session_end(struct work *w)
{
	activity_note(w, "signed_out", NULL, NULL, NULL);
	db_change(w, sql_session_end, NULL);
}

void session_end_others(struct work *w)
{
	db_change(w, sql_session_end_others, NULL);
}

const char *session_renew(struct work *w)
{
	const char *secret = secret_random(w->mem, 32), *id = id_of(w->mem, secret);

	if (db_change(w, sql_session_renew, WITH({ "id", id })) == DB_NONE)
		return NULL;
	w->session_id = id;
	return secret;
}

bool session_tidy(struct work *w)
{
	return db_change(w, sql_session_tidy, NULL) == DB_DONE;
}

void session_show_ssn(struct work *w, const char *customer_id)
{
	db_change(w, sql_session_show_ssn, WITH({ "customer_id", customer_id }));
}

void session_set_find(struct work *w, const char *find)
{
	db_change(w, sql_session_set_find, WITH({ "find", find }));
}

const char *session_token(struct arena *mem, const char *secret)
{
	return secret_hash(mem, "token", secret);
}
