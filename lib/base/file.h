/* Files that are read as a whole. */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include "base/arena.h"

/* The text of the file PATH, in MEM. NULL, and errno says why, when it cannot be read. */
const char *file_text(struct arena *mem, const char *path);

#endif
