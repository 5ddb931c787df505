#!/usr/bin/env bash
# upcard migrate: what the first release left becomes today's, whatever ends the tool in between. Writes TAP.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
. tests/env.sh
env_folder "$UPCARD_DATA"
tool=$BUILD/upcard
folder=$(mktemp -d /tmp/upcard-migrate.XXXXXX)
said=$folder/said
bad=0
trap 'rm -rf "$folder"' EXIT

# told SENTENCE COMMAND...: whether it succeeds
told() {
	local sentence=$1
	shift
	if "$@"; then
		echo "ok - $sentence"
	else
		echo "not ok - $sentence"
		sed 's/^/# /' "$said"
		bad=1
	fi
}

# first NAME: a database as the first release made and filled it, and its conf
first() {
	env_sql -e "SET foreign_key_checks = 0; CREATE OR REPLACE DATABASE \`$1\` CHARACTER SET utf8mb4"
	env_sql "$1" <tests/store/fixtures/first-schema.sql
	env_sql "$1" <tests/store/first_rows.sql
	env_grants "$1"
	use "$1"
}
use() {
	export UPCARD_CONF=$folder/$1.conf
	sed "s/^db\.name = .*/db.name = $1/" "$UPCARD_DATA/upcard.conf" >"$UPCARD_CONF"
}

# migrate [OPTION...]: as the administrator of the database; what it says is in $said
migrate() {
	timeout 60 "$tool" migrate --user "$(id -un)" --folder migrations "$@" >"$said" 2>&1 </dev/null
}
refused() {
	local rc=0
	"${@:2}" || rc=$?
	((rc == 1)) && grep -qF -- "$1" "$said"
}
# What the server does for a tool that was killed may take it a moment.
until_free() {
	local i
	for ((i = 0; i < 30; i++)); do
		"$@" && return 0
		grep -q 'is at work' "$said" || return 1
	done
	return 1
}
shape() {
	env_sql "$1" <tests/store/shape.sql
}
same_shape() {
	shape "$1" >"$folder/one" && shape "$2" >"$folder/other" && diff "$folder/one" "$folder/other" >"$said" &&
		(($(wc -l <"$folder/one") > 300))
}
# has DATABASE SQL ANSWER
has() {
	env_sql "$1" -e "$2" >"$said" && [[ $(<"$said") == "$3" ]]
}

today=upcard_today
env_sql -e "SET foreign_key_checks = 0; CREATE OR REPLACE DATABASE $today CHARACTER SET utf8mb4"
env_sql $today <schema.sql
use $today
told 'schema.sql has every migration: there is nothing to carry out' migrate
told 'and nothing is carried out' eval '! grep step "$said"'

first upcard_old
told 'a database of the first release is brought to this one' migrate
told 'it has the tables, columns, comments, indexes, constraints and first rows of schema.sql, and no others' \
	same_shape upcard_old $today
told 'customers keep their numbers, SSNs, connections and history' has upcard_old \
	"SELECT COUNT(*), MIN(c.id), (SELECT sealed FROM ssn WHERE customer_id = 10001), (SELECT COUNT(*) FROM connection),
		(SELECT COUNT(*) FROM activity), (SELECT password_hash FROM staff) LIKE '%AAAA' FROM customer c" \
	$'3\t10001\tc2VhbGVk\t2\t1\t1'
told 'lists show phone, e-mail and city of the customers there were' has upcard_old \
	"SELECT GROUP_CONCAT(CONCAT_WS('/', id, IFNULL(primary_phone, '-'), IFNULL(primary_email, '-'),
		IFNULL(primary_city, '-')) ORDER BY id SEPARATOR ' ') FROM customer" \
	'10001/6145550142/-/Dublin, OH 10002/-/info@fernbank.example/OH 10003/-/-/-'
