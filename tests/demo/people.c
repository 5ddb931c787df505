/* Adds the three demo people to the database of upcard.conf, unless they are there already, and switches on what a real
 * installation starts without: Access Social Media, for which a stand-in answers here. */
#include "base/conf.h"
#include "base/fail.h"
#include "base/secret.h"
#include "domain/staff/setting.h"
#include "domain/staff/staff.h"

static const struct {
	const char *user_name, *first_name, *last_name, *role;
} people[] = {
	{ "manager", "Dana", "Kim", "Manager" },
	{ "sales", "Luis", "Ortega", "Salesperson" },
	{ "admin", "Robin", "Hale", "Administrator" },
};
enum { PEOPLE = sizeof people / sizeof *people };

static const char password[] = "drive-the-lot-2026";

static void switch_on(struct work *w)
{
	struct form form = setting_form(w);

	form_set(w->mem, form_entry(&form, "access_social_media"), "1");
	db_begin(w);
	setting_save(w, &form, NULL);
	db_commit(w);
	arena_reset(w->mem);
}

static void add_all(struct work *w)
{
	conf_load();
	secret_load(conf_get("key.file"));
	w->db = db_new();
	db_ready(w->db);
	for (int i = 0; i < PEOPLE; i++) {
		db_begin(w);
		staff_add(w, people[i].user_name, people[i].first_name, people[i].last_name,
			people[i].role, password);
		db_commit(w);
		arena_reset(w->mem);
	}
	switch_on(w);
	db_close(w->db);
	free(w->db);
}

int main(void)
{
	struct catcher catcher;
	struct work w = { .mem = arena_new() };

	if (setjmp(catcher.here)) {
		fprintf(stderr, "people: %s\n", catcher.why);
		return 1;
	}
	fail_catch(&catcher);
	add_all(&w);
	arena_free(w.mem);
	return 0;
}
