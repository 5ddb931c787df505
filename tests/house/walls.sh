#!/usr/bin/env bash
# The walls: a header includes only from its own room or one to its left, and foreign headers have one home each.
# base <- rules <- store <- domain <- view <- http <- cgi-bin, and base, rules <- outside <- cgi-bin
set -uo pipefail
bad=0
say() { echo "not ok - $1"; bad=1; }

declare -A left=([base]=" base " [rules]=" base rules " [store]=" base rules store "
	[domain]=" base rules store domain " [view]=" base rules store domain view "
	[http]=" base rules store domain view http " [outside]=" base rules outside ")

for file in lib/*/*.[ch]; do
	room=$(cut -d/ -f2 <<<"$file")
	for other in $(sed -n 's/^#include "\([a-z]*\)\/.*/\1/p' "$file"); do
		[[ ${left[$room]} == *" $other "* ]] || say "$file looks into $other, which lies behind its wall"
	done
	grep -nE '^#include "[^/"]*"' "$file" && say "$file includes without naming the room"
done

# home HEADER PATTERN: only files that match may include it
home() {
	local file
	for file in $(grep -lE "^#include <$1>" lib/*/*.[ch] cgi-bin/*.c); do
		[[ $file =~ $2 ]] || say "$file includes <$1>"
	done
}
home 'fcgi.*\.h' '^lib/http/edge\.c$'
home 'ClearSilver.*' '^lib/view/node\.h$'
home 'mysql.*\.h' '^lib/store/db\.c$'
home 'sodium\.h' '^lib/base/secret\.c$'
home 'utf8proc\.h' '^lib/(base/fold|http/decode)\.c$'
home 'zxcvbn\.h' '^lib/rules/check\.c$'
home 'curl.*\.h' '^lib/outside/fetch\.c$'
home 'jansson\.h' '^lib/outside/json\.c$'
home 'gd\.h' '^bin/picture\.c$'
home 'spawn\.h' '^lib/outside/picture\.c$'

# Signals, threads and processes are the edge's; memory is the arena's, the connection's and the keys'.
grep -nE '\b(malloc|calloc|realloc|free)\(' lib/*/*.c cgi-bin/*.c |
	grep -vE '^lib/(base/arena|base/conf|store/db|http/serve|outside/json)\.c:' && say "memory outside the arena"
grep -nE '\bsetjmp\(' lib/*/*.c cgi-bin/*.c | grep -v '^lib/http/serve\.c:' && say "a second catcher"
((bad)) || echo "ok - every file includes only from its own room or one to its left"
exit $bad
