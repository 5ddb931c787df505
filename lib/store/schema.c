/* The version of the schema, which the Makefile counts: whoever adds a migration has no second place to think of. */
#include "store/schema.h"

const unsigned schema_version = SCHEMA_VERSION;
