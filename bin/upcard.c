/* upcard COMMAND: administration from a shell. What a person did wrong is answered with a sentence that says what to do. */
#include "upcard.h"

#include "base/conf.h"
#include "base/fail.h"
#include "base/text.h"
#include "store/db.h"

#include <errno.h>
#include <termios.h>
#include <unistd.h>

static struct command *const commands[] = { &upcard_add_person, &upcard_jobs, &upcard_migrate, NULL };

/* ------------------------------------------------------------------ what commands share */

int upcard_refuse(const char *sentence, ...)
{
	va_list values;

	va_start(values, sentence);
	fputs("upcard: ", stderr);
	vfprintf(stderr, sentence, values);
	fputc('\n', stderr);
	va_end(values);
	return ENDED_REFUSED;
}

bool upcard_conf(void)
{
	const char *path = conf_path();

	if (access(path, R_OK)) {
		if (errno == EACCES)
			upcard_refuse("You may not read %s: run this as the user that the programs run as.", path);
		else
			upcard_refuse("There is no %s: copy upcard.conf.example there and fill it in, or name another file in the "
				"environment variable UPCARD_CONF.", path);
		return false;
	}
	conf_load();
	return true;
}

bool upcard_password(const char *prompt, char *line, int size)
{
	struct termios before, hidden;
	bool typed = isatty(0) && !tcgetattr(0, &before);

	if (typed) {
		fputs(prompt, stderr);
		hidden = before;
		hidden.c_lflag &= ~(tcflag_t)ECHO;
		tcsetattr(0, TCSAFLUSH, &hidden);
	}
	bool read = fgets(line, size, stdin) != NULL;
	if (typed) {
		tcsetattr(0, TCSAFLUSH, &before);
		fputc('\n', stderr);
	}
	line[read ? strcspn(line, "\n") : 0] = '\0';
	return read;
}

/* ------------------------------------------------------------------ --help */

static void put_usage(FILE *to, const struct command *command)
{
	fprintf(to, "upcard %s%s%s%s", command->name, command->options[0].name ? " [OPTION]" : "", *command->words ? " " : "",
		command->words);
}

static void help(void)
{
	puts("Usage: upcard COMMAND\n\nAdministers Upcard from a shell. The commands are:\n");
	for (struct command *const *command = commands; *command; command++)
		printf("  %-12s %s\n", (*command)->name, (*command)->about);
	puts("\n`upcard COMMAND --help` tells more of each. They read the file named by the environment variable UPCARD_CONF, else\n"
	     UPCARD_CONF ".\n\n"
	     "Ends with 0 when it was done, 1 when it was not and a sentence says why, 2 when it was not understood.");
}

static void help_of(const struct command *command)
{
	fputs("Usage: ", stdout);
	put_usage(stdout, command);
	printf("\n\n%s\n", command->more);
	for (const struct option *option = command->options; option->name; option++)
		printf("\n  %s%s%s\n      %s\n", option->name, option->value_name ? " " : "",
			text_or(option->value_name, ""), option->about);
}

/* ------------------------------------------------------------------ the words of the command line */

static struct command *command_of(const char *name)
{
	for (struct command *const *command = commands; *command; command++)
		if (!strcmp((*command)->name, name))
			return *command;
	return NULL;
}

/* Says what is wrong with the words behind COMMAND: three texts one after the other. */
static int misused(const struct command *command, const char *before, const char *what, const char *behind)
{
	fprintf(stderr, "upcard: %s%s%s\nIt is: ", before, what, behind);
	put_usage(stderr, command);
	fprintf(stderr, "\n`upcard %s --help` tells more.\n", command->name);
	return ENDED_MISUSED;
}

static struct option *option_of(const struct command *command, const char *name)
{
	for (struct option *option = command->options; option->name; option++)
		if (!strcmp(option->name, name))
			return option;
	return NULL;
}

static int carry_out(struct work *w, const struct command *command, char **words)
{
	for (; *words && text_begins(*words, "--"); words++) {
		struct option *option = option_of(command, *words);
		if (!strcmp(*words, "--help"))
			return help_of(command), ENDED_DONE;
		if (!option)
			return misused(command, "There is no option ", *words, ".");
		if (option->value_name && text_empty(words[1]))
			return misused(command, "", *words, " needs a value behind it.");
		option->value = option->value_name ? *++words : "";
	}
	unsigned count = 0;
	while (words[count])
		count++;
	if (count < command->word_count)
		return misused(command, "Words are missing", "", ".");
	if (count > command->word_count)
		return misused(command, "There is a word too many: ", words[command->word_count], ".");
	return command->run(w, words);
}

/* ------------------------------------------------------------------ what went wrong */

/* What to do about an error of the database; what is not here is told in the server's words. */
static const struct { unsigned error; const char *sentence; } remedies[] = {
	{ 2002, "The database does not answer: start MariaDB, or look at db.socket in upcard.conf." },
	{ 2003, "The database does not answer: start MariaDB, or look at db.socket in upcard.conf." },
	{ 1045, "The database does not let this account in: look at its name and its password." },
	{ 1698, "The database does not let this account in: look at its name and its password." },
	{ 1044, "This account may not use that database, or not do that to it: look at db.name in upcard.conf, or name an account "
		"that may." },
	{ 1049, "There is no such database: look at db.name in upcard.conf, or make it and load schema.sql into it." },
	{ 1142, "This account may not do that: name one that may change tables with --user." },
	{ 1227, "This account may not do that: name one that may change tables with --user." },
	{ 1205, "Something else is at work on the same rows: run it again." },
	{ 1213, "Something else is at work on the same rows: run it again." },
	{ 1021, "The disk of the database is full: make room and run it again." },
	{ 1114, "The disk of the database is full: make room and run it again." },
};

static int failed(const struct work *w, const struct catcher *catcher)
{
	unsigned error = 0;
	const char *words = w->db ? db_error(w->db, &error) : "";

	if (!error)
		return upcard_refuse("%s", catcher->why);
	for (size_t i = 0; i < sizeof remedies / sizeof *remedies; i++)
		if (remedies[i].error == error)
			return upcard_refuse("%s (%s)", remedies[i].sentence, words);
	return upcard_refuse("The database refused: %s", words);
}

static int run(const struct command *command, char **words)
{
	struct catcher catcher = { 0 };
	struct work w = { .mem = arena_new() };
	int ended;

	fail_catch(&catcher);
	ended = setjmp(catcher.here) ? failed(&w, &catcher) : carry_out(&w, command, words);
	arena_reset(w.mem);
	if (w.db) {
		db_close(w.db);
		free(w.db);
	}
	arena_free(w.mem);
	return ended;
}

int main(int count, char **words)
{
	const struct command *command;

	if (count < 2 || !strcmp(words[1], "--help") || !strcmp(words[1], "help")) {
		help();
		return count < 2 ? ENDED_MISUSED : ENDED_DONE;
	}
	command = command_of(words[1]);
	if (!command) {
		fprintf(stderr, "upcard: There is no command %s. The commands are:", words[1]);
		for (struct command *const *known = commands; *known; known++)
			fprintf(stderr, " %s", (*known)->name);
		fputs(". `upcard --help` tells more.\n", stderr);
		return ENDED_MISUSED;
	}
	return run(command, words + 2);
}
