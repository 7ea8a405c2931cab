#!/bin/sh
# Installs what the program (run) or its tests (test) need from Debian or Ubuntu.
#
#   sh kiosk/packaging/setup-debian.sh run|test
#
# Does nothing when all is there. Without root and without sudo it prints the command to give to an
# administrator, and stops. On other systems it only says what to look for.
set -eu

# Qt itself; its windows on X11; its printing; its sound, speech and web parts.
RUN="libgl1 libegl1 libglib2.0-0 libdbus-1-3 libfontconfig1 libxkbcommon0
  libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-render-util0 libxcb-render0
  libxcb-shape0 libxcb-util1 libxcb-xkb1 libxkbcommon-x11-0
  libcups2
  libnss3 libnspr4 libasound2 libxcomposite1 libxdamage1 libxrandr2 libxtst6 libxkbfile1 libgbm1
  libxcb-dri3-0 libpulse0 libspeechd2"
# Real parts for the tests: a print system with its PDF printer, a database server, a sound server,
# serial ports without a device, each started by the tests in a folder of its own, and a voice.
TEST="cups cups-client cups-filters ghostscript printer-driver-cups-pdf postgresql
  pulseaudio pulseaudio-utils socat espeak-ng"

case "${1:-}" in
  run) wanted=$RUN ;;
  test) wanted="$RUN $TEST" ;;
  *) echo "usage: $0 run|test" >&2; exit 2 ;;
esac

if ! command -v dpkg-query >/dev/null; then
  echo "This is neither Debian nor Ubuntu: install Qt's system libraries yourself if it asks."
  exit 0
fi

is_installed() {
  dpkg-query -W -f '${db:Status-Status}\n' "$1" 2>/dev/null | grep -qx installed
}

has_candidate() {
  LC_ALL=C apt-cache policy "$1" 2>/dev/null | grep -q 'Candidate: [0-9]'
}

# Since Debian 13 and Ubuntu 24.04 some libraries carry the suffix t64.
missing=""
for package in $wanted; do
  is_installed "$package" || is_installed "${package}t64" || missing="$missing $package"
done
# A Python from elsewhere may bring venv along; Debian's own comes without.
"${PYTHON:-python3}" -c 'import ensurepip, venv' 2>/dev/null || missing="$missing python3-venv"
[ -n "$missing" ] || exit 0

if [ "$(id -u)" = 0 ]; then
  as_root=""
elif command -v sudo >/dev/null; then
  as_root="sudo"
else
  echo "These system packages are missing, and neither root nor sudo is here. Ask for:" >&2
  echo "  apt-get update && apt-get install -y --no-install-recommends$missing" >&2
  exit 1
fi

echo "Installing system packages:$missing"
# An unreachable third-party source must not stop us; what matters is the installation itself.
$as_root apt-get update -q -o Acquire::Retries=3 || echo "Not every package list was renewed."
resolved=""
for package in $missing; do
  has_candidate "$package" || package="${package}t64"
  resolved="$resolved $package"
done
# shellcheck disable=SC2086  # one word per package
$as_root env DEBIAN_FRONTEND=noninteractive \
  apt-get install -y -q -o Acquire::Retries=3 --no-install-recommends $resolved
