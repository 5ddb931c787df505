/* Which tables this program is made for. */
#ifndef STORE_SCHEMA_H
#define STORE_SCHEMA_H

/* The number of the last file in migrations/ when the program was built. db_ready() fails with FAULT_SCHEMA where the
 * database has another one. */
extern const unsigned schema_version;

#endif
