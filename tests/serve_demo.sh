#!/usr/bin/env bash
# make run: a demonstration body in DATA, made once, and served at LISTEN.
set -euo pipefail
cd "$(dirname "$0")/.."
data=$1 listen=$2
[ -e "$data/tenken.db" ] || build/tenken demo --data "$data"
[ ! -e "$data/SIGN-IN.txt" ] || cat "$data/SIGN-IN.txt"
exec build/tenken serve --data "$data" --listen "$listen"
