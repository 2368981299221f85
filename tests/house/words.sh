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
holds "text in lines keeps its lines (:p)" "$(perl -0ne 'while (/<(\w+)[^<>]*class="[^"]*\blines\b[^"]*"[^>]*>(.*?)<\/\1>/sg) { print "$ARGV: $1\n" while $2 =~ /(\{\{\w+\}\})/g }' templates/*.tpl)"

# What the log, the list of jobs and the record of a disposal name has a word in its template.
lacking() { # names on the input; the template
	while read -r name; do grep -qF "{{#$name}}" "templates/$1" || echo "$name"; done
}
holds "every event has its word" "$(perl -0ne 'while (/\b(?:event_add|\w+_event|disposal_log|hold_log)\((.*?)\);/sg) { my $x = $1; print "$1\n" while $x =~ /"([a-z]+(?:_[a-z]+)+)"/g }' \
	$(find app/store -name '*.c') | sort -u | grep -vxFf <(grep -oE 'CREATE TABLE IF NOT EXISTS \w+' app/store/schema/*.sql | awk '{print $NF}') | lacking event_word.tpl)"
holds "every job has its word" "$(grep -rhoP 'job_kind \w+ = \{\.name = "\K\w+' app | lacking job_word.tpl)"
holds "every table that can be disposed of has its word" "$(grep -oP '^\t\{"\w+", "\K\w+' app/store/keep/record_tables.c | lacking record_word.tpl)"

totals words
