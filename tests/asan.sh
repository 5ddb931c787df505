#!/usr/bin/env bash
# Unit, store and web tests once more, built with the address and undefined behaviour sanitizers, but for those about
# processes that end and those of the stand-in, where nothing of ours is to be seen. Writes TAP; fails on any report of
# any program, whatever the tests themselves say.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. tests/env.sh
UPCARD_WORK=${UPCARD_WORK:-$(mktemp -d /tmp/upcard-asan.XXXXXX)}
rm -rf "$UPCARD_WORK/reports"
mkdir -p "$UPCARD_WORK/reports"
chmod 711 "$UPCARD_WORK"
chmod 1777 "$UPCARD_WORK/reports" # the programs run as a user of their own
export BUILD=$UPCARD_WORK/build
mkdir -p "$BUILD"
chmod 755 "$BUILD"

# In a file, as mod_fcgid cuts a value of its programs' environment off after 127 characters.
common=log_path=$UPCARD_WORK/reports/report:print_stacktrace=1:halt_on_error=1
echo "$common:detect_leaks=1:detect_stack_use_after_return=1:strict_string_checks=1" >"$UPCARD_WORK/asan"
echo "$common" >"$UPCARD_WORK/ubsan"
chmod 644 "$UPCARD_WORK/asan" "$UPCARD_WORK/ubsan"
export ASAN_OPTIONS=include=$UPCARD_WORK/asan UBSAN_OPTIONS=include=$UPCARD_WORK/ubsan
env_build "$UPCARD_WORK/build.log" tests --enable-asan

rc=0
CHECK_WITHOUT='kill|warm|stand-in' ./check unit store web >"$UPCARD_WORK/check.log" 2>&1 || rc=$?
sed 's/^/# /' "$UPCARD_WORK/check.log" | tail -n 300
for stage in unit store web; do
	if grep -qE "^$stage: [0-9]+ passed, 0 failed" "$UPCARD_WORK/check.log"; then
		echo "ok - $stage with sanitizers"
	else
		echo "not ok - $stage with sanitizers"
		rc=1
	fi
done
reports=("$UPCARD_WORK"/reports/report*)
if [[ -e ${reports[0]} ]]; then
	for report in "${reports[@]}"; do
		echo "not ok - $(basename "$report")"
		head -n 60 "$report" | sed 's/^/# /'
	done
	rc=1
else
	echo "ok - no report"
fi
exit "$rc"
