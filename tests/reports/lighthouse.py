"""What Lighthouse says of the start page, a § and a case: a table of scores and of what the first view weighs.

`make lighthouse`. Its timings are of this machine on this day: a report to read, not a test.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from browser.kinds import KINDS
from reports.site import CHROMIUM, example

TOOL = Path(__file__).parent / "node_modules" / "lighthouse" / "cli" / "index.js"
PAGES = ("start", "paragraph", "case")
CATEGORIES = {
    "performance": "Prestanda",
    "accessibility": "Tillgänglighet",
    "best-practices": "God sed",
    "seo": "Sökbarhet",
}
FIGURES = {
    "first-contentful-paint": "Första innehåll",
    "largest-contentful-paint": "Störst innehåll",
    "cumulative-layout-shift": "Förskjutning",
    "total-byte-weight": "Vikt",
}


def main() -> None:
    """Print the table, in the form of Markdown."""
    with example() as address:
        found = {kind: ask(address + KINDS[kind]) for kind in PAGES}
    rows = [["", *PAGES]]
    for key, name in CATEGORIES.items():
        rows.append([name, *(f"{answer['categories'][key]['score'] * 100:.0f}" for answer in found.values())])
    for key, name in FIGURES.items():
        rows.append([name, *(answer["audits"][key]["displayValue"].replace("\xa0", " ") for answer in found.values())])
    rows.insert(1, ["---"] * len(rows[0]))
    sys.stdout.write("".join(f"| {' | '.join(row)} |\n" for row in rows))


def ask(url: str) -> dict[str, dict[str, dict[str, object]]]:
    """Lighthouse's answer about one page, as it is simulated for a telephone on a slow network."""
    chromium = os.environ.get("PARAGRAF_CHROMIUM") or shutil.which("chromium")
    command = [
        str(Path(sys.executable).with_name("node")),
        str(TOOL),
        url,
        "--quiet",
        "--output=json",
        f"--only-categories={','.join(CATEGORIES)}",
        f"--chrome-flags=--headless=new {' '.join(CHROMIUM)}",
    ]
    environment = {**os.environ, "CHROME_PATH": str(chromium)}
    run = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    if run.returncode:
        raise SystemExit(run.stderr)
    answer: dict[str, dict[str, dict[str, object]]] = json.loads(run.stdout)
    return answer


if __name__ == "__main__":
    main()
