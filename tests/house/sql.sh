#!/usr/bin/env bash
# SQL lives in the file of its entity, as constants; nobody else writes to its table.
set -uo pipefail
bad=0
say() { echo "not ok - $1"; bad=1; }

# A table's home is the one file of lib/domain that writes to it; migration is the database's own.
files=$(find lib -name "*.c") && files="$files $(echo cgi-bin/*.c)"
for table in $(sed -n 's/^CREATE TABLE \([a-z_]*\) (.*/\1/p' schema.sql); do
	writers=$(grep -lE "(INSERT INTO|INSERT IGNORE INTO|REPLACE INTO|UPDATE|DELETE FROM) $table\b" $files | paste -sd' ')
	case $table:$writers in
	*" "*) say "$table is written by more than one file: $writers" ;;
	migration:lib/store/migration.c | role: | role_right:) ;;
	*:lib/domain/*) ;;
	*) say "$table is written by no file of lib/domain, but by ${writers:-none at all}" ;;
	esac
done
grep -nE '\b(SELECT|INSERT INTO|UPDATE|DELETE FROM) ' cgi-bin/*.c lib/{base,rules,view,http,desk,outside}/*.c && say 'SQL outside lib/domain'
grep -nE 'mysql_(real_)?query' $(find lib -name "*.c") cgi-bin/*.c | grep -v '^lib/store/db\.c:' && say 'a statement that is not prepared'
# only db.c's own BEGIN and the like go out unprepared
grep -nE 'send\(' lib/store/db.c | grep -vE 'send\((struct db|w->db, "BEGIN")' && say 'db.c sends something else than BEGIN unprepared'
grep -nE '(db_rows|db_change)\(' $(find lib -name "*.c") cgi-bin/*.c | grep -vE '(sql_[a-z_]+|statements|add|forget|const char \*sql)' |
	grep -v '^lib/store/' && say 'a statement that is no sql_ constant'
((bad)) || echo "ok - SQL is constant and at home"
exit $bad