told 'every address, phone and e-mail is there, and a record says what hangs on it' has upcard_old \
	"SELECT GROUP_CONCAT(CONCAT_WS('/', id, is_connected, has_taken, IFNULL(primary_phone_type, '-'),
		IFNULL(primary_address, '-'), (SELECT GROUP_CONCAT(kind, ' ', type, ' ', is_primary ORDER BY kind, type)
			FROM contact WHERE customer_id = id)) ORDER BY id SEPARATOR ' | ') FROM customer" \
	'10001/1/0/cell/12 Main St, Dublin, OH 43017/addresses mailing 1,addresses work 0,phones cell 1,phones home 0 | 10002/1/0/-/1 Elm St, OH/addresses physical 1,emails work 1 | 10003/0/0/-/Behind the barn/addresses garage 1'
told 'a second time it does nothing' eval 'migrate && ! grep step "$said"'

# ---- rights
as_programs() {
	mariadb --no-defaults --socket="$UPCARD_SOCKET" -u upcard_app -p"$(env_password)" upcard_old -e "$1" >"$said" 2>&1
}
env_password() {
	sed -n 's/^db\.password = //p' "$UPCARD_DATA/upcard.conf"
}
told "the programs' account may use the new tables" as_programs "INSERT INTO job SET name = 'x', ran_at = NOW(); DELETE FROM job"
told 'it may not change what happened' eval '! as_programs "UPDATE activity SET action = action"'
told 'nor take away who saw it' eval '! as_programs "DELETE FROM visit"'
told 'nor which migrations were carried out' eval '! as_programs "DELETE FROM migration"'
first upcard_poor
told 'an account that may not change tables is told to name another' refused '--user' \
	eval '"$tool" migrate --folder migrations >"$said" 2>&1'
told 'and nothing was changed' has upcard_poor "SHOW TABLES LIKE 'migration'" ''

# ---- killed
shim=$folder/killed.so
${CC:-cc} -D_GNU_SOURCE -shared -fPIC -o "$shim" tests/store/killed.c || bad=1
shim="$(ldd "$tool" | awk '/libasan/ { print $3 }') $shim" # a sanitizer wants to come first
first upcard_killed
kills=0
ended=1
for ((i = 0; i < 300 && ended; i++)); do
	case $((i % 3)) in 0) at=before ;; 1) at=between ;; *) at=after ;; esac
	(LD_PRELOAD=$shim KILLED=$at migrate) 2>/dev/null && ended=0
	[[ $ended == 0 ]] || ((++kills))
done
steps=$(cat migrations/0*.sql | grep -c '^-- step: ')
told 'ended by kill -9 before, while and after noting each step, it goes on where it was' test "$kills" -eq $((steps * 3))
told 'and comes to the same tables and rows' same_shape upcard_killed $today
told 'with the customers as they were' has upcard_killed "SELECT COUNT(*), SUM(primary_phone IS NOT NULL) FROM customer" $'3\t1'

# In the middle of a statement: it waits for what somebody else holds, and the tool is killed. reads SQL: holds it until lets_go.
reads() {
	coproc reader { mariadb --no-defaults --socket="$UPCARD_SOCKET" -N -B --unbuffered "$database"; }
	echo "BEGIN; $1;" >&"${reader[1]}"
	read -r -u "${reader[0]}"
}
lets_go() {
	local pid=$reader_PID
	echo 'COMMIT;' >&"${reader[1]}"
	exec {reader[1]}>&-
	wait "$pid"
}
begin_waiting() {
	"$tool" migrate --user "$(id -un)" --folder migrations >"$said" 2>&1 </dev/null &
	pid=$!
}
waits() {
	[[ $(env_sql -e "SELECT COUNT(*) FROM information_schema.PROCESSLIST WHERE DB = '$database' AND INFO LIKE '$1%'") == 1 ]]
}
end_waiting() {
	kill -KILL $pid
	wait $pid 2>/dev/null
}
database=upcard_table
first $database
reads 'SELECT COUNT(*) FROM customer'
begin_waiting
told 'a statement waits for a table that is in use' env_until 30 $pid waits 'ALTER TABLE customer'
told 'meanwhile a second tool does not begin' refused 'Another upcard migrate is at work' migrate
end_waiting
lets_go
told 'killed in the middle of a change to a table, it goes on and ends' until_free migrate
told 'with the same tables and rows' same_shape $database $today

