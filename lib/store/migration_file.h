/* The files of migrations/: how the tables of one release become those of the next, step by step.
 * migrations/README.md tells how one is written. Pure but for reading the folder. */
#ifndef STORE_MIGRATION_FILE_H
#define STORE_MIGRATION_FILE_H

#include "base/arena.h"

/* One statement. Statements that change tables cannot be taken back, so each comes with the question whether it was
 * carried out already: a tool that is ended in the middle goes on where it was. */
struct migration_step {
	const char *about; /* what it does, for whoever watches */
	const char *done;  /* a SELECT whose first cell is neither NULL nor 0 when it was carried out */
	const char *sql;
};

struct migration {
	unsigned number;      /* 1, 2 ... without a gap; 0 ends the list */
	const char *name;     /* of its file, "0002-contact.sql" */
	const char *checksum; /* SHA-256 of the file */
	const struct migration_step *steps;
	unsigned step_count;
};

/* Takes TEXT, what stands in the file NAME, apart. In MEM; the texts of statements stay where they are as long as it
 * lives. Fails with a sentence that names file and line when it is not written as README.md says. */
struct migration migration_parse(struct arena *mem, const char *name, const char *text);

/* All files of FOLDER that begin with four digits, in their order. In MEM. Fails with a sentence when the folder cannot be
 * read, has none, or a number is missing or there twice. */
const struct migration *migration_read(struct arena *mem, const char *folder);

#endif
