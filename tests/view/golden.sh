#!/usr/bin/env bash
# Renders each NAME.hdf and compares the page with NAME.gold; `golden.sh --accept` makes the pages of now the golden
# ones: look at `git diff` before they are kept. The first line of a dataset names its template: # template: x/y.cs
# A line `# with: NAME.part` puts the values of that file in front.
# Datasets are hostile: what was typed holds tags, quotes and javascript:, which must come out escaped. Needs BUILD.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
BUILD=${BUILD:-$PWD/../../var/build}
render=$BUILD/tests/view/render
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0
failed=0

cat >"$work/upcard.conf" <<END
db.socket = none
db.user = none
db.name = none
key.file = none
template.folder = $(cd ../../templates && pwd)
END
export UPCARD_CONF=$work/upcard.conf

result() {
	if (($1)); then
		failed=$((failed + 1))
		echo "not ok - $2"
	else
		passed=$((passed + 1))
		echo "ok - $2"
	fi
}

# What was typed in the datasets, in three ways to break out: of text, of an attribute in " and of one in '.
hostile=('<script>EVIL' '"><img' "' onclick=")

# escaped PAGE: none of it stands there as it was typed, some stands there escaped, and no address is a script.
escaped() {
	local text rc=0
	for text in "${hostile[@]}"; do
		! grep -nF -- "$text" "$1" || rc=1
	done
	! grep -niE '(href|src|action|formaction|hx-get|hx-post|data-open)="[[:space:]]*javascript:' "$1" || rc=1
	grep -q 'EVIL' "$1" || { echo "nothing of what was typed is shown"; rc=1; }
	return $rc
}

for dataset in *.hdf; do
	name=${dataset%.hdf}
	template=$(sed -n '1s/^# template: //p' "$dataset")
	rc=0
	part=$(sed -n 's/^# with: //p' "$dataset")
	cat ${part:+"$part"} "$dataset" >"$work/dataset"
	"$render" "$template" "$work/dataset" >"$work/page" || rc=1
	if ((rc)); then
		result 1 "$name is rendered"
		continue
	fi
	[[ ${1:-} != --accept ]] || cp "$work/page" "$name.gold"
	rc=0
	diff -u "$name.gold" "$work/page" >"$work/diff" 2>&1 || rc=1
	result $rc "$name is as it was"
	((!rc)) || sed 's/^/# /' "$work/diff" | head -n 40
	rc=0
	escaped "$work/page" >"$work/found" || rc=1
	result $rc "$name has nothing of what was typed unescaped"
	((!rc)) || sed 's/^/# /' "$work/found"
done
echo "view: $passed passed, $failed failed"
((!failed))
