#!/bin/sh
# Sees to it that the tests have a Chromium: the one in PARAGRAF_CHROMIUM, on the path, or Debian's package.
set -eu

if [ -n "${PARAGRAF_CHROMIUM:-}" ] || command -v chromium >/dev/null 2>&1; then
    exit 0
fi
if [ "$(id -u)" = 0 ]; then
    as_root=""
elif command -v sudo >/dev/null 2>&1; then
    as_root="sudo"
else
    echo "Testerna behöver Chromium. Kör om som root eller med sudo, eller peka ut en med PARAGRAF_CHROMIUM." >&2
    exit 1
fi
$as_root apt-get update -qq
$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null
