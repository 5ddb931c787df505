/* Carrying out migrations. A statement that changes tables commits itself, so there is no taking back: a step is asked
 * whether it was carried out, carried out, asked again and noted. Ended anywhere between, the question tells. */
#include "store/migration.h"

#include "base/fail.h"

static const char sql_migration_lock[] =
	"SELECT GET_LOCK(MD5(CONCAT('upcard migrate ', DATABASE())), 2) AS has_lock";

static const char sql_migration_tables[] =
	"SELECT COUNT(*) AS tables, COALESCE(SUM(TABLE_NAME = 'migration'), 0) AS has_migration, "
	"  COALESCE(SUM(TABLE_NAME IN ('staff', 'customer')), 0) AS ours, DATABASE() AS name "
	"FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE()";

static const char sql_migration_all[] =
	"SELECT number, name, checksum, step, done_at IS NOT NULL AS is_done FROM migration ORDER BY number";

static const char sql_migration_note[] =
	"INSERT INTO migration SET number = :number, name = :name, checksum = :checksum, step = :step, started_at = NOW(), "
	"  done_at = IF(:is_last = 1, NOW(), NULL) "
	"ON DUPLICATE KEY UPDATE step = VALUES(step), checksum = VALUES(checksum), done_at = VALUES(done_at)";

static const char sql_migration_accounts[] =
	"SELECT CONCAT(QUOTE(User), '@', QUOTE(Host)) AS account FROM mysql.user WHERE User = :name";

static const char sql_migration_grants[] =
	"SELECT CONCAT('GRANT SELECT', CASE WHEN TABLE_NAME = 'migration' THEN '' "
	"    WHEN TABLE_NAME IN ('activity', 'visit') THEN ', INSERT' "
	"    ELSE ', INSERT, UPDATE, DELETE' END, ' ON `', TABLE_SCHEMA, '`.`', TABLE_NAME, '` TO ', :account) AS statement "
	"FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() AND TABLE_TYPE = 'BASE TABLE'";

/* ------------------------------------------------------------------ what the database has */

/* What must not be, as a sentence; NULL when ROWS are a beginning of ALL. */
static const char *unlike(struct work *w, const struct row *rows, const struct migration *all)
{
	unsigned count = 0;

	while (all[count].number)
		count++;
	for (; rows; rows = rows->next) {
		unsigned long long number = text_number(row_text(rows, "number"));
		if (!number || number > count)
			return arena_text(w->mem, "The database has %s, this program ends with %s: install the newest Upcard.",
				row_text(rows, "name"), all[count - 1].name);
		/* One that is not finished may have been put right, or it never could be. */
		if (row_is(rows, "is_done") &&
		    !text_same(row_text(rows, "checksum"), all[number - 1].checksum))
			return arena_text(w->mem, "%s was changed after it was carried out: put the file back as it was "
				"released, and write what is new into a migration of its own.", all[number - 1].name);
	}
	return NULL;
}

/* The rows of table migration, NULL for none; *WRONG is a sentence when this is no database of Upcard's. */
static const struct row *noted(struct work *w, const char **wrong)
{
	const struct row *tables = db_rows(w, sql_migration_tables, NULL);

	*wrong = NULL;
	if (text_same(row_text(tables, "tables"), "0"))
		*wrong = arena_text(w->mem, "The database %s is empty: load schema.sql into it, which is the whole of the newest "
			"schema.", row_text(tables, "name"));
	else if (!text_same(row_text(tables, "ours"), "2"))
		*wrong = arena_text(w->mem, "The tables of the database %s are not Upcard's: look at db.name.",
			row_text(tables, "name"));
	else if (row_is(tables, "has_migration"))
		return db_rows(w, sql_migration_all, NULL);
	return NULL;
}

/* ------------------------------------------------------------------ carrying out */

static bool is_done(struct work *w, const struct migration_step *step)
{
	const struct row *row = db_rows(w, step->done, NULL);
	const char *answer = row ? row->columns[0].text : NULL;

	return answer && strcmp(answer, "0");
}

/* One transaction, so that a step that only writes rows is noted with them. One that changes tables ends it by itself. */
static void carry_out(struct work *w, const struct migration *migration, unsigned at)
{
	const struct migration_step *step = &migration->steps[at];

	db_begin(w);
	if (!is_done(w, step)) {
		if (db_change(w, step->sql, NULL) == DB_DUPLICATE)
			fail(FAULT_BROKEN, "%s: step %u (%s) would make two rows with the same key", migration->name, at + 1,
				step->about);
		if (!is_done(w, step))
			fail(FAULT_BROKEN, "%s: step %u (%s) was carried out, but its own question says that it was not",
				migration->name, at + 1, step->about);
	}
	db_change(w, sql_migration_note, WITH({ "number", text_of_number(w->mem, migration->number) },
		{ "name", migration->name },
		{ "checksum", migration->checksum }, { "step", text_of_number(w->mem, at + 1) },
		{ "is_last", at + 1 == migration->step_count ? "1" : "0" }));
	db_commit(w);
}

const char *migration_apply(struct work *w, const struct migration *all, void (*tell)(const char *line))
{
	const char *wrong;
	const struct row *rows;

	if (!row_is(db_rows(w, sql_migration_lock, NULL), "has_lock"))
		return "Another upcard migrate is at work on this database: wait until it has ended.";
	rows = noted(w, &wrong);
	if (!wrong)
		wrong = unlike(w, rows, all);
	for (; !wrong && all->number; all++) {
		const struct row *row = row_find(rows, "number", text_of_number(w->mem, all->number));
		if (row && row_is(row, "is_done"))
			continue;
		for (unsigned at = row ? (unsigned)text_number(row_text(row, "step")) : 0; at < all->step_count; at++) {
			tell(arena_text(w->mem, "%s, step %u of %u: %s", all->name, at + 1, all->step_count,
				all->steps[at].about));
			carry_out(w, all, at);
		}
	}
	return wrong;
}

const char *migration_grant(struct work *w, const char *name)
{
	const struct row *account = db_rows(w, sql_migration_accounts, WITH({ "name", name }));

	if (!account)
		return arena_text(w->mem, "There is no account %s at the database: make it, or look at db.user.", name);
	for (; account; account = account->next)
		for (const struct row *row = db_rows(w, sql_migration_grants,
			WITH({ "account", row_text(account, "account") })); row; row = row->next)
			db_change(w, row_text(row, "statement"), NULL);
	return NULL;
}
