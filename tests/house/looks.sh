#!/usr/bin/env bash
# Scripts, styles and icons: one thing a file, nothing that nobody uses, nothing used that is not there.
set -uo pipefail
bad=0
say() { echo "not ok - $1"; bad=1; }
shopt -s nullglob
scripts=(htdocs/js/*.js)
pages=$(find templates htdocs/error -name '*.cs' -o -name '*.html' | sort)

# words PATTERN FILE...: what matches PATTERN, cut into words, each once
words() {
	local pattern=$1
	shift
	grep -ohE "$pattern" "$@" | grep -oE '[a-zA-Z_-][a-zA-Z0-9_-]*' | sort -u
}

# ---- scripts: small, loaded by a page, general, and none that never ends
((${#scripts[@]})) || say "there are no scripts"
for script in "${scripts[@]}"; do
	name=$(basename "$script" .js)
	lines=$(wc -l <"$script")
	((lines <= 100)) || say "$script has $lines lines"
	sed -n 1p "$script" | grep -q '^// ' || say "$script does not say what it is for"
	grep -qE "call:script\(\"$name\"\)" $pages || say "no page loads $script"
done
for name in $(grep -ohE 'call:script\("[a-z_]+"\)' $pages | grep -oE '"[a-z_]+"' | tr -d '"' | sort -u); do
	[[ -f htdocs/js/$name.js ]] || say "a page loads $name.js, which is not there"
done
for name in $(grep -ohE 'from "\./[a-z_]+\.js"' "${scripts[@]}" | grep -oE '[a-z_]+\.js' | sort -u); do
	[[ -f htdocs/js/$name ]] || say "a script imports $name, which is not there"
done
# refuse PATTERN WHY
refuse() {
	local found
	found=$(grep -nE -- "$1" "${scripts[@]}") && { echo "$found" | sed 's/^/# /'; say "$2"; }
}
refuse 'setInterval' 'a timer that runs for ever'
refuse 'innerHTML|outerHTML|insertAdjacentHTML|createElement' 'markup in a script: it stands in a template'
# dialogs is the layout's own; another id belongs to one page, and a page says by data- what it wants
grep -nE "[\"'\`> ]#[a-z_-]+|getElementById\([\"'\`][a-z]" "${scripts[@]}" | grep -vE "#dialogs|^[^:]*:[0-9]+:\s*//" |
	sed 's/^/# /' | grep . && say "a page's id in a script: say it with data-"
for word in $(grep -ohE '\[data-[a-z-]+' "${scripts[@]}" | tr -d '[' | sort -u); do
	grep -qE "[ ]$word\b" $pages || grep -qE "dataset\.${word#data-}\b" "${scripts[@]}" || say "a script looks for $word, which no page has"
done

# ---- classes: words of class="...", of what templates hand to macros, and of customer_type in the picture
bare=$(sed -E 's#/\*.*\*/##g; s#url\([^)]*\)##g' htdocs/app.css)
styled=$(grep -oE '\.[a-z][a-zA-Z0-9-]*' <<<"$bare" | tr -d . | sort -u)
used=$( (
	sed -E 's/<\?cs (var|if|elif|else|set|\/if)[^?]*\?>/ /g' $pages | words ' class="[^"]*"'
	grep -ohE 'call:(field|drawn|choice|boxes|form_open|ask_open|reach|add_connection)\([^)]*\)' $pages | words '"[^"]*"'
	sed -n 's/.*node_put(node, "wide".*"\(.*\)".*/\1/p' lib/view/form_view.c
	words '(classList\.[a-z]+\(|className = )"[^"]*"' "${scripts[@]}"
) | sort -u)
chosen=$(words '"[^"]*"' "${scripts[@]}")
for class in $(sed -E 's/<\?cs [^?]*\?>/ /g' $pages | grep -ohE ' class="[^"]*"' | sed 's/ class="//; s/"//' | tr ' ' '\n' | sort -u); do
	grep -qx -- "$class" <<<"$styled" || grep -qx -- "$class" <<<"$chosen" || say "the class $class has no rule and no script"
done
kinds=$(sed -n 's/.*{ "customer_type", "\([a-z]*\)".*/\1/p' lib/rules/vocab.c)
for class in $styled; do
	grep -qx -- "$class" <<<"$used" || grep -qx -- "$class" <<<"$kinds" || say "app.css has .$class, which nothing uses"
done

# ---- icons: each is named in quotes, by a template or by an action's row
icons=$(grep -oE '<symbol id="[a-z-]+"' htdocs/icons.svg | grep -oE '"[a-z-]+"' | tr -d '"')
for icon in $icons; do
	grep -qE "call:(icon|tab)\(.*\"$icon\"\)" $pages || grep -rqE "\", \"$icon\"[ ,]" lib || say "nothing shows the icon $icon"
done
for icon in $(grep -ohE 'call:icon\("[a-z-]+"\)' $pages | grep -oE '"[a-z-]+"' | tr -d '"' | sort -u); do
	grep -qx -- "$icon" <<<"$icons" || say "a page shows the icon $icon, which is not there"
done
((bad)) || echo "ok - every script, class and icon has one place and is used"
exit $bad
