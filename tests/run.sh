#!/usr/bin/env bash
# make test: every kind of test, then one plain line of totals.
set -uo pipefail
cd "$(dirname "$0")/.."
export TENKEN_HOME="$PWD"
passed=0 failed=0

# Counts what a runner said in its "…: N passed, N failed" line; a runner that
# says nothing, or exits non-zero without a failure, counts as one failure.
tally() {
	local name=$1 log=build/log/$1.txt
	shift
	mkdir -p build/log
	"$@" 2>&1 | tee "$log"
	local code=${PIPESTATUS[0]}
	local line
	line=$(grep -aoE '[0-9]+ passed, [0-9]+ failed' "$log" | tail -n 1)
	local p=0 f=0
	[ -z "$line" ] || read -r p f < <(sed -E 's/([0-9]+) passed, ([0-9]+) failed/\1 \2/' <<<"$line")
	if [ -z "$line" ] || { [ "$code" -ne 0 ] && [ "$f" -eq 0 ]; }; then f=$((f + 1)); fi
	passed=$((passed + p)) failed=$((failed + f))
}

tally checks bash tests/checks.sh
for suite in tests/house/*.sh tests/e2e/run.sh; do
	[ -e "$suite" ] && tally "$(basename "$(dirname "$suite")")-$(basename "$suite" .sh)" bash "$suite"
done

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
