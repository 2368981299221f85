#!/usr/bin/env bash
# Every sentence the program can say is in the catalogue, and every template
# escapes what it is filled with.
set -uo pipefail
cd "$(dirname "$0")/../.."
. tests/house/counting.bash
work=build/words
mkdir -p "$work"

xgettext --from-code=UTF-8 -k_ -kN_ -o "$work/said.pot" $(find app -name '*.c' -o -name '*.h' -o -name '*.cc' | sort)
msgcat --use-first app/words/ja/*.po -o "$work/ja.po"
msgmerge -q --no-fuzzy-matching "$work/ja.po" "$work/said.pot" -o "$work/merged.po"
holds "every sentence has its Japanese" "$(msgattrib --no-obsolete --untranslated --no-wrap "$work/merged.po" |
	grep '^msgid' | grep -v '^msgid ""$')"
holds "no translation is left over" "$(msgattrib --only-obsolete --no-wrap "$work/merged.po" | grep '^#~ msgid')"
holds "translations keep their placeholders" "$(msgfmt --check-format -o /dev/null "$work/ja.po" 2>&1 | grep -v 'warning: header')"

for t in templates/*.tpl; do
	holds "$t opens with the escaping line" \
		"$(head -n 1 "$t" | grep -vF '{{%AUTOESCAPE context="HTML"}}')"
done
holds "raw holes are the drawn chart's only" "$(grep -nE ':none' templates/*.tpl | grep -vE '^templates/report\.tpl:.*\{\{svg:none\}\}')"

totals words
