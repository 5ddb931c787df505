#!/usr/bin/env bash
# Every row of every table of fields is drawn by each page that saves it (tests/view/fields.c draws them), and no table
# is forgotten there; person_fields is what a shell is asked (bin/upcard add-person).
set -uo pipefail
bad=0
say() { echo "not ok - $1"; bad=1; }

for table in $(grep -rhoE '^const struct field [a-z_]+\[\]' lib cgi-bin --include='*.c' | sed 's/.* //; s/\[\]//'); do
	[[ $table == person_fields ]] || grep -q "\b$table\b" tests/view/fields.c || grep -rqE "^	\{ .*\b$table( |,|\})" lib --include='*.c' ||
		say "$table is drawn by no page of tests/view/fields.c"
done

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -R templates "$work/templates"
cp tests/view/kinds.cs "$work/templates/"
printf '%s\n' 'db.socket = none' 'db.user = none' 'db.name = none' 'key.file = none' \
	"template.folder = $work/templates" >"$work/upcard.conf"
UPCARD_CONF=$work/upcard.conf "${BUILD:-var/check}/tests/view/fields" || bad=1
((bad)) || echo "ok - every field is drawn where it is saved"
exit $bad
