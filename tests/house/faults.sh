#!/usr/bin/env bash
# tests/mutate works, and every fault it would make still fits one line of the source. Here a look at the source stands in
# for ./check, so nothing is built.
set -uo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
bad=0
say() { echo "not ok - $1"; bad=1; }

# Fails as a stage does, for one fault only.
cat >"$work/notices" <<'END'
#!/bin/sh
grep -q "VERIFYHOST, 2L" lib/outside/fetch.c
END
chmod +x "$work/notices"

tests/mutate --stages "" >"$work/all" && say "faults that nobody looks at are no failure"
while read -r line; do
	say "no line fits ${line#stale }"
done < <(grep '^stale' "$work/all")
count=$(grep -cE '^[a-z-]+/' tests/faults)
grep -qx "0 killed, $count survived, 0 stale" "$work/all" || say "not every fault was made"

MUTATE_CHECK=$work/notices tests/mutate --stages "first second" VERIFYHOST HttpOnly >"$work/two" && say "a fault that survives is no failure"
grep -qE '^killed +first +lib/outside/fetch.c .*VERIFYHOST' "$work/two" || say "the fault that is noticed is not told"
grep -qE '^survived +lib/http/gate.c' "$work/two" || say "the fault that is not noticed is not told"
((bad)) || echo "ok - $count faults fit the source"
exit "$bad"
