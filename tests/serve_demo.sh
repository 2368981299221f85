#!/usr/bin/env bash
# make run: a demonstration body in DATA, made once, and served at LISTEN.
set -euo pipefail
cd "$(dirname "$0")/.."
data=$1 listen=$2
if [ ! -e "$data/tenken.db" ]; then
	made=$(build/tenken demo --data "$data")
	printf '%s\n' "$made" >"$data/sign-in.txt"
fi
[ ! -e "$data/sign-in.txt" ] || cat "$data/sign-in.txt"
exec build/tenken serve --data "$data" --listen "$listen"
