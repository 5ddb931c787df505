#!/usr/bin/env bash
# tests/mutate works, and four of five of its faults at least still fit the source; the others it names itself. Here a look
# at the source stands in for ./check, so nothing is built.
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
count=$(grep -cE '^[a-z-]+/' tests/faults)
fit=$(grep -c '^survived' "$work/all")
((fit + $(grep -c '^stale' "$work/all") == count)) || say "not every fault was tried"
((fit * 5 >= count * 4)) || { say "too many faults fit no line any more" && grep '^stale' "$work/all"; }

MUTATE_CHECK=$work/notices tests/mutate --stages "first second" VERIFYHOST HttpOnly >"$work/two" && say "a fault that survives is no failure"
grep -qE '^killed +first +lib/outside/fetch.c .*VERIFYHOST' "$work/two" || say "the fault that is noticed is not told"
grep -qE '^survived +lib/http/gate.c' "$work/two" || say "the fault that is not noticed is not told"
((bad)) || echo "ok - $fit of $count faults fit the source"
exit "$bad"
