/* Accounts and passwords. Sessions are session.c's; rights are right.c's. */
#include "domain/staff/staff.h"

#include "base/fold.h"
#include "base/password.h"
#include "base/secret.h"
#include "domain/log/activity.h"
#include "domain/staff/session.h"
#include "rules/check.h"

const struct field sign_in_fields[] = {
	{ .name = "user_name", .label = "User Name", .max = 40, .required = "Enter your user name.",
	  .input = "username" },
	{ .name = "password", .label = "Password", .max = 1000, .required = "Enter your password.",
	  .input = "current-password", .secret = true },
	{ 0 }
};

const struct field password_fields[] = {
	{ .name = "password", .label = "Current Password", .max = 1000, .required = "Enter your current password.",
	  .input = "current-password", .secret = true },
	{ .name = "new_password", .label = "New Password", .max = 1000, .required = "Enter a new password.",
	  .input = "new-password", .secret = true },
	{ .name = "confirm_password", .label = "Confirm Password", .max = 1000,
	  .required = "Enter the new password once more.", .input = "new-password", .secret = true },
	{ 0 }
};

const struct field person_fields[] = {
	{ .name = "user_name", .label = "User Name", .max = 40, .required = "Choose a user name." },
	{ .name = "first_name", .label = "First Name", .max = 60, .required = "Give a first name." },
	{ .name = "last_name", .label = "Last Name", .max = 60, .required = "Give a last name." },
	{ 0 }
};

static const char sql_staff_roles[] = "SELECT role FROM role ORDER BY role";

static const char sql_staff_add[] =
	"INSERT INTO staff SET user_name = :user_name, first_name = :first_name, last_name = :last_name, "
	"  role = :role, password_hash = :password_hash";

static const char sql_staff_by_name[] =
	"SELECT id, user_name, password_hash FROM staff WHERE user_name = :user_name AND NOT inactive";

static const char sql_staff_me[] =
	"SELECT user_name, first_name, last_name, password_hash FROM staff WHERE id = :me";

static const char sql_staff_set_password[] = "UPDATE staff SET password_hash = :password_hash WHERE id = :id";

static const char sql_staff_set_simple_search[] = "UPDATE staff SET simple_search = :simple_search WHERE id = :me";

static const char sql_attempt_wait[] =
	"SELECT GREATEST(0, TIMESTAMPDIFF(SECOND, NOW(), MAX(wait_until)) + 1) AS seconds FROM sign_in_attempt "
	"WHERE subject IN (:name, :client_hash) AND wait_until > NOW()";

/* A name's failures are forgotten a day after the last one. */
static const char sql_attempt_name[] =
	"INSERT INTO sign_in_attempt SET subject = :subject, failures = 1, since = NOW() "
	"ON DUPLICATE KEY UPDATE failures = IF(since < NOW() - INTERVAL 1 DAY, 1, failures + 1), since = NOW(), "
	"  wait_until = IF(failures < 5, NULL, NOW() + INTERVAL LEAST(900, POW(2, LEAST(failures, 20) - 5)) SECOND)";

static const char sql_attempt_address[] =
	"INSERT INTO sign_in_attempt SET subject = :subject, failures = 1, since = NOW() "
	"ON DUPLICATE KEY UPDATE failures = IF(since < NOW() - INTERVAL 10 MINUTE, 1, failures + 1), "
	"  since = IF(failures = 1, NOW(), since), "
	"  wait_until = IF(failures < 20, NULL, since + INTERVAL 10 MINUTE)";

static const char sql_attempt_forget[] = "DELETE FROM sign_in_attempt WHERE subject = :subject";

static const char sql_attempt_tidy[] = "DELETE FROM sign_in_attempt WHERE since < NOW() - INTERVAL 2 DAY LIMIT 500";

const char *staff_add(struct work *w, const char *user_name, const char *first_name, const char *last_name,
	const char *role, const char *password)
{
	enum db_changed put = db_change(w, sql_staff_add, WITH({ "user_name", user_name }, { "first_name", first_name },
		{ "last_name", last_name }, { "role", role },
		{ "password_hash", password_hash(w->mem, password) }));

	return put == DB_DONE ? db_new_id(w) : NULL;
}

