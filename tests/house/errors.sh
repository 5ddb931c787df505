#!/usr/bin/env bash
# Every function of ClearSilver's that answers with an error and is called here is declared in lib/view/node.h so that an
# error nobody looks at does not compile.
set -uo pipefail
bad=0
declared=$(grep -oE '^LOOKED_AT NEOERR \*[a-z_]+' lib/view/node.h | sed 's/.*\*//')
for name in $(grep -rhoE 'NEOERR ?\* ?[a-z_]+ ?\(' /usr/include/ClearSilver | sed 's/NEOERR *\* *//; s/ *(//' | sort -u); do
	[[ $name == nerr_* ]] && continue
	grep -qE "\b$name\(" lib/view/*.c tests/view/*.c || continue
	grep -qx "$name" <<<"$declared" || { echo "not ok - $name is called, and its error could be forgotten"; bad=1; }
done
[[ -n $declared ]] || { echo "not ok - nothing is declared in lib/view/node.h"; bad=1; }
((bad)) || echo "ok - no error of ClearSilver can be forgotten"
exit $bad
