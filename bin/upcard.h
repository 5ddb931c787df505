/* upcard, the program of whoever administers Upcard from a shell: what its commands share. A command is a row of the table
 * in upcard.c and a file of its own. */
#ifndef BIN_UPCARD_H
#define BIN_UPCARD_H

#include "base/work.h"

#include <stdbool.h>

/* How the program ends; --help tells them to people. */
enum { ENDED_DONE, ENDED_REFUSED, ENDED_MISUSED };

struct option {
	const char *name;       /* with its dashes; NULL ends the list */
	const char *value_name; /* NULL for a switch */
	const char *about;
	const char *value;      /* what was given, "" for a switch; NULL when it was not */
};

struct command {
	const char *name;
	const char *words;      /* what it wants behind its name, as --help shows it; "" for nothing */
	unsigned word_count;
	const char *about;      /* one line */
	const char *more;       /* the rest of its --help */
	struct option *options;
	/* Does it with WORDS and returns how the program ends. What it opens is W's, what fails lands in main(). */
	int (*run)(struct work *w, char **words);
};

extern struct command upcard_add_person, upcard_jobs, upcard_migrate;

/* Says a sentence to whoever started the program and returns ENDED_REFUSED. */
int upcard_refuse(const char *sentence, ...) __attribute__((format(printf, 1, 2)));

/* Loads upcard.conf. False, and the sentence is said, when there is none that can be read. */
bool upcard_conf(void);

/* Reads a line of standard input into LINE, without showing it when somebody types it after PROMPT. False when none came. */
bool upcard_password(const char *prompt, char *line, int size);

#endif
