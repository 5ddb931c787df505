#!/usr/bin/env bash
# Every row of every table of fields is drawn by each page that saves it. tests/view/fields.c draws those that pages share
# or draw part by part; the fields of any other table are named one by one in the templates of the area that reads it.
# person_fields is what a shell is asked (bin/upcard add-person).
set -uo pipefail
bad=0
say() { echo "not ok - $1"; bad=1; }

# named TABLE: in the templates of the areas that read it
named() {
	local areas pages name
	areas=$(grep -lw "$1" cgi-bin/*.c) || { say "no page asks for $1"; return; }
	pages=$(grep -ohE '"[a-z_]+/[a-z_]+\.cs"' $areas | tr -d '"' | sed 's,^,templates/,' | sort -u)
	for name in $(cat lib/domain/*/*.c $areas | sed -n "/^const struct field $1\[\]/,/^};/s/^\t{ \.name = \"\([a-z_]*\)\".*/\1/p"); do
		grep -q "Form\.$name\b" ${pages:-/dev/null} || say "$name of $1 is drawn by no template of ${areas//$'\n'/ }"
	done
}
for table in $(grep -rhoE '^const struct field [a-z_]+\[\]' lib cgi-bin --include='*.c' | sed 's/.* //; s/\[\]//'); do
	[[ $table == person_fields ]] || grep -q "\b$table\b" tests/view/fields.c ||
		grep -rqE "^	\{ .*\b$table( |,|\})" lib --include='*.c' || named "$table"
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
