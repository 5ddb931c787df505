#!/usr/bin/env bash
# Every exported function says what it does; every route has its right; lists in files are whole.
set -uo pipefail
bad=0
say() { echo "not ok - $1"; bad=1; }

# a prototype in a header stands below a comment, or below another prototype of the same paragraph
for header in $(find lib -name "*.h"); do
	awk -v file="$header" '
		/\*\/[[:space:]]*$/ { told = 1; next }
		/^$/ { told = 0; next }
		/^(const |unsigned |enum |struct |void|bool|_Bool|char |size_t|int |_Noreturn|HDF).*\(.*[);,]?$/ && !/^struct [a-z_]+ \{/ {
			if (!told && !/\/\*.*\*\// && $0 ~ /\(/) { print "not ok - " file ":" FNR " has no contract: " $0; bad = 1 } }
		END { exit bad }' "$header" || bad=1
	sed -n 1p "$header" | grep -q '^/\*' || say "$header does not say what it is for"
done
for source in $(find lib -name "*.c") cgi-bin/*.c; do
	sed -n 1p "$source" | grep -q '^/\*' || say "$source does not say what it is for"
done

# nobody adds a page for everybody by accident
anyone=$(sed -n 's/^\t{ "\([A-Z]*\)", *"\([^"]*\)", *ANYONE, .*/\1 session\2/p' cgi-bin/*.c | paste -sd' ')
[[ $anyone == "GET session POST session POST session/out" ]] || say "routes open to anyone: $anyone"

# the Makefile's list, and the templates the handlers name

for name in $(grep -ohE '"[a-z_]+/[a-z_]+\.cs"' cgi-bin/*.c lib/http/*.c lib/desk/*.c | tr -d '"' | sort -u); do
	[[ -f templates/$name ]] || say "there is no templates/$name"
done
for status in $(grep -ohE 'answer_error\([^)]*' cgi-bin/*.c lib/http/*.c lib/desk/*.c | grep -oE '[0-9]{3}' | sort -u); do
	[[ -f templates/error/$status.cs ]] || say "there is no templates/error/$status.cs"
done
for file in $(find . -name '*.md' -not -path './node_modules/*' -not -path './var/*'); do
	for link in $(grep -oE '\]\([^)#:]+\)' "$file" | sed 's/^](//; s/)$//'); do
		[[ -e $(dirname "$file")/$link ]] || say "$file points to $link, which is not there"
	done
done
((bad)) || echo "ok - contracts, routes and lists are whole"
exit $bad
