#!/bin/sh
# Sees to it that the tests have a Chromium (the one in PARAGRAF_CHROMIUM, on the path, or Debian's package), Pango,
# which sets the pages of PDF files, and the DejaVu fonts, in which the tests write the PDF files that they import.
set -eu

wanted=""
if [ -z "${PARAGRAF_CHROMIUM:-}" ] && ! command -v chromium >/dev/null 2>&1; then
    wanted="chromium"
fi
if ! "${PYTHON:-python3}" -c "import weasyprint" >/dev/null 2>&1; then
    wanted="$wanted libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
fi
if [ ! -e /usr/share/fonts/truetype/dejavu/DejaVuSerif-Bold.ttf ]; then
    wanted="$wanted fonts-dejavu-core"
fi
if [ -z "$wanted" ]; then
    exit 0
fi
if [ "$(id -u)" = 0 ]; then
    as_root=""
elif command -v sudo >/dev/null 2>&1; then
    as_root="sudo"
else
    echo "Testerna behöver: $wanted. Kör om som root eller med sudo, eller installera dem själv." >&2
    echo "En egen Chromium pekas ut med PARAGRAF_CHROMIUM." >&2
    exit 1
fi
$as_root apt-get update -qq
# shellcheck disable=SC2086 # several packages
$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $wanted >/dev/null
