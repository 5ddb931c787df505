/* Files: read as a whole, or for the time of a request. */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include "base/arena.h"

#include <stdio.h>

/* The text of the file PATH, in MEM. NULL, and errno says why, when it cannot be read. */
const char *file_text(struct arena *mem, const char *path);

/* An empty file without a name, to be written and read again: what does not fit in memory. It is gone with MEM, and with
 * the process. Fails when none can be made. */
FILE *file_temporary(struct arena *mem);

#endif
