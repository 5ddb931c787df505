#!/usr/bin/env bash
# One word from the browser to the disk: vocabularies are the ENUMs, fields are columns, rights are rows.
set -uo pipefail
bad=0
say() { echo "not ok - $1"; bad=1; }
ask() { mariadb --no-defaults --socket="$UPCARD_SOCKET" -N -B upcard_house -e "$1"; }

# compare NAME EXPECTED FOUND
compare() {
	[[ $2 == "$3" ]] || say "$1: the program has '$2', the database '$3'"
}
codes() { sed -n "s/.*{ \"$1\", \"\([a-z_]*\)\", .*/\1/p" lib/rules/vocab.c | sort | paste -sd,; }
column() {
	ask "SELECT COLUMN_TYPE FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = 'upcard_house'
		AND TABLE_NAME = '$1' AND COLUMN_NAME = '$2'" | grep -o "'[^']*'" | tr -d "'" | sort | paste -sd,
}
for name in customer_type gender marital_status privacy preferred_contact; do
	compare "$name" "$(codes "$name")" "$(column customer "$name")"
done
compare relationship "$(codes relationship)" "$(column connection relationship)"
# One column has the types of all kinds; its CHECK says which are of a kind: kind = 'phones' ... type in ('cell',...)
types() {
	ask "SELECT CHECK_CLAUSE FROM information_schema.CHECK_CONSTRAINTS WHERE CONSTRAINT_SCHEMA = 'upcard_house'
		AND CONSTRAINT_NAME = 'contact_type'" | grep -oP "'$1'.*?type\` in \(\K[^)]*" | tr -d "'" | tr , '\n' | sort | paste -sd,
}
compare address_type "$(codes address_type)" "$(types addresses)"
compare phone_type "$(codes phone_type)" "$(types phones)"
compare email_type "$(codes email_type)" "$(types emails)"
compare kind "$(sed -n '/field_group contact_groups/,/^}/s/^\t{ "\([a-z]*\)",.*/\1/p' lib/domain/customer/contact.c | sort | paste -sd,)" \
	"$(column contact kind)"

# fields FILE TABLE: every field of the tables in FILE is a column of TABLE
fields() {
	local name have
	have=$(ask "SELECT COLUMN_NAME FROM information_schema.COLUMNS
		WHERE TABLE_SCHEMA = 'upcard_house' AND TABLE_NAME IN ($2)")
	for name in $(sed -n 's/^\t{ \.name = "\([a-z_]*\)".*/\1/p' "$1"); do
		grep -qx "${name#other_}" <<<"$have" || [[ $name == ssn ]] || # other_title is the title of the pair's other row
			say "$1: field $name is no column of $2"
	done
}
fields lib/domain/customer/customer.c "'customer'"
fields lib/domain/customer/contact.c "'contact'"
fields lib/domain/customer/connection.c "'connection'"

compare rights "$(sed -n 's/^\t{ MAY_[A-Z0-9_]*, "\([a-z0-9.]*\)",.*/\1/p' lib/domain/staff/right.c | sort | paste -sd,)" \
	"$(ask 'SELECT DISTINCT right_code FROM role_right ORDER BY right_code' | sort | paste -sd,)"
# the second argument, which may choose between two: activity_note(w, inactive ? "set_inactive" : "set_active", ...
compare actions "$(grep -ohE '\b(activity_note(_staff)?|note_both)\(w, [^,;]*' lib/domain/*/*.c | grep -oE '"[a-z_]+"' | tr -d '"' |
	sort -u | paste -sd,)" "$(column activity action)"
missing=$(ask "SELECT CONCAT(TABLE_NAME, '.', COLUMN_NAME) FROM information_schema.COLUMNS
	WHERE TABLE_SCHEMA = 'upcard_house' AND COLUMN_COMMENT = ''")
[[ -z $missing ]] || say "columns without a comment: $missing"
((bad)) || echo "ok - one word from the browser to the disk"
exit $bad