const struct row *staff_roles(struct work *w)
{
	return db_rows(w, sql_staff_roles, NULL);
}

static const char *name_subject(struct work *w, const char *user_name)
{
	return secret_hash(w->mem, "name", fold(w->mem, user_name));
}

static const char *address_subject(struct work *w)
{
	return secret_hash(w->mem, "address", text_or(w->address, ""));
}

static unsigned long long seconds_to_wait(struct work *w, const char *user_name)
{
	const struct row *row = db_rows(w, sql_attempt_wait,
		WITH({ "name", name_subject(w, user_name) }, { "client_hash", address_subject(w) }));

	return row && row_text(row, "seconds") ? text_number(row_text(row, "seconds")) : 0;
}

static void count_failure(struct work *w, const char *user_name, const char *staff_id)
{
	db_change(w, sql_attempt_name, WITH({ "subject", name_subject(w, user_name) }));
	db_change(w, sql_attempt_address, WITH({ "subject", address_subject(w) }));
	activity_note_staff(w, "sign_in_refused", staff_id);
	db_commit_now(w);
}

static void set_password(struct work *w, const char *id, const char *password)
{
	db_change(w, sql_staff_set_password, WITH({ "id", id }, { "password_hash", password_hash(w->mem, password) }));
}

enum signed_in staff_sign_in(struct work *w, const char *user_name, const char *password, const char **staff_id,
	unsigned long long *seconds)
{
	const struct row *row;
	const char *hash;

	if ((*seconds = seconds_to_wait(w, user_name)))
		return SIGN_IN_WAIT;
	row = db_rows(w, sql_staff_by_name, WITH({ "user_name", user_name }));
	/* The column takes more spellings for the same name than fold() does, and those would not wait. */
	if (row && !text_same(fold(w->mem, row_text(row, "user_name")), fold(w->mem, user_name)))
		row = NULL;
	hash = row ? row_text(row, "password_hash") : NULL;
	if (!password_fits(hash, password)) {
		count_failure(w, user_name, row ? row_text(row, "id") : NULL);
		return SIGN_IN_WRONG;
	}
	*staff_id = row_text(row, "id");
	if (password_is_old(hash))
		set_password(w, *staff_id, password);
	db_change(w, sql_attempt_forget, WITH({ "subject", name_subject(w, user_name) }));
	activity_note_staff(w, "signed_in", *staff_id);
	return SIGN_IN_DONE;
}

bool staff_tidy_attempts(struct work *w)
{
	return db_change(w, sql_attempt_tidy, NULL) == DB_DONE;
}

bool staff_change_password(struct work *w, struct form *form)
{
	const struct row *me = db_rows(w, sql_staff_me, NULL);
	const char *user_name = row_text(me, "user_name"), *wanted = form_value(form, "new_password"), *error;
	const char *about[] = { user_name, row_text(me, "first_name"), row_text(me, "last_name"), NULL };

	if (!form->good)
		return false;
	if (seconds_to_wait(w, user_name)) {
		form_refuse(form, "password", "Too many wrong tries. Wait a few minutes and try again.");
		return false;
	}
	if (!password_fits(row_text(me, "password_hash"), form_value(form, "password"))) {
		count_failure(w, user_name, w->me);
		form_refuse(form, "password", "This is not your current password. Type it again.");
	}
	if ((error = check_password(w->mem, wanted, about)))
		form_refuse(form, "new_password", error);
	else if (!text_same(wanted, form_value(form, "confirm_password")))
		form_refuse(form, "confirm_password", "The two new passwords differ. Type both again.");
	if (!form->good)
		return false;
	set_password(w, w->me, wanted);
	session_end_others(w);
	activity_note(w, "password_changed", NULL, NULL, NULL);
	return true;
}

void staff_set_simple_search(struct work *w, const char *simple)
{
	db_change(w, sql_staff_set_simple_search, WITH({ "simple_search", simple }));
}