database=upcard_rows
first $database
until [[ $(env_sql $database -e 'SELECT step FROM migration' 2>&1) == 9 ]]; do # the next one writes rows of customer
	(LD_PRELOAD=$shim KILLED=after migrate) 2>/dev/null
done
reads 'SELECT id FROM customer WHERE id = 10002 FOR UPDATE'
begin_waiting
told 'a statement waits for a row that is in use' env_until 30 $pid waits 'UPDATE customer'
end_waiting
told 'while the server still works at it, a second tool does not begin' refused 'Another upcard migrate is at work' migrate
lets_go
told 'killed in the middle of writing rows, it goes on and ends' until_free migrate
told 'with the same tables and rows, each written' eval 'same_shape $database $today &&
	has $database "SELECT SUM(primary_phone IS NOT NULL), SUM(primary_email IS NOT NULL) FROM customer" "1	1"'

# ---- what is in the way
copy=$folder/migrations
cp -R migrations "$copy"
sed -i 's/^-- From /-- from /' "$copy"/0001-*
use upcard_old
told 'a file that was changed after it was carried out is told' refused 'was changed after it was carried out' migrate --folder "$copy"

first upcard_broken
sed -i "s/^ALTER TABLE role_right MODIFY right_code/ALTER TABLE role_right MODIFY wrong_code/" "$copy"/0001-*
told "a statement that the server refuses is told in the server's words, behind the step's name" \
	eval 'refused "Unknown column" migrate --folder "$copy" && grep -q "step 3 of" "$said"'
told 'what was done before it stays' has upcard_broken 'SELECT number, step, done_at IS NULL FROM migration' $'1\t2\t1'
told 'it goes on when the step was put right' eval 'migrate && ! grep -q "0001.*step 2 of" "$said"'
told 'to the same tables and rows' same_shape upcard_broken $today
first upcard_lies
cp migrations/0001-* "$copy"
sed -i 's/^-- done: table job$/-- done: table jobs/' "$copy"/0001-*
told 'a question that does not see what was done is told' refused 'its own question says that it was not' migrate --folder "$copy"
first upcard_twice
cp migrations/0001-* "$copy"
sed -i "s/^  ('none@%'), /&&/" "$copy"/0001-*
told 'so are rows with the same key' refused 'two rows with the same key' migrate --folder "$copy"
use upcard_old
rm "$copy"/0*
told 'so is a folder without migrations' refused 'has no migrations' migrate --folder "$copy"
told 'and one that is not there' refused 'cannot be read' migrate --folder "$folder/none"
cp migrations/0*.sql "$copy"
printf -- '-- step: more\n-- done: table more\nCREATE TABLE more (id INT);\n' >"$copy/9999-more.sql"
told 'and one with a gap' refused 'where number' migrate --folder "$copy"
next=$(printf %04d $(($(ls migrations/0*.sql | wc -l) + 1)))
mv "$copy/9999-more.sql" "$copy/$next-more.sql"
told "and another release's" refused 'two releases' migrate --folder "$copy"
env_sql upcard_old -e "INSERT INTO migration SET number = 9000, name = '9000-later.sql', checksum = '', step = 1, started_at = NOW()"
told 'a database newer than the program is left alone' refused 'install the newest Upcard' migrate
env_sql -e "CREATE OR REPLACE DATABASE upcard_empty"
use upcard_empty
told 'an empty database is told to be given schema.sql' refused 'load schema.sql' migrate
env_sql upcard_empty -e 'CREATE TABLE posts (id INT)'
told "somebody else's database is left alone" refused "are not Upcard's" migrate

# ---- programs and versions
person() {
	"$tool" add-person somebody Some Body Manager >"$said" 2>&1 <<<'drive-the-lot-2026'
}
first upcard_unlike
told 'a program that meets an older schema says so' refused 'run upcard migrate' person
migrate
env_sql upcard_unlike -e "UPDATE migration SET done_at = NULL"
told 'also one that is half way' refused 'not finished' person
env_sql upcard_unlike -e "UPDATE migration SET done_at = NOW(), number = number + 9000"
told 'and a newer one' refused 'install the newest Upcard' person
exit $bad
