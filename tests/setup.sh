#!/usr/bin/env bash
# Installs the Debian packages that are missing (as root or with sudo) and prints
# the compiler flags for the Makefile. Nothing is installed when nothing is missing.
set -euo pipefail

packages=(
	build-essential pkg-config gettext
	libmicrohttpd-dev libsqlite3-dev libhpdf-dev libctemplate-dev libcyaml-dev libyaml-dev
	libsodium-dev libharfbuzz-dev libunibreak-dev libcsv-dev libjansson-dev zlib1g-dev check
	fonts-morisawa-bizud-gothic fonts-morisawa-bizud-mincho fonts-ipamj-mincho
)

missing=()
for p in "${packages[@]}"; do
	[ "$(dpkg-query -W -f '${db:Status-Status}' "$p" 2>/dev/null)" = installed ] || missing+=("$p")
done
if [ ${#missing[@]} -gt 0 ]; then
	echo "installing: ${missing[*]}" >&2
	as_root=()
	[ "$(id -u)" = 0 ] || as_root=(sudo)
	"${as_root[@]}" apt-get update -qq >&2
	"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2
fi

modules=(libmicrohttpd sqlite3 libctemplate libcyaml yaml-0.1 libsodium harfbuzz harfbuzz-subset jansson zlib)
echo "DEPS_CFLAGS := $(pkg-config --cflags "${modules[@]}")"
echo "DEPS_LIBS := $(pkg-config --libs "${modules[@]}") -lhpdf -lunibreak -lcsv"
echo "CHECK_LIBS := $(pkg-config --libs check)"
