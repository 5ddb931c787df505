/* upcard.conf: where the database, the keys and the templates are. */
#ifndef BASE_CONF_H
#define BASE_CONF_H

/* The file named by the environment's UPCARD_CONF, else the one chosen at configure time. */
const char *conf_path(void);

/* Reads the file conf_path().
 * Lines are `name = value` (a part of the HDF syntax), # begins a comment.
 * Fails when the file cannot be read, a line is none of these, a name is unknown or a needed one is missing.
 * Call it once, before conf_get(). */
void conf_load(void);

/* The value of NAME, "" when it was left out and may be. Lives as long as the process.
 * Fails for a name that conf.c does not list. */
const char *conf_get(const char *name);

/* Puts VALUE (copied) in place of what the file says of NAME, for this process: a tool that was told otherwise on its
 * command line. Fails for a name that conf.c does not list and for a value that is too long. */
void conf_set(const char *name, const char *value);

#endif
