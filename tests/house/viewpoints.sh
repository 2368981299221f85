#!/usr/bin/env bash
# Every viewpoint of acceptance in tests/README.md has tests, and they carry its number.
set -uo pipefail
cd "$(dirname "$0")/../.."
. tests/house/counting.bash

# | 03 | words | `file`: `name`; `file`: `name` |
rows=$(grep -E '^\| [0-9]{2} \|' tests/README.md)
[ -n "$rows" ] && pass || fail "tests/README.md has its table of viewpoints"
while IFS='|' read -r _ number _ tests _; do
	number=${number// /}
	found=0
	while read -r file name; do
		found=1
		holds "viewpoint $number: $file has the test $name" "$(grep -qF "$name" "tests/$file" 2>/dev/null || echo missing)"
		holds "viewpoint $number: $name carries the number" "$([[ $name == viewpoint[_\ ]$number* ]] || echo "$name")"
	done < <(grep -oE '`[^`]+`: `[^`]+`' <<<"$tests" | sed -E 's/^`([^`]+)`: `(.*)`$/\1 \2/')
	[ "$found" -eq 1 ] && pass || fail "viewpoint $number names a test"
done <<<"$rows"
# And no test carries a number that the table does not have.
holds "every numbered test stands in the table" "$(grep -rhoE 'START_TEST\(viewpoint_[0-9]{2}\w*|viewpoint [0-9]{2}: [^`]*' tests --include='*_test.c' --include='*.test.mjs' |
	sed -E "s/START_TEST\(//; s/\\\\'/'/g; s/'[,:)].*//; s/\\\\$//" | while read -r name; do grep -qF "${name%% *}" tests/README.md && grep -qF "$name" tests/README.md || echo "$name"; done)"

totals viewpoints
