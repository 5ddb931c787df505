#!/usr/bin/env bash
# The programs under valgrind for some hundred requests, errors and faults among them, then stopped as a web server
# stops them: not a byte may be lost, and nothing be read or written that is not theirs. Writes TAP.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cd "$here/../.."
. tests/env.sh
UPCARD_WORK=${UPCARD_WORK:-$(mktemp -d /tmp/upcard-leak.XXXXXX)}
mkdir -p "$UPCARD_WORK/programs" "$UPCARD_WORK/reports"
chmod 711 "$UPCARD_WORK"
chmod 1777 "$UPCARD_WORK/reports" # the programs run as a user of their own
chmod 755 "$UPCARD_WORK/programs"

# ClearSilver's and MariaDB's own libraries hold nothing at the end either: no suppressions.
for program in "$BUILD"/*.fcgi; do
	name=$(basename "$program")
	cp "$program" "$UPCARD_WORK/programs/${name%.fcgi}.bin"
	cat >"$UPCARD_WORK/programs/$name" <<-END
		#!/bin/sh
		exec valgrind --leak-check=full --show-leak-kinds=definite,indirect --track-fds=yes --child-silent-after-fork=yes --num-callers=25 \\
			--log-file="$UPCARD_WORK/reports/${name%.fcgi}.%p" "$UPCARD_WORK/programs/${name%.fcgi}.bin"
	END
done
chmod 755 "$UPCARD_WORK"/programs/*
export PROGRAMS=$UPCARD_WORK/programs

trap 'trap "" INT TERM HUP; env_stop' EXIT
trap 'exit 130' INT TERM HUP
env_start "$UPCARD_WORK/data" >&2
rc=0
node "$here/leak.mjs" || rc=$?
env_stop # SIGTERM: each program leaves its loop, frees what it has, and valgrind writes its report
((rc == 0)) && echo "ok - the requests were answered as they should be" || echo "not ok - leak.mjs ended with $rc"

programs=$(find "$BUILD" -maxdepth 1 -name "*.fcgi" | wc -l)
count=0
bad=0
for report in "$UPCARD_WORK"/reports/*; do
	count=$((count + 1))
	name=$(basename "$report")
	if ! grep -q 'ERROR SUMMARY: 0 errors' "$report" ||
		! grep -qE 'All heap blocks were freed|definitely lost: 0 bytes' "$report" ||
		{ grep -q 'indirectly lost:' "$report" && ! grep -q 'indirectly lost: 0 bytes' "$report"; }; then
		bad=$((bad + 1))
		echo "not ok - $name has errors, lost bytes or no end"
		sed 's/^/# /' "$report" | tail -n 120
	fi
done
if ((count >= programs && !bad)); then
	echo "ok - $count programs lost nothing"
elif ((count < programs)); then
	echo "not ok - only $count programs were seen under valgrind"
fi
((rc == 0 && count >= programs && !bad))
