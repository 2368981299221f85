#!/usr/bin/env bash
# The real program over HTTP and in a real browser. One totals line at the end.
set -uo pipefail
cd "$(dirname "$0")/../.."
log=build/log/e2e.tap
mkdir -p build/log build/screens
# what hangs is ended, and told by what is missing from the log
timeout --kill-after=10 2400 node --test --test-concurrency="$(nproc)" --test-reporter=tap tests/e2e/*.test.mjs >"$log" 2>&1
code=$?
count() { grep -aoE "^# $1 [0-9]+" "$log" | grep -oE '[0-9]+$' || echo 0; }
passed=$(count pass) failed=$(($(count fail) + $(count cancelled)))
grep -aE '^ *(not )?ok ' "$log"
[ "$failed" -eq 0 ] || grep -aA 40 -E '^ *not ok ' "$log" | head -n 300
[ "$code" -eq 0 ] || [ "$failed" -gt 0 ] || failed=1
echo "e2e: $passed passed, $failed failed"
[ "$failed" -eq 0 ]
