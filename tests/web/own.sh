#!/usr/bin/env bash
# An Upcard of its own for tests that break things: ./own.sh DIR. Says "NAME=VALUE" lines, then "ready"; carries out
# each function of tests/env.sh it reads, saying "done"; ends with its input.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
. tests/env.sh
trap 'trap "" INT TERM HUP; env_stop' EXIT
trap 'exit 130' INT TERM HUP

# As env_database_start, which would end Apache as a leftover.
database_start() {
	setsid mariadbd --defaults-file="$UPCARD_DATA/mariadb.cnf" >>"$env_log/mariadb.log" 2>&1 </dev/null &
	env_database_pid=$!
	env_until 60 "$env_database_pid" env_sql -e 'SELECT 1' || env_fail "MariaDB did not start again"
}

env_start "$1" >&2
echo "UPCARD_URL=$UPCARD_URL"
echo "UPCARD_SOCKET=$UPCARD_SOCKET"
echo "UPCARD_DATA=$UPCARD_DATA"
echo "UPCARD_CONF=$UPCARD_CONF"
echo "pidfile=$env_run/db/mariadb.pid"
echo "programs=$env_programs"
echo "templates=$env_site/templates"
echo ready
while read -r command; do
	case $command in
	database_stop) env_end "$env_database_pid" 60 && env_database_pid= ;;
	database_start) database_start ;;
	templates_copy)
		cp -R "$env_site/templates" "$UPCARD_DATA/templates"
		chmod -R u=rwX,go=rX "$UPCARD_DATA/templates"
		sed "s,^template.folder = .*,template.folder = $UPCARD_DATA/templates," "$UPCARD_CONF" |
			env_file "$UPCARD_CONF" 600 ;;
	*) env_fail "no command $command" ;;
	esac >&2
	echo done
done
