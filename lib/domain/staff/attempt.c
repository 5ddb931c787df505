/* The table sign_in_attempt: a row a lane. It has hashes, not what was typed: people type their passwords as names. */
#include "domain/staff/attempt.h"

#include "base/fold.h"
#include "base/secret.h"

#include <arpa/inet.h>

/* Locks the row of a lane, and makes it when it is not there: until the transaction ends nobody else counts there. */
static const char sql_attempt_lock[] =
	"INSERT INTO sign_in_attempt SET subject = :subject, failures = 0, since = NOW() "
	"ON DUPLICATE KEY UPDATE failures = failures";

static const char sql_attempt_wait[] =
	"SELECT GREATEST(0, TIMESTAMPDIFF(SECOND, NOW(), MAX(wait_until)) + 1) AS seconds FROM sign_in_attempt "
	"WHERE subject IN (:person, :of_address) AND wait_until > NOW()";

/* Failures in a row are forgotten a day after the last one. */
static const char sql_attempt_person[] =
	"UPDATE sign_in_attempt SET failures = IF(since < NOW() - INTERVAL 1 DAY, 1, failures + 1), since = NOW(), "
	"  wait_until = IF(failures < 5, NULL, NOW() + INTERVAL LEAST(900, POW(2, LEAST(failures, 20) - 5)) SECOND) "
	"WHERE subject = :subject";

static const char sql_attempt_address[] =
	"UPDATE sign_in_attempt SET failures = IF(since < NOW() - INTERVAL 10 MINUTE, 1, failures + 1), "
	"  since = IF(failures = 1, NOW(), since), "
	"  wait_until = IF(failures < 20, NULL, since + INTERVAL 10 MINUTE) "
	"WHERE subject = :subject";

/* Not deleted: who waits for the row would have to make it anew, and of several who do that one is turned away. */
static const char sql_attempt_forget[] =
	"UPDATE sign_in_attempt SET failures = 0, wait_until = NULL WHERE subject = :subject";

static const char sql_attempt_less[] =
	"UPDATE sign_in_attempt SET failures = GREATEST(failures, 1) - 1, wait_until = IF(failures < 20, NULL, wait_until) "
	"WHERE subject = :subject";

static const char sql_attempt_tidy[] = "DELETE FROM sign_in_attempt WHERE since < NOW() - INTERVAL 2 DAY LIMIT 500";

/* An IPv4 address inside of IPv6 (::ffff:192.0.2.7) is that address, and no network of everybody's. */
static const char *network(struct arena *mem, const char *address)
{
	static const unsigned char mapped[12] = { [10] = 0xff, [11] = 0xff };
	unsigned char bytes[16];

	if (inet_pton(AF_INET6, address, bytes) != 1)
		return address;
	if (!memcmp(bytes, mapped, sizeof mapped))
		return arena_text(mem, "%u.%u.%u.%u", bytes[12], bytes[13], bytes[14], bytes[15]);
	memset(bytes + 8, 0, 8);
	char *text = arena_get(mem, INET6_ADDRSTRLEN);
	inet_ntop(AF_INET6, bytes, text, INET6_ADDRSTRLEN);
	return text;
}

struct attempt attempt_of_stranger(struct work *w, const char *user_name)
{
	return (struct attempt){ .person = secret_hash(w->mem, "name", fold(w->mem, user_name)),
		.address = secret_hash(w->mem, "address", network(w->mem, text_or(w->address, ""))) };
}

struct attempt attempt_of_device(struct work *w, const char *lane)
{
	return (struct attempt){ .person = secret_hash(w->mem, "device", lane) };
}

struct attempt attempt_of_session(struct work *w)
{
	return (struct attempt){ .person = secret_hash(w->mem, "session", w->session_id) };
}

static void on_lane(struct work *w, const char *sql_deed, const char *subject)
{
	if (subject)
		db_change(w, sql_deed, WITH({ "subject", subject }));
}

unsigned long long attempt_reserve(struct work *w, const struct attempt *attempt)
{
	const struct row *row;
	unsigned long long seconds;

	on_lane(w, sql_attempt_lock, attempt->person);
	on_lane(w, sql_attempt_lock, attempt->address);
	row = db_rows(w, sql_attempt_wait, WITH({ "person", attempt->person }, { "of_address", attempt->address }));
	seconds = text_number(text_or(row_text(row, "seconds"), "0"));
	if (seconds)
		return seconds;
	on_lane(w, sql_attempt_person, attempt->person);
	on_lane(w, sql_attempt_address, attempt->address);
	db_commit_now(w);
	return 0;
}

void attempt_forgive(struct work *w, const struct attempt *attempt)
{
	on_lane(w, sql_attempt_forget, attempt->person);
	on_lane(w, sql_attempt_less, attempt->address);
}

bool attempt_tidy(struct work *w)
{
	return db_change(w, sql_attempt_tidy, NULL) == DB_DONE;
}
