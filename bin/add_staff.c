/* upcard-add-staff USER_NAME FIRST_NAME LAST_NAME ROLE: adds an account, with a password read from standard input.
 * For the first account of a new installation, which nobody can sign in to yet. */
#include "base/conf.h"
#include "base/fail.h"
#include "base/secret.h"
#include "domain/staff/staff.h"
#include "rules/check.h"

#include <termios.h>
#include <unistd.h>

/* Reads a line without showing it when somebody types it. */
static bool read_password(char *line, int size)
{
	struct termios before, hidden;
	bool typed = isatty(0) && !tcgetattr(0, &before);

	if (typed) {
		fputs("Password: ", stderr);
		hidden = before;
		hidden.c_lflag &= ~(tcflag_t)ECHO;
		tcsetattr(0, TCSAFLUSH, &hidden);
	}
	bool read = fgets(line, size, stdin) != NULL;
	if (typed) {
		tcsetattr(0, TCSAFLUSH, &before);
		fputc('\n', stderr);
	}
	line[strcspn(line, "\n")] = '\0';
	return read;
}

/* What is in the way, NULL when the account was added. */
static const char *add(struct work *w, char **words, const char *password)
{
	const char *about[] = { words[0], words[1], words[2], NULL };
	const char *wrong = check_password(w->mem, password, about);

	if (wrong)
		return wrong;
	conf_load();
	secret_load(conf_get("key.file"));
	w->db = db_new();
	db_ready(w->db);
	db_begin(w);
	if (!staff_add(w, words[0], words[1], words[2], words[3], password))
		return "There is an account of that name already.";
	db_commit(w);
	db_close(w->db);
	free(w->db);
	return NULL;
}

int main(int count, char **words)
{
	char password[1024];
	struct catcher catcher;
	struct work w = { .mem = arena_new() };
	const char *wrong;

	if (count != 5) {
		fputs("Usage: upcard-add-staff USER_NAME FIRST_NAME LAST_NAME ROLE\n"
		      "ROLE is one of the table role: Manager, Salesperson, Administrator. "
		      "The password is read from standard input.\n", stderr);
		return 2;
	}
	if (setjmp(catcher.here)) {
		fprintf(stderr, "upcard-add-staff: %s\n", catcher.why);
		return 1;
	}
	fail_catch(&catcher);
	wrong = read_password(password, sizeof password) ? add(&w, words + 1, password) : "No password came.";
	explicit_bzero(password, sizeof password);
	if (wrong)
		fprintf(stderr, "upcard-add-staff: %s\n", wrong);
	arena_free(w.mem);
	return wrong != NULL;
}
