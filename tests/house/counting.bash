# Sourced by the house tests: pass and fail count and say; the last line totals.
passed=0 failed=0
pass() { passed=$((passed + 1)); }
fail() {
	failed=$((failed + 1))
	printf 'FAILED: %s\n' "$*"
}
# holds "rule" "offending lines": passes when there are none.
holds() {
	if [ -z "$2" ]; then pass; else fail "$1"$'\n'"$2"; fi
}
totals() {
	echo "$1: $passed passed, $failed failed"
	[ "$failed" -eq 0 ]
}
