/* upcard.conf: where the database, the keys and the templates are. */
#ifndef BASE_CONF_H
#define BASE_CONF_H

#include <stdbool.h>

/* The file named by the environment's UPCARD_CONF, else the one chosen at configure time. */
const char *conf_path(void);

/* Whether there is somebody called WORD who may have a `WORD.base` and a `WORD.key` in the file: a provider of look-ups, of
 * which this room knows nothing. */
typedef bool conf_owner(const char *word);

/* From now on these two names are good only with a word of which IS_ONE says so. A program that never calls it takes
 * them with any word: the file is everybody's, and its mistakes are told by the programs that know better. */
void conf_set_owner(conf_owner *is_one);

/* Reads the file conf_path().
 * Lines are `name = value` (a part of the HDF syntax), # begins a comment.
 * Fails when the file cannot be read, a line is none of these, a name is unknown or a needed one is missing.
 * Call it once, before conf_get(). */
void conf_load(void);

/* The value of NAME, "" when it was left out and may be. Lives as long as the process.
 * Fails for a name that the file may not have. */
const char *conf_get(const char *name);

/* Puts VALUE (copied) in place of what the file says of NAME, for this process: a tool that was told otherwise on its
 * command line. Fails for a name that the file may not have and for a value that is too long. */
void conf_set(const char *name, const char *value);

#endif
