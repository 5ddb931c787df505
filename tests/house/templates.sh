#!/usr/bin/env bash
# Templates cannot switch escaping off, compute, write scripts or styles, or send a form without its token.
set -uo pipefail
bad=0
say() { echo "not ok - $1"; bad=1; }
templates=$(find templates -name '*.cs' | sort)

# refuse PATTERN WHY [BUT]
refuse() {
	local found
	found=$(grep -nEi -- "$1" $templates | grep -vE "${3:-^$}") && { echo "$found" | sed 's/^/# /'; say "$2"; }
}
refuse '<\?cs[[:space:]]*(uvar|lvar|evar|linclude|alt|name)[[:space:]]*:' 'a tag that prints without escaping'
refuse 'set:[[:space:]]*[A-Z][a-z]*\.' 'a value set elsewhere than in Page: a macro would get what was set and nothing else' '^[^:]*:[0-9]*:.*set:Page\.'
refuse 'escape[[:space:]]*:' 'escaping is switched in a template'
refuse '_escape\(|url_validate\(' 'an escape function: escaping is done once, by html mode'
grep -n '<script' $templates | grep -v '></script>$' && say 'a script inside a page'
refuse '<style|[[:space:]]style=' 'a style inside a page'
refuse '[[:space:]]on[a-z]+=' 'a handler inside a page'
refuse '[[:space:]][a-z-]+=<\?cs' 'an attribute without quotes'
refuse "=[[:space:]]*'" 'an attribute in single quotes'
refuse 'hx-on|hx-vals="js:|js:' 'htmx code that wants eval'
refuse 'maxlength=' 'maxlength cuts what is pasted without a word; lib/rules/form.c says it instead'

grep -nP '(?<!<\?cs var:)Page\.base|Page\.base(?! \?>)' $templates &&
	say 'Page.base in other words than <?cs var:Page.base ?>, which is put in when the template is loaded'

# Forms are opened by a macro of form.cs, which carries the token; the pages that keep a whole form do it themselves.
grep -n '<form' $templates | grep -vE '^templates/(form|session/again|error/page)\.cs:' && say 'a form that was not opened by form_open or ask_open'

# What a template may read: the roots that C fills, its own macros' arguments and loop variables.
roots=Form\|$(cat cgi-bin/*.c lib/desk/*.c | tr -d '\n\t' | grep -oE '(page_put[a-z_]*|list_put)\([^"]*"[A-Z][A-Za-z]*[."]' |
	grep -oE '[A-Z][A-Za-z]*.$' | tr -d '."' | sort -u | paste -sd'|')
grep -noE '<\?cs (var|if|elif|each:[a-z]+ =|set): ?!?[A-Z][A-Za-z_]*' $templates |
	grep -vE "[:! =]($roots)$" && say 'a root that no handler fills'
((bad)) || echo "ok - templates loop and test, and nothing else"
exit $bad
