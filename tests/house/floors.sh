#!/usr/bin/env bash
# The layout shows the architecture: no include points up, each foreign library
# has one door, and words people see are not in C.
set -uo pipefail
cd "$(dirname "$0")/../.."
. tests/house/counting.bash

# Which floors a floor may include, itself aside.
declare -A below=(
	[base]=""
	[db]="base" [yaml]="base" [csv]="base" [json]="base" [view]="base" [http]="base"
	[draw]="base" [zip]="base" [mail]="base"
	[xlsx]="base zip"
	[domain]="base yaml csv json xlsx zip"
	[store]="base db yaml domain"
	[report]="base db yaml csv zip xlsx draw view domain store"
	[work]="base db yaml zip mail csv xlsx draw domain store report"
	[web]="base db http view json yaml csv xlsx draw domain store report work"
	[cli]="base db yaml csv xlsx draw domain store report work"
)
# The two commands that tie the terminal's door to the browser's.
ties='^app/cli/cmd_(serve|routes)\.c:.*"(web|http|view)/'

for floor in "${!below[@]}"; do
	[ -d "app/$floor" ] || continue
	allowed=$(tr ' ' '|' <<<"$floor ${below[$floor]}" | sed 's/|$//')
	holds "app/$floor includes only floors below it" "$(grep -nE '^#include "' "app/$floor" -r |
		grep -vE "#include \"($allowed)/" | grep -vE "$ties")"
done
holds "every folder of app/ has its floor" "$(find app -mindepth 1 -maxdepth 1 -type d -printf '%f\n' |
	grep -vxE "$(tr ' ' '|' <<<"${!below[*]}")|words")"

# header | the one folder that may include it
while read -r header folder; do
	holds "$header is included in app/$folder only" \
		"$(grep -rnE "#include <$header" app | grep -v "^app/$folder/")"
done <<'DOORS'
sqlite3 db
microhttpd http
hpdf draw
hb draw
linebreak draw
cyaml/ yaml
yaml\.h yaml
csv\.h csv
jansson json
ctemplate view
zlib http
libintl base
sodium base
iconv base
zip\.h zip
expat xlsx
xlsxwriter xlsx
curl/ mail
DOORS

holds "no Japanese in C strings" "$(find app -name '*.[ch]' -o -name '*.cc' | sort |
	xargs grep -nP '"[^"]*[\x{3040}-\x{30ff}\x{4e00}-\x{9fff}\x{ff01}-\x{ff5e}][^"]*"')"
holds "no Japanese in the script" "$(grep -nP '[\x{3040}-\x{30ff}\x{4e00}-\x{9fff}]' static/*.js)"
holds "nothing is left open" "$(grep -rnE '\b(TODO|FIXME|XXX|HACK)\b' app tests templates questionnaires reports static Makefile |
	grep -v '^tests/house/floors.sh')"
holds "only the agreed entries at the top" "$(git ls-files | cut -d/ -f1 | sort -u |
	grep -vxE 'Makefile|app|templates|questionnaires|reports|tests|static|README\.md|LICENSE|\..*')"
holds "one C++ file" "$(find app -name '*.cc' | tail -n +2)"
holds "no request leaves for another host" "$(grep -rnE '(src|href|action)="(https?:)?//' templates static |
	grep -v 'http://www.w3.org')"

totals floors
