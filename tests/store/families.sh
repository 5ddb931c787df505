#!/usr/bin/env bash
# The demo's customers: families, employers and businesses, once, and not among customers that are there. Writes TAP.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
. tests/env.sh
env_folder "$UPCARD_DATA"
export UPCARD_CONF=$UPCARD_TEST_CONF
name=$(sed -n 's/^db\.name = //p' "$UPCARD_CONF")
bad=0
# holds SENTENCE SELECT WANTED
holds() {
	local got
	got=$(env_sql "$name" -e "$2" | tr '\t' ' ')
	if [[ $got == "$3" ]]; then echo "ok - $1"; else echo "not ok - $1: $got" && bad=1; fi
}
kinds="SELECT SUM(customer_type = 'individual') > 5, SUM(customer_type = 'business'), SUM(is_connected) = COUNT(*) FROM customer"

"$BUILD/tests/demo/families" || bad=1
holds 'without the demo people nobody is added' 'SELECT COUNT(*) FROM customer' 0
"$BUILD/tests/demo/people" >/dev/null && "$BUILD/tests/demo/families" || bad=1
holds 'everybody belongs to somebody' "$kinds" '1 2 1'
holds 'a mother is one, and her son is offered no wrong title' "SELECT GROUP_CONCAT(IFNULL(k.title, '-') ORDER BY k.customer_id)
	FROM connection k JOIN customer a ON a.id = k.customer_id JOIN customer b ON b.id = k.other_id
	WHERE 'Ruth' IN (a.first_name, b.first_name)" 'mother,-'
"$BUILD/tests/demo/families" || bad=1
holds 'a second time adds nobody' "$kinds" '1 2 1'
exit $bad
