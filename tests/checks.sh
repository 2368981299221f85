#!/usr/bin/env bash
# The Check suites, dealt out to as many processes as there are processors; one
# totals line at the end.
set -uo pipefail
cd "$(dirname "$0")/.."
parts=$(nproc)
mkdir -p build/log
for ((part = 0; part < parts; part++)); do
	build/san/checks "$part" "$parts" >"build/log/checks-$part.txt" 2>&1 &
done
wait
passed=0 failed=0
for ((part = 0; part < parts; part++)); do
	log=build/log/checks-$part.txt
	cat "$log"
	# a part that said nothing at its end counts as one failure
	read -r p f < <(sed -nE 's/^checks: ([0-9]+) passed, ([0-9]+) failed$/\1 \2/p' "$log" | tail -n 1) || { p=0 f=1; }
	passed=$((passed + p)) failed=$((failed + f))
done
echo "checks: $passed passed, $failed failed"
[ "$failed" -eq 0 ]
