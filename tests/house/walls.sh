#!/usr/bin/env bash
# The walls: a header includes only from its own room or one to its left, and foreign headers have one home each.
# base <- rules <- store <- domain/log <- domain/staff <- domain/customer <- domain/sale, then view <- http <- desk <- cgi-bin;
# base, rules <- outside; task brings domain and outside together and knows no request; http knows what a person of the staff is, and nothing of customers.
set -uo pipefail
bad=0
say() { echo "not ok - $1"; bad=1; }

left() {
	case $1 in
	base) echo base ;;
	rules) echo base rules ;;
	store) echo base rules store ;;
	domain/log) echo base rules store domain/log ;;
	domain/staff) echo base rules store domain/log domain/staff ;;
	domain/customer) echo base rules store domain/log domain/staff domain/customer ;;
	domain/sale) echo base rules store domain/log domain/staff domain/customer domain/sale ;;
	outside) echo base rules outside ;;
	task) echo base rules store domain/log domain/staff domain/customer domain/sale outside task ;;
	view) echo base rules store view ;;
	http) echo base rules store domain/staff view http ;;
	desk) echo base rules store domain/log domain/staff domain/customer domain/sale task view http desk ;;
	esac
}

for file in $(find lib -name "*.[ch]"); do
	room=$(dirname "${file#lib/}")
	known=" $(left "$room") "
	for other in $(sed -nE 's/^#include "(.*)\/[^/]*"/\1/p' "$file"); do
		[[ $known == *" $other "* ]] || say "$file looks into $other, which lies behind its wall"
	done
	grep -nE '^#include "[^/"]*"' "$file" && say "$file includes without naming the room"
done

# home HEADER PATTERN: only files that match may include it
home() {
	local file
	for file in $(grep -lE "^#include <$1>" $(find lib -name "*.[ch]") cgi-bin/*.c); do
		[[ $file =~ $2 ]] || say "$file includes <$1>"
	done
}
home 'fcgi.*\.h' '^lib/http/edge\.c$'
home 'ClearSilver.*' '^lib/view/node\.h$'
home 'mysql.*\.h' '^lib/store/(db\.c|statement\.h)$'
home 'sodium\.h' '^lib/base/(secret|password|base64)\.c$'
home 'utf8proc\.h' '^lib/(base/fold|http/decode)\.c$'
home 'zxcvbn\.h' '^lib/rules/check\.c$'
home 'curl.*\.h' '^lib/outside/fetch\.c$'
home 'jansson\.h' '^lib/base/json\.c$'
home 'gd\.h' '^bin/image\.c$'
home 'spawn\.h' '^lib/outside/image\.c$'

# Signals, threads and processes are the edge's; memory is the arena's, the connection's and the keys'.
grep -nE '\b(malloc|calloc|realloc|free)\(' $(find lib -name "*.c") cgi-bin/*.c |
	grep -vE '^lib/(base/arena|base/conf|store/db|store/statement|store/migration_file|http/serve|base/json)\.c:' && say "memory outside the arena"
grep -nE '\bsetjmp\(' $(find lib -name "*.c") cgi-bin/*.c | grep -v '^lib/http/serve\.c:' && say "a second catcher"
((bad)) || echo "ok - every file includes only from its own room or one to its left"
exit $bad
