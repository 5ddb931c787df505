#!/usr/bin/env bash
# upcard, the administrator's program: what it understands, and a sentence for everything that it does not. Writes TAP.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
. tests/env.sh
env_folder "$UPCARD_DATA"
export UPCARD_CONF=$UPCARD_TEST_CONF
tool=$BUILD/upcard
folder=$(mktemp -d /tmp/upcard-tool.XXXXXX)
chmod 711 "$folder"
said=$folder/said
password=drive-the-lot-2026
bad=0
trap 'rm -rf "$folder"' EXIT

# ends CODE SENTENCE WORD...: with that, and says SENTENCE; "-" for no word at all. Standard input is $input.
ends() {
	local code=$1 sentence=$2 rc=0
	shift 2
	"$tool" "$@" >"$said" 2>&1 <<<"${input-$password}" || rc=$?
	if ((rc == code)) && { [[ $sentence == - && ! -s $said ]] || grep -qF -- "$sentence" "$said"; } &&
		! grep -q 'MariaDB error' "$said"; then
		echo "ok - upcard ${*@Q}: $sentence"
	else
		echo "not ok - upcard ${*@Q} ended with $rc"
		sed 's/^/# /' "$said"
		bad=1
	fi
}
people() {
	env_sql "$name" -e "SELECT GROUP_CONCAT(user_name, '/', role ORDER BY user_name) FROM staff"
}
# holds SENTENCE GOT WANTED
holds() {
	if [[ $2 == "$3" ]]; then echo "ok - $1"; else echo "not ok - $1: $2" && bad=1; fi
}
name=$(sed -n 's/^db\.name = //p' "$UPCARD_CONF")

# ---- what is understood
ends 0 'Usage: upcard COMMAND' --help
ends 2 'Usage: upcard COMMAND'
for command in add-person jobs migrate; do
	ends 0 "Usage: upcard $command" $command --help
	ends 2 'There is no option --no-such.' $command --no-such
done
ends 2 'There is no command fly. The commands are: add-person jobs migrate.' fly
ends 2 '--user needs a value behind it.' migrate --user
ends 2 '--folder needs a value behind it.' migrate --folder ''
ends 2 'There is a word too many: now.' jobs now
ends 2 'Words are missing.' add-person dana Dana Kim
ends 2 'It is: upcard add-person USER_NAME FIRST_NAME LAST_NAME ROLE' add-person dana Dana Kim Manager now

# ---- people
ends 0 'Dana Kim can sign in as dana, Manager.' add-person dana Dana Kim Manager
ends 1 'There is an account dana already: choose another user name.' add-person dana Dana Kim Manager
ends 1 'There is an account DANA already: choose another user name.' add-person DANA Dana Kim Manager
ends 1 'There is no role Boss. Choose one of: Administrator, Manager, Salesperson.' add-person luis Luis Ortega Boss
ends 1 'There is no role manager. Choose one of: Administrator, Manager, Salesperson.' add-person luis Luis Ortega manager
ends 1 'Choose a user name.' add-person '' Luis Ortega Manager
ends 1 'Give a last name.' add-person luis Luis ' ' Manager
ends 1 'User Name can have 40 characters; this has 41.' add-person "$(printf %41s | tr ' ' a)" Luis Ortega Manager
ends 1 'First Name must have a letter or a digit, in UTF-8.' add-person luis $'\xff\xfe' Ortega Manager
ends 1 'User Name must have a letter or a digit, in UTF-8.' add-person ... Luis Ortega Manager
input=short ends 1 'at least 12 characters' add-person luis Luis Ortega Manager
input=passwordpassword ends 1 'guess' add-person luis Luis Ortega Manager
"$tool" add-person luis Luis Ortega Manager >"$said" 2>&1 </dev/null
holds 'no password is told' "$?$(grep -c 'No password came' "$said")" 11
holds 'nobody else was added' "$(people)" dana/Manager
holds 'the password is kept as a hash' \
	"$(env_sql "$name" -e "SELECT password_hash LIKE '\$argon2id\$%' FROM staff")" 1

# ---- jobs
env_sql "$name" -e "INSERT INTO once (once_key, staff_id, location, created_at)
	SELECT MD5(seq), 1, '/', NOW() - INTERVAL 3 DAY FROM seq_1_to_1200"
ends 0 'tidy: done' jobs --verbose
holds 'all that is old is gone' "$(env_sql "$name" -e 'SELECT COUNT(*) FROM once')" 0
ends 0 'Nothing is due.' jobs --verbose
ends 0 - jobs

# ---- upcard.conf, keys and the database
# conf NAME VALUE: another upcard.conf, with that value
conf() {
	sed "s,^$1 = .*,$1 = $2," "$UPCARD_TEST_CONF" >"$folder/$1.conf"
	export UPCARD_CONF=$folder/$1.conf
}
dana() {
	ends 1 "$1" add-person luis Luis Ortega Manager
}
UPCARD_CONF=$folder/none.conf dana "There is no $folder/none.conf: copy upcard.conf.example there"
conf db.socket "$folder/none.sock"
dana 'The database does not answer: start MariaDB'
conf db.password wrong
dana 'The database does not let this account in: look at its name and its password.'
conf db.name upcard_of_nobody
dana 'look at db.name in upcard.conf'
conf key.file "$folder/none.key"
dana "$folder/none.key: No such file"
conf db.user ''
dana 'db.user is missing'
echo 'nonsense = 1' >>"$UPCARD_CONF"
dana "unknown name nonsense"
if ((!EUID)); then # nobody else can be told that a file is not theirs
	cp "$tool" "$folder/upcard"
	install -m 600 "$UPCARD_TEST_CONF" "$folder/own.conf"
	UPCARD_CONF=$folder/own.conf env_as nobody "$folder/upcard" jobs >"$said" 2>&1
	holds 'whoever may not read upcard.conf is told as whom to run it' \
		"$?$(grep -c "You may not read $folder/own.conf: run this as the user that the programs run as" "$said")" 11
fi
exit $bad
