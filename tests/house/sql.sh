#!/usr/bin/env bash
# SQL lives in the file of its entity, as constants; nobody else writes to its table.
set -uo pipefail
bad=0
say() { echo "not ok - $1"; bad=1; }

declare -A home=([customer]=customer [address]=points [phone]=points [email]=points [ssn]=ssn [search_key]=search_key
	[connection]=connection [activity]=activity [staff]=staff [sign_in_attempt]=staff [session]=session [once]=once
	[setting]=setting [placeholder]=setting [lookup]=lookup [lookup_answer]=lookup [provider_state]=lookup
	[ticket]=ticket [social_profile]=social [value_source]=social [photo]=photo [found_picture]=photo)
for table in "${!home[@]}"; do
	found=$(grep -nE "(INSERT INTO|INSERT IGNORE INTO|REPLACE INTO|UPDATE|DELETE FROM) $table\b" lib/*/*.c cgi-bin/*.c |
		grep -v "^lib/domain/${home[$table]}\.c:") && { echo "# $found"; say "$table is written outside ${home[$table]}.c"; }
done
grep -nE '\b(SELECT|INSERT INTO|UPDATE|DELETE FROM) ' cgi-bin/*.c lib/{base,rules,view,http}/*.c && say 'SQL outside lib/domain'
grep -nE 'mysql_(real_)?query' lib/*/*.c cgi-bin/*.c | grep -v '^lib/store/db\.c:' && say 'a statement that is not prepared'
# only db.c's own BEGIN and the like go out unprepared
grep -nE 'send\(' lib/store/db.c | grep -vE 'send\((struct db|w->db, "BEGIN")' && say 'db.c sends something else than BEGIN unprepared'
grep -nE '(db_rows|db_put)\(' lib/*/*.c cgi-bin/*.c | grep -vE '(sql_[a-z_]+|statements|add|forget|const char \*sql)' |
	grep -v '^lib/store/' && say 'a statement that is no sql_ constant'
((bad)) || echo "ok - SQL is constant and at home"
exit $bad
