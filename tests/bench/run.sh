#!/usr/bin/env bash
# make bench: each figure beside a reference measured in the same run, on the same
# machine, and their ratio. Absolute figures vary with the machine; ratios hold.
set -euo pipefail
cd "$(dirname "$0")/../.."
export TENKEN_HOME=$PWD
seconds=${SECONDS_EACH:-6}
work=$(mktemp -d)
served=()
trap 'for p in "${served[@]}"; do kill "$p" 2>/dev/null || true; done; rm -rf "$work"' EXIT

row() { printf '%-46s %14s %14s %8s  %s\n' "$1" "$2" "$3" "$4" "$5"; }
ratio() { awk -v a="$1" -v b="$2" 'BEGIN { printf(b > 0 ? "%.2f" : "-", b > 0 ? a / b : 0) }'; }
median() { sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }

# start COMMAND…: runs it in the background until it has said its port; sets $port and $pid.
start() {
	: >"$work/said" # what the one before said must not be taken for this one's port
	"$@" >"$work/said" &
	pid=$!
	served+=("$pid")
	until port=$(grep -oE '[0-9]+$' "$work/said" | head -n 1) && [ -n "$port" ]; do sleep 0.02; done
}
serve() { start build/tenken serve --data "$1" --listen 127.0.0.1:0; }
stop() {
	kill "$1" 2>/dev/null || true
	wait "$1" 2>/dev/null || true
}
rate() { wrk -t2 -c64 -d"$seconds"s "$@" | awk '/Requests\/sec/ { printf "%.0f\n", $2 }'; }
resident() { awk '/VmRSS/ { print $2 }' "/proc/$1/status"; }

row figure ours reference ratio 'what the reference is'

# ---- the form page ---------------------------------------------------------------
build/bench/body "$work/form" 2000 20 60 >"$work/people"
read -r token _ sheet <"$work/people"
serve "$work/form"
page() { curl -s -o /dev/null -w "$1" -b "tenken=$token" "${@:2}" "http://127.0.0.1:$port/sheets/$sheet"; }
for encoding in identity gzip; do
	bytes=$(page '%{size_download}' -H "Accept-Encoding: $encoding")
	ours=$(rate -H "Cookie: tenken=$token" -H "Accept-Encoding: $encoding" "http://127.0.0.1:$port/sheets/$sheet")
	server=$pid server_port=$port
	start build/bench/ready "$bytes" 2
	theirs=$(rate "http://127.0.0.1:$port/")
	stop "$pid"
	pid=$server port=$server_port
	row "form page, 60 questions, $encoding, per second" "$ours" "$theirs" "$(ratio "$ours" "$theirs")" \
		"libmicrohttpd sending a ready buffer of $bytes bytes"
done

# ---- memory ------------------------------------------------------------------------
stop "$pid"
serve "$work/form"
page '' >/dev/null
idle=$(resident "$pid")
exec {hold}< <(node -e '
	const net = require("node:net"), port = +process.argv[1], all = []
	let open = 0
	for (let i = 0; i < 1000; i++) all.push(net.connect(port, "127.0.0.1", () => {
		all[i].write("GET /healthz HTTP/1.1\r\nHost: bench\r\n\r\n")
		all[i].once("data", () => { if (++open === 1000) { console.log("open"); setTimeout(() => process.exit(), 5000) } })
	}))' "$port")
read -r _ <&"$hold"
busy=$(resident "$pid")
exec {hold}<&-
row 'resident memory idle, KiB' "$idle" - - ''
row 'resident memory, 1,000 open connections, KiB' "$busy" "$idle" "$(ratio "$busy" "$idle")" 'idle'

# ---- from start to first answer ------------------------------------------------------
stop "$pid"
first_answer() {
	local from to
	from=$(date +%s%N)
	serve "$work/form"
	curl -s -o /dev/null "http://127.0.0.1:$port/healthz"
	to=$(date +%s%N)
	stop "$pid"
	echo $(((to - from) / 1000000))
}
ours=$(for _ in 1 2 3 4 5; do first_answer; done | median)
theirs=$(for _ in 1 2 3 4 5; do
	from=$(date +%s%N)
	build/tenken routes >/dev/null
	to=$(date +%s%N)
	echo $(((to - from) / 1000000))
done | median)
row 'from start to first answer, ms' "$ours" "$theirs" "$(ratio "$ours" "$theirs")" 'the same program starting to print its routes'

# ---- durable submissions ---------------------------------------------------------------
serve "$work/form"
ours=$(wrk -t2 -c64 -d"$seconds"s -s tests/bench/submit.lua "http://127.0.0.1:$port" -- "$work/people" 60 |
	awk '/Requests\/sec/ { printf "%.0f\n", $2 } /Non-2xx/ { print "refused" > "/dev/stderr" }')
stop "$pid"
batch=$(awk -F': ' '/^stored/ { s = $2 } /^commits/ { c = $2 } END { printf "%d", s / c + 0.5 }' "$work/said")
build/tenken verify --data "$work/form" >"$work/verify" || { cat "$work/verify" >&2; exit 1; }
build/bench/body "$work/rows" 2000 20 60 >/dev/null
theirs=$(build/bench/rows "$work/rows/tenken.db" $((ours * seconds)) "$batch" 1500)
row 'durable submissions, 64 connections, per second' "$ours" "$theirs" "$(ratio "$ours" "$theirs")" \
	"SQLite alone, the same rows, $batch a commit"

# ---- the dashboard ------------------------------------------------------------------------
dashboard() { # DIR STAFF: median milliseconds, and how many answers stand behind it
	build/tenken demo --data "$1" --staff "$2" --departments 8 --password bench-bench >/dev/null
	serve "$1"
	local jar=$work/jar key
	key=$(curl -s -c "$jar" "http://127.0.0.1:$port/signin" | grep -oE 'name="form_key" value="[^"]+"' | head -n 1 | cut -d'"' -f4)
	curl -s -o /dev/null -b "$jar" -c "$jar" --data-urlencode "form_key=$key" -d 'login=management&password=bench-bench&next=' "http://127.0.0.1:$port/signin"
	for _ in $(seq 15); do
		curl -s -o "$work/page" -b "$jar" -w '%{time_total}\n' "http://127.0.0.1:$port/dashboard"
	done | median | awk '{ printf "%.1f\n", $1 * 1000 }'
	grep -q '<svg' "$work/page" || echo "dashboard did not answer" >&2
	stop "$pid"
}
small=$(dashboard "$work/small" 40)
large=$(dashboard "$work/large" 45000)
row 'dashboard at 1,000,000 answers, ms' "$large" "$small" "$(ratio "$large" "$small")" 'the same at 1,000 answers'

# ---- the report -----------------------------------------------------------------------------
build/bench/paper "$work/small" self-check-body >"$work/paper"
value() { awk -F': ' -v k="$1" '$1 == k { print $2 }' "$work/paper"; }
row "report of $(value pages) pages, ms" "$(value ms)" "$(value ms_bare)" "$(ratio "$(value ms)" "$(value ms_bare)")" \
	'bare libharu drawing the same text with whole fonts'
row 'report, bytes' "$(value bytes)" "$(value bytes_bare)" "$(ratio "$(value bytes)" "$(value bytes_bare)")" 'the same'

# ---- answering beside long jobs ---------------------------------------------------------------
. tests/bench/beside.sh
jobs_measure
