/* Accounts and passwords. Sessions are session.c's; rights are right.c's. */
#include "domain/staff/staff.h"

#include "base/fold.h"
#include "base/fail.h"
#include "base/password.h"
#include "domain/log/activity.h"
#include "domain/staff/attempt.h"
#include "domain/staff/device.h"
#include "domain/staff/session.h"
#include "domain/staff/setting.h"
#include "domain/staff/turn.h"
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

/* Longer than any queue of turns: whoever waits as long has no processor to wait for. */
enum { TURN_SECONDS = 20 };

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

static struct turn *turn(struct work *w)
{
	struct turn *mine = turn_take(w, TURN_SECONDS);

	if (!mine)
		fail(FAULT_UNAVAILABLE, "staff: no turn to hash a password in %d seconds", TURN_SECONDS);
	return mine;
}

static bool fits(struct work *w, const char *hash, const char *password)
{
	struct turn *mine = turn(w);
	bool does = password_fits(hash, password);

	turn_give(w, mine);
	return does;
}

static void set_password(struct work *w, const char *id, const char *password)
{
	struct turn *mine = turn(w);
	const char *hash = password_hash(w->mem, password);

	turn_give(w, mine);
	db_change(w, sql_staff_set_password, WITH({ "id", id }, { "password_hash", hash }));
}

/* Who has that name, NULL when nobody. The column takes more spellings for the same name than fold() does, and those would
 * not wait. */
static const struct row *named(struct work *w, const char *user_name)
{
	const struct row *row = db_rows(w, sql_staff_by_name, WITH({ "user_name", user_name }));

	return row && text_same(fold(w->mem, row_text(row, "user_name")), fold(w->mem, user_name)) ? row : NULL;
}

enum signed_in staff_sign_in(struct work *w, struct sign_in *in)
{
	const struct row *row = named(w, in->user_name);
	const char *id = row ? row_text(row, "id") : NULL, *hash = row ? row_text(row, "password_hash") : NULL;
	const char *lane = row ? device_lane(w->mem, in->device, id) : NULL;
	struct attempt attempt = lane ? attempt_of_device(w, lane) : attempt_of_stranger(w, in->user_name);

	if ((in->seconds = attempt_reserve(w, &attempt)))
		return SIGN_IN_WAIT;
	if (!fits(w, hash, in->password)) {
		activity_note_staff(w, "sign_in_refused", id);
		db_commit_now(w);
		return SIGN_IN_WRONG;
	}
	if (password_is_old(hash))
		set_password(w, id, in->password);
	attempt_forgive(w, &attempt);
	activity_note_staff(w, "signed_in", id);
	in->staff_id = id;
	in->device = device_cookie(w->mem, in->device, id);
	return SIGN_IN_DONE;
}

/* Whether the password of FORM is the one of ME; else FORM says what is wrong. */
static bool is_current(struct work *w, struct form *form, const struct row *me)
{
	struct attempt attempt = attempt_of_session(w);
	unsigned long long seconds = attempt_reserve(w, &attempt);

	if (seconds) {
		form_refuse(form, "password", arena_text(w->mem,
			"Too many wrong tries. Wait %llu seconds and try again.", seconds));
		return false;
	}
	if (fits(w, row_text(me, "password_hash"), form_value(form, "password"))) {
		attempt_forgive(w, &attempt);
		db_commit_now(w); /* also when the new one is refused */
		return true;
	}
	activity_note_staff(w, "sign_in_refused", w->me);
	db_commit_now(w);
	form_refuse(form, "password", "This is not your current password. Type it again.");
	return false;
}

bool staff_change_password(struct work *w, struct form *form, const char **secret)
{
	const struct row *me = db_rows(w, sql_staff_me, NULL);
	const char *wanted = form_value(form, "new_password"), *error;
	const char *about[] = { row_text(me, "user_name"), row_text(me, "first_name"), row_text(me, "last_name"),
		setting_dealership(w), NULL };

	if (!form->good)
		return false;
	is_current(w, form, me);
	if ((error = check_password(w->mem, wanted, about)))
		form_refuse(form, "new_password", error);
	else if (!text_same(wanted, form_value(form, "confirm_password")))
		form_refuse(form, "confirm_password", "The two new passwords differ. Type both again.");
	if (!form->good)
		return false;
	set_password(w, w->me, wanted);
	session_end_others(w);
	activity_note(w, "password_changed", NULL, NULL, NULL);
	*secret = session_renew(w);
	return true;
}

void staff_set_simple_search(struct work *w, const char *simple)
{
	db_change(w, sql_staff_set_simple_search, WITH({ "simple_search", simple }));
}
