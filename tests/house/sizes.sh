#!/usr/bin/env bash
# Files under 500 lines, functions under 60, lines of C under 131 and of templates under 161 columns (a tab counts 8).
set -uo pipefail
bad=0
say() { echo "not ok - $1"; bad=1; }

for file in $(find lib -name "*.[ch]") cgi-bin/*.c tests/*/*.[ch] tests/*/*.mjs tests/*/*.sh templates/*.cs templates/*/*.cs \
	htdocs/js/*.js htdocs/app.css schema.sql run check tests/env.sh tests/apache.sh; do
	[[ -f $file ]] || continue
	lines=$(wc -l <"$file")
	((lines < 500)) || say "$file has $lines lines"
done
for file in $(find lib -name "*.[ch]") cgi-bin/*.c; do
	long=$(expand -t 8 "$file" | awk 'length > 130 { print FNR; exit }')
	[[ -z $long ]] || say "$file:$long is longer than 130 columns"
	# a function is what lies between a { and a } in the first column
	awk -v file="$file" '/^\{/ { from = FNR } /^\}/ && from {
		if (FNR - from > 60) { print "not ok - " file ":" from " is a function of " FNR - from " lines"; bad = 1 }
		from = 0 } END { exit bad }' "$file" || bad=1
done
for file in $(find templates -name '*.cs'); do
	long=$(expand -t 8 "$file" | awk 'length > 160 { print FNR; exit }')
	[[ -z $long ]] || say "$file:$long is longer than 160 columns"
done
((bad)) || echo "ok - files, functions and lines keep their sizes"
exit $bad
