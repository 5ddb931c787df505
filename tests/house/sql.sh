#!/usr/bin/env bash
# SQL lives in the file of its entity, as constants; nobody else writes to its table.
set -uo pipefail
bad=0
say() { echo "not ok - $1"; bad=1; }

declare -A home=([activity]=log/activity [job]=log/job
	[staff]=staff/staff [sign_in_attempt]=staff/staff [session]=staff/session [once]=staff/once
	[setting]=staff/setting [placeholder]=staff/setting [ticket]=staff/ticket
	[customer]=customer/customer [contact]=customer/contact
	[ssn]=customer/ssn [search_key]=customer/search_key [connection]=customer/connection
	[lookup]=customer/lookup [lookup_answer]=customer/lookup [provider_state]=customer/lookup
	[social_profile]=customer/social [value_source]=customer/social [photo]=customer/photo [found_picture]=customer/photo)
for table in "${!home[@]}"; do
	found=$(grep -nE "(INSERT INTO|INSERT IGNORE INTO|REPLACE INTO|UPDATE|DELETE FROM) $table\b" $(find lib -name "*.c") cgi-bin/*.c |
		grep -v "^lib/domain/${home[$table]}\.c:") && { echo "# $found"; say "$table is written outside ${home[$table]}.c"; }
done
grep -nE '\b(SELECT|INSERT INTO|UPDATE|DELETE FROM) ' cgi-bin/*.c lib/{base,rules,view,http,desk,outside}/*.c && say 'SQL outside lib/domain'
grep -nE 'mysql_(real_)?query' $(find lib -name "*.c") cgi-bin/*.c | grep -v '^lib/store/db\.c:' && say 'a statement that is not prepared'
# only db.c's own BEGIN and the like go out unprepared
grep -nE 'send\(' lib/store/db.c | grep -vE 'send\((struct db|w->db, "BEGIN")' && say 'db.c sends something else than BEGIN unprepared'
grep -nE '(db_rows|db_change)\(' $(find lib -name "*.c") cgi-bin/*.c | grep -vE '(sql_[a-z_]+|statements|add|forget|const char \*sql)' |
	grep -v '^lib/store/' && say 'a statement that is no sql_ constant'
((bad)) || echo "ok - SQL is constant and at home"
exit $bad
