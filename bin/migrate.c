/* upcard migrate: brings the tables of the database to those of this release. */
#include "upcard.h"

#include "base/conf.h"
#include "base/text.h"
#include "store/migration.h"
#include "store/schema.h"

enum { USER, FOLDER };

static struct option options[] = {
	[USER] = { "--user", "NAME", "an account of the database that may change tables and give rights, when db.user of upcard.conf\n"
		"      may not; its password is asked for, or read from standard input", NULL },
	[FOLDER] = { "--folder", "DIR", "where the migrations are (" UPCARD_FOLDER "/migrations)", NULL },
	{ 0 }
};

static void tell(const char *line)
{
	puts(line);
	fflush(stdout);
}

/* Signs in as the account that --user names from here on; its password lives as long as upcard.conf's own. */
static void become(const char *user)
{
	char password[256];

	upcard_password("Password of that account at the database (Enter when it has none): ", password, sizeof password);
	conf_set("db.user", user);
	conf_set("db.password", password);
	explicit_bzero(password, sizeof password);
}

static int run(struct work *w, char **words)
{
	const char *folder = text_or(options[FOLDER].value, UPCARD_FOLDER "/migrations"), *programs, *wrong;
	const struct migration *all, *last;

	(void)words;
	if (!upcard_conf())
		return ENDED_REFUSED;
	for (all = last = migration_read(w->mem, folder); last[1].number; last++)
		;
	if (last->number != schema_version)
		return upcard_refuse("The folder %s ends with migration %u, this program with %u: they are of two releases. Name the "
			"folder of this one with --folder.", folder, last->number, schema_version);
	programs = arena_text(w->mem, "%s", conf_get("db.user"));
	if (options[USER].value)
		become(options[USER].value);
	w->db = db_new_patient();
	db_ready(w->db);
	wrong = migration_apply(w, all, tell);
	if (!wrong && !text_same(programs, conf_get("db.user")))
		wrong = migration_grant(w, programs);
	if (wrong)
		return upcard_refuse("%s", wrong);
	printf("The database %s is of version %u.\n", conf_get("db.name"), schema_version);
	return ENDED_DONE;
}

struct command upcard_migrate = {
	.name = "migrate", .words = "", .about = "brings the tables of the database to those of this release",
	.more = "Carries out the migrations that the database has not had yet, step by step. Run it when a newer Upcard was\n"
		"installed: until then its pages say that it is being brought up to date. Make a copy of the database first.\n"
		"Whatever ends it in the middle, run again it goes on where it was.",
	.options = options, .run = run
};
