#!/usr/bin/env bash
# Installs the Debian packages that are missing (as root or with sudo); nothing is
# installed when nothing is missing.
#
#   setup.sh build   what the program needs; prints the compiler flags for the Makefile
#   setup.sh test    what the tests need besides: a browser and the means to drive it
#   setup.sh bench   what measuring needs: a load generator
set -euo pipefail
cd "$(dirname "$0")/.."

build_packages=(
	build-essential pkg-config gettext ca-certificates
	libmicrohttpd-dev libsqlite3-dev libhpdf-dev libctemplate-dev libcyaml-dev libyaml-dev
	libsodium-dev libharfbuzz-dev libunibreak-dev libcsv-dev libjansson-dev zlib1g-dev
	libzip-dev libexpat1-dev libxlsxwriter-dev libcurl4-gnutls-dev check
	fonts-morisawa-bizud-gothic fonts-morisawa-bizud-mincho fonts-ipamj-mincho
)
modules=(libmicrohttpd sqlite3 libctemplate libcyaml yaml-0.1 libsodium harfbuzz harfbuzz-subset jansson zlib
	libzip expat xlsxwriter libcurl)

install_missing() {
	local missing=() p
	for p in "$@"; do
		[ "$(dpkg-query -W -f '${db:Status-Status}' "$p" 2>/dev/null)" = installed ] || missing+=("$p")
	done
	[ ${#missing[@]} -gt 0 ] || return 0
	echo "installing: ${missing[*]}" >&2
	local as_root=()
	[ "$(id -u)" = 0 ] || as_root=(sudo)
	"${as_root[@]}" apt-get update -qq >&2
	"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
		apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2
}

case ${1:-} in
build)
	install_missing "${build_packages[@]}"
	echo "DEPS_CFLAGS := $(pkg-config --cflags "${modules[@]}")"
	echo "DEPS_LIBS := $(pkg-config --libs "${modules[@]}") -lhpdf -lunibreak -lcsv"
	echo "CHECK_LIBS := $(pkg-config --libs check)"
	;;
test)
	tools=(chromium poppler-utils qpdf curl procps openssl python3-aiosmtpd)
	command -v node >/dev/null || tools+=(nodejs)
	command -v npm >/dev/null || tools+=(npm)
	install_missing "${tools[@]}"
	if ! cmp -s tests/e2e/package-lock.json build/node/package-lock.json; then
		rm -rf build/node
		mkdir -p build/node.new
		cp tests/e2e/package.json tests/e2e/package-lock.json build/node.new/
		(cd build/node.new && npm ci --no-audit --no-fund --loglevel=error >&2)
		mv build/node.new build/node
	fi
	;;
bench)
	install_missing wrk curl procps
	command -v node >/dev/null || install_missing nodejs
	;;
*)
	echo "usage: setup.sh build|test|bench" >&2
	exit 2
	;;
esac
