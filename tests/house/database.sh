#!/usr/bin/env bash
# A database that holds something can be made afresh, the demo people's and a test's.
set -uo pipefail
bad=0
say() { echo "not ok - $1"; bad=1; }

# afresh COMMAND...: with the functions of env.sh
afresh() {
	bash -euo pipefail -c '. tests/env.sh; env_folder "$UPCARD_DATA"; "$@"' afresh "$@" 2>&1 || say "$* fails"
}
count() { mariadb --no-defaults --socket="$UPCARD_SOCKET" -N -B "$1" -e "SELECT COUNT(*) FROM $2"; }

[[ $(count upcard staff) == 3 ]] || say 'the demo people are not there to begin with'
afresh env_upcard_make
[[ $(count upcard staff) == 3 ]] || say 'the demo people do not come again'
afresh env_database upcard
[[ $(count upcard staff) == 0 ]] || say 'what was in a database stays'
afresh env_upcard_make
((bad)) || echo "ok - a database that holds something can be made afresh"
exit $bad
