/* upcard add-person: an account for somebody, such as the first one of a new installation, which nobody can sign in to yet. */
#include "upcard.h"

#include "base/conf.h"
#include "base/fold.h"
#include "base/secret.h"
#include "domain/staff/setting.h"
#include "domain/staff/staff.h"
#include "rules/check.h"

enum { USER_NAME, FIRST_NAME, LAST_NAME, ROLE };

static struct option options[] = { { 0 } };

/* Whether WORDS and what FORM made of them can be a person; says what cannot. */
static bool is_person(struct work *w, const struct form *form, char **words)
{
	for (const struct form_entry *entry = form->entries; entry->field; entry++, words++) {
		if (!entry->error && text_empty(fold(w->mem, *words)))
			return upcard_refuse("%s must have a letter or a digit, in UTF-8.", entry->field->label), false;
		if (entry->error)
			return upcard_refuse("%s", entry->error), false;
	}
	return true;
}

static bool is_role(struct work *w, const char *role)
{
	const char *all = "";

	for (const struct row *row = staff_roles(w); row; row = row->next) {
		if (!strcmp(row_text(row, "role"), role))
			return true;
		all = text_join(w->mem, all, ", ", row_text(row, "role"));
	}
	return upcard_refuse("There is no role %s. Choose one of: %s.", role, all), false;
}

static int add(struct work *w, const struct form *form, const char *role)
{
	const char *user_name = form_value(form, "user_name"), *first_name = form_value(form, "first_name"),
		*last_name = form_value(form, "last_name"), *wrong,
		*about[] = { user_name, first_name, last_name, setting_dealership(w), NULL };
	char password[1024];

	if (!upcard_password("Password for the new account: ", password, sizeof password))
		return upcard_refuse("No password came: type it, or send it to the standard input.");
	wrong = check_password(w->mem, password, about);
	db_begin(w);
	const char *id = wrong ? NULL : staff_add(w, user_name, first_name, last_name, role, password);
	explicit_bzero(password, sizeof password);
	if (wrong)
		return upcard_refuse("%s", wrong);
	if (!id)
		return upcard_refuse("There is an account %s already: choose another user name.", user_name);
	db_commit(w);
	printf("%s %s can sign in as %s, %s.\n", first_name, last_name, user_name, role);
	return ENDED_DONE;
}

static int run(struct work *w, char **words)
{
	if (!upcard_conf())
		return ENDED_REFUSED;
	secret_load(conf_get("key.file"));
	struct form form = form_read(w->mem, WITH({ "user_name", words[USER_NAME] }, { "first_name", words[FIRST_NAME] },
		{ "last_name", words[LAST_NAME] }), person_fields, NULL);
	if (!is_person(w, &form, words))
		return ENDED_REFUSED;
	w->db = db_new();
	db_ready(w->db);
	return is_role(w, words[ROLE]) ? add(w, &form, words[ROLE]) : ENDED_REFUSED;
}

struct command upcard_add_person = {
	.name = "add-person", .words = "USER_NAME FIRST_NAME LAST_NAME ROLE", .word_count = 4,
	.about = "adds an account for somebody who signs in",
	.more = "ROLE is one of the dealership's: Administrator, Manager or Salesperson unless others were made. The password is\n"
		"asked for, or read from standard input: at least 12 characters, hard to guess.",
	.options = options, .run = run
};
